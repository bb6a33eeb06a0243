"""A picture in words of its reader's language, ready to be drawn."""

import msgspec

from bot.model.message import Mark, Shape


class Stripe(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a heading, and what stands below it."""

    label: str
    texts: tuple[str, ...] = ()


class Pillar(msgspec.Struct, frozen=True, kw_only=True):
    """One column of the chart."""

    marks: tuple[Mark, ...]
    label: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn. The texts are a person's own: nothing of it is logged or kept."""

    title: str
    alt: str
    stripes: tuple[Stripe, ...]
    levels: tuple[str, ...] = ()  # lowest first
    pillars: tuple[Pillar, ...] = ()
    keys: tuple[tuple[Shape, str], ...] = ()

    def __repr__(self) -> str:
        """The words stay out of logs and tracebacks."""
        return "<sheet>"
