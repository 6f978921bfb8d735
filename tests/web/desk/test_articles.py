"""Articles, one by one and in a list."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service.store import Store
from tests.web.desk.conftest import ANA, DRY, HOSTILE, NOT_DRY, OMAR, told


def test_the_article_is_marked_and_its_quotations_stand_beside_it(client: FlaskClient, filled: Store):
    page = client.get("/desk/articles/a").text
    assert f'<span id="a1-1" class="m quotation evidence disputed">{DRY}</span>' in page
    for shown in (
        "1 quotation<",
        'href="#a1-1"',
        "mayor of Lima</p>",
        "100 % sure",
        "all reports of this",
        "The Post · ",
    ):
        assert shown in page, shown
    assert "1 open conflict with other reports" in page


def test_uncertain_quotations_are_hidden_until_somebody_asks(client: FlaskClient, store: Store):
    one = told("a", (ANA, DRY), (OMAR, "We wait for rain."))
    first, second = one.attributions
    store.articles.save(replace(one, attributions=(first, replace(second, confidence=0.3))))
    page = client.get("/desk/articles/a").text
    assert '1 uncertain quotation is hidden. <a href="?min_confidence=0">Show all</a>' in page
    assert OMAR not in page.split("<h2")[1]
    everything = client.get("/desk/articles/a?min_confidence=0").text
    assert "2 quotations<" in everything
    assert OMAR in everything.split("<h2")[1]
    assert "hidden." not in everything
    assert client.get("/desk/articles/a?min_confidence=2").status_code == 422


def test_the_newest_articles_come_first(client: FlaskClient, filled: Store):
    page = client.get("/desk/articles").text
    assert page.index("/desk/articles/c") < page.index("/desk/articles/b") < page.index("/desk/articles/a")
    found = client.get("/desk/articles?outlet=The+Star&words=&since=2024-05-02").text
    assert "/desk/articles/b" in found
    assert "/desk/articles/a" not in found
    assert "1 article<" in found
    assert "No articles<" in client.get("/desk/articles?outlet=The+Moon").text


def test_what_another_report_disputes_is_marked_and_leads_to_its_words(client: FlaskClient, filled: Store):
    """Words and positions alike; what an editor has dismissed is marked no more."""
    filled.articles.save(told("d", (ANA, "We wait for a train.", ("minister", "Lima")), outlet="The Sun"))
    conflicts = {one.kind: one for one in filled.reader.article("a").conflicts}
    page = client.get("/desk/articles/a").text
    for kind, words in (("wording", "The Star: other words"), ("affiliation", ": another role")):
        assert f'href="#{conflicts[kind].id}"' in page, kind
        assert words in page
        assert f'id="{conflicts[kind].id}"' in page.split('id="conflicts"')[1]
    assert '<span id="a1-' in page
    assert 'class="m affiliation evidence disputed">mayor of Lima</span>' in page
    client.post(f"/desk/conflicts/{conflicts['wording'].id}", data={"status": "dismissed", "by": "Lee"})
    page = client.get("/desk/articles/a").text
    assert "The Star: other words" not in page
    assert "1 open conflict with other reports</a>, 1 judged" in page


def test_lists_tell_how_many_conflicts_are_open(client: FlaskClient, filled: Store):
    (conflict,) = filled.reader.article("a").conflicts
    speaker = conflict.speakers[0].id
    places = {
        "/desk/articles": '<a class="disputed-by" href="/desk/articles/a#conflicts">1 open conflict</a>',
        "/desk/speakers": f'href="/desk/speakers/{speaker}#conflicts">1 open conflict</a>',
        "/desk/quotations": f'href="/desk/statements/{conflict.statement_id}#conflicts">1 open conflict</a>',
        "/desk/statements": f'href="/desk/statements/{conflict.statement_id}#conflicts">1 open conflict</a>',
        "/desk/search?words=valley": f'href="/desk/statements/{conflict.statement_id}#conflicts">1 open conflict</a>',
        "/desk/search?words=ana": f'href="/desk/speakers/{speaker}#conflicts">1 open conflict</a>',
    }
    for path, shown in places.items():
        assert shown in client.get(path).text, path
    client.post(f"/desk/conflicts/{conflict.id}", data={"status": "confirmed", "by": "Lee"})
    for path in places:
        assert "open conflict<" not in client.get(path).text, path


@pytest.mark.parametrize("article_id", ["a/1", "/a", "https://news.example/1?page=2#top", "é %2F"])
def test_any_id_leads_to_its_article(client: FlaskClient, store: Store, article_id: str):
    store.articles.save(told(article_id, (ANA, DRY), outlet="The Post"))
    address = client.get("/desk/articles").text.split('class="words"><a href="')[1].split('"')[0]
    page = client.get(f"{address}?back=/").text.replace("&amp;", "&")
    assert article_id in page
    # The way back from what is judged there.
    store.articles.save(told("other", (ANA, NOT_DRY)))
    way_back = client.get(address).text.split('name="back" value="')[1].split('"')[0]
    assert article_id in client.get(way_back).text.replace("&amp;", "&")


def test_articles_bring_no_html_of_their_own(client: FlaskClient, store: Store):
    """Wherever a name, an outlet, a headline or words come from."""
    for number in (1, 2):
        words = f"{HOSTILE} is what the mayor of the valley said on day {number} of the festival."
        store.articles.save(
            told(
                f"{number}{HOSTILE}",
                (HOSTILE, words, (HOSTILE, "Lima")),
                outlet=HOSTILE,
                title=HOSTILE,
                url="https://x.example/?a=1&b=\"'<",
            )
        )
    statement = store.reader.quotation(f"1{HOSTILE}:1")
    conflicts = [one.id for one in store.desk.conflicts_of_statement(str(statement.statement_id))]
    for conflict_id in conflicts:
        client.post(f"/desk/conflicts/{conflict_id}", data={"status": "confirmed", "by": HOSTILE, "reason": HOSTILE})
    assert conflicts
    for path in (
        "/desk/?status=",
        "/desk/articles",
        f"/desk/articles/1{HOSTILE}".replace("<", "%3C"),
        f"/desk/statements/{statement.statement_id}",
        f"/desk/speakers/{statement.attribution.speaker_id}",
        "/desk/judgements",
        "/desk/search?words=mayor",
        "/desk/search?words=%3Cscript%3E%22",
        "/desk/?words=%3Cscript%3E%22&outlet=%22onload",
        "/desk/nothing%3Cscript%3E",
    ):
        page = client.get(path).text
        assert "<script>" not in page, path
        assert '"onload' not in page, path
        assert '" onload="' not in page, path


def test_an_address_that_is_no_web_page_is_no_link(client: FlaskClient, store: Store):
    store.articles.save(told("a", (ANA, DRY), url="javascript:alert(1)"))
    assert "javascript:" not in client.get("/desk/articles/a").text
