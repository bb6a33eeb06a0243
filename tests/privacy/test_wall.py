"""The wall between relationships (safety D9.7): nothing of one bond is in what another is told.

Ari does the same small share with three people. With each of them every word that is typed is a
canary of that bond, and ratings, sizes and outcomes differ. What each of the three sees must be
what they would see if the other two bonds did not exist, and must hold no canary of theirs.
"""

from tests.play import House

OTHERS = ("bo", "cam", "dee")
SIZES = {"bo": "1", "cam": "2", "dee": "3"}
BANDS = {"bo": "good", "cam": "middle", "dee": "bad"}
STINGS = {"bo": "none", "cam": "bit", "dee": "lot"}


def canary(other: str, what: str) -> str:
    """A word that stands in no language, of one bond."""
    return f"Kanarie{other}{what}"


def newest(house: House, who: str, session: str, *picks: str) -> None:
    """Tap in this one session, whatever else is open."""
    for one in reversed(house.open_for(who)):
        if one.key.startswith(session) and {*picks} <= set(dict(one.choices)):
            house.tap(who, one.key, *picks)
            return
    raise AssertionError(f"{who} is not offered {picks} in {session}")


def share_with(house: House, other: str) -> None:
    """One whole round: proposed, shared, answered, rated, told nothing, closed."""
    house.say("ari", f"/share {other}")
    (session,) = [s.id for s in house.sessions.values() if not s.begun and not s.invite]
    for pick in ("me", "slow", "relay"):
        newest(house, "ari", session, pick)
    for pick in ("yes", "4", "calm"):
        newest(house, other, session, pick)
    for pick in ("calm", "sore", "sad"):
        newest(house, "ari", session, pick)
    house.change("ari", focus=session)
    house.say("ari", canary(other, "text"))
    house.say("ari", canary(other, "thought"))
    for pick in (SIZES[other], "listen", "good", "send"):
        newest(house, "ari", session, pick)
    house.say(other, canary(other, "back"))
    house.say(other, canary(other, "care"))
    newest(house, other, session, "send")
    house.wait("1m")
    for pick in ("yes", "no", "some", "yes", BANDS[other], STINGS[other]):
        newest(house, "ari", session, pick)
    for pick in ("heavy" if other == "cam" else "ok", "no"):
        newest(house, other, session, pick)
    house.wait("1m")


def seen(house: House, who: str) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """What somebody was shown, without ids and times."""
    return [(one.kind, one.text, one.choices) for one in house.seen_by(who)]


def test_what_each_sees_holds_nothing_of_the_other_bonds_and_would_be_the_same_without_them() -> (
    None
):
    together = House("ari", *OTHERS)
    for other in OTHERS:
        share_with(together, other)
    for other in OTHERS:
        alone = House("ari", *OTHERS)
        share_with(alone, other)
        assert seen(together, other) == seen(alone, other), other
        told = "\n".join(text for _, text, _ in seen(together, other))
        theirs = [canary(one, what) for one in OTHERS if one != other for what in WHATS]
        assert not [word for word in theirs if word in told]


WHATS = ("text", "thought", "back", "care")


def test_neither_is_there_anything_of_another_bond_in_what_is_said_about_it_to_oneself() -> None:
    """After a bad round with Dee, the hint for the next one with Bo is that of Bo's own rounds."""
    hints = []
    for before in ((), ("cam", "dee")):
        house = House("ari", *OTHERS)
        for other in (*before, "bo"):
            share_with(house, other)
        house.wait("10d")
        house.say("ari", "/share bo")
        (session,) = [s.id for s in house.sessions.values() if not s.begun and not s.invite]
        for pick in ("me", "slow", "relay"):
            newest(house, "ari", session, pick)
        for pick in ("yes", "4", "calm"):
            newest(house, "bo", session, pick)
        newest(house, "ari", session, "calm")
        hints.append(house.seen_by("ari")[-1].text)
    assert hints[0] == hints[1]
    assert not any(canary(one, what) in hints[1] for one in OTHERS for what in WHATS)
