"""Going through every state of every exercise: each choice that matters, each exit, each deadline.

What is proved of every state that is reached:

- it is not a dead end, and silence alone leads from it to an end;
- stopping and leaving look to the others like silence: the same words, order and time;
- no answer goes to anybody whom its question is not `shown` to;
- every message has its words and what they mention, in every language, and a lock screen
  shows no name, no feeling and no subject;
- no question has more choices than fit, nor more than two in low-capacity mode;
- at an end no button, no answer and no shared place is left;
- nothing raises.

The bounds: states are merged where they can only go on alike (`alike`), of choices that lead
the same way one stands for all (`acts`), a second break is not begun while one is on, two
rounds are gone through, and at most `CAP` states an exercise are looked at.
"""

from bot.engine.scene import Scripts
from bot.script.explore.report import Report, Seen
from bot.script.explore.search import CAP, Search
from bot.text.words import Words

__all__ = ["CAP", "Report", "Seen", "explore"]


def explore(scripts: Scripts, names: tuple[str, ...], words: Words, cap: int = CAP) -> Report:
    """Go through these exercises; `scripts` also holds the pause that opens inside of them."""
    runs = [Search(scripts, scripts.current(name), words, cap).run() for name in names]
    found = sorted({finding for _, findings in runs for finding in findings})
    return Report(seen=tuple(seen for seen, _ in runs), findings=tuple(found))
