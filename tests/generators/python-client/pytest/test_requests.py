"""What goes over the wire."""

from __future__ import annotations

import base64
import datetime
import io
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

import httpx
import pytest
from conftest import Workshop
from workshop_client import CallOptions, Client, Credentials, File, InputError, models
from workshop_client.runtime.escape import escape_all, escape_some
from workshop_client.runtime.operation import Style
from workshop_client.runtime.style import StyleRules, write_styled


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("simple", False, "a b", "a%20b"),
        ("simple", False, ["a", "b,c"], "a,b%2Cc"),
        ("simple", False, {"x": 1, "y": True}, "x,1,y,true"),
        ("simple", True, {"x": 1, "y": None}, "x=1"),
        ("label", False, ["a", "b"], ".a,b"),
        ("label", True, ["a.b", "c"], ".a%2Eb.c"),
        ("label", True, {"x": 1, "y": 2}, ".x=1.y=2"),
        ("matrix", False, "", ";n"),
        ("matrix", False, ["a", "b"], ";n=a,b"),
        ("matrix", True, ["a", "b"], ";n=a;n=b"),
        ("matrix", True, {"x": 1}, ";x=1"),
        ("form", True, ["a", "b"], "n=a&n=b"),
        ("form", False, ["a", "b&"], "n=a,b%26"),
        ("form", True, {"x": 1, "y": 2.5}, "x=1&y=2.5"),
        ("form", False, {"x": 1}, "n=x,1"),
        ("form", True, [], None),
        ("form", True, None, None),
        ("spaceDelimited", False, ["a", "b"], "n=a%20b"),
        ("pipeDelimited", False, ["a", "b"], "n=a%7Cb"),
        ("tabDelimited", False, ["a", "b"], "n=a%09b"),
        ("deepObject", True, {"a": {"b": ["x", "y"]}, "c": None}, "n%5Ba%5D%5Bb%5D=x&n%5Ba%5D%5Bb%5D=y"),
        ("cookie", True, ["a", "b"], "n=a; n=b"),
        ("form", True, [{"x": [1]}], "n=%7B%22x%22%3A%5B1%5D%7D"),
    ],
)
def test_styles(style: Style, explode: bool, value: object, expected: str | None) -> None:
    assert write_styled("n", value, StyleRules(style=style, explode=explode, encode=escape_all)) == expected


def test_escapes() -> None:
    assert escape_all("~a-b_c.d!*'()/?#é\ud800") == "~a-b_c.d%21%2A%27%28%29%2F%3F%23%C3%A9%EF%BF%BD"
    assert escape_some("/a?b=c&d#e%20f%zz[+]") == "/a?b=c%26d%23e%20f%25zz%5B%2B%5D"


def test_parameters_go_where_they_belong(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(500))
    workshop.client().list_tools(
        kind=["saw", "drill"],
        size=[1, 2],
        filter=models.ListToolsFilter(owner_name="Jo & Co", from_=datetime.date(2026, 11, 1)),
        near=models.Place(lat=1.5, lon=2, shape=models.Circle(shape_type="Circle", radius=1)),
        since=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
        x_trace="é",
        kind_cookie="a;b",
    )
    request = workshop.last
    assert str(request.url).partition("?")[0] == "https://eu.workshop.example/v2/tools"
    assert request.url.query.decode().split("&") == [
        *["kind=saw", "kind=drill", "size=1%7C2"],
        *["filter%5BownerName%5D=Jo%20%26%20Co", "filter%5Bfrom%5D=2026-11-01"],
        f"near={PLACE}",
        "since=2026-11-01T00%3A00%3A00Z",
    ]
    assert (b"x-trace", b"\xe9") in [(name.lower(), value) for name, value in request.headers.raw]
    assert request.headers["cookie"] == "kind=a%3Bb"
    assert request.headers["accept"] == "application/json, text/csv, application/problem+json"
    assert "authorization" not in request.headers


PLACE = escape_all('{"lat":1.5,"lon":2.0,"shape":{"shapeType":"Circle","radius":1.0}}')


def test_what_cannot_be_sent_is_an_input_error(workshop: Workshop) -> None:
    client = workshop.client()
    with pytest.raises(InputError, match='listTools: The header parameter "X-Trace" holds characters'):
        client.list_tools(x_trace="a\nb")
    with pytest.raises(InputError, match='The path parameter "toolId" is empty'):
        client.import_(tool_id="")
    with pytest.raises(InputError, match="segment, which no server would receive"):
        client.import_(tool_id="..")
    with pytest.raises(InputError, match="Pass base_url"):
        Client("/only/a/path").list_tools()
    assert workshop.requests == []


