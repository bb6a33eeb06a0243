"""The data keys of the people that one transaction is about."""

from collections.abc import Iterable, Mapping

from bot.model.person import PersonId
from bot.store.crypto import Keyring, Seal
from bot.store.desk import Desk


class Seals:
    """A key for each person at hand. Whoever has none was never known, or is forgotten."""

    def __init__(self, keys: Keyring) -> None:
        """Begin empty-handed."""
        self.keys = keys
        self.house = keys.house
        self._of: dict[PersonId, Seal] = {}

    def add(self, wrapped: Mapping[PersonId, bytes]) -> None:
        """Unwrap these and have them at hand."""
        for person, key in wrapped.items():
            self._of[person] = self.keys.unwrap(person, key)

    def fetch(self, desk: Desk, people: Iterable[PersonId]) -> None:
        """Have these people's keys at hand, as far as there are any."""
        missing = [person for person in people if person not in self._of]
        if missing:
            self.add(dict(desk.ask("load_keys", people=missing)))

    def cut(self, desk: Desk, people: Iterable[PersonId]) -> None:
        """Give those a key who have none."""
        people = list(people)
        self.fetch(desk, people)
        for person in people:
            if person not in self._of:
                self._of[person], wrapped = self.keys.cut(person)
                desk.each("add_key", [(person, wrapped)])

    def has(self, person: PersonId) -> bool:
        """Whether something can be kept for this person."""
        return person in self._of

    def seal(self, person: PersonId, plain: bytes, name: str) -> bytes:
        """Sealed by this person's key. Raises KeyError for who has none; see `has`."""
        return self._of[person].seal(plain, name)

    def unseal(self, person: PersonId, sealed: bytes, name: str) -> bytes:
        """The bytes again. Raises `StoreDamaged` where they do not open."""
        return self._of[person].unseal(sealed, name)
