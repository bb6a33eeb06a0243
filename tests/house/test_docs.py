"""Everything the operator meets is explained: verbs, errors, log lines. Settings: test_config."""

import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer

from bot import errors, logs
from tests.house import tree


def test_every_verb_of_the_command_line_is_explained() -> None:
    cli = importlib.import_module("bot.cli")
    app = cli.cli
    verbs = {f"handrail {verb}" for verb in _verbs(typer.main.get_command(app))}
    assert verbs
    assert not {verb for verb in verbs if verb not in _docs()}


def test_every_error_for_the_operator_is_explained_by_its_sentence() -> None:
    sentences = {_sentence(error) for error in _family(errors.ForOperator)}
    assert sentences
    assert not {sentence for sentence in sentences if sentence not in _docs()}


def test_every_log_line_is_explained() -> None:
    assert not {event for event in logs.EVENTS if f"`{event}`" not in _docs()}


def _docs() -> str:
    """README and docs as one text with single spaces."""
    pages = [path for path in tree.files(".md") if path.parts[0] in {"README.md", "docs"}]
    return re.sub(r"\s+", " ", " ".join(map(tree.text, pages)))


def _verbs(group: Any, before: str = "") -> Iterator[str]:  # noqa: ANN401 - typer's own tree
    """Each command with its parents: "run", "exercise show"."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _verbs(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def _family(error: type[Exception]) -> Iterator[type[Exception]]:
    """Every error below this one."""
    for child in error.__subclasses__():
        yield child
        yield from _family(child)


def _sentence(error: type[Exception]) -> str:
    """The first sentence that it says."""
    return (inspect.getdoc(error) or "").split(". ")[0].splitlines()[0].rstrip(".")
