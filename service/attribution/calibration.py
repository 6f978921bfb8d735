"""From the raw probability of an attribution to its confidence: how many such answers are right.

`training/attribution/confidences.py` learns the table. The map is the beta calibration of Kull, Silva Filho and Flach
(2017), one for each kind of answer: evidence that is as strong leaves more doubt of "the company" or of one of two Lees
than of the only Ann Lee.
"""

import math
from collections.abc import Collection
from enum import StrEnum
from functools import cache

from service.attribution.coreference.entities import Entity
from service.domain.quotations import SpeakerKind
from service.lexicon import table
from service.text.names import name_words

# Closer to certain the labelled articles are too few to tell how certain.
_LEAST, _MOST = 0.01, 0.99


class AnswerKind(StrEnum):
    """What the answer names as the speaker of quoted words; or that it is an indirect report, whoever speaks."""

    FULL_NAME = "full_name"
    """A person whose name is known in full, with a surname of their own."""
    PART_OF_NAME = "part_of_name"
    """A person known by a single name, or by a surname that another person in the article has."""
    NO_NAME = "no_name"
    """No person by name: an organization, a document, a group, somebody unnamed."""
    INDIRECT = "indirect"


def answer_kind(entity: Entity | None, namesakes: Collection[Entity]) -> AnswerKind:
    """The kind of an answer that names this speaker of quoted words, None for several together."""
    if entity is None or entity.kind is not SpeakerKind.PERSON:
        return AnswerKind.NO_NAME
    is_own = len(name_words(entity.name)) > 1 and entity not in namesakes
    return AnswerKind.FULL_NAME if is_own else AnswerKind.PART_OF_NAME


def confidence(kind: AnswerKind, probability: float) -> float:
    """The probability that the words and their speaker are right, calibrated for this kind of answer."""
    always, sure, unsure = _weights()[kind]
    probability = min(max(probability, _LEAST), _MOST)
    logit = always + sure * math.log(probability) - unsure * math.log(1 - probability)
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> dict[str, tuple[float, float, float]]:
    rows = {kind: row.split() for kind, row in table("models/attribution/confidence_weights").items()}
    return {kind: (float(always), float(sure), float(unsure)) for kind, (always, sure, unsure) in rows.items()}
