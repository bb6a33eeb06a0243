"""What a lock screen may show, held against the shared words and against the code."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.script.checks import discreet
from bot.script.ftl import sheet

Lint = Callable[..., list[str]]
LEAD = "There is something new here. " * 5


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """The sentences of all findings about the shared words of one language."""

    def sentences(source: str, locale: str = "en") -> list[str]:
        file = tmp_path / f"{locale}.ftl"
        file.write_text(source, encoding="utf-8")
        return [finding.sentence for finding in discreet.check(sheet(file))]

    return sentences


@pytest.mark.parametrize(
    "word", ["share", "relationship", "feedback", "sad", "left out", "feelings", "private"]
)
def test_the_first_line_names_nothing(lint: Lint, word: str) -> None:
    assert lint(f"lead = {LEAD}") == []
    assert lint(f"lead = {LEAD} It is {word}.") == [
        f"`lead` says {word}, which a lock screen would show."
    ]


def test_the_first_line_names_nobody(lint: Lint) -> None:
    assert lint(f"lead = {LEAD} From {{ $other }}.") == [
        "`lead` says a name, which a lock screen would show."
    ]


def test_the_first_line_fills_what_a_lock_screen_shows(lint: Lint) -> None:
    assert lint("lead = There is something new here.") == [
        "`lead` has 28 characters, so a lock screen shows what follows."
    ]


@pytest.mark.parametrize("name", ["saved", "on-hold", "has-closed", "missing-words"])
def test_what_comes_without_that_line_is_discreet_itself(lint: Lint, name: str) -> None:
    assert lint(f"{name} = It is done.") == []
    assert lint(f"{name} = The feedback is done.") == [
        f"`{name}` says feedback, which a lock screen would show."
    ]


def test_feelings_are_those_of_the_language(lint: Lint) -> None:
    german = f"feeling-sad = traurig\nlead = {LEAD}"
    assert lint(german, "de") == []
    assert lint(f"{german} Ganz traurig.", "de") == [
        "`lead` says traurig, which a lock screen would show."
    ]
    assert lint(f"{german} Deine Beziehung.", "de") == [
        "`lead` says Beziehung, which a lock screen would show."
    ]


# ── in the code ──────────────────────────────────────────────────────────────
def calls() -> Iterator[ast.Call]:
    for file in Path("bot").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_only_an_edit_goes_out_without_the_line_to_whoever_may_not_have_asked() -> None:
    bare = [
        call
        for call in calls()
        if any(
            word.arg == "lead"
            and isinstance(word.value, ast.Constant)
            and word.value.value is False
            for word in call.keywords
        )
    ]
    assert bare
    for call in bare:
        kinds = [one.value for one in call.args if isinstance(one, ast.Constant)]
        assert kinds == ["edit"], ast.unparse(call)
