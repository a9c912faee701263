"""Sends operations over an `httpx.Client`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

import httpx

from .credentials import AppliedCredential, Known, Login, Secret, apply, candidates, given_by
from .errors import CallTimeoutError, InputError, NetworkError
from .operation import Operation
from .request import Call, prepare
from .response import is_stream, read_response
from .retry import is_repeatable, wait_before
from .settings import Service, Settings

Result = TypeVar("Result")


class Transport:
    """Sends operations; blocks until the response is there."""

    def __init__(
        self,
        service: Service,
        settings: Settings,
        client: httpx.Client | None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._service = service
        self._settings = settings
        self._client = client or httpx.Client(follow_redirects=True, timeout=None)
        self._owns_client = client is None
        self._given = given_by(settings.credentials, service.security_schemes)
        self._sleep = sleep

    def send(self, operation: Operation[Result], call: Call) -> Result:
        """The result of the call, whatever its status; raises a `CallError` when no declared response came."""
        prepared = prepare(self._service, self._settings, operation, call)
        attempt = 0
        while True:
            attempt += 1
            request = prepared.request(self._client, self._credentials(operation))
            retry = prepared.retry if is_repeatable(request) else None
            response: httpx.Response | None = None
            failure: NetworkError | CallTimeoutError | None = None
            try:
                response = self._client.send(request, stream=True)
                if not is_stream(operation, response):
                    response.read()
            except httpx.RequestError as error:
                failure = explain(operation, error)
            wait = None if retry is None else wait_before(attempt, None if failure else response, retry)
            if wait is not None:
                if response is not None:
                    response.close()
                self._sleep(wait)
                continue
            if failure is not None or response is None:
                raise failure or AssertionError("no response and no failure")
            return read_response(operation, response)

    def close(self) -> None:
        """Closes the connections, unless the caller owns them."""
        if self._owns_client:
            self._client.close()

    def _credentials(self, operation: Operation[Any]) -> list[AppliedCredential]:
        for requirement in candidates(operation, self._given):
            known = {name: _resolve(operation, self._given[name]) for name in requirement}
            applied = apply(self._service.security_schemes, known)
            if applied is not None:
                return applied
        # The server then answers with 401, which is a response like any other.
        return []


def explain(operation: Operation[Any], error: httpx.RequestError) -> NetworkError | CallTimeoutError:
    """The same failure, named after the operation."""
    failure: NetworkError | CallTimeoutError
    if isinstance(error, httpx.TimeoutException):
        failure = CallTimeoutError(operation.id, "No response came in time.")
    else:
        failure = NetworkError(operation.id, f"The connection failed: {error}")
    failure.__cause__ = error
    return failure


def _resolve(operation: Operation[Any], given: Secret | Login) -> Known | None:
    value = given() if callable(given) else given
    if value is None or not hasattr(value, "__await__"):
        return value
    raise InputError(operation.id, "A credential is asynchronous. Use AsyncClient, or a function that returns text.")
