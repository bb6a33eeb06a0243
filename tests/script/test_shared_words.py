"""The shared words: what the code says to people is there to be said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.care.listening import LISTS
from bot.care.palette import FAMILIES
from bot.commands.registry import ALL
from bot.text.words import Words

BOT = Path("bot")
NAME = re.compile(r"\.[a-z][a-z0-9]*(-[a-z0-9]+)*")
SUFFIXES = {".toml", ".ftl", ".sql", ".py", ".json", ".js", ".css", ".html", ".tmp"}
WORDS = Words.read()


def texts() -> Iterator[str]:
    """Every whole text in the code of the bot; parts of composed ones are none."""
    for file in BOT.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        composed = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        parts = {id(part) for node in composed for part in node.values}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in parts
            ):
                yield node.value


def test_all_words_that_the_code_names_are_there() -> None:
    names = {text for text in texts() if NAME.fullmatch(text)} - SUFFIXES
    assert ".stopped" in names
    assert [name for name in sorted(names) if not WORDS.has(name, "en")] == []


@pytest.mark.parametrize("mark", sorted({mark for marks in LISTS.values() for mark in marks}))
def test_every_mark_of_the_soft_checker_has_words(mark: str) -> None:
    assert WORDS.has(f".mark-{mark}", "en")


@pytest.mark.parametrize("family", [*FAMILIES, "mixed"])
def test_every_family_of_feelings_has_words(family: str) -> None:
    assert WORDS.has(f".family-{family}", "en")


@pytest.mark.parametrize("side", ["sharer", "listener"])
@pytest.mark.parametrize("kind", ["start", "rest", "smaller", "same", "bigger"])
def test_every_hint_has_words(side: str, kind: str) -> None:
    assert WORDS.has(f".hint-{side}-{kind}", "en")


@pytest.mark.parametrize("command", [command.name for command in ALL])
def test_every_command_has_a_name_and_a_sentence(command: str) -> None:
    assert WORDS.has(f".command-{command}", "en")
    assert WORDS.has(f".command-{command}-help", "en")
