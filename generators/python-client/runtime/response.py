"""Reads responses as the contract declares them; whatever is not declared is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import httpx
from pydantic import ValidationError

from .binary import ByteStream
from .errors import UnexpectedResponseError
from .media_type import match_media_type
from .operation import Answer, Operation

Result = TypeVar("Result")


def is_stream(operation: Operation[Any], response: httpx.Response) -> bool:
    """Whether the body is handed on as it arrives."""
    found = _find(operation, response)
    return found is not None and found[1].kind == "stream"


def read_response(operation: Operation[Result], response: httpx.Response) -> Result:
    """The result for a response whose body is in memory, or is a stream."""
    found = _find(operation, response)
    if found is None:
        raise UnexpectedResponseError(operation.id, _complaint(operation, response), response)
    content_type, answer = found
    return answer.result(
        status=response.status_code,
        content_type=content_type or None,
        body=_read_body(operation, answer, response),
        headers=response.headers,
    )


def _find(operation: Operation[Result], response: httpx.Response) -> tuple[str, Answer[Result]] | None:
    content = _content_for(operation, response.status_code)
    if content is None:
        return None
    if "" in content:
        return "", content[""]
    actual = response.headers.get("content-type")
    name = next(iter(content)) if actual is None else match_media_type(actual, content)
    return None if name is None else (name, content[name])


def _content_for(operation: Operation[Result], status: int) -> Mapping[str, Answer[Result]] | None:
    responses = operation.responses
    exact = responses.get(str(status)) or responses.get(f"{status // 100}XX")
    if exact is not None:
        return exact
    # Beside declared successes, `default` describes failures; another success has a body that nothing is known of.
    success = 200 <= status < 300
    return None if success and any(key.startswith("2") for key in responses) else responses.get("default")


def _complaint(operation: Operation[Any], response: httpx.Response) -> str:
    content = _content_for(operation, response.status_code)
    if content is None:
        return f"The status {response.status_code} is not declared."
    actual = response.headers.get("content-type")
    return f"The response {response.status_code} is {actual}, declared are {', '.join(content)}."


def _read_body(operation: Operation[Any], answer: Answer[Any], response: httpx.Response) -> object:
    if answer.kind is None:
        return None
    if answer.kind == "stream":
        return ByteStream(response)
    if answer.kind == "text":
        return response.text
    if answer.kind != "json":
        return response.content
    try:
        return answer.adapter.validate_json(response.content, strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        message = f"The body of the response {response.status_code} is not as declared: {error}"
        raise UnexpectedResponseError(operation.id, message, response) from error
