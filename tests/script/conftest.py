"""A small paired exercise without a mistake, to plant one mistake at a time into."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.care.palette import FAMILIES

Write = Callable[..., Path]

TOML = """\
# A tiny share. Somebody is asked for space, somebody writes, somebody reads.
roles = ["writer", "reader"]
first = "invite"

[patience]
live = { soft = "20m", hard = "24h", invite = "24h" }
slow = { soft = "24h", hard = "7d", invite = "72h" }

[step.invite]
ask    = "invited"
answer = { choice = ["yes", "no"] }
quiet  = "lapse"
then   = [{ invite = "yes", to = "space" }, { to = "silence" }]

[step.space]
ask    = "reader"
answer = { scale = "1-6", more = "7-8", hint = "listener-key", brief = ["2", "3"] }
shown  = ["writer"]
then   = "write"

[step.write]
ask   = { writer = ["text", "mood", "size"] }
tells = ["space"]
then  = "look"

[field.text]
answer = { words = 300, chips = ["hello", "thanks"], brief = ["hello"] }
shown  = ["reader"]

[field.mood]
answer = { choice = ["low", "high", "mixed-up"], own = true, brief = ["low", "high"] }
shown  = ["reader"]
skip   = true

[field.size]
answer  = { scale = "1-8", at-most = "space", over = "shrink" }
skip-if = ["mood"]

[step.shrink]
note    = { writer = "too-big" }
forgets = ["size"]
then    = "write"

[step.look]
ask    = "writer"
answer = { preview = "letter", choice = ["send", "edit", "keep"], brief = ["send", "keep"] }
then   = [
    { look = "send", to = "breath" },
    { look = "edit", to = "write" },
    { to = "silence" },
]

[card.letter]
by    = "writer"
lines = ["text", "mood"]

[step.breath]
wait = { live = "5s" }
undo = "look"
then = "read"

[step.read]
show   = ["letter"]
ask    = { reader = ["load"], writer = ["felt"] }
quiet  = "pass"
silent = { writer = "bye" }
then   = "bye"

[field.load]
answer = { choice = ["easy", "heavy"] }
skip   = true

[field.felt]
answer = { choice = ["good", "bad"] }
skip   = true

[step.bye]
note = { all = "closed" }
does = ["close-room"]
"""

FTL = """\
title = Tiny share
about = One writes, the other reads.
invite = { $other } invites you.
    .yes = Yes
    .no = Not now
space = How much space do you have?
text = What happened?
    .small = What?
    .hello = Hello there.
    .thanks = Thank you.
mood = How was that?
    .low = low
    .high = high
    .mixed-up = mixed up
size = Today there is room for { $space }. How big is it?
too-big = That is more than fits today.
look = This is what they will see.
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
load = How was it to hold that?
    .easy = Easy
    .heavy = Heavy
felt = How did it feel to send it?
    .good = Good
    .bad = Not good
closed = This one is finished.
card-letter = A letter from { $by }
card-letter-text = { $text }
card-letter-mood = Mood: { $mood }
"""

LEAD = "There is a new note for you here, and it can wait until you have a quiet moment to look. "
SHARED = f"""\
lead = {LEAD}It will still be there when you come back later.
missing-words = The words for this are missing.
skip = Skip
choice-ok = OK
""" + "".join(
    f"feeling-{word} = {word.replace('-', ' ')} inside\n"
    for words in FAMILIES.values()
    for word in words
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes an exercise and the shared words next to it; returns the exercise's folder.

    Further languages are given by locale: `write(de="…", shared_de="…")`.
    """

    def written(toml: str = TOML, en: str = FTL, name: str = "tiny", **more: str) -> Path:
        folder, text = tmp_path / name, tmp_path / "text"
        folder.mkdir(exist_ok=True)
        text.mkdir(exist_ok=True)
        (folder / "exercise.toml").write_text(toml, encoding="utf-8")
        (folder / "en.ftl").write_text(en, encoding="utf-8")
        (text / "en.ftl").write_text(more.pop("shared", SHARED), encoding="utf-8")
        for key, source in more.items():
            place = text if key.startswith("shared_") else folder
            (place / f"{key.removeprefix('shared_')}.ftl").write_text(source, encoding="utf-8")
        return folder

    return written


@pytest.fixture
def toml() -> str:
    """The exercise without a mistake."""
    return TOML


@pytest.fixture
def ftl() -> str:
    """Its English words."""
    return FTL


@pytest.fixture
def shared() -> str:
    """The shared English words."""
    return SHARED
