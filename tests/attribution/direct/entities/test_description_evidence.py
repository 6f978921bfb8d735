"""Whom "the judge" in a reporting clause may be; see test_entity_evidence.py for the other rows."""

import pytest

from service.attribution.direct.entities import description_evidence as rules
from service.attribution.direct.entities.entity_table import EntityFunction
from tests.attribution.direct.entities.test_entity_evidence import ANN, CLAUSE, THE_DOCTOR, spoken_for

THE_JUDGE = f"{ANN}\n\n{CLAUSE.format('the judge/nsubj/said')}"


@pytest.mark.parametrize(
    ("rule", "notation", "names"),
    [
        (rules.new_office_with_the, THE_JUDGE, {"judge"}),
        (rules.new_office_with_the, THE_DOCTOR, set()),
    ],
)
def test_a_rule_speaks_for(rule: EntityFunction, notation: str, names: set[str]):
    assert spoken_for(rule, notation) == names
