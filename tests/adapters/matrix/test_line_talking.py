"""A person and the bot talk over the line: what is written is heard, what is said is read."""

from pathlib import Path
from uuid import uuid4

import pytest

from adapters.matrix.heard import Access, Invited
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.lines import Bot


@pytest.fixture
async def bot(homeserver: Homeserver, tmp_path: Path) -> Bot:
    """With a password."""
    made = await homeserver.register(f"bot-{uuid4().hex[:8]}")
    access = Access(homeserver=homeserver.url, user=made.user, password=made.password)
    return Bot(access, tmp_path / "bot")


async def test_who_asks_the_bot_into_a_chat_is_heard_and_answered(bot: Bot, arrive: Arrive) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_dm(line.user_id)
        (asked,) = await bot.ear.until(Invited)
        assert (asked.room, asked.inviter, asked.direct) == (room, ari.user, True)
        await line.join(room)
        assert line.encrypted(room)
        assert line.members(room) == {ari.user: "join"}
        await ari.until_there(line.user_id)
        await ari.say("hello")
        await bot.ear.says("hello")
        await line.send(room, {"msgtype": "m.text", "body": "Hello, Ari."}, "tx-1")
        seen = await ari.heard("Hello, Ari.")
        assert seen.encrypted
