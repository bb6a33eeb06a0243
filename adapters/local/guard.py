"""Who may speak to the page's server: this machine's own browser, with the token, from our page.

- Host must be loopback: a name that was re-pointed at 127.0.0.1 is turned away.
- The token comes once in the address, is changed for a cookie that scripts cannot read and
  that other sites' requests do not carry, and the address is cleaned by a redirect.
- Whatever changes something must be a POST of JSON whose Origin is this very page.
- Every answer, of whatever status, forbids everything that the page does not need.

What was asked, typed or sent is in no log: an error is its type and its place.
"""

import hmac
import logging
import traceback

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from adapters.local.inbound import Refused
from adapters.local.views import Problem
from bot.errors import HandrailError

log = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
OPEN = "Please open the whole address that handrail shows. It ends in a token."
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Checks every request before anything else looks at it."""

    def __init__(self, port: int, token: str) -> None:
        """`port` tells this bench's cookie from that of another one on this machine."""
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._token = token.encode()
        self._cookie = f"handrail-{port}"

    def watch(self, app: web.Application) -> None:
        """Stand at the door of `app`."""
        app.middlewares.append(self._middleware())
        app.on_response_prepare.append(_seal)

    def _middleware(self) -> Middleware:
        @web.middleware
        async def at_the_door(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                return self._let_in(request) or await handler(request)
            except Refused as no:
                return _refusal(request, no)
            except web.HTTPException as no:
                return problem("too-large" if no.status == 413 else "not-found", no.status)  # noqa: PLR2004 - the standard number
            except HandrailError:
                return problem("unavailable", 503)
            except Exception as bug:  # noqa: BLE001  # its text may hold words; its place does not
                log.error("a request failed: %s", _place_of(bug))  # noqa: TRY400  # as above
                return problem("went-wrong", 500)

        return at_the_door

    def _let_in(self, request: web.Request) -> web.Response | None:
        """None to go on; the redirect where the token was in the address. Raises `Refused`."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            raise Refused("not-here", 403)
        if request.method == "GET" and request.path == "/" and "token" in request.query:
            return self._change_token(request.query["token"])
        if not self._fits(request.cookies.get(self._cookie, "")):
            raise Refused("no-token", 403)
        if request.method not in {"GET", "HEAD"}:
            _check_post(request)
        return None

    def _change_token(self, token: str) -> web.Response:
        if not self._fits(token):
            raise Refused("no-token", 403)
        answer = web.Response(status=303, headers={"Location": "/"})
        answer.set_cookie(self._cookie, token, httponly=True, samesite="Strict", path="/")
        return answer

    def _fits(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(errors="replace"), self._token)


def _refusal(request: web.Request, no: Refused) -> web.Response:
    """For a script its code; for somebody who opened the address without its token, a sentence."""
    if request.path == "/" and request.method == "GET":
        return web.Response(text=OPEN, status=no.status)
    return problem(no.code, no.status)


def problem(code: str, status: int) -> web.Response:
    """A refusal as JSON; the page has a kind sentence for each code."""
    body = msgspec.json.encode(Problem(problem=code))
    return web.Response(body=body, status=status, content_type="application/json")


def _check_post(request: web.Request) -> None:
    if request.headers.get("Origin", "").lower() != f"http://{request.host.lower()}":
        raise Refused("not-here", 403)
    if request.content_type != "application/json":
        raise Refused("not-understood", 415)


async def _seal(_: web.Request, answer: web.StreamResponse) -> None:
    answer.headers.update(HEADERS)
    answer.headers.popall("Server", None)


def _place_of(bug: BaseException) -> str:
    """Type, file and line; never the message, which may hold what somebody wrote."""
    frames = traceback.extract_tb(bug.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "nowhere"
    return f"{type(bug).__name__} at {where}"
