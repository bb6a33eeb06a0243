"""A pytest plugin: a skipped test fails the run. `.ci/run` uses it, so that "green" means all.

At home a test may be skipped, for want of a browser say; where a change is accepted it may not.
One reason is let pass, and is still said loudly: a document of somebody else's, which this
project does not carry and judges by only where it lies at hand.
Use it as `make test ARGS="-p tests.house.no_skips"`.
"""

import pytest

ELSEWHERE = "NO OPENAPI DOCUMENT"  # Discord's own, which this project does not carry


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a success with skipped tests into a failure that says so."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker: its run is counted by the one that started it
        return
    skipped = sum(not _may(one) for one in reporter.stats.get("skipped", ()))
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{skipped} skipped: here that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _may(report: pytest.TestReport) -> bool:
    """Whether the one reason stands there that no set-up of ours could take away."""
    return isinstance(report.longrepr, tuple) and ELSEWHERE in report.longrepr[2]
