"""Nothing is switched off without a reason beside it."""

import re
from pathlib import Path

from tests.house import tree

CODE = re.compile(r'^\s*"[A-Z]+\d*",')
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)\b[^#]*", re.IGNORECASE)
REASON = re.compile(r"(?:#| - )\s*\w+(?:\W+\w+)+\W*$")  # at least two words
HERE = Path(__file__).relative_to(tree.ROOT)


def test_every_rule_that_ruff_ignores_says_why() -> None:
    settings = tree.text(Path("pyproject.toml")).partition("[tool.ruff.lint]")[2]
    ignored = [line for line in settings.splitlines() if CODE.match(line)]
    assert ignored
    assert not [line for line in ignored if not REASON.search(line)]


def test_every_line_that_silences_a_tool_says_why() -> None:
    silent = [
        f"{place}: {line.strip()}"
        for place, line in tree.lines(".py")
        if (found := SILENCED.search(line))
        and not REASON.search(line[found.start() + 1 :])
        and not place.startswith(str(HERE))
    ]
    assert not silent
