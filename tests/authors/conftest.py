"""Folders with private exercises, as an author would have them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.verbs.exercise import begin

Begin = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder with private exercises."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


@pytest.fixture
def evening(home: Path) -> Path:
    """A private exercise for one."""
    return begin("evening", home)


@pytest.fixture
def one_line(home: Path) -> Path:
    """A private exercise for two."""
    return begin("one-line", home, paired=True)


@pytest.fixture
def settings(home: Path) -> Path:
    """A file with settings that name the folder."""
    file = home.parent / "config.toml"
    file.write_text('[exercises]\ncontent_dirs = ["mine"]\n', encoding="utf-8")
    return file
