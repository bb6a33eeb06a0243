"""A private rating without the quiet way out is found (safety D3.3)."""

import msgspec

from bot.script.checks import ratings
from tests.play import catalog


def test_the_small_share_has_it_beside_every_rating() -> None:
    assert list(ratings.check(catalog().current("small-share"))) == []


def test_a_rating_without_it_is_found() -> None:
    script = catalog().current("small-share")
    step = script.steps["rate-again"]
    bare = tuple(msgspec.structs.replace(field, rates=False) for field in step.ask["sharer"])
    planted = msgspec.structs.replace(step, ask={"sharer": bare})
    found = list(
        ratings.check(msgspec.structs.replace(script, steps=script.steps | {"rate-again": planted}))
    )
    assert len(found) == 2
    assert all("without the quiet way out" in one.sentence for one in found)
