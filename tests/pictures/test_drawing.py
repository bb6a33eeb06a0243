"""The drawing: the same for the same sheet, bounded, readable, and nothing but pixels."""

import subprocess
import sys

import msgspec
import pytest

from bot.model.message import Mark
from bot.model.sheet import Pillar, Sheet, Stripe
from bot.pictures import looks
from bot.pictures.board import Board
from bot.pictures.draw import draw
from tests.pictures.sheets import ENERGY, WORD, chunks, colours, sheet

HEAVIEST = 400_000  # bytes
ODD = (
    "",
    "שלום",
    "مرحبا بالعالم",
    "🌻🏳️‍🌈👩🏽‍🚀",
    "e\u0301" * 90,
    "a\u202eb\u200dc\x07\ud800",
    "\u0301\u0302",
    "W" * 5000,
    "ﷺ" * 40,
    "你好",
)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw(sheet()).data == draw(sheet()).data
    assert draw(sheet()).data != draw(sheet(energies=(2, 4, 2))).data


def test_the_file_holds_pixels_and_no_word() -> None:
    image = draw(sheet())
    assert chunks(image.data) == {b"IHDR", b"IDAT", b"IEND"}
    assert WORD.encode() not in image.data
    assert WORD not in repr(image) + repr(sheet())


def test_what_the_font_does_not_know_is_left_out_and_nothing_breaks() -> None:
    image = draw(sheet(*ODD, title=ODD[3]))
    assert image.width == looks.WIDTH
    assert len(image.data) < HEAVIEST


def test_letters_that_it_lacks_show_as_a_sign_that_there_is_more() -> None:
    pen = Board().text
    assert pen.writable("Ash שלום b") == "Ash … b"
    assert pen.writable("Žižek, Жук, Ωμέγα, mẹ") == "Žižek, Жук, Ωμέγα, mẹ"


def test_an_emoji_is_called_by_its_name() -> None:
    pen = Board().text
    assert pen.writable("🌻") == "(sunflower)"
    assert pen.writable("K. ❤️ 👩🏽‍🚀") == "K. (heavy black heart) (woman)(rocket)"
    assert pen.writable("🇩🇪") == "…"


def test_a_line_never_leaves_the_board() -> None:
    pen = Board().text
    for text in ("W" * 300, "a b " * 300, "one " + "verylongword" * 20):
        lines = pen.lines(text, 200)
        assert 0 < len(lines) <= looks.MOST_LINES
        assert max(map(pen.width, lines)) <= 200
        assert lines[-1].endswith(looks.CUT)


def test_too_much_of_everything_has_an_end() -> None:
    much = sheet(*("words and words " * 60 for _ in range(80)), energies=(1, 5) * 500)
    image = draw(much)
    assert image.height <= looks.TALLEST
    assert len(image.data) < HEAVIEST


def test_nothing_at_all_can_be_drawn_too() -> None:
    empty = Sheet(title="", alt="", stripes=(), levels=ENERGY, pillars=(Pillar(marks=()),))
    assert draw(empty).height < 400


def test_of_many_columns_the_newest_are_drawn() -> None:
    newest = (3,) * looks.MOST_COLUMNS
    assert draw(sheet(energies=(1, 5, *newest))).data == draw(sheet(energies=newest)).data


def test_a_guess_and_a_feeling_differ_in_shape_and_not_only_in_colour() -> None:
    assert _discs(shape="disc")[looks.DISC] > 100
    assert looks.RING not in _discs(shape="disc")
    ring = _discs(shape="ring")
    assert ring[looks.RING] > 100
    assert looks.DISC not in ring


def _discs(shape: str) -> dict[tuple[int, ...], int]:
    mark = msgspec.convert({"at": 2, "shape": shape}, Mark)
    one = Sheet(title="", alt="", stripes=(), levels=ENERGY, pillars=(Pillar(marks=(mark,)),))
    return colours(draw(one).data)


@pytest.mark.parametrize("colour", [looks.INK, looks.SOFT, looks.DISC, looks.RING])
def test_what_is_to_be_read_stands_out_from_the_ground(colour: tuple[int, int, int]) -> None:
    """WCAG's AAA asks for 7 : 1. The ground is the picture's own, so the chat's does not matter."""
    assert (_light(colour) + 0.05) / (_light(looks.GROUND) + 0.05) >= 7


def _light(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_list_has_no_chart() -> None:
    rows = (Stripe(label="Ash", texts=("Safety", "warm, sore")), Stripe(label="K."))
    found = colours(draw(Sheet(title="Your list", alt="", stripes=rows)).data)
    assert looks.DISC not in found
    assert looks.RIM in found


def test_who_asks_for_no_picture_has_no_library_for_it_in_memory() -> None:
    look = "import sys, bot.app, bot.cli, adapters.matrix.adapter, adapters.local.adapter\n"
    look += "import adapters.discord.adapter\n"
    look += (
        "sys.exit(any(name.split('.')[0] in {'PIL', 'fontpkg_noto_sans'} for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", look], check=True)
