"""Builds the request of one attempt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from .body import WrittenBody, write_body
from .credentials import AppliedCredential
from .errors import InputError
from .escape import escape_all
from .operation import Operation
from .parameters import WrittenParameters, write_parameters
from .retry import Retry
from .settings import CallOptions, Service, Settings


@dataclass(frozen=True, kw_only=True)
class Call:
    """The input of one call."""

    arguments: Mapping[str, object]
    body: object = None
    has_body: bool = False
    content_type: str | None = None
    options: CallOptions | None = None


@dataclass(frozen=True)
class PreparedCall:
    """A call before it is sent: everything but credentials, which are new for each attempt."""

    operation: Operation[Any]
    settings: Settings
    options: CallOptions
    base_url: str
    parameters: WrittenParameters
    body: WrittenBody

    @property
    def retry(self) -> Retry | None:
        """The rules for retries; None when there shall be none."""
        chosen = self.settings.retry if self.options.retry is None else self.options.retry
        return chosen if isinstance(chosen, Retry) and self.body.repeatable else None

    def request(self, client: httpx.Client | httpx.AsyncClient, applied: list[AppliedCredential]) -> httpx.Request:
        """The request of the next attempt."""
        timeout = self.settings.timeout if self.options.timeout is None else self.options.timeout
        return client.build_request(
            self.operation.method,
            self._url(applied),
            headers=self._headers(client, applied),
            content=self.body.content,
            files=self.body.parts,
            timeout=client.timeout if timeout is None else httpx.Timeout(timeout),
        )

    def _url(self, applied: list[AppliedCredential]) -> str:
        url = f"{self.base_url}{self.parameters.address}"
        for one in applied:
            if one.place == "query":
                url += f"{'&' if '?' in url else '?'}{escape_all(one.name)}={escape_all(one.value)}"
        return url

    def _headers(self, client: httpx.Client | httpx.AsyncClient, applied: list[AppliedCredential]) -> httpx.Headers:
        headers = httpx.Headers(client.headers)
        headers["accept"] = _accept_of(self.operation)
        headers.update(self.settings.headers)
        if self.body.content_type is not None:
            headers["content-type"] = self.body.content_type
        # Bytes: httpx would send other texts than ASCII as UTF-8, which few servers expect in a header.
        own = [*self.parameters.headers, *((one.name, one.value) for one in applied if one.place == "header")]
        cookies = [*self.parameters.cookies, *(f"{one.name}={one.value}" for one in applied if one.place == "cookie")]
        if cookies:
            own.append(("cookie", "; ".join(cookies)))
        headers.update([(name.encode("latin-1"), value.encode("latin-1")) for name, value in own])
        headers.update(self.options.headers)
        return headers


def prepare(service: Service, settings: Settings, operation: Operation[Any], call: Call) -> PreparedCall:
    """Writes everything that all attempts share. Raises `InputError` for what cannot be sent."""
    parameters = write_parameters(operation, call.arguments)
    body = write_body(operation, call.body, call.content_type) if call.has_body and operation.body else WrittenBody()
    base_url = _base_url(service, settings, operation)
    try:
        httpx.URL(f"{base_url}{parameters.address}")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(operation.id, f"The address cannot be used: {error}") from error
    options = call.options or CallOptions()
    return PreparedCall(operation, settings, options, base_url, parameters, body)


def _base_url(service: Service, settings: Settings, operation: Operation[Any]) -> str:
    servers = service.servers if operation.servers is None else operation.servers
    url = settings.base_url or (servers[0].address() if servers else "")
    if re.match(r"https?://", url, re.IGNORECASE):
        return url.rstrip("/")
    known = f": {url} is no full URL" if url else ""
    raise InputError(operation.id, f"The address of the service is not known{known}. Pass base_url.")


def _accept_of(operation: Operation[Any]) -> str:
    names = [name for content in operation.responses.values() for name in content if name]
    return ", ".join(dict.fromkeys(names)) or "*/*"
