"""Writes forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import BinaryIO, TypeAlias

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .binary import File
from .escape import escape_all, escape_some
from .media_type import is_json
from .model import members_of
from .operation import Encoding
from .style import StyleRules, text_of, write_styled

Part: TypeAlias = tuple[str, tuple[str | None, bytes | BinaryIO, str | None]]
"""A name, then the file name, the content and its media type, as httpx takes them."""


def members(value: object) -> dict[str, object]:
    """The members of a model or a mapping, values as they are. Anything else is a `TypeError`."""
    if isinstance(value, BaseModel):
        return members_of(value)
    if isinstance(value, Mapping):
        return {str(name): member for name, member in value.items()}
    raise TypeError("The body of a form has to be a model or a mapping.")


def write_form(value: object, encodings: Mapping[str, Encoding]) -> str:
    """`application/x-www-form-urlencoded`: lists repeat their name, objects become JSON, unless an encoding says otherwise."""
    pairs = []
    for name, given in members(value).items():
        member = to_jsonable_python(given, by_alias=True)
        encoding = encodings.get(name)
        as_json = encoding is not None and encoding.content_type is not None and is_json(encoding.content_type)
        if as_json or (encoding is None and isinstance(member, dict)):
            member = text_of(member)
        pairs.append(write_styled(name, member, _rules(encoding or Encoding())))
    return "&".join(pair for pair in pairs if pair is not None)


def write_multipart(value: object, encodings: Mapping[str, Encoding]) -> list[Part]:
    """`multipart/form-data`: bytes become files, lists repeat their name, objects become JSON."""
    parts = []
    for name, member in members(value).items():
        encoding = encodings.get(name)
        content_type = None if encoding is None else encoding.content_type
        # A list such as "image/png, image/jpeg" leaves the choice to the file.
        if content_type is not None and re.search("[,*]", content_type):
            content_type = None
        for item in member if isinstance(member, list | tuple) else [member]:
            if item is not None:
                parts.append((name, _part(item, content_type)))
    return parts


def _rules(encoding: Encoding) -> StyleRules:
    encode = escape_some if encoding.allow_reserved else escape_all
    return StyleRules(style=encoding.style, explode=encoding.explode, encode=encode)


def _part(item: object, content_type: str | None) -> tuple[str | None, bytes | BinaryIO, str | None]:
    if isinstance(item, File):
        return (item.name, item.content, item.content_type or content_type or "application/octet-stream")
    if isinstance(item, bytes):
        return ("file", item, content_type or "application/octet-stream")
    value = to_jsonable_python(item, by_alias=True)
    implied = "application/json" if isinstance(value, dict) else None
    return (None, text_of(value).encode(), content_type or implied)
