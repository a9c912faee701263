"""The generated client talks to the generated server in process: what it sends is what the handler gets."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Literal

import httpx
import pytest
from fastapi import FastAPI, Request
from workshop_client import AsyncClient, BasicLogin, Credentials, File, results
from workshop_client import models as sent
from workshop_server import Handlers, create_router, models, responses

pytestmark = pytest.mark.anyio
IDENTIFIER = uuid.UUID("6f1c1f0e-6d1a-4c8e-9d55-2f4a3f0a1b2c")
SAW = models.Saw(id=IDENTIFIER, kind="saw", name="Fox", teeth=3)


class Recorder(Handlers):
    """Keeps what it is given; answers with what it was told."""

    def __init__(self) -> None:
        self.seen: dict[str, object] = {}
        self.wrong: bool = False

    async def list_tools(
        self,
        request: Request,
        *,
        kind: list[models.Kind] | None,
        size: list[int] | None,
        filter: models.ListToolsFilter | None,
        near: models.Place | None,
        since: datetime.datetime | None,
        x_trace: str | None,
        kind_cookie: str | None,
    ) -> responses.ListToolsResult:
        self.seen = {
            "kind": kind,
            "size": size,
            "filter": filter,
            "near": near,
            "since": since,
            "x_trace": x_trace,
            "kind_cookie": kind_cookie,
        }
        if self.wrong:
            return responses.ListTools4XX(status=200, body=models.Problem(title="no"))
        return responses.ListTools200ApplicationJson(body=[SAW], x_total="1")

    async def add_tool(
        self,
        request: Request,
        *,
        body: models.ToolInput | models.AddToolApplicationXWwwFormUrlencodedBody,
        idempotency_key: str | None,
        content_type: Literal["application/json", "application/x-www-form-urlencoded"],
    ) -> responses.AddToolResult:
        self.seen = {"body": body, "idempotency_key": idempotency_key, "content_type": content_type}
        if idempotency_key is None:
            return responses.AddTool409(body=models.Problem(title="It exists."))
        return responses.AddTool201(body=SAW)

    async def import_(self, request: Request, *, tool_id: str) -> responses.ImportResult:
        self.seen = {"tool_id": tool_id}
        return responses.Import204()

    async def put_tools_by_tool_id_photo(
        self, request: Request, *, tool_id: str, body: models.Anything | None, content_type: str | None
    ) -> responses.PutToolsByToolIdPhotoResult:
        self.seen = {"tool_id": tool_id, "body": body, "content_type": content_type}
        return responses.PutToolsByToolIdPhoto204()

    async def get_tools_by_tool_id_photo(
        self, request: Request, *, tool_id: str
    ) -> responses.GetToolsByToolIdPhotoResult:
        return responses.GetToolsByToolIdPhoto200(body=b"\x89PNG")

    async def list_(self, request: Request, *, tool_id: str, body: models.ListBody) -> responses.ListResult:
        self.seen = {"tool_id": tool_id, "body": body}
        return responses.List2XX(status=201, body="stored")

    async def watch(self, request: Request) -> responses.WatchResult:
        return responses.Watch200(body=iter([b"data: 1\n\n", b"data: 2\n\n"]))

    async def check_status(self, request: Request) -> responses.CheckStatusResult:
        return responses.CheckStatus200(headers={"X-Version": "2"})


@pytest.fixture
def handlers() -> Recorder:
    return Recorder()


@pytest.fixture
async def http_client(handlers: Recorder) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.include_router(create_router(handlers))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as http_client:
        yield http_client


@pytest.fixture
def client(http_client: httpx.AsyncClient) -> Iterator[AsyncClient]:
    credentials = Credentials(key="k", login=BasicLogin("a", "b"))
    yield AsyncClient("http://test", credentials=credentials, http_client=http_client)


async def test_parameters_of_every_place_and_style(client: AsyncClient, handlers: Recorder) -> None:
    since = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    listed = await client.list_tools(
        kind=["saw", "drill"],
        size=[1, 2],
        filter=sent.ListToolsFilter(owner_name="Jo & Co", from_=datetime.date(2026, 11, 1)),
        near=sent.Place(lat=1.5, lon=2, shape=sent.Circle(shape_type="Circle", radius=1)),
        since=since,
        x_trace="é",
        kind_cookie="a;b",
    )
    assert handlers.seen == {
        "kind": ["saw", "drill"],
        "size": [1, 2],
        "filter": models.ListToolsFilter(owner_name="Jo & Co", from_=datetime.date(2026, 11, 1)),
        "near": models.Place(lat=1.5, lon=2, shape=models.Circle(shape_type="Circle", radius=1)),
        "since": since,
        "x_trace": "é",
        "kind_cookie": "a;b",
    }
    assert isinstance(listed, results.ListTools200ApplicationJson)
    assert listed.x_total == "1"
    assert listed.body == [sent.Saw(id=IDENTIFIER, kind="saw", name="Fox", teeth=3)]
    await client.list_tools()
    assert set(handlers.seen.values()) == {None}


async def test_bodies(client: AsyncClient, handlers: Recorder) -> None:
    created = await client.add_tool(body=sent.SawInput(kind="saw", name="Fox", teeth=3, note=None), idempotency_key="k")
    assert created.status == 201
    body = handlers.seen["body"]
    assert isinstance(body, models.SawInput)
    assert body == models.SawInput(kind="saw", name="Fox", teeth=3, note=None)
    assert body.model_fields_set == {"kind", "name", "teeth", "note"}
    form = sent.AddToolApplicationXWwwFormUrlencodedBody(name="a&b", tags=["x"])
    assert (await client.add_tool(body=form, content_type="application/x-www-form-urlencoded")).status == 409
    assert handlers.seen == {
        "body": models.AddToolApplicationXWwwFormUrlencodedBody(name="a&b", tags=["x"]),
        "idempotency_key": None,
        "content_type": "application/x-www-form-urlencoded",
    }
    photo = File(b"GIF", "a.gif", "image/gif")
    upload = sent.ListBody(photo=photo, caption=sent.ListBodyCaption(text="họp"), tags=["x", "y"])
    assert (await client.list_(tool_id="a,b c", body=upload)).unwrap() == "stored"
    caption = models.ListBodyCaption(text="họp")
    assert handlers.seen == {
        "tool_id": "a,b c",
        "body": models.ListBody(photo=b"GIF", caption=caption, tags=["x", "y"]),
    }
    await client.put_tools_by_tool_id_photo(tool_id="1", body=b"WEBP", content_type="image/webp")
    assert handlers.seen == {"tool_id": "1", "body": b"WEBP", "content_type": "image/webp"}
    await client.put_tools_by_tool_id_photo(tool_id="1")
    assert handlers.seen == {"tool_id": "1", "body": None, "content_type": None}


async def test_answers(client: AsyncClient, http_client: httpx.AsyncClient) -> None:
    assert (await client.import_(tool_id="1")).status == 204
    assert (await client.get_tools_by_tool_id_photo(tool_id="1")).unwrap() == b"\x89PNG"
    stream = (await client.watch()).unwrap()
    assert b"".join([chunk async for chunk in stream]) == b"data: 1\n\ndata: 2\n\n"
    head = await http_client.head("/status")
    assert (head.status_code, head.headers["x-version"]) == (200, "2")


async def test_requests_that_do_not_keep_to_the_contract(http_client: httpx.AsyncClient, handlers: Recorder) -> None:
    wrong = await http_client.get("/tools", params={"kind": "axe", "size": "1|x", "since": "yesterday"})
    assert wrong.status_code == 400
    assert wrong.headers["content-type"] == "application/problem+json"
    problem = wrong.json()
    assert [(one["in"], one["name"], one["pointer"]) for one in problem["errors"]] == [
        ("query", "kind", "/0"),
        ("query", "size", "/1"),
        ("query", "since", ""),
    ]
    assert "yesterday" not in wrong.text
    invalid = await http_client.post("/tools", json={"kind": "saw", "name": "Fox", "teeth": "3"})
    assert (invalid.status_code, invalid.json()["errors"][0]["in"]) == (400, "body")
    assert (await http_client.post("/tools")).status_code == 400
    assert (await http_client.post("/tools", content=b"<a/>", headers={"content-type": "a/xml"})).status_code == 415
    assert handlers.seen == {}


async def test_an_undeclared_answer_is_our_own_fault(http_client: httpx.AsyncClient, handlers: Recorder) -> None:
    handlers.wrong = True
    with pytest.raises(ValueError, match="listTools may not answer 200 with application/problem"):
        await http_client.get("/tools")
