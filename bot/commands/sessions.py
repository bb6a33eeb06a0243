"""Starting exercises: who may begin what with whom, and what stands in the way (safety D1)."""

from bot.care import quiet
from bot.commands import inviting
from bot.commands.reply import Reply, later, short
from bot.engine import effects, menus
from bot.engine.records import mine
from bot.model.event import Asked, Gone, Prompt
from bot.model.message import Arg, Word
from bot.model.person import Bond, PersonId
from bot.model.private import Private
from bot.model.session import NOBODY, Circle, Session

SHARE, WELCOME, PAUSE, QUICK = "small-share", "welcome", "pause", "quick-check"
DELETE = "delete"
EARLY = frozenset({WELCOME, QUICK, DELETE})  # all that anybody may be in before they have agreed
PAIR = 2


def share(reply: Reply, named: str, script: str = SHARE) -> None:
    """Propose an exercise to the person who was named; without a name, to whom the code gets.

    Whoever proposes has its first role.
    """
    found = reply.event.people.get(named)
    if named and found is None:
        reply.note(".share-whom", command=typed(reply, script))
        return
    other = found[0] if found else PersonId(f"{NOBODY}{short(reply.event.key)}")
    called = Private(found[1].shown()) if found else None
    refusal = in_the_way(reply, other)
    if refusal:
        reply.note(refusal, other=called or Word(words=".somebody"))
        return
    me = reply.event.person
    players = dict(zip(reply.scripts.current(script).roles, (me, other), strict=True))
    begin(reply, script, players, called)


def typed(reply: Reply, script: str) -> str:
    """The command that proposes this exercise, as it is typed."""
    return next((one.name for one in reply.commands if one.proposes == script), SHARE)


def in_the_way(reply: Reply, other: PersonId) -> str:
    """Words for what stands in the way; "" when nothing does.

    None of it depends on anything that the other did in private: an invite that was
    refused, muted or never seen rests for the same time (D1.4, D1.5).
    """
    me, at = reply.event.person, reply.event.at
    if other == me:
        return ".not-yourself"
    if reply.person.rest_until is not None and at < reply.person.rest_until:
        return ".rest-on"
    between = (s for s in reply.mine() if other in s.known_to(me))
    if inviting.is_open(reply, other) or any(_still_on(s, me) for s in between):
        return ".one-open"
    own = reply.world.bonds.get((me, other)) or Bond(owner=me, other=other)
    unanswered = own.unanswered_at is not None and at - own.unanswered_at < inviting.REST
    if unanswered or inviting.just_closed(reply, other):
        return ".not-yet"
    if own.rest_until is not None and at < own.rest_until:
        return ".resting"
    full = own.rounds_on == quiet.day(at) and own.rounds >= effects.ROUNDS_A_DAY
    return ".enough-today" if full else inviting.too_many(reply)


def _still_on(session: Session, me: PersonId) -> bool:
    """Whether a session stands in the way of another one with the same person.

    An invite does until it runs out, even for a proposer who stopped it: whether the other
    is still there must not show. A round that I left does not.
    """
    mine = session.role_of(me) not in session.gone
    return not session.aftermath and (mine or not session.begun)


def alone(reply: Reply, script: str, first: str = "") -> None:
    """Begin an exercise for oneself, at its step `first`, or where it begins."""
    begin(reply, script, {"self": reply.event.person}, first=first)


def is_too_early(reply: Reply, script: str) -> bool:
    """Whether the welcome comes before that: nobody else is asked, or keeps anything (E0, D8)."""
    return reply.person.welcomed is None and script not in EARLY


def resume(reply: Reply, script: str) -> Session | None:
    """An exercise for oneself: begun, or shown where it stands; that one, if it was running."""
    running = next((one for one in reply.mine() if one.script == script), None)
    if running is None:
        alone(reply, script)
    else:
        back = Asked(key="", at=reply.event.at, person=reply.event.person, command="back")
        reply.step(running, back)
    return running


