"""How the tests of the API submit batches."""

import json

NDJSON = "application/x-ndjson"


def submit(client, body, media_type=NDJSON, **headers):
    """The answer to a batch."""
    return client.post("/v1/batches", data=body, content_type=media_type, headers=headers)


def json_lines(*values):
    """A body of these values."""
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def errors(client, job):
    """The errors of a job."""
    return client.get(f"/v1/jobs/{job['id']}/errors").json["errors"]


TWO = json_lines({"id": "a", "text": "Rain."}, {"id": "b", "text": "Snow."})
