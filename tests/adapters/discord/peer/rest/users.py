"""The bot itself, its application, other people, servers and who is in them."""

from tests.adapters.discord.peer import being, payloads
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route


def myself(call: Call) -> Answer:
    """GET: whose token it is."""
    return Answer(payloads.myself(call.world))


def application(call: Call) -> Answer:
    """GET: the application."""
    return Answer(payloads.application(call.world))


def gateway(call: Call) -> Answer:
    """GET: where to connect, with how many shards."""
    limit = {"total": 1000, "remaining": 1000, "reset_after": 86_400_000, "max_concurrency": 1}
    url = call.discord.base.replace("http", "ws") + "/gateway"
    return Answer({"url": url, "shards": 1, "session_start_limit": limit})


def plain_gateway(call: Call) -> Answer:
    """GET: where to connect."""
    return Answer({"url": call.discord.base.replace("http", "ws") + "/gateway"})


def user(call: Call) -> Answer:
    """GET: anybody's account."""
    who = call.world.users.get(call.id("user_id"))
    if who is None:
        raise Refused(10013)
    return Answer(payloads.user(who))


def guild(call: Call) -> Answer:
    """GET: a server."""
    place = call.guild()
    counts = {"approximate_member_count": len(place.members)} if call.says("with_counts") else {}
    return Answer(payloads.guild(place) | counts)


def roles(call: Call) -> Answer:
    """GET: the roles of a server."""
    return Answer(payloads.guild(call.guild())["roles"])


def member(call: Call) -> Answer:
    """GET: somebody's seat in a server."""
    place = call.guild()
    if call.id("user_id") not in call.world.users:
        raise Refused(10013)
    if call.id("user_id") not in place.members:
        raise Refused(10007)
    return Answer(payloads.member(call.world, place, call.id("user_id")))


def leave(call: Call) -> Answer:
    """DELETE: the bot goes."""
    being.leave(call.discord, call.guild(), call.bot)
    return NOTHING


ROUTES: list[Route] = [
    ("GET", "/users/@me", myself),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/gateway/bot", gateway),
    ("GET", "/gateway", plain_gateway),
    ("GET", "/users/{user_id}", user),
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("DELETE", "/users/@me/guilds/{guild_id}", leave),
]
