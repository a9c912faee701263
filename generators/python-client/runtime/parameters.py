"""Writes parameters into their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import PydanticSerializationError, to_jsonable_python

from .errors import InputError
from .escape import escape_all, escape_some
from .form import write_form
from .media_type import is_form, is_json
from .operation import Operation, Parameter
from .style import StyleRules, text_of, write_styled
from .unsendable import unsendable


@dataclass
class WrittenParameters:
    """The parameters of one call as they go on the wire."""

    address: str = ""
    """Path and query, starting with a slash."""

    headers: list[tuple[str, str]] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)


def write_parameters(operation: Operation[Any], arguments: Mapping[str, object]) -> WrittenParameters:
    """Writes every parameter. Those that are None are left out."""
    written = WrittenParameters()
    query: list[str] = []
    in_path: dict[str, str] = {}
    for parameter in operation.parameters:
        text = _write_parameter(operation, parameter, _json_of(operation, arguments.get(parameter.argument)))
        if parameter.place == "path":
            in_path[parameter.name] = _require_path_text(operation, parameter, text)
        elif text is None:
            continue
        elif parameter.place in {"query", "querystring"}:
            query.append(text)
        elif parameter.place == "header":
            written.headers.append((parameter.name, _header_text(operation, parameter, text)))
        else:
            written.cookies.append(_header_text(operation, parameter, text))
    path = re.sub(r"\{([^{}]*)\}", lambda braced: in_path.get(braced[1], braced[0]), operation.path)
    _refuse_dots(operation, path)
    written.address = f"{path}?{'&'.join(query)}" if query else path
    return written


def _json_of(operation: Operation[Any], value: object) -> object:
    try:
        return to_jsonable_python(value, by_alias=True)
    except PydanticSerializationError as error:
        raise InputError(operation.id, str(error)) from error


def _write_parameter(operation: Operation[Any], parameter: Parameter, value: object) -> str | None:
    if value is None:
        return None
    if parameter.place == "querystring":
        content = parameter.content or ""
        if is_form(content) and isinstance(value, dict):
            return write_form(value, {})
        return escape_all(_text(content, value))
    if parameter.content is not None:
        text = _text(parameter.content, value)
        if parameter.place == "header":
            return text
        escaped = escape_all(text)
        return escaped if parameter.place == "path" else f"{escape_all(parameter.name)}={escaped}"
    rules = _rules_of(parameter)
    reason = unsendable(parameter, value, rules)
    if reason is not None:
        raise InputError(operation.id, f'The {parameter.place} parameter "{parameter.name}" {reason}.')
    return write_styled(parameter.name, value, rules)


def _rules_of(parameter: Parameter) -> StyleRules:
    style, explode = parameter.style, parameter.explode
    # Header values, and cookies of the style "cookie", travel as they are.
    if parameter.place == "header" or style == "cookie":
        return StyleRules(style=style, explode=explode, encode=lambda text: text)
    if parameter.place == "cookie":
        # Several cookies are joined by "; ", which the style "form" knows nothing of.
        return StyleRules(style="cookie" if explode else "form", explode=explode, encode=escape_all)
    return StyleRules(style=style, explode=explode, encode=escape_some if parameter.allow_reserved else escape_all)


def _text(media_type: str, value: object) -> str:
    if is_json(media_type) and isinstance(value, str):
        return text_of([value])[1:-1]
    return text_of(value)


def _header_text(operation: Operation[Any], parameter: Parameter, text: str) -> str:
    if parameter.place == "header" and not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", parameter.name):
        raise InputError(operation.id, f'The header parameter "{parameter.name}" has a name that no header can have.')
    if re.fullmatch(r"[\t\x20-\x7e\x80-\xff]*", text):
        return text
    reason = "holds characters that no header can carry. Only Latin-1 without line breaks can."
    raise InputError(operation.id, f'The {parameter.place} parameter "{parameter.name}" {reason}')


def _require_path_text(operation: Operation[Any], parameter: Parameter, text: str | None) -> str:
    # An empty segment would address another resource, most often the whole collection.
    if text:
        return text
    raise InputError(operation.id, f'The path parameter "{parameter.name}" is empty. Pass a value.')


def _refuse_dots(operation: Operation[Any], path: str) -> None:
    # URL parsers resolve `.` and `..` even when they are escaped, so such a value would address another resource.
    if any(re.fullmatch(r"(\.|%2[eE]){1,2}", segment) for segment in path.split("/")):
        raise InputError(operation.id, f'The path {path} has a "." or ".." segment, which no server would receive.')
