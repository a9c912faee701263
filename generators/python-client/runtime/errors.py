"""What a call can raise."""

from __future__ import annotations

from typing import Generic, TypeVar

import httpx

Result_co = TypeVar("Result_co", covariant=True)


class CallError(Exception):
    """A call that brought no declared response. `__cause__` holds what went wrong below."""

    def __init__(self, operation: str, message: str) -> None:
        super().__init__(f"{operation}: {message}")
        self.operation = operation


class InputError(CallError):
    """The input cannot be sent as it is."""


class NetworkError(CallError):
    """The server could not be reached, or the connection broke."""


class CallTimeoutError(CallError):
    """No complete response came in time."""


class UnexpectedResponseError(CallError):
    """A response came that the contract does not describe: its status, its content type, its syntax or its schema."""

    def __init__(self, operation: str, message: str, response: httpx.Response) -> None:
        super().__init__(operation, message)
        self.status = response.status_code
        self.headers = response.headers
        self.text = response.text[:10_000]
        """The start of the body."""


class ResponseError(Exception, Generic[Result_co]):
    """A declared response that is no success, raised by `unwrap`."""

    def __init__(self, status: int, result: Result_co) -> None:
        super().__init__(f"The server answered with status {status}")
        self.status = status
        self.result = result
