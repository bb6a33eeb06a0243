"""The words: found by name at the last moment, in the language of whoever reads them.

Theory of operation. A *book* is one `*.ftl` file in one language: the shared words, whose
name is "", or those of an exercise. "small-share.space" stands in the book "small-share",
".lead" in the shared one. A book may refer to shared messages and terms. What a language
lacks is said in English, and what English lacks is said by `.missing-words`: a translation
that is behind never keeps a message from arriving. `handrail check` finds every gap before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast

from bot.model.event import DM
from bot.model.helpline import Offer
from bot.model.message import (
    Arg,
    Choice,
    Day,
    Guide,
    Helplines,
    Line,
    Message,
    Picked,
    Rhythm,
    Shown,
    ShownChoice,
    Word,
)
from bot.model.person import Person
from bot.model.private import Private
from bot.model.sheet import Sheet
from bot.text import homes, lines, rhythms, sheets

SHARED = ""  # the book of the words that belong to no exercise
FALLBACK = "en"
LEAD = ".lead"
MISSING = ".missing-words"
PREVIEW = 120  # characters that a lock screen may show (safety D12)
HERE = Path(__file__).parent

Renamed = Mapping[str, Mapping[str, str]]  # exercise → old step → new step
Offers = Callable[[Helplines, Person], Offer]  # the help lines for somebody, as of now


def no_offers(_wanted: Helplines, _reader: Person) -> Offer:
    """Where there is no list of help lines: then the directory is all that is named."""
    return Offer()


class Book:
    """The messages of one file. Terms and messages of the books behind it may be referred to."""

    def __init__(self, locale: str, own: ast.Resource, behind: Sequence[ast.Resource]) -> None:
        """Where a name stands in several books, the first one counts."""
        self._bundle = FluentBundle([locale], use_isolating=False)
        for resource in (own, *behind):
            self._bundle.add_resource(resource)
        self._own = {entry.id.name for entry in own.body if isinstance(entry, ast.Message)}

    def find(self, name: str, attribute: str = "") -> Pattern | None:
        """The value of a message of this very book, or one of its attributes; None without."""
        if name not in self._own:
            return None
        message = self._bundle.get_message(name)
        found = message.attributes.get(attribute) if attribute else message.value
        return found or None

    def say(self, pattern: Pattern, args: Mapping[str, str | int]) -> str:
        """The pattern with its arguments. One that is missing shows as its name in braces."""
        return str(self._bundle.format_pattern(pattern, dict(args))[0])


class Words:
    """Every book in every language. Nothing in here changes; look-ups are remembered."""

    def __init__(
        self,
        books: Mapping[tuple[str, str], Book],
        renamed: Renamed | None = None,
        offers: Offers = no_offers,
    ) -> None:
        """`books` by (name, locale). `renamed` finds words for sessions with a step's old name."""
        self._books = books
        self._renamed = renamed or {}
        self._offers = offers
        self._texts: dict[tuple[str, str], str] = {}
        self._found: dict[tuple[str, str, str], tuple[Book, Pattern] | None] = {}
        self._labels: dict[tuple[str, tuple[str, ...], str], str | None] = {}

    @classmethod
    def read(
        cls,
        exercises: Iterable[Path] = (),
        renamed: Renamed | None = None,
        shared: Path = HERE,
        offers: Offers = no_offers,
    ) -> "Words":
        """The `*.ftl` files of the exercises' folders and of the folder with the shared words."""
        behind = _texts(shared)
        sources = {SHARED: behind} | {folder.name: _texts(folder) for folder in exercises}
        return cls(
            {
                (name, locale): _book(locale, own, _behind(behind, locale))
                for name, texts in sources.items()
                for locale, own in texts.items()
            },
            renamed,
            offers,
        )

    # ── what there is ────────────────────────────────────────────────────────
    def locales(self, name: str = SHARED) -> tuple[str, ...]:
        """The languages that a book is written in."""
        return tuple(sorted(locale for book, locale in self._books if book == name))

    def has(self, words: str, locale: str, attribute: str = "") -> bool:
        """Whether that language itself has these words; English standing in does not count."""
        name, _, entry = words.partition(".")
        book = self._books.get((name, locale))
        return book is not None and book.find(entry, attribute) is not None

    def labels(
        self, locale: str, script: str, step: str, field: str, choices: Iterable[str]
    ) -> dict[str, str]:
        """What the choices of a question are called: id → label."""
        names = tuple(self._names(script, step, field))
        return {choice: self._label(choice, names, locale) for choice in choices}

    def text(self, words: str, locale: str) -> str:
        """Words without arguments: a title, a command's name."""
        key = (words, locale)
        if key not in self._texts:
            self._texts[key] = self.say((words,), locale, {})
        return self._texts[key]

    def say(
        self,
        names: Sequence[str],
        locale: str,
        args: Mapping[str, str | int],
        *,
        small: bool = False,
    ) -> str:
        """The first of the names that there is; its short form for whoever asked for little."""
        for tongue in _chain(locale):
            for name in names:
                found = (small and self._find(name, tongue, "small")) or self._find(name, tongue)
                if found:
                    book, pattern = found
                    return book.say(pattern, args)
        return "" if MISSING in names else self.text(MISSING, locale)

    # ── a message ────────────────────────────────────────────────────────────
    def render(self, message: Message, reader: Person, people: Sequence[Person] = ()) -> Shown:
        """The message as `reader` will see it. `people` are those of `message.people`.

        Bubbles are parted by a blank line, lines of a card by a line break. A time is said
        in the reader's zone; in a shared place, in the zones of all `people`.
        """
        around = people if message.place != DM else ()
        text = self._text(message, reader, around)
        asking = self._asking(message) if message.choices else ()
        return Shown(
            id=message.key,
            kind=message.kind,
            to=reader.account,
            place=message.place,
            session=message.session,
            step=message.step,
            text=text,
            preview=text[:PREVIEW],
            lead=self.text(LEAD, reader.locale) if message.lead else "",
            choices=tuple(self._choice(choice, asking, reader) for choice in message.choices),
            most=message.most,
            writes=message.writes,
            numbered=message.numbered,
            target=message.target,
            name=message.name,
            people=tuple(person.account for person in people),
        )

    def sheet(self, message: Message, reader: Person) -> Sheet | None:
        """The picture of a message in the reader's words, to be drawn; None where it has none."""
        if message.picture is None:
            return None
        alt = self.text(sheets.ALT, reader.locale)
        return sheets.sheet(message.picture, alt, lambda line: self._line(line, message, reader))

    def _text(self, message: Message, reader: Person, around: Sequence[Person]) -> str:
        text, before = "", ""
        for line in message.lines:
            kind = "card" if line.words.partition(".")[2].startswith("card-") else "bubble"
            said = self._line(line, message, reader, around)
            gap = "\n" if kind == before == "card" else "\n\n"
            text = f"{text}{gap}{said}" if text and said else text or said
            before = kind
        drawn = self.sheet(message, reader)
        text = "\n\n".join((text, *sheets.blocks(drawn))) if drawn else text
        if message.lead:
            return f"{self.text(LEAD, reader.locale)}\n\n{text}".rstrip()
        return text

    def _line(
        self, line: Line, message: Message, reader: Person, around: Sequence[Person] = ()
    ) -> str:
        names = homes.first(self._names_of(line, message), reader.account.platform)
        args = {name: self._arg(arg, reader, around) for name, arg in line.args.items()}
        return self.say(names, reader.locale, args, small=reader.small)

    def _find(self, words: str, locale: str, attribute: str = "") -> tuple[Book, Pattern] | None:
        key = (words, locale, attribute)
        if key not in self._found:
            name, _, entry = words.partition(".")
            book = self._books.get((name, locale))
            pattern = book.find(entry, attribute) if book else None
            self._found[key] = (book, pattern) if book and pattern else None
        return self._found[key]

    # ── names of messages ────────────────────────────────────────────────────
    def _names_of(self, line: Line, message: Message) -> Iterator[str]:
        """Where the words of a line may stand; the most particular place first."""
        script, _, entry = line.words.partition(".")
        step, _, field = message.step.partition("/")
        return self._names(script, step if entry == field else "", entry)

    def _names(self, script: str, step: str, field: str) -> Iterator[str]:
        """A question may be put differently in another step: "reword-text" before "text"."""
        new = self._renamed.get(script, {})
        places = {(step, field), (new.get(step, step), new.get(field, field))}
        ways = sorted(places, key=lambda way: way != (step, field))  # as it was called then, first
        yield from (f"{script}.{at}-{entry}" for at, entry in ways if at and at != entry)
        yield from (f"{script}.{entry}" for _, entry in ways)

    # ── choices ──────────────────────────────────────────────────────────────
    def _choice(self, choice: Choice, asking: tuple[str, ...], reader: Person) -> ShownChoice:
        if choice.label is not None:
            label = choice.label.open_for(reader.id)
        elif choice.words:
            label = self.text(choice.words, reader.locale)
        else:
            label = self._label(choice.id, asking, reader.locale)
        return ShownChoice(id=choice.id, label=label)

    def _asking(self, message: Message) -> tuple[str, ...]:
        """The messages that may hold the labels: the question's, or those of all lines."""
        field = message.step.partition("/")[2]
        asking = [line for line in message.lines if line.words.partition(".")[2] == field]
        lines = asking or message.lines
        return tuple(name for line in lines for name in self._names_of(line, message))

    def _label(self, choice: str, names: tuple[str, ...], locale: str) -> str:
        found = self._known_label(choice, names, locale)
        return self.text(MISSING, locale) if found is None else found

    def _known_label(self, choice: str, names: tuple[str, ...], locale: str) -> str | None:
        """What a choice is called; None when it is no choice of these messages.

        A number of a scale is itself, unless its question says what it means.
        """
        key = (choice, names, locale)
        if key not in self._labels:
            number = choice.isdigit()
            places = [(name, attribute_of(choice) if number else choice) for name in names]
            kinds = () if number else ("choice", "feeling", "family")
            places += [(f".{kind}-{choice}", "") for kind in kinds]
            tongues = _chain(locale)
            tries = (self._find(name, at, attr) for at in tongues for name, attr in places)
            found = next((one for one in tries if one), None)
            unknown = choice if number else None
            self._labels[key] = found[0].say(found[1], {}) if found else unknown
        return self._labels[key]

    # ── arguments ────────────────────────────────────────────────────────────
    def _arg(self, arg: Arg, reader: Person, around: Sequence[Person]) -> str | int:
        match arg:
            case Private():
                return arg.open_for(reader.id)
            case Picked():
                return self._picks(arg, reader)
            case Word():
                return self.text(arg.words, reader.locale)
            case Helplines():
                return lines.block(self._offers(arg, reader), self._saying(reader))
            case Rhythm():
                return rhythms.say(arg, reader.locale, _zone(reader.zone), self._saying(reader))
            case Day():
                return rhythms.day(arg.on, reader.locale)
            case datetime():
                return clock(arg, reader, around)
            case Guide():
                return ""  # no words may hold it; the store puts lines in its place
        return arg

    def _saying(self, reader: Person) -> lines.Say:
        return lambda words, **args: self.say((words,), reader.locale, args, small=reader.small)

    def _picks(self, picked: Picked, reader: Person) -> str:
        picks = picked.ids.picks_for(reader.id)
        labels = ((pick, self._known_label(pick, (picked.of,), reader.locale)) for pick in picks)
        return ", ".join(pick if label is None else label for pick, label in labels)


