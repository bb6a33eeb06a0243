"""The figures beside their goals, in plain words."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.cells import STORED, TALKS, Figures
from benchmarks.crowd import AT_ONCE, PEOPLE

Round = dict[str, Figures]
MEGABYTE = 1e6
CACHE = 16  # MB that SQLite may keep of the database; it does not grow with what is stored
STEADY = 2  # raw may vary this much between rounds; beyond, the run proves nothing


def report(rounds: Sequence[Round]) -> str:
    """A line for each figure."""
    return "\n".join(
        [*_durability(rounds), "", *_figures(rounds), "", *_discord(rounds), "", *_trust(rounds)]
    )


def _figures(rounds: Sequence[Round]) -> Iterator[str]:
    def of(cell: str, figure: str) -> float:
        return median(_number(each, cell, figure) for each in rounds)

    def against_raw(cell: str, raw: str = "raw") -> float:
        return median(_number(e, raw, "us") / _number(e, cell, "us") for e in rounds)

    yield f"a turn: raw {of('raw', 'us'):.0f} µs, one by one {of('alone', 'us'):.0f} µs, "
    yield f"        {TALKS} at once {of('together', 'us'):.0f} µs"
    yield at_least("one by one, of raw", against_raw("alone"), 0.5)
    yield at_least(f"{TALKS} at once, of raw", against_raw("together"), 4)
    yield at_most("a lone turn, half are under", of("alone", "p50_ms"), 1, "ms")
    yield at_most("a lone turn, 99 of 100 are under", of("alone", "p99_ms"), 5, "ms")
    yield f"with the whole engine: raw {of('whole_raw', 'us'):.0f} µs, one by one "
    whole_alone, whole_together = of("whole_alone", "us"), of("whole_together", "us")
    yield f"        {whole_alone:.0f} µs, {TALKS} at once {whole_together:.0f} µs"
    yield at_least("one by one, whole, of raw", against_raw("whole_alone", "whole_raw"), 0.5)
    yield at_least(f"{TALKS} at once, whole, of raw", against_raw("whole_together", "whole_raw"), 3)
    yield at_most("encryption and matching, of a lone turn", _guards(rounds, "lone_"), 10, "%")
    yield at_most(f"the same of a turn with {TALKS} at once", _guards(rounds), 10, "%")
    slower = of("first", "p50_ms") / of("empty", "p50_ms")
    yield at_most(f"a turn with {STORED:,} stored, of one with {TALKS}", slower, 1.3)
    yield at_most(
        f"opened, and a first reply, with {STORED:,}", of("first", "reply_ms"), 2000, "ms"
    )
    whole = of("first", "bytes") / MEGABYTE
    yield at_most(f"the whole process with {STORED:,} stored", whole, 100, "MB")
    grown = whole - of("empty", "bytes") / MEGABYTE
    yield at_most("of that, idle conversations and SQLite's cache", grown, CACHE, "MB")


def _discord(rounds: Sequence[Round]) -> Iterator[str]:
    """From what people do on the local Discord to its acknowledgement, over the wire."""

    def of(figure: str) -> float:
        return median(_number(each, "crowd", figure) for each in rounds)

    yield f"a slash command to its acknowledgement on Discord, {AT_ONCE} people at once, newcomers:"
    yield f"        half under {of('slash_p50_ms'):.0f} ms, 95 of 100 {of('slash_p95_ms'):.0f} ms,"
    yield f"        {100 * of('slash_peer'):.0f} % of the work was the local Discord's own"
    yield at_most("99 of 100 are under", of("slash_p99_ms"), 50, "ms")
    yield f"        a bot that keeps nothing and only acknowledges: {of('bare_p99_ms'):.0f} ms"
    yield f"{PEOPLE:,} people press a button at once:"
    yield f"        half under {of('click_p50_ms'):.0f} ms, 99 of 100 {of('click_p99_ms'):.0f} ms,"
    yield f"        {100 * of('click_peer'):.0f} % of the work was the local Discord's own"
    fewest = min(_number(each, "crowd", "click_in_time") for each in rounds)
    yield at_least("acknowledged within 3 seconds, in the worst round", fewest, PEOPLE)


def _guards(rounds: Sequence[Round], when: str = "") -> float:
    """What encryption and matching take of a turn, in hundredths."""
    kinds = (f"{when}encryption", f"{when}matching")
    return 100 * median(sum(_number(each, "guards", kind) for kind in kinds) for each in rounds)


def _durability(rounds: Sequence[Round]) -> Iterator[str]:
    """What every cell read back; one line, if they all agree."""
    cells = ("raw", "alone", "together")
    said = {
        f"journal {cell['journal']}, synchronous {cell['synchronous']}, {cell['integrity']}"
        for each in rounds
        for cell in (each[name] for name in cells)
    }
    yield from (
        f"read back from every database, all turns counted: {line}" for line in sorted(said)
    )


def _trust(rounds: Sequence[Round]) -> Iterator[str]:
    raw = [_number(each, "raw", "us") for each in rounds]
    spread = max(raw) / min(raw)
    yield f"raw varied {spread:.1f} times between rounds"
    if spread > STEADY:
        yield "which is too much: this machine was busy, and the run proves nothing"


def _number(each: Round, cell: str, figure: str) -> float:
    return float(each[cell][figure])


def at_least(what: str, figure: float, goal: float) -> str:
    """A figure that is to be as large as its goal."""
    return _line(what, f"{figure:.2f}", f"at least {goal:g}", met=figure >= goal)


def at_most(what: str, figure: float, goal: float, unit: str = "") -> str:
    """A figure that is to be no larger than its goal."""
    return _line(what, f"{figure:.2f} {unit}", f"at most {goal:g} {unit}", met=figure <= goal)


def _line(what: str, figure: str, goal: str, *, met: bool) -> str:
    return f"{what:<52}{figure:>12}   goal {goal:<18}{'meets' if met else 'does not meet'}"
