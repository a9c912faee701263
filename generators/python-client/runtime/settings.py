"""What a client and a call can be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .credentials import SecurityScheme
from .operation import Server
from .retry import Retry


@dataclass(frozen=True, kw_only=True)
class CallOptions:
    """What one call may set otherwise."""

    headers: Mapping[str, str] = field(default_factory=dict)
    timeout: float | None = None
    """Seconds that connecting, and each read and write, may take."""

    retry: Retry | Literal[False] | None = None
    """`False` turns retries off for this call."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What holds for every call of a client."""

    base_url: str | None = None
    credentials: object = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    timeout: float | None = None
    retry: Retry | None = None


@dataclass(frozen=True, kw_only=True)
class Service:
    """What the contract says about the service as a whole."""

    servers: Sequence[Server] = ()
    security_schemes: Mapping[str, SecurityScheme] = field(default_factory=dict)
