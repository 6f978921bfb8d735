"""Exports through HTTP."""

import json

from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import NOT_DRY


def test_quotations_are_exported_in_other_formats(store_client: FlaskClient, filled: Store):
    for name, media_type in (("jsonl", "application/x-ndjson"), ("csv", "text/csv"), ("schema.org", "application/ld")):
        answer = store_client.get(f"/v1/exports?format={name}")
        assert answer.content_type.startswith(media_type)
        assert answer.text.count(NOT_DRY) == 1 + (name == "jsonl")
    lines = store_client.get("/v1/exports?outlet=The Post").text.splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == ["a", "c"]
    assert store_client.get("/v1/exports?format=xml").status_code == 422
