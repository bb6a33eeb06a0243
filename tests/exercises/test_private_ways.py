"""What private exercises promise is so, wherever they open, and none of them is a dead end."""

import pytest

from tests.exercises.guides import met, write
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play

DARK = "I want to kill myself"
HURT = "I am scared of them, they hit me"


def do(house: House, *lines: str) -> list[str]:
    """Let this happen; the names of all that was seen."""
    return [name for line in lines for one in act(house, line) for name in one.names()]


def invited(*, checked: bool = True) -> House:
    """Ari has invited Bo."""
    house = House(checked=checked)
    passed = () if checked else ("ari: [none]",)
    do(house, "ari: /share bo", *passed, "ari: [me]", "ari: [slow]", "ari: [relay]")
    return house


def two_open() -> House:
    """Ari has two questions for text before them."""
    house = House("ari", "bo", "cam")
    for other in ("bo", "cam"):
        do(house, f"ari: /share {other}", "ari: [me]", "ari: [slow]", "ari: [relay]")
        do(house, f"{other}: [yes]", f"{other}: [3]", f"{other}: [calm]", "ari: [calm]")
        do(house, "ari: [sore]", "ari: [sad]")
    house.change("ari", focus="")
    return house


# ── short mode hides nothing that matters ────────────────────────────────────
def test_short_mode_shows_every_answer_of_the_private_check() -> None:
    house = House(checked=False)
    house.change("ari", small=True)
    do(house, "ari: /share bo")
    assert {"none", "some", "rather-not"} <= set(dict(house.open_for("ari")[-1].choices))


def test_in_short_mode_people_are_there_to_tap_and_looking_on_hides_nothing() -> None:
    house = met()
    write(house, "Sit with me first.", "bo")
    house.ask("ari", "small")
    house.ask("ari", "guide")
    seen = house.choose("ari", "look")
    assert [name for name, _ in seen[-1].choices] == ["next", "back-out"]
    house.choose("ari", "back-out")
    house.ask("bo", "guide")
    house.choose("bo", "theirs")
    house.ask("bo", "small")
    seen = house.say("bo", "what now")
    assert [name for name, _ in seen[-1].choices] == [person_id("ari"), "back-out"]


# ── a rest is a rest ─────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "before", [("bo: /rest",), (f"bo: {DARK}", "bo: [yes]", "bo: [none]", "bo: [draft]")]
)
def test_a_yes_of_somebody_who_rests_does_not_count_and_they_are_told(
    before: tuple[str, ...],
) -> None:
    house = invited()
    do(house, *before)
    key = next(one.key for one in house.seen_by("bo") if one.step == "invite/invite")
    house.tap("bo", key, "yes")
    assert not house.session.begun
    assert "resting" in {name for one in house.seen_by("bo") for name in one.names()}


def test_after_hurt_in_an_invite_nothing_begins_with_this_person() -> None:
    house = invited(checked=False)
    do(house, f"bo: {HURT}", "bo: [here]")
    seen = do(house, "bo: [draft]")
    assert "resting" in seen
    assert not house.session.begun


def test_a_proposer_who_rests_by_now_is_silent_from_the_beginning() -> None:
    """To whoever said yes it is a proposer who does not answer."""
    silent, resting = invited(), invited()
    do(resting, "ari: /rest")
    before = len(resting.seen_by("ari"))
    for house in (silent, resting):
        do(house, "bo: [yes]", "bo: [3]", "bo: [calm]", "+ 9d")
    assert [(one.at, one.text) for one in silent.seen_by("bo")] == [
        (one.at, one.text) for one in resting.seen_by("bo")
    ]
    assert len(resting.seen_by("ari")) == before


def test_hurt_by_the_other_while_waiting_for_them_keeps_the_rest_it_promises() -> None:
    house = stage("answer")
    seen = do(house, f"ari: {HURT}", "ari: [here]")
    assert "hurt-here" in seen
    assert house.bond("ari", "bo").rest_until is not None


