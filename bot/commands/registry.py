"""Every command, said once. Adapters and menus are drawn from here; nothing else lists them.

The words of a command are shared Fluent messages: `.command-<name>` (label) and
`.command-<name>-help`. What is typed without a slash works for the controls everywhere, and
for the others wherever no free text is being waited for.

A private exercise has a command of its own name, and its title and sentence for words.
"""

from collections.abc import Iterable, Iterator
from typing import Self

import msgspec

from bot.model.script import Script


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Something a person can ask for at any time."""

    name: str
    person: bool = False  # takes a person
    people: bool = False  # takes several, as the options `event.PEOPLE`
    text: bool = False  # takes a text: "join" a code
    control: bool = False  # always at hand, in every step of every exercise
    session: bool = False  # is about the exercise that one is in
    before_welcome: bool = False  # works before E0 is finished
    whole: bool = False  # is about all that the person keeps
    begins: str = ""  # the exercise that it begins, for oneself
    urgent: bool = False  # works as a bare word too, unless it is an answer to what is asked
    proposes: str = ""  # the exercise that it proposes to a person, or to whom the code gets
    own: bool = False  # of a private exercise, whose own words it has

    @property
    def words(self) -> tuple[str, str]:
        """The ids of what it is called, and of a sentence about it."""
        if self.own:
            return f"{self.name}.title", f"{self.name}.about"
        return f".command-{self.name}", f".command-{self.name}-help"


class Registry:
    """Commands by name."""

    def __init__(self, commands: Iterable[Command]) -> None:
        """Raises ValueError when two bear one name."""
        self._commands: dict[str, Command] = {}
        for command in commands:
            if command.name in self._commands:
                raise ValueError(f"two commands are called {command.name!r}")
            self._commands[command.name] = command

    def __iter__(self) -> Iterator[Command]:
        """In the order in which menus show them."""
        return iter(self._commands.values())

    def get(self, name: str) -> Command | None:
        """The command of that name, or None."""
        return self._commands.get(name)

    def with_own(self, scripts: Iterable[Script]) -> Self:
        """These, and one for each of these exercises: alone it begins, together it is proposed.

        Raises ValueError when two bear one name.
        """
        return type(self)((*self, *(_of(script) for script in scripts)))


def _of(script: Script) -> Command:
    if script.members is not None:
        return Command(name=script.name, own=True, people=True, proposes=script.name)
    if len(script.roles) == 1:
        return Command(name=script.name, own=True, begins=script.name)
    return Command(name=script.name, own=True, person=True, proposes=script.name)


ALL = Registry(
    [
        Command(name="share", person=True, proposes="small-share"),
        Command(name="good", person=True, proposes="good-news"),
        Command(name="repair", person=True, proposes="repair"),
        Command(name="check-in-with", person=True, proposes="check-in-together"),
        Command(name="circle", people=True, proposes="circle"),
        Command(name="check-in-times", person=True, proposes="check-in-times"),
        Command(name="review-with", person=True, proposes="week-together"),
        Command(name="join", text=True, before_welcome=True),
        Command(name="start", before_welcome=True),
        Command(name="who", before_welcome=True),
        Command(name="back", session=True, before_welcome=True),
        Command(name="steady", session=True),
        Command(name="check-in", begins="check-in"),
        Command(name="prompts", begins="prompts", whole=True),
        Command(name="now", begins="now", whole=True, urgent=True),
        Command(name="jar", begins="jar"),
        Command(name="review", begins="weekly-review", whole=True),
        Command(name="guide", begins="guide"),
        Command(name="practice", begins="practice", whole=True),
        Command(name="look", begins="look", whole=True),
        Command(name="real", begins="real-life", whole=True),
        Command(name="good-alone", begins="good-news-alone", whole=True),
        Command(name="big-talk", begins="big-talk", whole=True),
        Command(name="limits", begins="limits", whole=True),
        Command(name="shrink", begins="shrink", whole=True),
        Command(name="repair-alone", begins="repair-alone", whole=True),
        Command(name="map", begins="map", whole=True),
        Command(name="settings", begins="settings"),
        Command(name="rest"),
        Command(name="wake"),
        Command(name="pause", control=True, session=True, before_welcome=True),
        Command(name="break", control=True, session=True, before_welcome=True),
        Command(name="stop", control=True, session=True, before_welcome=True),
        Command(name="skip", control=True, session=True, before_welcome=True),
        Command(name="small", control=True, before_welcome=True),
        Command(name="undo", control=True, session=True, before_welcome=True),
        Command(name="help", control=True, before_welcome=True),
        Command(name="hide", control=True, before_welcome=True),
        Command(name="what-now", control=True, before_welcome=True),
        Command(name="export", before_welcome=True, whole=True, urgent=True),
        Command(name="delete", before_welcome=True, urgent=True),
    ]
)
