"""Export: all that is kept of a person, as text to read and as JSON (safety D9.4).

Own words and own numbers only. What others wrote is not in it, not even where a sentence of
theirs was picked; nor is anything that somebody else keeps. Private exercises are not in it
either, open or not: an export may be shown under pressure. It goes through the outbox like
every message, so it is sealed until it is handed over, and shredded then.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from bot.care import guide, prompting
from bot.commands import sessions
from bot.commands.reply import Reply, later
from bot.engine import asides, settings
from bot.engine.records import kept, people, practice
from bot.engine.times import rhythms
from bot.model.message import Arg, Line, Picked, Rhythm, Word
from bot.model.person import Bond, Record, Round
from bot.model.private import Private
from bot.model.schedule import Rule, Standing
from bot.model.script import Field
from bot.model.session import Session

TAPS = ("cared", "respected", "gentle")
SHARED = ("band", "sting", "guess", "family", *TAPS, "closer")  # of a round that one shared in
LISTENED = ("load", "closer")
GLAD = ("band", *TAPS)
PAUSE = timedelta(minutes=1)  # between two exports
FILE = "handrail-export.json"
PIECE = 1200  # characters of a message, more or less: fits into one everywhere
SHARE = sessions.SHARE
APART = frozenset({*asides.ALL, sessions.DELETE})  # that one is open would tell why
OWN = "\x1f"  # begins own words where ids are possible too; see `engine.answers`
_EPOCH = date(1970, 1, 1)
Rows = Iterator[tuple[str, dict[str, Arg]]]  # the id of some words, and what goes into them


def export(reply: Reply) -> None:
    """Hand everything over; at most once a minute, so that it cannot be used to flood."""
    last, at = reply.person.exported, reply.event.at
    if last is not None and at - last < PAUSE:
        reply.note(".export-wait")
        return
    reply.put_person(later(reply.person, exported=at))
    for piece in _pieces(_text(reply)):
        reply.say("note", piece)
    whole = msgspec.json.format(msgspec.json.encode(_data(reply))).decode()
    reply.say("file", (Line(words=".export-file", args={"text": Private(whole)}),), name=FILE)


def _pieces(rows: Rows) -> Iterator[tuple[Line, ...]]:
    """Lines in messages that fit; a long text of a person's is a message of its own."""
    piece: list[Line] = []
    size = 0
    for words, args in rows:
        texts = [arg.open_for("engine") for arg in args.values() if isinstance(arg, Private)]
        length = 60 + sum(map(len, texts))
        if piece and size + length > PIECE:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(Line(words=words, args=args))
        size += length
    if piece:
        yield tuple(piece)


# ── what there is ────────────────────────────────────────────────────────────
def _bonds(reply: Reply) -> list[Bond]:
    """What is kept about each other one; of whom there are only notes, an empty one."""
    me = reply.event.person
    found = {other: bond for (owner, other), bond in reply.world.bonds.items() if owner == me}
    noted = dict.fromkeys(one.other for one in _records(reply) if one.kind == people.MAP)
    return [*found.values(), *(Bond(owner=me, other=o) for o in noted if o and o not in found)]


def _records(reply: Reply) -> list[Record]:
    me = reply.event.person
    return [record for (owner, _), record in reply.world.records.items() if owner == me]


def _name(reply: Reply, bond: Bond) -> str:
    """The other's name as the owner of the bond knows it; on their own map first."""
    entry = reply.world.records.get((bond.owner, f"{people.MAP}/{bond.other}"))
    if entry is not None:
        return _plain(people.name(entry))
    if bond.called is not None:
        return bond.called.open_for(bond.owner)
    other = reply.world.people.get(bond.other)
    return other.account.shown() if other else "?"


def _about(reply: Reply, record: Record) -> str:
    if record.other is None:
        return ""
    bond = reply.world.bonds.get((record.owner, record.other))
    return _name(reply, bond or Bond(owner=record.owner, other=record.other))


def _running(reply: Reply) -> list[Session]:
    return [session for session in reply.mine() if session.script not in APART]


def _answers(reply: Reply, session: Session) -> Iterator[tuple[Field, Private]]:
    """One's own answers there; not a sentence that was picked out of another's answer."""
    role = session.role_of(reply.event.person) or ""
    fields = reply.scripts.by_digest(session.digest).fields()
    for name, given in session.answers.get(role, {}).items():
        _, field = fields.get(name, ("", None))
        if field is not None and field.kind not in {"phrase", "mine"}:
            yield field, given


