"""What calls return."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from conftest import Workshop
from pydantic import TypeAdapter, ValidationError
from workshop_client import (
    ByteStream,
    CallOptions,
    CallTimeoutError,
    NetworkError,
    ResponseError,
    Retry,
    UnexpectedResponseError,
    models,
    results,
)

SAW = {"id": "6f1c1f0e-6d1a-4c8e-9d55-2f4a3f0a1b2c", "kind": "saw", "name": "Fox", "teeth": 3, "colour": "red"}
BIT = {"name": "bit", "madeOn": "2026-01-02", "made_on": "Monday", "seal": "AP8=", "parts": []}
DRILL = {
    "id": "6f1c1f0e-6d1a-4c8e-9d55-2f4a3f0a1b2d",
    "kind": "drill",
    "name": "Owl",
    "parts": [BIT],
    "speeds": [1, 2],
    "bits": {"steel": 1, "carbide": 2},
}


def test_a_result_for_each_status_and_media_type(workshop: Workshop) -> None:
    workshop.answer(
        httpx.Response(200, json=[SAW, DRILL], headers={"X-Total": "2"}),
        httpx.Response(200, text="a,b", headers={"content-type": "text/csv; charset=utf-8", "X-Total": "2"}),
        httpx.Response(404, json={"title": "Nothing"}, headers={"content-type": "application/problem+json"}),
        httpx.Response(503),
    )
    client = workshop.client()
    listed = client.list_tools()
    assert isinstance(listed, results.ListTools200ApplicationJson)
    saw, drill = listed.unwrap()
    assert isinstance(saw, models.Saw)
    assert isinstance(drill, models.Drill)
    assert (listed.x_total, listed.link, listed.status) == ("2", None, 200)
    assert saw.model_extra == {"colour": "red"}
    assert drill.parts[0].seal == b"\x00\xff"
    assert drill.parts[0].made_on == "Monday"
    assert drill.speeds == (1, 2)
    assert drill.bits is not None
    assert drill.bits.model_extra == {"carbide": 2}
    assert json.loads(drill.model_dump_json()) == DRILL
    table = client.list_tools()
    assert isinstance(table, results.ListTools200TextCsv)
    assert (table.status, table.content_type, table.body) == (200, "text/csv", "a,b")
    missing = client.list_tools()
    assert isinstance(missing, results.ListTools4XX)
    assert (missing.status, missing.body.title) == (404, "Nothing")
    with pytest.raises(ResponseError) as raised:
        missing.unwrap()
    assert raised.value.status == 404
    assert raised.value.result is missing
    assert isinstance(client.list_tools(), results.ListToolsDefault)


def test_default_alone_is_success_or_failure(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(201, text="yes"), httpx.Response(400, text="no"))
    client = workshop.client()
    body = models.ListBody(photo=b"")
    assert client.list_(tool_id="1", body=body).unwrap() == "yes"
    refused = client.list_(tool_id="1", body=body)
    assert isinstance(refused, results.ListDefault)
    assert refused.body == "no"


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (httpx.Response(418), "Invalid JSON"),
        (httpx.Response(201), "The status 201 is not declared"),
        (httpx.Response(200, text="<html>", headers={"content-type": "text/html"}), "The response 200 is text/html"),
        (httpx.Response(200, text="{", headers={"content-type": "application/json"}), "not as declared"),
        (httpx.Response(200, json=[{**SAW, "teeth": "3"}]), "teeth"),
        (httpx.Response(200, json=[{**SAW, "kind": "axe"}]), "Unable to extract tag"),
        (httpx.Response(200, json=[{**DRILL, "bits": {"steel": 1, "carbide": "no"}}]), "carbide"),
    ],
)
def test_undeclared_responses_are_errors(workshop: Workshop, response: httpx.Response, message: str) -> None:
    workshop.answer(response)
    with pytest.raises(UnexpectedResponseError, match=message) as raised:
        workshop.client().list_tools()
    assert raised.value.status == response.status_code


def test_streams_arrive_piece_by_piece(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(200, content=iter([b"data: 1\n\n", b"data: 2\n\n"]), headers=EVENTS))
    stream = workshop.client().watch().unwrap()
    assert isinstance(stream, ByteStream)
    assert list(stream) == [b"data: 1\n\n", b"data: 2\n\n"]


EVENTS = {"content-type": "text/event-stream"}


@pytest.mark.anyio
async def test_streams_of_the_asynchronous_client(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(200, content=b"data: 1\n\n", headers=EVENTS))
    stream = (await workshop.async_client().watch()).unwrap()
    assert [chunk async for chunk in stream] == [b"data: 1\n\n"]


def test_failures_are_repeated_where_that_does_no_harm(workshop: Workshop) -> None:
    retry = Retry(attempts=3, delay=1, max_delay=5)
    busy = {"retry-after": "2"}
    workshop.answer(httpx.ConnectError("no"), httpx.Response(503, headers=busy), httpx.Response(200))
    workshop.client(retry).check_status()
    assert len(workshop.requests) == 3
    assert 0.5 <= workshop.slept[0] <= 1
    assert workshop.slept[1] == 2

    workshop.answer(httpx.Response(503, headers={"retry-after": "60"}))
    with pytest.raises(UnexpectedResponseError):
        workshop.client(retry).check_status()

    form = models.AddToolApplicationXWwwFormUrlencodedBody(name="a")
    workshop.answer(httpx.ConnectError("no"))
    with pytest.raises(NetworkError, match="addTool: The connection failed: no"):
        workshop.client(retry).add_tool(body=form)
    workshop.answer(httpx.ConnectError("no"), httpx.Response(409, json={"title": "x"}))
    assert workshop.client(retry).add_tool(body=form, idempotency_key="k").status == 409
    workshop.answer(httpx.ReadTimeout("slow"))
    with pytest.raises(CallTimeoutError):
        workshop.client(retry).check_status(options=CallOptions(retry=False))
    workshop.answer(httpx.ConnectError("no"))
    with pytest.raises(NetworkError):
        workshop.client(retry).put_tools_by_tool_id_photo(tool_id="1", body=iter([b"once"]))
    assert workshop.replies == []


def test_a_date_in_retry_after(workshop: Workshop) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=4), usegmt=True)
    workshop.answer(httpx.Response(503, headers={"retry-after": later}), httpx.Response(200))
    workshop.client(Retry()).check_status()
    assert 2 <= workshop.slept[0] <= 4


@pytest.mark.anyio
async def test_the_asynchronous_client_repeats_too(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(503), httpx.Response(200))
    result = await workshop.async_client(Retry(delay=1)).check_status()
    assert result.status == 200
    assert len(workshop.slept) == 1


def test_models_refuse_what_their_schema_refuses() -> None:
    shapes: TypeAdapter[models.Circle | models.Square] = TypeAdapter(models.Shape)
    assert isinstance(shapes.validate_python({"shapeType": "Square", "side": 1}), models.Square)
    with pytest.raises(ValidationError):
        shapes.validate_python({"shapeType": "Triangle", "side": 1})
    with pytest.raises(ValidationError, match="extra_forbidden"):
        models.Circle.model_validate({"shapeType": "Circle", "radius": 1, "side": 2})
    with pytest.raises(ValidationError, match="madeOn"):
        models.Part.model_validate({"name": "x", "madeOn": "never"})


def test_names_that_python_has_other_uses_for() -> None:
    problem = models.Problem(title="x", class_=[1], model_config_=True, value_2nd_try=True, context=["a", ["b"]])
    text = '{"title":"x","context":["a",["b"]],"class":[1],"model_config":true,"2nd try":true}'
    assert problem.model_dump_json() == text
    assert models.Problem.model_validate_json(text) == problem
    assert models.Problem(title="x", class_=None).model_dump_json() == '{"title":"x","class":null}'
