"""Who acts in another clause."""

import pytest

from service.attribution.direct.rules.other_clauses import acts_in_another_clause
from tests.attribution.direct.entities.test_entity_evidence import last_context

LAUGHED = "While/mark/laughed Ann_Lee/nsubj/laughed/PERSON laughed/advcl/saw , "


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        pytest.param(
            LAUGHED + "Bo_Ray/nsubj/saw/PERSON saw/root “ a triumph/obj/saw ” .", {"Ann Lee"}, id="in the clause before"
        ),
        pytest.param(
            LAUGHED + "the crowd/nsubj/saw saw/root “ a triumph/obj/saw ” .", set(), id="no person has the words"
        ),
        pytest.param(
            LAUGHED + "Bo_Ray/nsubj/saw/PERSON saw/root him/obj/saw , “ a triumph/appos/Bo ” .",
            set(),
            id="they hang on no verb",
        ),
        pytest.param(
            LAUGHED.replace("saw", "said") + "Bo_Ray/nsubj/said/PERSON said/root “ we/nsubj/won won/ccomp/said ” .",
            set(),
            id="a clause reports them",
        ),
    ],
)
def test_who_acts_elsewhere(notation: str, names: set[str]):
    context = last_context(notation)
    assert {each.name for each in context.facts.entities if acts_in_another_clause(context, each)} == names
