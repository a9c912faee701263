"""Requests that do not keep to the contract."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from starlette.responses import JSONResponse

Fault = Mapping[str, object]


class InvalidRequestError(Exception):
    """A request that is answered with a problem (RFC 9457) before any handler sees it."""

    def __init__(self, status: int, title: str, faults: list[Fault] | None = None) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.faults = faults or []

    def response(self) -> JSONResponse:
        """The problem."""
        problem: dict[str, object] = {"type": "about:blank", "title": self.title, "status": self.status}
        if self.faults:
            problem["errors"] = self.faults
        return JSONResponse(problem, self.status, media_type="application/problem+json")


def faults_of(error: ValidationError, place: str, name: str | None = None) -> list[Fault]:
    """What was wrong, and where: values are left out, which may be secrets."""
    start = {"in": place} if name is None else {"in": place, "name": name}
    return [
        {**start, "pointer": "".join(f"/{step}" for step in one["loc"]), "detail": one["msg"]}
        for one in error.errors(include_url=False, include_input=False, include_context=False)
    ]
