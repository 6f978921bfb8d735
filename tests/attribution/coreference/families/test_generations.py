"""Father and son of one name."""

import pytest

from service.attribution.coreference.families.generations import find_generations
from service.domain.quotations import MentionKind
from tests.attribution.readings import annotated_of

FATHER, SON = (
    "Bo/nsubj/left/PERSON Lee/flat/Bo/PERSON Sr./flat/Bo/PERSON left/root .",
    "Bo_Lee/nsubj/left/PERSON , {} left/root .",
)


def generations(*lines: str) -> list[str]:
    annotated = annotated_of("\n".join(lines))
    named = [mention for mention in annotated.mentions if mention.kind is MentionKind.NAME]
    return list(find_generations(annotated, named).values())


@pytest.mark.parametrize("suffix", ["Jr.", "Jr", "III"])
def test_two_of_one_name(suffix: str):
    assert generations(FATHER, SON.format(f"{suffix}/flat/Bo/PROPN ,")) == ["Sr.", suffix]


def test_one_alone_keeps_his_name():
    assert not generations(FATHER, FATHER)
    assert not generations(FATHER, SON.format("43/appos/Bo/NUM ,"))