def attribute_of(number: str) -> str:
    """The attribute that says what a number of a scale means: "size-3"."""
    return f"size-{number}"


def clock(at: datetime, reader: Person, around: Sequence[Person] = ()) -> str:
    """The time of day; where clocks differ among `around`, "20:40 Chicago / 02:40 Berlin"."""
    zones = dict.fromkeys((reader.zone, *(person.zone for person in around)))
    times: dict[str, str] = {}
    for zone in zones:
        city = zone.rsplit("/", 1)[-1].replace("_", " ")
        times.setdefault(f"{at.astimezone(_zone(zone)):%H:%M}", city)
    if len(times) == 1:
        return next(iter(times))
    return " / ".join(f"{time} {city}" for time, city in times.items())


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@cache
def _chain(locale: str) -> tuple[str, ...]:
    """The languages to try: "de-AT", "de", "en"."""
    return tuple(dict.fromkeys((locale, locale.partition("-")[0], FALLBACK)))


def _texts(folder: Path) -> dict[str, str]:
    """Language → what its file says."""
    files = sorted(folder.glob("*.ftl"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def _behind(shared: Mapping[str, str], locale: str) -> tuple[str, ...]:
    """The shared words that a book may refer to: in its language, else in English."""
    return tuple(shared[tongue] for tongue in _chain(locale) if tongue in shared)


# Most of what a start takes is reading words. The same text is read once in a process: nothing
# in a book changes, and what is looked up in it for the first time is remembered there.
@cache
def _parsed(text: str) -> ast.Resource:
    """A broken entry is left out; the rest of its file counts."""
    return FluentResource(text)


@cache
def _book(locale: str, own: str, behind: tuple[str, ...]) -> Book:
    return Book(locale, _parsed(own), [_parsed(text) for text in behind])
