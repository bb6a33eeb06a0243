"""The guide for authors: what stands in it is what passes the check and what happens."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import cli
from tests.authors.house import house_with
from tests.house import tree
from tests.play import play

GUIDE = Path("docs/authors.md")
NAME = "small-thanks"
BLOCK = re.compile(r"^```(\S*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[tuple[str, str]]:
    """The blocks of a kind, each with what stands behind its kind."""
    return [(of, text) for found, of, text in BLOCK.findall(tree.text(GUIDE)) if found == kind]


@pytest.fixture
def written(home: Path) -> Path:
    """The example, put together of its parts as a reader would; its folder."""
    folder = home / NAME
    folder.mkdir()
    for kind in ("toml", "ftl"):
        for place, text in blocks(kind):
            with (home / place).open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")
    assert sorted(one.name for one in folder.iterdir()) == ["en.ftl", "exercise.toml"]
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli.cli, [str(word) for word in words])


@pytest.mark.usefixtures("written")
def test_the_example_has_nothing_to_mend(settings: Path) -> None:
    done = run("check", NAME, "--config", settings)
    assert done.exit_code == 0, done.output
    assert f"{NAME}: " in done.output


@pytest.mark.usefixtures("written")
def test_the_example_goes_as_the_guide_says(home: Path) -> None:
    ((_, transcript),) = [one for one in blocks("text") if one[0] == NAME]
    play(transcript, house_with(home))


def test_the_finding_in_the_guide_is_what_is_said(settings: Path, written: Path) -> None:
    words = written / "en.ftl"
    text = words.read_text(encoding="utf-8")
    slip = "{ $other } is waiting. It takes a minute to read."
    old = (
        "{ $other } would like to tell you about a small thing you did. It takes a minute to read."
    )
    assert old in text
    words.write_text(text.replace(old, slip), encoding="utf-8")
    done = run("check", NAME, "--config", settings)
    ((_, expected),) = [one for one in blocks("text") if one[0] == "finding"]
    assert done.exit_code == 1
    assert expected.strip() in done.output


def test_the_settings_in_the_guide_are_settings(tmp_path: Path) -> None:
    ((_, text),) = blocks("ini")
    (tmp_path / "my-exercises").mkdir()
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    assert run("exercise", "list", "--config", file).exit_code == 0
    begun = run("exercise", "new", NAME, "--paired", "--config", file)
    assert begun.exit_code == 0
    assert (tmp_path / "my-exercises" / NAME / "en.ftl").exists()


def test_every_command_in_the_guide_is_one() -> None:
    commands = re.findall(r"^handrail ([a-z]+(?: [a-z]+)?)", tree.text(GUIDE), re.MULTILINE)
    commands += re.findall(r"`handrail ([a-z]+(?: show)?)", tree.text(GUIDE))
    assert {"check", "try", "exercise new", "exercise show", "run"} <= {*commands}
    for words in commands:
        assert run(*words.split(), "--help").exit_code == 0, words
