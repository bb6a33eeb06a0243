"""Rate limits: a window for each route and place, told in headers, and a 429 beyond it."""

import hashlib
from dataclasses import dataclass

from tests.adapters.discord.peer.clock import Clock
from tests.adapters.discord.peer.plain import Json

ROOMY = (10_000, 1.0)  # requests, seconds: so much that a test does not wait for it
GLOBAL = "global"
EXEMPT = "/interactions/"  # answers to interactions do not count against the whole


@dataclass
class Window:
    """What is left of one bucket."""

    left: int
    ends: float  # ms


class Limits:
    """The limits of all routes. They are roomy until a test asks for real ones."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.clear()

    def clear(self) -> None:
        """Roomy again."""
        self._rules: dict[str, tuple[int, float]] = {}
        self._windows: dict[str, Window] = {}

    def rule(self, route: str, count: int, seconds: float) -> None:
        """`route` is "POST /channels/{channel_id}/messages", or "global"."""
        self._rules[route] = (count, seconds)
        self._windows.clear()

    def take(self, route: str, major: str) -> tuple[dict[str, str], Json | None]:
        """The headers of the answer, and the body of a 429 when there is nothing left."""
        if GLOBAL in self._rules and EXEMPT not in route:
            window, refused = self._draw(GLOBAL, GLOBAL)
            if refused:
                wait = self._wait(window)
                return self._refusal(wait, {"X-RateLimit-Global": "true"}, scope=GLOBAL)
        window, refused = self._draw(route, f"{route} {major}")
        headers = self._headers(route, window)
        if refused:
            return self._refusal(self._wait(window), headers, scope="user")
        return headers, None

    def _draw(self, route: str, key: str) -> tuple[Window, bool]:
        """One request out of a window; True when it was empty."""
        count, seconds = self._rules.get(route, ROOMY)
        window = self._windows.get(key)
        if window is None or window.ends <= self._clock.now():
            window = self._windows[key] = Window(count, self._clock.now() + seconds * 1000)
        refused = window.left == 0
        window.left = max(0, window.left - 1)
        return window, refused

    def _wait(self, window: Window) -> float:
        return max(0.001, (window.ends - self._clock.now()) / 1000)

    def _headers(self, route: str, window: Window) -> dict[str, str]:
        count, _ = self._rules.get(route, ROOMY)
        return {
            "X-RateLimit-Limit": str(count),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset": f"{window.ends / 1000:.3f}",
            "X-RateLimit-Reset-After": f"{self._wait(window):.3f}",
            "X-RateLimit-Bucket": hashlib.sha256(route.encode()).hexdigest()[:32],
        }

    def _refusal(
        self, wait: float, headers: dict[str, str], scope: str
    ) -> tuple[dict[str, str], Json]:
        body = refusal_body(wait, everywhere=scope == GLOBAL)
        return headers | {"Retry-After": str(int(wait) + 1), "X-RateLimit-Scope": scope}, body


def refusal_body(wait: float, *, everywhere: bool) -> Json:
    """What a 429 says."""
    return {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": round(wait, 3),
        "global": everywhere,
    }
