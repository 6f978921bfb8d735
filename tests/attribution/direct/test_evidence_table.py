"""The two tables of evidence: each rule explains itself, has a weight, and stays within bounds."""

import inspect
import math
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.attribution.direct.context import QuotationContext
from service.attribution.direct.evidence_table import EVIDENCE
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.direct.speech import SPEECH_EVIDENCE
from service.attribution.pipeline import read
from service.attribution.reporting.clauses import find_reporting_clauses
from service.domain.articles import Article
from service.lexicon import lines, weights
from tests.attribution.parses import FlatParser
from tests.attribution.readings import contexts_of

Rules = Sequence[Callable[..., float]]
TABLES = [
    pytest.param(EVIDENCE, "models/attribution/speaker_weights", id="speakers"),
    pytest.param(SPEECH_EVIDENCE, "models/attribution/speech_weights", id="speech"),
]
# No rule outweighs the others by its scale alone: strengths are from 0 to about 1, those of the few that count words
# or weigh a probability against its contrary a little more.
LARGEST = 2.0

ARTICLE = """
    The mayor/nsubj/warned of Delta/nmod/mayor/LOC warned/root that/mark/fails it/nsubj/fails fails/ccomp/warned .
    Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said . ” “ Never/root//ADV

    “ The ‘/punct/Art Art/nsubj/sold of Acme/nmod/Art/ORG ’ sold/root , ” wrote/parataxis/sold she/nsubj/wrote .

    A so-called/amod/deal “ deal/root//NOUN ”
"""


def every_strength(contexts: Sequence[QuotationContext]) -> Iterator[tuple[str, float]]:
    """What each rule of the two tables gives, wherever it can be asked."""
    for context in contexts:
        for rule in EVIDENCE:
            yield from ((rule.__name__, rule(context, candidate)) for candidate in context.candidates)
        yield from ((rule.__name__, rule(context)) for rule in SPEECH_EVIDENCE)


@pytest.mark.parametrize(("rules", "table"), TABLES)
def test_every_rule_explains_itself(rules: Rules, table: str):
    for rule in rules:
        assert inspect.getdoc(rule), rule.__name__


@pytest.mark.parametrize(("rules", "table"), TABLES)
def test_every_rule_has_one_finite_weight_and_no_weight_is_without_its_rule(rules: Rules, table: str):
    assert len(lines(table)) == len(rules)
    assert weights(table).keys() == {rule.__name__ for rule in rules}
    assert all(map(math.isfinite, weights(table).values()))


def test_strengths_stay_within_bounds():
    strengths = list(every_strength(contexts_of(ARTICLE)))
    assert [name for name, strength in strengths if not -LARGEST <= strength <= LARGEST] == []


WORDS = ["“We", "won,”", "said", "Lee", ".", "the", "minister", "told", "She", "‘no’", "\n\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_strengths_stay_within_bounds_in_any_text(words: list[str]):
    annotated = read(Article("a", " ".join(words)), FlatParser())
    clauses = find_reporting_clauses(annotated)
    contexts = [
        QuotationContext(annotated, clauses, passage)
        for passage in find_passages(annotated.marks, annotated.parse.text)
    ]
    assert [name for name, strength in every_strength(contexts) if not -LARGEST <= strength <= LARGEST] == []
