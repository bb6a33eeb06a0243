"""What is proved about an exercise without running it: each planted mistake is the one found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.script.check import check
from bot.script.finding import Finding

EXERCISES = Path("bot/exercises")
Write = Callable[..., Path]


def findings(folder: Path) -> list[Finding]:
    return check([folder], folder.parent / "text")


def test_an_exercise_without_a_mistake_has_no_finding(write: Write) -> None:
    assert findings(write()) == []


def test_our_own_exercises_have_no_finding() -> None:
    assert check(sorted(EXERCISES.iterdir())) == []


def test_findings_come_sorted_and_once(write: Write, toml: str) -> None:
    broken = toml.replace('then   = "bye"', 'then = "by"').replace('to = "space"', 'to = "spac"')
    found = findings(write(broken))
    assert found == sorted(set(found))
    assert {finding.file for finding in found} == {"tiny/exercise.toml"}


def test_an_unreadable_exercise_is_not_held_against_its_words(write: Write, toml: str) -> None:
    (finding,) = findings(write(toml.replace('"lapse"', '"laps"')))
    assert finding.sentence == "`laps` is not a quiet rule."


ORDER = [  # (what is replaced, by what, step, sentence)
    # paths
    ('first = "invite"', 'first = "invit"', "", "`first` names `invit`, which is no step."),
    ('to = "space" }', 'to = "spcae" }', "invite", "`then` leads to `spcae`, which is no step."),
    ('silent = { writer = "bye" }', 'silent = { writer = "b" }', "read",
     "`silent` leads to `b`, which is no step."),
    ('over = "shrink" }', 'over = "shrnk" }', "write",
     "`over of size` leads to `shrnk`, which is no step."),
    ("[step.bye]", "[step.alone]\n\n[step.bye]", "alone", "No path leads to this step."),
    ('note = { all = "closed" }', 'note = { all = "closed" }\nthen = "bye"', "bye",
     "From here no path leads to an end."),
    (', { to = "silence" }]', "]", "invite", "An answer may fit none of the branches."),
    ('forgets = ["size"]\nthen    = "write"', 'forgets = ["size"]\nthen = "shrink"', "shrink",
     "Nothing holds people in `shrink`, which go round for ever."),
    ('forgets = ["size"]', 'forgets = ["size"]\nlimit = 2', "shrink",
     "`limit` is set, but not what comes after it."),
    ('forgets = ["size"]', 'forgets = ["size"]\nover = "bye"', "shrink",
     "`over` never happens, since there is no `limit`."),
    ('forgets = ["size"]', 'forgets = ["size"]\nundo = "look"', "shrink",
     "There is no time to undo, since nothing waits."),
    # clocks
    ('slow = { soft = "24h", hard = "7d", invite = "72h" }', "", "",
     "`patience` says nothing about the pace `slow`."),
    ("slow = {", 'solo = { soft = "1d", hard = "1d", invite = "1d" }\nslow = {', "",
     "`solo` is not a pace of an exercise for several people."),
    ('soft = "20m"', 'soft = "30d"', "", "The soft limit of `live` comes after its hard limit."),
    ('invite = "24h"', 'invite = "0s"', "", "A limit of `live` is no time at all."),
    ('{ live = "5s" }', '{ live = "5s", solo = "5s" }', "breath",
     "It waits at the pace `solo`, which there is not."),
    ('ask    = "reader"', 'ask = "reader"\nsilent = { reader = "bye" }', "space",
     "`silent` is never used, since silence does not pass."),
    ("silent = { writer", 'silent = { proposer = "bye", writer', "read",
     "`silent` names `proposer`, who is not asked here."),
    ('silent = { writer = "bye" }\nthen   = "bye"', "", "read",
     "Silence passes this step, but leads nowhere."),
    # answers
    ('tells = ["space"]', 'tells = ["space", "spce"]', "write",
     "`tells` names `spce`, which is no question."),
    ('forgets = ["size"]', 'forgets = ["sizes"]', "shrink",
     "`forgets` names `sizes`, which is no question."),
    ('does = ["close-room"]', 'does = ["close-rom"]', "bye",
     "`does` names `close-rom`, which is no effect."),
    ('does = ["close-room"]', 'unless = { full = "read" }', "bye",
     "`unless` names `full`, which is no circumstance."),
    ('show   = ["letter"]', 'show = ["letter", "leter"]', "read",
     "`show` names `leter`, which is no card."),
    ('show   = ["letter"]', 'hands = { writer = "leter" }\nshow = ["letter"]', "read",
     "`hands` names `leter`, which is no card."),
    ('show   = ["letter"]', 'hands = { reader = "letter" }', "read",
     "`reader` would hand over the card `letter`, which is by `writer`."),
    ('show   = ["letter"]', 'hands = { proposer = "letter", writer = "letter" }', "read",
     "`hands` names `proposer`, who is not asked here."),
    ('invite = "yes", to', 'invit = "yes", to', "invite",
     "A branch asks about `invit`, which is no question."),
    ('invite = "yes", to', 'invite = "yess", to', "invite", "`invite` has no choice `yess`."),
    ('skip-if = ["mood"]', 'skip-if = ["moods"]', "write",
     "`skip-if` names `moods`, which is no question."),
    ("[field.load]\n", '[field.load]\nonly-if = "moods"\n', "read",
     "`only-if` names `moods`, which is no question."),
    ('hint = "listener-key"', 'hint = "listner-key"', "space",
     "`hint` names `listner-key`, which is no hint."),
    ('["easy", "heavy"]', '["easy", "heavy"], saves = "zones"', "read",
     "`saves` names `zones`, which is no setting."),
    ('["easy", "heavy"]', '["easy", "heavy"], aside = { heavy = "paus" }', "read",
     "`aside` names `paus`, which is no aside."),
    ('["easy", "heavy"]', '["easy", "heavy"], aside = { hevy = "pause" }', "read",
     "`aside` names `hevy`, which is no choice."),
    ('["easy", "heavy"]', '["easy", "heavy"], most = 3', "read",
     "`load` lets people pick more than there is."),
    ('["easy", "heavy"]', '["easy", "heavy"], more = ["easy"]', "read",
     "`easy` stands among the choices and after `more`."),
    ('["easy", "heavy"]', '["easy", "heavy", "same"]', "read",
     "`same` means something else wherever it is tapped."),
    ('brief = ["2", "3"]', 'brief = ["2", "9"]', "space", "`brief` names `9`, which is no choice."),
    ('brief = ["2", "3"]', 'brief = ["2", "3", "4"]', "space",
     "`brief` of `space` names 3 choices instead of two."),
    ('brief = ["2", "3"]', 'brief = ["2"]', "space",
     "`brief` of `space` names 1 choices instead of two."),
    ('at-most = "space", over = "shrink"', 'at-most = "mood", over = "shrink"', "write",
     "`mood` is no number to stay below."),
    ('"1-8", at-most = "space", over = "shrink"', '"1-8", at-most = "space"', "write",
     "`size` has `at-most` without `over`."),
    ('preview = "letter"', 'preview = "leter"', "look",
     "`preview` names `leter`, which is no card."),
    ('show   = ["letter"]\n', "", "letter", "No step shows this card."),
    ('lines = ["text", "mood"]', 'lines = ["text", "mood", "moods"]', "letter",
     "`lines` names `moods`, which is no question."),
    ('quiet  = "pass"', 'quiet = "pass"\nagree = "easi"', "read",
     "`agree` names `easi`, which is no choice here."),
    # audience
    ('lines = ["text", "mood"]', 'lines = ["text", "mood", "size"]', "letter",
     "The card shows `size` to `reader`, who may not see it."),
    ("skip   = true\n\n[field.size]", 'skip = true\nshown = "nobody"\n\n[field.size]', "letter",
     "The card shows `mood` to `reader`, who may not see it."),
    ('does = ["close-room"]', 'tells = ["load"]', "bye", "Nobody in this step may see `load`."),
    # exits
    ('["easy", "heavy"]', '["easy", "help"]', "read",
    "The choice `help` is called like a word that always works."),
    ('["easy", "heavy"]', '["easy", "pause"]', "read",
     "The choice `pause` is called like a word that always works."),
    # renamed
    ('first = "invite"', 'first = "invite"\nrenamed = { look = "read" }', "renamed",
     "`look` is renamed, but still a step."),
    ('first = "invite"', 'first = "invite"\nrenamed = { old = "raed" }', "renamed",
     "`old` is renamed to `raed`, which is no step."),
]  # fmt: skip


ALSO = {  # what a mistake brings with it
    "`hands` names `proposer`, who is not asked here.": {
        "`proposer` would hand over the card `letter`, which is by `writer`."
    },
    "From here no path leads to an end.": {
        "Nothing holds people in `bye`, which go round for ever."
    },
    "Nothing holds people in `shrink`, which go round for ever.": {
        "From here no path leads to an end."
    },
    "Silence passes this step, but leads nowhere.": {"No path leads to this step."},
    "`lines` names `moods`, which is no question.": {
        "The card line `card-letter-moods` has no words in `en`."
    },
    "The card shows `size` to `reader`, who may not see it.": {
        "The card line `card-letter-size` has no words in `en`."
    },
    "`same` means something else wherever it is tapped.": {
        "The choice `same` has no name in `en`."
    },
    "`size` has `at-most` without `over`.": {"No path leads to this step."},
    "The choice `help` is called like a word that always works.": {
        "The choice `help` has no name in `en`.",
        "`.heavy` of `load` is no choice there.",
    },
    "The choice `pause` is called like a word that always works.": {
        "The choice `pause` has no name in `en`.",
        "`.heavy` of `load` is no choice there.",
    },
}


@pytest.mark.parametrize(("old", "new", "step", "sentence"), ORDER, ids=[bug[3] for bug in ORDER])
def test_a_mistake_in_order_audience_or_time_is_found(  # noqa: PLR0913, PLR0917 - a row of the table
    write: Write, toml: str, old: str, new: str, step: str, sentence: str
) -> None:
    found = findings(write(_changed(toml, old, new)))
    assert {one.sentence for one in found} - ALSO.get(sentence, set()) == {sentence}
    (finding,) = [one for one in found if (one.step, one.sentence) == (step, sentence)]
    assert finding.file == "tiny/exercise.toml"
    assert finding.mend


def _changed(text: str, old: str, new: str) -> str:
    if old == "skip   = true\n\n[field.size]":
        text = text.replace('shown  = ["reader"]\nskip   = true\n\n[field.size]', old)
    assert old in text
    return text.replace(old, new, 1)


WORDS = [  # (what is replaced in the English words, by what, sentence)
    ("title = Tiny share\n", "", "The text `title` has no words in `en`."),
    ("about = One writes, the other reads.\n", "", "The text `about` has no words in `en`."),
    ("closed = This one is finished.\n", "", "The note `closed` has no words in `en`."),
    ("space = How much space do you have?\n", "", "The question `space` has no words in `en`."),
    ("    .heavy = Heavy\n", "", "The choice `heavy` has no name in `en`."),
    ("card-letter = A letter from { $by }\n", "",
     "The heading `card-letter` has no words in `en`."),
    ("card-letter-mood = Mood: { $mood }\n", "",
     "The card line `card-letter-mood` has no words in `en`."),
    ("    .heavy = Heavy", "    .heavy = Heavy\n    .hevy = Heavy",
     "`.hevy` of `load` is no choice there."),
    ("closed = ", "closd = Over.\nclosed = ", "Nothing uses `closd`."),
    ("closed = ", "closed-matrix = Over, { $text }.\nclosed = ",
     "`closed-matrix` is for one platform, and holds what `closed` was checked for."),
    ("closed = ", "closed = Over.\nclosed = ", "`closed` stands here a second time."),
    ("    .good = Good", "    .good = Skip!",
     "The choice `good` is called `Skip!`, a word that always works."),
    # variables
    ("This one is finished.", "This one with { $oter } is finished.",
     "`closed` holds `$oter`, which nobody fills in."),
    ("This one is finished.", "You wrote { $text }",
     "`closed` holds `$text`, which is not for `all` in this step."),
    ("This one is finished.", "{ $felt -> \n    [good] Good.\n   *[other] Done.\n }",
     "`closed` holds `$felt`, which is not for `all` in this step."),
    ("This one is finished.", "{ felt-note }\nfelt-note = It felt { $felt }",
     "`closed` holds `$felt`, which is not for `all` in this step."),
    ("This one is finished.", "{ load.secret }",
     "`closed` refers to `load.secret`, which is not there."),
    ("This one is finished.", "{ -name }", "`closed` refers to `-name`, which is not there."),
    ("    .small = What?", "    .small = What { $mood }?",
     "`.small` of `text` holds `$mood`, which is not for `writer` in this step."),
    ("    .hello = Hello there.", "    .hello = Hello { $other }.",
     "`.hello` of `text` holds `$other`, which nobody fills in."),
    ("load = How was it to hold that?", "load = How was { $text } to hold?",
     "`load` holds `$text`, which is not for `reader` in this step."),
    ("card-letter-text = { $text }", "card-letter-text = { $text } ({ $size })",
     "`card-letter-text` holds `$size`, which is not for its reader in this step."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), WORDS, ids=[bug[2] for bug in WORDS])
def test_a_mistake_in_the_words_is_the_one_that_is_found(
    write: Write, ftl: str, old: str, new: str, sentence: str
) -> None:
    assert old in ftl
    found = findings(write(en=ftl.replace(old, new, 1)))
    assert [finding.sentence for finding in found] == [sentence]
    assert found[0].file.startswith("tiny/en.ftl")


@pytest.mark.parametrize(
    "leak",
    ["Closed, { $felt }.", "{ $felt ->\n   *[good] Zu.\n }", "{ NUMBER($felt) }"],
    ids=["plain", "as a selector", "through a function"],
)
def test_a_translation_cannot_leak_what_english_does_not(
    write: Write, ftl: str, shared: str, leak: str
) -> None:
    german = ftl.replace("This one is finished.", leak)
    (finding,) = findings(write(de=german, shared_de=shared))
    assert finding.file.startswith("tiny/de.ftl:")
    assert finding.sentence == "`closed` holds `$felt`, which is not for `all` in this step."


def test_a_term_may_use_what_it_is_given(write: Write, ftl: str) -> None:
    words = ftl.replace("This one is finished.", '{ -end(form: "long") }')
    term = "-end = { $form ->\n    [long] This one is finished.\n   *[short] Over.\n }\n"
    assert findings(write(en=words + term)) == []


def test_every_language_of_the_shared_words_is_wanted(write: Write, shared: str) -> None:
    (finding,) = findings(write(shared_de=shared))
    assert (finding.file, finding.sentence) == ("tiny/de.ftl", "There are no words in `de`.")


def test_a_word_that_one_language_lacks_is_found_there(write: Write, ftl: str, shared: str) -> None:
    german = ftl.replace("closed = This one is finished.\n", "")
    (finding,) = findings(write(de=german, shared_de=shared.replace("skip = Skip\n", "")))[:1]
    assert finding.sentence in {
        "`skip` has no words.",
        "The note `closed` has no words in `de`.",
    }


def test_fluent_that_cannot_be_read_is_found_with_its_line(write: Write, ftl: str) -> None:
    found = findings(write(en=f"{ftl}\nnot fluent at all\n"))
    assert [one.file for one in found] == [f"tiny/en.ftl:{ftl.count(chr(10)) + 2}"]
    assert found[0].sentence.startswith("This cannot be read: ")


def test_a_choice_may_have_a_shared_name(write: Write, toml: str, ftl: str) -> None:
    easier = toml.replace('["easy", "heavy"]', '["easy", "ok"]')
    assert findings(write(easier, ftl.replace("    .heavy = Heavy\n", ""))) == []


def test_pause_is_a_choice_where_it_opens_a_pause(write: Write, toml: str, ftl: str) -> None:
    paused = toml.replace(
        '["easy", "heavy"]', '["easy", "pause"], aside = { pause = "open-pause" }'
    )
    assert findings(write(paused, ftl.replace(".heavy = Heavy", ".pause = Pause"))) == []


def test_a_question_may_be_put_differently_in_another_step(
    write: Write, toml: str, ftl: str
) -> None:
    words = ftl.replace("text = What happened?", "write-text = Go on.\ntext = What happened?")
    assert findings(write(toml, words)) == []


def test_in_a_solo_exercise_nobody_else_can_be_named(write: Write) -> None:
    solo = """
        roles = ["self"]
        first = "hello"
        [patience]
        solo = { soft = "30d", hard = "30d", invite = "30d" }
        [step.hello]
        ask = "self"
        answer = { choice = ["ok"] }
    """
    words = "title = A\nabout = B\nhello = Hello { $other }\n"
    (finding,) = findings(write(solo, words))
    assert finding.sentence == "`hello` holds `$other`, which nobody fills in."


def test_words_are_read_even_where_the_order_cannot_be(write: Write, toml: str, ftl: str) -> None:
    broken = toml.replace('first = "invite"', "first = 3")
    found = findings(write(broken, ftl.replace("title = ", "title = Do not miss your streak: ")))
    assert any("`first` must be" in one.sentence for one in found)
    assert any("streak" in one.sentence for one in found)
