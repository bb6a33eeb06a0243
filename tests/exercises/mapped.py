"""A map with somebody on it, as far as a test wants it."""

import msgspec

from bot.model.person import Bond, PersonId, Record, Round
from tests.play import House

NAMES = ("Sam", "Kit")


def on_map(house: House, who: str = "Sam", aim: str = "safety", felt: str = "4") -> House:
    """Ari has put somebody on the map."""
    house.ask("ari", "map")
    if house.session.step == "list":
        house.choose("ari", "add")
    house.say("ari", who)
    house.choose("ari", aim)
    house.choose("ari", "warm", "sore")
    house.choose("ari", felt)
    house.say("ari", "More walks.")
    house.choose("ari", "done")
    assert house.sessions == {}
    return house


def look_at(house: House, who: str = "Sam") -> str:
    """What Ari reads of that one."""
    house.ask("ari", "map")
    return house.say("ari", who)[-1].text


def entries(house: House) -> list[Record]:
    """What stands on Ari's map, in its order."""
    own = [one for one in house.kept.values() if one.kind == "map"]
    return sorted(own, key=lambda one: int(said(one, "place")))


def said(entry: Record, part: str) -> str:
    return entry.body[part].open_for("test")


def other_of(house: House, who: str = "Sam") -> PersonId:
    """The other one of the entry with that name."""
    (found,) = [one for one in entries(house) if said(one, "label") == who]
    assert found.other
    return found.other


def shared(house: House, other: PersonId, *rounds: tuple[str, str, str]) -> None:
    """Ari has shared with that one before: kind of feeling, guess and how it was."""
    owner = PersonId("id-of-ari")
    known = house.bonds.get((owner, other)) or Bond(owner=owner, other=other)
    day = house.at.date().toordinal() - 719163
    made = [
        Round(id=f"r{n}/1", day=day, size=2, family=family, guess=guess, band=band)
        for n, (family, guess, band) in enumerate(rounds)
    ]
    house.bonds[owner, other] = msgspec.structs.replace(known, shared=tuple(made))
