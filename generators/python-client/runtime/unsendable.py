"""Finds values that a style cannot carry."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .operation import Parameter, Style
from .style import StyleRules, text_of


def unsendable(parameter: Parameter, value: object, rules: StyleRules) -> str | None:
    """Why a parameter cannot say what the value says; None when it can.

    Some styles have no escape for their own delimiter, so the server would read other items than those that were passed.
    """
    delimiter = _raw_delimiter(parameter, rules)
    if delimiter is None:
        return None
    # A single text has nothing to be told apart from, except among cookies, which stand in one header.
    if not isinstance(value, list | Mapping) and delimiter != ";":
        return None
    if not any(delimiter in text for text in _texts_in(value)):
        return None
    return f"holds {json.dumps(delimiter)}, which separates values there and has no escape"


def _raw_delimiter(parameter: Parameter, rules: StyleRules) -> str | None:
    """What separates values and is not told apart from the same character inside one."""
    if parameter.place == "header":
        return ","
    # The style "form" of cookies escapes; the style "cookie" sends its values as they are.
    if parameter.style == "cookie":
        return ";"
    return None if rules.explode else _ESCAPED_DELIMITERS.get(rules.style)


def _texts_in(value: object) -> list[str]:
    if isinstance(value, list):
        return [text_of(item) for item in value if item is not None]
    if isinstance(value, Mapping):
        return [text_of(text) for pair in value.items() for text in pair if text is not None]
    return [text_of(value)]


_ESCAPED_DELIMITERS: Mapping[Style, str] = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""Written percent-encoded themselves, so that encoding them inside a value makes no difference."""
