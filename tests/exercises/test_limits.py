"""What Handrail cannot do is said before anything is asked (safety D4.8, D10)."""

import re
from pathlib import Path

import pytest

from tests.house import tree
from tests.play import House, act

LIMITS = {
    "it is no therapy": "not therapy",
    "it treats nothing": "does not diagnose or treat",
    "it misses things": "will miss things",
    "nobody watches": "No one reads these chats to keep you safe",
    "what to do in danger": "local emergency number",
}


def test_the_welcome_says_every_limit_before_its_first_question_about_a_person() -> None:
    house = House("ari", welcomed=False)
    for line in ("ari: hello", "ari: [start]", "ari: [understood]"):
        act(house, line)
    seen = house.seen_by("ari")
    first = next(at for at, one in enumerate(seen) if "adult" in one.names())
    said = "\n".join(one.text for one in seen[:first])
    assert [limit for limit, words in LIMITS.items() if words not in said] == []


@pytest.mark.parametrize(
    "words",
    ["not therapy", "not for emergencies", "no evidence yet", "It is for adults"],
)
def test_the_readme_says_it_too(words: str) -> None:
    assert words in re.sub(r"\s+", " ", tree.text(Path("README.md")))