def test_credentials_of_the_first_requirement_that_can_be_met(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(204), httpx.Response(204), httpx.Response(204))
    workshop.client().import_(tool_id="1")
    assert str(workshop.last.url) == "https://eu.workshop.example/v2/tools/1?api_key=k%26y"
    assert workshop.last.headers["authorization"] == "Basic " + base64.b64encode("jo:päss".encode()).decode()
    workshop.client(credentials=Credentials(token=lambda: "t", key="k")).import_(tool_id="1")
    assert workshop.last.headers["authorization"] == "Bearer t"
    assert workshop.last.url.query == b""
    workshop.client(credentials=Credentials(token=lambda: None)).import_(tool_id="1")
    assert "authorization" not in workshop.last.headers
    assert "t" not in repr(Credentials(token="t")).removeprefix("Credentials")


def test_absent_and_null_properties(workshop: Workshop) -> None:
    workshop.answer(*[httpx.Response(204)] * 2)
    client = workshop.client()
    part = models.Part(name="blade", made_on2=datetime.date(2026, 1, 2), seal=b"\x00\xff", state=None)
    saw = models.SawInput(kind="saw", name="Fox", teeth=2**53 + 1, note=None, parts=[part])
    with pytest.raises(Exception, match="204"):
        client.add_tool(body=saw)
    assert workshop.last.content.decode() == (
        '{"kind":"saw","name":"Fox","parts":[{"name":"blade","madeOn":"2026-01-02","seal":"AP8="}],'
        '"note":null,"teeth":9007199254740993}'
    )
    assert workshop.last.headers["content-type"] == "application/json"
    with pytest.raises(Exception, match="204"):
        client.add_tool(body=models.SawInput(kind="saw", name="Fox", teeth=1))
    assert workshop.last.content == b'{"kind":"saw","name":"Fox","teeth":1}'


def test_forms(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(409, json={"title": "There is one."}))
    form = models.AddToolApplicationXWwwFormUrlencodedBody(name="a&b", tags=["x", "y z"])
    workshop.client().add_tool(body=form, content_type="application/x-www-form-urlencoded")
    assert workshop.last.content == b"name=a%26b&tags=x%20y%20z"
    assert workshop.last.headers["content-type"] == "application/x-www-form-urlencoded"


def test_multipart(workshop: Workshop) -> None:
    workshop.answer(*[httpx.Response(200, text="stored")] * 2)
    client = workshop.client()
    client.list_(tool_id="a/b", body=models.ListBody(photo=b"\x89PNG", tags=["x", "y"]))
    assert workshop.last.url.raw_path.partition(b"?")[0] == b"/v2/tools/;toolId=a%2Fb/photo"
    assert parts_of(workshop.last) == [
        ("photo", "file", "image/png", b"\x89PNG"),
        ("tags", None, "text/plain", b"x"),
        ("tags", None, "text/plain", b"y"),
    ]
    photo = File(io.BytesIO(b"GIF"), "a.gif", "image/gif")
    caption = models.ListBodyCaption(text="họp")
    client.list_(tool_id="1", body=models.ListBody(photo=photo, caption=caption))
    assert parts_of(workshop.last) == [
        ("photo", "a.gif", "image/gif", b"GIF"),
        ("caption", None, "application/json", '{"text":"họp"}'.encode()),
    ]


def parts_of(request: httpx.Request) -> list[tuple[str, str | None, str, bytes]]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    found: list[tuple[str, str | None, str, bytes]] = []
    for part in message_from_bytes(head + request.content).walk():
        if part.is_multipart():
            continue
        name = part.get_param("name", header="content-disposition")
        assert isinstance(part, Message)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append((str(name), part.get_filename(), part.get_content_type(), content))
    return found


def test_a_stream_is_sent_as_it_is_read(workshop: Workshop) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"a"
        yield b"b"

    workshop.answer(httpx.Response(204))
    workshop.client().put_tools_by_tool_id_photo(tool_id="1", body=chunks(), content_type="image/webp")
    assert workshop.last.content == b"ab"
    assert workshop.last.headers["content-type"] == "image/webp"
    assert workshop.last.headers["transfer-encoding"] == "chunked"


def test_options_of_a_call_win(workshop: Workshop) -> None:
    workshop.answer(httpx.Response(200))
    workshop.client().check_status(options=CallOptions(headers={"Accept": "x/y"}, timeout=3))
    assert workshop.last.headers["accept"] == "x/y"
    assert workshop.last.extensions["timeout"]["read"] == 3
    assert str(workshop.last.url) == "https://status.example/status"
