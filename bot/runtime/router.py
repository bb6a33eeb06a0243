"""Which session an event is for. Pure: given the world and an event, the turn that follows."""

from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from bot.commands import (
    calm,
    circling,
    control,
    exporting,
    home,
    inviting,
    joining,
    own,
    profile,
    prompting,
    sessions,
    typed,
    worry,
)
from bot.commands.registry import ALL, Registry
from bot.commands.reply import Built, Code, Reply, later
from bot.engine import controls, editing, menus
from bot.engine import step as engine
from bot.engine.scene import Scripts
from bot.model.event import DM, PEOPLE, ROOM, Asked, Chose, Due, Event, Gone, Met, Prompt, Said
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Opens, Turn, World
from bot.runtime import matching
from bot.text.readers import Kinds
from bot.text.typed import plain
from bot.text.words import Words

SIMPLE = {
    "who": profile.who,
    "small": profile.small,
    "rest": profile.rest,
    "wake": profile.wake,
    "help": profile.help_me,
    "hide": profile.hide,
    "export": exporting.export,
}
CONTROLS = tuple(one.name for one in ALL if one.control or one.session)


@dataclass(frozen=True)
class Router:
    """Routes events by the scripts and words that it was built with."""

    scripts: Scripts
    words: Words
    rooms: frozenset[str]
    code: Code  # the one-time code of a session
    kinds: Kinds = field(default_factory=dict)  # of the platforms' chats and rooms
    commands: Registry = ALL

    @cached_property
    def built(self) -> Built:
        """What every reply is told of this."""
        return Built(
            scripts=self.scripts,
            rooms=self.rooms,
            code=self.code,
            kinds=self.kinds,
            commands=self.commands,
            says=self.words.text,
        )

    def decide(self, world: World, event: Event) -> Turn:
        """What this event changes. Empty when it means nothing to anybody."""
        reply = Reply(self.built, world, event)
        match event:
            case _ if own.is_leaving(reply):
                pass
            case Due(session=due):
                if due in world.sessions:
                    reply.step(world.sessions[due], event)
            case Met():
                profile.met(reply, event)
            case Prompt():
                prompting.ask(reply)
            case Gone():
                self._gone(reply, event)
            case Asked():
                self._asked(reply, event)
            case Chose():
                self._chose(reply, event)
            case Said():
                self._said(reply, event)
        self._follow(reply)
        return reply.turn()

    def _follow(self, reply: Reply) -> None:
        """What comes of it beside what was asked for."""
        self._held_back(reply)
        for wanted in reply.opens():
            self._opened(reply, wanted)
        inviting.sent(reply)
        prompting.follow(reply)
        own.follow(reply)

    @staticmethod
    def _gone(reply: Reply, event: Gone) -> None:
        """Out of everything; or, out of one shared place, of that exercise alone."""
        for session in reply.everywhere():
            if event.place in {DM, ROOM + session.id}:
                reply.step(session, event)

    # ── commands ─────────────────────────────────────────────────────────────
    def _asked(self, reply: Reply, event: Asked) -> None:
        command = self.commands.get(event.command)
        if command is None:
            reply.note(".unknown-command")
        elif reply.person.welcomed is None and not command.before_welcome:
            sessions.welcome_first(reply)
        elif command.session:
            control.give(reply, event)
        elif command.begins:
            self._begin(reply, command.begins)
        elif command.proposes and command.people:
            asked = (event.options.get(one) for one in (*PEOPLE, typed.TOO_MANY))
            names = tuple(name for name in asked if name)
            circling.propose(reply, names, command.proposes)
            self._looked_at(reply)
        elif command.proposes:
            sessions.share(reply, event.options.get("person", ""), command.proposes)
            self._looked_at(reply)
        else:
            self._own(reply, event)

    def _own(self, reply: Reply, event: Asked) -> None:
        match event.command:
            case typed.JOIN:
                self._joined(reply, joining.join(reply, event.options.get("code", "")))
            case "start":
                self._start(reply)
            case "what-now":
                home.what_now(reply)
            case "delete":
                self._looked_at(reply, own.delete(reply))
            case simple:
                SIMPLE[simple](reply)

    def _joined(self, reply: Reply, session: Session | None) -> None:
        if session and reply.person.welcomed is None:
            sessions.welcome(reply)
        elif session:
            self._looked_at(reply, session)

    def _start(self, reply: Reply) -> None:
        if reply.person.welcomed is None:
            sessions.welcome(reply)
        elif not reply.is_asked():
            home.offer(reply)
        else:
            control.give(reply, Asked(key="", at=reply.event.at, command="back"))

    def _opened(self, reply: Reply, wanted: Opens) -> None:
        """What was chosen in an exercise that is over by now begins."""
        if self.scripts.current(wanted.script).members:
            circling.propose(reply, (), wanted.script)  # which says how to name them
        elif wanted.by_name:
            home.say_by_name(reply, wanted.script)
        elif wanted.script == menus.HOME:
            if not reply.is_asked():
                home.offer(reply)
        elif len(self.scripts.current(wanted.script).roles) == 1:
            self._begin(reply, wanted.script)
        else:
            sessions.share(reply, "", wanted.script)
            self._looked_at(reply)

    def _begin(self, reply: Reply, script: str) -> None:
        """An exercise for oneself; in a hot moment with nothing to show, a pause in its place."""
        if script == calm.NOW and calm.has_nothing(reply):
            control.give(reply, control.asked(reply.event, controls.BREAK))
        else:
            self._alone(reply, script)

    def _alone(self, reply: Reply, script: str) -> None:
        """An exercise for oneself: begun, or shown where it stands; what is typed is for it."""
        self._looked_at(reply, sessions.resume(reply, script))

    # ── answers ──────────────────────────────────────────────────────────────
    def _chose(self, reply: Reply, event: Chose) -> None:
        if (
            reply.person.pending is not None
            and event.choices[:1]
            and event.choices[0] in reply.world.sessions
        ):
            self._which(reply, reply.world.sessions[event.choices[0]])
            return
        event = self._addressed(reply, event)
        session = reply.world.sessions.get(event.question.rsplit(".", 2)[0])
        role = session.role_of(event.person) if session else None
        if session and role and matching.is_open(session, role, event.question):
            if not self._is_control(reply, session, role, event):
                self._in(reply, session, event)
        elif not event.question and event.choices in {(name,) for name in CONTROLS}:
            self._asked(reply, control.asked(event, event.choices[0]))
        else:
            theirs = session and event.question in matching.all_open(session)
            reply.note(".not-yours" if theirs else ".not-open")

    def _addressed(self, reply: Reply, event: Chose) -> Chose:
        """A tap that names no message is for the question this person is at, if there is one."""
        asked = [] if event.question else self._open(reply)
        at = next((one for one in asked if one.session.id == reply.person.focus), None)
        target = at or (asked[-1] if asked else None)
        return msgspec.structs.replace(event, question=target.key) if target else event

    def _is_control(self, reply: Reply, session: Session, role: str, event: Chose) -> bool:
        """A control that was tapped like a choice works like the control."""
        if len(event.choices) != 1 or ALL.get(event.choices[0]) is None:
            return False
        if calm.is_it(session) and event.choices[0] in calm.PAUSES:
            self._asked(reply, control.asked(event, controls.BREAK, session.id))
            return True
        asked = engine.question(self.scripts, session, role)
        if asked and matching.offers(self.scripts, reply, session, asked, event.choices[0]):
            return False
        self._asked(reply, control.asked(event, event.choices[0], session.id))
        return True

    def _said(self, reply: Reply, event: Said) -> None:
        text = event.text.open_for("engine")
        command = typed.read(text, reply.person.pause_word, self.commands)
        if event.place != DM:
            self._said_in_room(reply, event, command)
        elif event.replaces:
            self._edited(reply, event)
        elif command and self._keeps_pause_word(reply, command):
            self._in(reply, *self._kept(reply, event))
        elif command and (command.signed or self._is_at_once(reply, event, command)):
            self._typed(reply, event, command)
        elif self._waits_for_which(reply) and (named := self._named(reply, text)):
            self._which(reply, named)
        elif reply.person.welcomed is None and not self._open(reply):
            if not worry.asked_about(reply, event):
                sessions.welcome(reply)
        else:
            self._answered(reply, event, command)

    def _said_in_room(self, reply: Reply, event: Said, command: typed.Typed | None) -> None:
        """People talk in their room as they like: controls are heard there, and danger."""
        session = event.place.removeprefix(ROOM)
        if command and self._is_exit(command) and not event.replaces:
            self._asked(reply, control.asked(event, command.command, session))
        else:
            worry.overheard(reply, event, reply.world.sessions.get(session))

    def _edited(self, reply: Reply, event: Said) -> None:
        """Changed words are for the answer that they were, as long as it has not gone out."""
        for session in reply.mine():
            role = session.role_of(event.person)
            if role and editing.place(session, role, event.replaces):
                self._in(reply, session, event)
                return
        if not worry.asked_about(reply, event):
            reply.note(".edit-too-late")

    @staticmethod
    def _is_exit(command: typed.Typed) -> bool:
        found = ALL.get(command.command)
        return found is not None and (found.control or found.session) and not command.rest

    def _is_at_once(self, reply: Reply, event: Said, command: typed.Typed) -> bool:
        """Whether it works wherever one is, as a bare word too."""
        return (
            self._is_exit(command)
            or self._joins(reply, command)
            or self._is_urgent(reply, event, command)
        )

    def _is_urgent(self, reply: Reply, event: Said, command: typed.Typed) -> bool:
        """In a hot moment a bare word is enough, unless it is an answer to what is asked."""
        found = ALL.get(command.command)
        if found is None or not found.urgent:
            return False
        return not matching.fits(self.words, reply, self._open(reply), event)

    def _joins(self, reply: Reply, command: typed.Typed) -> bool:
        """A code is never an answer, and "join" is none where nothing is asked."""
        if command.command != typed.JOIN:
            return False
        return reply.event.code is not None or not self._open(reply)

    def _typed(self, reply: Reply, event: Said, command: typed.Typed) -> None:
        words = not typed.is_id(command.rest) if command.rest else not command.known
        if words and event.code is None and worry.asked_about(reply, event):
            return
        if not command.known:
            reply.note(".unknown-command")
            return
        asked = control.asked(event, command.command)
        self._asked(reply, msgspec.structs.replace(asked, options=command.options()))

    def _answered(self, reply: Reply, event: Said, command: typed.Typed | None) -> None:
        """Free text: to the question it fits; where it fits two, ask which.

        What was written into the form of a question is for that one, or for none.
        """
        asked = [one for one in self._open(reply) if event.question in {"", one.key}]
        asked = [one for one in asked if one.question.script.name == sessions.QUICK] or asked
        if event.question and not asked:
            if not worry.asked_about(reply, event):
                reply.note(".not-open")
            return
        fits = matching.fits(self.words, reply, asked, event)
        target = matching.choose(asked, fits, reply.person.focus)
        if command and (target is None or not matching.writes(target)) and not fits:
            self._typed(reply, event, command)
        elif target is not None:
            self._in(reply, target.session, fits.get(target.session.id, event))
        elif asked:
            reply.put_person(later(reply.person, pending=event.text))
            if not worry.asked_about(reply, event):
                matching.ask_which(reply, asked)
        elif not worry.asked_about(reply, event, waiting=True):
            self._asked(reply, control.asked(event, controls.BACK))

    def _keeps_pause_word(self, reply: Reply, command: typed.Typed) -> bool:
        """Typing "pause" where one is asked for the pause word means: keep it."""
        if command.command != controls.PAUSE or command.signed:
            return False
        return "pause_word" in {one.question.field.saves for one in self._open(reply)}

    def _kept(self, reply: Reply, event: Said) -> tuple[Session, Chose]:
        one = next(o for o in self._open(reply) if o.question.field.saves == "pause_word")
        chose = Chose(key=event.key, at=event.at, question=one.key, choices=("usual",))
        return one.session, msgspec.structs.replace(chose, person=event.person)

    @staticmethod
    def _waits_for_which(reply: Reply) -> bool:
        return reply.person.pending is not None and not worry.is_open(reply)

    def _named(self, reply: Reply, text: str) -> Session | None:
        """Which of two open questions was meant, typed by number or by the other's name."""
        for at, one in enumerate(self._open(reply), 1):
            other = sessions.with_whom(reply, one.session).get("other")
            name = other.open_for("engine") if isinstance(other, Private) else ""
            if plain(text) in {str(at), plain(name), one.session.id} - {""}:
                return one.session
        return None

    def _open(self, reply: Reply) -> list[matching.Asked]:
        asked = matching.open_questions(self.scripts, reply)
        return [one for one in asked if one.session.script != menus.HOME] or asked

    def _which(self, reply: Reply, session: Session) -> None:
        """The text that fitted two questions goes to the one that was named."""
        text = reply.person.pending
        reply.put_person(later(reply.person, pending=None, focus=session.id))
        if text is None:
            return
        event = reply.event
        said = Said(key=event.key, at=event.at, person=event.person, text=text, checked=True)
        asked = [one for one in self._open(reply) if one.session.id == session.id]
        fits = matching.fits(self.words, reply, asked, said)
        self._in(reply, session, fits.get(session.id, said))

    # ── into a session ───────────────────────────────────────────────────────
    def _in(self, reply: Reply, session: Session, event: Event) -> None:
        if sessions.is_too_early(reply, session.script):
            sessions.welcome_first(reply)  # of whatever it was begun, nobody has agreed yet
            return
        checking = worry.is_open(reply)
        if not checking:
            control.moved_on(reply)
        if session.script != menus.HOME:
            sessions.leave_menu(reply)
        reply.step(session, event)
        self._looked_at(reply, session)
        if checking and not worry.is_open(reply) and reply.person.pending is not None:
            matching.ask_which(reply, self._open(reply))  # the text waited for the check alone

    @staticmethod
    def _looked_at(reply: Reply, session: Session | None = None) -> None:
        """Free text goes where this person last did something."""
        newest = session or (reply.mine()[-1] if reply.mine() else None)
        if newest and reply.person.focus != newest.id and newest.id in reply.world.sessions:
            reply.put_person(later(reply.person, focus=newest.id))

    @staticmethod
    def _held_back(reply: Reply) -> None:
        """Invites that came before the welcome was finished are shown now."""
        person = reply.world.people.get(reply.event.person)
        if person is None or person.welcomed != reply.event.at:
            return
        for session in reply.everywhere():
            role = session.role_of(reply.event.person)
            held = session.open.get(role or "") == "" and not session.begun
            if role and held and session.proposer != reply.event.person:
                back = Asked(key="", at=reply.event.at, person=reply.event.person, command="back")
                reply.step(session, back)
