"""The generated client against the running TypeScript service, which `.ci/python` starts."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterator

import httpx
import pytest
from metadata_client import AsyncClient, CallError, Client, Credentials, ResponseError, Retry, models, results

ADDRESS = os.environ.get("METADATA_URL", "")
TOKEN = os.environ.get("METADATA_TOKEN", "")
pytestmark = pytest.mark.skipif(ADDRESS == "", reason="METADATA_URL names no service")


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    credentials = Credentials(bearer_jwt=lambda: TOKEN)
    with Client(ADDRESS, credentials=credentials, timeout=10, retry=Retry()) as client:
        wait_until_ready(client)
        yield client


def wait_until_ready(client: Client) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            client.list_speakers(limit=1).unwrap()
        except CallError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the service did not start")


def recording() -> models.RecordingCreate:
    return models.RecordingCreate(
        title="Họp kế hoạch quý ba",
        media_type="audio/wav",
        language="vi-VN",
        size_bytes=1_920_044,
        duration_seconds=60,
        sha256=hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
        labels=["họp", "quý-ba"],
    )


def key() -> str:
    return str(uuid.uuid4())


def test_a_creation_is_repeated_with_its_key_and_conflicts_without(client: Client) -> None:
    body, idempotency_key = recording(), key()
    created = client.create_recording(idempotency_key=idempotency_key, body=body)
    assert isinstance(created, results.CreateRecording201)
    assert created.body.title == body.title
    assert created.body.created_at.tzinfo is not None
    assert created.location is not None
    assert created.location.endswith(created.body.id)
    again = client.create_recording(idempotency_key=idempotency_key, body=body)
    assert again.unwrap().id == created.body.id
    conflict = client.create_recording(idempotency_key=key(), body=body)
    assert conflict.status == 409
    assert conflict.body.type is not None


def test_null_removes_and_absence_leaves_alone(client: Client) -> None:
    created = client.create_recording(idempotency_key=key(), body=recording())
    assert isinstance(created, results.CreateRecording201)
    name = created.body.id
    patch = models.RecordingPatch(language="en")
    changed = client.update_recording(recording_id=name, if_match=created.headers["etag"], body=patch)
    assert isinstance(changed, results.UpdateRecording200)
    assert (changed.body.title, changed.body.language) == (created.body.title, "en")
    patch = models.RecordingPatch(title=None)
    removed = client.update_recording(recording_id=name, if_match=changed.headers["etag"], body=patch)
    assert removed.unwrap().title is None
    stale = client.update_recording(recording_id=name, if_match=created.headers["etag"], body=patch)
    assert isinstance(stale, results.UpdateRecording412)


def test_query_parameters_arrive(client: Client) -> None:
    body = recording()
    label = f"nhãn {uuid.uuid4()} & = + / ?"
    body.labels = [label, "họp"]
    created = client.create_recording(idempotency_key=key(), body=body).unwrap()
    found = client.list_recordings(label=[label, "họp"], created_after=created.created_at, sort="createdAt").unwrap()
    assert [one.id for one in found.items] == [created.id]


def test_problems_are_values_or_raised(client: Client) -> None:
    missing = client.get_recording(recording_id="rec_01M7VBSJEG08Y4YCWC4KHBX95N")
    assert isinstance(missing, results.GetRecording404)
    assert missing.content_type == "application/problem+json"
    assert missing.x_request_id
    with pytest.raises(ResponseError) as raised:
        missing.unwrap()
    assert raised.value.result == missing
    wrong = Client(ADDRESS, credentials=Credentials(bearer_jwt="wrong"))
    assert wrong.list_recordings().status == 401


def test_an_http_client_can_be_given() -> None:
    seen: list[str] = []
    hooks = {"request": [lambda request: seen.append(request.headers["authorization"])]}
    with httpx.Client(event_hooks=hooks) as http_client:
        client = Client(ADDRESS, credentials=Credentials(bearer_jwt="a"), http_client=http_client)
        assert client.list_speakers().status == 401
    assert seen == ["Bearer a"]


@pytest.mark.anyio
async def test_the_asynchronous_client_does_the_same(client: Client) -> None:
    async def token() -> str:
        return TOKEN

    async with AsyncClient(ADDRESS, credentials=Credentials(bearer_jwt=token)) as same:
        created = await same.create_recording(idempotency_key=key(), body=recording())
        assert isinstance(created, results.CreateRecording201)
        read = await same.get_recording(recording_id=created.body.id)
        assert read.unwrap() == client.get_recording(recording_id=created.body.id).unwrap()
