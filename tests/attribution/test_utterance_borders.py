"""Whether marked words go on with what was said before them."""

import pytest

from service.attribution.utterance_borders import goes_on
from service.domain.articles import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We won,” |said| Ann Lee, “by far.”", True, id="the clause interrupts a sentence"),
        pytest.param("“We won,” |said| Ann Lee. “They lost.”", True, id="and a second sentence"),
        pytest.param("“We won.” “They lost.”", True, id="nothing between"),
        pytest.param("“We won,” the mayor of the town, Ann Lee. “They lost.”", True, id="a clause that is not found"),
        pytest.param("“We won,” |said| Ann Lee, who called Bo Kim “a thief”", False, id="a clause leads into another"),
        pytest.param("“We won.” She praised “the team”", False, id="a sentence leads into another"),
        pytest.param("She was “proud” of Mr. Kim and “unafraid”", False, id="fragments of one sentence"),
        pytest.param("She was “proud” and, as all the team, “unafraid”", False, id="fragments around an insertion"),
        pytest.param("He was “a thief,” “a liar”", False, id="a list of fragments"),
        pytest.param("“We won.” It was late. “They lost.”", False, id="a sentence of the reporter's between"),
    ],
)
def test_what_stands_between_decides(text: str, expected: bool):
    before, after = _marked(text.replace("|", ""))
    assert goes_on(text.replace("|", ""), before, after, _cues(text)) is expected


def _marked(text: str) -> tuple[Span, ...]:
    starts = [place + 1 for place, letter in enumerate(text) if letter == "“"]
    return tuple(Span(start, end := text.index("”", start), text[start:end]) for start in starts)


def _cues(text: str) -> tuple[Span, ...]:
    if "|" not in text:
        return ()
    start, end = text.index("|"), text.rindex("|") - 1
    return (Span(start, end, text[start + 1 : end + 1]),)
