"""A code in a rehearsal: the same with the same seed, and it works like any other."""

import re

from tests.simulate.talk import PEOPLE, Line, rehearse, tap, texts

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")
SHARE: Line = {"as": "ari", "command": "share"}
ASK = [
    *PEOPLE,
    SHARE,
    tap("ari", "none"),
    tap("ari", "me"),
    tap("ari", "slow"),
    tap("ari", "relay"),
]


def code(seed: int) -> str:
    """The code that Ari is shown."""
    found = CODE.search(" ".join(texts(rehearse(ASK, seed=seed), "ari")))
    assert found
    return found[0]


def test_a_code_is_the_same_in_every_rehearsal_with_the_same_seed() -> None:
    assert code(1) == code(1) != code(2)


def test_a_code_seats_whoever_gives_it_after_a_restart_too() -> None:
    join: Line = {"as": "bo", "command": "join", "with": {"code": code(1).lower()}}
    seen = rehearse([*ASK, {"restart": "kill"}, join, tap("bo", "yes"), tap("bo", "none")], seed=1)
    assert any("would like to do a small share with you" in text for text in texts(seen, "bo"))
    assert any("Bo typed your code" in text for text in texts(seen, "ari"))
