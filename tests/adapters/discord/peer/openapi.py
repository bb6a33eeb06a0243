"""A second judge: every request and every response against Discord's own OpenAPI document."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.adapters.discord.peer.plain import Json

VARIABLE = "HANDRAIL_DISCORD_OPENAPI"
ROOT = Path(__file__).resolve().parents[4]
USUAL = ROOT.parent / "shared" / "data" / "discord-openapi.json"
BASE = "urn:discord"
PEOPLE_OR_ROLES = ("users", "roles", "user_ids", "role_ids", "applied_tags")
INT32 = 2**31  # ids are greater; numbers of components are not


class Exchange(msgspec.Struct, kw_only=True):
    """One request with its response, as they went over the wire."""

    method: str
    path: str
    query: dict[str, str]
    request: bytes | None  # JSON, also out of a multipart form
    status: int
    response: bytes | None
    faulted: bool = False  # the response is a fault that a test has asked for


def where() -> Path:
    """Where the document should lie."""
    return Path(os.environ.get(VARIABLE) or USUAL)


class Document:
    """Discord's description of its API."""

    def __init__(self, path: Path) -> None:
        self._document: Json = msgspec.json.decode(path.read_bytes())
        resource = Resource.from_contents(self._document, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(BASE, resource)
        self._validators: dict[str, Draft202012Validator] = {}
        self._templates: list[tuple[re.Pattern[str], str]] = [
            (_pattern(each), each) for each in sorted(self._document["paths"])
        ]
        self._templates.sort(key=lambda each: each[1].count("{"))  # "@me" goes before "{user_id}"

    def violations(self, exchange: Exchange) -> Iterator[str]:
        """One sentence for everything in which the two sides left the document."""
        template = self._template(exchange.method, exchange.path)
        if template is None:
            yield f"{exchange.method} {exchange.path}: the document knows no such endpoint"
            return
        operation = self._document["paths"][template][exchange.method.lower()]
        title = f"{exchange.method} {template}"
        for said in self._of_query(template, operation, exchange.query):
            yield f"{title} query: {said}"
        for said in self._of_request(template, operation, exchange):
            yield f"{title} request: {said}"
        for said in self._of_response(template, operation, exchange):
            yield f"{title} response {exchange.status}: {said}"

    def _template(self, method: str, path: str) -> str | None:
        for pattern, template in self._templates:
            if pattern.fullmatch(path) and method.lower() in self._document["paths"][template]:
                return template
        return None

    def _of_query(self, template: str, operation: Json, query: dict[str, str]) -> Iterator[str]:
        listed = [*self._document["paths"][template].get("parameters", [])]
        listed += operation.get("parameters", [])
        known = {each["name"]: each["schema"] for each in listed if each["in"] == "query"}
        for name, value in query.items():
            if name not in known:
                yield f"{name} is not known"
            elif not self._fits(known[name], value):
                yield f"{name} does not fit its schema"

    def _fits(self, schema: Json, value: str) -> bool:
        """A query is text; it may mean a number or a truth."""
        readings: list[object] = [value]
        if value.isdecimal():
            readings.append(int(value))
        if value.lower() in ("0", "1", "true", "false"):
            readings.append(value.lower() in ("1", "true"))
        root = self._document | schema  # so that references find their target
        return any(Draft202012Validator(root).is_valid(reading) for reading in readings)

    def _of_request(self, template: str, operation: Json, exchange: Exchange) -> Iterator[str]:
        described = operation.get("requestBody")
        if exchange.request is None:
            if described and described.get("required"):
                yield "a body is required"
            return
        if not described:
            return  # discord.py sends "{}" in places; Discord does not read it
        steps = (template, exchange.method.lower(), "requestBody", "content", "application/json")
        body = with_text_ids(msgspec.json.decode(exchange.request))
        yield from self._judge(_pointer("paths", *steps, "schema"), body)

    def _of_response(self, template: str, operation: Json, exchange: Exchange) -> Iterator[str]:
        if exchange.faulted:
            return
        described = operation["responses"]
        status = str(exchange.status)
        key = status if status in described else f"{status[0]}XX"
        if key not in described:
            yield "the document knows no such status"
            return
        content = self._followed(described[key]).get("content")
        if (content is None) != (exchange.response is None):
            yield "a body where there is none, or none where there is one"
        elif exchange.response is not None:
            at = described[key].get("$ref", "").removeprefix("#")
            at = at or _pointer("paths", template, exchange.method.lower(), "responses", key)
            at += _pointer("content", "application/json", "schema")
            body = msgspec.json.decode(exchange.response)
            if key == "4XX":  # Discord's codes of single fields are words; the document is wrong
                body.pop("errors", None)
            yield from self._judge(at, body)

    def _followed(self, node: Json) -> Json:
        """What a reference points at."""
        found: Json = self._document
        if "$ref" not in node:
            return node
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return found

    def _judge(self, pointer: str, body: object) -> Iterator[str]:
        if pointer not in self._validators:
            schema = {"$ref": f"{BASE}#{pointer}"}
            self._validators[pointer] = Draft202012Validator(schema, registry=self._registry)
        error = best_match(self._validators[pointer].iter_errors(body))
        if error is not None:
            yield f"{error.json_path}: {error.message[:300]}"


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{\w+\}", "[^/]+", template.replace(".", r"\.")))


def _pointer(*steps: str) -> str:
    """A JSON pointer as the fragment of an address."""
    escaped = (step.replace("~", "~0").replace("/", "~1") for step in steps)
    return "".join("/" + quote(step, safe="~@") for step in escaped)


def with_text_ids(body: Any) -> Any:  # noqa: ANN401 - any JSON
    """The body with its ids as text: discord.py sends numbers, and Discord takes both."""
    if isinstance(body, list):
        return [with_text_ids(each) for each in body]
    if not isinstance(body, dict):
        return body
    return {key: _text_id(key, value) for key, value in body.items()}


def _text_id(key: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
    if key == "id" or key.endswith("_id"):
        return str(value) if isinstance(value, int) and value > INT32 else value
    if key == "attachments" and isinstance(value, list):  # "0" is the first of the files
        return [{**each, "id": str(each.get("id"))} for each in value]
    if key in PEOPLE_OR_ROLES and isinstance(value, list):
        return [str(each) if isinstance(each, int) else with_text_ids(each) for each in value]
    return with_text_ids(value)
