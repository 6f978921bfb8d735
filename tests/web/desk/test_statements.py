"""A statement's reports side by side, and which statements are one."""

from flask.testing import FlaskClient

from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.web.desk.conftest import ANA, DRY, NOT_DRY, OMAR, told


def statement_of(store: Store, words: str) -> str:
    found = store.reader.quotations(Filters(words=words), PageRequest()).items
    return str(found[0].statement_id)


def test_the_reports_stand_side_by_side(client: FlaskClient, filled: Store):
    page = client.get(f"/desk/statements/{statement_of(filled, 'valley')}").text
    table = page[page.index("<table") : page.index("</table")]
    assert table.index("The Post") < table.index("The Star")
    for shown in (
        "Ana Pérez</a>",
        "mayor of Lima",
        "minister of Peru",
        "10:00 UTC+02:00",
        "2 reports",
        "Where they disagree",
    ):
        assert shown in page, shown


def test_words_are_held_against_the_chosen_ones(client: FlaskClient, filled: Store):
    path = f"/desk/statements/{statement_of(filled, 'valley')}"
    left_out, added = '<del><span class="vh">[not here: </span>not<', '<mark><span class="vh">[different: </span>not<'
    # Without a choice: no words are more frequent, so the fullest.
    assert left_out in client.get(path).text.split("Where they disagree")[0]
    chosen = client.get(f"{path}?against=a:1").text.split("Where they disagree")[0]
    assert added in chosen
    assert left_out not in chosen


def test_british_and_american_spelling_are_the_same_words(client: FlaskClient, store: Store):
    """Here as in the conflicts that the API finds: one alignment serves both."""
    british = "We organised 2,000 coloured lights around the centre of the harbour."
    american = "We organized two thousand colored lights around the center of the harbor."
    store.articles.save(told("uk", (ANA, british), outlet="The Post"))
    store.articles.save(told("us", (ANA, american), outlet="The Star"))
    assert store.reader.conflicts(Filters(), PageRequest()).items == ()
    page = client.get(f"/desk/statements/{statement_of(store, 'lights')}").text
    assert "2 reports" in page
    assert "· the same words" in page
    assert "[different: " not in page[page.index("<table") :]


def test_reprints_are_told_from_independent_reports(client: FlaskClient, store: Store):
    more = "The ministry of water sent engineers to every village of the province on Monday morning. " * 3
    for outlet in ("one", "two"):
        store.articles.save(told(outlet, (ANA, DRY), (OMAR, more), outlet=outlet))
    store.articles.save(
        told("three", (ANA, DRY), (OMAR, "Nobody had seen such a summer before, said all."), outlet="three")
    )
    page = client.get(f"/desk/statements/{statement_of(store, 'valley')}").text
    assert "3 reports, 2 of them independent" in page
    assert "2 reports with the same surrounding text" in page
    assert page.count("the same words") == 2


def test_statements_are_found_to_choose_from(client: FlaskClient, filled: Store):
    path = f"/desk/statements/{statement_of(filled, 'valley')}"
    assert "We wait for rain." not in client.get(path).text
    found = client.get(f"{path}?words=rain").text
    assert f'value="{statement_of(filled, "rain")}"' in found
    assert "No others match" in client.get(f"{path}?words=snow").text
    assert "No others match" in client.get(f"{path}?words=valley").text


def test_two_statements_are_judged_to_be_one_and_two_again(client: FlaskClient, filled: Store):
    dry, rain = statement_of(filled, "valley"), statement_of(filled, "rain")
    body = {"subject": "statement", "first": dry, "second": rain, "by": "Lee", "reason": "By ear."}
    answer = client.post("/desk/judgements", data={**body, "verdict": "same", "back": f"/desk/statements/{rain}"})
    united = client.get(answer.headers["Location"], follow_redirects=True).text
    assert "3 reports" in united
    assert "The same statement</strong>\nby Lee" in united
    assert "“By ear.”" in united
    client.post("/desk/judgements", data={**body, "first": "a:1", "second": "c:1", "verdict": "different"})
    client.post("/desk/judgements", data={**body, "first": "b:1", "second": "c:1", "verdict": "different"})
    assert statement_of(filled, "valley") != statement_of(filled, "rain")


def test_one_report_is_parted_from_the_others(client: FlaskClient, filled: Store):
    path = f"/desk/statements/{statement_of(filled, 'valley')}"
    page = client.get(path).text
    assert 'name="first" value="a:1"' in page
    assert 'name="second" value="b:1"' in page
    body = {"subject": "statement", "first": "a:1", "second": "b:1", "verdict": "different", "by": "Lee", "back": path}
    assert client.post("/desk/judgements", data=body).status_code == 303
    assert statement_of(filled, "not") != filled.reader.quotation("a:1").statement_id


def test_near_ones_are_offered(client: FlaskClient, filled: Store):
    """Two that are alike, but that an editor keeps apart."""
    body = {"subject": "statement", "first": "a:1", "second": "b:1", "verdict": "different", "by": "Lee"}
    client.post("/desk/judgements", data=body)
    page = client.get(f"/desk/statements/{filled.reader.quotation('a:1').statement_id}").text
    assert "Similar, but not the same so far" in page
    assert NOT_DRY in page


def test_what_cannot_be_told_apart_is_refused_on_a_page(client: FlaskClient, filled: Store):
    body = {"subject": "statement", "first": "a:1", "second": "a:1", "verdict": "same", "by": "Lee"}
    answer = client.post("/desk/judgements", data=body)
    assert (answer.status_code, answer.mimetype) == (409, "text/html")
    assert client.post("/desk/judgements", data={**body, "second": "nothing"}).status_code == 404


def test_an_earlier_id_leads_on(client: FlaskClient, filled: Store):
    old = filled.reader.quotation("c:1").statement_id
    body = {"subject": "statement", "first": "a:1", "second": "c:1", "verdict": "same", "by": "Lee"}
    client.post("/desk/judgements", data=body)
    now = filled.reader.quotation("c:1").statement_id
    answer = client.get(f"/desk/statements/{old}")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/desk/statements/{now}")
