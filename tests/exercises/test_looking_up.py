"""Nobody can be looked up: whatever the other is or does, the proposer sees the same (D1.5, D2).

A proposer invites somebody, types everything there is to be typed while the invite is open,
stops, asks again, and comes back after it has closed. The whole log is held against that of
an invite that was seen and not answered: the words, the buttons, and the second.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.model.person import Bond
from tests.play import House, Seen, code_of, person_id, play

Others = Callable[[House], None]
CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")
PROBES = (
    *("who", "back", "help", "skip", "undo", "small", "small", "steady", "rest", "rest"),
    *("/share bo", "/share cleo", "stop", "delete", "stop"),
)
ASKS = ("/share bo", "[none]", "[me]", "[slow]", "[room]")
Row = tuple[timedelta, str, str, tuple[tuple[str, str], ...]]


def nothing(_house: House) -> None:
    """Bo reads the invite and does nothing."""


def typed(*texts: str) -> Others:
    """Bo types or taps these things."""

    def do(house: House) -> None:
        for text in texts:
            play(f"bo: {text}\n → …", house)

    return do


def muted(house: House) -> None:
    """Bo has muted Ari some weeks ago."""
    owner, other = person_id("bo"), person_id("ari")
    house.bonds[owner, other] = Bond(owner=owner, other=other, muted=True)


def somebody_else(house: House) -> None:
    """Somebody else types the code, and does not answer."""
    (invite,) = [one for one in house.sessions.values() if one.invite]
    play(f"cleo: join {code_of(invite.id)}\n → …", house)


def somebody_else_refuses(house: House) -> None:
    somebody_else(house)
    play("cleo: [not-now]\ncleo: /share\n → …", house)


def bo_by_code(house: House) -> None:
    play("bo: [not-now]", house)
    (invite,) = [one for one in house.sessions.values() if one.invite]
    play(f"bo: join {code_of(invite.id)}\n → …\nbo: [mute]\n → …", house)


def forgotten(house: House) -> None:
    """Bo has left nothing behind."""
    house.people.pop(person_id("bo"), None)


def welcomed(house: House) -> None:
    """Bo has been here for long."""
    house.meet("bo")


def resting(house: House) -> None:
    """Bo rests from Ari."""
    welcomed(house)
    house.rest("bo", "ari", "90d")


def blocking(house: House) -> None:
    """Bo blocks the bot."""
    house.leave("bo", "blocked")


BEFORE: dict[str, tuple[Others, ...]] = {
    "is welcomed": (welcomed,),
    "was never here": (),
    "is in the welcome": (typed("hello", "[start]"),),
    "muted them": (welcomed, muted),
    "rests from them": (resting,),
    "rests from all": (welcomed, typed("rest")),
    "deleted themself": (welcomed, forgotten),
}
MEANWHILE: dict[str, Others] = {
    "is silent": nothing,
    "refuses": typed("[not-now]"),
    "asks what it is": typed("[what]"),
    "mutes": typed("[mute]"),
    "stops": typed("stop"),
    "pauses": typed("break"),
    "blocks": blocking,
    "asks back": typed("/share ari"),
    "comes by the code": bo_by_code,
    "gives the code away": somebody_else,
    "gives the code away in vain": somebody_else_refuses,
}
CASES = [
    *((before, "is silent") for before in BEFORE),
    *(("is welcomed", meanwhile) for meanwhile in MEANWHILE),
    ("was never here", "gives the code away"),
    ("muted them", "gives the code away in vain"),
]


def told(before: str, meanwhile: str, *, early: bool) -> list[Row]:
    """All that Ari sees, from the first word to a month later."""
    house = House("ari", "cleo", checked=False)
    for was in BEFORE[before]:
        was(house)
    begin = house.at
    ask(house)
    probe(house)
    house.wait("1h")
    if early:
        play("ari: stop\n → …", house)
    MEANWHILE[meanwhile](house)
    for length in ("1h", "70h", "30h", "3d"):
        probe(house)
        house.wait(length)
    probe(house)
    return [row(one, begin) for one in house.seen_by("ari")]


def ask(house: House) -> None:
    """Ari invites Bo."""
    for text in ASKS:
        play(f"ari: {text}\n → …", house)


def probe(house: House) -> None:
    """Ari tries everything that might tell something; asking again goes as far as it goes."""
    for text in (*PROBES, f"join {newest_code(house)}"):
        play(f"+ 20s\n → …\nari: {text}\n → …", house)


def newest_code(house: House) -> str:
    """The last code that Ari was shown."""
    return str(CODE.findall("\n".join(one.text for one in house.seen_by("ari")))[-1])


def row(seen: Seen, begin: object) -> Row:
    """What is the same for everybody: codes differ, as they must."""
    assert isinstance(begin, type(seen.at))
    return seen.at - begin, seen.kind, CODE.sub("A-CODE", seen.text), seen.choices


@pytest.mark.parametrize("early", [False, True], ids=["stays", "stops"])
@pytest.mark.parametrize(("before", "meanwhile"), CASES)
def test_an_invite_tells_nothing(before: str, meanwhile: str, early: bool) -> None:  # noqa: FBT001 - two cases
    assert told(before, meanwhile, early=early) == told("is welcomed", "is silent", early=early)


def test_a_yes_that_comes_after_a_stop_tells_nothing_either() -> None:
    MEANWHILE["says yes"] = typed("[yes]", "[none]", "[3]", "[calm]")
    try:
        yes = told("is welcomed", "says yes", early=True)
    finally:
        del MEANWHILE["says yes"]
    assert yes == told("is welcomed", "is silent", early=True)


def test_the_probes_do_see_something_where_there_is_something_to_see() -> None:
    assert len(told("is welcomed", "is silent", early=False)) > len(PROBES)
    house = House("ari", "bo")
    for text in ("/share bo", "[me]", "[slow]", "[room]"):
        play(f"ari: {text}\n → …", house)
    assert play("ari: /share bo\n → ari one-open\nbo: [yes]\n → …", house).session.begun


def test_without_a_name_the_words_are_the_same_but_for_the_name() -> None:
    def log(named: str) -> list[str]:
        house = House("ari", checked=False)
        for text in (f"/share {named}".strip(), *ASKS[1:]):
            play(f"ari: {text}\n → …", house)
        house.wait("1h")
        for text in ("who", "back", "help", "stop", "back"):
            play(f"ari: {text}\n → …", house)
        house.wait("30d")
        name = named or "somebody you give the code to"
        return [
            f"{one.at} {CODE.sub('', one.text)}".replace(name, "NAME")
            for one in house.seen_by("ari")
        ]

    assert log("") == log("zorro") == log("no-such-name-anywhere")
