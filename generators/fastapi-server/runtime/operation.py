"""What the contract says about an operation, as far as serving it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from .media_type import ContentKind

Place: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Shape: TypeAlias = Literal["value", "list", "object"]


def _adapter(type_: Any) -> TypeAdapter[object]:
    adapter: TypeAdapter[object] = TypeAdapter(type_)
    # Models are built when they are first used; their names are looked up where they are declared, nowhere else.
    adapter.rebuild(_types_namespace={})
    return adapter


@dataclass(frozen=True)
class Parameter:
    """Where the argument of a handler comes from."""

    argument: str
    place: Place
    name: str
    style: str
    type: Any
    shape: Shape = "value"
    explode: bool = False
    required: bool = False
    content: str | None = None
    """The value is written in this media type instead of a style."""

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        """Reads the value."""
        return _adapter(self.type)


@dataclass(frozen=True)
class BodyContent:
    """How a request body of one media type is read."""

    kind: ContentKind
    type: Any = None
    lists: Sequence[str] = ()
    """The properties of a form that repeat their name."""

    objects: Sequence[str] = ()
    """The properties of a form that are JSON."""

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        """Reads the body."""
        return _adapter(self.type)


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One operation. `responses` holds the declared statuses and ranges, each with its media types."""

    id: str
    parameters: Sequence[Parameter] = ()
    body: Mapping[str, BodyContent] = field(default_factory=dict)
    body_required: bool = False
    names_media_type: bool = False
    """Whether the handler is told which media type the body has."""

    responses: Mapping[str, Mapping[str, ContentKind]] = field(default_factory=dict)
