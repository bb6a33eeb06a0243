"""What a turn was made of goes with the turn: nobody's words wait in memory for the collector."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.model.event import Event
from bot.model.world import Turn, World
from bot.runtime.router import Router
from tests.play import PLATFORM, House, catalog, play, words


@dataclass(frozen=True)
class Tidy(Router):
    """A router that looks, after each turn, for what only the collector would find."""

    def decide(self, world: World, event: Event) -> Turn:
        gc.collect()
        turn = super().decide(world, event)
        assert gc.collect() == 0, type(event).__name__
        return turn


@pytest.fixture(autouse=True)
def _collected_by_hand() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_a_turn_leaves_nothing_to_collect_in_a_share_and_in_a_pause_within_it() -> None:
    house = House(
        router=Tidy(catalog(), words(), frozenset({PLATFORM}), code=lambda session: session)
    )
    play(
        """
        ari: /share bo
            → …
        ari: [me]
            → …
        ari: [slow]
            → …
        ari: [relay]
            → …
        bo: [yes]
            → …
        bo: [4]
            → …
        ari: pause
            → …
        ari: back
            → …
        + 8d
            → …
        """,
        house,
    )
