"""Threads of a channel and who is in them."""

from tests.adapters.discord.peer import intents, payloads, permissions, threads
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route
from tests.adapters.discord.peer.world import Channel


def create(call: Call) -> Answer:
    """POST: a thread without a message to begin with."""
    thread = threads.create(call.discord, call.channel(), call.body, call.bot)
    return Answer(payloads.channel(call.world, thread), 201)


def _thread(call: Call) -> Channel:
    channel = call.channel()
    if not channel.is_thread:
        raise Refused(50024)
    return channel


def add(call: Call) -> Answer:
    """PUT: somebody of the server. Who cannot see the parent is added and sees nothing."""
    thread = _thread(call)
    who = _who(call)
    if not permissions.may(call.world, call.bot, thread, "send_messages_in_threads"):
        raise Refused(50013)
    if who not in call.world.guilds[thread.guild].members:
        raise Refused(10007)
    if not thread.invitable and thread.owner != call.bot:
        raise Refused(50013)
    threads.admit(call.discord, thread, who, call.bot)
    return NOTHING


def _who(call: Call) -> int:
    """The person of the path, "@me" among them."""
    who = call.id("user_id") if "user_id" in call.names else call.bot
    if who not in call.world.users:
        raise Refused(10013)
    return who


def remove(call: Call) -> Answer:
    """DELETE: oneself, or anybody for those who own it or may manage threads."""
    thread = _thread(call)
    who = _who(call)
    manages = permissions.may(call.world, call.bot, thread, "manage_threads")
    owns = thread.is_private_thread and thread.owner == call.bot
    if who != call.bot and not manages and not owns:
        raise Refused(50013)
    threads.dismiss(call.discord, thread, who)
    return NOTHING


def one(call: Call) -> Answer:
    """GET: whether this person is in it."""
    thread = _thread(call)
    if call.id("user_id") not in thread.members:
        raise Refused(10007)
    return Answer(payloads.thread_member(thread, call.id("user_id")))


def everyone(call: Call) -> Answer:
    """GET: all who are in it, for apps with the members intent."""
    thread = _thread(call)
    if not call.world.app.privileged & intents.MEMBERS:
        raise Refused(50001)
    return Answer([payloads.thread_member(thread, who) for who in thread.members])


def active(call: Call) -> Answer:
    """GET: the threads of a server that are not archived, as far as the bot can see them."""
    guild = call.guild()
    open_ = call.world.threads(guild.id)
    seen = [each for each in open_ if permissions.may(call.world, call.bot, each)]
    mine = [thread for thread in seen if call.bot in thread.members]
    return Answer(
        {
            "threads": [payloads.channel(call.world, thread) for thread in seen],
            "members": [payloads.thread_member(thread, call.bot) for thread in mine],
            "has_more": False,
        }
    )


MEMBERS = "/channels/{channel_id}/thread-members"
ROUTES: list[Route] = [
    ("POST", "/channels/{channel_id}/threads", create),
    ("GET", MEMBERS, everyone),
    ("PUT", f"{MEMBERS}/@me", add),
    ("DELETE", f"{MEMBERS}/@me", remove),
    ("GET", f"{MEMBERS}/{{user_id}}", one),
    ("PUT", f"{MEMBERS}/{{user_id}}", add),
    ("DELETE", f"{MEMBERS}/{{user_id}}", remove),
    ("GET", "/guilds/{guild_id}/threads/active", active),
]
