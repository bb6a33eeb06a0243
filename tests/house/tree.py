"""The files that make up this project, for tests that read all of them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*suffixes: str) -> list[Path]:
    """Every file that is committed or about to be, relative to the root, sorted.

    With suffixes, only those. Outside a git checkout: everything that is not hidden.
    """
    found = (path for path in _tracked() or _visible() if (ROOT / path).is_file())
    return sorted(path for path in found if not suffixes or path.suffix in suffixes)


def text(path: Path) -> str:
    """What the file says."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def lines(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Every line of those files, with its place as "path:number"."""
    for path in files(*suffixes):
        for number, line in enumerate(text(path).splitlines(), start=1):
            yield f"{path}:{number}", line


def _tracked() -> list[Path]:
    """What git knows or would add; empty where there is no git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [Path(name) for name in listed.stdout.split("\0") if name]


def _visible() -> list[Path]:
    """What an unpacked archive holds, without caches and environments."""
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return [path for path in paths if not any(part.startswith((".", "_")) for part in path.parts)]
