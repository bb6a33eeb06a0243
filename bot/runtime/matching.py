"""Which question a typed answer is for, and which choice it names."""

import msgspec

from bot.commands import sessions
from bot.commands.reply import Reply
from bot.engine import answers, asides
from bot.engine import step as engine
from bot.engine.scene import Scripts
from bot.model.event import Chose, Said
from bot.model.message import Choice, Line
from bot.model.private import Private
from bot.model.session import Role, Session
from bot.text.typed import plain
from bot.text.words import Words


class Asked(msgspec.Struct, frozen=True):
    """An open question of one person: its session, and what it offers."""

    session: Session
    question: engine.Open
    key: str
    choices: tuple[Choice, ...]
    shown: tuple[str, ...]  # ids of those that can be seen, in their order


def is_open(session: Session, role: Role, key: str) -> bool:
    """Whether this message asks `role` something that is not answered yet."""
    return key != "" and key in {asides.asked(session, role), asides.knocked(session, role)}


def all_open(session: Session) -> set[str]:
    """The keys of every open question, whoever is asked."""
    keys = [
        (asides.asked(session, role), asides.knocked(session, role)) for role in session.players
    ]
    return {key for pair in keys for key in pair} - {""}


def open_questions(scripts: Scripts, reply: Reply) -> list[Asked]:
    """Every question that whoever acted has before them, oldest session first."""
    found = []
    for session in reply.mine():
        role = session.role_of(reply.event.person)
        if role:
            found += _of(scripts, reply, session, role)
    return found


def _of(scripts: Scripts, reply: Reply, session: Session, role: Role) -> list[Asked]:
    """What `role` is asked here; a "ready?" after a pause stands before the step's question."""
    knock, key = asides.knocked(session, role), asides.asked(session, role)
    if knock and role not in session.asides:
        script = scripts.by_digest(session.digest)
        asked = engine.Open(script, session, role, asides.KNOCK)
        return [Asked(session, asked, knock, asides.READY, ("ready",))]
    question = engine.question(scripts, session, role) if key else None
    if question is None:
        return []
    choices, shown = engine.offered(scripts, question, reply.cast(session), reply.event.at)
    return [Asked(session, question, key, choices, tuple(choice.id for choice in shown))]


def offers(scripts: Scripts, reply: Reply, session: Session, asked: engine.Open, pick: str) -> bool:
    """Whether `pick` is an answer to that question, whatever the person's mode shows of it."""
    choices, _ = engine.offered(scripts, asked, reply.cast(session), reply.event.at)
    return pick in {choice.id for choice in choices}


def writes(asked: Asked) -> bool:
    """Whether free text is an answer to it."""
    return answers.writes(asked.question.field)


def fits(words: Words, reply: Reply, asked: list[Asked], event: Said) -> dict[str, Chose]:
    """The choices that the text names, by session: by label, by id or by number."""
    found = {}
    for one in asked:
        picks = _picks(words, reply, one, event.text.open_for("engine"))
        if picks:
            found[one.session.id] = Chose(
                key=event.key,
                at=event.at,
                account=event.account,
                person=event.person,
                question=one.key,
                choices=picks,
            )
    return found


def _picks(words: Words, reply: Reply, one: Asked, text: str) -> tuple[str, ...]:
    names = _names(words, reply, one)
    whole = names.get(plain(text))
    if whole:
        return (whole,)
    if one.question.field.most == 1 or "," not in text:
        return ()
    parts = [names.get(plain(part)) for part in text.split(",")]
    return tuple(part for part in parts if part) if all(parts) else ()


def _names(words: Words, reply: Reply, one: Asked) -> dict[str, str]:
    """What may be typed for each choice: its label, its id, or its number as it is shown.

    Labels that are numbers stand for themselves, and where own words are asked for and no
    ready answers are offered, a number is words.
    """
    numbered = answers.numbered(one.question.field)
    names = {str(i): pick for i, pick in enumerate(one.shown, 1)} if numbered else {}
    names |= {c.id: c.id for c in one.choices}
    return names | {plain(_label(words, reply, one, c)): c.id for c in one.choices}


def _label(words: Words, reply: Reply, one: Asked, choice: Choice) -> str:
    locale, asked = reply.person.locale, one.question
    if choice.label is not None:
        return choice.label.open_for("engine")
    if choice.words:
        return words.text(choice.words, locale)
    place = (asked.script.name, asked.session.step, asked.field.name)
    return words.labels(locale, *place, (choice.id,))[choice.id]


def choose(asked: list[Asked], fits: dict[str, Chose], focus: str) -> Asked | None:
    """The question that the text is for; None when there is none, or when two fit alike."""
    fitting = (
        [one for one in asked if one.session.id in fits]
        or [one for one in asked if writes(one)]
        or asked
    )
    if len(fitting) == 1:
        return fitting[0]
    written = not fits
    return next((one for one in fitting if written and one.session.id == focus), None)


def ask_which(reply: Reply, asked: list[Asked]) -> None:
    """Ask which of these questions a text was for that fits several."""
    choices = []
    for one in asked:
        name = sessions.with_whom(reply, one.session).get("other")
        label = name if isinstance(name, Private) else None
        title = f"{one.session.script}.title"
        choices.append(Choice(id=one.session.id, label=label, words=title))
    reply.say("question", (Line(words=".which-one"),), tuple(choices))
