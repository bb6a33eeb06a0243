"""Keys: what opens, and what does not."""

import base64
import stat
from pathlib import Path

import pytest

from bot.errors import StoreDamaged
from bot.model.person import Account, Person, PersonId
from bot.store.crypto import ENVIRONMENT, FILE, OPEN, SIZE, Keyring, Seal, open_keyring

KEYS = Keyring(bytes(SIZE))
OTHERS = Keyring(b"x" * SIZE)
ANA = Account(platform="simulated", native="ana", name="Ana")


def test_the_same_account_has_the_same_id_whatever_it_is_called_today() -> None:
    renamed = Account(platform="simulated", native="ana", name="Ana from work")
    assert KEYS.person_id(ANA) == KEYS.person_id(renamed)


def test_ids_differ_by_platform_by_native_id_and_by_house() -> None:
    elsewhere = Account(platform="local", native="ana")
    other = Account(platform="simulated", native="anna")
    ids = {KEYS.person_id(who) for who in (ANA, elsewhere, other)} | {OTHERS.person_id(ANA)}
    assert len(ids) == 4


def test_an_id_is_short_and_says_nothing() -> None:
    assert len(KEYS.person_id(ANA)) == 24
    assert "ana" not in KEYS.person_id(ANA)


def test_what_was_sealed_opens_with_its_key_under_its_name() -> None:
    sealed = KEYS.house.seal(b"words", "session:1")
    assert b"words" not in sealed
    assert KEYS.house.unseal(sealed, "session:1") == b"words"


@pytest.mark.parametrize(
    ("seal", "name", "spoil"),
    [
        (KEYS.house, "session:2", 0),  # moved to another row
        (OTHERS.house, "session:1", 0),  # another house's key
        (KEYS.house, "session:1", 1),  # a bit has tipped over
    ],
)
def test_anything_else_does_not_open(seal: Seal, name: str, spoil: int) -> None:
    sealed = bytearray(KEYS.house.seal(b"words", "session:1"))
    sealed[-1] ^= spoil
    with pytest.raises(StoreDamaged):
        seal.unseal(bytes(sealed), name)


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_what_is_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(StoreDamaged):
        KEYS.house.unseal(KEYS.house.seal(b"words", "x")[:length], "x")


def test_the_same_words_never_look_the_same_twice() -> None:
    assert KEYS.house.seal(b"words", "x") != KEYS.house.seal(b"words", "x")


def test_a_persons_key_opens_for_that_person_only() -> None:
    seal, wrapped = KEYS.cut(PersonId("ana"))
    sealed = seal.seal(b"words", "x")
    assert KEYS.unwrap(PersonId("ana"), wrapped).unseal(sealed, "x") == b"words"
    KEYS.put_away()
    for keys, person in ((KEYS, "bo"), (OTHERS, "ana")):
        with pytest.raises(StoreDamaged):
            keys.unwrap(PersonId(person), wrapped)


def test_what_one_adapter_seals_no_other_opens() -> None:
    sealed = KEYS.vault("matrix").seal(b"token")
    assert KEYS.vault("matrix").unseal(sealed) == b"token"
    for vault in (KEYS.vault("discord"), OTHERS.vault("matrix")):
        with pytest.raises(StoreDamaged):
            vault.unseal(sealed)


def test_a_new_key_is_for_its_owners_eyes_only_and_stays_the_same(tmp_path: Path) -> None:
    first = open_keyring(tmp_path, begun=False).person_id(ANA)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert open_keyring(tmp_path, begun=True).person_id(ANA) == first


def test_a_lost_key_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="missing"):
        open_keyring(tmp_path, begun=True)
    assert not (tmp_path / FILE).exists()


def test_the_key_may_come_from_the_environment_and_then_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, base64.b64encode(bytes(SIZE)).decode())
    assert open_keyring(tmp_path, begun=False).person_id(ANA) == KEYS.person_id(ANA)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", "short", "not base64 at all!", "AAAA", "é"])
def test_a_key_file_that_holds_no_key_is_said_to_be_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(StoreDamaged, match="no master key"):
        open_keyring(tmp_path, begun=True)


def test_what_is_at_hand_counts_only_for_the_very_bytes_of_its_row() -> None:
    ana = Person(id=PersonId("ana"), account=ANA)
    KEYS.remember("person:ana", b"sealed", ana)
    assert KEYS.recall("person:ana", b"sealed") is ana
    assert KEYS.recall("person:ana", b"sealed anew") is None
    assert KEYS.recall("person:bo", b"sealed") is None


def test_what_is_dropped_or_put_away_is_not_at_hand() -> None:
    ana = Person(id=PersonId("ana"), account=ANA)
    KEYS.remember("person:ana", b"sealed", ana)
    KEYS.drop("person:ana")
    assert KEYS.recall("person:ana", b"sealed") is None
    KEYS.remember("person:ana", b"sealed", ana)
    KEYS.put_away()
    assert KEYS.recall("person:ana", b"sealed") is None


def test_no_more_than_so_many_rows_are_at_hand() -> None:
    keys, ana = Keyring(bytes(SIZE)), Person(id=PersonId("ana"), account=ANA)
    for number in range(OPEN * 3):
        keys.remember(f"person:{number}", b"sealed", ana)
    found = [keys.recall(f"person:{number}", b"sealed") for number in range(OPEN * 3)]
    assert 0 < len([one for one in found if one]) <= OPEN
