"""What the reported words say of a report; all rows together are in tests/attribution/test_report_evidence.py."""

from service.attribution.indirect.content_evidence import COMPLEMENT_EVIDENCE
from tests.attribution.test_report_evidence import SAID, seen


def test_rows_have_names_of_their_own():
    names = [rule.__name__ for rule in COMPLEMENT_EVIDENCE]
    assert len(names) == len(set(names))


def test_the_conjunction_stands_before_the_words_and_not_in_them():
    found = seen(SAID, "said")
    assert {"words_around=before|that", "frame=ccomp|whole"} <= found
    assert "words_around=first|that" not in found
