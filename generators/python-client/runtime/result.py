"""What calls return: one dataclass for each declared status, each a success or a failure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, NoReturn, TypeVar

import httpx

from .errors import ResponseError

Body_co = TypeVar("Body_co", covariant=True)


@dataclass(frozen=True, kw_only=True)
class Success(Generic[Body_co]):
    """A declared response whose status is 2XX."""

    status: int
    content_type: str | None
    """The media type or range of the contract that the body was read as; None without a body."""

    body: Body_co
    headers: httpx.Headers = field(repr=False)

    def header(self, name: str) -> str | None:
        """A header of the response; None where it has none of that name."""
        value: str | None = self.headers.get(name)
        return value

    def unwrap(self) -> Body_co:
        """The body; any other response raises `ResponseError` here."""
        return self.body


@dataclass(frozen=True, kw_only=True)
class Failure(Generic[Body_co]):
    """A declared response of any other status."""

    status: int
    content_type: str | None
    """The media type or range of the contract that the body was read as; None without a body."""

    body: Body_co
    headers: httpx.Headers = field(repr=False)

    def header(self, name: str) -> str | None:
        """A header of the response; None where it has none of that name."""
        value: str | None = self.headers.get(name)
        return value

    def unwrap(self) -> NoReturn:
        """Raises a `ResponseError` that holds this result."""
        raise ResponseError(self.status, self)
