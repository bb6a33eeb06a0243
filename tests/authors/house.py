"""A house of people who have private exercises beside those that ship."""

from pathlib import Path

from bot import app
from bot.commands.reply import Code
from bot.runtime.router import Router
from bot.script.catalog import Catalog
from bot.text.words import Words
from tests.play import PLATFORM, House, code_of


def house_with(*dirs: Path, code: Code = code_of) -> House:
    """Ari and Bo, and the exercises in these folders."""
    folders = app.exercises(dirs)
    scripts = app.read_scripts(folders)
    catalog = Catalog(scripts)
    words = Words.read(folders, catalog.renamed())
    rooms = frozenset({PLATFORM})
    return House(router=Router(catalog, words, rooms, code, {}, app.commands(scripts)))
