"""Application commands: the whole list, or one by one."""

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route
from tests.adapters.discord.peer.rules import commands

OPTIONAL = (  # kept as they were given
    "name_localizations",
    "description_localizations",
    "options",
    "default_member_permissions",
    "dm_permission",
    "contexts",
    "integration_types",
    "nsfw",
)


def read_all(call: Call) -> Answer:
    """GET: every global command."""
    call.own_app()
    return Answer(list(call.world.commands.values()))


def replace_all(call: Call) -> Answer:
    """PUT: these and no others. Who keeps a name keeps the id."""
    call.own_app()
    given: list[Json] = list(call.body)  # type: ignore[arg-type]  # this route takes a list
    commands.check_all(given)
    kept = {_key(old): old for old in call.world.commands.values()}
    fresh = [_registered(call, each, kept.get(_key(each))) for each in given]
    call.world.commands = {int(each["id"]): each for each in fresh}
    return Answer(fresh)


def _key(command: Json) -> tuple[int, str]:
    return command.get("type", 1), command["name"]


def _registered(call: Call, given: Json, old: Json | None) -> Json:
    """As Discord gives it back; an unchanged command keeps its version."""
    world = call.world
    whole: Json = {
        "id": old["id"] if old else str(world.flakes.next()),
        "application_id": str(world.app.id),
        "type": given.get("type", 1),
        "name": given["name"],
        "description": given.get("description") or "",
        "default_member_permissions": None,
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
    }
    whole |= {key: given[key] for key in OPTIONAL if given.get(key) is not None}
    same = old is not None and old == whole | {"version": old["version"]}
    whole["version"] = old["version"] if old and same else str(world.flakes.next())
    world.created += old is None
    return whole


def create(call: Call) -> Answer:
    """POST: one more, or a new version of the one with this name: 201 or 200."""
    call.own_app()
    commands.check(call.body)
    old = {_key(each): each for each in call.world.commands.values()}.get(_key(call.body))
    whole = _registered(call, call.body, old)
    call.world.commands[int(whole["id"])] = whole
    return Answer(whole, 200 if old else 201)


def delete(call: Call) -> Answer:
    """DELETE: one."""
    call.own_app()
    if call.world.commands.pop(call.id("command_id"), None) is None:
        raise Refused(10063)
    return NOTHING


ALL = "/applications/{application_id}/commands"
ROUTES: list[Route] = [
    ("GET", ALL, read_all),
    ("PUT", ALL, replace_all),
    ("POST", ALL, create),
    ("DELETE", f"{ALL}/{{command_id}}", delete),
]
