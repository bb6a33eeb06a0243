"""A code to hand over by hand: it always works, once, and tells nothing (safety D1.5)."""

from collections.abc import Callable

import pytest

from bot.model.event import Asked, Chose, Met, Said
from bot.model.person import Account
from bot.model.private import Private
from bot.text import codes
from tests.exercises.stages import stage
from tests.play import House, Seen, code_of, play

THREE = ("ari", "bo", "cleo")
ASKING = """
    ari: /share bo
        → ari  who-first
    ari: [me]
        → ari  pace
    ari: [slow]
        → ari  place
    ari: [{place}]
        → …
"""


def invited(*names: str, place: str = "relay", welcomed: bool = True) -> House:
    """A house in which Ari has invited Bo."""
    house = House(*(names or THREE), welcomed=welcomed)
    return play(ASKING.format(place=place), house)


def code(house: House) -> str:
    """The code as Ari was shown it."""
    return codes.grouped(code_of(house.session.id))


def test_the_code_comes_with_the_very_words_that_everybody_gets() -> None:
    house = invited()
    (asked,) = [one for one in house.seen_by("ari") if "small-share.asked" in one.words]
    assert code(house) in asked.text
    assert house.open_for("bo")[-1].step == "invite/invite"
    assert all(code(house) not in one.text for one in house.seen_by("bo"))


@pytest.mark.parametrize("typed", ["join {}", "/join {}", "!join {}", "JOIN {}", "Join: {}"])
@pytest.mark.parametrize("change", [str, str.lower, lambda code: code.replace("-", " ")])
def test_somebody_else_with_the_code_sees_the_invite(
    typed: str, change: Callable[[str], str]
) -> None:
    house = invited()
    text = typed.format(change(code(house))).replace("Join:", "join ")
    play(f"cleo: {text}\n    → cleo  invite", house)
    assert house.open_for("bo") == []
    play(
        """
        bo: back
            → bo  what
        cleo: [yes]
            → ari  begun
            → ari  came-by-code "Cleo typed your code"
            → cleo  space
        """,
        house,
    )


@pytest.mark.parametrize(
    "before", ["bo: [not-now]", "bo: [mute]", "bo: [what]", "bo blocks", "+ 71h"]
)
def test_it_works_whatever_the_person_who_was_named_has_done(before: str) -> None:
    house = invited()
    play(f"{before}\n    → …\ncleo: join {code(house)}\n    → cleo  invite", house)
    assert house.session.step == "invite"
    assert house.open_for("bo") == []


def test_it_works_while_somebody_is_in_their_private_check() -> None:
    house = play(
        """
        ari: /share bo
            → ari  check
        ari: [none]
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → …
        bo: [yes]
            → bo  check
        """,
        House(*THREE, checked=False),
    )
    play(f"cleo: join {code(house)}\n    → cleo  invite", house)
    assert house.open_for("bo") == []
    play(
        """
        bo: back
            → bo  what
        cleo: [yes]
            → cleo  check
        cleo: [none]
            → ari  begun
            → ari  came-by-code
            → ari  check
            → cleo  space
        ari: [none]
            → ari  your-part-is-in
        """,
        house,
    )


def test_a_proposer_who_fears_who_came_is_silent_from_then_on() -> None:
    house = House(*THREE, checked=False)
    play("ari: /share bo\n → …\nari: [none]\n → …\nari: [me]\n → …\nari: [slow]\n → …", house)
    play("ari: [relay]\n → …", house)
    play(f"cleo: join {code(house)}\n → …\ncleo: [yes]\n → …\ncleo: [none]\n → …", house)
    play("ari: [some]\n → …\nari: back\n → ari what", house)
    (shared,) = [one for one in house.sessions.values() if one.script == "small-share"]
    assert shared.gone == ("sharer",)


def test_the_clock_of_the_invite_does_not_move() -> None:
    house = invited()
    limit = house.session.deadline
    play("+ 20h", house)
    play(f"cleo: join {code(house)}\n    → cleo  invite", house)
    assert house.session.deadline == limit
    play("+ 51h\n+ 1h\n    → ari  has-closed", house)
    assert house.open_for("cleo") == []


def test_after_the_limit_it_is_dead_even_where_the_deadline_is_late() -> None:
    house = invited()
    text = code(house)
    house.at = house.session.deadline or house.at
    play(f"cleo: join {text}\n    → cleo  no-such-code", house)
    play(f"+ 1s\n → ari has-closed\ncleo: join {text}\n    → cleo  no-such-code", house)


def test_it_is_dead_once_it_was_used_but_not_for_who_used_it() -> None:
    house = invited("ari", "bo", "cleo", "dee")
    text = code(house)
    play(f"cleo: join {text}\n    → cleo  invite\ncleo: [not-now]", house)
    play(f"dee: join {text}\n    → dee  no-such-code", house)
    play(f"cleo: join {text}\n    → cleo  invite\ncleo: [yes]\n    → …", house)
    play(f"cleo: join {text}\n    → cleo  no-such-code", house)
    play(f"ari: join {text}\n    → ari  no-such-code", house)


def test_whoever_was_invited_sees_the_invite_now() -> None:
    house = invited()
    text = code(house)
    play(f"bo: [not-now]\nbo: join {text}\n    → bo  invite\nbo: [yes]\n    → …", house)
    assert house.session.begun
    assert not any(".came-by-code" in one.words for one in house.seen_by("ari"))


@pytest.mark.parametrize("used", ["", "bo: join {}\n → …", "cleo: join {}\n → …"])
def test_to_the_proposer_it_is_their_own_code_whatever_became_of_it(used: str) -> None:
    house = invited()
    text = code(house)
    play(used.format(text), house)
    play(f"ari: join {text}\n → ari own-code\nari: stop\n → …", house)
    play(f"ari: join {text}\n → ari own-code\n+ 72h\nari: join {text}\n → ari no-such-code", house)


