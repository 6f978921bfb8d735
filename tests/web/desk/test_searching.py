"""The search box, and the list of judgements."""

from flask.testing import FlaskClient

from service.store import Store
from tests.web.desk.conftest import ANA, DRY


def test_speakers_and_quotations_are_found(client: FlaskClient, filled: Store):
    by_name = client.get("/desk/search?words=ana").text
    assert f"{ANA}</a>" in by_name
    assert DRY not in by_name
    by_words = client.get("/desk/search?words=valley+dry").text
    assert DRY in by_words
    assert f"{ANA}</a> ·" in by_words


def test_nothing_asked_and_nothing_found(client: FlaskClient, filled: Store):
    assert "Enter a name" in client.get("/desk/search").text
    assert "Enter a name" in client.get("/desk/search?words=+").text
    assert "No speaker has this name" in client.get("/desk/search?words=snow").text


def test_long_lists_go_on_without_the_speakers(client: FlaskClient, store: Store):
    from tests.web.desk.conftest import told

    for number in range(21):
        store.articles.save(told(f"{number}", (ANA, f"The valley of Ana has {number} wells.")))
    first = client.get("/desk/search?words=ana").text
    following = client.get(first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")).text
    assert "Speakers</h2>" in first
    assert "Speakers</h2>" not in following
    assert following.count('<p class="words">') == 1
