"""Whom "she" or "the doctor" in a reporting clause may be; see test_entity_evidence.py for the other rows."""

import pytest

from service.attribution.direct.entities import description_evidence as descriptions
from service.attribution.direct.entities import reference_evidence as references
from service.attribution.direct.entities.entity_table import EntityFunction
from tests.attribution.direct.entities.test_entity_evidence import ANN, CLAUSE, THE_DOCTOR, TWICE, spoken_for

SHE_AGAIN = (
    f"{CLAUSE.format('Ann_Lee/nsubj/said/PERSON')} Bo_Kim/nsubj/left/PERSON left/root .\n\n"
    f"{CLAUSE.format('she/nsubj/said')}"
)


@pytest.mark.parametrize(
    ("rule", "notation", "names"),
    [
        (references.spoke_by_clause, SHE_AGAIN, {"Ann Lee"}),
        (references.quoted_last_and_last_to_speak, SHE_AGAIN, {"Ann Lee"}),
        (references.last_person, SHE_AGAIN, {"Bo Kim"}),
        (references.spoke_in_sentence_before, f"{ANN}\n\n{CLAUSE.format('she/nsubj/said')}", set()),
        (references.gender_agrees, THE_DOCTOR, set()),
        (descriptions.noun_of_description, TWICE, set()),
    ],
)
def test_a_rule_speaks_for(rule: EntityFunction, notation: str, names: set[str]):
    assert spoken_for(rule, notation) == names
