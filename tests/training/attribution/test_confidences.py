"""What raw probabilities are worth, learnt for each kind of answer."""

import pytest

from bench.calibration import Judgement
from service.attribution.calibration import AnswerKind
from training.attribution.confidences import calibrated, fit_confidences

_N = 200


def _judgements(kind: AnswerKind, n_right: int) -> list[Judgement]:
    return [Judgement(kind, 0.9, is_right=number < n_right) for number in range(_N)]


def test_each_kind_has_weights_of_its_own_but_full_names():
    """These have those of all quoted words, in whatever part reports are right."""
    shares = {AnswerKind.FULL_NAME: 190, AnswerKind.NO_NAME: 130, AnswerKind.INDIRECT: 60}
    weights = fit_confidences([each for kind, n_right in shares.items() for each in _judgements(kind, n_right)])
    found = {kind: calibrated(0.9, weights[kind]) for kind in shares}
    assert found == pytest.approx(
        {AnswerKind.FULL_NAME: 320 / 400, AnswerKind.NO_NAME: 130 / 200, AnswerKind.INDIRECT: 60 / 200}, abs=0.01
    )