def test_with_nothing_shared_open_no_rest_from_anybody_is_promised() -> None:
    house = House()
    seen = do(house, f"ari: {HURT}")
    assert "check-hurt-alone" in seen
    assert not any("30 days" in one.text for one in act(house, "ari: [yes]"))


# ── the words are true where they are said ───────────────────────────────────
@pytest.mark.parametrize("text", [DARK, HURT])
def test_in_the_shared_place_it_is_said_that_the_words_stand_there(text: str) -> None:
    house = stage("answer", place="room")
    assert "in-the-room" in do(house, f"ari in room: {text}")


def test_what_was_not_taken_as_an_answer_is_said_to_be_so() -> None:
    house = stage("what")
    do(house, f"ari: {DARK} {'x' * 700}")
    seen = do(house, "ari: [no]")
    assert {"go-on", "not-taken", "text"} <= {*seen}


def test_a_no_outside_of_any_exercise_is_answered() -> None:
    house = House()
    do(house, f"ari: {DARK}")
    assert "go-on" in do(house, "ari: [no]")


def test_danger_and_a_threat_in_one_text_are_asked_about_and_not_kept() -> None:
    house = stage("what")
    do(house, "ari: I want to die and I will kill you first")
    seen = do(house, "ari: [no]")
    assert {"not-taken", "text"} <= {*seen}
    assert "text" not in house.session.answers["sharer"]


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (("ari: /share bo", "ari: [some]"), "alone"),
        ((f"ari: {HURT}", "ari: [yes]"), "hurt-else"),
    ],
)
def test_what_would_tell_an_onlooker_names_the_way_to_take_it_away(
    before: tuple[str, ...], last: str
) -> None:
    house = House(checked=False)
    do(house, *before)
    note = next(one for one in house.seen_by("ari") if last in one.names())
    assert "type hide" in note.text


# ── nobody is asked twice, and every answer reaches its question ─────────────
def test_one_typed_at_the_check_is_its_first_answer_and_nothing_else() -> None:
    house = two_open()
    do(house, f"ari: {DARK}")
    assert "lines-block" in do(house, "ari: 1")


def test_the_same_words_are_not_asked_about_again_once_it_is_known_where_they_go() -> None:
    house = two_open()
    do(house, f"ari: {DARK}", "ari: [no]")
    which = house.open_for("ari")[-1]
    house.tap("ari", which.key, which.choices[0][0])
    assert house.open_for("ari")[-1].step == "what/thought"
    kept = [s.answers["sharer"].get("text") for s in house.sessions.values()]
    assert sum(one is not None for one in kept) == 1


def test_an_answer_in_words_of_danger_does_not_open_the_check_again() -> None:
    house = House()
    do(house, f"ari: {DARK}")
    assert "check" not in do(house, f"ari: yes, {DARK}")


def test_a_ready_after_a_pause_does_not_stand_before_the_check() -> None:
    house = stage("answer")
    do(house, "ari: pause", "ari: [quiet]", "ari: [minutes-5]")
    do(house, f"bo: {DARK}", "ari: [ready]")
    assert "lines-block" in do(house, "bo: yes")


def test_a_break_can_be_had_in_a_private_check_and_leads_back_to_it() -> None:
    play(
        """
        ari: /share bo
            → ari  check
        ari: break
            → ari  how
        ari: [quiet]
            → ari  back
        ari: [minutes-5]
            → ari  rest
        ari: [ready]
            → …
        ari: [none]
            → ari  who-first
        """,
        House(checked=False),
    )


def test_a_threat_in_two_halves_is_not_carried_either() -> None:
    house = stage("what")
    do(house, "ari: If you leave I will", "ari: kill you", "ari: [1]", "ari: [listen]")
    do(house, "ari: [good]")
    seen = do(house, "ari: [send]")
    assert "cannot-carry" in seen
    assert not any(one.kind == "card" for one in house.seen_by("bo"))


