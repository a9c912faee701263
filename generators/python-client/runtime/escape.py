"""Percent-encoding."""

from __future__ import annotations

import re
from urllib.parse import quote


def escape_all(text: str) -> str:
    """Percent-encodes everything but the unreserved characters of RFC 3986."""
    return quote(_well_formed(text), safe="")


def escape_some(text: str) -> str:
    """Leaves reserved characters and percent escapes as they are (`allowReserved`).

    Those that would end the value or the query are encoded: `#`, `&`, `+` and square brackets.
    """
    parts = re.split(r"(%[0-9A-Fa-f]{2})", _well_formed(text))
    return "".join(part if i % 2 == 1 else quote(part, safe=";,/?:@=$!*'()") for i, part in enumerate(parts))


def _well_formed(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
