"""How each thing looks on the wire."""

from tests.adapters.discord.peer import permissions
from tests.adapters.discord.peer.clock import born, iso
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.world import (
    DM,
    THREADS,
    Channel,
    Guild,
    Message,
    Role,
    User,
    World,
)

UNSET = (  # of a server that nobody has decorated
    "icon",
    "description",
    "home_header",
    "splash",
    "discovery_splash",
    "banner",
    "application_id",
    "afk_channel_id",
    "system_channel_id",
    "widget_channel_id",
    "max_presences",
    "vanity_url_code",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "public_updates_channel_id",
    "incidents_data",
)


def user(who: User) -> Json:
    """An account."""
    return {
        "id": str(who.id),
        "username": who.name,
        "discriminator": "0000" if who.bot else "0",
        "global_name": None if who.bot else who.name.title(),
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
        **({"bot": True} if who.bot else {}),
    }


def myself(world: World) -> Json:
    """The bot, as it sees itself."""
    private = {"mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}
    return user(world.users[world.app.user]) | private


def application(world: World) -> Json:
    """The app, as its bot sees it."""
    return {
        "id": str(world.app.id),
        "name": world.app.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user(world.users[world.app.user]),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": _app_flags(world),
        "flags_new": str(_app_flags(world)),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(world.users[world.app.owner]),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {str(kind): {} for kind in world.app.integration_types},
    }


def _app_flags(world: World) -> int:
    """The "limited" flags of the portal's three switches."""
    switches = {1 << 8: 1 << 13, 1 << 1: 1 << 15, 1 << 15: 1 << 19}  # intent → flag
    return sum(flag for intent, flag in switches.items() if world.app.privileged & intent)


def member(world: World, guild: Guild, who: int) -> Json:
    """A user as a member of a server."""
    seat = guild.members[who]
    return {
        "user": user(world.users[who]),
        "nick": None,
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": seat.joined_at,
        "pending": False,
        "premium_since": None,
        "roles": [str(role) for role in seat.roles],
        "mute": False,
        "deaf": False,
    }


def role(what: Role, position: int) -> Json:
    """A role."""
    return {
        "id": str(what.id),
        "name": what.name,
        "permissions": str(what.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": what.managed,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def guild(place: Guild) -> Json:
    """A server, without what is in it."""
    return dict.fromkeys(UNSET) | {
        "id": str(place.id),
        "name": place.name,
        "features": [],
        "owner_id": str(place.owner),
        "region": "deprecated",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 0,
        "roles": [role(each, index) for index, each in enumerate(place.roles.values())],
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_members": 500000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": "en-US",
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
    }


def guild_create(world: World, place: Guild, *, all_members: bool) -> Json:
    """A server as the gateway gives it: the bot's own seat, and others only by intent."""
    bot = world.app.user
    seated = place.members if all_members else [bot]
    inside = [each for each in world.channels.values() if each.guild == place.id]
    seen = [each for each in inside if permissions.may(world, bot, each) or not each.is_thread]
    empty = ("voice_states", "presences", "stage_instances", "guild_scheduled_events")
    return guild(place) | {
        "joined_at": place.members[bot].joined_at,
        "large": False,
        "unavailable": False,
        "member_count": len(place.members),
        "members": [member(world, place, who) for who in seated],
        "channels": [channel(world, each) for each in seen if not each.is_thread],
        "threads": [channel(world, each) for each in seen if each.is_thread and not each.archived],
        "soundboard_sounds": [],
        **{name: [] for name in empty},
    }


def channel(world: World, place: Channel) -> Json:
    """A channel of any kind, as the bot sees it."""
    base: Json = {
        "id": str(place.id),
        "type": place.kind,
        "flags": 0,
        "last_message_id": str(place.last_message) if place.last_message else None,
    }
    if place.kind == DM:
        others = [who for who in place.recipients if who != world.app.user]
        return base | {"recipients": [user(world.users[who]) for who in others]}
    base |= {"guild_id": str(place.guild), "name": place.name, "rate_limit_per_user": 0}
    return base | (_thread(place, world.app.user) if place.kind in THREADS else _text(world, place))


def _text(world: World, place: Channel) -> Json:
    roles = world.guilds[place.guild].roles
    return {
        "position": place.position,
        "topic": place.topic,
        "nsfw": False,
        "parent_id": None,
        "permission_overwrites": [
            {
                "id": str(target),
                "type": 0 if target in roles else 1,
                "allow": str(allow),
                "deny": str(deny),
            }
            for target, (allow, deny) in place.overwrites.items()
        ],
    }


def _thread(place: Channel, bot: int) -> Json:
    seen = {"member": thread_member(place, bot)} if bot in place.members else {}
    return seen | {
        "parent_id": str(place.parent),
        "owner_id": str(place.owner),
        "message_count": len(place.messages),
        "total_message_sent": len(place.messages),
        "member_count": len(place.members),
        "thread_metadata": {
            "archived": place.archived,
            "archive_timestamp": place.archived_at,
            "auto_archive_duration": place.auto_archive,
            "locked": place.locked,
            "create_timestamp": iso(born(place.id)),
            **({"invitable": place.invitable} if place.is_private_thread else {}),
        },
    }


def thread_member(place: Channel, who: int) -> Json:
    """Somebody in a thread."""
    since = place.members[who]
    return {"id": str(place.id), "user_id": str(who), "join_timestamp": since, "flags": 0}


def message(world: World, what: Message) -> Json:
    """A message, whole."""
    optional = {
        "poll": what.poll,
        "message_reference": what.reference,
        "interaction_metadata": what.metadata,
        "nonce": what.nonce,
    }
    if world.users[what.author].bot:
        optional["application_id"] = str(world.app.id)
    if what.metadata:
        optional["webhook_id"] = str(world.app.id)
    return {
        "id": str(what.id),
        "channel_id": str(what.channel),
        "author": user(world.users[what.author]),
        "type": what.type,
        "content": what.content,
        "timestamp": iso(born(what.id)),
        "edited_timestamp": what.edited,
        "tts": False,
        "mention_everyone": False,
        "mentions": [user(world.users[who]) for who in what.mentions],
        "mention_roles": [],
        "attachments": what.attachments,
        "embeds": what.embeds,
        "components": what.components,
        "pinned": False,
        "flags": what.flags,
        **{name: value for name, value in optional.items() if value is not None},
    }
