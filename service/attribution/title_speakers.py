"""Whose the words of a title are where it does not say so: those of whoever says them in the text."""

import re
from dataclasses import replace

from service.domain.articles import ArticleField
from service.domain.quotations import ArticleAnalysis, Attribution, QuotationKind
from service.text.folding import folded

# Fewer words in a row are found in much that somebody says; they must be all that stands between two marks.
_FEWEST = 4
_EVIDENCE = "same_words_in_text"


def with_speakers_of_text(analysis: ArticleAnalysis) -> ArticleAnalysis:
    """The analysis, in which quotations of the title that name nobody there have the speaker of the text's same words.

    They keep what they have where the text gives the words to nobody, or to two.
    """
    said = [each for each in analysis.attributions if _is_said_in_text(each)]
    attributions = tuple(
        each if _names_somebody(each) else _said_by(each, [one for one in said if _says(one, each)])
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


def _names_somebody(attribution: Attribution) -> bool:
    """Whether it is of the text, or of a title that refers to the speaker or reports in the reporter's own words."""
    quotation, mention = attribution.quotation, attribution.mention
    is_open = quotation.field is ArticleField.TITLE and quotation.kind is not QuotationKind.INDIRECT
    return not is_open or (mention is not None and mention.field is ArticleField.TITLE)


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
