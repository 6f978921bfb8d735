"""From raw probabilities to confidences."""

import pytest

from service.attribution.calibration import confidence
from service.domain.quotations import QuotationKind


@pytest.mark.parametrize("kind", QuotationKind)
def test_a_surer_answer_keeps_its_lead(kind: QuotationKind):
    raised = [confidence(kind, step / 20) for step in range(21)]
    assert raised == sorted(raised)
    assert all(0 < each < 1 for each in raised)


@pytest.mark.parametrize("probability", [0.4, 0.6, 0.8])
def test_the_probability_of_a_report_is_about_what_it_is_worth(probability: float):
    """Its weights learn from what counts as right in the end: the words and whose they are."""
    assert confidence(QuotationKind.INDIRECT, probability) == pytest.approx(probability, abs=0.1)
