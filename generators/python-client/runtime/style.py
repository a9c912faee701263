"""Writes values as OpenAPI's styles say, which is RFC 6570 where both overlap."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from .operation import Style


@dataclass(frozen=True, kw_only=True)
class StyleRules:
    """How one value is written."""

    style: Style
    explode: bool
    encode: Callable[[str], str]


def write_styled(name: str, value: object, rules: StyleRules) -> str | None:
    """The text for a path or header, `name=value` pairs joined by `&` for a query or form.

    None for a value that leaves no trace: None, an empty list. Values are JSON: models and dates are converted before.
    """
    if value is None:
        return None
    if rules.style == "label" and rules.explode:
        rules = _with_escaped_stops(rules)
    if rules.style == "deepObject":
        return "&".join(_deep_pairs(rules.encode(name), value, rules.encode)) or None
    if isinstance(value, list):
        items = [rules.encode(text_of(item)) for item in value if item is not None]
        return _write_list(name, items, rules) if items else None
    if isinstance(value, Mapping):
        pairs = [(rules.encode(key), rules.encode(text_of(item))) for key, item in value.items() if item is not None]
        return _write_object(name, pairs, rules) if pairs else None
    return _write_one(name, rules.encode(text_of(value)), rules)


def text_of(value: object) -> str:
    """A value inside a value has no notation of its own in any style; JSON is the least surprising one."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _with_escaped_stops(rules: StyleRules) -> StyleRules:
    # A full stop needs no escape in a URL, but here it separates the values.
    encode = rules.encode
    return replace(rules, encode=lambda text: encode(text).replace(".", "%2E"))


def _write_one(name: str, text: str, rules: StyleRules) -> str:
    if rules.style == "simple":
        return text
    if rules.style == "label":
        return f".{text}"
    if rules.style == "matrix":
        return f";{rules.encode(name)}" if text == "" else f";{rules.encode(name)}={text}"
    return f"{rules.encode(name)}={text}"


def _write_list(name: str, items: list[str], rules: StyleRules) -> str:
    if rules.style == "simple":
        return ",".join(items)
    if rules.style == "label":
        return "." + ("." if rules.explode else ",").join(items)
    if not rules.explode:
        return _write_one(name, _DELIMITERS.get(rules.style, ",").join(items), rules)
    return _join_pairs([f"{rules.encode(name)}={item}" for item in items], rules)


def _write_object(name: str, pairs: list[tuple[str, str]], rules: StyleRules) -> str:
    assignments = [f"{key}={text}" for key, text in pairs]
    flat = [text for pair in pairs for text in pair]
    if rules.style == "simple":
        return ",".join(assignments if rules.explode else flat)
    if rules.style == "label":
        return "." + (".".join(assignments) if rules.explode else ",".join(flat))
    if not rules.explode:
        return _write_one(name, _DELIMITERS.get(rules.style, ",").join(flat), rules)
    return _join_pairs(assignments, rules)


def _join_pairs(pairs: list[str], rules: StyleRules) -> str:
    if rules.style == "matrix":
        return "".join(f";{pair}" for pair in pairs)
    return ("; " if rules.style == "cookie" else "&").join(pairs)


def _deep_pairs(at: str, value: object, encode: Callable[[str], str]) -> list[str]:
    """`filter[owner][name]=x`; items of a list repeat the name."""
    if value is None:
        return []
    if isinstance(value, list):
        return [pair for item in value for pair in _deep_pairs(at, item, encode)]
    if isinstance(value, Mapping):
        members = value.items()
        return [pair for key, item in members for pair in _deep_pairs(f"{at}%5B{encode(key)}%5D", item, encode)]
    return [f"{at}={encode(text_of(value))}"]


_DELIMITERS: Mapping[Style, str] = {"spaceDelimited": "%20", "pipeDelimited": "%7C", "tabDelimited": "%09"}
