"""What an author asks for on the command line: begin, check, look, check again at each change."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import app, cli, config
from bot.verbs import trying
from bot.verbs.check import again
from bot.verbs.exercise import begin
from bot.verbs.watching import Watch


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli.cli, [str(word) for word in words])


# ── new ──────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("name", "flags"), [("rain", ()), ("one-line", ("--paired",))])
def test_a_new_exercise_passes_the_check_as_it_is(
    settings: Path, name: str, flags: tuple[str, ...]
) -> None:
    begun = run("exercise", "new", name, *flags, "--config", settings)
    assert begun.exit_code == 0
    assert f"handrail check {name}" in begun.output
    assert "content_dirs" not in begun.output, "it is listed already"
    done = run("check", name, "--config", settings)
    assert done.exit_code == 0, done.output
    assert f"{name}: " in done.output
    assert "nothing to mend" in done.output


def test_a_folder_of_ones_own_choice_is_told_how_to_be_found(tmp_path: Path) -> None:
    done = run("exercise", "new", "rain", "--into", tmp_path / "deep" / "down")
    assert (tmp_path / "deep" / "down" / "rain" / "en.ftl").exists()
    assert f'content_dirs = ["{(tmp_path / "deep" / "down").as_posix()}"]' in done.output


def test_a_folder_that_is_listed_and_not_there_yet_is_made(settings: Path, home: Path) -> None:
    home.rmdir()
    assert run("exercise", "new", "rain", "--config", settings).exit_code == 0
    assert (home / "rain" / "exercise.toml").exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("share", "`share` is a command already."),
        ("pause", "`pause` is an exercise that comes with Handrail."),
        ("Rain", "use small letters"),
        ("../rain", "use small letters"),
        ("yes", "people answer with"),
        ("love-notes", 'it says "Love"'),
        ("rain", "is there already"),
    ],
)
def test_a_name_that_does_not_do_is_refused_kindly(
    settings: Path, home: Path, name: str, why: str
) -> None:
    begin("rain", home)
    done = run("exercise", "new", name, "--config", settings)
    assert done.exit_code == 2
    assert "nothing was written" in done.output
    assert why in done.output
    assert [one.name for one in home.iterdir()] == ["rain"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("exercise", "new", "rain", "--into", tmp_path / "file")
    assert done.exit_code == 2
    assert "Not a directory" in done.output


# ── look ─────────────────────────────────────────────────────────────────────
@pytest.mark.usefixtures("evening")
def test_private_exercises_are_listed_and_shown(settings: Path) -> None:
    assert "evening" in run("exercise", "list", "--config", settings).output.splitlines()
    assert "How was today" in run("exercise", "show", "evening", "--config", settings).output
    assert run("exercise", "show", "evening").exit_code == 2, "without settings it is not there"


@pytest.mark.parametrize("verb", [("check",), ("exercise", "list"), ("exercise", "show", "jar")])
def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    settings: Path, home: Path, verb: tuple[str, ...]
) -> None:
    home.rmdir()
    done = run(*verb, "--config", settings)
    assert done.exit_code == 2
    assert f"There is no folder {home}." in done.output


# ── check ────────────────────────────────────────────────────────────────────
def spoil(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("One line is plenty.", "Ask your spouse.")
    file.write_text(text, encoding="utf-8")
    stamp = file.stat().st_mtime_ns + 10_000_000  # as if it were written a moment later
    os.utime(file, ns=(stamp, stamp))


def test_a_mistake_is_named_with_its_place(settings: Path, evening: Path) -> None:
    spoil(evening / "en.ftl")
    done = run("check", "evening", "--config", settings)
    assert done.exit_code == 1
    assert "evening/en.ftl:" in done.output
    assert 'says "spouse"' in done.output
    assert "1 to mend." in done.output


def test_a_change_is_told_once_and_only_when_it_is_quiet(home: Path, evening: Path) -> None:
    watch = Watch([home])
    assert not watch.changed()
    spoil(evening / "en.ftl")
    assert not watch.changed(), "somebody may still be writing"
    assert watch.changed() == {evening / "en.ftl"}
    assert not watch.changed()


def test_what_comes_and_what_goes_is_a_change_too(home: Path, evening: Path) -> None:
    watch = Watch([home])
    new = begin("rain", home)
    (evening / "exercise.toml").unlink()
    (home / "notes.txt").touch()
    assert not watch.changed()
    expected = {new / "en.ftl", new / "exercise.toml", evening / "exercise.toml"}
    assert watch.changed() == expected


def test_each_round_says_what_it_found_and_goes_on(
    home: Path, evening: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again([home], ["evening"])
    assert "evening: " in capsys.readouterr().out
    spoil(evening / "en.ftl")
    again([home], ["evening"])
    assert 'says "spouse"' in capsys.readouterr().out
    (evening / "exercise.toml").write_text("roles = [", encoding="utf-8")
    again([home], ["evening"])
    assert "This is not TOML" in capsys.readouterr().out
    begin("share", home)
    again([home], [])
    told = capsys.readouterr()
    assert "`share` is a command already." in told.err
    assert "Ctrl+C ends it." in told.out


@pytest.mark.usefixtures("evening")
def test_watching_checks_again_after_a_change_and_ends_quietly_on_ctrl_c(
    settings: Path, evening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pauses between the looks are when the author does something."""
    pauses = iter(["spoil", "wait", "wait"])

    def pause(_seconds: float) -> None:
        act = next(pauses, "end")
        if act == "end":
            raise KeyboardInterrupt
        if act == "spoil":
            spoil(evening / "en.ftl")

    monkeypatch.setattr(time, "sleep", pause)
    done = run("check", "--watch", "--config", settings)
    assert done.exit_code == 0
    before, _, after = done.output.partition("Ctrl+C ends it.")
    assert "nothing to mend" in before
    assert 'says "spouse"' in after
    assert "Traceback" not in done.output


