"""How a message looks on Discord: its text in pieces that fit, its choices as buttons or lists.

Everything that can be tapped carries a custom_id that says all (see `marks`), so nothing of it
is kept in memory. A view is stopped before it is sent: else discord.py would hold on to it.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import discord
from discord import ui

from adapters.cutting import cut
from adapters.discord import marks
from adapters.discord.marks import Mark
from bot.model.message import Shown, ShownChoice

PLAIN = 2000  # characters of a message's content
CARD = 4000  # characters of all texts in Components V2
NONCE = 25  # characters
A_ROW, ROWS = 5, 4  # buttons; Discord takes five rows, and the last is for writing
A_LIST = 25  # choices of one list
BUTTON, OPTION = 80, 100  # characters of a label
TITLE = 45  # characters of a form's title, and of a field's label
WRITTEN = 4000  # characters that a form takes

Word = Callable[[str], str]  # one of our own words, in the reader's language
Rows = list[list[ui.Item[Any]]]


def nonce(key: str, part: int = 0) -> str:
    """What makes a second try the same message; short keys stay readable."""
    whole = f"{key}/{part}" if part else key
    if len(whole) <= NONCE:
        return whole
    return hashlib.blake2b(whole.encode(), digest_size=NONCE // 2).hexdigest()


def pieces(text: str, most: int = CARD) -> list[str]:
    """The text in parts of at most `most` characters."""
    return cut(text, most)


def undrawn(message: Shown) -> str:
    """All of it as one text: its choices can be typed."""
    choices = "\n".join(f"• {one.label or one.id}" for one in message.choices)
    return f"{message.text}\n\n{choices}".strip()


def is_card(message: Shown, text: str) -> bool:
    """Whether it is made of Components V2: cards, and what does not fit into plain content."""
    return message.kind == "card" or len(text) > PLAIN


def plain(rows: Rows) -> ui.View | None:
    """Buttons and lists under a plain message; None without any."""
    if not rows:
        return None
    view = ui.View(timeout=None)
    for number, row in enumerate(rows):
        for item in row:
            item.row = number
            view.add_item(item)
    view.stop()
    return view


def card(text: str, rows: Rows, *, framed: bool) -> ui.LayoutView:
    """The same in Components V2, in a frame where it is a card."""
    view = ui.LayoutView(timeout=None)
    words: ui.TextDisplay[Any] = ui.TextDisplay(text)
    view.add_item(ui.Container(words) if framed else words)
    for row in rows:
        view.add_item(ui.ActionRow(*row))
    view.stop()
    return view


def rows(message: Shown, word: Word, controls: frozenset[str] = frozenset()) -> Rows:
    """What can be tapped under it, row by row.

    Of several choices, those that are `controls` ("skip") stand apart: they go with no other.
    """
    last: list[ui.Item[Any]] = []
    if _can_be_buttons(message):
        drawn = list(_buttons(message))
    else:
        apart = [one for one in message.choices if one.id in controls]
        drawn = list(_lists(message, [one for one in message.choices if one not in apart], word))
        last += [_button(message, one) for one in apart[: A_ROW - 1]]
    if message.writes:
        mark = str(Mark(marks.WRITE, message.id))
        last.append(ui.Button[Any](label=word(".discord-write")[:BUTTON], custom_id=mark))
    return [*drawn, last] if last else drawn


def _can_be_buttons(message: Shown) -> bool:
    few = message.most == 1 and len(message.choices) <= A_ROW * ROWS
    return few and all(
        0 < len(one.label) <= BUTTON and marks.fits(Mark(marks.PICK, message.id, one.id))
        for one in message.choices
    )


def _button(message: Shown, one: ShownChoice) -> ui.Button[Any]:
    mark = str(Mark(marks.PICK, message.id, one.id))
    return ui.Button(label=one.label[:BUTTON], custom_id=mark)


def _buttons(message: Shown) -> Iterator[list[ui.Item[Any]]]:
    every = [_button(message, one) for one in message.choices]
    for start in range(0, len(every), A_ROW):
        yield list(every[start : start + A_ROW])


def _lists(message: Shown, choices: list[ShownChoice], word: Word) -> Iterator[list[ui.Item[Any]]]:
    """As many lists as it takes, at most four; what is left can be typed."""
    for number in range(min(ROWS, -(-len(choices) // A_LIST))):
        some = choices[number * A_LIST : (number + 1) * A_LIST]
        yield [
            ui.Select[Any](
                custom_id=str(Mark(marks.LIST, message.id, str(number))),
                placeholder=word(".discord-choose-some" if message.most > 1 else ".discord-choose"),
                max_values=min(message.most, len(some)),
                options=[_option(one) for one in some],
            )
        ]


def _option(one: ShownChoice) -> discord.SelectOption:
    label = one.label or one.id
    if len(label) <= OPTION:
        return discord.SelectOption(label=label, value=one.id)
    rest = label[OPTION - 1 :][:OPTION]
    return discord.SelectOption(label=f"{label[: OPTION - 1]}…", value=one.id, description=rest)


def form(key: str, word: Word) -> ui.Modal:
    """A form for one free text, which belongs to the question of that key."""
    modal = ui.Modal(
        title=word(".discord-write")[:TITLE], custom_id=str(Mark(marks.SAID, key)), timeout=None
    )
    field: ui.TextInput[Any] = ui.TextInput(
        custom_id=marks.FIELD, style=discord.TextStyle.paragraph, max_length=WRITTEN
    )
    modal.add_item(ui.Label(text=word(".discord-your-words")[:TITLE], component=field))
    modal.stop()
    return modal
