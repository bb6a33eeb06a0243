"""Settings, read from one TOML file. Every mistake in it is named before anything starts.

A setting is said once: its field holds the type, the default and, in words, what is wanted.
`config.example.toml` explains it, and a test compares the two. The value of a wrong setting is
never repeated, since a setting may be a secret.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from bot.errors import BadConfig

NAME = "config.toml"  # looked for in the working folder when nobody names a file
VARIABLE = "HANDRAIL_CONFIG"
TOKEN = "HANDRAIL_{}_TOKEN"  # noqa: S105 - the name of a variable; comes before a token file
SECRETS = ("token_file", "password_file")
T = TypeVar("T", bound=msgspec.Struct)

Folder = Annotated[
    str,
    Meta(pattern=r"^[^~\x00-\x1f][^\x00-\x1f]*\Z", description="the path of a folder, not using ~"),
]
Folders = Annotated[
    tuple[Folder, ...],
    Meta(description='a list of folders, such as ["my-exercises"], not using ~'),
]
File = Annotated[
    str,
    Meta(pattern=r"^[^~\x00-\x1f][^\x00-\x1f]*\Z", description="the path of a file, not using ~"),
]
Perhaps = Annotated[
    str,
    Meta(
        pattern=r"^([^~\x00-\x1f][^\x00-\x1f]*)?\Z",
        description="the path of a file, not using ~, or empty",
    ),
]
Snowflake = Annotated[
    str,
    Meta(
        pattern=r"^([1-9]\d{14,19})?\Z", description="an id of 15 to 20 digits, in quotes, or empty"
    ),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?\Z",
        description="an address that begins with https://, or empty",
    ),
]
MatrixUser = Annotated[
    str,
    Meta(pattern=r"^(@[^\s:]+:[^\s/]+)?\Z", description='a user such as "@bot:server", or empty'),
]
Allowed = Annotated[
    tuple[Annotated[str, Meta(pattern=r"^(\*|(@[^\s:]+)?:[^\s/]+)\Z")], ...],
    Meta(description='a list of "@name:server", ":server" or "*"'),
]
Text = Annotated[
    str, Meta(pattern=r"^\S*\Z", description="a name without spaces, in quotes, or empty")
]
Port = Annotated[
    int, Meta(ge=0, le=65535, description="a whole number from 0 to 65535; 0 takes any free port")
]
Names = Annotated[
    tuple[Annotated[str, Meta(pattern=r"^[^\W_][\w .'-]{0,31}\Z")], ...],
    Meta(
        min_length=2,
        max_length=8,
        description="a list of two to eight different names, each at most 32 letters",
    ),
]
Flag = Annotated[bool, Meta(description="true or false")]
Level = Annotated[
    Literal["debug", "info", "warning", "error"],
    Meta(description='"debug", "info", "warning" or "error"'),
]


class Store(msgspec.Struct, frozen=True, kw_only=True):
    """[store]: where everything durable lives."""

    data: Folder = "data"  # as `load` returns it: absolute


class Exercises(msgspec.Struct, frozen=True, kw_only=True):
    """[exercises]: those that people write for themselves."""

    content_dirs: Folders = ()  # as `load` returns them: absolute


class Local(msgspec.Struct, frozen=True, kw_only=True):
    """[local]: the page on this machine."""

    port: Port = 8420
    open: Flag = True
    people: Names = ("Ari", "Bo")


class Discord(msgspec.Struct, frozen=True, kw_only=True):
    """[discord]: people on Discord; served where there is a token."""

    token_file: Perhaps = ""
    channel: Snowflake = ""


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """[matrix]: people on Matrix; served where there is a user."""

    homeserver: Address = ""
    user: MatrixUser = ""
    password_file: Perhaps = ""
    token_file: Perhaps = ""
    device: Text = ""
    allow: Allowed = ()
    polls: Flag = False


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """[log]: what is written to standard error."""

    level: Level = "info"


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """[service]: for whom it runs."""

    public: Flag = False


class Help(msgspec.Struct, frozen=True, kw_only=True):
    """[help]: the help lines that people are shown."""

    overlay: File = "helplines.toml"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All of them. A field here is a section of the file."""

    store: Store = Store()
    service: Service = Service()
    help: Help = Help()
    exercises: Exercises = Exercises()
    local: Local = Local()
    discord: Discord = Discord()
    matrix: Matrix = Matrix()
    log: Log = Log()

    @property
    def overlay(self) -> Path:
        """The file with the operator's own help lines; there need not be one."""
        return Path(self.store.data) / self.help.overlay

    @property
    def content(self) -> tuple[Path, ...]:
        """The folders with private exercises; whether they are there is for whoever reads them."""
        return tuple(map(Path, self.exercises.content_dirs))

    def options(self, platform: str) -> dict[str, object]:
        """The section of this platform, as an adapter is given it; empty if it has none."""
        section = getattr(self, platform, None)
        return {} if section is None else msgspec.structs.asdict(section)

    def served(self, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
        """The platforms that `handrail run` serves: those for which somebody set something up.

        What such a one still lacks, it says itself when it is started.
        """
        return tuple(one for one in ("discord", "matrix") if self._has_a_way_in(one, environment))

    def _has_a_way_in(self, platform: str, environment: Mapping[str, str]) -> bool:
        section = getattr(self, platform)
        if (user := getattr(section, "user", None)) is not None:
            return bool(user)
        secrets = [getattr(section, name, "") for name in SECRETS]
        return any([*secrets, environment.get(TOKEN.format(platform.upper()))])


def load(
    path: Path | None = None,
    data: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Read the settings from `path`, else HANDRAIL_CONFIG, else ./config.toml, else defaults.

    A relative path begins at the folder of the file, or at the working folder where there is
    no file. `data` comes before it. Raises `BadConfig`, one sentence a mistake.
    """
    path = path or _named(environment)
    settings = Settings() if path is None else _settings(path)
    home = Path.cwd() if path is None else path.absolute().parent
    folder = data.absolute() if data else home / settings.store.data
    return msgspec.structs.replace(
        settings,
        store=Store(data=str(folder)),
        exercises=Exercises(
            content_dirs=tuple(str(home / one) for one in settings.exercises.content_dirs)
        ),
        discord=_at(home, settings.discord),
        matrix=_at(home, settings.matrix),
    )


def _at(home: Path, section: T) -> T:
    """The section with its files of secrets by their whole paths."""
    files = {name: getattr(section, name, "") for name in SECRETS}
    whole = {name: str(home / file) for name, file in files.items() if file}
    return msgspec.structs.replace(section, **whole)


def _named(environment: Mapping[str, str]) -> Path | None:
    """The file to read when the command line names none; None when there is none to read."""
    if chosen := environment.get(VARIABLE):
        return Path(chosen)
    return Path(NAME) if Path(NAME).exists() else None


def _settings(path: Path) -> Settings:
    """Every section of the file that stands at `path`."""
    written = _read(path)
    if mistakes := list(_mistakes(written)):
        raise BadConfig(_listed(path, mistakes))
    return msgspec.convert(written, Settings)


def _read(path: Path) -> dict[str, Any]:
    """What the file says, unchecked."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as no:
        raise BadConfig(f"The settings in {path} cannot be read: {no.strerror}.") from no
    except UnicodeDecodeError as no:
        raise BadConfig(f"The settings in {path} cannot be read: not UTF-8 text.") from no
    except tomllib.TOMLDecodeError as no:
        raise BadConfig(f"The settings in {path} are not TOML: {no}.") from no


def _listed(path: Path, mistakes: list[str]) -> str:
    """One text for all of them, a line each."""
    count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    return "\n".join([f"The settings in {path} have {count}.", *(f"- {m}" for m in mistakes)])


def _mistakes(written: Mapping[str, Any]) -> Iterator[str]:
    """One sentence for each thing that is wrong, each naming its section and key."""
    sections = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for name, values in written.items():
        if name not in sections:
            yield f"[{name}] is no section.{_perhaps(name, sections, '[{}]')}"
        elif not isinstance(values, dict):
            yield f"{name} must be a section: write [{name}] on a line of its own."
        else:
            yield from _wrong(name, sections[name], values)
    yield from _twice(written)
    yield from _half(written)


def _wrong(section: str, kind: type[msgspec.Struct], values: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong within one section."""
    wanted = {field.name: field.type for field in msgspec.structs.fields(kind)}
    for key, value in values.items():
        if key not in wanted:
            yield f"{section}.{key} is no setting.{_perhaps(key, wanted, section + '.{}')}"
            continue
        try:
            msgspec.convert(value, wanted[key])
        except msgspec.ValidationError:
            yield f"{section}.{key} must be {_description(wanted[key])}."


def _twice(written: Mapping[str, Any]) -> Iterator[str]:
    """Two people of one name could not be told apart."""
    local = written.get("local")
    people = local.get("people") if isinstance(local, dict) else None
    names = [n.casefold() for n in people if isinstance(n, str)] if isinstance(people, list) else []
    if len(set(names)) < len(names):
        yield "local.people must not hold a name twice."


def _half(written: Mapping[str, Any]) -> Iterator[str]:
    """An account is found by its homeserver and its user, both of them."""
    matrix = written.get("matrix")
    if isinstance(matrix, dict) and bool(matrix.get("homeserver")) != bool(matrix.get("user")):
        missing = "user" if matrix.get("homeserver") else "homeserver"
        yield f"matrix.{missing} is missing: an account on Matrix needs both of them."


def _perhaps(wrong: str, known: Mapping[str, object], form: str) -> str:
    """A guess at what was meant, put into `form`, or nothing."""
    close = get_close_matches(wrong.lower(), known, n=1)
    return f" Did you mean {form.format(close[0])}?" if close else ""


def _description(wanted: object) -> str:
    """What a setting must be, in the words of its type."""
    (meta,) = getattr(wanted, "__metadata__", (Meta(description="something else"),))
    return str(meta.description)
