"""A whole small share on the local page, in which everything that anybody says is a canary.

The core, the store, the delivery and the page's own memory are the real ones, and all that
they log goes, at the most talkative level, into `log`. `files` is every byte of every file
that they write. A canary is a text that occurs nowhere else.
"""

import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from adapters.local.adapter import LocalAdapter
from bot import logs
from bot.app import App, build
from bot.model.event import Asked, Chose, Event, Met, Said
from bot.model.person import Account
from bot.model.private import Private
from tests.runtime.house import StillClock

ARI = Account(platform="local", native="quillfeather", name="Quillfeather")
BO = Account(platform="local", native="brindlewick", name="Brindlewick")
NAMES = ("Quillfeather", "Brindlewick")
ARIS = {  # what Ari writes, by what it is
    "feeling": "zvanquishedness",
    "text": "zmarmalade fell on the stairs.",
    "thought": "zthistles everywhere",
    "felt": "zunbuttoned",
    "helped": "zlanternlight",
    "better": "zslowerandsofter",
    "thanks": "zgratefulness",
    "learning": "zsmallisenough",
    "meaning": "zbeingheard",
    "pause word": "zrhubarb",
}
BOS = {
    "say-back": "zechoing what was said.",
    "care": "zblanket around you.",
    "thanks": "zhonoured",
    "learning": "zlisteningfirst",
}
PICKS = ("stirred", "too-much", "no-idea")  # ratings and private picks that are no everyday words
WHOLE = (*NAMES, *ARIS.values(), *BOS.values(), *PICKS)


class Bench:
    """Ari and Bo on one page."""

    def __init__(self, app: App, clock: StillClock, data: Path, log: io.StringIO) -> None:
        """Nobody has done anything yet."""
        self.app = app
        self.clock = clock
        self.data = data
        self.log = log
        self._number = count()

    def _by(self, who: Account) -> dict[str, Any]:
        return {"key": f"event-{next(self._number)}", "at": self.clock.now(), "account": who}

    async def give(self, event: Event) -> None:
        """Take an event in, and hand over what follows from it."""
        await self.app.dispatcher.receive(event)
        await self.app.scheduler.settle()

    async def tap(self, who: Account, *picks: str) -> None:
        """Somebody taps."""
        for pick in picks:
            await self.give(Chose(**self._by(who), question="", choices=(pick,)))

    async def say(self, who: Account, *texts: str) -> None:
        """Somebody types."""
        for text in texts:
            await self.give(Said(**self._by(who), text=Private(text)))

    async def ask(self, who: Account, command: str, **options: str) -> None:
        """Somebody gives a command."""
        await self.give(Asked(**self._by(who), command=command, options=options))

    async def wait(self, length: timedelta) -> None:
        """Time passes, with everything that is due in it."""
        until = self.clock.now() + length
        store = self.app.store
        while (due := await store.next_time()) is not None and self.clock.now() < due <= until:
            self.clock.advance(due - self.clock.now())
            await self.app.scheduler.settle()
        self.clock.advance(until - self.clock.now())

    def files(self) -> dict[str, bytes]:
        """Everything in the data folder, whatever it is."""
        found = (file for file in sorted(self.data.rglob("*")) if file.is_file())
        return {file.name: file.read_bytes() for file in found}

    # ── the talk ─────────────────────────────────────────────────────────────
    async def meet(self) -> None:
        """Ari goes through the welcome; Bo has been through it."""
        await self.give(Met(**self._by(BO), welcomed=True))
        await self.say(ARI, "hello")
        await self.tap(ARI, "start", "understood", "yes", "ok", "days-7", "days-90", "agree")
        await self.tap(ARI, "skip")
        await self.say(ARI, "Chicago")
        await self.tap(ARI, "usual", "discreet")
        await self.say(ARI, ARIS["pause word"], ARIS["meaning"])

    async def share(self) -> None:
        """Ari proposes and shares, up to the preview; nothing of it is sent."""
        await self.ask(ARI, "share", person="brindlewick")
        await self.tap(ARI, "none", "me", "slow", "relay")
        await self.tap(BO, "yes", "none", "4", "stirred")
        await self.tap(ARI, "stirred", "sore")
        await self.say(ARI, ARIS["feeling"], ARIS["text"], ARIS["thought"])
        await self.tap(ARI, "2", "listen", "no-idea")

    async def answer(self) -> None:
        """It is sent and answered, and both rate it."""
        await self.tap(ARI, "send")
        await self.say(BO, BOS["say-back"], BOS["care"])
        await self.tap(BO, "send")
        await self.tap(ARI, "yes", "some", "some", "some", "middle", "none")
        await self.tap(BO, "too-much", "no")

    async def tell(self) -> None:
        """Feedback, thanks, and what each has learned."""
        await self.tap(ARI, "both", "skip")
        await self.say(ARI, ARIS["felt"], ARIS["better"], ARIS["helped"])
        await self.tap(ARI, "send")
        await self.tap(BO, "thank")
        await self.say(ARI, ARIS["thanks"])
        await self.tap(ARI, "send", "private", "private")
        await self.say(BO, BOS["thanks"])
        await self.tap(BO, "send", "enough")
        await self.tap(ARI, "enough")
        await self.wait(timedelta(days=1))
        await self.say(ARI, ARIS["learning"])
        await self.say(BO, BOS["learning"])


@asynccontextmanager
async def bench(data: Path) -> AsyncIterator[Bench]:
    """A bot that is running with its page, and people at it."""
    log = io.StringIO()
    logs.setup("debug", log)
    clock = StillClock()
    app = await build(data, clock)
    page = app.add(LocalAdapter, {"people": NAMES}, data)
    try:
        await page.start()
        yield Bench(app, clock, data, log)
    finally:
        await app.stop()
        logging.getLogger().handlers.clear()
