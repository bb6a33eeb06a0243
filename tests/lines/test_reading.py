"""Reading a file of help lines: what is right counts, and every mistake is named at once."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.care.lines.reading import Reading, read
from bot.model.helpline import LONGEST
from tests.lines.entries import GOOD


def reading(text: str) -> Reading:
    return read(text.encode(), "own.toml")


def mistakes(text: str) -> list[str]:
    return list(reading(text).mistakes)


def test_an_entry_is_what_the_file_says() -> None:
    (line,) = reading(GOOD).lines
    assert (line.country, line.name, line.topics) == ("DE", "Hilfe", ("suicide",))
    assert (line.phone, line.sms, line.hours) == ("116 123", "", "")
    assert str(line.expires_on) == "2027-05-21"


def test_the_file_may_let_its_entries_expire_sooner() -> None:
    (line,) = reading(GOOD.replace("schema = 1", "schema = 1\nexpires_after_days = 30")).lines
    assert str(line.expires_on) == "2026-12-22"


def test_an_entry_may_expire_sooner_than_its_file() -> None:
    (line,) = reading(GOOD + "expires_after_days = 7\n").lines
    assert str(line.expires_on) == "2026-11-29"


def test_all_mistakes_are_named_at_once_each_with_its_entry_and_field() -> None:
    text = """
        [meta]
        schema = 2
        expires_after_days = 181
        [surprise]
        [[line]]
        country = "UK"
        name = "Help"
        topics = ["sadness"]
        fone = "123"
        chat_url = "http://example.org"
        source_urls = []
        seen_on = "May"
        verified_on = "soon"
        expires_after_days = 181
        [[line]]
    """
    assert [mistake.partition(": ")[0] for mistake in mistakes(text)] == [
        "own.toml, [meta], schema",
        "own.toml, [meta], expires_after_days",
        "own.toml, [surprise]",
        *(f'own.toml, UK "Help", {field}' for field in WRONG),
        *(f"own.toml, entry 2, {field}" for field in NEEDED),
    ]


WRONG = (
    *("fone", "country", "topics", "chat_url", "source_urls", "seen_on"),
    *("verified_on", "verified_by", "expires_after_days"),
)
NEEDED = ("country", "name", "topics", "source_urls", "verified_on", "verified_by", "phone")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("phone", "fone", "is no field; did you mean phone"),
        ('"DE"', '"UK"', 'must be two capital letters of ISO 3166, such as "DE";'),
        ("2026-11-22", '"soon"', "must be a day such as 2026-11-22, without quotes"),
        ("phone = ", "note = ", "is missing, and so are sms and chat_url; one of them is needed"),
        ('verified_by = "ada"', "", "is missing; it must be one line of text"),
    ],
)
def test_a_mistake_says_what_is_wanted(old: str, new: str, said: str) -> None:
    assert said in mistakes(GOOD.replace(old, new))[0]


def test_an_entry_with_a_mistake_does_not_spoil_the_others() -> None:
    bad = GOOD.partition("[[line]]")[2].replace("Hilfe", "Bad").replace("116 123", "call us")
    found = reading(f"{GOOD}\n[[line]]{bad}")
    assert [line.name for line in found.lines] == ["Hilfe"]
    assert found.spoiled == {("DE", "bad")}
    assert len(found.mistakes) == 1


@pytest.mark.parametrize("phone", ["116 123", "0800-2000", "+49 30 1", "(02) 9", "*120#", "1800 7"])
def test_numbers_are_taken_as_people_dial_them(phone: str) -> None:
    assert mistakes(GOOD.replace("116 123", phone)) == []


@pytest.mark.parametrize("phone", ["", "call 116", "116\\u0000", "116 123 or 0800 111 0 111 111"])
def test_what_cannot_be_dialled_is_no_number(phone: str) -> None:
    (only,) = mistakes(GOOD.replace("116 123", phone))
    assert only.endswith("phone: must be a number in quotes, as it is dialled inside the country.")


def test_what_stands_in_a_wrong_field_is_not_repeated() -> None:
    assert "canary" not in " ".join(mistakes(GOOD.replace("116 123", "canary")))


def test_an_entry_that_stands_there_twice_is_said() -> None:
    entry = GOOD.partition("[[line]]")[2].replace("Hilfe", "HILFE")
    assert mistakes(f"{GOOD}\n[[line]]{entry}") == [
        'own.toml, DE "HILFE", name: stands in the file twice.'
    ]


def test_a_file_without_a_schema_is_told_so() -> None:
    found = reading(GOOD.replace("schema = 1", ""))
    assert found.mistakes == ("own.toml, [meta], schema: is missing; it must be 1.",)
    assert [line.expires_after_days for line in found.lines] == [LONGEST]


def test_a_file_that_is_not_toml_is_said_with_its_place() -> None:
    (only,) = mistakes("[meta]\nschema = \n")
    assert only.startswith("own.toml is not TOML: ")
    assert "line 2" in only


def test_a_file_that_is_not_text_is_said() -> None:
    assert read(b"\xff\xfe", "own.toml").mistakes == ("own.toml is not UTF-8 text.",)


def test_one_entry_in_single_brackets_is_told_how_to_be_one_of_many() -> None:
    (only,) = mistakes("[meta]\nschema = 1\n[line]\ncountry = 'DE'")
    assert only == "own.toml, [line]: must be written [[line]], once for each entry."


@given(body=some.binary() | some.text().map(str.encode))
def test_whatever_stands_in_the_file_it_is_taken_or_explained(body: bytes) -> None:
    found = read(body, "own.toml")
    assert found.lines == ()
    assert found.mistakes


values = some.none() | some.booleans() | some.integers() | some.text() | some.lists(some.text())


@given(field=some.sampled_from(["name", "topics", "phone", "verified_on", "x"]), value=values)
def test_whatever_stands_in_a_field_is_taken_or_explained(field: str, value: object) -> None:
    """No value of any kind makes the reading fail in another way than by a sentence."""
    entry = tomllib.loads(GOOD)["line"][0] | {field: value}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", lambda _: {"meta": {"schema": 1}, "line": [entry]})
        found = read(b"", "own.toml")
    assert bool(found.lines) != bool(found.mistakes)
