"""What all views of the stored share: pages, ETags."""

from base64 import urlsafe_b64encode

import pytest
from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import items


@pytest.mark.parametrize("name", ["articles", "speakers", "conflicts", "webhooks"])
def test_no_id_and_no_cursor_has_a_null_character(store_client: FlaskClient, name):
    """PostgreSQL would not even look for one."""
    assert store_client.get(f"/v1/{name}/a%00b").status_code == 404
    cursor = urlsafe_b64encode(b'["\\u0000"]').decode()
    assert store_client.get(f"/v1/webhooks?cursor={cursor}").json["type"] == "urn:quotes:problem:cursor"


def test_lists_go_on_by_cursors(store_client: FlaskClient, filled: Store):
    seen, address = [], "/v1/articles?limit=2"
    while address:
        answer = store_client.get(address)
        seen += [one["id"] for one in items(answer)]
        address = answer.headers["Link"].split(">")[0][1:] if "Link" in answer.headers else None
        assert (address is None) == (answer.json["next"] is None)
    assert seen == ["c", "b", "a"]


def test_what_has_not_changed_is_not_sent_again(store_client: FlaskClient, filled: Store):
    etag = store_client.get("/v1/conflicts").headers["ETag"]
    again = store_client.get("/v1/conflicts", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
