"""Signing in with a key, and what it allows."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.services import store_app

READER, READER_KEY = new_key("reader", [Scope.READ])
EDITOR, EDITOR_KEY = new_key("editor", [Scope.READ, Scope.WRITE])
SENDER, SENDER_KEY = new_key("sender", [Scope.WRITE])


@pytest.fixture
def client(filled: Store, settings: Settings) -> FlaskClient:
    """A browser before a service that asks for keys."""
    keyed = replace(settings, api_keys=(READER_KEY, EDITOR_KEY, SENDER_KEY))
    return store_app(keyed, filled).test_client()


def sign_in(client: FlaskClient, key: str, **more):
    return client.post("/desk/sign-in", data={"key": key, **more})


def test_who_has_not_signed_in_is_asked_to(client: FlaskClient):
    answer = client.get("/desk/search?words=dry")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/sign-in?back=/desk/search?words%3Ddry")
    assert "WWW-Authenticate" not in answer.headers
    page = client.get(answer.headers["Location"]).text
    assert 'value="/desk/search?words=dry"' in page
    assert client.post("/desk/judgements").headers["Location"] == "/desk/sign-in?back=/desk/"


def test_a_link_on_another_site_asks_again_from_here(client: FlaskClient):
    """Such as a bookmark on an article’s page: the browser sends the key only with what the desk’s own pages ask."""
    path = "/desk/add?url=https://news.example/1%3Fa%3D1"
    answer = client.get(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0">' in answer.text
    assert f'<a href="{path}">Open the page</a>' in answer.text
    assert client.get(path, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert client.post("/desk/add", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 303


def test_who_signs_in_comes_where_they_wanted(client: FlaskClient):
    answer = sign_in(client, READER, back="/desk/search?words=dry")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/search?words=dry")
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie == f"quotes_key={READER}; HttpOnly; Path=/; SameSite=Strict"
    assert "Sign out" in client.get("/desk/").text
    assert client.get("/").status_code == 200


def test_behind_https_the_key_goes_nowhere_else(client: FlaskClient):
    answer = client.post("/desk/sign-in", data={"key": READER}, base_url="https://desk.example")
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie == f"__Host-quotes_key={READER}; Secure; HttpOnly; Path=/; SameSite=Strict"
    assert client.get("/desk/", base_url="https://desk.example").status_code == 200


@pytest.mark.parametrize(
    ("key", "reason"), [("", "key is not known"), ("quotes_x", "key is not known"), (SENDER, "does not allow reading")]
)
def test_what_is_no_key_to_read_is_refused(client: FlaskClient, key: str, reason: str):
    answer = sign_in(client, key, back="//evil.example")
    assert (answer.status_code, reason in answer.text) == (403, True)
    assert "Set-Cookie" not in answer.headers
    assert 'name="back" value="/desk/"' in answer.text
    assert key not in answer.text or not key


def test_who_may_read_cannot_judge(client: FlaskClient, filled: Store):
    sign_in(client, READER)
    (conflict, *_) = filled.reader.conflicts(Filters(), PageRequest()).items
    assert "<form method" not in client.get(f"/desk/conflicts/{conflict.id}").text.split("</header>", 1)[1]
    answer = client.post(f"/desk/conflicts/{conflict.id}", data={"status": "confirmed", "by": "Lee"})
    assert (answer.status_code, answer.mimetype) == (403, "text/html")
    assert "scope write" in answer.text
    assert client.post("/desk/seeds").status_code == 403
    assert client.post("/desk/add", data={"text": "“Yes,” she said."}).status_code == 403
    assert client.post("/desk/remove/a").status_code == 403
    assert client.post("/desk/read-again/a").status_code == 403
    assert client.post("/keep", data={"text": "“Yes,” she said."}).status_code == 403
    for path in ("/desk/add", "/desk/remove/a", "/desk/articles/a", "/"):
        assert "<form method" not in client.get(path).text.split("</header>", 1)[1] or path == "/", path
    assert "formaction" not in client.post("/", data={"text": "“Yes,” she said."}).text
    assert filled.reader.conflict(conflict.id).status == "open"


def test_who_may_write_judges(client: FlaskClient, filled: Store):
    sign_in(client, EDITOR)
    (conflict, *_) = filled.reader.conflicts(Filters(), PageRequest()).items
    assert client.post(f"/desk/conflicts/{conflict.id}", data={"status": "confirmed", "by": "Lee"}).status_code == 303
    assert filled.reader.conflict(conflict.id).status == "confirmed"


def test_the_cookie_is_no_key_for_the_api(client: FlaskClient):
    """Programs send keys themselves; a browser's cookie would come with what other pages make it ask."""
    sign_in(client, EDITOR)
    assert client.get("/v1/conflicts").status_code == 401


def test_a_browser_that_remembers_an_old_key_may_sign_in_with_another(client: FlaskClient):
    sign_in(client, READER)
    assert client.get("/desk/", auth=("", "quotes_old")).status_code == 200
    client.post("/desk/sign-out")
    assert client.get("/desk/", auth=("", READER)).status_code == 200
    assert client.get("/desk/", auth=("", "quotes_old")).status_code == 303


def test_who_signs_out_is_out(client: FlaskClient):
    sign_in(client, READER)
    assert client.post("/desk/sign-out").headers["Location"] == "/desk/sign-in"
    assert client.get("/desk/").status_code == 303


def test_without_keys_nobody_is_asked(filled: Store, settings: Settings):
    client = store_app(settings, filled).test_client()
    assert client.get("/desk/sign-in").headers["Location"] == "/desk/"
    assert "Sign out" not in client.get("/desk/").text
