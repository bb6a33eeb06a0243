"""Histories of a circle of three that lead through every step of it, as states to fork at.

Ari proposes, and the first line of each history says who is drawn later. Bo and Cleo say yes;
each has the private check of their own. A history is read as in `histories`.
"""

from collections.abc import Iterator

from tests.engine.histories import MOMENT
from tests.engine.walks import Mode, State, keys
from tests.play import House, act

NAMES = ("ari", "bo", "cleo")
PROPOSE = "ari: /circle bo cleo | ari: [none] | ari: [{pace}] | ari: [{place}]"
BEGIN = f"{PROPOSE} | bo: [yes] | bo: [none] | cleo: [yes] | cleo: [none]"
SPACE = "ari: [4] | bo: [3] | cleo: [5]"
ARI = "bo: [listen] | ari: [turn] | cleo: [listen] | ari: [go]"  # who gets the turn
DRAFT = "ari: [sore] | ari: [sad] | ari: They laughed. | ari: I do not count."
SIZED = "ari: [2] | ari: [comfort]"
BOTH = f"{BEGIN} | {SPACE} | {ARI} | {DRAFT} | {SIZED} | ari: [all] | ari: [send]"
ANSWERS = "bo: So it felt cold. | bo: I am here. | bo: [send] | cleo: [skip] | cleo: [here]"
ANSWERED = f"{BOTH} | {ANSWERS} | bo: [ok] | cleo: [send] | cleo: [heavy]"
BETTER = "ari: [phrase-1] | ari: [hurt] | ari: [slower] | ari: [stayed]"
HELPED = "ari: [heard] | ari: [said-back]"

HISTORIES = {
    "two answers, two looks": f"{ANSWERED} | ari: [middle] | ari: [none] | ari: [both]"
    f" | {BETTER} | ari: [send] | ari: [bad] | ari: [none] | ari: [better] | ari: [hurt]"
    " | ari: [slower] | ari: skip | ari: [keep] | ari: [enough] | bo: [turn] | cleo: [enough]"
    " | bo: [go] | bo: [sore] | bo: [sad]",
    "a sting, and what helped": f"{ANSWERED} | ari: [bad] | ari: [lot] | ari: [leave]"
    f" | ari: [good] | ari: [none] | ari: [helped] | {HELPED} | ari: [edit]"
    " | ari: [warm] | ari: [asked] | ari: [send]"
    " | bo: [listen] | cleo: [listen] | ari: [go-on]",
    "named, edited, made smaller, and a word": f"{BEGIN} | {SPACE} | {ARI} | {DRAFT} | ari: 7"
    " | ari: [later] | ari: [dark] | ari: [numb] | ari: skip | ari: skip | ari: [bigger]"
    " | ari: [another] | ari: [sore] | ari: [hurt] | ari: One laughed. | ari: skip | ari: [bigger]"
    " | ari: [trim] | ari: Somebody did. | ari: skip | ari: [1] | ari: [ask] | ari: [one]"
    " | ari: [member-3] | ari: [edit] | ari: Two did. | ari: skip | ari: [smaller] | ari: One did."
    " | ari: skip | ari: [1] | ari: [comfort] | ari: [two] | ari: [member-2] | ari: [smaller]"
    " | ari: One. | ari: skip | ari: [1] | ari: [listen] | ari: [one] | ari: [member-3]"
    " | ari: [send] | bo: Dear Ari. | bo: [edit] | bo: Dear. | bo: [send] | cleo: So. | cleo: skip"
    " | cleo: [edit] | cleo: [same] | cleo: skip | cleo: [keep]",
    "kept, and nobody hears of it": f"{BEGIN} | {SPACE} | {ARI} | {DRAFT} | {SIZED}"
    " | ari: [witness] | ari: [keep] | + 24h | bo: [turn] | ari: [go-on] | cleo: [turn]",
    "just there": f"{BEGIN} | {SPACE} | {ARI} | {DRAFT} | {SIZED} | ari: [witness] | ari: [send]"
    " | bo: [with-you] | cleo: skip | bo: [send] | cleo: [turn] | bo: [enough] | ari: [go-on]",
    "not this time": f"{BEGIN} | {SPACE} | bo: [enough] | ari: [turn] | cleo: [enough]"
    " | ari: [not-now] | + 24h | ari: [go-on]",
    "nobody answers": f"{BEGIN} | {SPACE} | bo: [enough] | ari: [turn] | cleo: [listen]"
    f" | ari: [go] | {DRAFT} | {SIZED} | ari: [all] | ari: [send] | cleo: skip | cleo: skip",
    "nobody would like a turn": f"{BEGIN} | {SPACE} | ari: [listen] | bo: [listen]"
    " | cleo: [enough]",
    "one says no": f"{PROPOSE} | bo: [yes] | bo: [none] | cleo: [not-now]",
    "no invites any more": f"{PROPOSE} | cleo: [yes] | cleo: [rather-not] | bo: [mute]",
}


def lines(name: str, mode: Mode) -> list[str]:
    """The acts of a history, in one pace and place."""
    pace, place = mode
    return HISTORIES[name].format(pace=pace, place=place).split(" | ")


def states(mode: Mode) -> list[State]:
    """Every state that the histories lead to, once each, with the way there."""
    found: list[State] = []
    known: set[object] = set()
    for name in HISTORIES:
        for state in _told(lines(name, mode), mode[0]):
            new = keys(state.house) - known
            known |= new
            found += [state] * bool(new)
    return found


def _told(acts: list[str], pace: str) -> Iterator[State]:
    here = State(house=House(*NAMES))
    for line in acts:
        house = here.house.copy()
        house.wait(MOMENT[pace])
        began = house.at
        act(house, line if pace == "slow" else line.replace("+ 24h", "+ 20m"))
        here = State(house=house, act=line, began=began, before=here)
        yield here
