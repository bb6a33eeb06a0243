"""`handrail doctor`: what an operator must mend, what is only a note, and what ends with 1."""

from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot import config
from bot.care.lines.book import Book
from bot.store import health
from bot.verbs.doctor import Remark, doctor, examine
from tests.lines.entries import CHECKED, GOOD, TODAY, aged, book, line, unchecked

CLI = typer.Typer()
CLI.command()(doctor)
CLI.command("other")(lambda: None)  # with one command alone, Typer would not want its name


def settings(
    data: Path, *, public: bool = False, overlay: str = "helplines.toml"
) -> config.Settings:
    return config.Settings(
        store=config.Store(data=str(data)),
        service=config.Service(public=public),
        help=config.Help(overlay=overlay),
    )


def found(
    data: Path, known: Book | None = None, *, public: bool = False, overlay: str = "helplines.toml"
) -> list[Remark]:
    given = settings(data, public=public, overlay=overlay)
    return examine(given, known or book(line("Help")), TODAY)


def weight(remarks: list[Remark], part: str) -> str:
    """How heavy the one remark with these words is; "" where nothing is said of it."""
    weights = [remark.weight for remark in remarks if part in remark.sentence]
    assert len(weights) <= 1
    return weights[0] if weights else ""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder as the bot makes it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder


# ── help lines ───────────────────────────────────────────────────────────────
EXPIRED = aged(line("Old"), CHECKED - timedelta(days=300))


@pytest.mark.parametrize(
    ("known", "part"),
    [(book(EXPIRED), "expired"), (book(unchecked("Maybe")), "checked by no person")],
)
def test_old_and_unchecked_lines_are_to_be_mended_where_strangers_write(
    data: Path, known: Book, part: str
) -> None:
    assert weight(found(data, known, public=True), part) == "mend"
    assert weight(found(data, known, public=False), part) == "note"


def test_lines_that_a_person_checked_are_fine(data: Path) -> None:
    assert weight(found(data, public=True), "checked by a person, 1 of them: XX Help.") == "fine"


def test_many_lines_are_counted_and_the_first_are_named(data: Path) -> None:
    known = book(*(unchecked(f"N{number}") for number in range(7)))
    (sentence,) = (one.sentence for one in found(data, known) if "no person" in one.sentence)
    assert "7 of them: XX N0; XX N1; XX N2; XX N3; XX N4; and 2 more in:" in sentence


def test_a_weak_line_is_a_note(data: Path) -> None:
    assert weight(found(data, book(line("Help", note="WEAK")), public=True), " weak, ") == "note"


def test_a_line_that_expires_soon_is_a_note(data: Path) -> None:
    soon = aged(line("Soon"), TODAY - timedelta(days=160))
    assert weight(found(data, book(soon), public=True), "within 30 days") == "note"
    assert weight(found(data, public=True), "within 30 days") == ""


def test_a_check_on_a_day_to_come_is_to_be_mended_by_anybody(data: Path) -> None:
    ahead = aged(line("Help"), TODAY + timedelta(days=9))
    assert weight(found(data, book(ahead)), "has not come yet") == "mend"


def test_countries_without_a_line_in_a_crisis_are_named(data: Path) -> None:
    known = book(line("Help"), line("Only abuse", "abuse", country="YY"))
    assert weight(found(data, known, public=True), "in a crisis in: YY,") == "note"


def test_mistakes_in_the_files_are_to_be_mended_by_anybody(data: Path) -> None:
    assert weight(found(data, Book(mistakes=("own.toml is wrong.",))), "own.toml") == "mend"


def test_a_file_that_was_named_has_to_be_there(data: Path) -> None:
    assert weight(found(data, overlay="mine.toml"), "mine.toml") == "mend"
    (data / "mine.toml").write_text(GOOD, encoding="utf-8")
    assert weight(found(data, overlay="mine.toml"), "mine.toml") == ""
    assert weight(found(data), "help.overlay") == ""


# ── the store ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("version", "said"), [((3, 51, 2), "note"), ((3, 51, 3), "fine"), ((3, 52, 0), "fine")]
)
def test_the_version_of_sqlite_is_printed_and_an_old_one_explained(
    data: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], said: str
) -> None:
    monkeypatch.setattr(health, "sqlite_version", lambda: version)
    assert weight(found(data), f"SQLite is {'.'.join(map(str, version))}") == said


def test_a_folder_that_others_can_look_into_is_to_be_mended(data: Path) -> None:
    assert weight(found(data), "look into") == "fine"
    data.chmod(0o750)
    assert weight(found(data), f"chmod 700 {data}") == "mend"


def test_a_key_beside_the_database_is_to_be_mended_where_strangers_write(data: Path) -> None:
    assert weight(found(data, public=True), "does not lie beside") == "fine"
    for name in ("master.key", "handrail.db"):
        (data / name).touch()
    assert weight(found(data, public=True), "HANDRAIL_MASTER_KEY") == "mend"
    assert weight(found(data, public=False), "HANDRAIL_MASTER_KEY") == "note"


def test_it_says_how_long_things_are_kept(data: Path) -> None:
    assert weight(found(data), "Ratings are kept for 90 days at most") == "fine"


def test_what_cannot_be_seen_is_said_where_strangers_write(data: Path) -> None:
    assert weight(found(data, public=True), "14 days for logs, 30 for backups") == "note"


def test_a_folder_that_is_not_there_yet_is_a_note(tmp_path: Path) -> None:
    assert weight(found(tmp_path / "none"), "There is no data folder yet") == "note"


# ── the command ──────────────────────────────────────────────────────────────
def run(data: Path, text: str = "") -> tuple[int, str]:
    file = data.parent / "config.toml"
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(CLI, ["doctor", "--config", str(file)])
    return done.exit_code, done.stdout


def test_notes_alone_end_with_zero(data: Path) -> None:
    code, said = run(data)
    assert code == 0
    assert "note  service.public is false" in said
    assert "\nmend" not in f"\n{said}"


def test_something_to_mend_ends_with_one_and_stands_first(data: Path) -> None:
    data.chmod(0o755)
    code, said = run(data)
    assert code == 1
    assert said.startswith("mend  Others on this machine")


def test_a_broken_file_of_help_lines_is_told_with_its_place(data: Path) -> None:
    (data / "helplines.toml").write_text("[[line", encoding="utf-8")
    code, said = run(data)
    assert code == 1
    assert "helplines.toml is not TOML" in said


def test_wrong_settings_end_with_two(data: Path) -> None:
    code, _ = run(data, "[service]\npublic = 3\n")
    assert code == 2


def test_looking_changes_nothing(data: Path) -> None:
    run(data)
    assert list(data.iterdir()) == []
