"""Conflicts as cards."""

import pytest
from flask.testing import FlaskClient

from service.domain.archive import ArticleSummary
from service.domain.queries import Filters, PageRequest
from service.store import Store
from service.web.desk.cards import called_summary
from tests.web.desk.conftest import ANA, DRY, NOT_DRY, told


def the_conflict(store: Store, **search):
    (conflict,) = store.reader.conflicts(Filters(**search), PageRequest()).items
    return conflict


def test_a_conflict_is_shown_with_its_sides(client: FlaskClient, filled: Store):
    page = client.get("/desk/").text
    assert "3 articles · 3 quotations" in page
    assert '<mark><span class="vh">[different: </span>not<span class="vh">]</span></mark>' in page
    assert "“The wells of the valley have been <mark>" in page
    assert "dry since the spring festival.”</p>" in page
    assert 'The Post, <time datetime="2024-05-01">1 May 2024</time>' in page
    assert f'href="/desk/statements/{the_conflict(filled, kind="wording").statement_id}"' in page
    assert 'href="/desk/articles/b#a1-1"' in page


def test_an_article_without_outlet_and_title_is_called_by_its_first_line(client: FlaskClient, store: Store):
    store.articles.save(told("x1", (ANA, DRY, ("mayor", "Lima"))))
    store.articles.save(told("x2", (ANA, NOT_DRY, ("former mayor", "Lima"))))
    conflict = the_conflict(store, kind="wording")
    addresses = f"statements/{conflict.statement_id}", f"speakers/{conflict.speakers[0].id}", f"conflicts/{conflict.id}"
    for address in addresses:
        page = client.get(f"/desk/{address}").text
        assert "“The wells of the valley have been dry" in page
        assert ">x1<" not in page
        assert " in x1" not in page


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (
            "Ana is “mayor” in a-1 and “mayor of a-1 and b” in b.",
            "Ana is “mayor” in “Wells dry” and “mayor of a-1 and b” in b.",
        ),
        (
            "“It rains” is attributed to Ana in a-1 and a-12.",
            "“It rains” is attributed to Ana in “Wells dry” and The Post.",
        ),
        ("Ana is “mayor” in The Post.", "Ana is “mayor” in The Post."),
    ],
)
def test_a_summary_calls_articles_by_their_titles(summary: str, said: str):
    headings = {
        "a-1": ArticleSummary("a-1", "Wells dry", None, None, None, 0.0),
        "a-12": ArticleSummary("a-12", "Wells wet", "The Post", None, None, 0.0),
        "b": ArticleSummary("b", None, None, None, None, 0.0),
    }
    assert called_summary(summary.replace("a-12", "The Post"), headings) == said


def test_the_sentence_around_the_words_is_shown(client: FlaskClient, filled: Store):
    wording = client.get(f"/desk/conflicts/{the_conflict(filled, kind='wording').id}").text
    assert f"</span>“<b>{DRY}</b>” said Ana Pérez.</p>" in wording
    filled.articles.save(told("d", (ANA, "We wait for a train.", ("minister", "Lima"))))
    position = client.get(f"/desk/conflicts/{the_conflict(filled, kind='affiliation').id}").text
    # These sentences hold nothing but the position.
    assert "Printed in" not in position
    assert ">“<mark>" not in position


def test_cards_of_a_statement_have_it_too(client: FlaskClient, filled: Store):
    statement_id = the_conflict(filled, kind="wording").statement_id
    assert "said Ana Pérez.</p>" in client.get(f"/desk/statements/{statement_id}").text
