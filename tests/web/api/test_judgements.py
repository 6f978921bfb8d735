"""Judgements through HTTP."""

from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import ANA, items, post, report_with


def judged(store_client, subject, first, second, verdict):
    body = {"subject": subject, "first": first, "second": second, "verdict": verdict, "by": "desk"}
    return post(store_client, "/v1/judgements", body)


def test_judged_statements_are_one_or_two(store_client: FlaskClient, filled: Store):
    one, other = (statement["id"] for statement in items(store_client.get("/v1/statements")))
    assert judged(store_client, "statement", one, other, "same").status_code == 201
    (united,) = items(store_client.get("/v1/statements"))
    assert len(united["quotation_ids"]) == 3
    assert judged(store_client, "statement", one, united["id"], "same").status_code in (404, 409)
    quoted = [quotation["id"] for quotation in items(store_client.get("/v1/quotations"))]
    rain, not_dry, dry = quoted
    assert judged(store_client, "statement", rain, dry, "different").status_code == 201
    assert judged(store_client, "statement", dry, not_dry, "different").status_code == 201
    filled.articles.save(report_with("f", (ANA, "The sea is calm.")))
    assert len(items(store_client.get("/v1/statements"))) >= 3


def test_a_judgement_that_names_itself_is_answered_as_it_was(store_client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(store_client.get("/v1/speakers")))
    body = {"subject": "speaker", "first": ana, "second": omar, "by": "desk"}
    same, different = ({**body, "verdict": verdict} for verdict in ("same", "different"))
    first = post(store_client, "/v1/judgements", same, **{"Idempotency-Key": "k1"})
    post(store_client, "/v1/judgements", {**different, "first": first.json["first"]})
    again = post(store_client, "/v1/judgements", same, **{"Idempotency-Key": "k1"})
    assert (again.status_code, again.json) == (201, first.json)
    assert post(store_client, "/v1/judgements", different, **{"Idempotency-Key": "k1"}).status_code == 409
    assert post(store_client, "/v1/articles", {"text": "Nothing."}, **{"Idempotency-Key": "k1"}).status_code == 409
    assert post(store_client, "/v1/articles", {"text": "Nothing."}, **{"Idempotency-Key": "k2"}).status_code == 201
    assert post(store_client, "/v1/judgements", same, **{"Idempotency-Key": "k2"}).status_code == 409


def test_judged_speakers_are_one_or_two(store_client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(store_client.get("/v1/speakers")))
    assert judged(store_client, "speaker", ana, omar, "same").status_code == 201
    assert len(items(store_client.get("/v1/speakers"))) == 1
    a, b = (quotation["id"] for quotation in items(store_client.get("/v1/quotations?words=dry")))
    assert judged(store_client, "speaker", a, b, "different").status_code == 201
    assert len(items(store_client.get("/v1/speakers"))) == 2
    assert judged(store_client, "speaker", a, a, "same").status_code == 409
    assert judged(store_client, "speaker", a, "nothing", "same").status_code == 404
    assert judged(store_client, "conflict", a, b, "same").status_code == 422
