"""Whose the words of a title are where it names nobody: those of whoever says them in the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from service.attribution.vocabulary.nouns import kinds_of_nouns
from service.domain.articles import ArticleField
from service.domain.quotations import ArticleAnalysis, Attribution, QuotationKind, Speaker, SpeakerKind
from service.text.folding import folded

# Fewer words in a row are found in much that somebody says; they must be all that stands between two marks.
_FEWEST = 4
_EVIDENCE = "same_words_in_text"


def with_speakers_of_text(analysis: ArticleAnalysis) -> ArticleAnalysis:
    """The analysis, in which quotations of the title that name nobody there have the speaker of the text's same words.

    "Mayor: …" names nobody; it is whoever says the words in the text if that is a mayor. Quotations keep what they have
    where the text gives the words to nobody, or to two.
    """
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    said = [each for each in analysis.attributions if _is_said_in_text(each)]
    attributions = tuple(
        _said_by(each, [one for one in said if _says(one, each) and _may_be(one, each, speakers)])
        if _is_open(each)
        else each
        for each in analysis.attributions
    )
    named = {id_ for each in attributions for id_ in (each.speaker_id, *each.speaker_ids, *each.via)}
    return replace(
        analysis,
        attributions=attributions,
        speakers=tuple(speaker for speaker in analysis.speakers if speaker.id in named),
    )


def _is_said_in_text(attribution: Attribution) -> bool:
    quotation = attribution.quotation
    return quotation.field is ArticleField.TEXT and quotation.is_speech and attribution.speaker_id is not None


def _is_open(attribution: Attribution) -> bool:
    """Whether it is of the title, and not in the reporter's own words."""
    quotation = attribution.quotation
    return quotation.field is ArticleField.TITLE and quotation.kind is not QuotationKind.INDIRECT


def _may_be(said: Attribution, title: Attribution, speakers: Mapping[str, Speaker]) -> bool:
    """Whether the title names nobody, or describes somebody by a word of a post that the text's speaker has."""
    if title.mention is None or title.mention.field is not ArticleField.TITLE:
        return True
    if not title.speaker_id or not said.speaker_id or speakers[title.speaker_id].kind is not SpeakerKind.UNNAMED:
        return False
    posts = {post for each in speakers[said.speaker_id].affiliations for post in _posts(each.role or "")}
    return any(post in posts for post in _posts(speakers[title.speaker_id].name))


def _posts(text: str) -> Iterator[str]:
    return (word for word in _words(text).split() if kinds_of_nouns(word))


def _says(said: Attribution, title: Attribution) -> bool:
    sought = _words(title.quotation.text)
    if sought in [_words(part.text) for part in said.quotation.parts]:
        return True
    return sought.count(" ") > _FEWEST and sought in _words(said.quotation.text)


def _said_by(title: Attribution, said: list[Attribution]) -> Attribution:
    if len({each.speaker_id for each in said}) != 1:
        return title
    surest = max(said, key=lambda each: each.confidence)
    return replace(
        title,
        quotation=replace(title.quotation, is_speech=True),
        mention=surest.mention,
        speaker_id=surest.speaker_id,
        speaker_ids=surest.speaker_ids,
        via=surest.via,
        unattributed_because=None,
        confidence=surest.confidence,
        evidence=(_EVIDENCE,),
    )


def _words(text: str) -> str:
    """The words with a blank on either side of each: a part of a word is none."""
    return "".join(f" {word}" for word in re.findall(r"\w+", folded(text))) + " "
