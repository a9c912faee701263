"""Bytes in requests and responses."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias

import httpx
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True)
class File:
    """A file of a form, with the name and the type that are sent along."""

    content: bytes | BinaryIO = field(repr=False)
    name: str = "file"
    content_type: str | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.is_instance_schema(cls)


Binary: TypeAlias = bytes | File
"""Bytes in a value that is sent."""

BinaryBody: TypeAlias = bytes | Iterable[bytes] | AsyncIterable[bytes]
"""A request body of bytes. Anything but `bytes` is sent as it is read, once, so such a request is never repeated."""


class ByteStream:
    """The body of a response as it arrives. Iterate it once, with `for` or `async for` as the client is; then it is closed."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._response.iter_bytes()
        finally:
            self._response.close()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.aiter_bytes():
                yield chunk
        finally:
            await self._response.aclose()

    def close(self) -> None:
        """Stops reading."""
        self._response.close()

    async def aclose(self) -> None:
        """Stops reading."""
        await self._response.aclose()
