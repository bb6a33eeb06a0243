"""Keys: what is sealed, by whose key, and how the master key is kept apart from the database.

Theory of operation. One *master key* is kept outside the database: in the file
`master.key` beside it, or in the environment. Everything else follows from it by HKDF, one
key for one purpose, so that no two purposes ever share one:

  names    turns accounts, event keys and script digests into keyed hashes
  codes    makes the one-time code of an invite
  wrap     wraps the data key of each person; destroying that row is what erases a person
  house    seals what belongs to nobody alone: a session without its answers
  vault    one for each adapter, for what it must keep at rest

A seal is AES-256-GCM with a random nonce in front, bound to the name of its row, so that a
sealed body moved to another row no longer opens. Random nonces are safe for 2^32 seals by
one key; the busiest, the house's, would take a year of a hundred turns a second to get there.
"""

import base64
import hashlib
import os
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import StoreDamaged
from bot.model.person import Account, Bond, Person, PersonId
from bot.model.private import Private
from bot.model.session import Session
from bot.text import codes

ENVIRONMENT = "HANDRAIL_MASTER_KEY"
FILE = "master.key"
SIZE = 32  # bytes of every key: AES-256
NONCE = 12  # bytes, as GCM wants them
OPEN = 1024  # unwrapped keys that are kept at hand: a talk goes back and forth
SHORT = 12  # bytes of a person's id: 96 bits, so that no two people share one
Known = Person | Bond | Session  # what may be at hand, opened


