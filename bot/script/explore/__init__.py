"""Going through every state of every exercise: each choice that matters, each exit, each deadline.

What is proved of every state that is reached:

- it is not a dead end, and silence alone leads from it to an end;
- stopping and leaving look to the others like silence: the same words, order and time;
- no answer goes to anybody whom its question is not `shown` to;
- every message has its words and what they mention, in every language, and a lock screen
  shows no name, no feeling and no subject;
- no message can grow longer than fits on any platform, and no label;
- no question has more choices than fit, nor more than two in low-capacity mode;
- at an end no button, no answer and no shared place is left;
- nothing raises.

The bounds. States are merged where they can only go on alike (`alike`). Of choices that lead
the same way one stands for all. Of the ways to begin together, two are gone on from: the first,
and the one that differs from it in pace, place and order. At each question a private break is
begun once, or an open pause, and the other one of the two in the other place. While somebody is
in one, or out, or in the middle of several questions, the others do the first thing that they
can. Leaving is held against silence at every step, and gone on from where it differs from a
stop. Of a second round one way is gone through. At most `CAP` states of an exercise are looked at.
"""

from collections.abc import Iterable

from bot.script.catalog import Catalog
from bot.script.explore.report import Report, Seen
from bot.script.explore.search import CAP, Search
from bot.text.words import Words

__all__ = ["CAP", "Report", "Seen", "explore"]


def explore(
    scripts: Catalog, words: Words, names: Iterable[str] | None = None, cap: int = CAP
) -> Report:
    """Go through these exercises, or through all; the pause that opens in others is among them."""
    chosen = scripts.names() if names is None else names
    runs = [Search(scripts, scripts.current(name), words, cap).run() for name in chosen]
    found = sorted({finding for _, findings in runs for finding in findings})
    return Report(seen=tuple(seen for seen, _ in runs), findings=tuple(found))
