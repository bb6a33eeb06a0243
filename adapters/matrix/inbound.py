"""What is heard on Matrix, as our Events. Pure: what was heard and what it is about, in.

Every key is made of the event's own id, so that a thing which is told twice (by a sync and again
after a restart) is one event. A person is known by their user id in small letters and without its
"@": that is how the core reads a typed name, and so both are the same person.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from adapters.matrix.heard import Membership, Polled, Reacted, Written
from adapters.matrix.memory import Placed
from bot.model.event import DM, Chose, Gone, Said
from bot.model.person import Account
from bot.model.private import Private

PLATFORM = "matrix"
WORDS = frozenset({"m.text", "m.emote"})
NOT_FOR_US = frozenset({"m.notice"})  # other bots speak so, and nobody answers them
VERIFYING = "m.key.verification.request"
NOBODY: Mapping[str, bool] = MappingProxyType({})
NUMBERS = re.compile(r"\d{1,2}(?:[\s,]+\d{1,2})*")
KEYCAP = re.compile(r"([1-9])(?:\ufe0f?\u20e3)?")
YES = frozenset({"👍", "✅", "✔", "☑", "🆗"})  # the only choice that there is
SKIN = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")


def native(user: str) -> str:
    """The user id as the core knows it."""
    return user.removeprefix("@").casefold()


def is_id(name: str) -> bool:
    """Whether that native id can be somebody's on Matrix."""
    local, colon, server = name.partition(":")
    return bool(local and colon and server) and not re.search(r"[\s@]", name)


def is_number(body: str) -> bool:
    """Whether somebody typed a number out of a list, or several."""
    return NUMBERS.fullmatch(body.strip()) is not None


def key(event_id: str) -> str:
    """The key of our event for an event of theirs."""
    return f"{PLATFORM}:{event_id}"


def account(user: str, name: str = "") -> Account:
    """That person; `name` as their homeserver shows it, "" where it shows none."""
    return Account(platform=PLATFORM, native=native(user), name=name or user)


def said(
    written: Written,
    who: Account,
    place: str = DM,
    about: Placed | None = None,
    takes: Mapping[str, bool] = NOBODY,
) -> Said | None:
    """What a person wrote. None where it is none of words.

    `about` is what the event that it replies to is to us: a reply to a question of the bot
    is for that question. `takes` are the commands that take people, and whether several.
    """
    text = _named(_own(written), takes, written.mentions)
    if written.msgtype not in WORDS or not text:
        return None
    asked = about is not None and about.post.mine and about.post.question
    return Said(
        key=key(written.event_id),
        at=written.at,
        account=who,
        place=place,
        text=Private(text),
        question=about.key if about and asked and not written.replaces else "",
        replaces=key(written.replaces) if written.replaces else "",
    )


def _own(written: Written) -> str:
    """The words without those they reply to, which some apps quote above them."""
    lines = written.body.strip().splitlines()
    if written.replies_to:
        quoted = next((at for at, line in enumerate(lines) if not line.startswith(">")), len(lines))
        lines = lines[quoted:]
    return "\n".join(lines).strip()


def _named(text: str, takes: Mapping[str, bool], mentioned: tuple[str, ...]) -> str:
    """The text with mentions written as user ids, where a command names people by them.

    An app that draws a name as a pill sends what it shows, which is no id of anybody's. Beside
    the mentions, whoever is one of several may be written as an id.
    """
    first, blank, rest = text.partition(" ")
    several = takes.get(first.lstrip("/!").casefold())
    if several is None or not (blank and mentioned) or len(mentioned) > 1 > several:
        return text
    typed = (part.strip(",") for part in rest.split()) if several else ()
    known = {native(one) for one in mentioned}
    ids = (one for one in typed if is_id(native(one)) and native(one) not in known)
    return " ".join((first, *mentioned, *ids))


def chose(heard: Reacted | Polled, who: Account, about: Placed, place: str = DM) -> Chose | None:
    """A choice by a reaction or a poll. None where it is none of those of that question."""
    found = _reacted(heard, about) if isinstance(heard, Reacted) else _polled(heard, about)
    choices = tuple(found)
    if not choices:
        return None
    return Chose(
        key=key(heard.event_id),
        at=heard.at,
        account=who,
        place=place,
        question=about.key,
        choices=choices,
    )


def _reacted(heard: Reacted, about: Placed) -> Iterator[str]:
    picks = about.post.picks
    number = KEYCAP.fullmatch(heard.key)
    if number and int(number[1]) <= len(picks):
        yield picks[int(number[1]) - 1]
    elif len(picks) == 1 and SKIN.sub("", heard.key) in YES:
        yield picks[0]


def _polled(heard: Polled, about: Placed) -> Iterator[str]:
    """Answers are our own ids; the core knows which of them it offered."""
    if about.post.question:
        yield from heard.answers


def gone(heard: Membership, who: Account, place: str) -> Gone:
    """A person left a shared place, or their own chat with the bot: that is to block it."""
    how = "blocked" if place == DM else "left"
    return Gone(key=key(heard.event_id), at=heard.at, account=who, place=place, how=how)
