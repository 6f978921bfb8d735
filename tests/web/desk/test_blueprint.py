"""What all pages of the desk share: soundness, safety, refusals."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from service.web.middleware.problems import MEDIA_TYPE
from service.web.rendering import style_hash
from tests.services import NoParser, service_app, store_app
from tests.web.pages import SoundPage


def paths(store: Store) -> list[str]:
    conflicts = store.reader.conflicts(Filters(), PageRequest()).items
    statements = store.reader.statements(Filters(words="valley"), PageRequest()).items
    speakers = store.reader.speakers(Filters(words="ana"), PageRequest()).items
    return [
        "/desk/",
        "/desk/?speaker=a&status=",
        f"/desk/conflicts/{conflicts[0].id}",
        f"/desk/statements/{statements[0].id}?words=rain",
        f"/desk/speakers/{speakers[0].id}?words=omar",
        "/desk/articles",
        "/desk/articles/a",
        "/desk/articles/a?done=stored",
        "/desk/add?url=https://news.example/1",
        "/desk/remove/a",
        "/desk/speakers?words=ana",
        "/desk/quotations?speaker=ana",
        "/desk/quotations?speaker=a",
        "/desk/statements",
        "/desk/judgements",
        "/desk/figures",
        "/desk/alerts",
        "/desk/alerts?severity=high&by=slack&done=added",
        "/desk/search?words=ana",
        "/desk/search",
        "/desk/nothing",
    ]


def test_pages_are_sound(client: FlaskClient, watched: Store):
    """Tags closed, ids unique, links within the page met, fields labelled, one first heading, no level left out."""
    for path in paths(watched):
        page = SoundPage(client.get(path).text)
        assert len(page.ids) == len(set(page.ids)), path
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids), path
        assert page.fields == page.labels, path
        assert page.headings.count(1) == 1, path
        assert page.headings[0] == 1, path
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), path
        assert page.landmarks >= {"header", "nav", "main", "footer"}, path


def test_every_link_of_the_desk_leads_to_a_page(client: FlaskClient, watched: Store):
    seen, waiting = set(), ["/desk/"]
    while waiting:
        path = waiting.pop().partition("#")[0]
        if path not in seen and path.startswith("/desk/"):
            seen.add(path)
            answer = client.get(path)
            assert answer.status_code == 200, path
            waiting += SoundPage(answer.text).links
    assert len(seen) > 12


def test_pages_load_nothing_but_their_own_style_and_the_keys(client: FlaskClient, watched: Store):
    for path in paths(watched):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        has_keys = path.partition("?")[0] == "/desk/" or "/conflicts/" in path
        script = "script-src 'self'; connect-src 'self'; " if has_keys else ""
        own = f"style-src {style_hash()}; img-src data:; form-action 'self'; "
        assert policy.startswith(f"default-src 'none'; {script}{own}")
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["Cache-Control"] == "no-store"
        scripts = ['<script src="/static/desk.js" defer></script>'] if has_keys else []
        assert re.findall(r"<script.*", answer.text) == scripts
        assert not re.search(r'\son\w+="', answer.text)


@pytest.mark.parametrize(
    "path", ["nothing", "statements/x", "speakers/x", "conflicts/x", "articles/x", "statements/x/y"]
)
def test_what_is_not_there_is_told_on_a_page(client: FlaskClient, filled: Store, path: str):
    answer = client.get(f"/desk/{path}")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "Page not found" in answer.text
    assert 'href="/desk/"' in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site", "Origin": "https://other.localhost"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize(
    "path",
    ["/desk/judgements", "/desk/seeds", "/desk/add", "/desk/remove/a", "/keep", "/desk/sign-in", "/desk/sign-out"],
)
def test_forms_of_other_sites_are_refused(client: FlaskClient, filled: Store, headers: dict[str, str], path: str):
    answer = client.post(path, data={"by": "Eve", "text": "“Yes,” she said."}, headers=headers)
    assert (answer.status_code, answer.mimetype) == (403, "text/html" if "desk" in path else MEDIA_TYPE)
    assert filled.desk.overview().n_articles == 3
    assert "Requests from pages of other sites" in answer.text


def test_a_service_without_a_store_says_so(settings: Settings):
    answer = service_app(settings, UseCases(NoParser())).test_client().get("/desk/")
    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert "has no store" in answer.text


def test_who_asks_too_often_is_told_when_to_come_again(filled: Store, settings: Settings):
    client = store_app(replace(settings, requests_a_minute=2), filled).test_client()
    answers = [client.get("/desk/") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].mimetype == "text/html"
    assert int(answers[2].headers["Retry-After"]) > 0


def test_a_form_over_the_limit_is_refused(filled: Store, settings: Settings):
    client = store_app(replace(settings, max_bytes=100), filled).test_client()
    answer = client.post("/desk/judgements", data={"reason": "x" * 200})
    assert (answer.status_code, answer.mimetype) == (413, "text/html")


def test_what_was_done_is_said_once(client: FlaskClient, filled: Store):
    """The way back from what is judged on the page does not say it again."""
    page = client.get("/desk/articles/a?done=stored&min_confidence=0").text
    assert "The article has been added." in page
    assert 'name="back" value="/desk/articles/a?min_confidence=0"' in page
