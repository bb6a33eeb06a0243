"""A small share in real life, as far as a test wants it."""

from bot.model.person import Bond
from tests.play import House


def named(house: House, who: str = "Sam") -> House:
    """Ari has begun, and said for whom it is."""
    house.ask("ari", "real")
    house.say("ari", who)
    return house


def card(house: House, who: str = "Sam", size: str = "2", guess: str = "middle") -> House:
    """As far as the card, and the question whether a note is wanted."""
    named(house, who)
    house.choose("ari", "sore")
    house.choose("ari", "hurt")
    house.say("ari", "I was left out of a joke.")
    house.say("ari", "skip")
    house.choose("ari", size)
    house.choose("ari", "listen")
    house.choose("ari", guess)
    return house


def did(house: House, **given: str) -> House:
    """They have said it, and written down what came back."""
    card(house, **given)
    house.choose("ari", "none")
    house.choose("ari", "did")
    house.say("ari", "Sam laughed. Then Sam asked about it.")
    return house


def rated(house: House, band: str = "good", sting: str = "none", **given: str) -> House:
    """All five ratings are given."""
    did(house, **given)
    for pick in ("yes", "some", "yes", band, sting):
        house.choose("ari", pick)
    return house


def over(house: House) -> House:
    """To the end, the shortest way."""
    if house.sessions and house.session.step == "care-first":
        house.choose("ari", "leave")
    elif house.sessions and house.session.step.startswith("tell"):
        house.choose("ari", "keep")
    house.say("ari", "skip")  # what was learned
    house.say("ari", "skip")  # how it left one
    assert house.sessions == {}
    return house


def round_(house: House, band: str = "good", sting: str = "none", **given: str) -> House:
    """One whole time."""
    return over(rated(house, band, sting, **given))


def label_bonds(house: House) -> list[Bond]:
    return [one for one in house.bonds.values() if one.other.startswith("label-")]


def hint(house: House, who: str = "Sam") -> str:
    """What the sharer's own key says before the first question about it."""
    seen = named(house, who).seen_by("ari")[-1]
    house.say("ari", "stop")
    return seen.text
