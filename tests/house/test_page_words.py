"""What the pages of the adapters say is held to the same rules as what the bot says.

The checks read language files. A page has its words in HTML and in a module of its own, and an
adapter may not import the core: so they are read here, by the same functions.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.script.checks import copy, grade, names
from bot.script.ftl import BLANK
from bot.text import reading
from tests.house import tree

LOCALE = "en"
TEXT = re.compile(r"\"(?P<plain>(?:[^\"\\]|\\.)*)\"(?P<key>\s*:)?|`(?P<template>(?:[^`\\]|\\.)*)`")
PART = re.compile(r"\$\{[^}]*\}")
SENTENCE = re.compile(r"[A-Z][a-z']* [a-z]")
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
SEEN = ("aria-label", "title", "alt", "placeholder")  # attributes that are shown or read out
DRAWN = {"script", "style"}


class Page(HTMLParser):
    """Collects what somebody sees or hears of a page."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        super().__init__()
        self.texts: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        self.texts += [value for name, value in attrs if name in SEEN and value]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass  # what has no end of its own, such as <meta>

    def handle_data(self, data: str) -> None:
        if data.strip() and not {*self._inside} & DRAWN:
            self.texts.append(data.strip())


def of_page(source: str) -> list[str]:
    """The texts of an HTML page."""
    page = Page()
    page.feed(source)
    return page.texts


def of_module(source: str) -> list[str]:
    """The texts of the object `words`, with what is filled in left blank."""
    body = COMMENT.sub("", source.partition("export const words = {")[2].partition("\n};")[0])
    return list(strings(body))


def strings(code: str) -> Iterator[str]:
    """The string literals in JavaScript, but for the keys of objects and what is empty."""
    for found in TEXT.finditer(code):
        text = found["plain"] or found["template"]
        if text and not found["key"]:
            yield PART.sub(BLANK, text)


def spoken() -> Iterator[tuple[str, str]]:
    """Every text of every page, with the file that it stands in."""
    for path in tree.files(".html", ".js"):
        if path.parts[0] == "adapters":
            found = of_page if path.suffix == ".html" else of_module
            yield from ((str(path), text) for text in found(tree.text(path)))


TEXTS = sorted(set(spoken()))


def wrong(text: str) -> list[str]:
    """What is wrong with one text, by the rules for the words of the bot."""
    found = [sentence for sentence, _ in copy.said(LOCALE, text)]
    years = reading.grade(text, LOCALE) or 0.0
    return found + ([f"takes a reading grade of {years:.1f}"] if years > grade.MOST else [])


def test_every_text_of_the_page_is_found() -> None:
    texts = {text for _, text in TEXTS}
    assert {"Shared room", "Only X sees this", "Each column is what those people see."} <= texts
    assert "There is nothing to send yet." in texts
    assert not {"went-wrong", "stylesheet"} & texts


@pytest.mark.parametrize(("file", "text"), TEXTS)
def test_what_a_page_says_is_short_plain_and_without_pressure(file: str, text: str) -> None:
    assert wrong(text) == [], file


def test_no_other_module_of_a_page_says_anything() -> None:
    """A sentence elsewhere would be looked at by nobody."""
    for path in tree.files(".js"):
        if path.parts[0] == "adapters" and path.name != "words.js":
            source = COMMENT.sub("", tree.text(path))
            assert not [text for text in strings(source) if SENTENCE.match(text)], path


def test_the_name_above_the_page_gives_nothing_away() -> None:
    (name,) = re.findall(r"\bbot: \"([^\"]+)\"", tree.text(Path("adapters/local/page/words.js")))
    assert list(names.telling(name, LOCALE)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("X is waiting.", 'says "is waiting", which puts pressure.'),
        ("I understand.", 'says "I understand", which pretends that a program feels.'),
        ("❤", "has no letters, so nobody can hear it read out."),
        ("Unauthorized communication necessitates reauthentication.", "takes a reading grade of"),
    ],
)
def test_what_is_planted_in_a_page_is_found(text: str, found: str) -> None:
    planted = of_module(f'export const words = {{\n  a: "{text}",\n}};')
    assert planted == [text] == of_page(f"<p>{text}</p>")
    assert wrong(text)[0].startswith(found)
