"""Letting the adapters forget whom the store has forgotten. It is asked until it has happened."""

from collections.abc import Mapping
from datetime import timedelta

from bot import logs
from bot.adapter import Adapter, Clock
from bot.store.port import Parting, Store

MOST = 64  # in one look
AGAIN = timedelta(minutes=5)  # after an adapter could not


async def part(store: Store, adapters: Mapping[str, Adapter], clock: Clock) -> None:
    """Ask each adapter to forget its accounts that are due."""
    for one in await store.parting(clock.now(), MOST):
        if await _forgotten(one, adapters):
            await store.parted(one)
        else:
            await store.put_off_parting(one, clock.now() + AGAIN)


async def _forgotten(one: Parting, adapters: Mapping[str, Adapter]) -> bool:
    """Whether its adapter has forgotten the account. One that is not there now may be, later."""
    adapter = adapters.get(one.account.platform)
    if adapter is None:
        return False
    try:
        await adapter.forget(one.account)
    except Exception as error:  # noqa: BLE001 - said by type and place, then tried again
        logs.crash(error)
        return False
    return True
