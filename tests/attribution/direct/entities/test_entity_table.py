"""The table of evidence for an entity as the speaker, and for nobody."""

import math

import pytest

from service.attribution.direct.entities.entity_context import Situation
from service.attribution.direct.entities.entity_table import (
    ENTITY_EVIDENCE,
    NOBODY_EVIDENCE,
    EntityTable,
    entity_strengths,
    entity_weights,
    nobody_strengths,
    nobody_weights,
)
from tests.attribution.direct.entities import test_entity_evidence as articles
from tests.attribution.direct.entities.test_entity_evidence import SHE, last_context

ARTICLES = [text for name, text in vars(articles).items() if name.isupper() and isinstance(text, str)]


@pytest.mark.parametrize("situation", Situation)
def test_each_row_has_a_weight_in_each_situation(situation: Situation):
    assert len(entity_weights(situation)) == len(ENTITY_EVIDENCE)
    assert len(nobody_weights(situation)) == len(NOBODY_EVIDENCE)
    assert all(map(math.isfinite, (*entity_weights(situation), *nobody_weights(situation))))


def test_strengths_are_in_the_order_of_the_rows():
    context = last_context(SHE)
    for entity in context.entities:
        assert entity_strengths(context, entity) == tuple(rule(context, entity) for rule in ENTITY_EVIDENCE)
    assert nobody_strengths(context, 0.5) == tuple(rule(context, 0.5) for rule in NOBODY_EVIDENCE)


@pytest.mark.parametrize("notation", [text for text in ARTICLES if "{}" not in text and "“" in text])
def test_rows_that_are_not_asked_would_say_nothing(notation: str):
    context = last_context(notation)
    weights = entity_weights(context.situation)
    table = EntityTable()
    # Twice: what is weighed once counts each time.
    for entity in context.entities * 2:
        everything = sum(map(math.prod, zip(weights, entity_strengths(context, entity), strict=True)))
        assert table.score(context, entity) == pytest.approx(everything)
