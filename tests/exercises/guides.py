"""Lines of care guides, for transcripts that begin with them, and looking at them."""

from tests.exercises.stages import stage
from tests.play import House, act, person_id
from tests.seen import Seen

NOTHING = "There is nothing to show just now."
ON_THE_WAY = (  # from the listener's space to the question how they answer
    "bo: [3] | ari: [calm] | bo: [calm] | ari: [{family}] | ari: [{word}] | ari: They all left."
    " | ari: [skip] | ari: [2] | ari: [listen] | ari: [good]"
)


def met(*names: str) -> House:
    """Ari and Bo have just begun something together; others are only there."""
    return stage("space", house=House("ari", "bo", *names))


def write(
    house: House,
    text: str,
    *people: str,
    who: str = "ari",
    feeling: str = "sad",
    part: str = "helps",
) -> None:
    """A line of somebody's, shown to these people."""
    house.ask(who, "guide")
    house.choose(who, "write")
    house.choose(who, feeling)
    house.choose(who, part)
    house.say(who, text)
    if people:
        house.choose(who, *map(person_id, people))
        house.choose(who, "show")
    elif any(name == "nobody" for name, _ in house.open_for(who)[-1].choices):
        house.choose(who, "nobody")
    house.choose(who, "enough")


def looks(house: House, who: str, whose: str, feeling: str = "sad") -> str:
    """What somebody sees of another's guide, as they look at it."""
    house.ask(who, "guide")
    house.choose(who, "theirs")
    house.choose(who, person_id(whose))
    seen = house.choose(who, feeling)
    house.choose(who, "enough")
    return text_of(seen)


def text_of(seen: list[Seen]) -> str:
    """The newest question."""
    return [one for one in seen if one.kind == "question"][-1].text


def shares(house: House, family: str = "sore", word: str = "sad") -> None:
    """Ari writes the share, up to its preview."""
    for line in ON_THE_WAY.format(family=family, word=word).split(" | "):
        act(house, line)


def before_answer(house: House, who: str = "bo") -> str:
    """The question how to answer, as it was put last."""
    asked = [one for one in house.seen_by(who) if one.step.endswith("/say-back")]
    return asked[-1].text
