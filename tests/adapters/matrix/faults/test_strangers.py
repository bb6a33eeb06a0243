"""Strangers and other devices while two people talk: nobody is held up, everybody can read."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

import pytest

from tests.adapters.discord.faults.talk import Act
from tests.adapters.matrix.faults import same
from tests.adapters.matrix.faults.inside import Inside
from tests.adapters.matrix.faults.playing import Do
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.talk import Enter
from tests.adapters.matrix.faults.telling import Told, asks_for_help, held_against, ought
from tests.adapters.matrix.hostile import SHAPES
from tests.adapters.matrix.people import Somebody

SECONDS = float(os.environ.get("HANDRAIL_TEST_FLOOD", "15"))  # at least; more when asked for
BREATH = 0.05  # seconds between two: the homeserver is to be had for others too


class NewPhone(Inside):
    """In the middle Bo types on a new phone; the old one still lies there."""

    when = "bo tap Send"

    async def strike(self, act: Act | Enter, do: Do) -> None:
        """The act, on whatever is in the hand."""
        if str(act) == self.when and not self.struck:
            bo = self._scene.people["bo"]
            await bo.gets_a_new_phone(keep_the_old=True)
            self.struck["new phone"] += 1
        await do()


@asynccontextmanager
async def flood(scene: Scene) -> AsyncIterator[list[str]]:
    """A stranger sends the bot one malformed message after the other; they are listed."""
    sent: list[str] = []

    async def go_on(stranger: Somebody) -> None:
        for shape in cycle(SHAPES):
            await stranger.sends_malformed(scene.account.user, shape)
            sent.append(shape)
            await asyncio.sleep(BREATH)

    async with await Somebody.arrives(scene.homeserver, "Stranger") as stranger:
        going = asyncio.create_task(go_on(stranger))
        try:
            yield sent
            assert not going.done(), going.exception()
        finally:
            going.cancel()
            await asyncio.gather(going, return_exceptions=True)


@pytest.mark.timeout(400)
@pytest.mark.asyncio(loop_scope="session")
async def test_a_stranger_s_flood_and_new_devices_hold_up_nobody(scene: Scene, told: Told) -> None:
    await ought(scene, "relay")
    ari, bo = scene.people.values()
    before = same.known(scene.people.values())
    extra, old = await ari.adds_a_device(), bo.device
    try:
        begun = time.monotonic()
        async with scene.inside() as bot, flood(scene) as sent:
            stage = NewPhone(scene, bot)
            await held_against(scene, "relay", stage, told, "flooded, new phones")
            await asyncio.sleep(max(0.0, begun + SECONDS - time.monotonic()))
            await asks_for_help(ari)
        counts = f"{len(sent)} malformed in {time.monotonic() - begun:.0f} s"
        told.counts(f"  {counts}, of {len(set(sent))} kinds")
        new = [line for kind, line in same.on_device(bo, bo.device, before) if kind[0] == "told to"]
        all_ = [line for kind, line in same.on_device(bo, old, before) if kind[0] == "told to"]
        assert new
        assert new == all_[-len(new) :], "the new phone reads all that was said since"
        assert len(new) < len(all_), "and nothing from before"
        assert set(sent) == set(SHAPES)
    finally:
        new_phone, bo.device = bo.device, old
        for who, device in ((ari, extra), (bo, new_phone)):
            who.drawer.clear()  # thrown away, so that the next talk is as ever
            if device is not who.device:
                await device.call("POST", "/logout", {})
                await device.stop()
