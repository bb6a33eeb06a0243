"""The stage on which the homeserver itself is killed and comes back, once without our log-in."""

import sqlite3
from contextlib import closing

from tests.adapters.discord.faults.talk import Act
from tests.adapters.matrix.faults.inside import Inside
from tests.adapters.matrix.faults.playing import Do
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.talk import Enter
from tests.adapters.matrix.front import Kind
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.whole import Running

HELD = 10.0  # seconds until the bot must have asked for it


class Outages(Inside):
    """At these acts, as they read: how a message hangs when it dies, and if our token is lost."""

    def __init__(self, scene: Scene, bot: Running, at: dict[str, tuple[Kind, bool]]) -> None:
        super().__init__(scene, bot)
        self._at = dict(at)

    async def strike(self, act: Act | Enter, do: Do) -> None:
        """The act, and the death of the homeserver while the bot waits for its answer."""
        if str(act) not in self._at:
            await do()
            return
        kind, forgets = self._at.pop(str(act))
        front, server = self._scene.front, self._scene.homeserver
        front.fault(kind, "send")
        await do()
        await front.until(lambda _: front.holding, HELD)
        server.kill()
        front.mend()
        if forgets:
            forget(server, self._scene.account.user)
        await server.restart()
        self.struck[f"{kind}{', token lost' * forgets}"] += 1


def forget(homeserver: Homeserver, user: str) -> None:
    """No token of that user is worth anything; the devices stay. The homeserver is not running."""
    with closing(sqlite3.connect(homeserver.folder / "hs.db")) as db, db:
        db.execute("delete from access_tokens where user_id = ?", (user,))
