"""What the tests share."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx
import pytest
from workshop_client import AsyncClient, BasicLogin, Client, Credentials, Retry

Reply = httpx.Response | Exception


@dataclass
class Workshop:
    """A service that gives the replies it was told, one after another, and keeps the requests."""

    replies: list[Reply] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def answer(self, *replies: Reply) -> None:
        self.replies.extend(replies)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    def handle(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    async def handle_async(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def client(self, retry: Retry | None = None, credentials: Credentials | None = None) -> Client:
        http_client = httpx.Client(transport=httpx.MockTransport(self.handle))
        client = Client(credentials=credentials or default_credentials(), retry=retry, http_client=http_client)
        client._transport._sleep = self.slept.append
        return client

    def async_client(self, retry: Retry | None = None, credentials: Credentials | None = None) -> AsyncClient:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(self.handle_async))
        client = AsyncClient(credentials=credentials or default_credentials(), retry=retry, http_client=http_client)

        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)

        client._transport._sleep = sleep
        return client


def default_credentials() -> Credentials:
    return Credentials(key="k&y", login=BasicLogin("jo", "päss"))


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
