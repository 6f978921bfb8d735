"""The resources over the store, through HTTP."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.outbound.http_client import Reply
from service.store import Store
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.services import NoParser, service_app, store_app

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """An empty store, on each of the two databases."""
    opened = Store(database.engine.url.render_as_string(hide_password=False))
    yield opened
    opened.close()


@pytest.fixture
def client(store: Store, settings: Settings) -> FlaskClient:
    """A client of a service with that store."""
    return store_app(settings, store).test_client()


def told(article_id, *variants, **more):
    one = report(article_id, *variants)
    return replace(one, article=replace(one.article, **more))


@pytest.fixture
def filled(store: Store) -> Store:
    """Three articles: a changed word, another speaker, and something else."""
    for one in (
        told("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post", published_at="2024-05-01"),
        told("b", ("Pérez", NOT_DRY), outlet="The Star", published_at="2024-05-02T10:00:00+02:00"),
        told("c", (OMAR, "We wait for rain."), outlet="The Post", published_at="2024-06-01"),
    ):
        store.articles.save(one)
    return store


def post(client, path, body, **headers):
    return client.post(path, json=body, headers=headers)


def items(answer):
    assert answer.status_code == 200, answer.text
    (found,) = [value for name, value in answer.json.items() if name != "next"]
    return found


def test_an_article_is_kept_once(client: FlaskClient):
    body = {"text": "“The bridge will be closed for the whole of May,” the office wrote.", "outlet": "The Post"}
    first, again = (post(client, "/v1/articles", body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    article_id = first.json["id"]
    assert first.headers["Location"] == f"/v1/articles/{article_id}"
    assert client.get(f"/v1/articles/{article_id}").json == first.json


def test_an_article_is_shown_with_its_quotations(client: FlaskClient, filled: Store):
    article = client.get("/v1/articles/b").json
    (quotation,) = article["quotations"]
    (part,) = quotation["parts"]
    assert article["text"][part["start"] : part["end"]] == part["exact"] == NOT_DRY
    assert quotation["statement_id"] in [one["id"] for one in items(client.get("/v1/statements"))]
    assert (article["outlet"], article["published_at"]) == ("The Star", "2024-05-02T10:00:00+02:00")


def test_an_article_may_come_from_its_url(store: Store, settings: Settings):
    """Whatever stands there then is the article."""
    pages = iter([Reply(200, "text/plain", "utf-8", b"Nothing."), Reply(404, "text/plain", "utf-8", b"")])
    dependencies = Dependencies(lambda url: next(pages), store=store)
    client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    kept = post(client, "/v1/articles", {"url": "https://news.example/1"})
    assert (kept.status_code, kept.json["text"], kept.json["url"]) == (201, "Nothing.", "https://news.example/1")
    refused = post(client, "/v1/articles", {"url": "https://news.example/2"})
    assert (refused.status_code, refused.json["errors"][0]["field"]) == (422, "/url")


def test_a_request_that_names_itself_is_answered_once_whatever_stands_at_its_url(store: Store, settings: Settings):
    pages = iter([Reply(200, "text/plain", "utf-8", b"Nothing."), Reply(200, "text/plain", "utf-8", b"Something.")])
    dependencies = Dependencies(lambda url: next(pages), store=store)
    client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    body, named = {"url": "https://news.example/1"}, {"Idempotency-Key": "k1"}
    first, again = (post(client, "/v1/articles", body, **named) for _ in range(2))
    assert (first.status_code, again.status_code, again.json) == (201, 200, first.json)
    assert post(client, "/v1/articles", body).json["text"] == "Something."


def test_what_is_new_is_told(store: Store, settings: Settings):
    told_of = []
    dependencies = Dependencies(on_stored=told_of.append, store=store)
    client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    for _ in range(2):
        post(client, "/v1/articles", {"id": "a", "text": "Nothing."})
    assert [report.article.id for report in told_of] == ["a"]


def test_the_version_names_the_stores_revision(client: FlaskClient, store: Store):
    assert client.get("/version").json["store"] == store.revision


def test_an_id_stands_for_one_article(client: FlaskClient):
    assert post(client, "/v1/articles", {"id": "a", "text": "Nothing."}).status_code == 201
    clash = post(client, "/v1/articles", {"id": "a", "text": "Something."})
    assert (clash.status_code, clash.json["type"]) == (409, "urn:quotes:problem:clash")
    assert client.get("/v1/articles/a").json["text"] == "Nothing."


@pytest.mark.parametrize("article_id", ["a/1", "/a", "https://news.example/1?page=2#top", "é %2F"])
def test_any_id_leads_to_its_article(client: FlaskClient, article_id):
    kept = post(client, "/v1/articles", {"id": article_id, "text": "Nothing."})
    assert client.get(kept.headers["Location"]).json["id"] == article_id


@pytest.mark.parametrize("name", ["articles", "speakers", "conflicts", "webhooks"])
def test_no_id_and_no_cursor_has_a_null_character(client: FlaskClient, name):
    """PostgreSQL would not even look for one."""
    assert client.get(f"/v1/{name}/a%00b").status_code == 404
    cursor = urlsafe_b64encode(b'["\\u0000"]').decode()
    assert client.get(f"/v1/webhooks?cursor={cursor}").json["type"] == "urn:quotes:problem:cursor"


def test_a_request_that_names_itself_is_answered_once(client: FlaskClient):
    named = {"Idempotency-Key": "k1"}
    assert post(client, "/v1/articles", {"text": "Nothing."}, **named).status_code == 201
    assert post(client, "/v1/articles", {"text": "Nothing."}, **named).status_code == 200
    assert post(client, "/v1/articles", {"text": "Something."}, **named).status_code == 409


def test_a_request_whose_article_was_deleted_is_not_answered_with_another(client: FlaskClient):
    named, body = {"Idempotency-Key": "k1"}, {"id": "a", "text": "Nothing."}
    assert post(client, "/v1/articles", body, **named).status_code == 201
    assert client.delete("/v1/articles/a").status_code == 204
    again = post(client, "/v1/articles", body, **named)
    assert (again.status_code, again.json["type"]) == (409, "urn:quotes:problem:clash")
    assert post(client, "/v1/articles", body).status_code == 201


@pytest.mark.parametrize("outlet", ["O\u0308 Post", "Ö\u00ad Post", "\u200bÖ  Post "])
def test_an_outlet_is_one_however_it_is_typed(client: FlaskClient, outlet: str):
    for article_id, name in (("a", "Ö Post"), ("b", outlet)):
        post(client, "/v1/articles", {"id": article_id, "text": "Nothing.", "outlet": name})
    found = client.get("/v1/articles", query_string={"outlet": outlet}).json["articles"]
    assert [(one["id"], one["outlet"]) for one in found] == [("b", "Ö Post"), ("a", "Ö Post")]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"text": "a\0b"}, "/text"),
        ({"text": " "}, "/text"),
        ({"text": "x", "published_at": "noon"}, "/published_at"),
    ],
)
def test_what_cannot_be_kept_is_refused(client: FlaskClient, body, pointer):
    answer = post(client, "/v1/articles", body)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, pointer)


def test_lists_go_on_by_cursors(client: FlaskClient, filled: Store):
    seen, address = [], "/v1/articles?limit=2"
    while address:
        answer = client.get(address)
        seen += [one["id"] for one in items(answer)]
        address = answer.headers["Link"].split(">")[0][1:] if "Link" in answer.headers else None
        assert (address is None) == (answer.json["next"] is None)
    assert seen == ["c", "b", "a"]


def test_the_newest_conflicts_come_first_where_asked(client: FlaskClient, filled: Store):
    filled.articles.save(told("d", (ANA, "The sea is calm.", ("former mayor", "Lima"))))
    seen, address = [], "/v1/conflicts?order=newest&limit=1"
    while address:
        answer = client.get(address)
        seen += items(answer)
        address = answer.headers["Link"].split(">")[0][1:] if "Link" in answer.headers else None
    assert [one["kind"] for one in seen] == ["affiliation", "wording"]
    assert all(one["found_at"] == one["changed_at"] for one in seen)
    later = client.get(f"/v1/conflicts?changed_since={quote(seen[0]['changed_at'])}")
    assert items(later) == seen[:1]
    first = client.get("/v1/conflicts?order=newest&limit=1").json["next"]
    assert client.get(f"/v1/conflicts?cursor={first}").json["type"] == "urn:quotes:problem:cursor"


def test_a_conflict_is_found_by_the_ids_that_it_had(client: FlaskClient, filled: Store):
    (before,) = items(client.get("/v1/conflicts"))
    filled.articles.save(told("d", (ANA, DRY.replace("dry", "half dry"))))
    (after,) = items(client.get("/v1/conflicts"))
    moved = client.get(f"/v1/conflicts/{before['id']}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/conflicts/{after['id']}")
    assert after["found_at"] == before["found_at"] < after["changed_at"]


@pytest.mark.parametrize(
    ("address", "n_found"),
    [
        ("articles?outlet=The Post", 2),
        ("articles?since=2024-05-02&until=2024-05-03", 1),
        ("articles?since=2024-05-02T08:00:01", 1),
        ("articles?words=wells FESTIVAL", 2),
        ('articles?words="', 0),
        ("quotations", 3),
        ("quotations?words=rain", 1),
        ("quotations?words=OR", 0),
        ("quotations?outlet=The Star", 1),
        ("quotations?kind=indirect", 0),
        ("speakers", 2),
        ("speakers?words=said omar", 1),
        ("speakers?words=“said”", 1),
        ("speakers?words=sai", 0),
        ("speakers?words=AND", 0),
        ("speakers?kind=organization", 0),
        ("speakers?outlet=The Star", 1),
        ("statements", 2),
        ("statements?words=dry", 1),
        ("statements?outlet=The Star&since=2024-06-01", 0),
        ("conflicts", 1),
        ("conflicts?kind=wording&severity=high&status=open", 1),
        ("conflicts?kind=speaker", 0),
        ("conflicts?outlet=The Star", 1),
        ("conflicts?until=2024-05-01", 0),
        ("conflicts?words=valley", 1),
        ("conflicts?words=100%", 0),
        ("conflicts?words=vall", 0),
        ("conflicts?changed_since=2024-06-01", 1),
        ("conflicts?changed_since=2100-01-01&order=newest", 0),
        ("judgements", 0),
    ],
)
def test_lists_are_searched(client: FlaskClient, filled: Store, address, n_found):
    assert len(items(client.get(f"/v1/{address}"))) == n_found


def test_lists_are_searched_by_speaker(client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(client.get("/v1/speakers")))
    for name, n_of_ana in (("quotations", 2), ("statements", 1), ("conflicts", 1)):
        assert len(items(client.get(f"/v1/{name}?speaker_id={ana}"))) == n_of_ana
    assert items(client.get(f"/v1/conflicts?speaker_id={omar}")) == []


@pytest.mark.parametrize(
    "query",
    [
        "outlets=Post",
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "cursor=W10",
        "cursor=WyJhIl0",
        "since=noon",
        "words=%00",
    ],
)
def test_searches_are_checked(client: FlaskClient, query):
    answer = client.get(f"/v1/articles?{query}")
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"


def test_each_is_shown_by_its_id(client: FlaskClient, filled: Store):
    for name in ("quotations", "speakers", "statements", "conflicts"):
        for one in items(client.get(f"/v1/{name}")):
            assert client.get(f"/v1/{name}/{one['id']}").json == one
        assert client.get(f"/v1/{name}/nothing").status_code == 404
    assert client.get("/v1/articles/nothing").status_code == 404
    (ana,) = items(client.get("/v1/speakers?words=ana"))
    assert [post["role"] for post in ana["affiliations"]] == ["mayor"]
    assert ana["aliases"] == ["Pérez"]


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, filled: Store):
    etag = client.get("/v1/conflicts").headers["ETag"]
    again = client.get("/v1/conflicts", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_deleted_article_takes_along_what_came_from_it(client: FlaskClient, filled: Store):
    path = "/v1/articles/b"
    assert client.delete(path, headers={"If-Match": '"other"'}).status_code == 412
    etag = client.get(path).headers["ETag"]
    assert client.delete(path, headers={"If-Match": etag}).status_code == 204
    assert client.delete(path).status_code == 404
    assert items(client.get("/v1/conflicts")) == []
    assert len(items(client.get("/v1/quotations"))) == 2


def test_an_id_that_was_merged_away_leads_on(client: FlaskClient, filled: Store):
    """The speaker of the short name is the one of the full name as soon as an article tells it."""
    filled.articles.save(told("d", ("Ruiz", "We are here to stay for good.")))
    (ruiz,) = items(client.get("/v1/speakers?words=ruiz"))
    filled.articles.save(told("e", ("Eva Ruiz", "There is nothing that we would rather do.")))
    moved = client.get(f"/v1/speakers/{ruiz['id']}")
    (eva,) = items(client.get("/v1/speakers?words=ruiz"))
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/speakers/{eva['id']}")


def test_a_judged_conflict_stays_judged(client: FlaskClient, filled: Store):
    (conflict,) = items(client.get("/v1/conflicts"))
    path, body = f"/v1/conflicts/{conflict['id']}", {"status": "dismissed", "by": "desk", "reason": "A misprint."}
    assert client.patch(path, json=body, headers={"If-Match": '"old"'}).status_code == 412
    assert client.patch(path, json=body).json == {**conflict, "status": "dismissed"}
    filled.articles.save(told("0", (ANA, DRY)))
    (later,) = items(client.get("/v1/conflicts"))
    assert later["status"] == "dismissed"
    assert len(later["claims"][0]["article_ids"]) == 2
    (judgement,) = items(client.get("/v1/judgements"))
    assert (judgement["judged_by"], judgement["reason"], judgement["verdict"]) == ("desk", "A misprint.", "dismissed")
    assert client.patch("/v1/conflicts/nothing", json=body).status_code == 404


def judged(client, subject, first, second, verdict):
    body = {"subject": subject, "first": first, "second": second, "verdict": verdict, "by": "desk"}
    return post(client, "/v1/judgements", body)


def test_judged_statements_are_one_or_two(client: FlaskClient, filled: Store):
    one, other = (statement["id"] for statement in items(client.get("/v1/statements")))
    assert judged(client, "statement", one, other, "same").status_code == 201
    (united,) = items(client.get("/v1/statements"))
    assert len(united["quotation_ids"]) == 3
    assert judged(client, "statement", one, united["id"], "same").status_code in (404, 409)
    quoted = [quotation["id"] for quotation in items(client.get("/v1/quotations"))]
    rain, not_dry, dry = quoted
    assert judged(client, "statement", rain, dry, "different").status_code == 201
    assert judged(client, "statement", dry, not_dry, "different").status_code == 201
    filled.articles.save(told("f", (ANA, "The sea is calm.")))
    assert len(items(client.get("/v1/statements"))) >= 3


def test_a_judgement_that_names_itself_is_answered_as_it_was(client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(client.get("/v1/speakers")))
    body = {"subject": "speaker", "first": ana, "second": omar, "by": "desk"}
    same, different = ({**body, "verdict": verdict} for verdict in ("same", "different"))
    first = post(client, "/v1/judgements", same, **{"Idempotency-Key": "k1"})
    post(client, "/v1/judgements", {**different, "first": first.json["first"]})
    again = post(client, "/v1/judgements", same, **{"Idempotency-Key": "k1"})
    assert (again.status_code, again.json) == (201, first.json)
    assert post(client, "/v1/judgements", different, **{"Idempotency-Key": "k1"}).status_code == 409
    assert post(client, "/v1/articles", {"text": "Nothing."}, **{"Idempotency-Key": "k1"}).status_code == 409
    assert post(client, "/v1/articles", {"text": "Nothing."}, **{"Idempotency-Key": "k2"}).status_code == 201
    assert post(client, "/v1/judgements", same, **{"Idempotency-Key": "k2"}).status_code == 409


def test_stored_conflicts_are_counted_by_kind(client: FlaskClient, filled: Store):
    assert 'quotes_stored_conflicts{kind="wording"} 1.0' in client.get("/metrics").text
    filled.articles.forget("b")
    assert 'quotes_stored_conflicts{kind="wording"} 0.0' in client.get("/metrics").text


def test_judged_speakers_are_one_or_two(client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(client.get("/v1/speakers")))
    assert judged(client, "speaker", ana, omar, "same").status_code == 201
    assert len(items(client.get("/v1/speakers"))) == 1
    a, b = (quotation["id"] for quotation in items(client.get("/v1/quotations?words=dry")))
    assert judged(client, "speaker", a, b, "different").status_code == 201
    assert len(items(client.get("/v1/speakers"))) == 2
    assert judged(client, "speaker", a, a, "same").status_code == 409
    assert judged(client, "speaker", a, "nothing", "same").status_code == 404
    assert judged(client, "conflict", a, b, "same").status_code == 422


def test_a_service_without_a_store_says_so(settings: Settings):
    client = service_app(settings, UseCases(NoParser())).test_client()
    answer = client.get("/v1/articles")
    assert (answer.status_code, answer.json["type"]) == (503, "urn:quotes:problem:store")


def test_all_is_exported_in_the_formats_of_others(client: FlaskClient, filled: Store):
    for name, media_type in (("jsonl", "application/x-ndjson"), ("csv", "text/csv"), ("schema.org", "application/ld")):
        answer = client.get(f"/v1/exports?format={name}")
        assert answer.content_type.startswith(media_type)
        assert answer.text.count(NOT_DRY) == 1 + (name == "jsonl")
    lines = client.get("/v1/exports?outlet=The Post").text.splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == ["a", "c"]
    assert client.get("/v1/exports?format=xml").status_code == 422
