"""Names give nothing away: those of exercises, of commands, and the bot's own."""

from pathlib import Path

import pytest

from bot.commands.registry import ALL
from bot.script.checks import names
from bot.script.ftl import sheet

EXERCISES = sorted(file.parent.name for file in Path("bot/exercises").glob("*/exercise.toml"))


def found(tmp_path: Path, source: str, locale: str = "en") -> list[str]:
    file = tmp_path / f"{locale}.ftl"
    file.write_text(source, encoding="utf-8")
    return [finding.sentence for finding in names.check(sheet(file))]


@pytest.mark.parametrize(
    ("locale", "name", "told"),
    [
        ("en", "Therapy hour", "Therapy"),
        ("en", "Abuse check", "Abuse"),
        ("en", "Love letters", "Love"),
        ("en", "Heart to heart", "Heart"),
        ("en", "Quick escape", "escape"),
        ("en", "Small share ❤️", "❤"),
        ("en", "😍 Share", "😍"),
        ("de", "Therapie", "Therapie"),
        ("de", "Liebe und mehr", "Liebe"),
    ],
)
def test_a_name_that_gives_something_away_is_found(
    tmp_path: Path, locale: str, name: str, told: str
) -> None:
    sentence = f'says "{told}", and others see names over a shoulder.'
    for entry in ("title", "command-share", "control-share", "-bot"):
        assert found(tmp_path, f"{entry} = {name}", locale) == [f"`{entry}` {sentence}"]


def test_only_names_are_held_to_it(tmp_path: Path) -> None:
    assert found(tmp_path, "title = Small share\ncommand-help = Help\n-bot = Handrail") == []
    assert found(tmp_path, "about = Not therapy.\ncommand-a-help = See love.") == []


@pytest.mark.parametrize("name", [*EXERCISES, *(command.name for command in ALL), "Handrail"])
def test_our_own_names_give_nothing_away(name: str) -> None:
    assert list(names.telling(name.replace("-", " "), "en")) == []
