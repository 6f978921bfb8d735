"""The page of figures."""

from flask.testing import FlaskClient

from service.store import Store


def test_figures_are_a_plot_and_a_table(client: FlaskClient, filled: Store):
    page = client.get("/desk/figures").text
    assert page.count('<svg class="plot"') == page.count("<table") == 2
    assert "The Star</a>" in page
    assert 'data-label="Contradicted">1</td>' in page


def test_an_empty_store_has_none(client: FlaskClient):
    page = client.get("/desk/figures").text
    assert "No articles with an outlet" in page
    assert '<svg class="plot"' not in page
