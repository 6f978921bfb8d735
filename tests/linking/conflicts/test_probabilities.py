"""How likely a conflict is real."""

import pytest

from service.domain.conflicts import ConflictClass, Severity
from service.linking.conflicts.probabilities import probability_of


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("class_", list(ConflictClass))
def test_every_class_has_one_even_if_the_stories_do_not_have_it(class_, severity):
    assert 0 < probability_of(class_, severity) < 1


def test_a_negation_is_more_likely_real_than_a_described_speaker():
    negation = probability_of(ConflictClass.NEGATION, Severity.HIGH)
    assert negation > probability_of(ConflictClass.DESCRIPTION, Severity.MEDIUM)
