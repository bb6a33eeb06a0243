"""The figures of prompts and of dates beside their goals, in plain words."""

from collections.abc import Iterator, Mapping

from benchmarks.cells import Figures
from benchmarks.report import MEGABYTE, at_least, at_most
from benchmarks.rhythms import RULES


def report_times(asked: Mapping[str, Figures], dates: Figures, stored: int) -> str:
    """A line for each figure. The goals are those of a million people, of whom one in a hundred."""
    return "\n".join(["", *_prompts(asked, stored), "", *_dates(dates)])


def _prompts(asked: Mapping[str, Figures], stored: int) -> Iterator[str]:
    start, due = asked["start"], asked["due"]
    wanted = stored // 100
    yield f"{stored:,} people who want to be asked, of whom {wanted:,} at once:"
    yield at_most("opened, and a first look", _number(start, "seconds"), 2, "s")
    yield at_most("the whole process", _number(start, "bytes") / MEGABYTE, 100, "MB")
    yield at_least("asked", _number(due, "sent"), wanted)
    yield f"        in {_number(due, 'seconds'):.0f} s; a turn alone, half under "
    yield f"        {_number(due, 'quiet_ms'):.1f} ms, meanwhile half under "
    yield f"        {_number(due, 'p50_ms'):.1f} ms, 99 of 100 {_number(due, 'p99_ms'):.1f} ms"
    yield at_most("longest that a turn took meanwhile", _number(due, "worst_ms"), 50, "ms")
    for name, what in {"memory_jobs": "in memory", "stored_jobs": "in SQLite"}.items():
        yield f"APScheduler's own jobs {what}, {stored // 10:,} of them, {stored // 1_000:,} due:"
        yield _beside(asked[name])


def _beside(found: Figures) -> str:
    stall, missed = _number(found, "worst_ms"), _number(found, "missed")
    size = _number(found, "bytes") / MEGABYTE
    return f"        nothing else for {stall:.0f} ms, {missed:.0f} missed, {size:.0f} MB"


def _dates(found: Figures) -> Iterator[str]:
    yield f"local dates around every change of clocks, {_number(found, 'zones'):.0f} zones:"
    for rule in RULES:
        yield f"        {rule}: {_number(found, f'{rule}_dates'):,.0f} dates"
        yield at_most(f"left out, {rule}", _number(found, f"{rule}_skipped"), 0)
        yield at_most(f"met twice, {rule}", _number(found, f"{rule}_doubled"), 0)
    yield f"        CronTrigger alone, daily, {_number(found, 'cron_zones'):.0f} zones: "
    skipped, doubled = _number(found, "cron_skipped"), _number(found, "cron_doubled")
    dates = _number(found, "cron_dates")
    yield f"        {skipped:.0f} left out, {doubled:.0f} twice, of {dates:,.0f}"


def _number(found: Figures, figure: str) -> float:
    return float(found[figure])
