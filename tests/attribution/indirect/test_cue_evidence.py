"""What a cue and its holder say of a report; all rows together are in tests/attribution/test_report_evidence.py."""

import pytest

from service.attribution.indirect.cue_evidence import CUE_EVIDENCE
from tests.attribution.test_report_evidence import NESTED, SAID, WOULD, seen


def test_rows_have_names_of_their_own():
    names = [rule.__name__ for rule in CUE_EVIDENCE]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("notation", "cue", "kind"), [(SAID, "said", "PERSON"), (WOULD, "say", "he"), (NESTED, "hopes", "he")]
)
def test_a_row_says_of_what_kind_the_holder_is(notation: str, cue: str, kind: str):
    assert f"kind_of_holder={kind}" in seen(notation, cue)
