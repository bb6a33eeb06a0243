"""A session that begins by itself later: what is still to come of one that people are in."""

from datetime import datetime

import msgspec

from bot.engine.scene import Scene
from bot.model.session import Session


def session(scene: Scene, name: str, step: str, at: datetime) -> Session:
    """It waits at that step until then, slowly and between the chats; nobody knows of it yet."""
    now = scene.session
    return msgspec.structs.replace(
        now,
        id=name,
        step=step,
        begun=True,
        code=None,
        aftermath=True,
        reached=(),
        mode="relay",
        pace="slow",
        turn=0,
        waits=at,
        deadline=at,
        asked={},
        open={},
        done=(),
        trail={},
        asides={},
        pause=None,
        noted={},
        entered={},
        since=dict.fromkeys(now.players, scene.at),
    )
