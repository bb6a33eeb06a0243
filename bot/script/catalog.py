"""Every version of an exercise that is in use: today's by name, older ones by digest."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from bot.errors import ForAuthor
from bot.model.script import Script
from bot.script.finding import quoted
from bot.script.needs import Need, needs, question_ids
from bot.script.read import dump, load
from bot.text.words import FALLBACK, Words

Renamed = Mapping[str, Mapping[str, str]]


class GoneStep(ForAuthor):
    """People are in a step that is gone. Put it back, or say what it is called now."""


class Catalog:
    """Where the engine finds scripts. A session keeps to the version it began with."""

    def __init__(
        self, scripts: Mapping[str, Script], pinned: Mapping[str, bytes] | None = None
    ) -> None:
        """`scripts` are today's by name; `pinned` are bodies by digest, as the store kept them.

        Raises `GoneStep` for a body that can no longer be read.
        """
        self._current = dict(scripts)
        self._pinned = {digest: _loaded(digest, body) for digest, body in (pinned or {}).items()}
        self._pinned |= {script.digest: script for script in scripts.values()}
        self._menu = _menu(scripts.values())

    def names(self) -> tuple[str, ...]:
        """Today's exercises."""
        return tuple(self._current)

    def current(self, name: str) -> Script:
        """Today's version. Raises KeyError for a name there is not."""
        return self._current[name]

    def by_digest(self, digest: str) -> Script:
        """That very version. Raises KeyError when it is not kept."""
        return self._pinned[digest]

    def under(self, place: str) -> tuple[str, ...]:
        """The exercises that stand in this place of the menu today, row by row."""
        return self._menu.get(place, ())

    def bodies(self) -> dict[str, bytes]:
        """Today's versions by digest, to be kept for the sessions that begin with them."""
        return {script.digest: dump(script) for script in self._current.values()}

    def renamed(self) -> Renamed:
        """What steps are called today, by exercise: so that old sessions find their words."""
        return {script.name: script.renamed for script in self._current.values()}

    def refuse_gone(self, words: Words) -> None:
        """Raises `GoneStep` when a kept version has a step without words, naming all of them.

        A step may be removed while people are in it as long as its words stay, or
        `renamed` says under which name they are found today.
        """
        gone = [sentence for script in self._older() for sentence in self._missing(script, words)]
        if gone:
            raise GoneStep("\n".join(gone))

    def _older(self) -> Iterator[Script]:
        today = {script.digest for script in self._current.values()}
        return (script for digest, script in self._pinned.items() if digest not in today)

    def _missing(self, script: Script, words: Words) -> Iterator[str]:
        if script.name not in self._current:
            yield f"The exercise `{script.name}` is in use, but its folder is gone. Put it back."
            return
        lost = {need.step for need in needs(script) if not self._found(script.name, need, words)}
        for step in sorted(lost):
            mend = f'Say in `[renamed]` what it is called now: `{step} = "new-name"`.'
            yield f"{script.name}: people may be in {quoted([step])}, which has no words. {mend}"

    def _found(self, name: str, need: Need, words: Words) -> bool:
        new = self._current[name].renamed
        ids = (*need.ids, *_renamed_ids(need, new))
        shared = tuple(entry for entry in need.ids if entry.startswith("."))
        full = (*shared, *(f"{name}.{entry}" for entry in ids))
        return any(words.has(entry, FALLBACK) for entry in full)


def _renamed_ids(need: Need, new: Mapping[str, str]) -> tuple[str, ...]:
    """As `Words` looks them up: a new step's name, or a new name for one message."""
    if need.kind != "question":
        return tuple(new.get(entry, entry) for entry in need.ids)
    return question_ids(new.get(need.step, need.step), new.get(need.field, need.field))


def _menu(scripts: Iterable[Script]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for script in sorted(scripts, key=lambda one: (one.row, one.name)):
        if script.menu:
            found[script.menu] = (*found.get(script.menu, ()), script.name)
    return found


def _loaded(digest: str, body: bytes) -> Script:
    try:
        return load(body)
    except msgspec.ValidationError as bad:
        raise GoneStep(f"The kept version {digest} cannot be read: {bad}") from bad
