"""Stands between a route and its handler."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from fastapi import APIRouter
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from .answer import Answer
from .body import read_body
from .invalid import InvalidRequestError
from .media_type import ContentKind
from .operation import Operation
from .parameters import read_parameters

Handler = Callable[..., Awaitable[Answer[Any]]]


def add_route(router: APIRouter, method: str, template: str, operation: Operation, handler: Handler) -> None:
    """Adds the operation under its path: reads the request, calls the handler, writes its answer."""
    names = re.findall(r"\{([^{}]*)\}", template)
    numbers = iter(range(len(names)))
    path = re.sub(r"\{[^{}]*\}", lambda _: f"{{p{next(numbers)}}}", template)

    async def endpoint(request: Request) -> Response:
        path = {name: request.path_params[f"p{i}"] for i, name in enumerate(names)}
        try:
            arguments = read_parameters(operation, request, _raw_segments(request, path))
            if operation.body:
                arguments["body"], chosen = await read_body(operation, request)
                if operation.names_media_type:
                    arguments["content_type"] = chosen
        except InvalidRequestError as error:
            return error.response()
        return write_answer(operation, await handler(request, **arguments))

    router.add_api_route(path, endpoint, methods=[method], response_model=None, include_in_schema=False)


def _raw_segments(request: Request, path: dict[str, str]) -> dict[str, str]:
    """The segments before they were decoded, so that an escaped comma is none that separates."""
    raw = request.scope.get("raw_path", b"").decode("latin-1").partition("?")[0].split("/")
    by_text = {unquote(segment): segment for segment in raw}
    return {name: by_text.get(value, value) for name, value in path.items()}


def write_answer(operation: Operation, answer: Answer[Any]) -> Response:
    """The response. One that the contract does not declare is our own fault, and is raised."""
    content = _content_for(operation, answer.status)
    if content is None or (answer.content_type or "") not in (content or [""]):
        raise ValueError(f"{operation.id} may not answer {answer.status} with {answer.content_type or 'no body'}.")
    headers = dict(answer.headers)
    for field, name in answer.declared_headers.items():
        value = getattr(answer, field)
        if value is not None:
            headers[name] = str(value)
    if answer.content_type is None:
        return Response(None, answer.status, headers)
    headers["content-type"] = headers.get("content-type", _concrete(answer.content_type))
    kind = content[answer.content_type]
    if kind == "json":
        return Response(to_json(answer.body, by_alias=True), answer.status, headers)
    if isinstance(answer.body, Iterable | AsyncIterable) and not isinstance(answer.body, str | bytes):
        return StreamingResponse(answer.body, answer.status, headers)
    return Response(answer.body, answer.status, headers)


def _content_for(operation: Operation, status: int) -> Mapping[str, ContentKind] | None:
    keys = (str(status), f"{status // 100}XX", "default")
    return next((operation.responses[key] for key in keys if key in operation.responses), None)


def _concrete(media_type: str) -> str:
    if "*" not in media_type:
        return media_type
    return "text/plain" if media_type.startswith("text/") else "application/octet-stream"
