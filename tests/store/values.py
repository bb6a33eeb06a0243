"""Any value of a model, for property tests: what its annotations allow, and no more."""

from datetime import UTC, date, datetime, time
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from bot.model.person import PersonId
from bot.model.private import Private
from tests.store.people import ANA, BO, CLEO

Values = st.SearchStrategy[Any]

FRESH = st.builds(str, st.builds(next, st.just(count())))  # an id that nothing else has
FEW = 2  # entries of a collection: enough to tell one from several

LEAVES: dict[Any, Values] = {
    str: st.text(max_size=12),
    bool: st.booleans(),
    int: st.integers(-(2**40), 2**40),
    datetime: st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
    time: st.times(),
    date: st.dates(),
    type(None): st.none(),
    Private: st.builds(Private, st.text(max_size=12)),
    PersonId: st.sampled_from([ANA, BO, CLEO]),
}


def of(kind: Any) -> Values:  # noqa: ANN401 - an annotation may be anything
    """Values of this annotation."""
    if kind in LEAVES:
        return LEAVES[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        return st.dictionaries(of(inner[0]), of(inner[1]), max_size=FEW)
    if origin is tuple:
        return st.lists(of(inner[0]), max_size=FEW).map(tuple)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in {Union, UnionType}:
        return st.one_of([of(each) for each in inner])
    return some(kind)


def some(kind: type[msgspec.Struct], **given: Values) -> Values:
    """Values of this struct; fields that are given are made as given."""
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    made = {name: of(annotation) for name, annotation in fields.items() if name not in given}
    return st.builds(kind, **made, **given)
