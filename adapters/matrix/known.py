"""What the rooms are like just now: who is there, whether it is encrypted, who else could look in.

Power levels are not among it: what the bot may do in a room it learns by doing it. The library's
way of telling is wrong for rooms of version 12, where a creator stands above all levels.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec
from nio.crypto import Olm

from adapters.matrix.reading import text

Place = tuple[str, str]  # type and state key
THERE = frozenset({"join", "invite"})


def place(event: Mapping[str, Any]) -> Place:
    """Where in a room's state an event stands: a later one stands there instead."""
    return text(event, "type"), text(event, "state_key")


class Room(msgspec.Struct, kw_only=True):
    """One room that the bot is in."""

    members: dict[str, str] = {}  # everybody's membership, "join" or "invite"; also the bot's
    joining: str = "invite"  # the room's rule for who may come
    history: str = "shared"  # who may read what was said before
    replaced: bool = False  # its people went on to another one, and nobody speaks here any more


class Rooms:
    """All rooms that the bot is in."""

    def __init__(self, machine: Olm) -> None:
        self._store = machine.store
        self._me: str = machine.user_id
        self._encrypted: set[str] = set(self._store.load_encrypted_rooms())
        self._rooms: dict[str, Room] = {}
        self._leaving: set[str] = set()  # until the homeserver says so too
        self._listening: list[tuple[str, set[Place]]] = []  # rooms that are looked at, and news

    def __contains__(self, room: str) -> bool:
        """Whether the bot is in it."""
        return room in self._rooms

    def enter(self, room: str) -> None:
        """The bot goes in, perhaps again."""
        self._leaving.discard(room)

    def leave(self, room: str) -> None:
        """The bot leaves it by itself, and for good."""
        self._rooms.pop(room, None)
        self._leaving.add(room)
        self._encrypted.discard(room)
        self._store.delete_encrypted_room(room)

    def left(self, room: str) -> bool:
        """The bot is not in it any more. Returns whether it left by itself."""
        self._rooms.pop(room, None)
        by_itself = room in self._leaving
        self._leaving.discard(room)
        return by_itself

    def members(self, room: str) -> dict[str, str]:
        """Who is there, and who was asked to come."""
        return self._rooms[room].members if room in self._rooms else {}

    def encrypted(self, room: str) -> bool:
        """Whether it is, or ever was: nobody can switch that off, whatever is claimed."""
        return room in self._encrypted

    def public(self, room: str) -> bool:
        """Whether others than those invited could come or look in."""
        known = self._rooms.get(room, Room())
        return known.joining != "invite" or known.history == "world_readable"

    def replaced(self, room: str) -> bool:
        """Whether it was closed for another one, as an upgrade does."""
        return self._rooms.get(room, Room()).replaced

    def with_only(self, user: str) -> list[str]:
        """Those in which nobody is but this person and the bot."""
        return [
            room for room, one in self._rooms.items() if one.members.keys() - {self._me} == {user}
        ]

    def with_user(self, user: str) -> bool:
        """Whether the bot is anywhere with them."""
        return any(user in one.members for one in self._rooms.values())

    @contextmanager
    def listening(self, room: str) -> Iterator[set[Place]]:
        """Of which places in the room's state something is told until this is done."""
        told: set[Place] = set()
        self._listening.append((room, told))
        try:
            yield told
        finally:
            self._listening = [each for each in self._listening if each[1] is not told]

    def learn(self, room: str, event: Mapping[str, Any]) -> bool:
        """Take in a state event. Returns whether somebody who was there is not any more."""
        if room in self._leaving or not isinstance(event.get("state_key"), str):
            return False  # what happened there before the bot left may be told after it
        for _, told in (each for each in self._listening if each[0] == room):
            told.add(place(event))
        known = self._rooms.setdefault(room, Room(members={}))
        match event.get("type"):
            case "m.room.member":
                return self._moved(known, event)
            case "m.room.encryption" if room not in self._encrypted:
                self._encrypted.add(room)
                self._store.save_encrypted_rooms({room})
            case "m.room.join_rules":
                known.joining = text(event, "content", "join_rule")
            case "m.room.history_visibility":
                known.history = text(event, "content", "history_visibility")
            case "m.room.tombstone":
                known.replaced = bool(text(event, "content", "replacement_room"))
        return False

    @staticmethod
    def _moved(known: Room, event: Mapping[str, Any]) -> bool:
        user, how = text(event, "state_key"), text(event, "content", "membership")
        if how in THERE:
            known.members[user] = how
            return False
        return known.members.pop(user, None) is not None
