"""What is on a screen: whose answers, which words, how many buttons.

Two proofs that nothing private is shown. The arguments of each message are looked up by
identity: an answer may only go to its writer, or to a role that the question is `shown` to.
And each rendered text is searched for canaries of other people.
"""

import re
from collections.abc import Hashable, Iterator

import msgspec

from bot.care import palette
from bot.engine import answers, parts
from bot.engine import step as engine
from bot.engine.answers import ENGINE
from bot.engine.scene import Scene, Scripts
from bot.model.event import DM
from bot.model.message import Arg, Line, Message, Picked, Shown
from bot.model.person import Person, PersonId
from bot.model.private import Private
from bot.model.script import BOTH, Script
from bot.model.session import Session
from bot.script.explore.fits import Fits
from bot.script.explore.moment import MARK, NAMES, Moment, Owners
from bot.text.words import FALLBACK, MISSING, Words

MOST = 25  # choices that a message can bear everywhere
MOST_SMALL = 2  # in low-capacity mode
BESIDE = frozenset({answers.UNEASY, answers.SKIP, answers.MORE})  # what stands beside any two
UNSAID = ("share", "relationship", "feedback")  # on a lock screen (safety D12)
CANARY = re.compile(rf"{MARK} (\S+) ([\w-]+)")
PROBE = "\u2063probe\u2063"
EVERY = ("other", "by", "size", "now", "limit", "until", "guess", "band", "about", "codes")

Fault = tuple[str, str]  # what is wrong, and how to mend it


