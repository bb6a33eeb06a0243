"""What a person's own client makes of what they do: it finds the button, checks the fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.adapters.discord.peer import payloads
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.rules import components, modals
from tests.adapters.discord.peer.rules.components import BUTTON, SELECTS, STRING_SELECT
from tests.adapters.discord.peer.world import Channel, Message, User, World

SUB, GROUP, STRING, USER = 1, 2, 3, 6  # kinds of options
USER_SELECT = 5


class Impossible(Exception):
    """No client lets a person do this; a test that tries is wrong."""


def command(world: World, words: str) -> tuple[Json, list[Json]]:
    """The registered command, and its options down to the sub command: "share now"."""
    name, *subs = words.split()
    found = next((each for each in world.commands.values() if each["name"] == name), None)
    if found is None:
        raise Impossible(f"there is no command /{name}")
    options = found.get("options", [])
    for sub in subs:
        inner = next((each for each in options if each["name"] == sub), None)
        if inner is None or inner["type"] not in (SUB, GROUP):
            raise Impossible(f"/{name} has no {sub}")
        options = inner.get("options", [])
    return found, options


@dataclass
class Resolved:
    """The people that an interaction names; who they are goes beside its data."""

    world: World
    guild: int
    found: Json = field(default_factory=dict)

    def person(self, name: str) -> str:
        """Their id."""
        who = self.world.named(name)
        self.found.setdefault("users", {})[str(who.id)] = payloads.user(who)
        place = self.world.guilds.get(self.guild)
        if place is not None and who.id in place.members:
            seat = payloads.member(self.world, place, who.id)
            seat = {key: seat[key] for key in seat.keys() - {"user", "mute", "deaf"}}
            seats = self.found.setdefault("members", {})
            seats[str(who.id)] = seat | {"permissions": "0"}
        return str(who.id)

    def beside(self, data: Json) -> Json:
        """The data, with them where there are any."""
        return data | ({"resolved": self.found} if self.found else {})


def command_data(resolved: Resolved, words: str, given: Json, focused: str | None = None) -> Json:
    """The data of a command with these options. `focused`: the one being typed in."""
    found, options = command(resolved.world, words)
    if focused is None:
        _check_options(words, options, given)
    filled = [
        _option(resolved, option, given[option["name"]], focused)
        for option in options
        if option["name"] in given
    ]
    subs = words.split()[1:]
    for depth, sub in enumerate(reversed(subs)):
        filled = [{"name": sub, "type": GROUP if depth else SUB, "options": filled}]
    data: Json = {"id": found["id"], "name": found["name"], "type": found["type"]}
    return resolved.beside(data | ({"options": filled} if filled else {}))


def _check_options(words: str, options: list[Json], given: Json) -> None:
    """What a client refuses to send."""
    known = {option["name"]: option for option in options}
    if given.keys() - known.keys():
        raise Impossible(f"/{words} does not take {sorted(given.keys() - known.keys())}")
    for name, option in known.items():
        if option.get("required") and name not in given:
            raise Impossible(f"/{words} needs {name}")
        values = [choice["value"] for choice in option.get("choices", [])]
        if name in given and values and given[name] not in values:
            raise Impossible(f"/{words} {name} is one of {values}")
        length = len(given.get(name, "")) if option["type"] == STRING else 0
        if length > option.get("max_length", 6000):
            raise Impossible(f"/{words} {name} is too long")


def _option(resolved: Resolved, option: Json, value: object, focused: str | None) -> Json:
    name, kind = option["name"], option["type"]
    if kind == USER and name != focused:
        value = resolved.person(str(value))
    typed_in = {"focused": True} if name == focused else {}
    return {"name": name, "type": kind, "value": value} | typed_in


def visible(person: User, channel: Channel) -> Iterator[Message]:
    """What they could click on, newest first."""
    for message in reversed(list(channel.messages.values())):
        if message.ephemeral_for in (0, person.id):
            yield message


def find(
    person: User, channel: Channel, which: str, message: str | None, *, kinds: tuple[int, ...]
) -> tuple[Message, Json]:
    """The newest component called `which`: by label, placeholder or custom_id; "" is any."""
    for each in visible(person, channel):
        if message not in (None, str(each.id)):
            continue
        for _, part in components.every(each.components):
            if part["type"] in kinds and which in ("", *_names(part)):
                _check_usable(channel, part, which)
                return each, part
    raise Impossible(f"{person.name} sees nothing called {which!r} there")


def _names(part: Json) -> tuple[str | None, ...]:
    return part.get("label"), part.get("placeholder"), part.get("custom_id")


def _check_usable(channel: Channel, part: Json, which: str) -> None:
    if part.get("disabled"):
        raise Impossible(f"{which!r} is disabled")
    if channel.archived:
        raise Impossible("the thread is archived: its buttons are dead")
    if not part.get("custom_id"):
        raise Impossible(f"{which!r} is a link")


def button(person: User, channel: Channel, which: str, message: str | None) -> tuple[int, Json]:
    """The message of the button, and the data of a click on it."""
    where, part = find(person, channel, which, message, kinds=(BUTTON,))
    return where.id, {
        "component_type": BUTTON,
        "custom_id": part["custom_id"],
        "id": part["id"],
    }


def select(resolved: Resolved, person: User, channel: Channel, said: Json) -> tuple[int, Json]:
    """The message of a `list`, and the data of choosing these labels, values or people."""
    where, part = find(person, channel, said.get("list", ""), said.get("message"), kinds=SELECTS)
    data: Json = {
        "component_type": part["type"],
        "custom_id": part["custom_id"],
        "id": part["id"],
        "values": _chosen(resolved, part, said["values"]),
    }
    return where.id, resolved.beside(data)


def _chosen(resolved: Resolved, part: Json, values: list[str]) -> list[str]:
    least, most = components.bounds(part)
    if not least <= len(values) <= most:
        raise Impossible(f"between {least} and {most} can be chosen")
    if part["type"] == USER_SELECT:
        return [resolved.person(value) for value in values]
    return [_value(part, value) for value in values]


def _value(part: Json, said: str) -> str:
    for option in part["options"]:
        if said in (option["label"], option["value"]):
            return str(option["value"])
    raise Impossible(f"{said!r} is none of {[option['label'] for option in part['options']]}")


def submission(resolved: Resolved, modal: Json, given: Json) -> Json:
    """The data of handing in a modal, its fields named by label or custom_id."""
    left = dict(given)
    filled = [_filled(resolved, part, left) for part in modal["components"]]
    if left:
        raise Impossible(f"the modal has no field {sorted(left)}")
    return resolved.beside({"custom_id": modal["custom_id"], "components": filled})


def _filled(resolved: Resolved, part: Json, left: Json) -> Json:
    """One part of the modal as it is handed in; what is used is taken out of `left`."""
    shell = {"type": part["type"], "id": part["id"]}
    if part["type"] == modals.TEXT:
        return shell
    inner = part.get("component") or part["components"][0]
    by_label = left.pop(part.get("label") or inner.get("label"), None)
    said = left.pop(inner["custom_id"], by_label)
    done = {"type": inner["type"], "id": inner["id"], "custom_id": inner["custom_id"]}
    done |= _answer(resolved, inner, said)
    if part["type"] == modals.LABEL:
        return shell | {"component": done}
    return shell | {"components": [done]}


def _answer(resolved: Resolved, part: Json, said: object) -> Json:
    """The value of one field. Raises `Impossible` for what the client would not let pass."""
    kind = part["type"]
    if kind == modals.CHECKBOX:
        return {"value": bool(said)}
    if kind == modals.TEXT_INPUT:
        return {"value": _typed(part, str(said if said is not None else part.get("value") or ""))}
    if said is None and part.get("required", True):
        raise Impossible(f"{part['custom_id']} must be filled in")
    if kind == modals.RADIO:
        return {"value": None if said is None else _value(part, str(said))}
    values = [str(each) for each in said] if isinstance(said, list) else []
    if kind in (STRING_SELECT, modals.CHECKBOXES):
        return {"values": [_value(part, each) for each in values]}
    return {"values": [resolved.person(each) for each in values]}


def _typed(part: Json, said: str) -> str:
    """Raises `Impossible` for a text of a wrong length; an optional field may stay empty."""
    required = part.get("required", True)
    if not said and not required:
        return said
    least, most = part.get("min_length") or 1, part.get("max_length") or modals.ANSWER
    if not least <= len(said) <= most:
        raise Impossible(f"{part['custom_id']} has {len(said)} characters")
    return said
