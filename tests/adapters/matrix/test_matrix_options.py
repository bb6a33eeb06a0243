"""What the operator set: who may use the bot, and how it gets in."""

from pathlib import Path

import pytest

from adapters.matrix import options
from adapters.matrix.options import PASSWORD, TOKEN, Options
from bot import config
from bot.errors import BadConfig

FILE, VARIABLE = "from-file", "from-environment"
BOT = {"homeserver": "https://hs.test/", "user": "@bot:hs.test"}


@pytest.mark.parametrize(
    ("allow", "user", "allowed"),
    [
        ((), "@ann:hs.test", True),
        ((), "@ann:other.test", False),
        ((), "@ann:hs.test.evil", False),
        (("*",), "@ann:other.test", True),
        (("@ann:other.test",), "@Ann:other.test", True),
        (("@ann:other.test",), "@bea:other.test", False),
        (("@ann:other.test",), "@bea:hs.test", False),
        ((":other.test", "@bea:hs.test"), "@ann:other.test", True),
        ((":other.test", "@bea:hs.test"), "@bea:hs.test", True),
        ((":test",), "@ann:hs.test", False),
    ],
)
def test_who_may_use_it(allow: tuple[str, ...], user: str, *, allowed: bool) -> None:
    assert Options(user="@bot:hs.test", allow=allow).allows(user) == allowed


def test_the_password_comes_from_the_environment_then_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{FILE}\n")
    given = options.read(BOT | {"password_file": str(file)})
    assert options.access(given, {}).password == FILE
    assert options.access(given, {PASSWORD: VARIABLE}).password == VARIABLE
    assert options.access(given, {}).homeserver == "https://hs.test"


def test_a_token_is_a_way_in_too(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("t\n")
    given = options.read(BOT | {"token_file": str(file), "device": "DEV"})
    found = options.access(given, {})
    assert (found.token, found.device, found.password) == ("t", "DEV", "")
    assert options.access(options.read(BOT), {TOKEN: VARIABLE}).token == VARIABLE
    assert "t" not in repr(found).removeprefix("<access>")


@pytest.mark.parametrize("lacking", ["homeserver", "user"])
def test_an_account_has_two_parts(lacking: str) -> None:
    with pytest.raises(BadConfig, match=r"matrix\.homeserver and matrix\.user"):
        options.read({name: value for name, value in BOT.items() if name != lacking})


def test_without_a_way_in_it_is_said_what_to_set() -> None:
    with pytest.raises(BadConfig, match=r"matrix\.password_file or matrix\.token_file"):
        options.access(options.read(BOT), {})


@pytest.mark.parametrize(("content", "told"), [(None, "cannot be read"), (" \n", "is empty")])
def test_a_file_without_a_secret_is_said(tmp_path: Path, content: str | None, told: str) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_text(content)
    with pytest.raises(BadConfig, match=told):
        options.access(options.read(BOT | {"password_file": str(file)}), {})


def settings(tmp_path: Path, text: str) -> config.Settings:
    path = tmp_path / "config.toml"
    path.write_text(f"[matrix]\n{text}")
    return config.load(path)


ACCOUNT = 'homeserver = "https://hs.test"\nuser = "@bot:hs.test"\n'


def test_it_is_served_where_there_is_a_way_in(tmp_path: Path) -> None:
    with_file = settings(tmp_path, ACCOUNT + 'password_file = "p"')
    assert with_file.served({}) == ("matrix",)
    assert with_file.options("matrix")["password_file"] == str(tmp_path / "p")
    without = settings(tmp_path, ACCOUNT)
    assert without.served({}) == without.served({TOKEN: "x"}) == ("matrix",)
    assert config.Settings().served({TOKEN: "x"}) == ()


def test_the_settings_of_the_file_are_options_of_the_adapter(tmp_path: Path) -> None:
    given = settings(tmp_path, ACCOUNT + 'allow = ["*", ":a.test", "@b:c.test"]\npolls = true')
    assert options.read(given.options("matrix")).polls


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = 'homeserver = "hs.test"\nallow = ["ann"]\ndevice = "a b"\npolls = "no"'
    with pytest.raises(BadConfig) as caught:
        settings(tmp_path, text)
    assert str(caught.value).splitlines()[1:] == [
        "- matrix.homeserver must be an address that begins with https://, or empty.",
        '- matrix.allow must be a list of "@name:server", ":server" or "*".',
        "- matrix.device must be a name without spaces, in quotes, or empty.",
        "- matrix.polls must be true or false.",
        "- matrix.user is missing: an account on Matrix needs both of them.",
    ]
