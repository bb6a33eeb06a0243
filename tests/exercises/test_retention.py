"""What is kept goes when its time is over, as each person chose, and nobody else notices."""

from datetime import timedelta

import msgspec
import pytest

from bot.model.person import Bond, Person, Record, Round
from bot.model.private import Private
from bot.model.world import Turn
from tests.engine import forks
from tests.engine.histories import lines, walk
from tests.exercises.calm import keep, of_kind
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play, span

PROPOSED = """
    ari: /share bo
        → …
    ari: [me]
        → …
    ari: [slow]
        → …
    ari: [relay]
        → …
    bo: [yes]
        → …
    bo: [4]
        → …
    bo: [calm]
        → …
    ari: [calm]
        → …
"""
DRAFTED = f"""{PROPOSED}
    ari: [sore]
        → …
    ari: [sad]
        → …
    ari: I was left out of a joke.
        → …
    ari: skip
        → …
    ari: [2]
        → ari  wish
"""


def _keeps(house: House, **kept: object) -> None:
    """Give Ari something about Bo, as an exercise would."""
    bond = Bond(owner=person_id("ari"), other=person_id("bo"), checked=True)
    changed = msgspec.structs.replace(bond, **kept)
    _change(house, Turn(bonds=(changed,)))


def _change(house: House, turn: Turn) -> None:
    """Let a turn of this kind happen, and what follows from it."""
    house._batch._apply(turn)  # noqa: SLF001 - what an exercise would have written
    house.change("ari", due=house.at)
    house.wait("0s")


def _rated(house: House) -> Round:
    return Round(id="x/1", day=house.at.date().toordinal() - 719163, size=2, band="good")


def test_ratings_are_kept_for_ninety_days() -> None:
    house = House()
    _keeps(house, shared=(_rated(house),))
    house.wait("89d")
    assert house.bond("ari", "bo").shared
    house.wait("1d")
    assert not house.bond("ari", "bo").shared


def test_who_wants_no_numbers_kept_has_none() -> None:
    house = House()
    house.change("ari", numbers="none")
    _keeps(house, shared=(_rated(house),))
    assert not house.bond("ari", "bo").shared


def test_the_trace_of_an_invite_goes_after_seven_days() -> None:
    house = House()
    _keeps(house, unanswered_at=house.at)
    house.wait("6d 23h")
    assert house.bond("ari", "bo").unanswered_at
    house.wait("1h")
    assert house.bond("ari", "bo").unanswered_at is None


def test_a_rest_goes_when_it_has_passed_and_a_mute_stays() -> None:
    house = House()
    _keeps(house, rest_until=house.at + timedelta(days=3), muted=True)
    house.wait("3d")
    kept = house.bond("ari", "bo")
    assert (kept.rest_until, kept.muted) == (None, True)


@pytest.mark.parametrize(
    ("keep", "before", "after"),
    [("nothing", None, "0s"), ("days-7", "6d 23h", "1h"), ("until-deleted", "365d", None)],
)
def test_saved_texts_stay_as_long_as_their_owner_chose(
    keep: str, before: str | None, after: str | None
) -> None:
    house = House()
    house.change("ari", keep=keep)
    owner, other = person_id("ari"), person_id("bo")
    note = Record(
        id="s/1/sharer/learning/9",
        owner=owner,
        other=other,
        kind="learning",
        at=house.at,
        body={"learning": Private("small works")},
    )
    guide = msgspec.structs.replace(note, id="s/1/sharer/guide/9", kind="guide")
    _change(house, Turn(records=(note, guide)))
    if before:
        house.wait(before)
        assert len(house.kept) == 2
    if after:
        house.wait(after)
        assert [record.kind for record in house.kept.values()] == ["guide"]


@pytest.mark.parametrize("keep", ["nothing", "days-7", "until-deleted"])
def test_what_was_kept_on_purpose_stays_until_its_owner_lets_it_go(keep: str) -> None:
    house = House()
    house.change("ari", keep=keep)
    said = () if keep == "nothing" else ("skip",)
    for line in ("/jar", "[add]", "a card", "[pinch]", "[plan]", "[quiet]", "[open-jar]", "skip"):
        act(house, f"ari: {line}")
    for line in ("[enough]", "/review", "[go-on]", *said, "[rest]"):
        act(house, f"ari: {line}")
    house.wait("400d")
    assert {record.kind for record in house.kept.values()} == {"jar", "plan", "intention"}


