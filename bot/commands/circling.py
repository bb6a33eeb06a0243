"""Proposing an exercise for three to six: who is named, and what stands in the way (method E12)."""

from bot.commands import sessions
from bot.commands.reply import Reply, short
from bot.engine import parts, seats
from bot.model.person import Account, PersonId
from bot.model.private import Private
from bot.model.script import Members
from bot.model.session import Circle

Named = list[tuple[PersonId, Account]]


def propose(reply: Reply, names: tuple[str, ...], script: str) -> None:
    """Propose it to everybody who was named. Nobody is looked up: a name is a seat, and a code."""
    found = [reply.event.people[name] for name in names if name in reply.event.people]
    refusal = _misnamed(reply, names, found, script)
    if refusal:
        reply.note(refusal, command=sessions.typed(reply, script))
        return
    for other, account in found:
        in_the_way = sessions.in_the_way(reply, other)
        if in_the_way:
            reply.note(in_the_way, other=Private(account.shown()))
            return
    places = parts.seats(len(found) + 1)
    players = dict(zip(places, (reply.event.person, *(who for who, _ in found)), strict=True))
    sessions.begin(reply, script, players, circle=_circle(reply, found))


def _misnamed(reply: Reply, names: tuple[str, ...], found: Named, script: str) -> str:
    """Words for what is wrong with the names alone; "" for nothing."""
    size = reply.scripts.current(script).members or Members(least=0, most=0)
    if len(found) < len(names) or not size.least <= len(found) + 1 <= size.most:
        return ".circle-whom"
    people = {reply.event.person, *(who for who, _ in found)}
    return ".circle-twice" if len(people) <= len(found) else ""


def _circle(reply: Reply, found: Named) -> Circle:
    """The seats by the names that the proposer gave; each has a code of its own."""
    session, places = short(reply.event.key), parts.seats(len(found) + 1)[1:]
    called = [Private(account.shown()) for _, account in found]
    codes = [reply.code(seats.code_name(session, place)) for place in places]
    return parts.new(called, codes)
