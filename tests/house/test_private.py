"""Who opens what people wrote. A file that is not on the list may not."""

import re

from tests.house import tree

KEY = re.compile(r"\.(?:open|picks)_for\(")

# path → who reads there, and why it has to be that file
OPENERS = {
    "bot/model/private.py": "the lock itself",
    "bot/engine/answers.py": "the rules: a pick chooses the way, typed text is checked",
    "bot/engine/records/bonds.py": "the rules: what somebody wants with one of their own",
    "bot/engine/records/people.py": "the rules: the order of one's own list",
    "bot/engine/asides.py": "the rules: whether a pause has a length that can be told",
    "bot/engine/asking.py": "the rules: the soft checker, for the writer's own preview",
    "bot/engine/saving.py": "the rules: a person's own answer becomes their own setting",
    "bot/engine/scene.py": "the others of a circle, who are shown the names that were given",
    "bot/commands/sessions.py": "the others of a circle, by the names that were given",
    "bot/engine/taking.py": "the rules: whether an answer opens a pause",
    "bot/engine/gates.py": "the rules: words that may mean danger, and what is not handed on",
    "bot/commands/worry.py": "the rules: words that may mean danger, outside of any question",
    "bot/engine/seats.py": "the proposer, who hands their code over by hand",
    "bot/commands/exporting.py": "the writer's own copy of what they wrote",
    "bot/engine/records/kept.py": "the rules: which of their own words a person is shown next",
    "bot/engine/records/labels.py": "the rules: whether a given name was used before",
    "bot/engine/menus.py": "the rules: which row of the menu was picked",
    "bot/engine/records/mine.py": "the rules: which of their own things a person picked to delete",
    "bot/engine/times/rhythms.py": "the rules: the zone in which a time for two was chosen",
    "bot/engine/times/standing.py": "the rules: opened, not today, or no more",
    "bot/care/guide.py": "the rules: who may see a line, and what it is about",
    "bot/engine/records/guide.py": "the rules: the owner's own line, and what is not handed on",
    "bot/engine/noting.py": "the rules: what of a check-in is tapped, and what is typed",
    "bot/engine/records/practice.py": "the rules: what is in the writer's own answer",
    "bot/engine/records/pictures.py": "the rules: what of their own a person is drawn",
    "bot/runtime/dispatcher.py": "the rules: whom a typed command names, and with which code",
    "bot/runtime/matching.py": "the rules: which choice a typed text names",
    "bot/runtime/router.py": "the rules: whether a typed text is a command",
    "bot/script/explore/acts.py": "the proof: whether the first that is offered was tapped",
    "bot/script/explore/alike.py": "the proof: states that differ in words alone are one state",
    "bot/script/explore/look.py": "the proof that no message holds what its reader may not see",
    "bot/store/crypto.py": "the store, which finds a session by its code",
    "bot/store/codec.py": "the store, which seals it at once",
    "bot/text/words.py": "the one person for whom a message is rendered",
    "adapters/local/server.py": "the writer's own column on the page",
}


def test_only_these_files_open_private_text() -> None:
    found = {
        str(path)
        for path in tree.files(".py")
        if path.parts[0] in {"bot", "adapters"} and KEY.search(tree.text(path))
    }
    assert found - OPENERS.keys() == set(), "say in OPENERS who reads there, or do not open it"
    assert OPENERS.keys() - found == set(), "these no longer open anything: take them off the list"
