"""Reading an exercise: strictly, and with every mistake at once."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.model.script import Branch, Script
from bot.script.finding import BadScript, Finding
from bot.script.read import dump, load, read, read_all

EXERCISES = Path("bot/exercises")
Write = Callable[..., Path]


def mistakes(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(BadScript) as bad:
        read(folder)
    return bad.value.findings


def test_an_exercise_is_named_after_its_folder(write: Write) -> None:
    assert read(write(name="tiny")).name == "tiny"


def test_a_step_with_one_question_names_it_after_itself(write: Write) -> None:
    (field,) = read(write()).steps["space"].ask["reader"]
    assert (field.name, field.shown) == ("space", ("writer",))


def test_a_scale_has_its_numbers_as_choices(write: Write) -> None:
    (field,) = read(write()).steps["space"].ask["reader"]
    assert (field.choices, field.more) == (("1", "2", "3", "4", "5", "6"), ("7", "8"))


def test_a_question_may_be_named_otherwise_by_as(write: Write, toml: str) -> None:
    named = toml.replace('choice = ["yes", "no"] }', 'choice = ["yes", "no"], as = "start" }')
    (field,) = (
        read(write(named.replace('invite = "yes"', 'start = "yes"'))).steps["invite"].ask["invited"]
    )
    assert field.name == "start"


def test_all_and_nobody_are_spelled_out(write: Write, toml: str) -> None:
    everybody = read(write(toml.replace('shown  = ["writer"]', 'shown = "all"')))
    nobody = read(write(toml.replace('shown  = ["writer"]', 'shown = "nobody"')))
    assert everybody.fields()["space"][1].shown == ("writer", "reader")
    assert nobody.fields()["space"][1].shown == ()


def test_a_preview_without_choices_has_the_usual_four(write: Write, toml: str) -> None:
    usual = toml.replace(', choice = ["send", "edit", "keep"]', "")
    (field,) = read(write(usual)).steps["look"].ask["writer"]
    assert field.choices == ("send", "edit", "smaller", "keep")


def test_branches_keep_their_order(write: Write) -> None:
    assert read(write()).steps["invite"].then == (
        Branch(to="space", field="invite", equals="yes"),
        Branch(to="silence"),
    )


def test_durations_have_four_units(write: Write) -> None:
    script = read(write())
    assert script.patience["live"].soft == timedelta(minutes=20)
    assert script.patience["slow"].hard == timedelta(days=7)
    assert script.steps["breath"].wait == {"live": timedelta(seconds=5)}


def test_comments_spacing_and_order_do_not_change_the_digest(write: Write, toml: str) -> None:
    before = read(write()).digest
    head, steps = toml.split("[step.invite]")
    first, rest = steps.split("[step.space]")
    turned = f"# new\n{head}[step.space]{rest}\n[step.invite]\n{first}".replace(" = ", "  =  ")
    assert read(write(turned)).digest == before


def test_any_change_of_meaning_changes_the_digest(write: Write, toml: str) -> None:
    before = read(write()).digest
    assert read(write(toml.replace('"20m"', '"21m"'))).digest != before
    assert read(write(name="other")).digest != before


def test_what_is_dumped_loads_as_the_same_script(write: Write) -> None:
    script = read(write())
    assert load(dump(script)) == script


@pytest.mark.parametrize("folder", sorted(EXERCISES.iterdir()), ids=lambda path: path.name)
def test_our_own_exercises_survive_the_round_trip(folder: Path) -> None:
    script = read(folder)
    assert load(dump(script)) == script
    assert list(load(dump(script)).steps) == list(script.steps)


def test_the_mistakes_of_all_folders_come_at_once(write: Write, toml: str) -> None:
    folders = [write("nonsense = 1", name="one"), write(f"{toml}\nnonsense = 1", name="two")]
    with pytest.raises(BadScript) as bad:
        read_all(folders)
    assert {finding.file for finding in bad.value.findings} == {
        "one/exercise.toml",
        "two/exercise.toml",
    }


def test_every_exercise_is_found_by_its_name(write: Write) -> None:
    scripts: dict[str, Script] = read_all([write(name="one"), write(name="two")])
    assert list(scripts) == ["one", "two"]


def test_broken_toml_is_one_mistake_with_its_line(write: Write) -> None:
    (finding,) = mistakes(write('roles = ["a"\nfirst = '))
    assert "line 2" in finding.sentence


def test_a_missing_file_is_one_mistake(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (finding,) = mistakes(tmp_path / "empty")
    assert finding.sentence == "The file is missing."


def test_an_empty_file_says_all_that_it_needs(write: Write) -> None:
    sentences = {finding.sentence for finding in mistakes(write(""))}
    needed = ("first", "patience", "roles", "step")
    assert sentences == {f"An exercise needs `{key}`." for key in needed}


PLANTED = [
    # (what is replaced, by what, step, sentence, part of the mend)
    ("first = ", "frist = 1\nfirst = ", "", "`frist` is not a key of an exercise.", "`first`"),
    ('quiet  = "lapse"', 'quite = "lapse"', "invite", "`quite` is not a key of a step.", "`quiet`"),
    ('"lapse"', '"laps"', "invite", "`laps` is not a quiet rule.", "`lapse`"),
    ('ask    = "reader"', 'ask = "raeder"', "space", "Nobody has the role `raeder`.", "`reader`"),
    ('["writer"]\nthen', '["writr"]\nthen', "space", "Nobody has the role `writr`.", "`writer`"),
    ("{ all =", "{ al =", "bye", "Nobody has the role `al`.", "`all`"),
    ("silent = { writer", "silent = { w", "read", "Nobody has the role `w`.", "`writer`"),
    ('by    = "writer"', 'by = "me"', "letter", "Nobody has the role `me`.", "There is"),
    ('answer = { scale = "1-6",', "answer = {", "space", "`answer` has no kind.", "There is"),
    ('{ choice = ["yes"', '{ chioce = ["yes"', "invite", "`answer` has no kind.", "`choice`"),
    (
        '{ choice = ["easy", "heavy"] }',
        '{ choice = ["easy", "heavy"], words = 3 }',
        "load",
        "`answer` has 2 kinds: `choice`, `words`.",
        "Keep one",
    ),
    ('"1-6"', '"six"', "space", "`six` is not a scale.", "1-6"),
    ('"1-6"', '"6-1"', "space", "`6-1` is not a scale.", "1-6"),
    ("words = 300", "words = 3000", "text", "`words = 3000` is too long for one message.", "1500"),
    ("words = 300", 'words = "many"', "text", "`words` must be a whole number from 1.",
     "words = 3"),
    (
        'brief = ["hello"]',
        'brief = ["hello"], own = true',
        "text",
        "`own` is not a key of `answer` of the kind `words`.",
        "",
    ),
    ('"yes", "no"]', '"yes", "no", "yes"]', "invite", "`choice` says `yes` twice.", "Leave one"),
    ('"easy", "heavy"]', '"easy", "Very heavy"]', "load", "`Very heavy` cannot be a name.",
     "dashes"),
    ('"20m"', '"20 min"', "live", "`20 min` is not a duration.", '"5s"'),
    ('{ live = "5s"', '{ lively = "5s"', "breath", "`lively` is not a pace.", "`live`"),
    ("live = { soft", "live2 = { soft", "live2", "`live2` is not a pace.", "`live`"),
    (', invite = "24h"', "", "live", "Patience needs `invite`.", "24h"),
    ('"text", "mood", "size"]', '"txt", "text", "mood", "size"]', "write",
     "There is no question `txt`.", "`text`"),
    ('"text", "mood", "size"]', '"text", "size"]', "mood", "Nobody is ever asked this.", "ask"),
    ("[field.load]", '[field.space]\nanswer = { choice = ["a"] }\n[field.load]', "space",
     "`space` is described here and in `[field.space]`.", "Keep one"),
    ("note    = { writer", 'answer = { choice = ["a"] }\nnote    = { writer', "shrink",
     "`answer` stands in a step that asks nobody.", "ask"),
    ('answer = { choice = ["good", "bad"] }\n', "", "felt", "The question has no `answer`.", ""),
    (', { to = "silence" }]', ', { goto = "silence" }]', "invite", "A branch leads nowhere.",
     "`to`"),
    ('invite = "yes", to', 'invite = "yes", no = "x", to', "invite",
     "A branch has two conditions: `invite`, `no`.", "Keep one"),
    ('[{ invite = "yes", to = "space" }, { to = "silence" }]',
     '[{ to = "silence" }, { invite = "yes", to = "space" }]', "invite",
     "The branch to `silence` fits always, so those after it are never taken.", "last"),
    ('then   = "write"', "then = 3", "space",
     "`then` must be a step or a list of branches.", ""),
    ("skip   = true\n\n[field.size]", 'skip = "yes"\n\n[field.size]', "mood",
     "`skip` must be `true` or `false`.", ""),
    ('forgets = ["size"]', "forgets = 5", "shrink", "`forgets` must be a list of names.", ""),
    ("forgets = ", "limit = -1\nforgets = ", "shrink", "`limit` must be a whole number from 1.",
     ""),
    ('by    = "writer"\n', "", "letter", "A card needs `by`.", "by"),
    ('undo = "look"', 'undo = ["look"]', "breath", "`undo` must be one name in quotes.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "step", "sentence", "mend"), PLANTED, ids=[bug[3] for bug in PLANTED]
)
def test_a_planted_mistake_is_found(  # noqa: PLR0913, PLR0917 - a row of the table
    write: Write, toml: str, old: str, new: str, step: str, sentence: str, mend: str
) -> None:
    assert old in toml
    findings = mistakes(write(toml.replace(old, new, 1)))
    found = [finding for finding in findings if finding.sentence == sentence]
    assert found, findings
    assert found[0].step == step
    assert mend in found[0].mend
    assert found[0].file == "tiny/exercise.toml"


def test_silence_cannot_be_a_step(write: Write, toml: str) -> None:
    (finding,) = mistakes(write(f"{toml}\n[step.silence]\n"))
    assert finding.sentence == "A step cannot be called `silence`."


def test_two_mistakes_are_two_findings_sorted_by_step(write: Write, toml: str) -> None:
    broken = toml.replace('"5s"', '"5"').replace('"lapse"', '"laps"')
    assert [finding.step for finding in mistakes(write(broken))] == ["breath", "invite"]