@pytest.mark.parametrize(("keep", "stays"), [("nothing", False), ("days-7", True)])
def test_what_connection_means_stays_unless_nothing_is_kept(keep: str, *, stays: bool) -> None:
    house = House()
    meaning = Private("being heard")
    house.change("ari", meaning=meaning, welcomed=house.at, due=house.at, keep=keep)
    house.wait("400d")
    assert (house.person("ari").meaning is not None) == stays


@pytest.mark.parametrize(("answer", "left"), [("[keep]", 1), ("skip", 0)])
def test_a_learning_that_was_kept_when_it_was_shown_stays(answer: str, left: int) -> None:
    house = House()
    house.change("ari", keep="days-7", due=house.at)
    keep(house, "learning", {"learning": "small works"}, "s/1/sharer/learning/9")
    for line in ("/review", "[go-on]", answer, "stop"):
        act(house, f"ari: {line}")
    house.wait("400d")
    assert len(of_kind(house, "learning")) == left


def test_a_text_that_waits_for_which_one_goes_after_a_day() -> None:
    house = House()
    house.change("ari", pending=Private("a line"))
    house.say("ari", "/who")  # something else happens
    house.wait("23h")
    assert house.person("ari").pending
    house.wait("1h")
    assert house.person("ari").pending is None


def test_who_was_only_named_by_others_is_not_kept() -> None:
    house = House("ari")
    house.say("ari", "/share cleo")
    assert person_id("cleo") in house.people
    house.wait("31d")
    assert person_id("cleo") not in house.people


# ── drafts ───────────────────────────────────────────────────────────────────
def test_a_draft_that_was_not_sent_goes_a_day_after_its_writer_was_here_last() -> None:
    house = play(DRAFTED)
    house.wait("23h 59m")
    assert "text" in house.session.answers["sharer"]
    seen = house.wait("1m")
    assert not {"words", "text", "thought", "wish"} & house.session.answers["sharer"].keys()
    assert not [one for one in seen if one.by == "ari"]


def test_who_comes_back_is_told_kindly_and_begins_where_it_began() -> None:
    house = play(DRAFTED)
    house.wait("25h")
    play(
        """
        ari: [listen]
            → ari  words  "lay here for a day"
        ari: [hurt]
            → ari  text
        ari: We laughed, and then I did not.
            → ari  thought
        """,
        house,
    )


def test_typing_on_and_asking_back_say_the_same() -> None:
    for typed in ("back", "undo", "something new"):
        house = play(DRAFTED)
        house.wait("25h")
        seen = [one for one in house.say("ari", typed) if one.by == "ari" and one.kind != "edit"]
        assert [one.step for one in seen] == ["feel/words"]
        assert "lay here for a day" in seen[0].text


def test_a_draft_that_went_while_its_check_was_open_is_no_answer_after_it() -> None:
    house = stage("feel")
    for typed in ("skip", "I want to kill myself"):
        house.say("ari", typed)
    house.wait("25h")
    (*_, last) = house.say("ari", "back")
    assert last.step == "what/text"
    assert "lay here for a day" in last.text
    assert house.session.asked == {"sharer": "text"}


@pytest.mark.parametrize("name", ["all goes well", "an answer that is kept"])
def test_nobody_else_can_tell_that_a_draft_was_dropped(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = lines(name, "slow", "relay")
    houses = tuple(walk(acts, "slow"))
    dropped = [_others(house) for house in houses]
    monkeypatch.setattr("bot.engine.fading.OLD", span("900d"))
    assert [_others(house) for house in houses] == dropped


def _others(house: House) -> list[tuple[forks.Row, ...]]:
    return [forks.view(house, (other, "room")) for other in ("ari", "bo")]


# ── what was delivered ───────────────────────────────────────────────────────
GOES_AT = {  # what was delivered → the stage of a round by which nothing needs it any more
    "answer": {"words", "text", "thought"},
    "thanks": {"say-back", "care"},
    "close": {"thanks"},
}


@pytest.mark.parametrize("name", sorted(GOES_AT))
def test_what_was_delivered_is_kept_only_as_long_as_a_step_needs_it(name: str) -> None:
    house = stage(name)
    assert house.session.step == name
    kept = {field for own in house.session.answers.values() for field in own}
    assert not GOES_AT[name] & kept


def test_a_person_who_changes_nothing_is_looked_at_and_stays_the_same() -> None:
    house = House()
    before: Person = house.person("ari")
    house.change("ari", due=house.at)
    house.wait("400d")
    assert msgspec.structs.replace(house.person("ari"), due=None) == before
