"""Labelled quotations beside the answers, on the floor's answers."""

from types import SimpleNamespace

import pytest

from bench.floor import nearest_names
from bench.labelled_news import judged_spans, labelled_spans
from bench.seeds import same_name

TEXT = "Ann Lee met reporters. “We will build,” she said. Bob Ray agreed."
ARTICLE = {"id": "a", "text": TEXT}
START = TEXT.index("We will")
SPAN = {"start": START, "end": START + len("We will build,"), "speech": True, "speaker": "Bob Ray"}


def answered(articles):
    """The floor's answer, surely."""
    answer = nearest_names(articles)
    return {**answer, "quotations": [{**quotation, "confidence": 1.0} for quotation in answer["quotations"]]}


def covers(quotation, start, end):
    return any(part["start"] <= start and end <= part["end"] for part in quotation["parts"])


SCORER = SimpleNamespace(covers=covers, same_name=same_name)


@pytest.mark.parametrize(
    ("label", "is_right"),
    [
        (SPAN, True),
        ({**SPAN, "speaker": "Ann Lee"}, False),
        ({**SPAN, "speaker": "Ann Lee", "accept": ["Bob Ray"]}, True),
        ({**SPAN, "speaker": None}, False),
        ({**SPAN, "speech": False}, False),
    ],
)
def test_a_speaker_is_right_where_one_of_the_names_is_told(label, is_right):
    (judged,) = judged_spans(SCORER, answered, ARTICLE, labelled_spans([label]))
    assert judged.is_found
    assert judged.is_right == is_right


def test_words_that_are_not_answered_have_no_confidence():
    elsewhere = {**SPAN, "start": 0, "end": len("Ann Lee")}
    (judged,) = judged_spans(SCORER, answered, ARTICLE, labelled_spans([elsewhere]))
    assert not judged.is_found
    assert judged.confidence is None


def test_words_of_which_nobody_could_tell_whether_they_are_speech_are_left_out():
    assert not labelled_spans([{**SPAN, "speech": None}])
