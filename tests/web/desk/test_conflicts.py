"""The desk's start, and judging a conflict."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
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
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/desk/?status=&judged={conflict.id}")
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
    conflict = the_conflict(filled, kind="wording")
    path = f"/desk/conflicts/{conflict.id}"
    answer = client.post(path, data={"status": "confirmed", "by": "Lee", "back": back})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{path}?judged={conflict.id}")


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


def test_an_editor_says_which_side_is_right_and_where_that_stands(client: FlaskClient, filled: Store):
    path = f"/desk/conflicts/{the_conflict(filled, kind='wording').id}"
    form = {"by": "Lee", "status": "confirmed", "right": "1", "source": "https://port.example/minutes"}
    client.post(path, data=form)
    judgement = the_conflict(filled, kind="wording").judgement
    assert (judgement.right_claim, judgement.source) == (1, form["source"])
    page = client.get(path).text
    assert 'href="https://port.example/minutes" rel="noreferrer"' in page
    assert f"The right side: “{the_conflict(filled, kind='wording').claims[1].value}”." in page
    client.post(path, data={**form, "right": "none", "source": "javascript:alert(1)"})
    page = client.get(path).text
    assert "None of the sides is right." in page
    assert 'href="javascript' not in page
    client.post(path, data={**form, "status": "dismissed"})
    assert the_conflict(filled, kind="wording").judgement.right_claim is None
    assert client.get(path).text.count("Replaced.") == 2
    assert client.post(path, data={**form, "right": "x"}).status_code == 422


def test_what_was_judged_is_undone_where_it_was_judged(client: FlaskClient, filled: Store):
    conflict = the_conflict(filled, kind="wording")
    form = {"status": "dismissed", "by": "Lee", "back": "/desk/"}
    page = client.post(f"/desk/conflicts/{conflict.id}", data=form, follow_redirects=True).text
    assert "1 conflict judged." in page
    assert 'name="back" value="/desk/"' in page
    undone = client.post("/desk/undone", data={"conflict": conflict.id, "by": "Lee", "back": "/desk/"})
    assert undone.headers["Location"] == "/desk/"
    assert the_conflict(filled, kind="wording").status == "open"
    assert "Taken back by Lee" in client.get(f"/desk/conflicts/{conflict.id}").text
    assert client.post("/desk/undone", data={"conflict": conflict.id, "by": "Lee"}).status_code == 409


def test_several_are_judged_together_or_not_at_all(client: FlaskClient, filled: Store):
    filled.articles.save(told("d", (ANA, "The sea is calm.", ("former mayor", "Lima"))))
    conflicts = filled.reader.conflicts(Filters(), PageRequest()).items
    assert len(conflicts) > 1
    chosen = {"conflict": [f"open {one.id}" for one in conflicts], "status": "dismissed", "by": "Lee"}
    answer = client.post("/desk/judged", data=chosen)
    assert answer.headers["Location"].count("judged=") == len(conflicts)
    again = client.post("/desk/judged", data={**chosen, "status": "confirmed"})
    assert (again.status_code, "Somebody has judged this conflict since" in again.text) == (409, True)
    assert {one.status for one in filled.reader.conflicts(Filters(), PageRequest()).items} == {"dismissed"}
    assert client.post("/desk/judged", data={"status": "dismissed", "by": "Lee"}).status_code == 422


def test_a_conflict_is_assigned(client: FlaskClient, filled: Store):
    conflict = the_conflict(filled, kind="wording")
    path = f"/desk/conflicts/{conflict.id}"
    client.post(f"{path}/assignee", data={"assignee": "Kim", "by": "Lee"})
    assert "assigned to Kim" in client.get("/desk/").text
    client.post(f"{path}/assignee", data={"assignee": "", "by": "Lee"})
    assert "assigned to" not in client.get(path).text.split("<details")[0]


def test_who_else_has_it_open_is_shown(client: FlaskClient, filled: Store):
    path = f"/desk/conflicts/{the_conflict(filled, kind='wording').id}"
    other = client.application.test_client()
    for browser, name in ((client, "Lee"), (other, "Kim")):
        browser.set_cookie("quotes_editor", name, path="/desk/")
        assert browser.get(path).status_code == 200
    assert "Also viewing: Kim" in client.get(path).text
    assert client.get(f"{path}/viewers").text == "Kim"
    assert client.application.test_client().get(f"{path}/viewers").text == "Kim\nLee"


def test_by_its_key_an_editor_is_known(filled: Store, settings: Settings):
    secret, key = new_key("ana", [Scope.READ, Scope.WRITE])
    client = store_app(replace(settings, api_keys=(key,)), filled).test_client()
    client.post("/desk/sign-in", data={"key": secret})
    conflict = the_conflict(filled, kind="wording")
    page = client.get(f"/desk/conflicts/{conflict.id}").text
    assert "You judge as" in page
    assert 'name="by"' not in page
    client.post(f"/desk/conflicts/{conflict.id}", data={"status": "confirmed", "by": "Eve"})
    assert the_conflict(filled, kind="wording").judgement.judged_by == "ana"
