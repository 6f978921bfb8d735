"""Bodies that break off, are packed, or are forms."""

import gzip
import io
import json

import pytest
from flask.testing import FlaskClient

ANALYSES = "/v1/analyses"
BODY = json.dumps({"articles": [{"text": "“Yes,” he said."}]}).encode()


def packed(body: bytes) -> bytes:
    """The same whenever it is packed: parallel workers must collect tests of the same names."""
    return gzip.compress(body, mtime=0)


PACKED = packed(BODY)


def post(client: FlaskClient, body: bytes, *, path: str = ANALYSES, media_type: str = "application/json", **headers):
    return client.post(path, data=body, content_type=media_type, headers=headers)


def from_server(
    client: FlaskClient, stream, length: int | None, *, path: str = ANALYSES, media_type="application/json"
):
    """As gunicorn hands a body on, which knows by itself where it ends."""
    environ = {"wsgi.input_terminated": True, "CONTENT_LENGTH": "" if length is None else str(length)}
    return client.post(path, content_type=media_type, input_stream=stream, environ_overrides=environ)


def test_a_body_shorter_than_its_length_is_refused(client: FlaskClient):
    """Though what came is JSON."""
    assert from_server(client, io.BytesIO(BODY), len(BODY)).status_code == 200
    assert from_server(client, io.BytesIO(BODY), len(BODY) + 1).status_code == 400


def test_a_form_that_breaks_off_is_refused(client: FlaskClient):
    form = b"action=read&text=%E2%80%9CYes,%E2%80%9D+he+said."
    media_type = "application/x-www-form-urlencoded"
    assert from_server(client, io.BytesIO(form), len(form), path="/", media_type=media_type).status_code == 200
    assert from_server(client, io.BytesIO(form[:-5]), len(form), path="/", media_type=media_type).status_code == 400


@pytest.mark.parametrize("error", [ValueError("chunks that are none"), TimeoutError(), ConnectionResetError()])
def test_a_body_that_the_server_cannot_read_is_refused(client: FlaskClient, error: Exception):
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise error

    assert from_server(client, Broken(), None).status_code == 400


@pytest.mark.parametrize("body", [PACKED, packed(BODY[:10]) + packed(BODY[10:])], ids=["whole", "in pieces"])
def test_a_packed_body_is_read(client: FlaskClient, body: bytes):
    assert post(client, body, Content_Encoding="gzip").status_code == 200


@pytest.mark.parametrize(
    "body", [BODY, PACKED[:-9], b"", PACKED + b"more"], ids=["plain", "cut off", "empty", "with more after it"]
)
def test_what_is_not_packed_as_it_says_is_refused(client: FlaskClient, body: bytes):
    assert post(client, body, Content_Encoding="gzip").status_code == 400


@pytest.mark.parametrize("size", [8 * 1024**2, 200 * 1024**2])
def test_what_unpacks_to_more_than_the_limit_is_refused(client: FlaskClient, size: int):
    answer = post(client, packed(b" " * size), Content_Encoding="gzip")
    assert answer.status_code == 413


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip"])
def test_other_encodings_are_not_read(client: FlaskClient, encoding: str):
    answer = post(client, BODY, Content_Encoding=encoding)
    assert (answer.status_code, answer.content_type) == (415, "application/problem+json")
    assert "gzip" in answer.json["detail"]


def test_a_form_of_a_million_fields_is_refused(client: FlaskClient):
    answer = post(client, b"text=&" * 1_000_000, path="/", media_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413


def test_a_page_draws_no_more_boxes_than_an_editor_could_fill(client: FlaskClient):
    answer = post(client, b"text=x&" * 400, path="/", media_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert answer.text.count("<textarea") <= 100
