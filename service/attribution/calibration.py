"""From the raw probability of an attribution to its confidence: how many such answers are right.

`training/attribution/confidences.py` learns the table. The map is the beta calibration of Kull, Silva Filho and Flach
(2017), one for each kind of quotation.
"""

import math
from functools import cache

from service.domain.quotations import QuotationKind
from service.lexicon import table

# Closer to certain the labelled articles are too few to tell how certain.
_LEAST, _MOST = 0.01, 0.99


def confidence(kind: QuotationKind, probability: float) -> float:
    """The probability that the words and their speaker are right, calibrated for this kind of quotation."""
    always, sure, unsure = _weights()[kind]
    probability = min(max(probability, _LEAST), _MOST)
    logit = always + sure * math.log(probability) - unsure * math.log(1 - probability)
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> dict[str, tuple[float, float, float]]:
    rows = {kind: row.split() for kind, row in table("models/attribution/confidence_weights").items()}
    return {kind: (float(always), float(sure), float(unsure)) for kind, (always, sure, unsure) in rows.items()}
