"""What the adapter keeps: where people's chats are, and which event is what; nobody's words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.matrix.memory import Away, Memory, Post
from bot.errors import StoreBusy
from tests.adapters.local.house import OneKey

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ARI, BO = "ari:hs.test", "bo:hs.test"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "matrix.db"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    memory = Memory.open(path, OneKey())
    yield memory
    memory.close()


def again(memory: Memory, path: Path) -> Memory:
    """After a restart."""
    memory.close()
    return Memory.open(path, OneKey())


def test_a_stranger_is_known_by_their_id_alone(memory: Memory) -> None:
    assert memory.person(ARI).user == "@ari:hs.test"
    assert memory.whose("!a") == ""


def test_people_and_their_chats_outlive_a_restart(memory: Memory, path: Path) -> None:
    memory.learn(ARI, user="@Ari:hs.test", room="!a", asked=NOW)
    memory = again(memory, path)
    found = memory.person(ARI)
    assert (found.user, found.room, found.asked, memory.whose("!a")) == (
        "@Ari:hs.test",
        "!a",
        NOW,
        ARI,
    )
    memory.close()


def test_a_new_chat_takes_the_place_of_the_old_one(memory: Memory) -> None:
    memory.learn(ARI, room="!a")
    memory.learn(ARI, room="!b")
    assert (memory.whose("!a"), memory.whose("!b")) == ("", ARI)


def test_a_hint_is_counted(memory: Memory, path: Path) -> None:
    assert [memory.told(ARI, "how") for _ in range(2)] == [0, 1]
    memory = again(memory, path)
    assert (memory.told(ARI, "how"), memory.told(BO, "how")) == (2, 0)
    memory.close()


def test_what_stands_behind_a_question_is_found_in_its_order(memory: Memory) -> None:
    memory.posted("q0", ARI, Post(room="!a", event="$0"))
    memory.posted("q1", ARI, Post(room="!a"))
    memory.heard(BO, "!b", "$other")
    memory.heard(ARI, "!a", "$answer")
    memory.posted("q1", ARI, Post(room="!a", event="$1", question=True))
    found = [(one.key, one.post.event, one.post.mine) for one in memory.since("q1")]
    assert found == [("q1", "$1", True), ("", "$answer", False)]
    assert [one.post.event for one in memory.newest(ARI, 2)] == ["$answer", "$1"]


def test_an_event_tells_which_message_it_is(memory: Memory) -> None:
    memory.posted("q1", ARI, Post(room="!a", event="$1", question=True, picks=("ready",)))
    found = memory.at("$1")
    assert found
    assert (found.key, found.post.picks) == ("q1", ("ready",))
    assert memory.at("$2") is None


def test_what_is_to_be_taken_back_is_not_forgotten_by_a_kill(memory: Memory, path: Path) -> None:
    memory.heard(ARI, "!a", "$answer")
    away = Away(room="!a", event="$answer", mine=False, native=ARI)
    memory.put_away(away)
    memory.put_away(away)
    memory = again(memory, path)
    assert memory.away() == away
    memory.is_away(away)
    assert memory.away() is None
    assert memory.at("$answer") is None
    memory.close()


def test_rooms_outlive_a_restart_and_their_end_is_an_end(memory: Memory, path: Path) -> None:
    memory.put_room("room:one", room="!r", alias="x")
    memory.put_room("room:one", alias="", joined=(ARI,))
    memory.posted("card", "room:one", Post(room="!r", event="$c"))
    memory = again(memory, path)
    assert memory.place_of("!r") == "room:one"
    memory.close_room("room:one")
    assert (memory.place_of("!r"), memory.room("room:one"), memory.post("card")) == ("", None, None)
    memory.close()


def test_late_events_are_kept_in_order_and_once(memory: Memory, path: Path) -> None:
    for event in ("$1", "$2", "$1"):
        memory.keep_late(event, "!a", "s", f"source of {event}", NOW)
    memory = again(memory, path)
    assert [one.event_id for one in memory.late()] == ["$1", "$2"]
    memory.drop_late("$1")
    memory.drop_late("$1")
    assert [one.source for one in memory.late()] == ["source of $2"]
    memory.close()


def test_nothing_of_a_forgotten_person_stays(memory: Memory, path: Path) -> None:
    for who, room in ((ARI, "!a"), (BO, "!b")):
        memory.learn(who, room=room)
        memory.heard(who, room, f"$in{room}")
        memory.put_away(Away(room=room, event=f"$away{room}", mine=False, native=who))
        memory.keep_late(f"$late{room}", room, "s", "x", NOW)
    memory.forget(ARI)
    memory.forget(ARI)
    memory = again(memory, path)
    assert (memory.person(ARI).room, memory.person(BO).room) == ("", "!b")
    assert (memory.at("$in!a"), memory.at("$in!b") is None) == (None, False)
    assert [one.room for one in memory.late()] == ["!b"]
    away = memory.away()
    assert away
    assert away.native == BO
    memory.close()


def test_the_file_names_nobody_and_nothing(memory: Memory, path: Path) -> None:
    memory.learn(ARI, user="@Ari:hs.test", room="!canaryroom")
    memory.heard(ARI, "!canaryroom", "$canaryevent")
    memory.posted("q1", ARI, Post(room="!canaryroom", event="$canarypost", picks=("canarypick",)))
    memory.keep_late("$canaryevent", "!canaryroom", "canarysession", "canarysource", NOW)
    memory.put_away(Away(room="!canaryroom", event="$canaryaway", mine=False, native=ARI))
    memory.note("since", "canarytoken")
    memory.close()
    files = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"canary" not in files
    assert b"hs.test" not in files
    assert path.stat().st_mode & 0o777 == 0o600
    memory = Memory.open(path, OneKey())
    assert memory.fact("since") == "canarytoken"
    memory.close()


def test_a_second_process_is_turned_away(memory: Memory, path: Path) -> None:
    memory.learn(ARI, room="!a")
    with pytest.raises(StoreBusy):
        Memory.open(path, OneKey())
