"""A store with a few articles, and an editor's browser."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from service.config.settings import Settings
from service.domain.queries import Filters
from service.domain.webhooks import Event
from service.store import Store
from tests.browser import FAR_NAME, Browser, browsing
from tests.linking.reports import report
from tests.services import new_store, store_app
from tests.threaded import in_a_thread

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")
HOSTILE = "<script>alert('x')</script>\" onload=\"alert(1)"


def told(article_id, *voices, **more):
    """An article of these voices, with what else is known of it."""
    one = report(article_id, *voices)
    return replace(one, article=replace(one.article, **more))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    """Three articles: two report one statement, one with a changed word, and tell two posts; the third another."""
    for one in (
        told("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post", published_at="2024-05-01"),
        told(
            "b", ("Pérez", NOT_DRY, ("minister", "Peru")), outlet="The Star", published_at="2024-05-02T10:00:00+02:00"
        ),
        told("c", (OMAR, "We wait for rain."), outlet="The Post", published_at="2024-06-01"),
    ):
        store.articles.save(one)
    return store


@pytest.fixture
def watched(filled: Store) -> Store:
    """The same with a saved search, and an alert that goes by it."""
    search = filled.searches.add("Wells", Filters(words="wells"))
    filled.webhooks.add("mailto:desk@news.example", [Event.CONFLICT_CREATED], "whsec_x", search_id=search.id)
    return filled


@pytest.fixture
def app(store: Store, settings: Settings) -> Flask:
    """A service with that store, called by a name of elsewhere as well."""
    return store_app(replace(settings, hosts=("127.0.0.1", "localhost", FAR_NAME)), store)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that keeps its cookies."""
    return app.test_client()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Started once: that takes longer than most of what is done with it."""
    with browsing(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    """An editor's."""
    chromium.renew()
    return chromium


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Of the service, over HTTP."""
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as url:
        yield url
