"""The page: its form, its buttons, its reading."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.conflicts import Analysis
from service.domain.queries import Filters, PageRequest
from service.errors import BusyError, TooLargeError
from service.store import Store
from tests.conftest import MORNING, CannedUseCases
from tests.services import NoParser, new_store, service_app, store_app
from tests.web.pages import SoundPage


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def test_the_start_has_two_boxes_and_the_seeds(client: FlaskClient):
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.text.count("<textarea") == 2
    assert "Analyse the 2 sample articles" in answer.text


def test_without_seeds_there_is_no_button_for_them(settings: Settings, analysis: Analysis):
    client = service_app(settings, CannedUseCases(analysis)).test_client()
    assert "sample articles" not in client.get("/").text


def test_another_box_keeps_what_was_pasted(client: FlaskClient):
    answer = client.post("/", data={"text": ["first <&", ""], "outlet": ["A", ""], "action": "add"})
    assert answer.text.count("<textarea") == 3
    assert "first &lt;&amp;" in answer.text


def test_pasted_articles_are_read(client: FlaskClient):
    answer = client.post("/", data={"text": ["“Yes,” he said.", ""], "outlet": ["", ""], "action": "read"})
    assert answer.status_code == 200
    assert "4 quotations" in answer.text
    assert "Where the reports disagree" in answer.text


def test_seeds_are_read_and_stand_in_the_boxes(client: FlaskClient):
    answer = client.post("/", data={"action": "seeds"})
    assert answer.status_code == 200
    assert MORNING.text.splitlines()[-1] in answer.text


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, 422), ({"text": " "}, 422), ({"action": "nonsense", "text": "x"}, 200)],
)
def test_forms_that_hold_little(client: FlaskClient, fields: dict[str, str], status: int):
    assert client.post("/", data=fields).status_code == status


def test_an_empty_form_says_what_it_lacks(client: FlaskClient):
    assert "Paste the text of at least one article." in client.post("/", data={"text": " "}).text


@pytest.mark.parametrize(("error", "status"), [(BusyError("All full."), 503), (TooLargeError("Too big."), 413)])
def test_what_is_refused_stays_in_the_form(settings: Settings, error: Exception, status: int):
    client = service_app(settings, CannedUseCases(error)).test_client()
    answer = client.post("/", data={"text": "my article"})
    assert answer.status_code == status
    assert str(error) in answer.text
    assert 'role="alert"' in answer.text
    assert "my article" in answer.text


def test_a_form_over_the_limit_is_refused(analysis: Analysis, settings: Settings):
    app = service_app(replace(settings, max_bytes=100), CannedUseCases(analysis))
    answer = app.test_client().post("/", data={"text": "x" * 200})
    assert answer.status_code == 413
    assert "too large" in answer.text


def _with_a_guess(analysis: Analysis) -> Analysis:
    """The same, where one quotation is uncertain."""
    said, guess, *others = analysis.attributions
    return replace(analysis, attributions=(said, replace(guess, confidence=0.3), *others))


def test_uncertain_quotations_are_hidden_until_somebody_asks(settings: Settings, analysis: Analysis):
    client = service_app(settings, CannedUseCases(_with_a_guess(analysis))).test_client()
    shown = client.post("/", data={"text": "x"}).text
    assert "3 quotations" in shown
    assert "1 uncertain quotation is hidden." in shown
    assert '<button form="articles" name="action" value="all">Show all</button>' in shown
    everything = client.post("/", data={"text": "x", "action": "all"}).text
    assert "4 quotations" in everything
    assert "hidden." not in everything


@pytest.mark.parametrize("action", ["read", "all", "add", "seeds"])
def test_pages_are_sound(client: FlaskClient, action: str):
    """Tags closed, ids unique, links within the page met, fields labelled, no heading level left out."""
    page = SoundPage(client.post("/", data={"text": "x", "outlet": "y", "action": action}).text)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert page.fields == page.labels
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_articles_cannot_bring_html_of_their_own(client: FlaskClient):
    page = client.post("/", data={"text": "x"}).text
    assert "<b>reporters" not in page
    assert "&lt;b&gt;reporters" in page


def test_differences_are_marked_for_eye_and_ear(client: FlaskClient):
    page = client.post("/", data={"text": "x"}).text
    assert '<mark><span class="vh">[different: </span>not<span class="vh">]</span></mark>' in page


def test_what_was_read_can_be_stored(settings: Settings, store: Store):
    client = store_app(settings, store).test_client()
    sent = {"text": ["“Yes,” he said.", "", "“No,” she said."], "outlet": ["The Post", "", "The Star"]}
    assert '<button form="articles" formaction="keep">Store these articles</button>' in client.post("/", data=sent).text
    assert store.desk.overview().n_articles == 0
    for _ in range(2):
        answer = client.post("/keep", data=sent)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/articles?done=stored")
    found = store.reader.articles(Filters(), PageRequest()).items
    assert [one.outlet for one in found] == ["The Star", "The Post"]
    (alone,) = (one.article_id for one in found if one.outlet == "The Post")
    answer = client.post("/keep", data={"text": "“Yes,” he said.", "outlet": "The Post"})
    assert answer.headers["Location"] == f"/desk/articles/{alone}?done=stored"


def test_what_cannot_be_stored_stays_in_the_form(settings: Settings, store: Store):
    client = store_app(settings, store).test_client()
    answer = client.post("/keep", data={"text": ["“Yes,” he said.", "“No,”\0 she said."], "outlet": ["", ""]})
    assert answer.status_code == 422
    assert "Article 2 was not stored, but those before it were. The article has a null character" in answer.text
    assert "“Yes,” he said." in answer.text
    assert store.desk.overview().n_articles == 1
    assert client.post("/keep", data={"text": " "}).status_code == 422


def test_without_a_store_nothing_is_offered(settings: Settings):
    client = service_app(settings, UseCases(NoParser())).test_client()
    assert "formaction" not in client.post("/", data={"text": "x"}).text
    assert client.post("/keep", data={"text": "x"}).status_code == 503