def test_somebody_new_has_the_welcome_first_and_then_sees_it_by_itself() -> None:
    house = play(ASKING.format(place="relay"), House("ari"))
    share, text = house.session.id, code(house)
    play(f"zoe: join {text}\n → zoe code-kept\n → zoe hello", house)
    assert house.sessions[share].players["listener"] == "id-of-zoe"
    through = ["start", "understood", "yes", "ok", "days-7", "days-90", "agree"]
    for pick in through:
        house.choose("zoe", pick)
    house.say("zoe", "skip", "Berlin", "21:30-8:30", "discreet", "pause")
    seen = [one.step for one in house.say("zoe", "skip") if one.kind != "edit"]
    assert seen == ["home", "invite/invite"]
    play(f"zoe: join {text}\n → zoe invite", house)


def test_somebody_new_with_a_wrong_code_hears_so() -> None:
    play(
        "zoe: join 2345-6789\n → zoe no-such-code\nzoe: join me\n → zoe no-such-code", House("ari")
    )


def test_who_muted_the_proposer_sees_what_they_asked_for_and_the_mute_stays() -> None:
    house = stage("invite")
    play("bo: [mute]\n → …\n+ 144h\n → …", house)
    play(ASKING.format(place="relay"), house)
    play(f"bo: join {code(house)}\n    → bo  invite", house)
    assert house.bond("bo", "ari").muted


@pytest.mark.parametrize("whole", [True, False])
def test_who_rests_hears_so_in_private_and_the_code_stays_good(whole: bool) -> None:  # noqa: FBT001 - two cases
    house = invited()
    if whole:
        play("cleo: rest\n → cleo rest-on", house)
    else:
        house.rest("cleo", "ari", "24h")
    word = "rest-on" if whole else "resting"
    play(f"cleo: join {code(house)}\n    → cleo  {word}", house)
    play(f"+ 25h\ncleo: join {code(house)}\n    → cleo  invite", house)


def test_from_whom_the_proposer_rests_it_looks_used_and_stays_so() -> None:
    house = invited("ari", "bo", "cleo", "dee")
    text = code(house)
    house.rest("ari", "cleo", "24h")
    play(f"cleo: join {text}\n    → cleo  no-such-code", house)
    play(f"+ 25h\ncleo: join {text}\n → cleo no-such-code\ndee: join {text}\n → …", house)
    assert house.seen_by("dee")[-1].words == (".no-such-code",)
    assert house.session.players["listener"] == "id-of-bo"


def test_without_a_name_there_is_a_seat_for_whoever_has_the_code() -> None:
    house = play(
        """
        ari: /share
            → ari  check
        ari: [none]
            → ari  who-first "somebody you give the code to"
        ari: [them]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
        ari: who
            → …
        """,
        House(*THREE),
    )
    assert not [pair for pair in house.bonds if pair[1].startswith("nobody")]
    play(
        f"""
        cleo: join {code(house)}
            → cleo  invite "asks you to share first"
        cleo: [yes]
            → ari  begun
            → ari  came-by-code "Cleo"
            → …
        """,
        house,
    )


def test_a_seat_that_nobody_takes_closes_like_any_invite() -> None:
    play(
        """
        ari: /share
            → …
        ari: [none]
            → …
        ari: [me]
            → …
        ari: [slow]
            → …
        ari: [relay]
            → ari  asked
        + 71h
        + 1h
            → ari  has-closed
        ari: /share
            → …
        """,
        House(*THREE),
    )


def test_join_alone_asks_for_the_code() -> None:
    play("bo: join\n → bo join-what\nbo: /join\n → bo join-what", House())


def test_a_code_is_heard_where_words_are_waited_for_and_other_words_are_not() -> None:
    house = stage("what", house=House(*THREE))
    play("ari: join the others for lunch was all I wanted\n    → ari  thought", house)
    play("ari: join 2345-6789\n    → ari  no-such-code", house)


# ── two platforms ────────────────────────────────────────────────────────────
FAR = Account(platform="matrix", native="zoe", name="Zoe")


def far(house: House, text: str) -> list[Seen]:
    """Zoe, on another platform, types something."""
    key = f"far-{len(house.log)}-{text}"
    return house.give(Said(key=key, at=house.at, account=FAR, text=Private(text)))


def test_across_platforms_there_is_no_room_and_both_are_told_when_it_begins() -> None:
    house = invited(place="room")
    house.give(Met(key="far", at=house.at, account=FAR, welcomed=True))
    invite = far(house, f"join {code(house)}")[-1]
    assert "Between our own chats" in invite.text
    assert "another app" in invite.text
    play("ari: who\n → …", house)
    assert not any("another app" in one.text for one in house.seen_by("ari"))
    yes = Chose(key="far-yes", at=house.at, account=FAR, question=invite.key, choices=("yes",))
    seen = house.give(yes)
    assert {one.by for one in seen if ".two-apps" in one.words} == {"ari", "zoe"}
    assert house.session.mode == "relay"
    assert not any(one.kind == "open" for one in house.log)
    play("ari: who\n → …", house)
    assert any("another app" in one.text for one in house.seen_by("ari"))


def test_as_a_command_of_a_menu_it_works_too() -> None:
    house = invited()
    account = Account(platform="local", native="cleo", name="Cleo")
    options = {"code": f"  {code(house).lower()} "}
    event = Asked(key="menu", at=house.at, account=account, command="join", options=options)
    assert [one.step for one in house.give(event) if one.by == "cleo"] == ["invite/invite"]
