"""Quotations, speakers and statements through HTTP; lists of all kinds are searched in the same ways."""

import pytest
from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import items, report_with

FOUND = {
    "articles?outlet=The Post": 2,
    "articles?since=2024-05-02&until=2024-05-03": 1,
    "articles?since=2024-05-02T08:00:01": 1,
    "articles?words=wells FESTIVAL": 2,
    'articles?words="': 0,
    "quotations": 3,
    "quotations?words=rain": 1,
    "quotations?words=OR": 0,
    "quotations?outlet=The Star": 1,
    "quotations?kind=indirect": 0,
    "speakers": 2,
    "speakers?words=said omar": 1,
    "speakers?words=“said”": 1,
    "speakers?words=sai": 0,
    "speakers?words=AND": 0,
    "speakers?kind=organization": 0,
    "speakers?outlet=The Star": 1,
    "statements": 2,
    "statements?words=dry": 1,
    "statements?outlet=The Star&since=2024-06-01": 0,
    "conflicts": 1,
    "conflicts?kind=wording&severity=high&status=open": 1,
    "conflicts?kind=speaker": 0,
    "conflicts?outlet=The Star": 1,
    "conflicts?until=2024-05-01": 0,
    "conflicts?words=valley": 1,
    "conflicts?words=100%": 0,
    "conflicts?words=vall": 0,
    "conflicts?changed_since=2024-06-01": 1,
    "conflicts?changed_since=2100-01-01&order=newest": 0,
    "quotations?article_id=a": 1,
    "quotations?article_id=x": 0,
    "quotations?article_id=a&min_confidence=1": 1,
    "speakers?article_id=c": 1,
    "statements?article_id=b": 1,
    "statements?article_id=b&words=rain": 0,
    "conflicts?article_id=b": 1,
    "conflicts?article_id=c": 0,
    "judgements": 0,
}


def test_lists_are_searched(store_client: FlaskClient, filled: Store):
    found = {address: len(items(store_client.get(f"/v1/{address}"))) for address in FOUND}
    assert found == FOUND


def test_lists_are_searched_by_speaker(store_client: FlaskClient, filled: Store):
    ana, omar = (one["id"] for one in items(store_client.get("/v1/speakers")))
    for name, n_of_ana in (("quotations", 2), ("statements", 1), ("conflicts", 1)):
        assert len(items(store_client.get(f"/v1/{name}?speaker_id={ana}"))) == n_of_ana
    assert items(store_client.get(f"/v1/conflicts?speaker_id={omar}")) == []


def test_each_is_shown_by_its_id(store_client: FlaskClient, filled: Store):
    for name in ("quotations", "speakers", "statements", "conflicts"):
        for one in items(store_client.get(f"/v1/{name}")):
            assert store_client.get(f"/v1/{name}/{one['id']}").json == one
        assert store_client.get(f"/v1/{name}/nothing").status_code == 404
    assert store_client.get("/v1/articles/nothing").status_code == 404
    (ana,) = items(store_client.get("/v1/speakers?words=ana"))
    assert [post["role"] for post in ana["affiliations"]] == ["mayor"]
    assert ana["aliases"] == ["Pérez"]


def test_an_id_that_was_merged_away_redirects(store_client: FlaskClient, filled: Store):
    """The speaker of the short name is the one of the full name as soon as an article tells it."""
    filled.articles.save(report_with("d", ("Ruiz", "We are here to stay for good.")))
    (ruiz,) = items(store_client.get("/v1/speakers?words=ruiz"))
    filled.articles.save(report_with("e", ("Eva Ruiz", "There is nothing that we would rather do.")))
    moved = store_client.get(f"/v1/speakers/{ruiz['id']}")
    (eva,) = items(store_client.get("/v1/speakers?words=ruiz"))
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/speakers/{eva['id']}")


@pytest.mark.parametrize("name", ["articles", "quotations", "speakers", "statements", "conflicts", "judgements"])
def test_a_list_is_counted_where_that_is_asked(store_client: FlaskClient, filled: Store, name: str):
    page = store_client.get(f"/v1/{name}?total=true&limit=1").json
    whole = store_client.get(f"/v1/{name}").json
    assert page["total"] == len(whole[name])
    assert set(whole) == {name, "next"}
    assert "total" not in store_client.get(f"/v1/{name}?total=false").json
    assert store_client.get(f"/v1/{name}?total=perhaps").status_code == 422


def test_the_total_is_that_of_the_filters_on_every_page(store_client: FlaskClient, filled: Store):
    first = store_client.get("/v1/quotations?words=valley&total=true&limit=1").json
    later = store_client.get(f"/v1/quotations?words=valley&total=true&limit=1&cursor={first['next']}").json
    assert (first["total"], later["total"], later["next"]) == (2, 2, None)


def test_outlets_and_speakers_have_figures(store_client: FlaskClient, filled: Store):
    post, star = sorted(store_client.get("/v1/figures/outlets").json["outlets"], key=lambda one: one["outlet"])
    assert (post["n_articles"], post["n_quotations"], post["n_contradicted"], post["n_corrected"]) == (2, 2, 1, 0)
    assert star["n_contradicted"] == 1
    (most,) = store_client.get("/v1/figures/speakers?limit=1").json["speakers"]
    assert (most["name"], most["n_quotations"], most["n_contradicted"]) == ("Ana Pérez", 2, 1)
    assert store_client.get("/v1/figures/speakers?limit=0").status_code == 422
