"""A real Synapse on loopback, thrown away afterwards: started, killed, restarted, searched.

It knows nobody at first. Accounts are made by `register`; whatever the server keeps lies in its
folder, where `holds` looks for words that must not be there.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Literal
from urllib.error import URLError
from urllib.parse import quote

import aiohttp
import msgspec

NAME = "hs.test"
PATIENCE = 60.0  # seconds that a start may take on a busy machine
ADMIN = "/_synapse/admin"
# Ends with its standard input, that is with the process that started it, however that ends.
LAUNCH = """
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
from synapse.app.homeserver import main
main()
"""
ROOMY = {"per_second": 10000, "burst_count": 10000}
LIFTED = {
    "rc_message": ROOMY,
    "rc_registration": ROOMY,
    "rc_login": {"address": ROOMY, "account": ROOMY, "failed_attempts": ROOMY},
    "rc_joins": {"local": ROOMY, "remote": ROOMY},
    "rc_joins_per_room": ROOMY,
    "rc_invites": {"per_room": ROOMY, "per_user": ROOMY, "per_issuer": ROOMY},
    "rc_room_creation": ROOMY,
    "rc_admin_redaction": ROOMY,
    "rc_key_requests": ROOMY,
    "rc_delayed_event_mgmt": ROOMY,
    "rc_presence": {"per_user": ROOMY},
}
# The first login of a test must work also where the limits are those of every server.
ENTRANCE = {key: LIFTED[key] for key in ("rc_registration", "rc_login")}


class Refused(AssertionError):
    """The homeserver did not do what the test itself asked of it."""


class Account(msgspec.Struct, kw_only=True):
    """Somebody's account, with a first device that is logged in."""

    user: str  # "@ari:hs.test"
    password: str
    device: str
    token: str


