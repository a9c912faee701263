"""Media types and what they mean for a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

ContentKind: TypeAlias = Literal["json", "text", "form", "multipart", "stream", "binary"]
"""How a body is read and written. `stream`: the raw bytes of a sequence such as server-sent events, as they arrive."""


def essence_of(media_type: str) -> str:
    """`Application/JSON; charset=utf-8` becomes `application/json`."""
    return media_type.split(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    return re.search(r"[/+]json$", essence_of(media_type)) is not None


def is_form(media_type: str) -> bool:
    return essence_of(media_type) == "application/x-www-form-urlencoded"


def match_media_type(actual: str, declared: Iterable[str]) -> str | None:
    """The declared media type or range that a content type falls under, the most precise first."""
    essence = essence_of(actual)
    names = list(declared)

    def find(matches: Callable[[str], bool]) -> str | None:
        return next((name for name in names if matches(essence_of(name))), None)

    return (
        find(lambda name: name == essence)
        or find(lambda name: name == f"{essence.split('/')[0]}/*")
        or find(lambda name: name in {"*/*", "*"})
        # A server that says `application/json` where the contract says `application/problem+json` still sends JSON.
        or find(lambda name: is_json(name) and is_json(essence))
    )
