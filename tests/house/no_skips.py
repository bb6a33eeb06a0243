"""A pytest plugin: a skipped test fails the run. `.ci/run` uses it, so that "green" means all.

At home a test may be skipped, for want of a browser say; where a change is accepted it may not.
Use it as `make test ARGS="-p tests.house.no_skips"`.
"""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a success with skipped tests into a failure that says so."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker: its run is counted by the one that started it
        return
    skipped = len(reporter.stats.get("skipped", ()))
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{skipped} skipped: here that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
