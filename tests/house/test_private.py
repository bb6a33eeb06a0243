"""Who opens what people wrote. A file that is not on the list may not."""

import re

from tests.house import tree

KEY = re.compile(r"\.(?:open|picks)_for\(")

# path → who reads there, and why it has to be that file
OPENERS = {
    "bot/model/private.py": "the lock itself",
}


def test_only_these_files_open_private_text() -> None:
    found = {
        str(path)
        for path in tree.files(".py")
        if path.parts[0] in {"bot", "adapters"} and KEY.search(tree.text(path))
    }
    assert found - OPENERS.keys() == set(), "say in OPENERS who reads there, or do not open it"
    assert OPENERS.keys() - found == set(), "these no longer open anything: take them off the list"
