"""Reads parameters as OpenAPI's styles say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, unquote_plus

from pydantic import ValidationError
from starlette.requests import Request

from .invalid import Fault, InvalidRequestError, faults_of
from .media_type import is_json
from .operation import Operation, Parameter

Pairs = list[tuple[str, str]]
Raw = str | list[str] | dict[str, object] | None


def read_parameters(operation: Operation, request: Request, path: Mapping[str, str]) -> dict[str, object]:
    """The arguments of the handler; an optional parameter that is absent is None. `path` holds the raw segments."""
    arguments: dict[str, object] = {}
    faults: list[Fault] = []
    query = _query_pairs(request.scope["query_string"].decode("latin-1"))
    for parameter in operation.parameters:
        raw = _raw(parameter, request, query, path)
        if raw is None:
            if parameter.required:
                faults.append({"in": parameter.place, "name": parameter.name, "detail": "It is required."})
            arguments[parameter.argument] = None
            continue
        try:
            arguments[parameter.argument] = _validate(parameter, raw)
        except ValidationError as error:
            faults.extend(faults_of(error, parameter.place, parameter.name))
    if faults:
        raise InvalidRequestError(400, "The request does not keep to the contract", faults)
    return arguments


def _validate(parameter: Parameter, raw: Raw) -> object:
    if parameter.content is not None and isinstance(raw, str) and is_json(parameter.content):
        return parameter.adapter.validate_json(raw, by_alias=True, by_name=False)
    try:
        return parameter.adapter.validate_python(raw, by_alias=True, by_name=False)
    except ValidationError:
        # Numbers and booleans of a `Literal` are not read from text.
        plain = _plain(raw)
        if plain == raw:
            raise
        try:
            return parameter.adapter.validate_python(plain, by_alias=True, by_name=False)
        except ValidationError:
            pass
        raise


def _plain(raw: object) -> object:
    """Texts that are JSON numbers or booleans as such."""
    if isinstance(raw, list):
        return [_plain(item) for item in raw]
    if isinstance(raw, dict):
        return {key: _plain(value) for key, value in raw.items()}
    is_plain = isinstance(raw, str) and re.fullmatch(r"true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?", raw)
    return json.loads(raw) if is_plain and isinstance(raw, str) else raw


def _raw(parameter: Parameter, request: Request, query: Pairs, path: Mapping[str, str]) -> Raw:
    if parameter.place == "query":
        return _from_pairs(parameter, query)
    if parameter.place == "querystring":
        return unquote(request.scope["query_string"].decode("latin-1")) or None
    if parameter.place == "cookie":
        return _from_pairs(parameter, [(name, unquote(value)) for name, value in request.cookies.items()])
    if parameter.place == "header":
        text = request.headers.get(parameter.name)
        return None if text is None else _from_text(parameter, text, unescape=False)
    segment = path.get(parameter.name)
    return None if segment is None else _from_segment(parameter, segment)


def _from_pairs(parameter: Parameter, pairs: Pairs) -> Raw:
    """The styles of queries and cookies."""
    name = parameter.name
    if parameter.style == "deepObject":
        return _deep(name, pairs)
    values = [value for key, value in pairs if key == name]
    if parameter.content is not None or parameter.shape == "value":
        return values[-1] if values else None
    if parameter.explode:
        return (values or None) if parameter.shape == "list" else dict(pairs) or None
    if not values:
        return None
    delimiter = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}.get(parameter.style, ",")
    return _shaped(parameter, values[-1].split(delimiter))


def _from_segment(parameter: Parameter, segment: str) -> Raw:
    if parameter.style == "label":
        text = segment.removeprefix(".")
        return _from_text(parameter, text.replace(".", ",") if parameter.explode else text)
    if parameter.style != "matrix":
        return _from_text(parameter, segment)
    pairs = [(key, value) for key, _, value in (part.partition("=") for part in segment.removeprefix(";").split(";"))]
    if parameter.explode and parameter.shape == "list":
        return [unquote(value) for _, value in pairs]
    if parameter.explode and parameter.shape == "object":
        return {unquote(key): unquote(value) for key, value in pairs}
    return _from_text(parameter, pairs[0][1])


def _from_text(parameter: Parameter, text: str, unescape: bool = True) -> Raw:
    """The style `simple`, and what others have in common with it."""
    decode = unquote if unescape else str
    if parameter.content is not None or parameter.shape == "value":
        return decode(text)
    return _shaped(parameter, [decode(item.strip()) for item in text.split(",")])


def _shaped(parameter: Parameter, items: list[str]) -> Raw:
    if parameter.shape == "list":
        return items
    if parameter.explode:
        return {key: value for key, _, value in (item.partition("=") for item in items)}
    return dict(zip(items[::2], items[1::2], strict=False))


def _deep(name: str, pairs: Pairs) -> dict[str, object] | None:
    """`filter[owner][name]=x`; a name that repeats is a list."""
    found: dict[str, object] = {}
    for key, value in pairs:
        if not key.startswith(f"{name}["):
            continue
        steps = re.findall(r"\[([^\]]*)\]", key)
        at = found
        for step in steps[:-1]:
            inner = at.setdefault(step, {})
            if not isinstance(inner, dict):
                break
            at = inner
        last = steps[-1] if steps else ""
        known = at.get(last)
        at[last] = value if known is None else [*(known if isinstance(known, list) else [known]), value]
    return found or None


def _query_pairs(query: str) -> Pairs:
    parts: Iterable[tuple[str, str, str]] = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in parts]
