"""Answers of a round that a person keeps for themself: notes, lines of the guide, cards."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care.guide import SAVED
from bot.engine import answers
from bot.engine.records import labels
from bot.engine.scene import Scene
from bot.model.person import Record
from bot.model.session import Role


def _record(
    scene: Scene, role: Role, kind: str, fields: tuple[str, ...], *, name: str = ""
) -> None:
    """Keep some of a person's own answers, for that person; nothing when there are none.

    One of several of a kind that are kept in the same turn has a `name` of its own.
    """
    body = {f: given for f in fields if (given := answers.value(scene, role, f)) is not None}
    if not body or role in scene.session.gone:
        return
    owner, others = scene.session.players[role], scene.session.others(role)
    other = scene.session.players[others[0]] if len(others) == 1 else labels.other(scene)
    session = scene.session
    own = f"{session.id}/{session.round}/{role}/{name or kind}/{session.turn}"
    scene.root.records.append(
        Record(id=own, owner=owner, other=other, kind=kind, at=scene.at, body=body)
    )


def _save_later(scene: Scene) -> None:
    _record(scene, scene.roles("sharer")[0], "later", ("words", "text", "thought"))


def _keep_guide(scene: Scene) -> None:
    """The lines that were sent as feedback, in the sharer's own care guide (method E2 14, A35)."""
    for told, saved in SAVED.items():
        if answers.first(scene, "sharer", saved) in {"private", "show"}:
            fields = (told, "family", saved)
            _record(scene, "sharer", "guide", fields, name=f"guide-{told}")


def _keep_check_in(scene: Scene) -> None:
    """What was tapped, as numbers are kept; what was typed, as texts are (safety D9.3)."""
    typed = {"words", "text"} if _are_own(scene, "words") else {"text"}
    if scene.person("self").numbers != "none":
        tapped = [name for name in ("family", "words", "energy", "need") if name not in typed]
        _record(scene, "self", "check-in", tuple(tapped))
    _record(scene, "self", "noted", tuple(sorted(typed)))


def _are_own(scene: Scene, name: str) -> bool:
    given = answers.value(scene, "self", name)
    return given is not None and given.open_for(answers.ENGINE).startswith(answers.OWN)


def _save_to_jar(scene: Scene) -> None:
    _record(scene, "self", "jar", ("words", "text"))


def _keep_learning(scene: Scene) -> None:
    for role in scene.session.players:
        _record(scene, role, "learning", ("learning",))


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "save-later": _save_later,
        "keep-guide": _keep_guide,
        "keep-check-in": _keep_check_in,
        "save-to-jar": _save_to_jar,
        "keep-learning": _keep_learning,
    }
)
