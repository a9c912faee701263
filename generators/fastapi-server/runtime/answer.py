"""What handlers return: one dataclass for each declared status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Generic, TypeVar

Body_co = TypeVar("Body_co", covariant=True)


@dataclass(frozen=True, kw_only=True)
class Answer(Generic[Body_co]):
    """A declared response. Its fields for headers are those of the contract; `headers` holds any others."""

    declared_headers: ClassVar[Mapping[str, str]] = {}
    """The names of the headers by their fields."""

    status: int
    content_type: str | None
    body: Body_co
    headers: Mapping[str, str] = field(default_factory=dict)
