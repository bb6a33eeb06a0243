"""The shipped list and the operator's own: which entry counts, and what a broken file costs."""

from pathlib import Path

import pytest

from bot.app import helplines
from bot.care.lines import book as lines
from bot.care.lines.choosing import offer
from bot.care.lines.reading import Reading, read
from tests.lines.entries import GOOD, TODAY, names

OURS = read(GOOD.encode(), "ours")


def own(text: str) -> Reading:
    return read(text.encode(), "own.toml")


def test_an_entry_of_the_same_country_and_name_takes_the_place_of_ours() -> None:
    found = lines.bind(OURS, own(GOOD.replace("116 123", "999").replace("Hilfe", "hilfe")))
    assert [line.phone for line in found.lines] == ["999"]


@pytest.mark.parametrize(("old", "new"), [("DE", "AT"), ("Hilfe", "Beistand")])
def test_an_entry_of_another_country_or_name_comes_beside_ours(old: str, new: str) -> None:
    found = lines.bind(OURS, own(GOOD.replace(old, new)))
    assert len(found.lines) == 2


def test_an_entry_with_a_mistake_takes_ours_with_it() -> None:
    """It was perhaps written because ours is wrong."""
    found = lines.bind(OURS, own(GOOD.replace("116 123", "call us")))
    assert found.lines == ()
    assert len(found.mistakes) == 1


def test_a_file_that_is_not_there_is_no_mistake(tmp_path: Path) -> None:
    found = helplines(tmp_path / "none.toml")
    assert (found.mistakes, found.lines) == ((), lines.shipped().lines)


@pytest.mark.parametrize("body", [b"[[line]", b"\xff", b"[meta]\n[[line]]\n"])
def test_a_broken_file_leaves_our_list_as_it_is_and_is_told(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(body)
    found = helplines(file)
    assert found.lines == lines.shipped().lines
    assert all(str(file) in mistake for mistake in found.mistakes)
    assert found.mistakes


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (mistake,) = helplines(tmp_path).mistakes
    assert mistake.startswith(f"{tmp_path} cannot be read")


def test_where_our_list_is_gone_there_is_a_book_without_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lines, "files", lambda _package: tmp_path)
    found = helplines(tmp_path / "none.toml")
    assert found.lines == ()
    assert found.mistakes == ("The shipped list cannot be read: No such file or directory.",)


def test_a_local_service_is_shown_before_ours_once_a_person_has_checked_it(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GOOD.replace("Hilfe", "Krisendienst"), encoding="utf-8")
    found = offer(helplines(file), "DE", ("suicide",), today=TODAY)
    assert names(found.checked) == ["Krisendienst"]
    assert names(found.unchecked) == ["Emergency services", "TelefonSeelsorge"]
