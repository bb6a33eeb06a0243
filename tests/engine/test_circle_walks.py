"""Circles of four, five and six, gone through at random: what holds for three holds for them."""

from collections.abc import Iterator

import msgspec
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.engine.asides import knocked
from bot.model.message import Message
from bot.model.person import Bond, PersonId
from bot.model.session import Session
from bot.script.explore.look import Looks
from bot.script.explore.moment import MARK, Moment, Owners
from tests.engine import forks
from tests.exercises import ring
from tests.play import House, act, catalog, person_id, words

LENGTH = 40  # acts of a walk
TIMES = 15  # walks of each kind
PICKS = st.lists(st.integers(0, 10_000), min_size=LENGTH, max_size=LENGTH)
SIZES = (4, 5, 6)
EMPTY = Bond(owner=PersonId(""), other=PersonId(""), checked=True)  # as everybody has here
RARE = ("stop", "break", "pause", "undo", "back")  # each as often as one answer


def possible(house: House, names: tuple[str, ...], pick: int) -> list[str]:
    """What may happen now; an exit only now and then, since nobody comes back from it."""
    acts: list[str] = []
    for name in names:
        shown = house.open_for(name)
        if shown:
            acts += [f"{name}: [{id_}]" for id_, _ in shown[-1].choices if id_ != "uneasy"]
        elif _writes(house, name):
            acts.append(f"{name}: {MARK} {person_id(name)} text")
        if pick % 11 == 0 and house.session.role_of(person_id(name)) not in house.session.gone:
            acts += [f"{name}: {said}" for said in RARE]
    return [*acts, "+ 24h"] if pick % 5 == 0 or not acts else acts


def _writes(house: House, name: str) -> bool:
    seen = [one for one in house.seen_by(name) if one.kind in {"question", "edit"}]
    return bool(seen) and seen[-1].kind == "question"


def walked(names: tuple[str, ...], picks: list[int]) -> Iterator[tuple[House, Session, int]]:
    """The house after each act, the session before it, and how many messages there were."""
    house = ring.begun(*names)
    for pick in picks:
        if not house.sessions:
            return
        before, said = house.session, len(house.messages)
        acts = possible(house, names, pick)
        act(house, acts[pick % len(acts)])
        yield house, before, said


def faults(
    looks: Looks, owners: Owners, before: Session, house: House, new: list[Message]
) -> set[object]:
    """Answers in these messages that one of their readers may not see."""
    after = next(iter(house.sessions.values()), before)
    owners.learn(after)
    found: set[object] = set()
    for message in (one for one in new if one.kind not in {"open", "close", "hide"}):
        there, here = (
            Moment(session=one, people=house.people, bonds={}, at=house.at, buttons={})
            for one in (after, before)
        )
        found |= {*looks.private(there, message)} & {*looks.private(here, message)}
    return found


@settings(max_examples=TIMES, deadline=None, phases=[Phase.generate])
@given(st.sampled_from(SIZES), PICKS)
def test_nobody_reads_what_is_not_for_them_and_it_always_ends(size: int, picks: list[int]) -> None:
    names = ring.SIX[:size]
    owners = Owners()
    looks = Looks(catalog(), catalog().current("circle"), words(), owners)
    house = ring.begun(*names)
    for house, before, said in walked(names, picks):
        assert not faults(looks, owners, before, house, house.messages[said:])
    house.until_nothing()
    assert not house.sessions
    assert not [one for name in names for one in house.open_for(name)]
    for bond in house.bonds.values():
        assert bond == msgspec.structs.replace(EMPTY, owner=bond.owner, other=bond.other)


@settings(max_examples=TIMES, deadline=None, phases=[Phase.generate])
@given(st.sampled_from(SIZES), PICKS)
def test_whoever_goes_looks_to_all_the_others_like_one_who_says_nothing(
    size: int, picks: list[int]
) -> None:
    names = ring.SIX[:size]
    house = ring.begun(*names)
    for house, _, _ in walked(names, picks):  # noqa: B007 - the last one is looked at
        pass
    for name in names:
        if house.sessions and not _half_in(house.session, name):
            others = (*(one for one in names if one != name), "room")
            gone, silent = house.copy(), house.copy()
            gone.say(name, "stop")
            for one in (gone, silent):
                one.until_nothing()
            before = len(house.log)
            assert forks.rows(gone, before, others) == forks.rows(silent, before, others)


def _half_in(session: Session, name: str) -> bool:
    """Whether what they put in has reached nobody yet, or they are out of it."""
    role = session.role_of(person_id(name)) or ""
    return role in session.done or role in session.gone or bool(knocked(session, role))
