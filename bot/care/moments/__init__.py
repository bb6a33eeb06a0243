"""Moments to practise listening with: who says it, and what many would hear in it (method E9)."""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

import msgspec


class Moment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody says something. Its words, and two answers to it, stand in the exercise's own."""

    who: str  # id of what they are to one
    family: str  # of the palette
    feels: tuple[str, ...]  # words of the palette that fit; the first one is what it is about
    beside: tuple[str, ...]  # words that are offered as well
    does: tuple[str, str]  # what the first and the second answer do

    def offered(self) -> tuple[str, ...]:
        """All words to choose from, in an order that gives nothing away."""
        return tuple(sorted((*self.feels[:FIT], *self.beside)))

    def few(self) -> tuple[str, ...]:
        """Two of them, one that fits and one beside it, in an order that gives nothing away."""
        return tuple(sorted((self.feels[0], self.beside[0])))


FIT = 3  # of the words that fit, so many are offered
MOMENTS: Mapping[str, Moment] = MappingProxyType(
    msgspec.toml.decode(
        files(__package__).joinpath("moments.toml").read_bytes(), type=dict[str, Moment]
    )
)