class Looks:
    """Reads along with everybody."""

    def __init__(self, scripts: Scripts, script: Script, words: Words, owners: Owners) -> None:
        """Prepare what no preview may hold, in every language."""
        self._scripts = scripts
        self._words = words
        self._owners = owners
        self._known = script.fields()
        self.fits = Fits(script)
        self._fields = [*EVERY, *self._known]
        self._counted: set[tuple[str, str, str]] = set()
        self._rendered: dict[Hashable, tuple[Fault, ...]] = {}
        self._feelings = {locale: self._unsaid(locale) for locale in words.locales()}

    def _unsaid(self, locale: str) -> re.Pattern[str]:
        ids = dict.fromkeys(word for words in palette.FAMILIES.values() for word in words)
        feelings = (self._words.text(f".feeling-{word}", locale) for word in ids)
        words = "|".join(re.escape(word) for word in (*feelings, *UNSAID, *NAMES))
        return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    # ── whose answers ────────────────────────────────────────────────────────
    def private(self, moment: Moment, message: Message) -> Iterator[Fault]:
        """Answers in this message that a reader of it may not see."""
        readers = (message.to,) if message.place == DM else message.people
        labels = (choice.label for choice in message.choices if choice.label)
        values = (value for line in message.spoken() for value in line.args.values())
        for value in (*values, *labels):
            for reader in readers:
                yield from self._value(moment.session, value, reader)
        for writer, name in self._canaries(moment, message):
            for reader in readers:
                yield from self._answer(moment.session, PersonId(writer), name, reader)

    def _canaries(self, moment: Moment, message: Message) -> list[tuple[str, str]]:
        """Whose typed words stand in the rendered text, and where they were typed."""
        values = (value for line in message.spoken() for value in line.args.values())
        if not any(isinstance(one, Private) and MARK in one.open_for(ENGINE) for one in values):
            return []  # a canary only gets into a text by way of an argument
        return CANARY.findall(self._render(message, moment, FALLBACK).text)

    def _value(self, session: Session, value: Arg, reader: PersonId) -> Iterator[Fault]:
        given = value.ids if isinstance(value, Picked) else value
        known = self._owners.of(given) if isinstance(given, Private) else None
        if known:
            yield from self._answer(session, *known, reader)

    def _answer(
        self, session: Session, writer: PersonId, name: str, reader: PersonId
    ) -> Iterator[Fault]:
        if writer == reader:
            return
        role = session.role_of(reader)
        known = self._known.get(name)
        seen_by = {role, BOTH, *parts.had(session, role or "")}
        if known is None or not seen_by & {*known[1].shown}:
            said = f"`{name}` is answered in private, and is shown to the {role}."
            yield said, f'Say `shown = ["{role}"]` there, or take it out of what is shown.'

    # ── which words ──────────────────────────────────────────────────────────
    def words(self, moment: Moment, message: Message) -> Iterator[Fault]:
        """Words or arguments that are missing, and a lock screen that tells, in every language."""
        shape = tuple((line.words, tuple(sorted(line.args))) for line in message.spoken())
        choices = tuple(choice.id for choice in message.choices if not choice.label)
        key = (shape, choices, message.step, message.lead, message.place == DM)
        if key not in self._rendered:
            self._rendered[key] = tuple(self._faults(moment, message))
        yield from self._rendered[key]

    def _faults(self, moment: Moment, message: Message) -> Iterator[Fault]:
        for locale in self._words.locales():
            for small in (False, True):
                yield from self._in(moment, message, locale, small=small)

    def _in(self, moment: Moment, message: Message, locale: str, *, small: bool) -> Iterator[Fault]:
        shown = self._render(message, moment, locale, small=small)
        missing = self._words.text(MISSING, locale)
        what = f"{message.kind} of `{message.step}`, in {locale}"
        if missing in shown.text or missing in (choice.label for choice in shown.choices):
            yield f"Words are missing: {what}.", "Add them."
        lines = tuple(_probed(line, self._fields) for line in message.lines)
        probed = msgspec.structs.replace(message, lines=lines)
        if PROBE in self._render(probed, moment, locale, small=small).text:
            yield f"An answer that the words mention is not there: {what}.", "Tell it, or do not."
        if message.lead and (told := self._feelings[locale].search(shown.preview)):
            yield f"A lock screen would say `{told[0]}`: {what}.", "Begin with something neutral."
        stretched = self._render(self.fits.stretched(message), moment, locale, small=small)
        yield from self.fits.faults(stretched, what)

    def _render(
        self, message: Message, moment: Moment, locale: str, *, small: bool = False
    ) -> Shown:
        reader = msgspec.structs.replace(moment.people[message.to], locale=locale, small=small)
        people: list[Person] = [moment.people[who] for who in message.people]
        return self._words.render(message, reader, people)

    # ── how many buttons ─────────────────────────────────────────────────────
    def buttons(self, moment: Moment) -> Iterator[Fault]:
        """Questions with more choices than fit, as they are and in low-capacity mode; each once."""
        for role in moment.session.players:
            asked = engine.question(self._scripts, moment.session, role)
            if asked is None:
                continue
            place = (asked.script.name, asked.session.step, asked.field.name)
            if place not in self._counted:
                self._counted.add(place)
                yield from self._too_many(moment, asked)

    def _too_many(self, moment: Moment, asked: engine.Open) -> Iterator[Fault]:
        own = asked.field.kind in answers.OF_ONES_OWN  # two of these, and the way out
        few = MOST if asked.field.whole else MOST_SMALL + own
        for small, most in ((False, MOST), (True, few)):
            cast = moment.cast()
            cast.people = {who: _sized(one, small=small) for who, one in cast.people.items()}
            scene = Scene(self._scripts, asked.session, cast, moment.at)
            offered = answers.offered(scene, asked.role, asked.field)
            count = sum(one.id not in BESIDE for one in offered)
            if count > most:
                said = f"`{asked.field.name}` has {count} choices where {most} fit."
                yield said, "Offer fewer, or name two in `brief`."


def _sized(person: Person, *, small: bool) -> Person:
    return msgspec.structs.replace(person, small=small)


def _probed(line: Line, names: list[str]) -> Line:
    """The line with every argument that it was not given: one that shows was missing."""
    return Line(words=line.words, args=dict.fromkeys(names, Private(PROBE)) | line.args)
