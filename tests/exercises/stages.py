"""Houses in the middle of a small share, so that a transcript can begin where it matters.

The stages are those of the method's table E2. Ari proposes and shares, Bo listens.
"""

from tests.play import House, act

TO = {
    "invite": "ari: /share bo | ari: [me] | ari: [{pace}] | ari: [{place}]",
    "space": "bo: [yes]",
    "ready": "bo: [3]",
    "feel": "ari: [calm] | bo: [calm]",
    "what": "ari: [sore] | ari: [sad]",
    "size": "ari: They all went without me. | ari: [skip]",
    "wish": "ari: [2]",
    "preview": "ari: [listen] | ari: [good]",
    "answer": "ari: [send]",
    "answer-preview": "bo: So it felt lonely. | bo: I am with you.",
    "check": "bo: [send]",
    "rate": "ari: [yes]",
    "band": "ari: [some] | ari: [some] | ari: [some] | bo: [ok] | bo: [no]",
    "tell": "ari: [{band}] | ari: [{sting}]",
    "thanks": "ari: [keep]",
    "swap": "ari: [skip] | bo: [skip]",
    "close": "ari: [enough] | bo: [enough] | + 24h",
}


def stage(  # noqa: PLR0913 - each is a choice that people make on the way
    name: str,
    *,
    pace: str = "slow",
    place: str = "relay",
    band: str = "middle",
    sting: str = "none",
    house: House | None = None,
) -> House:
    """A house in which the small share has come this far and asks what the stage is called after.

    In live mode the breath after the answer is waited for.
    """
    house = house or House()
    for reached, acts in TO.items():
        for line in acts.format(pace=pace, place=place, band=band, sting=sting).split(" | "):
            act(house, line)
        if reached == "check" and pace == "live":
            house.wait("5s")
        if reached == name:
            return house
    raise AssertionError(f"there is no stage {name!r}")
