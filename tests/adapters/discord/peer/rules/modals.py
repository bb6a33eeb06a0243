"""What a modal may ask, and what a person may hand in."""

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused, invalid, length, required, too_long
from tests.adapters.discord.peer.rules import components

ROW, TEXT_INPUT, TEXT, LABEL = 1, 4, 10, 18
FILES, RADIO, CHECKBOXES, CHECKBOX = 19, 21, 22, 23
INSIDE = (TEXT_INPUT, *components.SELECTS, FILES, RADIO, CHECKBOXES, CHECKBOX)
OPTIONS = {3: (1, 25), RADIO: (2, 10), CHECKBOXES: (1, 10)}
TITLE, PARTS, ANSWER = 45, 5, 4000


def check(modal: Json) -> None:
    """Raises `Refused` for a modal that Discord would not show."""
    title = modal.get("title") or ""
    if not 1 <= len(title) <= TITLE:
        raise length("data.title", 1, TITLE)
    components.custom_id("data", modal)
    parts = modal.get("components") or []
    if not 1 <= len(parts) <= PARTS:
        raise length("data.components", 1, PARTS)
    for index, part in enumerate(parts):
        _top(f"data.components.{index}", part)
    _unique(parts)


def _top(path: str, part: Json) -> None:
    match part.get("type"):
        case 18:
            _label(path, part)
        case 1:
            _row(path, part)
        case 10:
            if not part.get("content"):
                raise required(f"{path}.content")
        case _:
            raise invalid(f"{path}.type", "UNION_TYPE_CHOICES", "Not in a modal.")


def _label(path: str, label: Json) -> None:
    if not 1 <= len(label.get("label") or "") <= TITLE:
        raise length(f"{path}.label", 1, TITLE)
    if len(label.get("description") or "") > components.CUSTOM_ID:
        raise too_long(f"{path}.description", components.CUSTOM_ID)
    inner = label.get("component")
    if not isinstance(inner, dict):
        raise required(f"{path}.component")
    _inner(f"{path}.component", inner)


def _row(path: str, row: Json) -> None:
    """The old form: one text input with its own label."""
    inside = row.get("components") or []
    if len(inside) != 1 or inside[0].get("type") != TEXT_INPUT:
        raise invalid(f"{path}.components", "UNION_TYPE_CHOICES", "Only a text input fits here.")
    if not 1 <= len(inside[0].get("label") or "") <= TITLE:
        raise length(f"{path}.components.0.label", 1, TITLE)
    _inner(f"{path}.components.0", inside[0])


def _inner(path: str, part: Json) -> None:
    kind = part.get("type")
    if kind not in INSIDE:
        raise invalid(f"{path}.type", "UNION_TYPE_CHOICES", "Not in a modal.")
    components.custom_id(path, part)
    if kind in OPTIONS:
        components.options(path, part, *OPTIONS[kind])
    if kind == TEXT_INPUT:
        _text_input(path, part)


def _text_input(path: str, part: Json) -> None:
    if part.get("style") not in (1, 2):
        raise required(f"{path}.style")
    least, most = part.get("min_length") or 0, part.get("max_length") or ANSWER
    if not 0 <= least <= most <= ANSWER:
        raise invalid(f"{path}.max_length", "BASE_TYPE_MIN_MAX", "min_length, max_length")
    for name, limit in (("placeholder", components.CUSTOM_ID), ("value", most)):
        if len(part.get(name) or "") > limit:
            raise too_long(f"{path}.{name}", limit)


def fields(modal: Json) -> list[tuple[str, Json]]:
    """What a person can fill in: its label and the component."""
    found = []
    for part in modal["components"]:
        if part["type"] == LABEL:
            found.append((part["label"], part["component"]))
        elif part["type"] == ROW:
            found.append((part["components"][0]["label"], part["components"][0]))
    return found


def _unique(parts: list[Json]) -> None:
    ids = [inner["custom_id"] for _, inner in fields({"components": parts})]
    if len(ids) != len(set(ids)):
        raise invalid(
            "data.components", "COMPONENT_CUSTOM_ID_DUPLICATED", "custom_id cannot be duplicated"
        )


def refuse_nested(source: int) -> None:
    """A modal cannot answer the submission of a modal (interaction type 5)."""
    if source == 5:
        raise Refused(50035, {"type": {"_errors": [{"code": "BASE_TYPE_CHOICES", "message": ""}]}})
