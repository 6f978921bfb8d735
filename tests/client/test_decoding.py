"""JSON to dataclasses."""

from dataclasses import dataclass, fields
from enum import StrEnum

import pytest

from quotes_client import answers, stored_answers
from quotes_client.answers import Analysis
from quotes_client.decoding import decode
from service.web.api.examples import ANALYSIS_EXAMPLE
from tests.contract import CONTRACT

SCHEMAS = CONTRACT["components"]["schemas"]
OTHERWISE_CALLED = {"ReadArticle": "Article"}
KINDS = [
    kind
    for module in (answers, stored_answers)
    for kind in vars(module).values()
    if isinstance(kind, type) and kind.__module__ == module.__name__
]


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Part:
    colour: Colour
    weight: float


@dataclass(frozen=True)
class Whole:
    name: str
    parts: tuple[Part, ...]
    spare: Part | None
    names: tuple[str, ...] | None


def test_values_become_what_their_types_say():
    red = {"colour": "red", "weight": 1, "more": "left out"}
    whole = decode(Whole, {"name": "x", "parts": [red], "spare": None, "names": ["a", "b"]})
    assert whole == Whole("x", (Part(Colour.RED, 1.0),), None, ("a", "b"))


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "x",
        {},
        {"colour": "green", "weight": 1.0},
        {"colour": "red", "weight": "1"},
        {"colour": "red", "weight": True},
        {"colour": "red", "weight": None},
    ],
)
def test_what_is_not_of_the_kind_is_refused(value: object):
    with pytest.raises(ValueError, match=r"Part is not like that|is not a valid Colour"):
        decode(Part, value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_answers_are_those_of_the_contract(kind: type):
    schema = SCHEMAS[OTHERWISE_CALLED.get(kind.__name__, kind.__name__)]
    assert {field.name.removesuffix("_") for field in fields(kind)} == set(schema["properties"])


def test_the_contracts_example_is_read():
    analysis = decode(Analysis, ANALYSIS_EXAMPLE)
    assert len(analysis.quotations) == len(ANALYSIS_EXAMPLE["quotations"])
    texts = {article.id: article.text for article in analysis.articles}
    for quotation in analysis.quotations:
        for part in quotation.parts:
            assert texts[quotation.article_id][part.start : part.end] == part.exact
