"""Writes request bodies."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from .errors import InputError
from .form import Part, write_form, write_multipart
from .media_type import essence_of, match_media_type
from .operation import BodyContent, Operation


@dataclass(frozen=True, kw_only=True)
class WrittenBody:
    """A request body, either `content` or the `parts` of a multipart form."""

    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None
    parts: list[Part] | None = None
    content_type: str | None = None
    """None where httpx adds it itself, with a boundary."""

    repeatable: bool = True
    """False for a stream, which can be read once only."""


def write_body(operation: Operation[Any], body: object, content_type: str | None) -> WrittenBody:
    """The body in the media type that the caller names, or in the first that is declared."""
    declared = list(operation.body)
    name = declared[0] if content_type is None else match_media_type(content_type, declared)
    if name is None:
        raise InputError(operation.id, f"The body cannot be {content_type}. Declared are {', '.join(declared)}.")
    chosen = operation.body[name]
    sent_type = content_type or _concrete(name, chosen)
    try:
        return _write(operation, chosen, body, sent_type)
    except (PydanticSerializationError, TypeError) as error:
        raise InputError(operation.id, f"The body cannot be written: {error}") from error


def _write(operation: Operation[Any], chosen: BodyContent, body: object, content_type: str) -> WrittenBody:
    if chosen.kind == "json":
        return WrittenBody(content=to_json(body, by_alias=True), content_type=content_type)
    if chosen.kind == "form":
        return WrittenBody(content=write_form(body, chosen.encoding).encode(), content_type=content_type)
    if chosen.kind == "multipart":
        parts = write_multipart(body, chosen.encoding)
        repeatable = all(isinstance(content, bytes) or content.seekable() for _, (_, content, _) in parts)
        return WrittenBody(parts=parts, repeatable=repeatable)
    if isinstance(body, str):
        return WrittenBody(content=body.encode(), content_type=content_type)
    if isinstance(body, bytes):
        return WrittenBody(content=body, content_type=content_type)
    if isinstance(body, Iterable | AsyncIterable):
        return WrittenBody(content=body, content_type=content_type, repeatable=False)
    raise InputError(operation.id, "The body is neither text nor bytes. Pass str, bytes or an iterator of bytes.")


def _concrete(name: str, chosen: BodyContent) -> str:
    if "*" not in essence_of(name):
        return name
    if chosen.kind == "json":
        return "application/json"
    return "text/plain" if chosen.kind == "text" else "application/octet-stream"
