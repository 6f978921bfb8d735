"""Conflicts as cards."""

from flask.testing import FlaskClient

from service.domain.queries import Filters, PageRequest
from service.store import Store


def the_conflict(store: Store, **search):
    (conflict,) = store.reader.conflicts(Filters(**search), PageRequest()).items
    return conflict


def test_a_conflict_is_shown_with_its_sides(client: FlaskClient, filled: Store):
    page = client.get("/desk/").text
    assert "3 articles · 3 quotations" in page
    assert '<mark><span class="vh">[different: </span>not<span class="vh">]</span></mark>' in page
    assert 'The Post, <time datetime="2024-05-01">1 May 2024</time>' in page
    assert f'href="/desk/statements/{the_conflict(filled, kind="wording").statement_id}"' in page
    assert 'href="/desk/articles/b#a1-1"' in page
