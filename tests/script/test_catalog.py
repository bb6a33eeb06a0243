"""The catalog: a script may be edited while people are in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model.script import Script
from bot.script.catalog import Catalog, GoneStep
from bot.script.read import dump, read
from bot.text.words import Words

Write = Callable[..., Path]


def catalog(today: Script, *older: Script) -> Catalog:
    return Catalog({today.name: today}, {script.digest: dump(script) for script in older})


def words(folder: Path, known: Catalog) -> Words:
    return Words.read([folder], known.renamed(), shared=folder.parent / "text")


def test_todays_script_is_found_by_its_name_and_by_its_digest(write: Write) -> None:
    script = read(write())
    assert catalog(script).current("tiny") == script
    assert catalog(script).by_digest(script.digest) == script
    assert catalog(script).names() == ("tiny",)


def test_a_session_keeps_to_the_version_it_began_with(write: Write, toml: str) -> None:
    old = read(write())
    new = read(write(toml.replace('"20m"', '"30m"')))
    assert catalog(new, old).by_digest(old.digest) == old
    assert catalog(new, old).current("tiny") == new


def test_an_unknown_version_is_a_key_error(write: Write) -> None:
    with pytest.raises(KeyError):
        catalog(read(write())).by_digest("never-was")


def test_only_todays_versions_are_given_to_be_kept(write: Write, toml: str) -> None:
    old = read(write())
    new = read(write(toml.replace('"20m"', '"30m"')))
    assert catalog(new, old).bodies() == {new.digest: dump(new)}


def test_a_change_of_order_and_of_words_is_fine(write: Write, toml: str, ftl: str) -> None:
    old = read(write())
    folder = write(toml.replace('"20m"', '"30m"'), ftl.replace("finished", "over"))
    known = catalog(read(folder), old)
    known.refuse_gone(words(folder, known))


def without_space(toml: str) -> str:
    head, rest = toml.split("[step.space]")
    gone = head + "[step.write]" + rest.split("[step.write]", 1)[1]
    return (
        gone.replace('to = "space"', 'to = "write"')
        .replace('tells = ["space"]', "")
        .replace(', at-most = "space", over = "shrink"', "")
    )


def test_a_step_in_use_may_not_just_go(write: Write, toml: str, ftl: str) -> None:
    old = read(write())
    folder = write(without_space(toml), ftl.replace("space = How much space do you have?\n", ""))
    known = catalog(read(folder), old)
    with pytest.raises(GoneStep, match="people may be in `space`"):
        known.refuse_gone(words(folder, known))


def test_a_step_in_use_may_be_renamed(write: Write, toml: str, ftl: str) -> None:
    old = read(write())
    renamed = toml.replace("[step.space]", "[step.room]").replace('"space"', '"room"')
    spoken = ftl.replace("space = ", "room = ").replace("{ $space }", "{ $room }")
    folder = write(f'renamed = {{ space = "room" }}\n{renamed}', spoken)
    known = catalog(read(folder), old)
    found = words(folder, known)
    known.refuse_gone(found)
    assert found.say(["tiny.room"], "en", {}) == "How much space do you have?"


def test_an_exercise_in_use_may_not_be_removed(write: Write) -> None:
    old, folder = read(write()), write(name="other")
    known = catalog(read(folder), old)
    with pytest.raises(GoneStep, match="`tiny` is in use, but its folder is gone"):
        known.refuse_gone(words(folder, known))


def test_a_version_that_cannot_be_read_is_refused(write: Write) -> None:
    with pytest.raises(GoneStep, match="cannot be read"):
        Catalog({"tiny": read(write())}, {"abc": b"{}"})
