"""Histories that lead through every step of a small share, for tests that fork them at each point.

A history is one line of acts, parted by "|", as the transcript player reads them. Ari proposes;
`{pace}` and `{place}` are filled in. Between two acts a moment passes.
"""

from collections.abc import Iterable, Iterator

from tests.play import House, act

MOMENT = {"live": "1s", "slow": "7m"}  # between two acts

PROPOSE = "ari: /share bo | ari: [me] | ari: [{pace}] | ari: [{place}]"
BEGIN = f"{PROPOSE} | bo: [yes] | bo: [4] | ari: [calm] | bo: [stirred]"
DRAFT = "ari: [sore] | ari: [sad, hurt] | ari: They laughed. | ari: I do not count."
SEND = "ari: [2] | ari: [comfort] | ari: [good] | ari: [send]"
ANSWER = "bo: So it felt cold. It hurt. | bo: I am with you. | bo: [send] | + 5s"
SHARED = f"{BEGIN} | {DRAFT} | {SEND}"
ANSWERED = f"{SHARED} | {ANSWER} | ari: [yes]"
TAPS = "ari: [some] | ari: [yes] | ari: [no]"
BETTER = "ari: [phrase-1] | ari: [hurt] | ari: [slower] | ari: [stayed]"
AGAIN = "bo: So it hurt. | bo: [here] | bo: [send] | + 5s | ari: [good] | ari: [none]"
THANKS = "ari: [for-trying] | ari: [send] | bo: Thanks to you. | bo: [edit] | bo: Thanks."
THANKS += " | bo: [send] | ari: [private] | ari: skip"
NO_THANKS = "ari: skip | bo: skip"
CLOSE = "ari: [enough] | bo: [another] | + 24h | ari: I ask sooner. | bo: skip"
CLOSE += " | ari: closer | bo: skip"  # typed: in live mode it is over by then


def after(band: str, sting: str = "none", again: str = "no") -> str:
    """Everything up to both ratings."""
    return f"{ANSWERED} | {TAPS} | ari: [{band}] | ari: [{sting}] | bo: [ok] | bo: [{again}]"


HISTORIES = {
    "all goes well": f"{after('good')} | ari: [helped] | ari: skip | ari: [warm] | ari: [asked]"
    f" | ari: [send] | bo: [thank] | ari: skip | ari: [show] | bo: skip | {CLOSE}",
    "better the second time": f"{after('middle')} | ari: [better] | {BETTER} | ari: [send]"
    f" | bo: [again] | {AGAIN} | {THANKS} | ari: [now] | bo: [now] | ari: [2] | bo: [calm]",
    "they share first, and what is this": "ari: /share bo | ari: [them] | ari: [{pace}]"
    " | ari: [{place}] | bo: [what] | bo: [yes] | ari: [3] | bo: [calm] | ari: [calm]",
    "no invites from this person": f"{PROPOSE} | bo: [mute]",
    "too big, later, and another": f"{BEGIN} | {DRAFT} | ari: 7 | ari: [later] | ari: [dark]"
    " | ari: [numb] | ari: skip | ari: skip | ari: [bigger] | ari: [trim] | ari: skip"
    " | ari: [1] | ari: [send] | bo: I hear you. | bo: skip",
    "edited, made smaller, kept": f"{BEGIN} | {DRAFT} | ari: [2] | ari: skip | ari: skip"
    " | ari: [edit] | ari: Two laughed. | ari: [same] | ari: [smaller] | ari: One did."
    " | ari: [1] | ari: [keep]",
    "an answer that is kept": f"{SHARED} | bo: So. | bo: [here] | bo: [edit] | bo: [same]"
    " | bo: [same] | bo: [keep]",
    "not quite, twice": f"{SHARED} | {ANSWER} | ari: [not-quite] | ari: More the cold."
    f" | ari: [send] | {ANSWER} | ari: [not-quite] | ari: skip | {ANSWER} | ari: [not-quite]"
    f" | {TAPS}",
    "a hard one, left": f"{after('bad')} | ari: [leave] | {NO_THANKS} | {CLOSE}",
    "a hard one, and a repair for later": f"{after('bad')} | ari: [repair] | {NO_THANKS} | {CLOSE}",
    "a sting, and tomorrow": f"{after('bad', 'lot')} | ari: [tomorrow] | {NO_THANKS}"
    " | ari: [enough] | + 21h | ari: [both]"
    f" | {BETTER} | ari: [edit] | ari: [better] | {BETTER} | ari: [keep]"
    " | bo: [skip] | ari: [skip]",
    "they ask for another go": f"{after('middle', 'lot', 'yes')} | ari: [leave] | ari: [yes]"
    " | bo: So it hurt. | bo: skip | bo: [keep] | ari: skip",
    "the other go stings too": f"{after('middle', 'bit', 'yes')} | ari: [keep] | ari: [yes]"
    f" | bo: So it hurt. | bo: skip | bo: [send] | + 5s | ari: [bad] | ari: [lot] | ari: [leave]"
    f" | {NO_THANKS}",
    "tomorrow, and a repair": f"{after('bad', 'lot')} | ari: [tomorrow] | {NO_THANKS}"
    " | ari: [enough] | + 21h | ari: [repair]",
}


def lines(name: str, pace: str, place: str) -> tuple[str, ...]:
    """The acts of a history."""
    return tuple(HISTORIES[name].format(pace=pace, place=place).split(" | "))


def walk(acts: Iterable[str], pace: str, house: House | None = None) -> Iterator[House]:
    """The house before the first act, and after each one; every house is its own."""
    house = house or House()
    yield house.copy()
    for line in acts:
        act(house, line)
        yield house.copy()
        house.wait(MOMENT[pace])
