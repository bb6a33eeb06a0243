"""An exercise's folder as a frozen `Script`: strict, and with every mistake at once.

Reading settles what the file says: keys, types, names of roles and fields. Whether what
it says makes sense (targets, ends, words, audiences) is for `bot.script.check`.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from bot.model.script import (
    BOTH,
    FEWEST,
    MOST,
    PARTS,
    PLACES,
    SILENCE,
    STILL,
    Branch,
    Card,
    Field,
    Members,
    Patience,
    Quiet,
    Script,
    Step,
)
from bot.script.fields import BESIDE, field, inline, known_role, name_of
from bot.script.finding import BadScript, Finding, Notes, did_you_mean, quoted
from bot.script.table import Table, Values

FILE = "exercise.toml"
PACES = ("live", "slow", "solo")
QUIETS: tuple[Quiet, ...] = get_args(Quiet)
ROOM = "room"

Fields = dict[str, Field]
Roles = tuple[str, ...]


def read_all(folders: Iterable[Path]) -> dict[str, Script]:
    """Every exercise by its name. Raises `BadScript` with the mistakes of all folders."""
    scripts: dict[str, Script] = {}
    findings: list[Finding] = []
    for folder in folders:
        try:
            scripts[folder.name] = read(folder)
        except BadScript as bad:
            findings.extend(bad.findings)
    if findings:
        raise BadScript(findings)
    return scripts


def read(folder: Path) -> Script:
    """The exercise in `folder`, named after it. Raises `BadScript` with every mistake."""
    return _understood(folder.name, _text(folder / FILE, Notes(f"{folder.name}/{FILE}")))


@cache
def _understood(name: str, text: str) -> Script:
    """The script of a file that says this. The same text is read once in a process."""
    notes = Notes(f"{name}/{FILE}")
    script = _script(name, Table(_toml(text, notes), notes, "", "an exercise"))
    if notes.findings:
        raise BadScript(notes.findings)
    return script


def dump(script: Script) -> bytes:
    """The script as it is kept for the sessions that began with it."""
    return msgspec.json.encode(script)


def load(body: bytes) -> Script:
    """The script that was dumped. Raises `msgspec.ValidationError` where it is no script."""
    return msgspec.json.decode(body, type=Script)


def digest_of(name: str, values: Values) -> str:
    """A short hash of what the file says; comments, order of tables and spacing do not count."""
    canonical = json.dumps([name, values], sort_keys=True, default=str).encode()
    return hashlib.blake2b(canonical, digest_size=8).hexdigest()


def _text(file: Path, notes: Notes) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        notes.say("", "The file is missing.", "Every exercise needs one; copy it from another.")
    except UnicodeDecodeError:
        notes.say("", "The file is not UTF-8 text.", "Save it as UTF-8.")
    raise BadScript(notes.findings)


def _toml(text: str, notes: Notes) -> Values:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as bad:
        notes.say("", f"This is not TOML: {bad}.", "Mend that line; the rest is read after it.")
    raise BadScript(notes.findings)


def _script(name: str, top: Table) -> Script:
    top.fit(name)
    members = _members(top)
    if members is None:
        top.need("roles", 'Say who takes part: `roles = ["sharer", "listener"]`.')
    top.need("first", 'Say where it begins: `first = "hello"`.')
    top.need("patience", "Say how long a silence lasts: a table `[patience]`.")
    top.need("step", "Add a table `[step.NAME]` for every step.")
    roles = PARTS if members else top.names("roles")
    fields = _fields(top, roles)
    menu, row = _menu(top)
    script = Script(
        name=name,
        digest=digest_of(name, top.values),
        roles=roles,
        first=top.word("first"),
        members=members,
        doors=top.words("doors"),
        steps={step: _step(table, roles, fields) for step, table in _named(top, "step")},
        cards={card: _card(table, roles) for card, table in _named(top, "card")},
        patience=_patience(top),
        renamed=top.pairs("renamed"),
        menu=menu,
        row=row,
    )
    _fields_are_asked(top, script)
    top.close()
    return script


def _menu(top: Table) -> tuple[str, int]:
    """Where it stands in the menu: a place and a row; "" where something else begins it."""
    if not top.has("menu"):
        return "", 0
    inner = Table(top.table("menu"), top.notes, "", "`menu`")
    inner.need("under", 'Say where: `menu = { under = "look", row = 1 }`.')
    under, row = inner.word("under"), inner.count("row", 1)
    if inner.has("under") and under not in PLACES:
        inner.wrong(f"The menu has no place `{under}`.", did_you_mean(under, PLACES))
    inner.close()
    return under, row


def _members(top: Table) -> Members | None:
    """`members = { least = 3, most = 6 }`: a circle, whose people have the parts in turn."""
    if "members" not in top.values:
        return None
    if "roles" in top.values:
        top.wrong("`roles` and `members` stand side by side.", "In a circle, drop `roles`.")
    table = Table(top.table("members"), top.notes, "", "`members`")
    for key in ("least", "most"):
        table.need(key, "Write it like `members = { least = 3, most = 6 }`.")
    found = Members(least=table.count("least", FEWEST), most=table.count("most", MOST))
    if not FEWEST <= found.least <= found.most <= MOST:
        top.wrong("A circle has three to six people.", f"Stay between {FEWEST} and {MOST}.")
    table.close()
    return found


def _named(top: Table, key: str) -> list[tuple[str, Table]]:
    """`[step.one]`, `[step.two]`, … as tables that know their name."""
    outer = Table(top.table(key), top.notes, "", f"`{key}`")
    tables = [
        (name, Table(outer.table(name), top.notes, name, f"a {key}")) for name in outer.values
    ]
    return [(name, table) for name, table in tables if table.fit(name)]


def _fields(top: Table, roles: Roles) -> Fields:
    """Every question by its name: those of `[field.NAME]` and those that steps describe."""
    found: Fields = {}
    for name, table in _named(top, "field"):
        found[name] = field(name, table, roles)
        table.close()
    tabled = set(found)
    for step, table in _named(top, "step"):
        if isinstance(table.values.get("ask"), str | list):
            name = name_of(step, table.values)
            if name in tabled:
                table.wrong(
                    f"`{name}` is described here and in `[field.{name}]`.", "Keep one of the two."
                )
            quiet = Notes("")  # `_step` reads it again and notes its mistakes
            found.setdefault(name, inline(step, table.values, quiet, roles))
    return found


def _step(table: Table, roles: Roles, fields: Fields) -> Step:
    step = Step(
        name=table.step,
        ask=_ask(table, roles, fields),
        quiet=_quiet(table),
        silent=_by_role(table, "silent", roles),
        then=_then(table),
        agree=table.word("agree"),
        fixed=table.flag("fixed"),
        show=table.words("show"),
        hands=_by_role(table, "hands", roles),
        note=_by_role(table, "note", (*roles, BOTH, ROOM)),
        closes=_by_role(table, "closes", roles),
        does=table.words("does"),
        wait=_waits(table),
        wait_for=table.word("wait-for"),
        tells=table.words("tells"),
        forgets=table.words("forgets"),
        undo=table.word("undo"),
        unless=table.pairs("unless"),
        limit=table.count("limit", 0),
        over=table.word("over"),
        reveals=table.words("reveals"),
        aftermath=table.word("aftermath"),
    )
    if table.step in {SILENCE, STILL}:
        table.wrong(f"A step cannot be called `{table.step}`.", "That word ends a path; rename it.")
    table.close()
    return step


def _ask(table: Table, roles: Roles, fields: Fields) -> dict[str, tuple[Field, ...]]:
    """Role → questions: one described in the step itself, or several named ones."""
    asked = table.values.get("ask")
    if isinstance(asked, str | list):
        question = inline(table.step, table.values, table.notes, roles)
        for key in ("answer", *BESIDE):
            table.has(key)
        return {r: (question,) for r in table.words("ask") if known_role(table, r, roles)}
    if "answer" in table.values:
        table.wrong("`answer` stands in a step that asks nobody.", 'Add `ask = "role"`.')
        table.has("answer")
    inner = Table(table.table("ask"), table.notes, table.step, "`ask`")
    return {
        role: tuple(_known_field(table, name, fields) for name in inner.words(role))
        for role in inner.values
        if known_role(table, role, roles)
    }


def _known_field(table: Table, name: str, fields: Fields) -> Field:
    if name in fields:
        return fields[name]
    mend = did_you_mean(name, fields, f"Add a table `[field.{name}]`.")
    table.wrong(f"There is no question `{name}`.", mend)
    return Field(name=name, kind="choice")


def _quiet(table: Table) -> Quiet:
    said = table.word("quiet") or "hold"
    found = next((quiet for quiet in QUIETS if quiet == said), None)
    if found is None:
        table.wrong(f"`{said}` is not a quiet rule.", did_you_mean(said, QUIETS))
    return found or "hold"


def _by_role(table: Table, key: str, roles: Roles) -> dict[str, str]:
    pairs = table.pairs(key)
    return {role: text for role, text in pairs.items() if known_role(table, role, roles)}


def _waits(table: Table) -> dict[str, timedelta]:
    waits = table.durations("wait")
    for pace in waits:
        _known_pace(table, pace)
    return waits


def _known_pace(table: Table, pace: str) -> None:
    if pace not in PACES:
        table.wrong(f"`{pace}` is not a pace.", did_you_mean(pace, PACES))


def _then(table: Table) -> tuple[Branch, ...]:
    """`then = "step"`, or a list of branches of which the first that fits is taken."""
    table.has("then")
    said = table.values.get("then", [])
    if isinstance(said, str):
        return (Branch(to=said),)
    if not isinstance(said, list):
        table.wrong(
            "`then` must be a step or a list of branches.", 'Write it like `then = "step"`.'
        )
        return ()
    branches = tuple(_branch(table, branch) for branch in said)
    for branch in branches[:-1]:
        if not branch.field:
            table.wrong(
                f"The branch to `{branch.to}` fits always, so those after it are never taken.",
                "Put it last.",
            )
    return branches


def _branch(table: Table, said: object) -> Branch:
    example = 'Write it like `{ question = "choice", to = "step" }`.'
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        table.wrong("A branch must be a table of names.", example)
        return Branch(to="")
    conditions = [name for name in said if name != "to"]
    if "to" not in said:
        table.wrong("A branch leads nowhere.", f"It needs `to`. {example}")
    if len(conditions) > 1:
        table.wrong(f"A branch has two conditions: {quoted(conditions)}.", "Keep one of them.")
    name = conditions[0] if conditions else ""
    return Branch(to=said.get("to", ""), field=name, equals=said.get(name, ""))


def _card(table: Table, roles: Roles) -> Card:
    table.need("by", 'Say whose answers they are: `by = "sharer"`.')
    table.need("lines", 'Say which answers: `lines = ["text"]`.')
    by = table.word("by")
    known_role(table, by, roles)
    room = table.flag("room") if "room" in table.values else True
    card = Card(
        name=table.step, by=by, lines=table.words("lines"), room=room, own=table.flag("own")
    )
    table.has("room")
    table.close()
    return card


def _patience(top: Table) -> dict[str, Patience]:
    found: dict[str, Patience] = {}
    for pace, table in _named(top, "patience"):
        _known_pace(table, pace)
        table.what = "patience"
        for key in ("soft", "hard", "invite"):
            table.need(key, f'Write it like `{key} = "24h"`.')
        found[pace] = Patience(**{key: table.duration(key) for key in ("soft", "hard", "invite")})
        table.close()
    return found


def _fields_are_asked(top: Table, script: Script) -> None:
    asked = script.fields()
    for name, table in _named(top, "field"):
        if name not in asked:
            table.wrong("Nobody is ever asked this.", "Name it in the `ask` of a step, or drop it.")
