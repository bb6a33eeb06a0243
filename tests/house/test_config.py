"""Settings: what the example says is true, and every mistake is named, all at once."""

import contextlib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot import config
from bot.errors import BadConfig
from tests.house import tree

EXAMPLE = Path("config.example.toml")
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts a text into a settings file and says where that is."""

    def at(text: str) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return at


def mistakes(path: Path) -> list[str]:
    """What is said about the settings there, without the heading."""
    with pytest.raises(BadConfig) as caught:
        config.load(path)
    return str(caught.value).splitlines()[1:]


def test_the_example_says_every_setting_with_its_true_default() -> None:
    example = tomllib.loads(tree.text(EXAMPLE))
    assert example == msgspec.json.decode(msgspec.json.encode(config.Settings()))


def test_the_example_explains_every_setting() -> None:
    lines = [line for line in tree.text(EXAMPLE).splitlines() if re.match(r"\w+ =", line)]
    assert lines
    assert all(re.search(r"# \S", line) for line in lines)


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.load(environment={}) == config.Settings(
        store=config.Store(data=str(tmp_path / "data"))
    )


def test_a_file_in_the_working_folder_is_found(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write("[local]\nport = 1234").parent)
    assert config.load(environment={}).local.port == 1234


def test_the_environment_names_a_file(write: Write) -> None:
    path = write("[local]\npeople = ['Ann', 'Bea', 'Cy']")
    found = config.load(environment={config.VARIABLE: str(path)})
    assert found.options("local")["people"] == ("Ann", "Bea", "Cy")


def test_the_data_folder_begins_at_the_file(write: Write) -> None:
    path = write("[store]\ndata = 'deep/down'")
    assert config.load(path).store.data == str(path.parent / "deep/down")


def test_the_command_line_comes_before_the_file(write: Write, tmp_path: Path) -> None:
    assert config.load(write("[store]\ndata = 'x'"), tmp_path).store.data == str(tmp_path)


def test_a_platform_without_settings_gets_none(write: Write) -> None:
    assert config.load(write("")).options("simulated") == {}


def test_all_mistakes_are_named_at_once(write: Write) -> None:
    path = write("""
        surprise = 1
        [stroe]
        [store]
        dta = "x"
        data = ""
        [local]
        port = 65536
        open = "yes"
        people = ["Ari", "ari"]
        [log]
        level = "loud"
    """)
    assert mistakes(path) == [
        "- [surprise] is no section.",
        "- [stroe] is no section. Did you mean [store]?",
        "- store.dta is no setting. Did you mean store.data?",
        "- store.data must be the path of a folder, not using ~.",
        "- local.port must be a whole number from 0 to 65535; 0 takes any free port.",
        "- local.open must be true or false.",
        '- log.level must be "debug", "info", "warning" or "error".',
        "- local.people must not hold a name twice.",
    ]


def test_a_section_that_is_a_value_is_told_how_to_become_one(write: Write) -> None:
    assert mistakes(write("local = 3")) == [
        "- local must be a section: write [local] on a line of its own."
    ]


@pytest.mark.parametrize(
    "people", ["[]", "['Ari']", "'Ari'", "['Ari', '']", "['Ari', 'Bo\\n']", "['Ari', 3]", "0"]
)
def test_people_are_two_names_at_least(write: Write, people: str) -> None:
    (only,) = mistakes(write(f"[local]\npeople = {people}".replace("'", '"')))
    assert only.startswith("- local.people must be a list of two to eight different names")


def test_what_stands_in_a_wrong_setting_is_not_repeated(write: Write) -> None:
    assert "canary" not in " ".join(mistakes(write('[local]\nport = "canary"')))


def test_a_file_that_is_not_toml_is_said_with_its_place(write: Write) -> None:
    with pytest.raises(BadConfig, match=r"are not TOML.*line 2"):
        config.load(write("[local]\nport = \n"))


def test_a_file_that_is_not_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadConfig, match="not UTF-8"):
        config.load(tmp_path / "c.toml")


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadConfig, match="cannot be read"):
        config.load(tmp_path / name)


values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=8,
)
sections = some.sampled_from(["store", "local", "log", "other"])
keys = some.sampled_from(["data", "port", "open", "people", "level", "other"])


@given(written=some.dictionaries(sections, some.dictionaries(keys, values) | values))
def test_whatever_is_written_is_either_taken_or_explained(written: dict[str, object]) -> None:
    """No settings make it fail in any other way than by sentences."""
    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(BadConfig):
        patch.setattr(config, "_read", lambda _path: written)
        config.load(Path("config.toml"))
