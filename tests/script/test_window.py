"""Windows and ticked lines: each mistake that is planted into the check-in for two is found."""

import shutil
from pathlib import Path

import pytest

from bot.script.check import check
from bot.script.read import read

HOME = Path("bot/exercises/check-in-together")
HANDS = 'hands   = { opener = "from-opener", joiner = "from-joiner" }'
MISTAKES = [  # (what is replaced, by what, step, sentence)
    (HANDS, 'hands = { opener = "from-opener" }', "look",
     "`joiner` has nothing to show at the end of the window."),
    ('then    = "heard"\n', "", "look",
     "The window leads nowhere once all have shown theirs."),
    ('{ lines = "from-opener", choice = ["family", ', '{ lines = "from-opener", choice = [', "look",
     "`tick-opener` and the card `from-opener` do not have `family` in common."),
    ('{ lines = "from-opener"', '{ lines = "from-openr"', "look",
     "`lines` names `from-openr`, which is no card."),
    ('{ lines = "from-opener"', '{ lines = "from-joiner"', "look",
     "`opener` would preview the card `from-joiner`, which is by `joiner`."),
]  # fmt: skip


def planted(folder: Path, old: str, new: str) -> Path:
    """The exercise with one mistake in it."""
    there = folder / HOME.name
    shutil.copytree(HOME, there)
    shutil.copytree(HOME.parent.parent / "text", folder / "text")
    toml = there / "exercise.toml"
    text = toml.read_text(encoding="utf-8")
    assert old in text
    toml.write_text(text.replace(old, new, 1), encoding="utf-8")
    return there


@pytest.mark.parametrize(("old", "new", "step", "sentence"), MISTAKES, ids=[m[3] for m in MISTAKES])
def test_a_mistake_in_a_window_is_found(
    tmp_path: Path, old: str, new: str, step: str, sentence: str
) -> None:
    found = check([planted(tmp_path, old, new)], tmp_path / "text")
    assert (step, sentence) in {(one.step, one.sentence) for one in found}


def test_without_a_mistake_there_is_nothing_to_mend(tmp_path: Path) -> None:
    assert check([planted(tmp_path, HANDS, HANDS)], tmp_path / "text") == []


def test_a_window_ends_at_one_time_and_its_lines_are_read() -> None:
    script = read(HOME)
    _, ticks = script.fields()["tick-opener"]
    assert script.step("look").at_one_time
    assert script.unhurried
    assert (ticks.card, ticks.most) == ("from-opener", 5)
