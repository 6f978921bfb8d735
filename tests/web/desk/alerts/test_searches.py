"""Saved searches on the desk."""

from dataclasses import replace
from html import unescape

from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.services import store_app

FORM = {"name": "Wells & more", "status": "open", "words": "dry", "outlet": "The Star", "since": "2024-05-01"}


def test_the_filters_of_the_page_are_saved_and_found_again(client: FlaskClient, filled: Store):
    shown = unescape(client.get("/desk/?words=dry&outlet=The+Star&since=2024-05-01").text)
    assert all(f'name="{name}" value="{value}"' in shown for name, value in FORM.items() if name != "name")
    answer = client.post("/desk/searches", data=FORM)
    address = "/desk/?status=open&outlet=The+Star&words=dry&since=2024-05-01"
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    (search,) = filled.searches.listed(PageRequest()).items
    assert search.filters == Filters("The Star", status="open", words="dry", since=1_714_521_600.0)
    shown = unescape(client.get("/desk/").text)
    assert f'<a href="{address}">Wells & more</a>' in shown
    assert f"/v1/conflicts.atom?search_id={search.id}" in shown
    assert client.get(f"/v1/conflicts.atom?search_id={search.id}").status_code == 200


def test_a_search_for_all_is_not_one_for_open_conflicts(client: FlaskClient, filled: Store):
    assert client.post("/desk/searches", data={"name": "All"}).headers["Location"] == "/desk/?status="


def test_a_search_is_removed(client: FlaskClient, filled: Store):
    search = filled.searches.add("Wells", Filters())
    answer = client.post(f"/desk/searches/{search.id}/remove", data={"back": "/desk/?kind=wording"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/?kind=wording")
    assert filled.searches.listed(PageRequest()).items == ()


def test_two_of_one_name_are_refused_on_a_page(client: FlaskClient, filled: Store):
    client.post("/desk/searches", data=FORM)
    answer = client.post("/desk/searches", data=FORM)
    assert (answer.status_code, answer.mimetype, "already has the name" in answer.text) == (409, "text/html", True)


def test_who_may_only_read_saves_nothing(filled: Store, settings: Settings):
    secret, key = new_key("reader", [Scope.READ])
    client = store_app(replace(settings, api_keys=(key,)), filled).test_client()
    client.set_cookie("quotes_key", secret)
    assert "Save these filters" not in client.get("/desk/").text
    assert client.post("/desk/searches", data=FORM).status_code == 403
