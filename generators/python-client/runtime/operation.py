"""What the contract says about an operation, as far as sending it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from pydantic import TypeAdapter

from .media_type import ContentKind

Result_co = TypeVar("Result_co", covariant=True)

Place: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
    "cookie",
]


@dataclass(frozen=True)
class Parameter:
    """Where the argument of a method travels."""

    argument: str
    place: Place
    name: str
    style: Style
    explode: bool = False
    allow_reserved: bool = False
    content: str | None = None
    """The value is written in this media type instead of a style."""


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """How one property of a form is written."""

    content_type: str | None = None
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True)
class BodyContent:
    """How a request body of one media type is written."""

    kind: ContentKind
    encoding: Mapping[str, Encoding] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer(Generic[Result_co]):
    """A response of one status and media type."""

    result: Callable[..., Result_co]
    kind: ContentKind | None = None
    """None for a response without a body."""

    body: Any = None
    """The type of a JSON body, a union or an annotated type as well as a class."""

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        """Reads the body."""
        adapter: TypeAdapter[object] = TypeAdapter(self.body)
        # Models are built when they are first used; their names are looked up where they are declared, nowhere else.
        adapter.rebuild(_types_namespace={})
        return adapter


@dataclass(frozen=True)
class Server:
    """Where a service lives."""

    url: str
    variables: Mapping[str, str] = field(default_factory=dict)
    """The values that the contract gives."""

    def address(self, **variables: str) -> str:
        """The URL with its variables filled in, by default with the values that the contract gives."""
        address = self.url
        for name, value in {**self.variables, **variables}.items():
            address = address.replace(f"{{{name}}}", value)
        return address


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[Result_co]):
    """One operation. `responses` holds, by status, range or `default`, the answer of each media type; `""`: no body."""

    id: str
    method: str
    path: str
    parameters: Sequence[Parameter] = ()
    body: Mapping[str, BodyContent] = field(default_factory=dict)
    responses: Mapping[str, Mapping[str, Answer[Result_co]]]
    security: Sequence[Sequence[str]] = ()
    """Any one of these suffices; each names schemes that apply together."""

    servers: Sequence[Server] | None = None
    """Where the operation lives if not on the servers of the whole contract."""
