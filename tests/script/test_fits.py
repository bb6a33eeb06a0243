"""No message can grow longer than platforms hold, whatever people write; and menus show names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot import app
from bot.script.catalog import Catalog
from bot.script.check import check
from bot.script.explore import Report, explore
from bot.text.words import Words
from bot.verbs.exercise import begin

Write = Callable[..., Path]


def walked(home: Path, file: str = "", old: str = "", new: str = "") -> Report:
    """The exercise for two with something changed in one of its files, gone through."""
    if not (home / "one-line").exists():
        begin("one-line", home, paired=True)
    if file:
        changed = home / "one-line" / file
        text = changed.read_text(encoding="utf-8")
        assert old in text
        changed.write_text(text.replace(old, new), encoding="utf-8")
    folders = app.exercises([home])
    return explore(Catalog(app.read_scripts(folders)), Words.read(folders), ["one-line"])


def test_what_is_counted_is_as_long_as_people_may_write(tmp_path: Path) -> None:
    report = walked(tmp_path, "exercise.toml", "words = 300", "words = 1500")
    assert report.findings == ()
    (seen,) = report.seen
    assert seen.longest > 1500
    assert report.messages == seen.messages > 20


def test_a_message_that_may_grow_too_long_is_found(tmp_path: Path) -> None:
    """Three times the same line fits while it is short, and no more when it may be long."""
    line = "card-note-line = { $line }"
    assert walked(tmp_path, "en.ftl", line, f"{line} {{ $line }} {{ $line }}").findings == ()
    found = walked(tmp_path, "exercise.toml", "words = 300", "words = 1500").findings
    assert any("characters where 4000 fit" in one.sentence for one in found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("about = " + "word " * 20, "`about` has 99 characters"),
        ("about = " + "word " * 21, "`about` has 104 characters; a menu shows 100."),
        ("title = " + "word " * 17, "`title` has 84 characters; a menu shows 80."),
    ],
)
def test_what_a_menu_shows_is_short(
    write: Write, ftl: str, shared: str, words: str, found: str
) -> None:
    name = words.partition(" ")[0]
    told = "\n".join(line for line in ftl.splitlines() if not line.startswith(f"{name} ="))
    folder = write(en=f"{told}\n{words}\n", shared=shared)
    sentences = [one.sentence for one in check([folder], folder / "../text")]
    assert (found in sentences) == ("menu" in found)
    assert not [one for one in sentences if "menu" in one and "menu" not in found]