@pytest.mark.usefixtures("evening", "one_line")
def test_ctrl_c_in_a_terminal_leaves_no_traceback(settings: Path) -> None:
    """It reaches every process that walks, whatever each of them is at."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", "check", "--watch"]
    words = [*command, "--config", str(settings)]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as watching:
        assert watching.stdout is not None
        while "Ctrl+C" not in (line := watching.stdout.readline()):
            assert line, "it ended by itself"
        (settings.parent / "mine" / "evening" / "en.ftl").touch()
        os.killpg(watching.pid, signal.SIGINT)
        rest = watching.stdout.read()
    assert watching.returncode == 0
    assert "Traceback" not in rest


# ── try ──────────────────────────────────────────────────────────────────────
def test_trying_takes_up_what_fits_and_keeps_what_it_had_where_nothing_does(
    settings: Path, evening: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = config.load(settings)
    assert trying.fits(loaded)
    (evening / "exercise.toml").write_text("roles = [", encoding="utf-8")
    assert not trying.fits(loaded)
    told = capsys.readouterr().err
    assert "This is not TOML" in told
    assert "The page keeps to what it had." in told


def test_every_exercise_that_ships_has_its_name_in_the_list() -> None:
    assert run("exercise", "list").output.split() == [one.name for one in app.exercises()]


# ── and the operator's verbs ─────────────────────────────────────────────────
@pytest.mark.usefixtures("evening")
def test_a_rehearsal_knows_them(settings: Path) -> None:
    lines = '{"person":"ari","welcomed":true}\n{"as":"ari","command":"evening"}\n'
    words = ["simulate", "--config", str(settings)]
    done = CliRunner().invoke(cli.cli, words, input=lines)
    assert done.exit_code == 0
    assert "How was today" in done.output


def test_the_doctor_says_whether_they_can_be_served(settings: Path, evening: Path) -> None:
    words = ["doctor", "--config", str(settings), "--data", str(settings.parent / "data")]
    assert "fine  Exercises of your own: evening." in run(*words).output
    (evening / "exercise.toml").write_text("roles = [", encoding="utf-8")
    done = run(*words)
    assert done.exit_code == 1
    assert "mend  evening/exercise.toml" in done.output
