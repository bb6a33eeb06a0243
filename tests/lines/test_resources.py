"""`handrail resources`: what is to be checked, and recording that it was."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.app import own_lines
from bot.care.lines.book import shipped
from bot.care.lines.choosing import state
from bot.model.helpline import UNCHECKED, Helpline
from bot.verbs.resources import resources
from tests.lines.entries import GOOD

CLI = typer.Typer()
CLI.add_typer(resources, name="resources")
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
WEAK = next(line for line in shipped().lines if "WEAK" in line.note)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the operator's help lines stand; there is none yet."""
    return tmp_path / "data" / "own.toml"


def run(own: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, what is said, and what is said to whoever must act."""
    done = CliRunner().invoke(CLI, ["resources", *words, "--file", str(own)])
    return done.exit_code, done.stdout, done.stderr


def check(own: Path, name: str = "Samaritans", *more: str) -> tuple[int, str, str]:
    given = more if "--by" in more else (*more, "--by", "ada")
    country = () if "--country" in more else ("--country", "GB")
    return run(own, "verified", name, *country, *given)


def only(own: Path) -> Helpline:
    """The one entry of the file, which has no mistakes."""
    found = own_lines(own)
    assert found.mistakes == ()
    (line,) = found.lines
    return line


def written(own: Path, text: str) -> None:
    own.parent.mkdir()
    own.write_text(text, encoding="utf-8")


# ── listing ──────────────────────────────────────────────────────────────────
def test_every_entry_is_listed_with_its_sources(own: Path) -> None:
    code, listed, _ = run(own)
    assert code == 0
    assert [line.name for line in shipped().lines if f'"{line.name}"' not in listed] == []
    sources = {url for line in shipped().lines for url in line.source_urls}
    assert [url for url in sources if url not in listed] == []
    assert f"{len(shipped().lines)} help lines: " in listed


def test_what_expires_first_stands_first(own: Path) -> None:
    written(own, GOOD.replace("2026-11-22", "2020-01-01").replace("Hilfe", "Old"))
    _, listed, _ = run(own)
    assert listed.startswith('DE "Old": EXPIRED on 2020-06-29; not shown\n')


def test_one_country_can_be_listed(own: Path) -> None:
    _, listed, _ = run(own, "--country", "gb")
    assert "Samaritans" in listed
    assert "TelefonSeelsorge" not in listed


def test_mistakes_are_told_after_the_list(own: Path) -> None:
    written(own, GOOD.replace("116 123", "call us"))
    code, listed, told = run(own)
    assert (code, "Samaritans" in listed) == (2, True)
    assert told.startswith("The help lines have mistakes. All of them are listed.\n")
    assert 'DE "Hilfe", phone: must be' in told


# ── recording ────────────────────────────────────────────────────────────────
def test_a_check_is_a_copy_of_the_entry_with_who_and_when(own: Path) -> None:
    (ours,) = (line for line in shipped().lines if line.name == "Samaritans")
    code, told, _ = check(own, "samaritans", "--by", "ada", "--by", "bo  k")
    mine = only(own)
    assert code == 0
    assert (mine.verified_on, mine.verified_by) == (TODAY, "ada and bo k")
    assert (mine.name, mine.phone, mine.source_urls) == (ours.name, ours.phone, ours.source_urls)
    assert state(mine, TODAY) == "checked"
    assert f'GB "Samaritans": checked on {TODAY} by ada and bo k; until ' in told


def test_the_installed_list_stays_as_it_was(own: Path) -> None:
    before = shipped()
    check(own)
    assert shipped() == before


def test_a_second_check_takes_the_place_of_the_first_and_leaves_the_rest_alone(own: Path) -> None:
    check(own, "Samaritans", "--on", str(TODAY - 9 * DAY))
    check(own, "TelefonSeelsorge", "--country", "DE")
    before = own.read_text(encoding="utf-8").replace("[[line]]", "# mine\n[[line]]", 1)
    own.write_text(before, encoding="utf-8")
    check(own, "Samaritans", "--by", 'b"o\\')
    after = own.read_text(encoding="utf-8")
    changed = set(after.splitlines()) ^ set(before.splitlines())
    assert {line.partition(" =")[0] for line in changed} <= {"verified_on", "verified_by"}
    (mine,) = (line for line in own_lines(own).lines if line.country == "GB")
    assert (mine.verified_on, mine.verified_by) == (TODAY, 'b"o\\')


def test_a_weak_entry_is_shown_once_it_was_checked(own: Path) -> None:
    code, _, _ = check(own, WEAK.name, "--country", WEAK.country)
    assert code == 0
    assert state(only(own), TODAY) == "checked"
    assert "Before the check: weak" in only(own).note


@pytest.mark.parametrize("line", shipped().lines, ids=lambda line: f"{line.country} {line.name}")
def test_every_entry_that_ships_can_be_recorded(own: Path, line: Helpline) -> None:
    code, _, told = check(own, line.name, "--country", line.country)
    assert (code, told) == (0, "")
    assert only(own).key == line.key


def test_the_file_keeps_its_own_time_to_expire(own: Path) -> None:
    written(own, "[meta]\nschema = 1\nexpires_after_days = 30\n")
    check(own)
    assert only(own).expires_on == TODAY + 30 * DAY


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Samaritan",), "There is no Samaritan in GB. Did you mean Samaritans?"),
        (("Nightline",), "There is no Nightline in GB. There are: Samaritans; "),
        (("Samaritans", "--country", "fj"), "There is no help line in FJ."),
        (("Samaritans", "--on", "today"), "--on takes a day such as 2026-11-22."),
        (("Samaritans", "--on", str(TODAY + 2 * DAY)), "--on is a day that has not come yet."),
        (("Samaritans", "--on", str(TODAY - 180 * DAY)), "That was 180 days ago or more"),
        (("Samaritans", "--by", " "), "Say with --by who has checked it"),
        (("Samaritans", "--by", UNCHECKED), "Say with --by who has checked it"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_changes_nothing(
    own: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, told = check(own, *words)
    assert code == 2
    assert told.startswith("The check of a help line was not recorded. Nothing has changed.\n")
    assert said in told
    assert not own.exists()


def test_a_file_with_mistakes_is_to_be_mended_first(own: Path) -> None:
    written(own, GOOD.replace("116 123", "call us"))
    code, _, told = check(own)
    assert (code, 'DE "Hilfe", phone: must be' in told) == (2, True)
    assert own.read_text(encoding="utf-8").count("[[line]]") == 1


def test_an_entry_in_a_form_that_cannot_be_amended_is_left_to_the_operator(own: Path) -> None:
    entry = GOOD.partition("[[line]]")[2].strip().replace("\n", ", ")
    text = f"line = [{{ {entry} }}]\n[meta]\nschema = 1\n"
    written(own, text)
    code, _, told = check(own, "Hilfe", "--country", "DE")
    assert (code, "by hand" in told) == (2, True)
    assert own.read_text(encoding="utf-8") == text


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, _, told = check(tmp_path / "file" / "own.toml")
    assert code == 2
    assert "Not a directory" in told or "File exists" in told


def test_without_a_name_of_a_file_that_of_the_settings_is_used(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[help]\noverlay = "mine.toml"\n', encoding="utf-8")
    words = ["verified", "Samaritans", "--country", "GB", "--by", "ada", "--config", str(settings)]
    assert CliRunner().invoke(CLI, ["resources", *words]).exit_code == 0
    assert only(tmp_path / "data" / "mine.toml").name == "Samaritans"
