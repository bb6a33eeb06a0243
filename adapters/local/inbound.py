"""What the page sends, as our Events. Pure: JSON and the time in, an Event out."""

import re
import unicodedata
from datetime import datetime, timedelta

import msgspec

from adapters.local.views import Human
from bot.model.event import DM, Asked, Chose, Event, Said
from bot.model.person import Account
from bot.model.private import Private

PLATFORM = "local"
LONGEST_NAME = 40
STEPS = {5, 20, 60, 24 * 60, 7 * 24 * 60}  # minutes by which the page may move the clock

KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Refused(Exception):
    """The page sent something that cannot be taken. `code` is for its kind sentence."""

    def __init__(self, code: str, status: int = 400) -> None:
        """`status` is the HTTP status that goes with it."""
        super().__init__(code)
        self.code = code
        self.status = status


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What every act of a person carries. `key` is made in the browser, once per act."""

    key: str
    person: str
    place: str = DM


class Say(Act, frozen=True, kw_only=True):
    """A person typed something."""

    text: str

    def __repr__(self) -> str:
        """The words stay out of logs and tracebacks."""
        return "<say>"


class Tap(Act, frozen=True, kw_only=True):
    """A person tapped choices of a message."""

    question: str
    choices: tuple[str, ...]

    def __repr__(self) -> str:
        """The choices stay out of logs and tracebacks."""
        return "<tap>"


class Ask(Act, frozen=True, kw_only=True):
    """A person used a control or started something."""

    command: str
    options: dict[str, str] = {}
    session: str = ""


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody takes a seat."""

    name: str


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """Move the bot's clock forward."""

    minutes: int


def said(act: Say, who: Human, at: datetime) -> Said:
    """Typed words. Raises `Refused` when there are none."""
    if not act.text.strip():
        raise Refused("empty")
    text = Private(act.text)
    return Said(key=_key(act), at=at, account=_account(who), place=act.place, text=text)


def chose(act: Tap, who: Human, at: datetime) -> Chose:
    """Tapped choices. Raises `Refused` when there are none."""
    if not act.choices:
        raise Refused("empty")
    return Chose(
        key=_key(act),
        at=at,
        account=_account(who),
        place=act.place,
        question=act.question,
        choices=act.choices,
    )


def asked(act: Ask, who: Human, at: datetime) -> Asked:
    """A control or a command."""
    return Asked(
        key=_key(act),
        at=at,
        account=_account(who),
        place=act.place,
        command=act.command,
        options=act.options,
        session=act.session,
    )


def event_of(act: Tap | Ask, who: Human, at: datetime) -> Event:
    """Whichever of the two that leave no words behind."""
    return chose(act, who, at) if isinstance(act, Tap) else asked(act, who, at)


def step_of(wait: Wait) -> timedelta:
    """By how much the clock moves. Raises `Refused` for what no button of the page says."""
    if wait.minutes not in STEPS:
        raise Refused("not-understood")
    return timedelta(minutes=wait.minutes)


def seat(name: str) -> Human:
    """A person by the name they typed: "Mary Ann" is "mary-ann". Raises `Refused` for no name."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused("bad-name")
    shown = name if name != name.lower() else name[0].upper() + name[1:]
    return Human(id=_native(name), name=shown)


def _native(name: str) -> str:
    """Something that can be typed after "/share": small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    native = re.sub(r"[^\w]+", "-", kept).strip("-_")
    if not native:
        raise Refused("bad-name")
    return native


def _account(who: Human) -> Account:
    return Account(platform=PLATFORM, native=who.id, name=who.name)


def _key(act: Act) -> str:
    if KEY.fullmatch(act.key) is None:
        raise Refused("not-understood")
    return f"{PLATFORM}:{act.key}"
