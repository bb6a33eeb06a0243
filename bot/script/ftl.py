"""A language file as a table: what each message says in all its variants, and what goes into it."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import msgspec
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.script.finding import Finding

BLANK = "X"  # stands for a variable in a flattened text
VARIANTS = 64  # more combinations than that are not looked at


class Uses(msgspec.Struct, frozen=True):
    """What a pattern refers to."""

    variables: frozenset[str] = frozenset()
    messages: frozenset[tuple[str, str]] = frozenset()  # (message or "-term", attribute or "")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A message, by attribute; the value has the attribute ""."""

    name: str
    line: int
    texts: dict[str, tuple[str, ...]]  # every variant, with BLANK for variables
    uses: dict[str, Uses]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One file in one language."""

    file: str  # "small-share/en.ftl"
    locale: str
    entries: dict[str, Entry]  # messages by name, terms by "-name"
    findings: tuple[Finding, ...] = ()  # what cannot be read, or stands there twice

    def place(self, name: str) -> str:
        """The file, and the line where it is known."""
        entry = self.entries.get(name)
        return f"{self.file}:{entry.line}" if entry else self.file

    def messages(self) -> Iterator[Entry]:
        """Everything but the terms."""
        return (entry for name, entry in self.entries.items() if not name.startswith("-"))


def sheets(folder: Path) -> dict[str, Sheet]:
    """The language files of a folder by locale."""
    return {file.stem: sheet(file) for file in sorted(folder.glob("*.ftl"))}


def sheet(file: Path) -> Sheet:
    """One file. Broken entries become findings; the others are still read."""
    label = f"{file.parent.name}/{file.name}"
    source = file.read_text(encoding="utf-8")
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for item in FluentParser(with_spans=True).parse(source).body:
        line = source.count("\n", 0, item.span.start if item.span else 0) + 1
        if isinstance(item, ast.Junk):
            findings.append(_junk(f"{label}:{line}", item))
        elif isinstance(item, ast.Message | ast.Term):
            entry = _entry(item, line)
            if entry.name in entries:
                findings.append(_twice(f"{label}:{line}", entry.name))
            entries.setdefault(entry.name, entry)
    return Sheet(file=label, locale=file.stem, entries=entries, findings=tuple(findings))


def uses(name: str, attribute: str, *tables: Sheet) -> Uses:
    """All variables that may end up in a text, through references too; and what is not there.

    `tables` are searched in order. `messages` of the result are the unknown references. A
    term sees only what its call gives it, and a call can give it no variable: so what a
    term holds is none of ours.
    """
    variables, unknown = set[str](), set[tuple[str, str]]()
    todo, done = [((name, attribute), False)], set[tuple[tuple[str, str], bool]]()
    while todo:
        one, in_term = todo.pop()
        if (one, in_term) in done:
            continue
        done.add((one, in_term))
        found = _uses(one, tables)
        if found is None:
            unknown.add(one)
            continue
        variables |= set() if in_term else found.variables
        todo += [(other, in_term or other[0].startswith("-")) for other in found.messages]
    return Uses(frozenset(variables), frozenset(unknown))


def _uses(one: tuple[str, str], tables: tuple[Sheet, ...]) -> Uses | None:
    name, attribute = one
    entry = next((table.entries[name] for table in tables if name in table.entries), None)
    return entry.uses.get(attribute) if entry else None


def _junk(place: str, item: ast.Junk) -> Finding:
    first = (item.content or "").strip().splitlines()[0:1]
    why = (item.annotations[0].message or "") if item.annotations else ""
    sentence = f"This cannot be read: {why.rstrip('.')}."
    mend = "Write it like `name = Text`, with further lines indented."
    return Finding(file=place, step=" ".join(first)[:40], sentence=sentence, mend=mend)


def _twice(place: str, name: str) -> Finding:
    sentence, mend = f"`{name}` stands here a second time.", "Keep one of them."
    return Finding(file=place, step=name, sentence=sentence, mend=mend)


def _entry(item: ast.Message | ast.Term, line: int) -> Entry:
    patterns = {attribute.id.name: attribute.value for attribute in item.attributes}
    if item.value:
        patterns[""] = item.value
    return Entry(
        name=item.id.name if isinstance(item, ast.Message) else f"-{item.id.name}",
        line=line,
        texts={name: tuple(_texts(pattern)) for name, pattern in patterns.items()},
        uses={name: _seen(pattern) for name, pattern in patterns.items()},
    )


class _Look(Visitor):
    """Collects what a pattern refers to, in selectors, variants and calls too."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[tuple[str, str]] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - their name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - their name
        self.messages.add((node.id.name, node.attribute.name if node.attribute else ""))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - their name
        self.messages.add((f"-{node.id.name}", node.attribute.name if node.attribute else ""))
        self.generic_visit(node)


def _seen(pattern: ast.Pattern) -> Uses:
    look = _Look()
    look.visit(pattern)
    return Uses(frozenset(look.variables), frozenset(look.messages))


def _texts(pattern: ast.Pattern) -> list[str]:
    """Every variant of a text, up to a limit."""
    parts = [_part(element) for element in pattern.elements]
    total = 1
    for part in parts:
        total *= len(part)
    if total > VARIANTS:
        parts = [part[:1] for part in parts]
    return ["".join(pieces) for pieces in product(*parts)]


def _part(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    inner = element.expression
    if isinstance(inner, ast.Placeable):
        return _part(inner)
    if isinstance(inner, ast.SelectExpression):
        return [text for variant in inner.variants for text in _texts(variant.value)]
    if isinstance(inner, ast.StringLiteral):
        return [inner.parse()["value"]]
    return [BLANK]
