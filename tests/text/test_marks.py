"""Quotation marks of all kinds to the spans between them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.text.cleaning import clean
from service.text.marked_spans import MarkedSpan
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs


def marks(text: str) -> tuple[MarkedSpan, ...]:
    return find_marks(text, find_paragraphs(text))


def inside(text: str) -> list[str]:
    return [marked.span.text for marked in marks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” she said.",
        '"We won," she said.',
        '“We won," she said.',
        '"We won,” she said.',
        "„We won,“ she said.",
        "„We won,” she said.",
        "«We won,» she said.",
        "« We won, » she said.",
        "»We won,« she said.",
        "``We won,'' she said.",
        "「We won,」 she said.",
        "『We won,』 she said.",
        "‘We won,’ she said.",
        "'We won,' she said.",
        "She said: “We won,”",
        "She said:“We won,”.",
        "”We won,” she said.",
        "”We won,“ she said.",
        "She said ” We won, ” and left.",
        "We won,” she said.",
        'We won," she said.',
    ],
)
def test_every_kind_of_mark(text: str):
    assert inside(text) == ["We won,"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The protesters’ demand and the mayor's answer.", id="possessives"),
        pytest.param("Don’t say it isn't so.", id="elided letters"),
        pytest.param("Rock ’n’ roll was king in the ’90s, and '80s pop was not.", id="decades"),
        pytest.param("Get ’em while they’re hot, 'tis said.", id="elided openings"),
        pytest.param("The O’Briens met the D’Angelos.", id="names"),
        pytest.param("“”", id="nothing inside"),
        pytest.param("“ ”", id="blanks inside"),
        pytest.param("“…”", id="no letter inside"),
        pytest.param("It was over.” Nobody moved.", id="closed and never opened"),
    ],
)
def test_what_is_no_quotation(text: str):
    assert inside(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("“We won,” she said, “and they lost.”", ["We won,", "and they lost."], id="the clause interrupts"),
        pytest.param(
            "“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,"], id="single inside double"
        ),
        pytest.param(
            "“He said, ‘I will not go,”” she said.", ["He said, ‘I will not go,”"], id="inner closed by a double mark"
        ),
        pytest.param("‘The workers’ pay is low,’ she said.", ["The workers’ pay is low,"], id="possessive in single"),
        pytest.param("‘We can’t wait,’ she said.", ["We can’t wait,"], id="apostrophe in single"),
        pytest.param("‘Stop,’ he said. ‘Go,’ she said.", ["Stop,", "Go,"], id="two single ones"),
        pytest.param('The 6" pipe was "too small".', ["too small"], id="inches"),
        pytest.param("(“We won,”) she wrote.", ["We won,"], id="in brackets"),
        pytest.param("Lee—“no comment”—left.", ["no comment"], id="between dashes"),
        pytest.param("“ We won, ” she said.", ["We won,"], id="blanks beside the marks"),
        pytest.param("«Он сказал “нет” и ушёл», — писали.", ["Он сказал “нет” и ушёл"], id="double inside guillemets"),
        pytest.param("‘He said “never” and left,’ she said.", ["He said “never” and left,"], id="double inside single"),
        pytest.param("“He said “never” and left,” she said.", ["He said “never” and left,"], id="double inside double"),
    ],
)
def test_marks_in_company(text: str, spans: list[str]):
    assert inside(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param('"It was 6" wide," he said.', ['It was 6" wide,'], id="inches inside straight marks"),
    ],
)
@pytest.mark.xfail(strict=True, reason="not told apart from other marks yet")
def test_marks_that_are_not_read_yet(text: str, spans: list[str]):
    assert inside(text) == spans


def test_outer_takes_in_the_marks():
    (marked,) = marks("So: “ We won. ” Yes.")
    assert (marked.span.text, marked.outer.text) == ("We won.", "“ We won. ”")


def test_a_mark_that_is_never_closed_is_closed_at_its_paragraphs_end():
    first, second = marks("“We won.\n\n“They lost.”")
    assert (first.span.text, first.is_closed, first.paragraph) == ("We won.", False, 0)
    assert (second.span.text, second.is_closed, second.paragraph) == ("They lost.", True, 1)


def test_a_mark_that_is_never_closed_does_not_reach_into_the_next_paragraph():
    assert inside("“We won.\n\nThey went home.") == ["We won."]


def test_paragraphs_without_a_mark_are_carried_on_to_the_one_that_closes():
    text = "Ann Lee said: “We won.\n\nThey lost.\n\nWe went home.” She left.\n\n“No,” he said."
    assert inside(text) == ["We won.", "They lost.", "We went home.", "No,"]
    assert [marked.is_closed for marked in marks(text)] == [False, False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said: “We won.\n\nThey lost.", id="nothing closes"),
        pytest.param("She said: “We won.\n\nIt was a “great” day.\n\nWe went home.”", id="another opens"),
        pytest.param("She said: “We won.\n\na\n\nb\n\nc\n\nd\n\nWe went home.”", id="too far"),
    ],
)
def test_paragraphs_without_a_mark_are_no_quotation(text: str):
    assert not {"They lost.", "We went home."}.intersection(inside(text))


def test_paragraphs_between_two_single_marks_carry_a_quotation_on():
    assert [each.is_closed for each in marks("''We won.\n''They lost,'' she said.")] == [False, True]


def test_single_marks_are_told():
    single, double = marks("‘Stop,’ he said. “Go,” she said.")
    assert (single.is_single, double.is_single) == (True, False)


def test_furniture_yields_nothing():
    assert inside("Read more: “Harbour plan”\n\n“We won,” she said.") == ["We won,"]


PIECES = ["“a", "b”", "‘c", "d’", "e", "s’", "it’s", '"f', 'g"', "«h", "i»", "„", "’em", '6"', "''", "``", "\n\n", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(
    st.sampled_from("“”„‟\"«»「」『』‘’'‛‚`` \n\n.,ab1sS") | st.characters(), max_size=60
)


@given(TEXTS)
@example("''''''")
@example("“‘a””")
@example("'a' '")
def test_spans_of_any_text_are_slices_inside_their_paragraph(text: str):
    text = clean(text)
    paragraphs = find_paragraphs(text)
    for marked in find_marks(text, paragraphs):
        assert text[marked.span.start : marked.span.end] == marked.span.text != ""
        assert text[marked.outer.start : marked.outer.end] == marked.outer.text
        assert marked.outer.contains(marked.span)
        assert paragraphs[marked.paragraph].contains(marked.outer)


@given(TEXTS)
@example("‘He said “never” and left,’ she said.")
def test_spans_of_any_text_are_in_order_and_none_holds_another(text: str):
    ends = [0]
    for marked in marks(clean(text)):
        assert ends[-1] <= marked.outer.start
        ends.append(marked.outer.end)
