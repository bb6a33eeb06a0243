"""An exercise as frozen tables: what `exercise.toml` says, nothing more. The words are elsewhere.

A step's name is its message's name. A field is one question of a step. A step with one
question names it after itself. Targets of `then` are step names, or the word "silence":
the person goes silent, which to everybody else is as if they had never answered; or "still":
the same for this step alone, and they stay in.
"""

from datetime import timedelta
from functools import cached_property
from typing import Literal

import msgspec

SILENCE = "silence"
SOMEONE = "proposer"  # always means who began; "invited" is everybody else
INVITED = "invited"
BOTH = "all"
NOBODY = "nobody"
STILL = "still"
FEWEST, MOST = 3, 6  # people in a circle
PARTS = ("sharer", "answerers", "witnesses", "answerer", "unheard", "heard")  # in a circle

Quiet = Literal["hold", "pass", "lapse", "window"]
Asks = Literal[
    "choice",
    "scale",
    "words",
    "feelings",
    "phrase",
    "preview",
    "zone",
    "hours",
    "country",
    "when",
    "mine",
    "lines",
    "label",
    "menu",
    "member",
]
# where an exercise may stand in the menu: what one may like to do alone, with somebody, in a hot
# moment; and how many of one place are shown at once, so that they are read at a glance
ALONE, TOGETHER, HOT = ("look", "practise", "people", "ahead"), ("light", "hard", "after"), "hot"
PLACES = (*ALONE, *TOGETHER, HOT)
AT_A_GLANCE = 4


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One question to one person, answered in their DM."""

    name: str
    kind: Asks
    choices: tuple[str, ...] = ()  # ids; a scale's are its numbers, free text's are ready answers
    more: tuple[str, ...] = ()  # further ids, shown after "more"
    most: int = 1  # how many may be taken at once
    limit: int = 600  # characters of free text
    own: bool = False  # own words are an answer too
    shown: tuple[str, ...] = ()  # roles that may see the answer; empty: nobody but the writer
    skip: bool = False
    skip_if: tuple[str, ...] = ()  # may be skipped only once one of these is answered
    only_if: str = ""  # asked only when this field was answered
    not_if: dict[str, str] = {}  # nor when this field was answered so
    of: tuple[str, ...] = ()  # "feelings": the family's field; "phrase": whose words are offered;
    # "mine": "people" or "rounds" of which the person keeps something; "menu": its places
    at_most: str = ""  # a scale's ceiling: the field that holds it
    over: str = ""  # the step for a number above the ceiling
    card: str = ""  # "preview": the card that is shown; "lines": of which lines are ticked
    brief: tuple[str, ...] = ()  # the two choices of low-capacity mode
    aside: dict[str, str] = {}  # choice → the exercise that it opens for this person alone
    whole: bool = False  # short mode shows all of it too: one choice less would push
    rates: bool = False  # a private rating: the quiet way out is beside it (safety D3.3)
    saves: str = ""  # the person's setting that this answer changes
    hint: str = ""  # a named private hint that goes before the question
    marks: bool | str = False  # the soft checker reads along, with this list; it never blocks
    moment: bool = False  # "feelings": those that go with the moment that is practised
    sends: bool = False  # "preview": the card goes out at once, not when the step is answered
    starts: bool = False  # "words": how their sentence begins is said already, and left out
    carried: bool = False  # "words": what the person carried here is a ready answer


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """Answers put together for somebody to read. Lines whose field is empty are left out."""

    name: str
    by: str  # the role whose answers they are
    lines: tuple[str, ...]  # field names; each has its own words, "<card>-<field>"
    room: bool = True  # to the shared place in room mode; False: always to the DM
    own: bool = False  # handed to its own writer, to keep in their chat


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """Where to go on. The first branch that fits is taken; an empty one always fits."""

    to: str
    field: str = ""
    equals: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One state of an exercise."""

    name: str
    ask: dict[str, tuple[Field, ...]] = {}  # role → questions; empty: passes by itself
    quiet: Quiet = "hold"
    silent: dict[str, str] = {}  # with quiet "pass": role that did not answer → where to go on
    then: tuple[Branch, ...] = ()  # empty: an end
    agree: str = ""  # ends early only when everybody took this choice; all else is silence
    fixed: bool = False  # with quiet "pass": ends at the soft limit, whatever was answered
    show: tuple[str, ...] = ()  # cards delivered on entering, in order
    hands: dict[str, str] = {}  # role → card handed over once that role has finished its part
    note: dict[str, str] = {}  # role, "all" or "room" → words said on entering
    closes: dict[str, str] = {}  # role → words beside the note that it has closed here
    does: tuple[str, ...] = ()  # named effects, on leaving (on entering, if nothing is asked)
    wait: dict[str, timedelta] = {}  # pace → how long to wait before going on
    wait_for: str = ""  # a field whose choice says how long ("minutes-20", "hour", "tomorrow")
    tells: tuple[str, ...] = ()  # fields that the words of this step may mention
    forgets: tuple[str, ...] = ()  # fields whose answers are dropped on leaving
    undo: str = ""  # where `undo` leads while this step waits
    unless: dict[str, str] = {}  # a named circumstance ("day-full") → where to go instead
    limit: int = 0  # how often it may be entered in one round; 0: any number
    over: str = ""  # where to go instead once `limit` is used up
    reveals: tuple[str, ...] = ()  # hidden fields whose path the author declares to be visible
    aftermath: str = ""  # in a session that only finishes an older round: go here instead

    @property
    def at_one_time(self) -> bool:
        """Whether it ends at a time that no answer moves, so that none shows by it."""
        return bool(self.agree) or self.by_the_clock

    @property
    def by_the_clock(self) -> bool:
        """Whether nothing but time ends it, so that what it shows may come at any hour."""
        return self.fixed or self.quiet == "window"


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """How long a silence lasts before others are told; None: nobody is waiting."""

    soft: timedelta
    hard: timedelta
    invite: timedelta


