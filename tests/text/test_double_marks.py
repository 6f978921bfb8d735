"""Double marks of one paragraph that typists took for each other, set twice or forgot."""

import pytest

from service.domain.articles import Span
from service.text.double_marks import closed_from_start, double_marked, has_double_marks
from service.text.marked_spans import Paragraph


def paragraph(text: str, *, goes_on: bool = False) -> Paragraph:
    return Paragraph(text, Span(0, len(text), text), 0, goes_on)


def inside(text: str, *, goes_on: bool = False) -> list[str]:
    return [marked.span.text for marked in double_marked(paragraph(text, goes_on=goes_on))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("“We won,“ she said. “Twice.“", ["We won,", "Twice."], id="opening marks close"),
        pytest.param("”We won,” she said. ”Twice.”", ["We won,", "Twice."], id="closing marks open"),
        pytest.param('She said: "We won,“ and left.', ["We won,"], id="straight and curly"),
        pytest.param('""We won,"" she said.', ["We won,"], id="straight, twice"),
        pytest.param("““We won,”” she said. ““Twice.””", ["We won,", "Twice."], id="curly, twice"),
        pytest.param("“We won,’’ she said. “Twice.’’", ["We won,", "Twice."], id="two single marks close"),
        pytest.param("''We won,'' she said. ''Twice.''", ["We won,", "Twice."], id="two single marks open, too"),
        pytest.param("``We won,'' she said. ``Twice.''", ["We won,", "Twice."], id="two single marks of a kind"),
        pytest.param("‘She said: ‘We won.’’", [], id="two single marks without a double one"),
        pytest.param('" We won , " she said .', ["We won ,"], id="apart from the words"),
        pytest.param('" We won , " she said . " Twice . "', ["We won ,", "Twice ."], id="apart, twice"),
    ],
)
def test_the_place_of_a_mark_tells_what_it_is_for(text: str, spans: list[str]):
    assert inside(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param('She said: "The "big" win."', ['The "big" win.'], id="straight inside straight"),
        pytest.param('"He said "no" and "never" to us," she said.', ['He said "no" and "never" to us,'], id="twice"),
        pytest.param("“He said “no,“ twice,“ she said.", ["He said “no,“ twice,"], id="curly that close"),
        pytest.param('He said "no" and "never".', ["no", "never"], id="side by side"),
        pytest.param("''He said 'no,' twice,'' she said.", ["He said 'no,' twice,"], id="single inside two single"),
        pytest.param("''He said 'no,''' she said.", ["He said 'no,'"], id="three close"),
        pytest.param("'''No,' he said,'' she wrote.", ["'No,' he said,"], id="three open"),
    ],
)
def test_marks_inside_marks(text: str, spans: list[str]):
    assert inside(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("“We won, she said. “They lost.”", ["We won,", "They lost."], id="before a clause"),
        pytest.param('"We won, said Ann Lee. "They lost."', ["We won,", "They lost."], id="straight, before a clause"),
        pytest.param("“We won, Ann Lee said.", ["We won,"], id="no other mark"),
        pytest.param("\"We won,' Ann Lee said.", ["We won,"], id="a single one closes"),
        pytest.param("'We won,\" Ann Lee said.", ["We won,"], id="a single one opens"),
        pytest.param(
            "“We won, she shares. “They lost.”", ["We won, she shares.", "They lost."], id="an unknown clause"
        ),
        pytest.param("“We won. They lost. “", ["We won. They lost."], id="one that can only close"),
        pytest.param("“She told me once, “We won.”", ["We won."], id="the first one is too much"),
        pytest.param("“We won. They lost. All is well.", ["We won. They lost. All is well."], id="no clause"),
        pytest.param('"We won," she said, "and they lost.', ["We won,", "and they lost."], id="the last one"),
    ],
)
def test_a_mark_that_is_forgotten(text: str, spans: list[str]):
    assert inside(text) == spans


def test_a_quotation_that_the_next_paragraph_carries_on_keeps_its_clauses():
    assert inside("“We won, she said.", goes_on=True) == ["We won, she said."]
    assert inside("“We won. “No,” I thought. We won.", goes_on=True) == ["We won. “No,” I thought. We won."]


def test_words_that_an_earlier_paragraph_opened():
    closed = closed_from_start(paragraph("We went home.” She left."))
    assert closed is not None
    assert closed.span.text == "We went home."
    assert closed_from_start(paragraph("We went “home.”")) is None
    assert closed_from_start(paragraph("We went home.")) is None


def test_double_marks_are_seen():
    assert has_double_marks(paragraph("a «b"))
    assert not has_double_marks(paragraph("a ‘b’"))
