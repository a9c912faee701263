"""When a failed attempt is made again."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx


@dataclass(frozen=True, kw_only=True)
class Retry:
    """Retries are off unless this is given."""

    attempts: int = 3
    """All attempts together."""

    delay: float = 0.2
    """Seconds before the second attempt, doubled for each further one."""

    max_delay: float = 10.0
    """The longest wait in seconds. A server that asks for more gets no further attempt."""

    statuses: frozenset[int] = frozenset({408, 429, 500, 502, 503, 504})
    """Responses worth another attempt."""


_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
"""Methods that do no more harm the second time (RFC 9110, 9.2.2)."""


def is_repeatable(request: httpx.Request) -> bool:
    """An operation that is idempotent by its method, or that its caller made so with a key."""
    return request.method.upper() in _IDEMPOTENT or "idempotency-key" in request.headers


def wait_before(attempt: int, response: httpx.Response | None, retry: Retry) -> float | None:
    """The seconds to wait before attempt number `attempt + 1`; None when there shall be none."""
    if attempt >= retry.attempts:
        return None
    if response is not None and response.status_code not in retry.statuses:
        return None
    asked = None if response is None else _retry_after(response.headers.get("retry-after"))
    if asked is not None:
        return asked if asked <= retry.max_delay else None
    ceiling = min(retry.max_delay, retry.delay * 2.0 ** (attempt - 1))
    # Half fixed, half random: clients that failed together do not come back together.
    return ceiling / 2 + random.uniform(0, ceiling / 2)


def _retry_after(header: str | None) -> float | None:
    """Seconds or an HTTP date (RFC 9110, 10.2.3), in seconds from now."""
    if header is None:
        return None
    if re.fullmatch(r"\s*[0-9]+\s*", header):
        return float(header)
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (date.astimezone(UTC) - datetime.now(UTC)).total_seconds())
