"""What is reported around marked words, as the parser reads it: phrases, and what a quotation has of them."""

import pytest

from service.attribution.reported_runs import ReportedRuns
from tests.attribution.readings import annotated_of, report_of

_OPENED = (
    "Ann_Lee/nsubj/opened/PERSON opened/root a debate/obj/opened on the board/nmod/debate "
    "with a “ ruse/obl/opened of/case/fools fools/nmod/ruse ” ."
)
_SAID = (
    "Ann_Lee/nsubj/said/PERSON said/root that/mark/left the plan/nsubj/left "
    "“ left/ccomp/said nobody/obj/left happy/xcomp/left ” ."
)
_BEFORE = "The plan/nsubj/failed failed/root on a Sunday/obl/failed for money/obl/failed ."


@pytest.mark.parametrize(
    ("notation", "runs", "parts"),
    [
        pytest.param(_OPENED, [], ["ruse of fools"], id="no run"),
        pytest.param(_OPENED, ["with a “ruse of fools”"], ["with a", "ruse of fools"], id="a phrase"),
        pytest.param(_OPENED, ["board with a “ruse of fools”"], ["with a", "ruse of fools"], id="nearly a phrase"),
        pytest.param(
            _OPENED,
            ["debate on the board with a “ruse of fools”"],
            ["a debate on the board with a", "ruse of fools"],
            id="what stands behind the verb",
        ),
        pytest.param(
            _SAID, ["the plan “left nobody happy”"], ["the plan", "left nobody happy"], id="the clause as well"
        ),
        pytest.param(
            _OPENED,
            ["Ann Lee opened a debate on the board with a “ruse of fools”"],
            ["ruse of fools"],
            id="the speaker",
        ),
        pytest.param(_SAID, ["left nobody"], ["the plan", "left nobody happy"], id="the clause has more"),
    ],
)
def test_a_quotation_has_what_is_reported_around_its_words(notation: str, runs: list[str], parts: list[str]):
    (attribution,) = report_of(notation, *runs).attributions
    assert [part.text for part in attribution.quotation.parts] == parts


def test_a_run_that_is_no_phrase_is_taken_as_it_is():
    run = "The plan failed on a Sunday for money. Ann Lee opened a debate on the board with a “ruse of fools"
    annotated = annotated_of(f"{_BEFORE}\n{_OPENED}", run)
    (words,) = ReportedRuns(annotated).around([annotated.marks[0].span])
    assert annotated.parse.span(words.start, words.stop - 1).text == run


def test_a_run_ends_where_another_begins():
    annotated = annotated_of(_SAID, "that the plan", "“left nobody happy”")
    marked = annotated.marks[0].span
    runs = ReportedRuns(annotated)
    assert runs.n_reported([marked], [marked]) == 3
    assert runs.n_reported([annotated.parse.span(2, 4)], [marked]) == 0
