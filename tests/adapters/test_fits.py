"""Every text of every exercise, in every language and variant, as Discord and Matrix draw it.

How long a message may grow with what people write is proved in `handrail check`; here the real
drawing is held against what the platforms take. A text is given to each as long as it may be.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.discord import drawing
from adapters.matrix import drawing as typed
from bot import app
from bot.care import palette
from bot.model.event import DM
from bot.model.message import Shown, ShownChoice
from bot.model.person import Account
from bot.model.script import Field, Script
from bot.script.explore.fits import TEXT
from bot.script.ftl import sheets
from bot.script.needs import asked
from bot.script.read import read_all
from bot.text.words import HERE, Words
from tests.adapters.discord.peer.rules import components, messages, modals

EVENT = 65_535  # bytes of an event on Matrix
KEY = "0814ae923eed.m.4c29f3b9830c694cee"  # as long as they are
ME = Account(platform="local", native="ari", name="Ari")
SCRIPTS = read_all(app.exercises())
WORDS = Words.read(app.exercises())


def questions() -> Iterator[tuple[str, Script, str, Field]]:
    """Every question where it is asked, in every language."""
    for locale in WORDS.locales():
        for script in SCRIPTS.values():
            yield from ((locale, script, step.name, field) for step, _, field in asked(script))


def picks(field: Field) -> list[str]:
    """All that can be tapped, as far as it does not come of what people wrote."""
    ids = [*field.choices, *field.more]
    if field.kind == "feelings":
        ids += palette.MIXED
    return ids


def shown(locale: str, script: Script, step: str, field: Field, length: int) -> Shown:
    """The question with a text of so many characters."""
    labels = WORDS.labels(locale, script.name, step, field.name, picks(field))
    beside = [*["skip"] * field.skip, *["uneasy"] * field.rates]
    labels |= {one: WORDS.text(f".{one}", locale) for one in beside}
    return Shown(
        id=KEY,
        kind="question",
        to=ME,
        place=DM,
        session="s",
        step=f"{step}/{field.name}",
        text="w" * length,
        preview="w",
        choices=tuple(ShownChoice(id=one, label=label) for one, label in labels.items()),
        most=field.most,
        writes=field.kind in {"words", "feelings"} or field.own,
    )


@pytest.mark.parametrize("length", [100, drawing.PLAIN, TEXT])
def test_every_question_is_taken_by_discord_as_it_is_drawn(length: int) -> None:
    count = 0
    for place in questions():
        message = shown(*place, length)
        word = in_language(place[0])
        rows = drawing.rows(message, word, frozenset({"skip"}))
        if drawing.is_card(message, message.text):
            card: Any = drawing.card(message.text, rows, framed=False)
            parts = card.to_components()
            messages.check({"flags": 1 << 15, "components": parts})
        else:
            view: Any = drawing.plain(rows)
            parts = view.to_components() if view else []
            messages.check({"content": message.text, "components": parts})
        assert all_can_be_tapped(message, parts), place
        count += 1
    print(f"{count} questions of {length} characters")  # noqa: T201 - the count is wanted
    assert count > 100


def in_language(locale: str) -> drawing.Word:
    return lambda words: WORDS.text(words, locale)


def all_can_be_tapped(message: Shown, parts: list[Any]) -> bool:
    """Whether no choice was left out, and no label was cut."""
    drawn = [one for _, part in components.every(parts) for one in (part, *options(part))]
    labels = {one.get("label") for one in drawn}
    return {choice.label for choice in message.choices} <= labels


def options(part: dict[str, Any]) -> list[dict[str, Any]]:
    return list(part.get("options") or [])


def test_every_question_is_one_event_on_matrix() -> None:
    count = 0
    for place in questions():
        (content,) = typed.contents(shown(*place, TEXT), in_language(place[0]), how=True)
        assert len(json.dumps(content)) < EVENT * 3 // 4, place
        count += 1
    print(f"{count} questions as events")  # noqa: T201 - the count is wanted
    assert count > 100


def test_every_text_fits_into_a_message_and_every_label_onto_a_button() -> None:
    """With all variants; a variable counts as one letter here, and in full in `handrail check`."""
    texts = labels = 0
    for folder in (*app.exercises(), HERE):
        for sheet in sheets(folder).values():
            for entry in sheet.entries.values():
                for attribute, variants in entry.texts.items():
                    longest = max(map(len, variants))
                    if attribute in {"", "small"}:
                        texts += len(variants)
                        assert longest <= drawing.PLAIN, sheet.place(entry.name)
                    else:
                        labels += len(variants)
                        assert longest <= drawing.BUTTON, sheet.place(entry.name)
    print(f"{texts} texts and {labels} labels")  # noqa: T201 - the count is wanted
    assert texts > 500
    assert labels > 300


@pytest.mark.parametrize("locale", WORDS.locales())
def test_the_form_and_the_words_around_choices_are_not_cut(locale: str) -> None:
    word = in_language(locale)
    modals.check(drawing.form(KEY, word).to_dict())
    for name in (".discord-write", ".discord-your-words"):
        assert len(word(name)) <= drawing.TITLE
    for name in (".discord-choose", ".discord-choose-some"):
        assert len(word(name)) <= 150