def welcome(reply: Reply) -> None:
    """E0 comes first: begin it, or go back to where it stands."""
    resume(reply, WELCOME)


def welcome_first(reply: Reply) -> None:
    """Say that there are questions before that, and ask them."""
    reply.note(".welcome-first")
    welcome(reply)


def home(reply: Reply) -> None:
    """The menu from its top, whatever was open of it."""
    alone(reply, menus.HOME)
    newest = next((one for one in reply.mine() if one.script == menus.HOME), None)
    if newest:
        reply.put_person(later(reply.person, focus=newest.id))  # undo and skip are for it


def leave_menu(reply: Reply) -> None:
    """The menu gives way to whatever else somebody does; nothing is said of that."""
    event = reply.event
    running = reply.world.sessions.values()
    for session in [s for s in running if (s.script, s.proposer) == (menus.HOME, event.person)]:
        reply.step(session, Gone(key=event.key, at=event.at, person=event.person, how="left"))


def begin(  # noqa: PLR0913 - each says something else of how it begins
    reply: Reply,
    script: str,
    players: dict[str, PersonId],
    called: Private | None = None,
    first: str = "",
    *,
    circle: Circle | None = None,
) -> None:
    """Begin a session for these people, at its step `first` where one is named.

    Everything that begins at all begins here, so that here the welcome comes first.
    """
    if is_too_early(reply, script):
        welcome_first(reply)
        return
    event, name = reply.event, short(reply.event.key)
    if not isinstance(event, Prompt):  # what somebody is at stays, when it is only time for a note
        leave_menu(reply)
    session = Session(
        id=name,
        script=script,
        digest=reply.scripts.current(script).digest,
        step=reply.scripts.current(script).first,
        players=players,
        proposer=event.person,
        called=called,
        circle=circle,
        code=reply.code(name) if len(players) == PAIR else None,
        salt=reply.salt(name),
        began=event.at,
        pace="slow" if len(players) > 1 else "solo",
        whole=script in mine.WHOLE,
        begun=len(players) == 1,
        since=dict.fromkeys(players, event.at),
    )
    reply.begin(session, first)


def end_what_follows(reply: Reply) -> None:
    """Whoever is out of a round, by whatever way, is out of what was still to come of it."""
    for one in reply.turn().sessions:
        for role in one.gone:
            _leave_what_follows(reply, one.id, one.players[role])


def _leave_what_follows(reply: Reply, of: str, who: PersonId) -> None:
    event = Gone(key=reply.event.key, at=reply.event.at, person=who, how="left")
    for one in [*reply.world.sessions.values()]:
        if one.id.startswith(f"{of}+") and one.role_of(who) not in one.gone:
            reply.step(one, event)


def with_whom(reply: Reply, session: Session) -> dict[str, Arg]:
    """The others of a session, as words may call them; before it begins, as they were named."""
    if session.circle is not None and not session.begun:
        return _as_named(reply, session, session.circle)
    if session.proposer == reply.event.person and not session.begun:
        return {"other": session.called} if session.called else {}
    role = session.role_of(reply.event.person)
    others = [session.players[one] for one in session.others(role or "")]
    names = [name for who in others if (name := _name(reply, session, who))]
    return {"other": Private(", ".join(names))} if names else {}


def _as_named(reply: Reply, session: Session, circle: Circle) -> dict[str, Arg]:
    """All the others of a circle; whoever began it by their own name."""
    me = session.role_of(reply.event.person) or ""
    seats = circle.seats
    names = [
        seats[one].called.open_for("engine") if one in seats else _name(reply, session, who)
        for one, who in session.players.items()
        if one != me
    ]
    return {"other": Private(", ".join(name for name in names if name))}


def _name(reply: Reply, session: Session, who: PersonId) -> str:
    """What somebody is called there; it outlives their being erased."""
    kept, person = session.forgotten.get(who), reply.world.people.get(who)
    account = kept or (person.account if person else None)
    return account.shown() if account else ""
