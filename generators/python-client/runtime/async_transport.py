"""Sends operations over an `httpx.AsyncClient`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio
import httpx

from .credentials import AppliedCredential, Known, Login, Secret, apply, candidates, given_by
from .errors import CallTimeoutError, NetworkError
from .operation import Operation
from .request import Call, prepare
from .response import is_stream, read_response
from .retry import is_repeatable, wait_before
from .settings import Service, Settings
from .transport import explain

Result = TypeVar("Result")


class AsyncTransport:
    """Sends operations, under asyncio as well as trio."""

    def __init__(
        self,
        service: Service,
        settings: Settings,
        client: httpx.AsyncClient | None,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._service = service
        self._settings = settings
        self._client = client or httpx.AsyncClient(follow_redirects=True, timeout=None)
        self._owns_client = client is None
        self._given = given_by(settings.credentials, service.security_schemes)
        self._sleep = sleep

    async def send(self, operation: Operation[Result], call: Call) -> Result:
        """The result of the call, whatever its status; raises a `CallError` when no declared response came."""
        prepared = prepare(self._service, self._settings, operation, call)
        attempt = 0
        while True:
            attempt += 1
            request = prepared.request(self._client, await self._credentials(operation))
            retry = prepared.retry if is_repeatable(request) else None
            response: httpx.Response | None = None
            failure: NetworkError | CallTimeoutError | None = None
            try:
                response = await self._client.send(request, stream=True)
                if not is_stream(operation, response):
                    await response.aread()
            except httpx.RequestError as error:
                failure = explain(operation, error)
            wait = None if retry is None else wait_before(attempt, None if failure else response, retry)
            if wait is not None:
                if response is not None:
                    await response.aclose()
                await self._sleep(wait)
                continue
            if failure is not None or response is None:
                raise failure or AssertionError("no response and no failure")
            return read_response(operation, response)

    async def close(self) -> None:
        """Closes the connections, unless the caller owns them."""
        if self._owns_client:
            await self._client.aclose()

    async def _credentials(self, operation: Operation[Any]) -> list[AppliedCredential]:
        for requirement in candidates(operation, self._given):
            known = {name: await _resolve(self._given[name]) for name in requirement}
            applied = apply(self._service.security_schemes, known)
            if applied is not None:
                return applied
        # The server then answers with 401, which is a response like any other.
        return []


async def _resolve(given: Secret | Login) -> Known | None:
    value = given() if callable(given) else given
    return await value if isinstance(value, Awaitable) else value
