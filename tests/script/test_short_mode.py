"""Short mode in every exercise: wherever a question may be skipped, Skip is among what is shown."""

import pytest

from bot.engine import answers, parts
from bot.engine.scene import Cast, Scene
from bot.model.person import Account, Person, PersonId
from bot.model.private import Private
from bot.model.script import Field, Script
from bot.model.session import Circle, Session
from tests.play import START, catalog

MOST = 4  # on the screen of a hard day, the quiet way out not counted
SELF = PersonId("id-of-ari")


def scene_of(script: Script, step: str, answered: dict[str, Private]) -> Scene:
    """Somebody at this step, in short mode, who has answered this before."""
    seats = parts.seats(3) if script.members else script.roles
    players = {role: PersonId(f"id-of-{role}") for role in seats}
    people = {
        who: Person(id=who, account=Account(platform="local", native=who), small=True)
        for who in players.values()
    }
    session = Session(
        id="s",
        script=script.name,
        digest=script.digest,
        step=step,
        players=players,
        proposer=next(iter(players.values())),
        began=START,
        answers=dict.fromkeys(players, answered),
        circle=Circle(sharer=seats[0]) if script.members else None,
    )
    return Scene(catalog(), session, Cast(people=people), START)


def shown(script: Script, step: str, field: Field, **answered: Private) -> list[str]:
    scene = scene_of(script, step, answered)
    role = next(iter(scene.session.players))
    return [choice.id for choice in answers.everything_and_shown(scene, role, field)[1]]


def questions(name: str) -> list[tuple[str, Field]]:
    steps = catalog().current(name).steps.values()
    return [(step.name, field) for step in steps for own in step.ask.values() for field in own]


@pytest.mark.parametrize("name", catalog().names())
def test_what_may_be_skipped_shows_a_way_on_that_commits_to_nothing(name: str) -> None:
    script = catalog().current(name)
    for step, field in questions(name):
        before = {one: Private("sore") for one in field.skip_if[:1]}
        if field.skip or field.skip_if:
            assert "skip" in shown(script, step, field, **before), (step, field.name)


@pytest.mark.parametrize("name", catalog().names())
def test_there_is_something_to_tap_and_never_only_a_pause(name: str) -> None:
    script = catalog().current(name)
    for step, field in questions(name):
        ids = [one for one in shown(script, step, field) if one != "uneasy"]
        assert ids or field.kind == "lines", (step, field.name)  # lines are ticked of what there is
        assert ids != ["pause"], (step, field.name)
        assert len(ids) <= MOST or field.whole, (step, field.name)


@pytest.mark.parametrize("name", catalog().names())
def test_words_that_are_there_already_can_be_left_as_they_are(name: str) -> None:
    script = catalog().current(name)
    for step, field in questions(name):
        if field.kind == "words" and not field.whole:
            ids = shown(script, step, field, **{field.name: Private("Mine.")})
            assert ids[0] == "same", (step, field.name)