class Homeserver:
    """The process. `limits` are lifted, or those that Synapse has when nobody sets them."""

    def __init__(self, folder: Path, limits: Literal["lifted", "default"] = "lifted") -> None:
        self.folder = folder
        self._limits = limits
        self._port = _free_port()
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self._operator: Account | None = None
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it unless it runs, and return when it answers: a few seconds."""
        if self.runs:
            return
        if not (self.folder / "homeserver.yaml").exists():
            self._write_settings()
        command = [sys.executable, "-c", LAUNCH, "-c", str(self.folder / "homeserver.yaml")]
        with (self.folder / "out.log").open("ab") as out:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=out,
                env=os.environ | {"PYTHONWARNINGS": "ignore"},
                start_new_session=True,  # a Ctrl-C is for pytest alone
            )
        self._wait()

    @property
    def runs(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it politely to end."""
        self._end(signal.SIGTERM)

    async def restart(self) -> None:
        """Start it again at the same address, with everything it had written down."""
        await asyncio.to_thread(self.start)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        process.wait(PATIENCE)
        assert process.stdin
        process.stdin.close()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while not self._answers():
            printed = (self.folder / "out.log").read_text()[-2000:]
            assert self.runs, f"the homeserver did not start:\n{printed}"
            assert time.monotonic() < end, f"the homeserver does not answer:\n{printed}"
            time.sleep(0.05)  # its process tells of no event

    def _answers(self) -> bool:
        health = f"{self.url}/health"
        with suppress(URLError, OSError), urllib.request.urlopen(health, timeout=1):  # noqa: S310 - on loopback
            return True
        return False

    def _write_settings(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_test {key}\n")
        (self.folder / "log.yaml").write_text(json.dumps(self._log_settings()))
        (self.folder / "homeserver.yaml").write_text(json.dumps(self._settings()))  # JSON is YAML

    def _settings(self) -> dict[str, Any]:
        return {
            "server_name": NAME,
            "pid_file": str(self.folder / "pid"),
            "listeners": [self._listener()],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "hs.db")}},
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "log_config": str(self.folder / "log.yaml"),
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": self._secret,
            "form_secret": self._secret,
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "federation_domain_whitelist": [],
            "report_stats": False,
            "presence": {"enabled": False},
            "bcrypt_rounds": 4,
            "url_preview_enabled": False,
        } | (LIFTED if self._limits == "lifted" else ENTRANCE)

    def _listener(self) -> dict[str, Any]:
        where = {"port": self._port, "bind_addresses": ["127.0.0.1"], "tls": False}
        return where | {"type": "http", "resources": [{"names": ["client"]}]}

    def _log_settings(self) -> dict[str, Any]:
        file = {"class": "logging.FileHandler", "filename": str(self.folder / "hs.log")}
        root = {"level": "WARNING", "handlers": ["file"]}
        return {
            "version": 1,
            "handlers": {"file": file},
            "root": root,
            "disable_existing_loggers": False,
        }

    # What an operator can do

    async def register(self, name: str, *, shown: str = "", admin: bool = False) -> Account:
        """A new account, shown as `shown` or as its `name`. Raises `Refused` if it is taken."""
        nonce = (await self.ask("GET", f"{ADMIN}/v1/register"))["nonce"]
        password = f"password of {name}"
        said = {"username": name, "password": password, "displayname": shown or name}
        mac = self._mac(nonce, name, password, "admin" if admin else "notadmin")
        signed = {"nonce": nonce, "admin": admin, "mac": mac}
        made = await self.ask("POST", f"{ADMIN}/v1/register", said | signed)
        return Account(
            user=made["user_id"],
            password=password,
            device=made["device_id"],
            token=made["access_token"],
        )

    def _mac(self, *said: str) -> str:
        signed = "\0".join(said).encode()
        return hmac.new(self._secret.encode(), signed, hashlib.sha1).hexdigest()

    async def login(self, user: str, password: str) -> Account:
        """The same account on one more device."""
        who = {"type": "m.id.user", "user": user}
        said = {"type": "m.login.password", "identifier": who, "password": password}
        made = await self.ask("POST", "/_matrix/client/v3/login", said)
        return Account(
            user=user, password=password, device=made["device_id"], token=made["access_token"]
        )

    async def operate(self, method: str, path: str, said: object = None) -> Any:  # noqa: ANN401 - any JSON
        """One request to the admin API; `path` begins behind "/_synapse/admin"."""
        if self._operator is None:
            self._operator = await self.register("operator", admin=True)
        return await self.ask(method, f"{ADMIN}{path}", said, token=self._operator.token)

    async def lift(self, user: str) -> None:
        """No limits for this user, as the documentation tells operators to do."""
        free = {"messages_per_second": 0, "burst_count": 0}
        await self.operate("POST", f"/v1/users/{quote(user)}/override_ratelimit", free)

    async def revoke(self, user: str) -> None:
        """End every login of this user, as a new password does. The password stays."""
        reset = {"new_password": f"password of {user[1:].partition(':')[0]}"}
        await self.operate(
            "POST", f"/v1/reset_password/{quote(user)}", reset | {"logout_devices": True}
        )

    async def deactivate(self, user: str) -> None:
        """This account is no more."""
        await self.operate("POST", f"/v1/deactivate/{quote(user)}", {"erase": False})

    async def purge(self, room: str) -> None:
        """Remove the room and everything in it, and everybody from it."""
        await self.operate("DELETE", f"/v1/rooms/{quote(room)}", {"purge": True})

    async def rooms(self) -> dict[str, str]:
        """Every room that the server knows, and its name or ""."""
        found = await self.operate("GET", "/v1/rooms?limit=1000")
        return {each["room_id"]: each["name"] or "" for each in found["rooms"]}

    async def ask(self, method: str, path: str, said: object = None, *, token: str = "") -> Any:  # noqa: ANN401 - any JSON
        """One request of the test's own. Raises `Refused` with the answer if it is not 200."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with (
            aiohttp.ClientSession(headers=headers) as http,
            http.request(method, self.url + path, json=said) as response,
        ):
            answer = await response.json(content_type=None)
        if response.status != 200:
            raise Refused(f"{method} {path}: {response.status} {answer}")
        return answer

    # What the server holds

    def holds(self, *words: str) -> dict[str, list[str]]:
        """Which of these words the server keeps, and in which files or tables.

        Every file is searched as bytes: the database with what SQLite has only marked as gone,
        its journals, media, logs. Every value of every table is searched besides, because a long
        value lies in pieces in the file.
        """
        found: dict[str, list[str]] = {}
        for place, content in self._contents():
            for word in words:
                if word.encode() in content:
                    found.setdefault(word, []).append(place)
        return found

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        for file in sorted(self.folder.rglob("*")):
            if file.is_file():
                yield file.name, file.read_bytes()
        with closing(sqlite3.connect(self.folder / "hs.db")) as db:
            tables = db.execute("select name from sqlite_master where type = 'table'").fetchall()
            for (table,) in tables:
                yield table, _rows(db, table)


def _rows(db: sqlite3.Connection, table: str) -> bytes:
    """All values of a table in one; those of its virtual tables cannot be read without Synapse."""
    with suppress(sqlite3.OperationalError):
        rows = db.execute(f'select * from "{table}"')  # noqa: S608 - a name out of its own list
        return b"\0".join(_bytes(value) for row in rows for value in row)
    return b""


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
    return port