def test_asking_for_a_rest_never_ends_one_and_never_shows_one() -> None:
    fresh, tired = House(), House()
    do(tired, f"ari: {DARK}", "ari: [yes]", "ari: [none]", "ari: [leave]")
    said = [act(house, "ari: /rest")[-1].text for house in (fresh, tired)]
    assert said[0] == said[1]
    assert tired.person("ari").rest_until is not None


def test_stop_typed_at_a_check_outside_of_any_question_ends_the_check_alone() -> None:
    house = two_open()
    do(house, f"ari: /nonsense {DARK}")
    assert "check" in {name for one in house.open_for("ari") for name in one.names()}
    do(house, "ari: stop")
    assert all(session.gone == () for session in house.sessions.values())
    assert len(house.sessions) == 2


def test_a_check_that_nobody_answers_is_gone_after_a_day_and_the_question_is_still_there() -> None:
    house = stage("what")
    do(house, f"ari: {DARK}", "ari: [yes]", "+ 24h")
    assert house.session.asides == {}
    assert "text" not in house.session.answers["sharer"]
    assert "draft-gone" in do(house, "ari: back")
    alone = House()
    do(alone, f"ari: {DARK}", "+ 24h")
    assert not alone.sessions


def test_not_being_sure_starts_no_rest_from_anybody() -> None:
    house = stage("what")
    do(house, f"ari: {HURT}", "ari: [unsure]")
    assert house.bond("ari", "bo").rest_until is None


def test_waiting_in_two_exercises_nobody_is_taken_for_the_one_who_hurts() -> None:
    house = two_open()
    for who in ("bo", "cam"):
        key = next(one.key for one in reversed(house.open_for("ari")) if one.step == "what/text")
        house.tap("ari", key, "skip")
        del who
    seen = do(house, f"ari: {HURT}")
    assert {"check-hurt", "check-hurt-alone"} & {*seen}


def test_the_code_of_a_proposer_who_deleted_everything_works_like_that_of_a_silent_one() -> None:
    silent, deleted = (invited() for _ in range(2))
    do(deleted, "ari: /delete", "ari: [everything]", "ari: [delete]", "+ 5s")
    do(silent, "+ 5s")
    texts = []
    for house in (silent, deleted):
        code = next(iter(house.sessions.values())).code
        assert code is not None
        house.say("bo", f"join {code.open_for('bo')}")
        texts.append([one.text for one in house.seen_by("bo")])
    assert texts[0] == texts[1]


def test_the_question_after_words_in_the_room_comes_discreetly() -> None:
    house = stage("answer", place="room")
    before = len(house.seen_by("ari"))
    do(house, f"ari in room: {HURT}")
    lead = "There is something new for you here."
    assert [one.preview.startswith(lead) for one in house.seen_by("ari")[before:]] == [True, True]


def test_who_deletes_everything_and_comes_back_cannot_invite_the_same_person_twice() -> None:
    house = invited()
    do(house, "ari: /delete", "ari: [everything]", "ari: [delete]", "+ 5s")
    house.meet("ari")
    assert "one-open" in do(house, "ari: /share bo")


def test_a_check_over_an_open_pause_that_nobody_answers_leaves_the_pause_as_it_was() -> None:
    house = stage("answer")
    do(house, "ari: pause", "ari: [quiet]", "ari: [tomorrow]", f"ari: {DARK}", "+ 25h")
    assert house.session.asides["sharer"].script == "pause"
    assert "nudge" in {name for one in house.seen_by("ari") for name in one.names()}


def test_breaks_and_checks_do_not_pile_up() -> None:
    house = stage("what")
    for _ in range(20):
        do(house, "ari: break", f"ari: {DARK}")
    depth, one = 0, house.session.asides["sharer"]
    while "under" in one.asides:
        depth, one = depth + 1, one.asides["under"]
    assert depth <= 2
