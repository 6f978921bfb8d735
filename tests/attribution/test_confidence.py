"""From raw probabilities to confidences."""

import pytest

from service.attribution.confidence import confidence
from service.domain import QuotationKind


@pytest.mark.parametrize("kind", QuotationKind)
def test_a_surer_answer_keeps_its_lead(kind: QuotationKind):
    raised = [confidence(kind, step / 20) for step in range(21)]
    assert raised == sorted(raised)
    assert all(0 < each < 1 for each in raised)


def test_the_same_probability_is_worth_less_without_marks():
    assert confidence(QuotationKind.INDIRECT, 0.6) < confidence(QuotationKind.DIRECT, 0.6)