class Members(msgspec.Struct, frozen=True, kw_only=True):
    """How many may take part in a circle, whoever began it included."""

    least: int
    most: int


class Script(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """An exercise. `digest` names this very version; a session keeps to it."""

    name: str
    digest: str
    roles: tuple[str, ...]
    first: str
    steps: dict[str, Step]
    members: Members | None = None  # of a circle: its `roles` are parts that go round
    doors: tuple[str, ...] = ()  # further steps at which the engine may begin it
    cards: dict[str, Card] = {}
    patience: dict[str, Patience] = {}  # by pace; solo scripts have the pace "solo"
    renamed: dict[str, str] = {}
    menu: str = ""  # the place of the menu where it stands; nowhere: something else begins it
    row: int = 0  # its row there

    def step(self, name: str) -> Step:
        """The step of that name, today's or, for an old session, what it is called today.

        Raises KeyError for a name that never was; start-up checks that none is in use.
        """
        return self.steps[self.renamed.get(name, name)]

    def fields(self) -> dict[str, tuple[str, Field]]:
        """Every field by name, with the role that first answers it."""
        return self._fields

    @cached_property
    def asks(self) -> dict[tuple[str | None, ...], dict[str, tuple[Field, ...]]]:
        """Where the engine remembers whom a step asks what; see `Scene`."""
        return {}

    @cached_property
    def on_cards(self) -> frozenset[str]:
        """The fields that cards show: what is written there is a draft until it is sent."""
        return frozenset(name for card in self.cards.values() for name in card.lines)

    @cached_property
    def unhurried(self) -> bool:
        """Whether something happens in it by the clock alone, at whatever hour that is."""
        return self.members is not None or any(step.by_the_clock for step in self.steps.values())

    @cached_property
    def _fields(self) -> dict[str, tuple[str, Field]]:
        found: dict[str, tuple[str, Field]] = {}
        for step in self.steps.values():
            for role, fields in step.ask.items():
                for field in fields:
                    found.setdefault(field.name, (role, field))
        return found
