"""A jar that was filled before, for transcripts that begin with it."""

from datetime import timedelta

from bot.model.person import Record
from bot.model.private import Private
from bot.model.world import Turn
from tests.play import House, person_id
from tests.seen import Seen

DAY = timedelta(days=1)


def fill(house: House, *texts: str, plan: bool = False, who: str = "ari") -> None:
    """Give somebody these cards, in this order, and a plan."""
    kept = [("jar", {"text": text}) for text in texts]
    if plan:
        kept.append(("plan", {"sign": "quiet", "act": "open-jar"}))
    for number, (kind, words) in enumerate(kept):
        _put(house, who, kind, words, f"before/1/self/{kind}/{number:03}")


def keep(house: House, kind: str, words: dict[str, str], name: str, days: int = 0) -> None:
    """Give Ari a record, as an exercise some days ago would have."""
    _put(house, "ari", kind, words, name, days)


def _put(  # noqa: PLR0913, PLR0917 - what a record is made of
    house: House, who: str, kind: str, words: dict[str, str], name: str, days: int = 0
) -> None:
    body = {field: Private(text) for field, text in words.items()}
    at = house.at - days * DAY
    record = Record(id=name, owner=person_id(who), other=None, kind=kind, at=at, body=body)
    house._batch._apply(Turn(records=(record,)))  # noqa: SLF001 - what an exercise would have written


def of_kind(house: House, kind: str, who: str = "ari") -> list[Record]:
    """What somebody keeps of that kind."""
    own = (one for (owner, _), one in house.kept.items() if owner == person_id(who))
    return [one for one in own if one.kind == kind]


def cards(house: House) -> list[str]:
    """The words on Ari's cards."""
    return [one.body["text"].open_for("test") for one in of_kind(house, "jar")]


def text_of(seen: list[Seen]) -> str:
    """The newest question."""
    return [one for one in seen if one.kind == "question"][-1].text
