"""Whom a governing clause names."""

import pytest

from service.attribution.direct.context import QuotationContext
from service.attribution.direct.governed_mentions import governed_mention
from service.attribution.direct.quoted_passages import find_passages
from tests.attribution.readings import clauses_of


def named(notation: str) -> str | None:
    """The mention that the clause names for the first passage, where none is likelier."""
    annotated, clauses = clauses_of(notation)
    passage = next(iter(find_passages(annotated.marks, annotated.parse.text)))
    context = QuotationContext(annotated, clauses, passage)
    assert context.governance is not None
    found = governed_mention(context, context.governance, None)
    return None if found is None else found.mention.name


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        pytest.param("Ann_Lee/nsubj/said/PERSON", "Ann Lee", id="a name"),
        pytest.param("the mayor/nsubj/said", "mayor", id="somebody described"),
        pytest.param("she/nsubj/said", "she", id="a pronoun"),
        pytest.param("the plan/nsubj/said", None, id="a thing"),
        pytest.param("Lee/nmod:poss/entourage/PERSON ’s entourage/nsubj/said", "Lee’s entourage", id="owned"),
    ],
)
def test_a_clause_names_a_speaker(subject: str, name: str | None):
    assert named(f"“ We/nsubj/won won/ccomp/said , ” {subject} said/root .") == name
