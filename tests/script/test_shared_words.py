"""The shared words: what the code says is there, and what is there is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.care.palette import FAMILIES
from bot.text.words import Words

BOT = Path("bot")
WORDS = re.compile(r"\.[a-z][a-z0-9]*(-[a-z0-9]+)*")
FILES = {".toml", ".ftl", ".sql", ".py", ".json", ".js", ".css", ".html", ".tmp"}


def said() -> Iterator[ast.expr]:
    """Every text in the code of the bot."""
    for file in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                yield node


def names() -> set[str]:
    texts = {node.value for node in said() if isinstance(node, ast.Constant)}
    found = {text for text in texts if isinstance(text, str) and WORDS.fullmatch(text)}
    return found - FILES


def patterns() -> list[re.Pattern[str]]:
    """Names with a part that is filled in: ".hint-{side}-{kind}"."""
    found = []
    for node in said():
        if isinstance(node, ast.JoinedStr):
            parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"[a-z0-9-]+" for p in node.values]  # type: ignore[arg-type]
            if re.match(r"\\\.[a-z{\[]", "".join(parts)):
                found.append(re.compile("".join(parts)))
    return found


def test_all_words_that_the_code_names_are_there() -> None:
    words = Words.read()
    assert [name for name in sorted(names()) if not words.has(name, "en")] == []
