"""Whose the words of a title are that names nobody."""

from dataclasses import replace

import pytest

from service.attribution.title_speakers import with_speakers_of_text
from service.domain.articles import ArticleField, Span
from service.domain.quotations import Affiliation, ArticleAnalysis, QuotationKind, SpeakerKind
from tests.linking.reports import report, titled

DRY = "The wells of the valley have been dry since the spring festival."
ANA, OMAR = "Ana Pérez", "Omar Said"


def named(read: ArticleAnalysis) -> str | None:
    """The speaker of the title's quotation."""
    first = with_speakers_of_text(read).attributions[0]
    assert first.quotation.field is ArticleField.TITLE
    return next((one.name for one in read.speakers if one.id == first.speaker_id), None)


@pytest.mark.parametrize("words", [DRY, "the wells of the valley have been dry", "dry since the spring festival"])
@pytest.mark.parametrize("name", ["", None])
def test_words_that_somebody_says_in_the_text_are_theirs(words: str, name: str | None):
    read = titled(report("a", (ANA, DRY), (OMAR, "We wait for rain.")), name, words)
    assert named(read) == ANA
    first, said, _ = with_speakers_of_text(read).attributions
    assert (first.quotation.is_speech, first.unattributed_because) == (True, None)
    assert (first.confidence, first.evidence) == (said.confidence, ("same_words_in_text",))


def test_few_words_are_theirs_only_where_they_are_all_that_is_quoted():
    assert named(titled(report("a", (ANA, "A gift")), "", "a gift")) == ANA
    assert named(titled(report("a", (ANA, "It is a gift to all.")), "", "a gift")) is None


def test_a_part_of_a_word_is_no_word():
    assert named(titled(report("a", (ANA, DRY)), "", "ells of the valley have")) is None


@pytest.mark.parametrize("others", [((OMAR, DRY),), ((ANA, DRY), (OMAR, DRY)), ((None, DRY),)])
def test_words_of_nobody_or_of_two_are_left_as_they_are(others: tuple):
    read = titled(report("a", *others), None, DRY)
    expected = OMAR if others == ((OMAR, DRY),) else None
    assert named(read) == expected


def mentioned(read: ArticleAnalysis, field: ArticleField) -> ArticleAnalysis:
    """The report, whose title's quotation has its mention there."""
    first, *others = read.attributions
    return replace(read, attributions=(replace(first, mention=Span(0, 3, "Omar", field)), *others))


def test_a_title_that_names_somebody_has_the_last_word():
    read = titled(report("a", (ANA, DRY)), OMAR, DRY)
    assert named(mentioned(read, ArticleField.TITLE)) == OMAR
    guessed = mentioned(read, ArticleField.TEXT)
    assert named(guessed) == ANA
    assert [one.name for one in with_speakers_of_text(guessed).speakers] == [ANA], "nobody else is named any more"


@pytest.mark.parametrize(("description", "speaker"), [("Mayor", ANA), ("minister of trade", "minister of trade")])
def test_whom_a_title_describes_says_the_words_in_the_text_if_the_post_is_theirs(description: str, speaker: str):
    """ "Mayor: “The wells are dry”" """
    read = mentioned(titled(report("a", (ANA, DRY)), description, DRY), ArticleField.TITLE)
    post = Affiliation("a", Span(0, 14, "mayor of Delta"), "mayor of Delta", None)
    speakers = (
        replace(one, affiliations=(post,)) if one.name == ANA else replace(one, kind=SpeakerKind.UNNAMED)
        for one in read.speakers
    )
    assert named(replace(read, speakers=tuple(speakers))) == speaker


def test_what_a_title_tells_in_its_own_words_keeps_its_speaker():
    read = titled(report("a", (ANA, DRY)), OMAR, DRY)
    first, *others = read.attributions
    told = replace(first, quotation=replace(first.quotation, kind=QuotationKind.INDIRECT))
    assert named(replace(read, attributions=(told, *others))) == OMAR
