"""The section [matrix] of the settings, and the password or token, which is never among them."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from adapters.matrix.heard import Access
from bot.errors import BadConfig

PASSWORD = "HANDRAIL_MATRIX_PASSWORD"  # noqa: S105 - the name of a variable, not what is in it
TOKEN = "HANDRAIL_MATRIX_TOKEN"  # noqa: S105 - as above
DEVICE = "Handrail"  # what people who look at the bot's device see
ANYBODY = "*"


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the operator set."""

    homeserver: str = ""
    user: str = ""
    password_file: str = ""
    token_file: str = ""
    device: str = ""  # of the token
    allow: tuple[str, ...] = ()  # "*", "@ann:example.org", ":example.org"; none: the bot's server
    polls: bool = False

    def allows(self, user: str) -> bool:
        """Whether that person may use the bot here."""
        wanted, (_, _, own) = user.casefold(), self.user.partition(":")
        for one in self.allow or (f":{own}",):
            rule = one.casefold()
            server = rule.startswith(":") and wanted.partition(":")[2] == rule[1:]
            if rule in {ANYBODY, wanted} or server:
                return True
        return False


def read(given: Mapping[str, object]) -> Options:
    """The options. Raises `BadConfig` where they are none."""
    try:
        options = msgspec.convert(dict(given), Options)
    except msgspec.ValidationError as no:
        raise BadConfig(f"[matrix] {no}") from no
    if not options.homeserver or not options.user:
        raise BadConfig("matrix.homeserver and matrix.user are needed, both of them.")
    return options


def access(options: Options, environment: Mapping[str, str]) -> Access:
    """How the bot gets in: by a token, else by a password. Raises `BadConfig` without either.

    Of each, what the environment holds comes before the file.
    """
    token = _secret(environment.get(TOKEN, ""), options.token_file, "token_file")
    password = _secret(environment.get(PASSWORD, ""), options.password_file, "password_file")
    if not token and not password:
        told = "There is no way into the Matrix account: set matrix.password_file or"
        raise BadConfig(f"{told} matrix.token_file, or {PASSWORD} or {TOKEN}.")
    return Access(
        homeserver=options.homeserver.rstrip("/"),
        user=options.user,
        password=password,
        token=token,
        device=options.device,
        name=DEVICE,
    )


def _secret(found: str, file: str, setting: str) -> str:
    if found.strip() or not file:
        return found.strip()
    try:
        found = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as no:
        raise BadConfig(f"matrix.{setting} cannot be read: {file}.") from no
    if not found:
        raise BadConfig(f"matrix.{setting} is empty: {file}.")
    return found