def _day(day: int) -> str:
    return (_EPOCH + timedelta(days=day)).isoformat()


def _instant(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat(timespec="minutes") if at else ""


def _plain(given: Private) -> str:
    return given.open_for("export").replace(OWN, "")


# ── to read ──────────────────────────────────────────────────────────────────
def _text(reply: Reply) -> Rows:
    yield ".export-head", {}
    yield from _settings_text(reply)
    for bond in _bonds(reply):
        yield from _bond_text(reply, bond)
    for record in _records(reply):
        aside = people.ASIDE | {*guide.SAVED.values()}
        for field in (one for one in kept.words(record) if one not in aside):
            given = record.body[field]
            about, at = _about(reply, record), _instant(record.at)
            args: dict[str, Arg] = {"at": at, "kind": Word(words=f".kept-{record.kind}")}
            args["text"] = _said(record, field, given)
            yield ".export-note", args | {"other": Private(about or "-")}
        if record.kind == guide.KIND:
            yield ".export-seen-by", {"people": Private(", ".join(_seen_by(reply, record)) or "-")}
    for session in _running(reply):
        yield from _session_text(reply, session)


def _seen_by(reply: Reply, line: Record) -> list[str]:
    """Whom the owner of a line lets see it, by the names that they know."""
    bonds = (reply.world.bonds.get((line.owner, who)) for who in guide.audience(line))
    return [_name(reply, bond) for bond in bonds if bond is not None]


def _said(record: Record, field: str, given: Private) -> Arg:
    """What stands there in words: a moment that was practised with by what was said in it."""
    if record.kind == practice.KIND and field == practice.MOMENT:
        return Word(words=f"{record.kind}.moment-{_plain(given)}")
    return _picked(kept.named(record, field), given)


def _settings_text(reply: Reply) -> Rows:
    one = reply.person
    yield ".export-name", {"value": Private(one.account.shown())}
    yield ".export-clock", {"value": one.zone}
    yield ".export-quiet", {"value": f"{one.quiet.start:%H:%M}-{one.quiet.end:%H:%M}"}
    yield ".export-keep", {"value": _picked("welcome.keep", Private(one.keep))}
    yield ".export-numbers", {"value": _picked("welcome.numbers", Private(one.numbers))}
    yield ".export-prompts", {"value": _picked("welcome.prompts", Private(settings.notes(one)))}
    yield ".export-pause-word", {"value": Private(one.pause_word)}
    if one.country:
        yield ".export-country", {"value": one.country}
    if one.welcomed:
        yield ".export-welcomed", {"value": _instant(one.welcomed)}
    if one.meaning is not None:
        yield ".export-meaning", {"value": one.meaning}
    if one.carried is not None:
        yield ".export-carried", {"value": one.carried}
    if one.rest_until is not None:
        yield ".export-rest", {"value": _instant(one.rest_until)}
    for plan in one.plans:
        kind, when = _picked("prompts.kind", Private(plan.kind)), _rhythm(plan.rule)
        yield ".export-plan", {"kind": kind, "when": when}


def _rhythm(rule: Rule) -> Rhythm:
    return Rhythm(days=rule.days, at=rule.at)


def _bond_text(reply: Reply, bond: Bond) -> Rows:
    yield ".export-person", {"other": Private(_name(reply, bond))}
    for one in bond.shared:
        yield ".export-shared", _rated(one, *SHARED)
        yield from _tapped(one)
    for one in bond.listened:
        yield ".export-listened", _rated(one, *LISTENED) | {"space": one.space}
    for one in bond.glad:
        yield ".export-glad", _rated(one, *GLAD)
        yield from _tapped(one)
    for one in bond.mended:
        told = _picked("repair.calmer", Private(one.band))
        yield ".export-mended", {"day": _day(one.day), "felt": told}
    if bond.mend_from is not None:
        yield ".export-mend-from", {"value": _instant(bond.mend_from)}
    if bond.rest_until is not None:
        yield ".export-rest", {"value": _instant(bond.rest_until)}
    if bond.standing is not None and prompting.goes_on(bond.standing):
        yield ".export-standing", {"when": _by_own_clock(reply, bond.standing)}
    if bond.muted:
        yield ".export-muted", {}
    if bond.no_bigger:
        yield ".export-steady", {}


def _tapped(one: Round) -> Rows:
    if any(getattr(one, tap) for tap in TAPS):
        yield ".export-taps", _rated(one, *TAPS)


def _rated(one: Round, *fields: str) -> dict[str, Arg]:
    given = {field: Private(getattr(one, field) or "-") for field in fields}
    rated = {field: _picked(f"{SHARE}.{field}", text) for field, text in given.items()}
    return {"day": _day(one.day), "size": one.size, **rated}


def _session_text(reply: Reply, session: Session) -> Rows:
    answers = [*_answers(reply, session)]
    if answers:
        yield ".export-running", {"title": Word(words=f"{session.script}.title")}
    for field, given in answers:
        yield ".export-answer", {"text": _picked(f"{session.script}.{field.name}", given)}


def _picked(of: str, given: Private) -> Arg:
    return Picked(ids=Private(_plain(given)), of=of)


# ── to keep ──────────────────────────────────────────────────────────────────
def _data(reply: Reply) -> dict[str, Any]:
    one = reply.person
    return {
        "made_at": _instant(reply.event.at),
        "you": {"platform": one.account.platform, "name": one.account.shown()},
        "settings": _settings(reply),
        "people": [_bond(reply, bond) for bond in _bonds(reply)],
        "notes": [_record(reply, record) for record in _records(reply)],
        "running": [_session(reply, session) for session in _running(reply)],
    }


def _settings(reply: Reply) -> dict[str, Any]:
    one = reply.person
    return {
        "language": one.locale,
        "time_zone": one.zone,
        "quiet_hours": f"{one.quiet.start:%H:%M}-{one.quiet.end:%H:%M}",
        "country": one.country,
        "keep_texts": one.keep,
        "keep_numbers": one.numbers,
        "prompts": one.prompts,
        "pause_word": one.pause_word,
        "short_mode": one.small,
        "welcomed": _instant(one.welcomed),
        "agreed_to": one.consent,
        "meaning": _plain(one.meaning) if one.meaning else "",
        "for_the_next_share": _plain(one.carried) if one.carried else "",
        "rest_until": _instant(one.rest_until),
        "no_good_news_notes": one.no_good_news,
        "notes": [{"of": plan.kind} | _rule(plan.rule) for plan in one.plans],
    }


def _bond(reply: Reply, bond: Bond) -> dict[str, Any]:
    return {
        "name": _name(reply, bond),
        "shared": [_round(one, SHARED) for one in bond.shared],
        "listened": [_round(one, ("space", *LISTENED)) for one in bond.listened],
        "good_news": [_round(one, GLAD) for one in bond.glad],
        "repairs": [{"day": _day(one.day), "felt": one.band} for one in bond.mended],
        "repair_set_aside_from": _instant(bond.mend_from),
        "rest_until": _instant(bond.rest_until),
        "set_time": _set_time(reply, bond.standing),
        "invites_off": bond.muted,
        "nothing_bigger": bond.no_bigger,
        "last_invite_ran_out": _instant(bond.unanswered_at),
    }


def _set_time(reply: Reply, one: Standing | None) -> dict[str, Any] | None:
    if one is None or not prompting.goes_on(one):
        return None
    mine = _by_own_clock(reply, one)
    return _rule(Rule(days=mine.days, at=mine.at)) if mine.at else None


def _by_own_clock(reply: Reply, one: Standing) -> Rhythm:
    """The rule as one's own clock shows it: where the other one lives is not in it."""
    said = rhythms.together(reply.person, one.rule, one.zone, reply.event.at)
    return msgspec.structs.replace(said, coming=())


def _rule(one: Rule) -> dict[str, Any]:
    """Days from Monday, 0, to Sunday, 6."""
    return {"days": list(one.days), "at": f"{one.at:%H:%M}"}


def _round(one: Round, fields: Iterable[str]) -> dict[str, Any]:
    return {"day": _day(one.day), "size": one.size} | {name: getattr(one, name) for name in fields}


def _record(reply: Reply, record: Record) -> dict[str, Any]:
    body = {field: _plain(record.body[field]).split("\n") for field in kept.words(record)}
    about, at = _about(reply, record), _instant(record.at)
    seen = {"seen_by": _seen_by(reply, record)} if record.kind == guide.KIND else {}
    return {"kind": record.kind, "about": about, "at": at, "words": body} | seen


def _session(reply: Reply, session: Session) -> dict[str, Any]:
    given = {field.name: _plain(text).split("\n") for field, text in _answers(reply, session)}
    return {"exercise": session.script, "began": _instant(session.began), "answers": given}
