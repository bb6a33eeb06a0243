"""Threads: open, admit, archive, lock, delete, with what the gateway tells of it."""

from tests.adapters.discord.peer import payloads, permissions, posting
from tests.adapters.discord.peer.clock import born
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused, invalid, length
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import (
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    TEXT,
    Channel,
    Message,
)

DURATIONS = (60, 1440, 4320, 10080)  # minutes
ACTIVE = 1000  # threads of one server
NAME = 100
ADDED, CREATED = 1, 18  # kinds of system messages


def create(discord: Discord, parent: Channel, body: Json, bot: int) -> Channel:
    """A new thread with the bot in it. Raises `Refused` when it may not."""
    kind = body.get("type", PRIVATE_THREAD)
    _check(discord, parent, body, kind, bot)
    thread = Channel(
        discord.world.flakes.next(),
        kind,
        body["name"],
        parent.guild,
        parent.id,
        owner=bot,
        members={bot: discord.clock.iso()},
        archived_at=discord.clock.iso(),
        invitable=body.get("invitable", True),
        auto_archive=body.get("auto_archive_duration") or 1440,
    )
    discord.world.channels[thread.id] = thread
    posting.tell_of_channel(discord, "THREAD_CREATE", thread, newly_created=True)
    if kind == PUBLIC_THREAD:
        line = _line(discord, parent, bot)
        line.type, line.content = CREATED, thread.name
        posting.create(discord, line)
    return thread


def _check(discord: Discord, parent: Channel, body: Json, kind: int, bot: int) -> None:
    if parent.kind != TEXT or kind not in (PRIVATE_THREAD, PUBLIC_THREAD):
        raise Refused(50024)
    needed = f"create_{'private' if kind == PRIVATE_THREAD else 'public'}_threads"
    if not permissions.may(discord.world, bot, parent, needed):
        raise Refused(50013)
    check_settings(body)
    if "name" not in body:
        raise length("name", 1, NAME)
    if len(discord.world.threads(parent.guild)) >= ACTIVE:
        raise Refused(160006)


def check_settings(body: Json) -> None:
    """Raises `Refused` for a name or an archive duration that a thread cannot have."""
    if "name" in body and not 1 <= len(body["name"] or "") <= NAME:
        raise length("name", 1, NAME)
    if body.get("auto_archive_duration", DURATIONS[0]) not in (*DURATIONS, None):
        raise invalid("auto_archive_duration", "BASE_TYPE_CHOICES", f"One of {DURATIONS}.")


def change(discord: Discord, thread: Channel, body: Json, who: int) -> None:
    """Archive, unarchive, lock, rename. In the archive only the first two are possible."""
    check_settings(body)
    _may_change(discord, thread, body, who)
    if body.get("archived", thread.archived) != thread.archived:
        thread.archived_at = discord.clock.iso()
        thread.woken = discord.clock.now()
    thread.archived = body.get("archived", thread.archived)
    thread.locked = body.get("locked", thread.locked)
    thread.name = body.get("name", thread.name)
    thread.invitable = body.get("invitable", thread.invitable)
    thread.auto_archive = body.get("auto_archive_duration") or thread.auto_archive
    posting.tell_of_channel(discord, "THREAD_UPDATE", thread)
    discord.world.bell.ring()


def _may_change(discord: Discord, thread: Channel, body: Json, who: int) -> None:
    """Whoever may send may also unarchive, unless it is locked; the rest is the owner's."""
    stays_archived = thread.archived and body.get("archived") is not False
    if stays_archived and body.keys() - {"archived", "locked"}:
        raise Refused(50083)
    if permissions.may(discord.world, who, thread, "manage_threads"):
        return
    if "locked" in body or thread.locked:
        raise Refused(50013)
    unarchives = body.keys() == {"archived"} and body["archived"] is False
    may_send = permissions.may(discord.world, who, thread, "send_messages_in_threads")
    if not (unarchives and may_send) and who != thread.owner:
        raise Refused(50013)


def doze(discord: Discord) -> None:
    """Archive every thread in which nothing has happened for as long as it was told to wait."""
    for thread in discord.world.channels.values():
        if thread.is_thread and not thread.archived:
            latest = max(born(thread.last_message or thread.id), thread.woken)
            if discord.clock.now() - latest > thread.auto_archive * 60_000:
                change(discord, thread, {"archived": True}, discord.world.app.owner)


def admit(discord: Discord, thread: Channel, who: int, by: int) -> None:
    """Somebody is in the thread from now on; twice changes nothing."""
    if thread.archived:
        raise Refused(50083)
    if who in thread.members:
        return
    thread.members[who] = discord.clock.iso()
    added = [payloads.thread_member(thread, who)]
    _members_changed(discord, thread, added_members=added)
    if who != by:
        line = _line(discord, thread, by)
        line.type, line.mentions = ADDED, [who]
        posting.create(discord, line)
    discord.world.bell.ring()


def dismiss(discord: Discord, thread: Channel, who: int) -> None:
    """Somebody is not in the thread any more."""
    if thread.archived:
        raise Refused(50083)
    if thread.members.pop(who, None) is not None:
        _members_changed(discord, thread, removed_member_ids=[str(who)])


def _members_changed(discord: Discord, thread: Channel, **change: object) -> None:
    data = {
        "id": str(thread.id),
        "guild_id": str(thread.guild),
        "member_count": len(thread.members),
    }
    discord.gateway.emit("THREAD_MEMBERS_UPDATE", data | change)


def _line(discord: Discord, place: Channel, by: int) -> Message:
    """A line that nobody has written: somebody was added, a thread was opened."""
    return Message(discord.world.flakes.next(), place.id, by)


def delete(discord: Discord, channel: Channel) -> None:
    """It is gone, with all that was said in it; a channel takes its threads along."""
    for thread in [each for each in discord.world.channels.values() if each.parent == channel.id]:
        delete(discord, thread)
    if channel.is_thread:
        gone: Json = {"id": str(channel.id), "guild_id": str(channel.guild)}
        gone |= {"parent_id": str(channel.parent), "type": channel.kind}
        if permissions.may(discord.world, discord.world.app.user, channel):
            discord.gateway.emit("THREAD_DELETE", gone)
    else:
        posting.tell_of_channel(discord, "CHANNEL_DELETE", channel)
    del discord.world.channels[channel.id]
    discord.world.bell.ring()
