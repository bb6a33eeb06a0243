"""The walk through every state finds what is broken on purpose, and nothing in what is whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.engine import answers, exits, moves
from bot.engine.scene import Scene
from bot.model.message import Arg, Kind, Line
from bot.model.session import Role
from bot.script.catalog import Catalog
from bot.script.explore import Report, explore
from bot.script.explore.processes import explore_in_processes
from bot.script.read import read
from bot.text.words import Words
from tests.play import catalog, words

EXERCISES = Path(moves.__file__).parents[1] / "exercises"
SMALL = ["check-in", "jar", "pause", "real-life"]
FEW = 1200  # states are enough to find what is planted

Break = Callable[[pytest.MonkeyPatch], None]


def test_a_walk_that_is_whole_finds_nothing_in_exercises_as_they_are() -> None:
    """`handrail check` walks all of them; here it is some that are small, two at a time."""
    report = explore_in_processes(app.exercises(), SMALL, processes=2)
    assert [seen.script for seen in report.seen] == SMALL
    assert report.findings == report.unfinished == ()
    assert report == explore(catalog(), words(), SMALL)


def test_where_two_people_are_in_it_exits_are_held_against_silence() -> None:
    report = explore(catalog(), words(), ["small-share"], FEW)
    (seen,) = report.seen
    assert report.findings == ()
    assert (seen.states, seen.complete) == (FEW, False)
    assert seen.compared > FEW / 4


def test_a_walk_that_is_not_whole_is_named() -> None:
    (unfinished,) = explore(catalog(), words(), ["jar"], 3).unfinished
    assert unfinished.file == "jar/exercise.toml"
    assert unfinished.sentence == "Not walked to its end: it has more than 3 states."


# ── planted in an exercise ───────────────────────────────────────────────────
BEGINS = """
roles = ["sharer", "listener"]
first = "place"
[patience]
slow = { soft = "1h", hard = "2h", invite = "2h" }
[card.shown]
by = "sharer"
lines = ["secret"]
[step.place]
ask = "proposer"
answer = { choice = ["room", "relay"] }
does = ["set-place"]
then = "begin"
[step.begin]
does = ["begin"]
then = "secret"
[step.secret]
ask = "sharer"
answer = ANSWER
QUIET
then = "over"
[step.over]
"""
WORDS = """
title = Planted
about = Broken on purpose.
place = Where?
    .room = Here
    .relay = There
secret = What is it?
told = It was { $secret }.
card-shown = From { $by }
card-shown-secret = { $secret }
"""
CLOSES = 'does = ["close-room"]'
PLANTED = {  # what must be said about it → the answer, a quiet rule, and the last step
    "this never ends": ("", 'quiet = "pass"\nsilent = { sharer = "secret" }', CLOSES),
    "words mention is not there": ("", "", f'note = {{ listener = "told" }}\n{CLOSES}'),
    "Words are missing": ("", "", f'note = {{ listener = "unwritten" }}\n{CLOSES}'),
    "raises": ("", "", 'does = ["no-such-effect"]'),
    "shared place stays open": ("", "", ""),
    "choices where 25 fit": ('{ scale = "1-30" }', "", CLOSES),
}


@pytest.mark.parametrize("sentence", PLANTED)
def test_what_is_planted_in_an_exercise_is_found(sentence: str, tmp_path: Path) -> None:
    answer, quiet, last = PLANTED[sentence]
    body = BEGINS.replace("ANSWER", answer or "{ words = 100 }").replace("QUIET", quiet)
    folder = tmp_path / "planted"
    folder.mkdir()
    (folder / "exercise.toml").write_text(f"{body}{last}")
    (folder / "en.ftl").write_text(WORDS)
    scripts = Catalog({"planted": read(folder), "pause": catalog().current("pause")})
    texts = Words.read([folder, EXERCISES / "pause"])
    found = told(explore(scripts, texts, ["planted"]))
    assert sentence in found


# ── planted in the engine ────────────────────────────────────────────────────
def told(report: Report) -> str:
    return "\n".join(finding.sentence for finding in report.findings)


def says_who_left(patch: pytest.MonkeyPatch) -> None:
    silent = exits.fall_silent

    def loud(scene: Scene, role: Role) -> None:
        for other in scene.session.others(role):
            scene.note(other, ".has-closed")
        silent(scene, role)

    patch.setattr(exits, "fall_silent", loud)


def ends_at_once(patch: pytest.MonkeyPatch) -> None:
    silent = exits.fall_silent

    def sudden(scene: Scene, role: Role) -> None:
        silent(scene, role)
        exits.end(scene)

    patch.setattr(exits, "fall_silent", sudden)


def forgets_what_was_offered(patch: pytest.MonkeyPatch) -> None:
    def all_gone(scene: Scene, role: Role) -> None:
        kept = {r: own for r, own in scene.session.answers.items() if r != role}
        scene.put(answers=kept)

    patch.setattr(exits, "_destroy_drafts", all_gone)


def leaves_buttons(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        exits, "end", lambda scene: scene.put(status="ended", answers={}, asides={}, deadline=None)
    )


def keeps_answers(patch: pytest.MonkeyPatch) -> None:
    end = exits.end

    def keep(scene: Scene) -> None:
        held = scene.session.answers
        end(scene)
        scene.put(answers=held)

    patch.setattr(exits, "end", keep)


def tells_everybody(patch: pytest.MonkeyPatch) -> None:
    """Every sentence holds all that anybody has answered."""
    names = Scene.names

    def all_of_it(scene: Scene, role: Role) -> dict[str, Arg]:
        answers = scene.session.answers.values()
        return names(scene, role) | {name: own[name] for own in answers for name in own}

    patch.setattr(Scene, "names", all_of_it)


def says_all_on_the_lock_screen(patch: pytest.MonkeyPatch) -> None:
    """What nobody asked for begins with the matter itself."""
    patch.setattr("bot.text.words.LEAD", ".rest-over")


def offers_everything_in_small_mode(patch: pytest.MonkeyPatch) -> None:
    both = answers.everything_and_shown
    patch.setattr(answers, "offered", lambda scene, role, field, **_: both(scene, role, field)[0])


def keeps_the_room(patch: pytest.MonkeyPatch) -> None:
    say = Scene.say_room

    def no_close(scene: Scene, kind: Kind, lines: tuple[Line, ...] = (), **more: Any) -> str:  # noqa: ANN401 - as `say_room`
        return "" if kind == "close" else say(scene, kind, lines, **more)

    patch.setattr(Scene, "say_room", no_close)


BROKEN: list[tuple[Break, str]] = [
    (says_who_left, "can tell that"),
    (ends_at_once, "can tell that"),
    (forgets_what_was_offered, "words mention is not there"),
    (leaves_buttons, "keeps buttons after the end"),
    (keeps_answers, "Answers are kept after the end"),
    (tells_everybody, "answered in private"),
    (says_all_on_the_lock_screen, "lock screen"),
    (offers_everything_in_small_mode, "choices where 2 fit"),
    (keeps_the_room, "shared place stays open"),
]


@pytest.mark.parametrize(
    ("plant", "sentence"), BROKEN, ids=lambda one: getattr(one, "__name__", "")
)
def test_what_is_planted_in_the_engine_is_found(
    plant: Break, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert sentence in told(explore(catalog(), words(), ["small-share"], FEW))
