"""What components a message may hold, and how they are numbered."""

from collections import Counter
from collections.abc import Iterator

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import invalid, length, required, too_long

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS = (3, 5, 6, 7, 8)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LINK, PREMIUM = 5, 6  # styles of buttons that carry no custom_id
CARD_TOP = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER)
CARD_TEXTS = 4000  # characters of all texts of a card together
CARD_PARTS = 40
ROWS, BUTTONS, OPTIONS = 5, 5, 25
LABEL, CUSTOM_ID = 80, 100


def every(parts: list[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """All components with their paths, parents first."""
    for index, part in enumerate(parts):
        here = f"{path}.{index}"
        yield here, part
        yield from every(part.get("components") or [], f"{here}.components")
        for single in ("accessory", "component"):
            if isinstance(part.get(single), dict):
                yield f"{here}.{single}", part[single]


def check(parts: list[Json], *, card: bool) -> None:
    """Raises `Refused` for components that a message cannot hold; `card` means Components V2."""
    _top(parts, card=card)
    for path, part in every(parts):
        _one(path, part)
    _unique(parts)
    if card:
        _card(parts)


def _top(parts: list[Json], *, card: bool) -> None:
    if not card and len(parts) > ROWS:
        raise length("components", 1, ROWS)
    for index, part in enumerate(parts):
        if part.get("type") not in (CARD_TOP if card else (ROW,)):
            raise invalid(
                f"components.{index}.type",
                "UNION_TYPE_CHOICES",
                "Value of field 'type' is not allowed here; is the flag IS_COMPONENTS_V2 set?",
            )


def _one(path: str, part: Json) -> None:
    kind = part.get("type")
    if kind == ROW:
        _row(path, part)
    elif kind == BUTTON:
        _button(path, part)
    elif kind in SELECTS:
        _select(path, part)
    elif kind == TEXT_INPUT:
        raise invalid(f"{path}.type", "UNION_TYPE_CHOICES", "A text input belongs into a modal.")
    elif kind == SECTION:
        _section(path, part)


def _row(path: str, row: Json) -> None:
    inside = row.get("components") or []
    if not 1 <= len(inside) <= BUTTONS:
        raise length(f"{path}.components", 1, BUTTONS)
    kinds = [part.get("type") for part in inside]
    alone = [kind for kind in kinds if kind in SELECTS]
    if (alone and len(kinds) > 1) or set(kinds) - {BUTTON, TEXT_INPUT, *SELECTS}:
        raise invalid(f"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "It does not fit.")


def _section(path: str, section: Json) -> None:
    if not 1 <= len(section.get("components") or []) <= 3:
        raise length(f"{path}.components", 1, 3)
    if (section.get("accessory") or {}).get("type") not in (BUTTON, THUMBNAIL):
        raise required(f"{path}.accessory")
    _one(f"{path}.accessory", section["accessory"])


def _button(path: str, button: Json) -> None:
    style = button.get("style")
    if style == LINK:
        if "custom_id" in button or not button.get("url"):
            raise invalid(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "url alone")
    elif style != PREMIUM:
        custom_id(path, button)
        if "url" in button:
            raise invalid(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "no url")
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        raise invalid(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji.")
    if len(button.get("label") or "") > LABEL:
        raise too_long(f"{path}.label", LABEL)


def custom_id(path: str, part: Json) -> None:
    """Raises `Refused` when it has none, or one of more than 100 characters."""
    if not part.get("custom_id"):
        raise required(f"{path}.custom_id")
    if len(part["custom_id"]) > CUSTOM_ID:
        raise length(f"{path}.custom_id", 1, CUSTOM_ID)


def _select(path: str, select: Json) -> None:
    custom_id(path, select)
    least, most = bounds(select)
    if not 0 <= least <= most <= OPTIONS or most < 1:
        raise invalid(f"{path}.max_values", "BASE_TYPE_MIN_MAX", "min_values, max_values")
    if select["type"] == STRING_SELECT:
        options(path, select, 1, OPTIONS)
        if most > len(select["options"]):
            raise invalid(f"{path}.max_values", "SELECT_MAX_VALUES", "More than there are options.")


def bounds(part: Json) -> tuple[int, int]:
    """How many values may be chosen: least and most."""
    least, most = part.get("min_values"), part.get("max_values")
    return (1 if least is None else least), (1 if most is None else most)


def options(path: str, part: Json, least: int, most: int) -> None:
    """Raises `Refused` for too few or too many options, long ones, and values given twice."""
    given = part.get("options") or []
    if not least <= len(given) <= most:
        raise length(f"{path}.options", least, most)
    for index, option in enumerate(given):
        for name in ("label", "value", "description"):
            if len(option.get(name) or "") > CUSTOM_ID:
                raise too_long(f"{path}.options.{index}.{name}", CUSTOM_ID)
    twice = [value for value, count in Counter(o.get("value") for o in given).items() if count > 1]
    if twice:
        raise invalid(f"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Value twice.")


def _unique(parts: list[Json]) -> None:
    """No custom_id and no number twice within a message."""
    for name, code in (
        ("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        ("id", "COMPONENT_ID_DUPLICATED"),
    ):
        given = Counter(part[name] for _, part in every(parts) if part.get(name))
        if any(count > 1 for count in given.values()):
            raise invalid("components", code, f"Component {name} cannot be duplicated")


def _card(parts: list[Json]) -> None:
    found = [part for _, part in every(parts)]
    if len(found) > CARD_PARTS:
        raise length("components", 1, CARD_PARTS)
    texts = [part.get("content") or "" for part in found if part.get("type") == TEXT]
    if any(not text for text in texts):
        raise required("components.content")
    if sum(map(len, texts)) > CARD_TEXTS:
        raise invalid(
            "components",
            "COMPONENT_MAX_TOTAL_TEXT_SIZE_EXCEEDED",
            f"The total displayable text size must not exceed {CARD_TEXTS}",
        )


DEFAULTS: dict[int, Json] = {  # what Discord fills in where a bot has said nothing
    **{kind: {"min_values": 1, "max_values": 1, "disabled": False} for kind in SELECTS},
    SEPARATOR: {"divider": True, "spacing": 1},
    CONTAINER: {"accent_color": None, "spoiler": False},
}


def numbered(parts: list[Json]) -> list[Json]:
    """The components as Discord gives them back: each with an `id`, its defaults filled in."""
    taken = {part["id"] for _, part in every(parts) if part.get("id")}
    free = (number for number in range(1, 10_000) if number not in taken)
    return [_numbered(part, free) for part in parts]


def _numbered(part: Json, free: Iterator[int]) -> Json:
    said = {key: value for key, value in part.items() if value is not None}
    whole = DEFAULTS.get(part["type"], {}) | said
    whole["id"] = part.get("id") or next(free)
    if "components" in part:
        whole["components"] = [_numbered(each, free) for each in part["components"]]
    for single in ("accessory", "component"):
        if single in part:
            whole[single] = _numbered(part[single], free)
    return whole
