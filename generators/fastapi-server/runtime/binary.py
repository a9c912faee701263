"""Bytes in requests and responses."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TypeAlias

Binary: TypeAlias = bytes
"""The content of an uploaded file."""

BinaryBody: TypeAlias = bytes
"""A request body of bytes."""

ByteStream: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
"""The body of a response that is sent piece by piece."""
