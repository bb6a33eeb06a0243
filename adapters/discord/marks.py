"""What a custom_id says. It outlives restarts, so it alone tells what was tapped.

A custom_id is `<verb>:<key of the message>:<choice>`; the key is `<session>.<turn>.<index>`, so
that a button of an older version still says of which session and of which question it is.
"""

import msgspec

LONGEST = 100  # characters of a custom_id, and of a value in a list
PICK, LIST, WRITE, SAID = "pick", "list", "write", "said"
VERBS = frozenset({PICK, LIST, WRITE, SAID})
FIELD = "text"  # the custom_id of the one field of a form


class Mark(msgspec.Struct, frozen=True):
    """A custom_id, taken apart."""

    verb: str
    key: str  # of the message that asks
    choice: str = ""  # of a button: its choice; of a list: its number, since ids are unique

    def __str__(self) -> str:
        """As the platform keeps it."""
        return f"{self.verb}:{self.key}:{self.choice}" if self.choice else f"{self.verb}:{self.key}"


def read(custom_id: str) -> Mark | None:
    """What it says; None where it is none of ours."""
    verb, _, rest = custom_id.partition(":")
    key, _, choice = rest.partition(":")
    return Mark(verb, key, choice) if verb in VERBS and key else None


def fits(mark: Mark) -> bool:
    """Whether the platform takes it."""
    return len(str(mark)) <= LONGEST
