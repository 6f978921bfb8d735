"""Jobs through HTTP."""

import pytest

from tests.linking.reports import report
from tests.web.api.submitting import TWO, submit


def test_a_job_is_cancelled(batch_client, batch_store):
    job = submit(batch_client, TWO).json
    leased = batch_store.leases.lease(60)
    batch_store.leases.complete(leased, report("a", ("Ana", "We wait for rain.")))
    for _ in range(2):
        answer = batch_client.post(f"/v1/jobs/{job['id']}/cancel")
        assert answer.status_code == 200
        assert (answer.json["state"], answer.json["done"], answer.json["left"]) == ("cancelled", 1, 1)
    assert batch_client.get("/v1/articles/a").status_code == 200


def test_lists_go_on(batch_client):
    for _ in range(3):
        submit(batch_client, b"1\n2\n")
    first = batch_client.get("/v1/jobs?limit=2")
    assert len(first.json["jobs"]) == 2
    assert len(batch_client.get(first.headers["Link"].split(">")[0][1:]).json["jobs"]) == 1
    job = first.json["jobs"][0]
    first = batch_client.get(f"/v1/jobs/{job['id']}/errors?limit=1")
    rest = batch_client.get(first.headers["Link"].split(">")[0][1:])
    assert [error["line"] for answer in (first, rest) for error in answer.json["errors"]] == [1, 2]


@pytest.mark.parametrize("path", ["/v1/jobs/j0", "/v1/jobs/j0/errors"])
def test_an_unknown_job_is_missing(batch_client, path):
    assert batch_client.get(path).status_code == 404
    assert batch_client.post("/v1/jobs/j0/cancel").status_code == 404
