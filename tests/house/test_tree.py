"""The house keeps its shape: small files, and nothing of any one machine."""

import re
import tomllib
from pathlib import Path

from tests.house import tree

LONGEST = 400  # lines; one idea a file
HERE = Path(__file__).relative_to(tree.ROOT)  # names what it forbids, so it is not searched

OF_A_MACHINE = re.compile(
    r"(?<!\w)/(?:home|root|Users|work|opt)/\w"  # not inside the address of a page
    r"|--(?:extra-)?index-url|--find-links|\bPIP_\w+=|\bUV_\w+="
    r"|https?://[^\s\"']*/(?:simple|packages)/"
    r"|co-authored-by",
    re.IGNORECASE,
)


def test_no_file_of_code_is_longer_than_400_lines() -> None:
    long = {
        str(path): count
        for path in tree.files(".py", ".sql", ".js", ".css", ".html")
        if (count := len(tree.text(path).splitlines())) > LONGEST
    }
    assert not long


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    told = [
        f"{place}: {line.strip()}"
        for place, line in tree.lines()
        if OF_A_MACHINE.search(line) and not place.startswith(str(HERE))
    ]
    assert not told


def test_a_lock_file_holds_names_versions_and_hashes_and_no_address() -> None:
    for path in tree.files(".lock"):
        assert not re.search(r"://|\s@\s|^-", tree.text(path), re.MULTILINE), path


def test_every_locked_version_is_hashed() -> None:
    for path in tree.files(".lock"):
        pinned = re.findall(r"^\S+==.*$", tree.text(path), re.MULTILINE)
        assert pinned
        assert all(line.endswith("\\") for line in pinned), path


def test_tests_run_with_the_versions_that_people_run() -> None:
    runs, tests = (_pins(f"requirements{kind}.lock") for kind in ("", "-dev"))
    assert runs.items() <= tests.items()


def test_everything_the_project_asks_for_is_locked() -> None:
    asked = tomllib.loads(tree.text(Path("pyproject.toml")))["project"]
    names = {re.split(r"[<>=\[]", line)[0] for line in asked["dependencies"]}
    assert {re.sub(r"[._]", "-", name.lower()) for name in names} <= _pins(
        "requirements.lock"
    ).keys()


def _pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+)==(\S+)", tree.text(Path(lock)), re.MULTILINE))
