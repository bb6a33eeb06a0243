"""A name that somebody gave outlives a kill, in the real store, and is offered to them alone."""

from tests.simulate.talk import PEOPLE, Line, rehearse, say, tap

ONCE: list[Line] = [
    {"as": "ari", "command": "real"},
    say("ari", "Sam"),
    *(tap("ari", pick) for pick in ("sore", "hurt")),
    say("ari", "I was left out of a joke."),
    say("ari", "skip"),
    *(tap("ari", pick) for pick in ("2", "listen", "middle", "none", "did")),
    say("ari", "Sam asked about it."),
    *(tap("ari", pick) for pick in ("yes", "yes", "yes", "good", "none", "keep")),
    *(say("ari", "skip"), tap("ari", "unsure")),
]
KILLED: Line = {"restart": "kill"}


def asked(who: str, lines: list[Line]) -> str:
    """What this person is shown when they begin it after all that."""
    begin: Line = {"as": who, "command": "real"}
    before, after = rehearse([*PEOPLE, *lines]), rehearse([*PEOPLE, *lines, begin])
    new = [line for line in after[len(before) - 1 :] if line.get("to") == who]
    return str(new)


def test_a_name_is_there_after_a_kill() -> None:
    assert "Sam" in asked("ari", [*ONCE, KILLED])


def test_it_is_there_for_nobody_else() -> None:
    assert "Sam" not in asked("bo", [*ONCE, KILLED])


def test_a_share_in_real_life_goes_on_after_a_kill() -> None:
    lines = [line for one in ONCE for line in (one, KILLED)]
    assert "Sam" in asked("ari", lines)