class Seal:
    """One key. What it sealed opens only under the name it was sealed with."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes) -> None:
        """Take the key in; it cannot be read out again."""
        self._aead = AESGCM(key)

    def seal(self, plain: bytes, name: str) -> bytes:
        """Encrypted and authenticated, and bound to `name`."""
        nonce = os.urandom(NONCE)
        return nonce + self._aead.encrypt(nonce, plain, name.encode())

    def unseal(self, sealed: bytes, name: str) -> bytes:
        """The bytes again. Raises `StoreDamaged` for another key, another name or other bytes."""
        try:
            return self._aead.decrypt(sealed[:NONCE], sealed[NONCE:], name.encode())
        except (InvalidTag, ValueError) as no:
            raise StoreDamaged(f"{name.partition(':')[0]}: does not open") from no


class AdapterVault:
    """A `Vault`: what one adapter seals, no other opens."""

    def __init__(self, key: bytes, adapter: str) -> None:
        """Seal for this adapter alone."""
        self._seal = Seal(key)
        self._name = f"vault:{adapter}"

    def seal(self, plain: bytes) -> bytes:
        """Encrypted and authenticated."""
        return self._seal.seal(plain, self._name)

    def unseal(self, sealed: bytes) -> bytes:
        """The bytes again. Raises `StoreDamaged` where the key does not fit."""
        return self._seal.unseal(sealed, self._name)


class Keyring:
    """Every key there is, made from the master key."""

    def __init__(self, master: bytes) -> None:
        """Derive what is needed often; `master` is `SIZE` bytes."""
        self._master = master
        self._names = _derive(master, "names")
        self._codes = _derive(master, "codes")
        self._wrap = Seal(_derive(master, "wrap"))
        self.house = Seal(_derive(master, "house"))
        self._open: dict[bytes, Seal] = {}  # wrapped → the key, of those who were here last
        self._known: dict[str, tuple[bytes, Known]] = {}  # row → its seal, and what it holds
        self._scripts: dict[str, int] = {}  # digest → its mark; there are few

    def person_id(self, account: Account) -> PersonId:
        """The same account always has the same id; from the id alone nobody finds the account."""
        named = f"{account.platform}:{account.native}".encode()
        return PersonId(hashlib.blake2b(named, digest_size=SHORT, key=self._names).hexdigest())

    def mark(self, text: str) -> int:
        """64 bits of a keyed hash, for what the database must recognise and nobody should read.

        With a million marks at once, one event in ten million million meets another's.
        """
        digest = hashlib.blake2b(text.encode(), digest_size=8, key=self._names).digest()
        return int.from_bytes(digest, "big", signed=True)

    def script_mark(self, digest: str) -> int:
        """The mark of a script, which every one of its sessions names."""
        if digest not in self._scripts:
            self._scripts[digest] = self.mark(digest)
        return self._scripts[digest]

    def code(self, session: str) -> str:
        """The one-time code of a session's invite; nobody finds it from the id without the key."""
        digest = hashlib.blake2b(session.encode(), digest_size=32, key=self._codes).digest()
        return codes.spell(digest)

    def code_mark(self, code: Private) -> int:
        """The mark by which the database finds a session by its code."""
        return self.mark(f"code {code.open_for('store')}")

    def cut(self, person: PersonId) -> tuple[Seal, bytes]:
        """A new data key for a person, and the same key wrapped for its row."""
        key = os.urandom(SIZE)
        return Seal(key), self._wrap.seal(key, f"key:{person}")

    def unwrap(self, person: PersonId, wrapped: bytes) -> Seal:
        """A person's data key. Raises `StoreDamaged` where the master key does not fit."""
        seal = self._open.get(wrapped)
        if seal is None:
            if len(self._open) >= OPEN:
                self.put_away()
            seal = self._open[wrapped] = Seal(self._wrap.unseal(wrapped, f"key:{person}"))
        return seal

    def remember(self, name: str, sealed: bytes, opened: Known) -> None:
        """Keep at hand what is in a row, of the last `OPEN` rows at most.

        What people wrote is not for here; whoever calls this sees to that. What is at hand
        counts only while the very same bytes stand in the row, so neither a turn that was
        taken back nor a row that somebody else changed is mistaken for it.
        """
        if len(self._known) >= OPEN and name not in self._known:
            self._known.clear()
        self._known[name] = sealed, opened

    def recall(self, name: str, sealed: bytes) -> Known | None:
        """What these bytes hold in that row, where it is at hand."""
        known = self._known.get(name)
        return known[1] if known and known[0] == sealed else None

    def drop(self, name: str) -> None:
        """Keep nothing of that row at hand: it is gone."""
        self._known.pop(name, None)

    def put_away(self) -> None:
        """Keep nothing that was opened in memory; whoever destroys a key must call this."""
        self._open.clear()
        self._known.clear()

    def vault(self, adapter: str) -> AdapterVault:
        """What the adapter of this name seals with."""
        return AdapterVault(_derive(self._master, f"vault:{adapter}"), adapter)


def open_keyring(data: Path, *, begun: bool) -> Keyring:
    """The keys of the database in `data`, from the environment or the file beside it.

    `begun` says that there is a database: then a missing key is `StoreDamaged`, for a new one
    would open nothing. Otherwise a key is made and is on disk when this returns.
    """
    given = os.environ.get(ENVIRONMENT)
    if given:
        return Keyring(_read(given, ENVIRONMENT))
    file = data / FILE
    if not file.exists():
        if begun:
            raise StoreDamaged(f"{file} is missing; put it back, nothing can be read without it")
        _make(file)
    return Keyring(_read(file.read_text("ascii", "replace"), str(file)))


def _derive(master: bytes, purpose: str) -> bytes:
    info = f"handrail {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=SIZE, salt=None, info=info).derive(master)


def _read(text: str, place: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError:  # no base64, or not even ASCII
        key = b""
    if len(key) != SIZE:
        raise StoreDamaged(f"{place} is no master key: it must be {SIZE} bytes in base64")
    return key


def _make(file: Path) -> None:
    """Write a new key. It appears under its name only when it is whole and on disk."""
    handle, draft = tempfile.mkstemp(dir=file.parent)  # exclusive and 0600, whatever the umask
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(base64.b64encode(os.urandom(SIZE)) + b"\n")
            new.flush()
            os.fsync(new.fileno())
        Path(draft).rename(file)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name durable. Without it a power cut may lose the key and keep the database."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
