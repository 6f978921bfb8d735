"""The service's answers through its store: articles are submitted one by one, then the resources are read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench.answers import Analyses, Answer
from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.parsing.parser import Parser
from service.store import Store

_Article = Mapping[str, str]


def stored(parser: Parser) -> Analyses:
    """Hands the articles in to an empty store, reads what it shows then, and takes them out again."""
    use_cases = UseCases(parser, dependencies=Dependencies(store=Store("sqlite://")))
    client = create_app(use_cases=use_cases).test_client()

    def ask(articles: Sequence[_Article]) -> Answer:
        for article in articles:
            _expect(201, client.post("/v1/articles", json=article))
        answer = _answer(client, articles)
        for article in articles:
            _expect(204, client.delete(_path(article)))
        return answer

    return ask


def _answer(client: FlaskClient, articles: Sequence[_Article]) -> Answer:
    """In the shape of `POST /v1/analyses`, quotations in the order of the articles."""
    shown = [_expect(200, client.get(_path(article))).get_json() for article in articles]
    lists = {name: list(_items(client, name)) for name in ("speakers", "statements", "conflicts")}
    return {"quotations": [quotation for article in shown for quotation in article["quotations"]], **lists}


def _items(client: FlaskClient, name: str) -> Iterator[Any]:
    path: str | None = f"/v1/{name}?limit=200"
    while path is not None:
        answer = _expect(200, client.get(path))
        yield from answer.get_json()[name]
        path = answer.headers["Link"].split(">")[0].lstrip("<") if "Link" in answer.headers else None


def _expect(status: int, answer: TestResponse) -> TestResponse:
    if answer.status_code != status:
        raise RuntimeError(f"{answer.request.method} {answer.request.path}: {answer.status}: {answer.text}")
    return answer


def _path(article: _Article) -> str:
    return f"/v1/articles/{quote(article['id'], safe='')}"
