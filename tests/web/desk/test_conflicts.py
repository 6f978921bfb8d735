"""The desk's start, and judging a conflict."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.services import store_app
from tests.web.desk.conftest import ANA, DRY, NOT_DRY, told


def the_conflict(store: Store, **search):
    (conflict,) = store.reader.conflicts(Filters(**search), PageRequest()).items
    return conflict


def test_an_empty_store_says_how_to_begin(client: FlaskClient):
    page = client.get("/desk/").text
    assert "No articles yet" in page
    assert "curl http://localhost/v1/articles" in page
    assert "sample articles" not in page


def test_samples_are_offered_and_kept_where_there_are_some(store: Store, settings: Settings):
    for name in ("one", "two"):
        (settings.seeds / f"{name}.txt").write_text(f"“The {name} bridge will be closed for all of May.”", "utf-8")
    client = store_app(settings, store).test_client()
    assert "Store the 2 sample articles" in client.get("/desk/").text
    answer = client.post("/desk/seeds")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/")
    assert store.desk.overview().n_articles == 2


@pytest.mark.parametrize(
    ("query", "is_shown"),
    [
        ("", True),
        ("status=&severity=high&kind=wording&outlet=The+Star&words=valley&since=2024-05-02&until=&order=gravest", True),
        ("status=dismissed", False),
        ("severity=low", False),
        ("kind=speaker", False),
        ("outlet=The+Moon", False),
        ("until=2024-05-01", False),
        ("speaker=ana", True),
        ("speaker=omar", False),
        ("speaker=nobody", False),
        ("speaker_id=nothing", False),
    ],
)
def test_conflicts_are_filtered(client: FlaskClient, filled: Store, query: str, is_shown: bool):
    answer = client.get(f"/desk/?{query}")
    assert answer.status_code == 200
    assert (the_conflict(filled, kind="wording").summary.split(":")[0] in answer.text) == is_shown
    assert ("No conflicts match these filters." in answer.text) == (not is_shown)


def test_the_form_keeps_what_was_asked(client: FlaskClient, filled: Store):
    page = client.get("/desk/?status=&severity=high&outlet=The+Star&order=gravest&speaker=ana").text
    for kept in ('value="high" selected', 'value="The Star"', 'value="gravest" selected', f'value="{ANA}"'):
        assert kept in page


def test_a_name_of_several_speakers_is_asked_back(client: FlaskClient, filled: Store):
    filled.articles.save(told("d", ("Ana Gómez", "The sea is calm today and nobody swims.")))
    page = client.get("/desk/?speaker=ana").text
    assert "Which speaker do you mean?" in page
    assert "Ana Gómez</a>" in page
    assert 'class="conflict ' not in page


def test_what_cannot_be_asked_is_told_on_a_page(client: FlaskClient, filled: Store):
    answer = client.get("/desk/?since=noon")
    assert (answer.status_code, answer.mimetype) == (422, "text/html")
    assert "since: Not a date" in answer.text


# As many statements as fill a page and begin another; names that differ in a figure alone would be one speaker's.
PLACES = [
    "dam",
    "ferry",
    "tunnel",
    "library",
    "hospital",
    "museum",
    "harbour",
    "stadium",
    "railway",
    "market",
    "school",
    "theatre",
    "airport",
    "court",
    "prison",
    "factory",
    "quarry",
    "reservoir",
    "lighthouse",
    "monastery",
    "brewery",
    "bakery",
    "pharmacy",
    "nursery",
    "cemetery",
]


def test_long_lists_go_on(client: FlaskClient, store: Store):
    for place in PLACES:
        said = f"The {place} stays closed until {place} workers agree."
        for outlet, words in (("x", said), ("y", said.replace("closed", "open"))):
            store.articles.save(told(f"{place}-{outlet}", (f"Ana {place.title()}son", words), outlet=outlet))
    first = client.get("/desk/?status=").text
    assert first.count('class="conflict ') == 20
    following = (
        client.get("/desk/?status=&endpoint=x&_scheme=x&words=")
        .text.split('rel="next" href="')[1]
        .split('"')[0]
        .replace("&amp;", "&")
    )
    n_conflicts = store.desk.overview().n_conflicts
    assert client.get(following).text.count('class="conflict ') == n_conflicts - 20 > 0


def test_an_editor_judges_and_is_remembered(client: FlaskClient, filled: Store):
    conflict = the_conflict(filled, kind="wording")
    path = f"/desk/conflicts/{conflict.id}"
    body = {"status": "dismissed", "by": "Zoë Lee", "reason": "A misprint.", "was": "open", "back": "/desk/?status="}
    answer = client.post(path, data=body)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/?status=")
    assert the_conflict(filled, kind="wording").status == "dismissed"
    assert conflict.summary.split(":")[0] not in client.get("/desk/").text
    page = client.get(path).text
    assert "Conflict dismissed</strong>\nby Zoë Lee" in page
    assert "“A misprint.”" in page
    assert 'value="Zoë Lee"' in page
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_two_editors_do_not_undo_each_others_work(client: FlaskClient, filled: Store):
    path = f"/desk/conflicts/{the_conflict(filled, kind='wording').id}"
    assert client.post(path, data={"status": "dismissed", "by": "Lee", "was": "open"}).status_code == 303
    late = client.post(path, data={"status": "confirmed", "by": "Kim", "was": "open"})
    assert (late.status_code, "it is dismissed now" in late.text) == (409, True)
    assert the_conflict(filled, kind="wording").status == "dismissed"


@pytest.mark.parametrize(
    ("body", "status"),
    [({"status": "dismissed"}, 422), ({"status": "nonsense", "by": "Lee"}, 422), ({"by": " "}, 422)],
)
def test_a_judgement_needs_a_name_and_a_status(client: FlaskClient, filled: Store, body, status):
    path = f"/desk/conflicts/{the_conflict(filled, kind='wording').id}"
    assert client.post(path, data=body).status_code == status
    assert the_conflict(filled, kind="wording").status == "open"


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/v1/articles", "/desk/\r\nX: y", "javascript:x"]
)
def test_the_way_back_leads_nowhere_else(client: FlaskClient, filled: Store, back: str):
    path = f"/desk/conflicts/{the_conflict(filled, kind='wording').id}"
    answer = client.post(path, data={"status": "confirmed", "by": "Lee", "back": back})
    assert (answer.status_code, answer.headers["Location"]) == (303, path)


def test_a_conflict_that_goes_by_another_id_now_is_found(client: FlaskClient, filled: Store):
    old = the_conflict(filled, kind="wording").id
    filled.articles.save(told("0", (ANA, DRY.replace("spring", "winter")), outlet="The Sun"))
    filled.articles.save(told("00", (ANA, NOT_DRY.replace("spring", "winter")), outlet="The Sun"))
    answer = client.get(f"/desk/conflicts/{old}", follow_redirects=True)
    assert answer.status_code == 200
    assert "The Sun" in answer.text


def test_a_service_without_samples_offers_none(store: Store, settings: Settings, tmp_path: Path):
    client = store_app(replace(settings, seeds=tmp_path / "none"), store).test_client()
    assert "sample articles" not in client.get("/desk/").text
