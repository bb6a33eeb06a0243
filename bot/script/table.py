"""One TOML table, taken apart key by key; whatever is not asked for was not known."""

import re
from datetime import timedelta

from bot.script.finding import Notes, did_you_mean, quoted

Values = dict[str, object]

NAME = re.compile(r"[a-z][a-z0-9-]*")  # of steps, fields, cards, choices: also a Fluent id
DURATION = re.compile(r"(\d+)([smhd])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class Table:
    """Hands out what stands under a key in the type that is asked for.

    A value of another type is noted and its default is returned, so that reading
    goes on and finds the other mistakes too.
    """

    def __init__(self, values: Values, notes: Notes, step: str, what: str) -> None:
        """`what` is what the table is called in a sentence: "a step", "a card"."""
        self.values = values
        self.notes = notes
        self.step = step
        self.what = what
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is there. Asking makes the key a known one."""
        self._asked.add(key)
        return key in self.values

    def wrong(self, sentence: str, mend: str) -> None:
        """Note a mistake in this table."""
        self.notes.say(self.step, sentence, mend)

    def need(self, key: str, mend: str) -> None:
        """Note it when the key is missing."""
        if not self.has(key):
            self.wrong(f"{self.what.capitalize()} needs `{key}`.", mend)

    def word(self, key: str) -> str:
        """A text; empty when there is none."""
        if not self.has(key):
            return ""
        value = self.values[key]
        if isinstance(value, str):
            return value
        self._not_a(key, "one name in quotes", f'`{key} = "name"`')
        return ""

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if not self.has(key):
            return ()
        return self.as_words(key, self.values[key])

    def as_words(self, key: str, value: object) -> tuple[str, ...]:
        """`value`, which stands under `key`, as texts without repetition."""
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            twice = sorted({item for item in value if value.count(item) > 1})
            if twice:
                self.wrong(f"`{key}` says {quoted(twice)} twice.", "Leave one of them out.")
            return tuple(dict.fromkeys(value))
        self._not_a(key, "a list of names", f'`{key} = ["one", "two"]`')
        return ()

    def names(self, key: str) -> tuple[str, ...]:
        """A list of new names, which must be fit to be Fluent ids."""
        return tuple(name for name in self.words(key) if self.fit(name))

    def fit(self, name: str) -> bool:
        """Whether a new name may be one; noted when not."""
        if NAME.fullmatch(name):
            return True
        self.wrong(
            f"`{name}` cannot be a name.",
            "Use small letters, digits and dashes; begin with a letter.",
        )
        return False

    def flag(self, key: str) -> bool:
        """True or false; false when there is none."""
        value = self.values[key] if self.has(key) else False
        if not isinstance(value, bool):
            self._not_a(key, "`true` or `false`", f"`{key} = true`")
        return value is True

    def count(self, key: str, default: int) -> int:
        """A whole number from 1."""
        value = self.values[key] if self.has(key) else default
        if (
            isinstance(value, int)
            and not isinstance(value, bool)
            and (value > 0 or value == default)
        ):
            return value
        self._not_a(key, "a whole number from 1", f"`{key} = 3`")
        return default

    def table(self, key: str) -> Values:
        """A table; empty when there is none."""
        if not self.has(key):
            return {}
        value = self.values[key]
        if isinstance(value, dict):
            return value
        self._not_a(key, "a table", f'`{key} = {{ name = "value" }}`')
        return {}

    def pairs(self, key: str) -> dict[str, str]:
        """A table from name to name."""
        inner = Table(self.table(key), self.notes, self.step, f"`{key}`")
        return {name: inner.word(name) for name in inner.values}

    def durations(self, key: str) -> dict[str, timedelta]:
        """A table from name to duration."""
        inner = Table(self.table(key), self.notes, self.step, f"`{key}`")
        return {name: inner.duration(name) for name in inner.values}

    def duration(self, key: str) -> timedelta:
        """How long: "5s", "20m", "24h" or "7d"; zero when there is none."""
        said = self.word(key)
        match = DURATION.fullmatch(said)
        if match:
            return timedelta(**{UNITS[match[2]]: int(match[1])})
        if said:
            self.wrong(f"`{said}` is not a duration.", 'Write it like "5s", "20m", "24h" or "7d".')
        return timedelta()

    def close(self) -> None:
        """Everything was asked for: note the keys that nobody knows."""
        for key in self.values.keys() - self._asked:
            self.wrong(f"`{key}` is not a key of {self.what}.", did_you_mean(key, self._asked))

    def _not_a(self, key: str, expected: str, example: str) -> None:
        self.wrong(f"`{key}` must be {expected}.", f"Write it like {example}.")
