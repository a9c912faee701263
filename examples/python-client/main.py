"""Creates a recording and lists what is there."""

from __future__ import annotations

import hashlib
import os
import uuid

from metadata_client import Client, Credentials, Retry, models, results

address = os.environ.get("METADATA_URL", "http://localhost:8084")
credentials = Credentials(bearer_jwt=os.environ["METADATA_TOKEN"])

with Client(address, credentials=credentials, timeout=5, retry=Retry()) as client:
    recording = models.RecordingCreate(
        title="Họp kế hoạch quý ba",
        media_type="audio/wav",
        language="vi-VN",
        size_bytes=1_920_044,
        duration_seconds=60,
        sha256=hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
    )
    # A key makes the creation safe to repeat, so that it is retried like a read.
    match client.create_recording(idempotency_key=str(uuid.uuid4()), body=recording):
        case results.CreateRecording201(body=created):
            print(f"created {created.id}")
        case results.CreateRecording409(body=problem):
            print(f"not created: {problem.detail}")
        case other:
            other.unwrap()  # raises a ResponseError that holds the result

    page = client.list_recordings(language="vi-VN", limit=10).unwrap()
    print(f"{len(page.items)} recording in Vietnamese")
