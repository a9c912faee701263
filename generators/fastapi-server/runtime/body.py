"""Reads request bodies."""

from __future__ import annotations

import json

from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from .invalid import InvalidRequestError, faults_of
from .media_type import match_media_type
from .operation import BodyContent, Operation


async def read_body(operation: Operation, request: Request) -> tuple[object, str | None]:
    """The body and the media type that it was read as; None twice without a body."""
    actual = request.headers.get("content-type")
    has_body = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    if actual is None and not has_body:
        if operation.body_required:
            raise InvalidRequestError(400, "The request has no body")
        return None, None
    name = match_media_type(actual or "application/octet-stream", operation.body)
    if name is None:
        raise InvalidRequestError(415, f"The body has to be {' or '.join(operation.body)}")
    chosen = (actual or name).split(";")[0].strip() if "*" in name else name
    return await _read(operation.body[name], request), chosen


async def _read(content: BodyContent, request: Request) -> object:
    try:
        if content.kind == "json":
            return content.adapter.validate_json(await request.body(), strict=True, by_alias=True, by_name=False)
        if content.kind in {"form", "multipart"}:
            members = await _members(content, await request.form())
            return content.adapter.validate_python(members, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = faults_of(error, "body")
        raise InvalidRequestError(400, "The body does not keep to the contract", faults) from error
    body = await request.body()
    return body.decode(errors="replace") if content.kind == "text" else body


async def _members(content: BodyContent, form: FormData) -> dict[str, object]:
    members: dict[str, object] = {}
    for name in form:
        values = [await _value(content, name, value) for value in form.getlist(name)]
        members[name] = values if name in content.lists else values[-1]
    return members


async def _value(content: BodyContent, name: str, value: str | UploadFile) -> object:
    given = value if isinstance(value, str) else await value.read()
    if name not in content.objects:
        return given
    try:
        return json.loads(given)
    except ValueError:
        raise InvalidRequestError(400, f'The part "{name}" is not JSON') from None
