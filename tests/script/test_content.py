"""Where exercises lie: private ones beside those that ship, each under a name of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import BadContent
from bot.script.content import folders

TAKE_IT_OUT = "Make it, or take it out of exercises.content_dirs."
SMALL = "use small letters from a to z, digits and dashes, and begin with a letter."
COMMANDS = frozenset({"share", "jar"})


def put(home: Path, *names: str) -> Path:
    """A folder with exercises of these names; what is in them does not matter here."""
    for name in names:
        (home / name).mkdir(parents=True)
        (home / name / "exercise.toml").touch()
    return home


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return put(tmp_path / "shipped", "pause", "welcome")


def mistakes(shipped: Path, *dirs: Path) -> list[str]:
    with pytest.raises(BadContent) as caught:
        folders(shipped, dirs, COMMANDS)
    return str(caught.value).splitlines()


def test_all_are_found_by_name(shipped: Path, tmp_path: Path) -> None:
    mine, more = put(tmp_path / "mine", "letter"), put(tmp_path / "more", "rain", "notes")
    (mine / "what-is-no-exercise").mkdir()
    found = folders(shipped, [mine, more], COMMANDS)
    assert [one.name for one in found] == ["letter", "notes", "pause", "rain", "welcome"]
    assert found[0] == mine / "letter"


def test_a_folder_that_is_named_twice_counts_once(shipped: Path, tmp_path: Path) -> None:
    mine = put(tmp_path / "mine", "letter")
    assert len(folders(shipped, [mine, mine], COMMANDS)) == 3


def test_an_empty_folder_is_fine(shipped: Path, tmp_path: Path) -> None:
    assert len(folders(shipped, [put(tmp_path)], COMMANDS)) == 2


def test_everything_that_is_wrong_is_said_at_once(shipped: Path, tmp_path: Path) -> None:
    names = ("pause", "share", "Big", "yes", "a" * 33, "rain", "rain-2")
    mine, more = put(tmp_path / "mine", *names), put(tmp_path / "more", "rain")
    file = tmp_path / "file"
    file.touch()
    said = mistakes(shipped, mine, tmp_path / "gone", file, mine / "rain", more)
    assert sorted(said) == sorted(
        [
            f"There is no folder {tmp_path / 'gone'}. {TAKE_IT_OUT}",
            f"{file} is a file. exercises.content_dirs names folders.",
            f"{mine / 'rain'} is an exercise itself. Name the folder that it lies in.",
            "`pause` is an exercise that comes with Handrail. Give yours another name.",
            "`share` is a command already. Give your exercise another name.",
            f"`Big` cannot be the name of an exercise: {SMALL}",
            "`yes` is a word that people answer with. Give your exercise another name.",
            f"`{'a' * 33}` is too long: people type it, and 32 letters are the most.",
            f"`rain` stands in {mine} and in {more}. Give one of them another name.",
        ]
    )


def test_a_file_that_was_saved_in_another_way_is_said(shipped: Path, tmp_path: Path) -> None:
    mine = put(tmp_path / "mine", "letter")
    (mine / "letter" / "en.ftl").write_bytes("title = Für dich".encode("latin-1"))
    assert mistakes(shipped, mine) == [
        f"{mine / 'letter' / 'en.ftl'} is not UTF-8 text. Save it as that."
    ]


class Locked(type(Path())):  # type: ignore[misc] # which class a path is, depends on the machine
    """A path that nobody may look into, for machines on which one may look into everything."""

    def iterdir(self) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(self))


def test_a_folder_that_may_not_be_read_is_said(shipped: Path, tmp_path: Path) -> None:
    mine = put(tmp_path / "mine", "letter")
    assert mistakes(shipped, Locked(mine)) == [f"{mine} cannot be read: Permission denied."]
