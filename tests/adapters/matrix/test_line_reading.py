"""Whatever JSON a homeserver hands over, it is read or left out, and nothing is raised."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.matrix import reading
from adapters.matrix.heard import Membership, Redacted, Written
from adapters.matrix.refusals import NoAnswer, NotMatrix, Refused, TokenRefused, understood
from bot.errors import TryLater

AT = datetime(2026, 5, 1, tzinfo=UTC)
NAMES = some.sampled_from(
    [
        "type",
        "content",
        "sender",
        "event_id",
        "state_key",
        "unsigned",
        "prev_content",
        "membership",
        "body",
        "msgtype",
        "m.relates_to",
        "m.new_content",
        "m.in_reply_to",
        "rel_type",
        "key",
        "redacts",
        "answers",
        "m.poll.response",
        "m.selections",
    ]
)
VALUES = some.sampled_from(
    [
        "m.room.message",
        "m.reaction",
        "m.room.redaction",
        "m.room.member",
        "m.poll.response",
        "m.text",
        "m.replace",
        "join",
        "@ari:hs.test",
        "$event",
    ]
)
anything: some.SearchStrategy[Any] = some.recursive(
    some.one_of(some.none(), some.booleans(), some.integers(), some.text(), VALUES),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(NAMES, inner, max_size=6),
    max_leaves=20,
)
events = some.fixed_dictionaries(
    {"type": VALUES, "sender": VALUES, "event_id": VALUES, "content": anything},
    optional={"state_key": VALUES, "unsigned": anything, "redacts": anything},
)


@given(event=events)
def test_any_event_is_read_or_left_out(event: dict[str, Any]) -> None:
    heard = reading.heard("!room", event, AT, encrypted=False)
    assert heard is None or heard.at == AT
    reading.is_secret(event)


def member(how: str, before: str) -> dict[str, Any]:
    return {
        "type": "m.room.member",
        "event_id": "$1",
        "sender": "@ari:hs.test",
        "state_key": "@ari:hs.test",
        "content": {"membership": how},
        "unsigned": {"prev_content": {"membership": before}},
    }


def test_a_new_name_is_no_coming_or_going() -> None:
    assert reading.heard("!room", member("join", "join"), AT, encrypted=False) is None
    came = reading.heard("!room", member("join", "invite"), AT, encrypted=False)
    assert isinstance(came, Membership)
    assert came.how == "join"


@pytest.mark.parametrize("where", [{"redacts": "$0"}, {"content": {"redacts": "$0"}}])
def test_what_was_taken_back_is_named_by_old_and_new_rooms_in_their_own_way(
    where: dict[str, Any],
) -> None:
    event = {"type": "m.room.redaction", "event_id": "$1", "sender": "@ari:hs.test", **where}
    heard = reading.heard("!room", event, AT, encrypted=False)
    assert isinstance(heard, Redacted)
    assert heard.target == "$0"


def test_a_file_has_no_words() -> None:
    content = {"msgtype": "m.image", "body": "holiday.png"}
    event = {"type": "m.room.message", "event_id": "$1", "sender": "@a:b", "content": content}
    heard = reading.heard("!room", event, AT, encrypted=True)
    assert isinstance(heard, Written)
    assert (heard.msgtype, heard.body) == ("m.image", "")


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (200, None, NotMatrix),
        (200, ["a"], NotMatrix),
        (404, None, NotMatrix),
        (404, {"errcode": "M_NOT_FOUND"}, Refused),
        (403, {"errcode": "M_FORBIDDEN"}, Refused),
        (401, {"flows": []}, Refused),
        (401, {"errcode": "M_UNKNOWN_TOKEN"}, TokenRefused),
        (429, None, TryLater),
        (403, {"errcode": "M_RESOURCE_LIMIT_EXCEEDED"}, TryLater),
        (502, None, NoAnswer),
        (500, {"errcode": "M_UNKNOWN"}, NoAnswer),
    ],
)
def test_every_no_is_one_of_ours(status: int, answer: object, error: type[Exception]) -> None:
    with pytest.raises(error) as no:
        understood(status, answer, {})
    assert type(no.value) is error


def test_how_long_to_wait_is_heard_in_both_ways_of_saying_so() -> None:
    for answer, headers in (({"retry_after_ms": 7000}, {}), (None, {"Retry-After": "7"})):
        with pytest.raises(TryLater) as no:
            understood(429, answer, headers)
        assert no.value.wait == timedelta(seconds=7)
