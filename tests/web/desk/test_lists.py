"""Speakers, quotations and statements in lists."""

from itertools import product

import pytest
from flask.testing import FlaskClient

from service.domain.queries import Filters, PageRequest
from service.domain.quotations import QuotationKind
from service.store import Store
from tests.linking.reports import report
from tests.web.desk.conftest import ANA, DRY, NOT_DRY, OMAR, told


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", [ANA, OMAR]),
        ("words=omar", [OMAR]),
        ("kind=person&outlet=The+Star", [ANA]),
        ("since=2024-05-15", [OMAR]),
        ("until=2024-05-15&words=", [ANA]),
        ("kind=group", []),
    ],
)
def test_speakers_are_filtered_and_counted(client: FlaskClient, filled: Store, query: str, names: list[str]):
    page = client.get(f"/desk/speakers?{query}").text
    total = f"{len(names) or 'No'} speaker{'' if len(names) == 1 else 's'}<"
    assert total in page
    assert [name for name in (ANA, OMAR) if f">{name}</a>" in page] == names


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", [DRY, NOT_DRY, "We wait for rain."]),
        ("words=wells", [DRY, NOT_DRY]),
        ("speaker=omar", ["We wait for rain."]),
        ("outlet=The+Star&kind=direct", [NOT_DRY]),
        ("since=2024-05-02&until=2024-05-03", [NOT_DRY]),
        ("speaker=nobody", []),
        ("kind=indirect", []),
    ],
)
def test_quotations_are_filtered_and_counted(client: FlaskClient, filled: Store, query: str, words: list[str]):
    page = client.get(f"/desk/quotations?{query}").text
    assert f"{len(words) or 'No'} quotation{'' if len(words) == 1 else 's'}<" in page
    assert [each for each in (DRY, NOT_DRY, "We wait for rain.") if f">“{each}”</a>" in page] == words


def test_those_with_most_reports_come_first_among_statements(client: FlaskClient, filled: Store):
    page = client.get("/desk/statements").text
    assert "2 statements<" in page
    assert page.index("wells of the valley") < page.index("We wait for rain.")
    assert "2 independent reports" in page
    assert f">{ANA}</a> ·" in page
    found = client.get("/desk/statements?speaker=omar").text
    assert "1 statement<" in found
    assert "wells" not in found
    assert "No statements<" in client.get("/desk/statements?words=snow").text


@pytest.mark.parametrize("path", ["quotations", "statements"])
def test_a_name_of_several_is_asked_back(client: FlaskClient, filled: Store, path: str):
    filled.articles.save(told("d", ("Omar Pérez", "There is nothing that we would rather do.")))
    page = client.get(f"/desk/{path}?speaker=omar&since=2024-01-01&cursor=x").text
    assert "Which speaker do you mean?" in page
    (said,) = filled.reader.speakers(Filters(words="said"), PageRequest()).items
    address = f"/desk/{path}?speaker_id={said.id}&amp;since=2024-01-01"
    assert f'href="{address}"' in page
    chosen = client.get(address.replace("&amp;", "&")).text
    assert f'id="speaker" name="speaker" value="{OMAR}"' in chosen
    assert "We wait for rain." in chosen


@pytest.mark.parametrize("path", ["speakers", "quotations", "statements", "articles"])
def test_lists_go_on(client: FlaskClient, store: Store, path: str):
    for first, last in product(("Bar", "Col", "Dum", "Fen", "Gil"), ("ton", "mann", "ski", "quist", "over")):
        words = f"Every {last}{first} sings {first}{last}s to {last[::-1]}{first}."
        store.articles.save(told(first + last, (f"{first} {first}{last}", words), outlet="The Post"))
    page = client.get(f"/desk/{path}?outlet=The+Post").text
    following = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    rest = client.get(following).text
    assert f"25 {path}<" in page
    assert f"25 {path}<" in rest
    assert 'rel="next"' not in rest
    assert [each.split('class="overview"')[1].split("</main>")[0].count("<li>") for each in (page, rest)] == [20, 5]
    assert client.get(f"/desk/{path}?cursor=nonsense").status_code == 422


def test_words_are_listed_with_the_marks_that_their_article_has(client: FlaskClient, store: Store):
    mixed = report("a", (ANA, "a gift to all"), kind=QuotationKind.MIXED)
    store.articles.save(mixed)
    assert ">“a gift to all”</a>" in client.get("/desk/quotations").text
