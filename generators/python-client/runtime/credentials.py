"""What a caller proves itself with."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from .operation import Operation


@dataclass(frozen=True)
class BasicLogin:
    """A name and a password."""

    username: str
    password: str = field(repr=False)


Secret: TypeAlias = str | Callable[[], str | Awaitable[str | None] | None]
"""A secret, or a function that fetches one: called for each attempt, so that it can refresh a token."""

Login: TypeAlias = BasicLogin | Callable[[], BasicLogin | Awaitable[BasicLogin | None] | None]
"""A login, or a function that fetches one. Functions for `AsyncClient` may be asynchronous."""

Known: TypeAlias = str | BasicLogin
Given: TypeAlias = Mapping[str, Secret | Login]


@dataclass(frozen=True)
class SecurityScheme:
    """How a security scheme of the contract travels."""

    type: Literal["bearer", "basic", "apiKey"]
    field: str
    """The field of `Credentials` that holds it."""

    place: Literal["header", "query", "cookie"] = "header"
    name: str = "Authorization"


@dataclass(frozen=True)
class AppliedCredential:
    """One credential where it goes, its value not escaped yet."""

    place: Literal["header", "query", "cookie"]
    name: str
    value: str


def given_by(credentials: object, schemes: Mapping[str, SecurityScheme]) -> Given:
    """The fields of a generated `Credentials` by the names of their schemes."""
    fields = {name: getattr(credentials, scheme.field, None) for name, scheme in schemes.items()}
    return {name: value for name, value in fields.items() if value is not None}


def candidates(operation: Operation[Any], given: Given) -> Iterator[Sequence[str]]:
    """The requirements of the operation for which everything is given; any one suffices."""
    for requirement in operation.security:
        if requirement and all(name in given for name in requirement):
            yield requirement


def apply(schemes: Mapping[str, SecurityScheme], known: Mapping[str, Known | None]) -> list[AppliedCredential] | None:
    """The credentials of one requirement; None when a function had nothing to give."""
    applied = [_apply(schemes[name], value) for name, value in known.items()]
    present = [one for one in applied if one is not None]
    return present if len(present) == len(applied) else None


def _apply(scheme: SecurityScheme, value: Known | None) -> AppliedCredential | None:
    if isinstance(value, BasicLogin):
        if scheme.type != "basic":
            return None
        token = base64.b64encode(f"{value.username}:{value.password}".encode()).decode("ascii")
        return AppliedCredential("header", "Authorization", f"Basic {token}")
    if value is None or scheme.type == "basic":
        return None
    if scheme.type == "bearer":
        return AppliedCredential("header", "Authorization", f"Bearer {value}")
    return AppliedCredential(scheme.place, scheme.name, value)
