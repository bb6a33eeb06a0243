"""A circle up to a moment, for tests that look at what comes then."""

from bot.model.message import Message
from tests.engine import forks
from tests.engine.forks import Row
from tests.play import House, person_id
from tests.seen import Seen

THREE = ("ari", "bo", "cleo")
SIX = (*THREE, "dan", "eli", "fay")


def invited(*names: str, pace: str = "slow", place: str = "relay", **given: object) -> House:
    """Ari has asked all the others a moment ago."""
    names = names or THREE
    house = House(*names, **given)  # type: ignore[arg-type]  # what a House takes
    house.say("ari", f"/circle {' '.join(names[1:])}")
    for pick in ("none", pace, place):
        house.choose("ari", pick)
    return house


def says_yes(house: House, *names: str) -> list[Seen]:
    """These say yes, and pass the private check of their own."""
    seen: list[Seen] = []
    for name in names:
        house.choose(name, "yes")
        seen += house.choose(name, "none")
    return seen


def begun(*names: str, space: int = 4, **given: object) -> House:
    """All have said yes, and offered the same space."""
    house = invited(*names, **given)  # type: ignore[arg-type]  # as above
    says_yes(house, *(names or THREE)[1:])
    for name in names or THREE:
        house.choose(name, str(space))
    return house


def wants(house: House, sharer: str, *names: str) -> None:
    """Only this one of these would like a turn, and so gets it."""
    for name in names or THREE:
        if name != sharer:
            house.choose(name, "listen")
    house.choose(sharer, "turn")
    house.choose(sharer, "go")


def drafts(house: House, sharer: str, how_many: str, *named: str) -> None:
    """A share up to its preview."""
    for pick in ("sore", "sad"):
        house.choose(sharer, pick)
    house.say(sharer, "They laughed at my plan.", "skip")
    for pick in ("2", "comfort", how_many):
        house.choose(sharer, pick)
    if named:
        house.choose(sharer, *(role_of(house, name) for name in named))
    elif how_many in {"one", "two"}:
        house.say(sharer, "skip")


def shared(
    *names: str, how_many: str = "all", named: tuple[str, ...] = (), **given: object
) -> House:
    """Ari has sent a share to all."""
    house = begun(*names, **given)  # type: ignore[arg-type]  # as above
    wants(house, "ari", *names)
    drafts(house, "ari", how_many, *named)
    house.choose("ari", "send")
    return house


def answers(house: House, name: str, text: str) -> None:
    """A whole answer, and how it was to hold that."""
    house.say(name, text)
    for pick in ("here", "send", "ok"):
        house.choose(name, pick)


def rates(house: House, sharer: str, band: str = "middle", sting: str = "none") -> None:
    """All the taps about one answer."""
    for pick in (band, sting):
        house.choose(sharer, pick)


def tells(house: House, sharer: str, end: str = "send") -> None:
    """One small ask, about the answer that is looked at."""
    for pick in ("better", "phrase-1", "hurt", "slower", "stayed", end):
        house.choose(sharer, pick)


def role_of(house: House, name: str) -> str:
    return house.session.role_of(person_id(name)) or ""


def asked(house: House, name: str) -> str:
    """What this person is asked now; "" for nothing."""
    shown = house.open_for(name)
    return shown[-1].step if shown else ""


def view(house: House, *readers: str) -> tuple[Row, ...]:
    """All that these have seen, to the second, without ids."""
    return forks.rows(house, 0, readers)


def to(house: House, name: str) -> list[Message]:
    return [one for one in house.messages if one.to == person_id(name)]
