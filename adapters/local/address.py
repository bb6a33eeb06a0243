"""Where the page is found: a port and a token, kept so that an address outlives a restart."""

import os
import secrets
import socket
from pathlib import Path
from typing import Self

import msgspec

from bot.errors import BadConfig

LOOPBACK = "127.0.0.1"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A port on loopback and the token that opens the page there."""

    port: int
    token: str

    def __repr__(self) -> str:
        """The token stays out of logs and tracebacks."""
        return f"<address {LOOPBACK}:{self.port}>"

    @property
    def url(self) -> str:
        """The whole address, token and all."""
        return f"http://{LOOPBACK}:{self.port}/?token={self.token}"

    @classmethod
    def load(cls, file: Path) -> Self:
        """The earlier address; a new token, and port 0, where there is none to be read."""
        try:
            return msgspec.json.decode(file.read_bytes(), type=cls)
        except (OSError, msgspec.DecodeError):
            return cls(port=0, token=secrets.token_urlsafe(24))

    def save(self, file: Path) -> None:
        """Keep it, readable by its owner only, whole or not at all."""
        draft = file.with_suffix(".new")
        draft.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as out:
            out.write(msgspec.json.encode(self))
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)


def listen(wanted: int, earlier: int) -> socket.socket:
    """A socket on loopback: the wanted port, else the earlier one where it is free, else any.

    Raises `BadConfig` when a port was asked for and somebody else has it.
    """
    if wanted:
        try:
            return _bound(wanted)
        except OSError as no:
            raise BadConfig(f"Port {wanted} cannot be used: {no.strerror}.") from no
    try:
        return _bound(earlier)
    except OSError:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this option would let two servers share the port
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((LOOPBACK, port))
    except BaseException:
        server.close()
        raise
    server.setblocking(False)  # noqa: FBT003  # the standard library's own way to say it
    return server
