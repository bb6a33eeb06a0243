"""The private reasons for which somebody says nothing any more, each as what they do (safety D2.1).

One line a reason. A reason is given at a moment only where it is offered there; its sign is
what they are shown when it has really happened, so that none can be counted without having
been tried. What of it needs a question in front of them looks for it in the script: a choice
that makes them silent, a rating, a choice that opens a break.
"""

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from bot.engine import answers
from bot.engine.asides import CHECK, PAUSE, PRIVATE, UNEASE, knocked
from bot.model.session import Role, Session
from tests.engine import forks, walks
from tests.engine.forks import Plan, plan
from tests.play import House, person_id, span

DARK = "I want to kill myself"
HURT = "I am scared of him, he hits me"
YOUNG = "I am 15 years old"
THREAT = "If you leave I will kill you"


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """One reason, at one moment."""

    name: str
    plan: Plan
    perhaps: bool = False  # whether it is offered shows only when it is tried
    sign: str = ""  # steps, fields or words of which they are shown one; "": nothing


ANYWHERE = {  # name → what they do, a second apart, and the sign of it
    "stop": ("stop | back", "stopped stopped-alone"),
    "crisis yes, then stop": (f"{DARK} | [yes] | stop", "stopped stopped-alone"),
    "crisis yes, then nothing": (f"{DARK} | [yes]", "barrier"),
    "crisis not sure, then out": (f"{DARK} | [unsure] | [none] | [leave]", "left"),
    "crisis unanswered": (DARK, "check"),
    "hurt by them, then out": (f"{HURT} | [here] | [leave]", "hurt-here"),
    "under age": (f"{YOUNG} | + 1s | [minor]", "young-goodbye"),
    "delete everything": ("/delete | [everything] | [delete]", "everything-gone"),
    "delete the person": ("/delete | [person] | [*] | [delete]", "person-gone"),
}
FLOODED = {
    "private flood, then nothing": ("break | [quiet]", "back"),
    "private flood, then enough": ("break | [quiet] | [minutes-5] | + 360s | [enough]", "enough"),
}
A_ROUND = {"delete the round": ("/delete | [round] | [*] | [delete]", "round-gone")}
NOT_CARRIED = "threat not carried, then nothing"
UNEASY = {
    "uneasy, then stop": ("[uneasy] | stop", "stopped stopped-alone"),
    "uneasy, then nothing": ("[uneasy]", "what-now"),
    "uneasy, then out": ("[uneasy] | [quiet] | [leave]", "left"),
}
IN_ROOM = {
    "crisis in the room": (f"in room: {DARK} | [yes]", "barrier"),
    "stop in the room": ("in room: stop", "stopped stopped-alone"),
}
FIRST = {  # behind the answer that brings the private check
    "check failed": ("[some]", "alone alone-any"),
    "check unanswered": ("", "check check-any"),
    "check, then stop": ("stop", "stopped stopped-alone"),
}
GONE = ("left", "blocked")
EVERYWHERE = (*GONE, *ANYWHERE, *FLOODED)


def causes(house: House, who: str) -> Iterator[Cause]:
    """The reasons that there are for `who` at this moment; none where they are out already."""
    mine = [one for one in house.sessions.values() if one.role_of(person_id(who))]
    if not any(one.role_of(person_id(who)) not in one.gone for one in mine):
        return
    yield from (Cause(name=how, plan=plan(("0s", forks.left(who, how)))) for how in GONE)
    yield from (_told(who, name, *one) for name, one in ANYWHERE.items())
    yield from (_told(who, name, *one, perhaps=True) for name, one in A_ROUND.items())
    if len(mine) == 1 and mine[0].begun and mine[0].mode == "room":
        yield from (_told(who, name, *one) for name, one in IN_ROOM.items())
    if not any(one.role_of(person_id(who)) in one.asides for one in mine):
        yield from (_told(who, name, *one) for name, one in FLOODED.items())
    for session in mine:
        yield from _offered(house, session, who)


def _offered(house: House, session: Session, who: str) -> Iterator[Cause]:
    """Those that a question of this moment offers."""
    role = session.role_of(person_id(who)) or ""
    asked = walks.question(session, role) if role not in session.gone else None
    if asked is None or knocked(session, role):
        return
    for pick in dict.fromkeys(id_ for one in house.open_for(who) for id_, _ in one.choices):
        tried = house.copy()
        tried.choose(who, pick)
        after = tried.sessions.get(session.id)
        aside = after.asides.get(role) if after else None
        agreed = any(
            one.startswith(f"{session.id}+") for one in tried.sessions
        )  # and goes on there
        if _is_silent(session, after, role) and not agreed:
            yield _told(who, f"[{pick}]", f"[{pick}]")
        elif aside and aside.script == CHECK and role not in session.asides:
            for name, (more, sign) in FIRST.items():
                yield _told(who, name, f"[{pick}] | {more}".removesuffix(" | "), sign)
        elif aside and asked.field.aside:
            yield from _opened(who, pick, aside)
    if answers.writes(asked.field) and {*asked.field.shown} - {role}:
        yield _told(who, NOT_CARRIED, THREAT, "cannot-carry")
    if asked.field.rates:
        yield from (_told(who, name, *one) for name, one in UNEASY.items())


def _opened(who: str, pick: str, aside: Session) -> Iterator[Cause]:
    """Those behind a choice that opens a break or the quiet way out."""
    if aside.script == UNEASE:
        for name, (acts, sign) in UNEASY.items():
            yield _told(who, f"[{pick}], {name}", acts.replace("[uneasy]", f"[{pick}]"), sign)
    elif aside.mode == PRIVATE and aside.script == PAUSE:
        yield _told(who, f"[{pick}], then nothing", f"[{pick}] | [quiet]", "back")


def _is_silent(before: Session, after: Session | None, role: Role) -> bool:
    """Whether this person is out now; a proposal that is taken back before anybody saw it ends."""
    return (after is None and not before.begun) or (after is not None and role in after.gone)


def _told(who: str, name: str, acts: str, sign: str = "", *, perhaps: bool = False) -> Cause:
    """A reason from its acts, parted by "|": "[yes]" is a tap, "[*]" the first that is offered."""
    at, told = timedelta(), []
    for one in acts.split(" | "):
        if one.startswith("+ "):
            at += span(one)
        else:
            told.append((at, _act(who, one)))
            at += timedelta(seconds=1)
    return Cause(name=name, plan=told, sign=sign, perhaps=perhaps)


def _act(who: str, said: str) -> forks.Act:
    if said == "[*]":
        return forks.goes_on(who)
    if said.startswith("["):
        return forks.tapped(who, said.strip("[]"))
    if said.startswith("in room: "):
        return lambda house: house.say(who, said.removeprefix("in room: "), room=True)
    return forks.typed(who, said)
