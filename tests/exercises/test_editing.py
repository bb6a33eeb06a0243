"""Words that are changed after they were sent count until they have gone out."""

from tests.exercises.stages import stage
from tests.play import House, Seen

FIRST, SECOND = "They all went without me.", "They all left, and I stayed."


def texts(seen: list[Seen]) -> list[tuple[str, str]]:
    return [(one.by, one.text) for one in seen]


def typed(house: House, name: str, text: str) -> str:
    """Type it; the key of the event that it was."""
    house.say(name, text)
    return house.last


def test_an_edited_share_is_in_the_preview_and_on_the_card() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    house.choose("ari", "skip")
    house.choose("ari", "2")
    house.choose("ari", "listen")
    house.choose("ari", "good")
    (_, preview) = texts(house.edit("ari", SECOND, of=first))[-1]
    assert SECOND in preview
    assert FIRST not in preview
    shown = house.choose("ari", "send")
    assert any(one.by == "bo" and SECOND in one.text for one in shown)
    assert not any(FIRST in one.text for one in shown)


def test_before_the_preview_it_is_said_that_the_new_words_count() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    assert texts(house.edit("ari", SECOND, of=first)) == [
        ("ari", "✓ Changed. The new words count.")
    ]


def test_an_edit_of_what_has_gone_out_changes_nothing() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    for pick in ("skip", "2", "listen", "good", "send"):
        house.choose("ari", pick)
    before = house.session
    ((to, text),) = texts(house.edit("ari", SECOND, of=first))
    assert to == "ari"
    assert "what you wrote at first" in text
    assert house.session.answers == before.answers


def test_an_edit_of_words_that_did_not_fit_is_an_answer() -> None:
    house = stage("what")
    first = typed(house, "ari", "long " * 200)
    house.edit("ari", SECOND, of=first)
    assert house.session.step == "what"
    assert house.session.asked["sharer"] == "thought"


def test_an_edit_of_anything_else_is_no_answer() -> None:
    house = stage("what")
    house.edit("ari", SECOND, of="an older message")
    assert house.session.asked["sharer"] == "text"
    assert "text" not in house.session.answers["sharer"]


def test_an_edit_of_somebody_elses_words_changes_nothing() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    house.edit("bo", SECOND, of=first)
    assert house.session.answers["sharer"]["text"].open_for("engine") == FIRST


def test_too_long_an_edit_leaves_the_first_words() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    house.edit("ari", "long " * 200, of=first)
    assert house.session.answers["sharer"]["text"].open_for("engine") == FIRST


def test_a_threat_is_not_edited_in() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    house.edit("ari", "I will kill you.", of=first)
    assert house.session.answers["sharer"]["text"].open_for("engine") == FIRST


def test_danger_that_is_edited_in_is_asked_about_and_the_first_words_stand() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    house.edit("ari", "I want to kill myself.", of=first)
    assert house.session.asides["sharer"].script == "quick-check"
    assert house.session.answers["sharer"]["text"].open_for("engine") == FIRST
    house.wait("1s")
    assert not [one for one in house.log if one.by == "bo" and "myself" in one.text]


def test_an_edit_says_nothing_to_the_other() -> None:
    house = stage("what")
    first = typed(house, "ari", FIRST)
    since = house.session.since
    assert {one.by for one in house.edit("ari", SECOND, of=first)} == {"ari"}
    assert house.session.since == since


def test_an_edit_where_nothing_runs_is_kindly_said_to_be_too_late() -> None:
    house = House()
    ((to, text),) = texts(house.edit("ari", "helo", of="older"))
    assert to == "ari"
    assert "undo" in text


def test_an_edit_in_the_shared_place_is_no_command() -> None:
    house = stage("answer", place="room")
    assert house.edit("ari", "stop", of=house.last, room=True) == []
    assert house.session.gone == ()
