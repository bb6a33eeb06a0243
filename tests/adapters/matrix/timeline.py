"""What is before somebody's eyes in one room: messages as their client draws them."""

from collections.abc import Mapping
from typing import Any

import msgspec

Event = Mapping[str, Any]  # as it came, decrypted where that was possible
POLLS = ("m.poll.start", "org.matrix.msc3381.poll.start")


class Seen(msgspec.Struct, kw_only=True):
    """A message as one sees it. `text` holds its words, after any edit."""

    id: str
    author: str  # the name that is shown
    sender: str  # "@ari:hs.test"
    text: str
    html: str = ""
    kind: str = "m.text"  # msgtype, or "poll"
    edited: bool = False
    encrypted: bool = False
    unreadable: bool = False  # "Unable to decrypt"; it is replaced when the key comes
    reply_to: str = ""
    reactions: list[tuple[str, str]] = []  # who, with what
    content: dict[str, Any] = {}


class Timeline:
    """One room. `members` is user → membership; `mine` is the person's own."""

    def __init__(self, user: str) -> None:
        self._user = user
        self.events: list[Event] = []  # all that came, as it came
        self.messages: list[Seen] = []
        self.members: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.state: dict[str, Event] = {}  # type → content, where there is no state key
        self.redacted: set[str] = set()
        self._reactions: dict[str, tuple[str, tuple[str, str]]] = {}

    @property
    def mine(self) -> str:
        """Whether the person themselves is in: join, invite, leave, ban, or "" before."""
        return self.members.get(self._user, "")

    def take(self, event: Event, *, encrypted: bool = False) -> None:
        """One event of the room, in its order."""
        self.events.append(event)
        content = event.get("content") or {}
        if "state_key" in event:
            self._take_state(event, content)
            return
        match event["type"]:
            case "m.room.redaction":
                self._redact(event.get("redacts") or content.get("redacts", ""))
            case _ if not content or event["event_id"] in self.redacted:
                self.redacted.add(event["event_id"])
            case "m.reaction":
                self._react(event, content.get("m.relates_to", {}))
            case "m.room.message":
                self._message(event, content, encrypted=encrypted)
            case "m.room.encrypted":
                self._put(self._drawn(event, content, encrypted=True, unreadable=True))
            case kind if kind in POLLS:
                self._put(self._poll(event, content, encrypted=encrypted))

    def _take_state(self, event: Event, content: Event) -> None:
        if event["type"] == "m.room.member":
            who = event["state_key"]
            self.members[who] = content.get("membership", "leave")
            self.names[who] = content.get("displayname") or self.names.get(who) or who
        elif not event["state_key"]:
            self.state[event["type"]] = content

    def _message(self, event: Event, content: Event, *, encrypted: bool) -> None:
        relation = content.get("m.relates_to") or {}
        if relation.get("rel_type") != "m.replace":
            self._put(self._drawn(event, content, encrypted=encrypted))
            return
        self._drop(event["event_id"])  # it was unreadable until now
        old = self.find(relation["event_id"])
        if old is not None and old.sender == event["sender"]:
            new = content.get("m.new_content", content)
            old.text, old.html = new.get("body", ""), new.get("formatted_body", "")
            old.content, old.edited = dict(new), True

    def _drawn(
        self, event: Event, content: Event, *, encrypted: bool, unreadable: bool = False
    ) -> Seen:
        relation = content.get("m.relates_to") or {}
        sender: str = event["sender"]
        return Seen(
            id=event["event_id"],
            author=self.names.get(sender, sender),
            sender=sender,
            text=content.get("body", ""),
            html=content.get("formatted_body", ""),
            kind=content.get("msgtype", ""),
            encrypted=encrypted,
            unreadable=unreadable,
            reply_to=relation.get("m.in_reply_to", {}).get("event_id", ""),
            content=dict(content),
        )

    def _poll(self, event: Event, content: Event, *, encrypted: bool) -> Seen:
        poll = self._drawn(event, content, encrypted=encrypted)
        poll.kind = "poll"
        poll.text = content.get("org.matrix.msc1767.text") or str(content.get("m.text", ""))
        return poll

    def _react(self, event: Event, relation: Event) -> None:
        what = (event["sender"], relation.get("key", ""))
        target = self.find(relation.get("event_id", ""))
        self._reactions[event["event_id"]] = (relation.get("event_id", ""), what)
        if target is not None:
            target.reactions.append(what)

    def _redact(self, gone: str) -> None:
        self.redacted.add(gone)
        self._drop(gone)
        target, what = self._reactions.pop(gone, ("", ("", "")))
        reacted = self.find(target)
        if reacted is not None:
            reacted.reactions.remove(what)

    def _put(self, new: Seen) -> None:
        """At the end, or where it stood when it could not be read."""
        for place, old in enumerate(self.messages):
            if old.id == new.id:
                self.messages[place] = new
                return
        self.messages.append(new)

    def _drop(self, gone: str) -> None:
        self.messages = [each for each in self.messages if each.id != gone]

    def find(self, wanted: str) -> Seen | None:
        """The message with this id, if it can be seen."""
        return next((each for each in self.messages if each.id == wanted), None)
