"""The plugin that makes CI skip nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tree

SKIPS = "import pytest\n\ndef test_x(): pytest.skip('no browser')\n"
OTHERS = "import pytest\n\ndef test_x(): pytest.skip('NO OPENAPI DOCUMENT: here')\n"
PASSES = "def test_x(): pass\n"


@pytest.mark.parametrize("workers", ["0", "1"])
@pytest.mark.parametrize(("code", "exit_code"), [(SKIPS, 1), (OTHERS, 0), (PASSES, 0)])
def test_a_skipped_test_fails_the_run(
    tmp_path: Path, code: str, exit_code: int, workers: str
) -> None:
    (tmp_path / "test_x.py").write_text(code)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.house.no_skips", "-n", workers]
    done = subprocess.run(
        [*command, "--rootdir", str(tmp_path), "-c", str(tmp_path / "pytest.ini"), str(tmp_path)],
        cwd=tree.ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == exit_code, done.stdout.decode()
