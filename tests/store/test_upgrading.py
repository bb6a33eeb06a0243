"""What an older version has stored: what it did not write down costs nobody anything."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from bot.model.person import Bond
from bot.model.session import Session
from bot.store import codec
from tests.exercises.stages import stage
from tests.play import House, act, person_id

NEWER = {  # fields of a session that the first version did not have
    "invite",
    "code",
    "joined",
    "named",
    "salt",
    "after",
    "whole",
    "acted",
    "faded",
    "forgotten",
}


def _as_stored_before(session: Session) -> Session:
    """The session as it is read from what the first version would have written."""
    rest: dict[str, Any] = msgspec.msgpack.decode(codec.write(codec.rest_of(session)))
    old = codec.read_rest(msgspec.msgpack.encode({k: v for k, v in rest.items() if k not in NEWER}))
    return codec.read_session(old, map(codec.write, codec.parts_of(session).values()))


def _upgraded(house: House) -> House:
    """The house with everything as the older version stored it; everybody is looked at once."""
    for id_, session in house.sessions.items():
        house.sessions[id_] = _as_stored_before(session)
    for name in ("ari", "bo"):
        house.change(name, due=house.at)
    house.wait("0s")
    return house


def test_what_is_missing_has_its_default() -> None:
    session = stage("feel").session
    old = _as_stored_before(session)
    assert (old.acted, old.code, old.salt) == ({}, None, "")
    assert old.answers == session.answers


@pytest.mark.parametrize(("since", "kept"), [("23h 59m", True), ("24h", False)])
def test_a_draft_of_then_is_a_day_old_a_day_after_the_first_look(since: str, *, kept: bool) -> None:
    house = stage("feel")
    house.wait(timedelta(days=3))
    for line in ("ari: [sore]", "ari: [sad]", "ari: It took me an hour."):
        act(house, line)
    house.wait("5m")
    _upgraded(house)
    house.wait(since)
    assert ("text" in house.session.answers["sharer"]) is kept


def test_an_invite_of_then_asks_its_proposer_in_private_when_it_begins() -> None:
    house = stage("invite")
    house._checked = False  # noqa: SLF001 - nobody was asked anything, then
    _upgraded(house)
    bond = Bond(owner=person_id("bo"), other=person_id("ari"), checked=True)
    house.bonds[bond.owner, bond.other] = bond
    house.bonds.pop((person_id("ari"), person_id("bo")), None)
    seen = [one for one in house.choose("bo", "yes") if one.by == "ari"]
    assert "check/check" in [one.step for one in seen]
