"""Reports made by hand: a newsroom's articles in a few words each."""

from dataclasses import replace

from service.domain.articles import Article, ArticleField, Span
from service.domain.quotations import (
    Affiliation,
    ArticleAnalysis,
    Attribution,
    Quotation,
    QuotationKind,
    Speaker,
    SpeakerKind,
)

BACKGROUND = """The council of Harbour Bay met for nine hours behind closed doors. Farmers, brewers and hoteliers share
the aquifer beneath the limestone hills; engineers had drilled boreholes there in March, and tankers supplied hospitals.
"""


def report(article_id, *variants, kind=QuotationKind.DIRECT, published_at=None):
    """An article in which each voice is (name, words, posts...); a post is (role, organization).

    Without any name at all, not even None, the words between marks are thought no speech.
    """
    text, speakers, attributions = "", {}, []
    for name, words, *positions in variants:
        start = len(text) + 1
        text += f"“{words}” said {name}.\n"
        for role, organization in positions:
            text += f"{role} of {organization}.\n" if role and organization else f"{role or organization}.\n"
        if name and name not in speakers:
            told = tuple(_affiliation(article_id, text, *position) for position in positions)
            speakers[name] = speaker(name, affiliations=told, speaker_id=f"{article_id}-{name}")
        parts = _parts(text, start, words)
        quotation = Quotation(f"{article_id}:{start}", article_id, kind, parts, is_speech=name != "")
        attributions.append(Attribution(quotation, speaker_id=speakers[name].id if name else None, confidence=1.0))
    article = Article(article_id, text, published_at=published_at)
    return ArticleAnalysis(article, tuple(attributions), tuple(speakers.values()))


def with_background(one):
    """The report with more text, the same in each: those that are dated about the same day report one event."""
    return replace(one, article=replace(one.article, text=one.article.text + BACKGROUND))


def titled(one, name, words, *positions):
    """The report with a title in which somebody is quoted; an empty name is as in `report`."""
    told = report(one.article.id, (name, words, *positions))
    title = " ".join(told.article.text.split("\n")).strip()
    (quoted,) = told.attributions
    parts = tuple(replace(part, field=ArticleField.TITLE) for part in quoted.quotation.parts)
    quotation = replace(quoted.quotation, id=f"{one.article.id}:title", parts=parts)
    speakers = {each.id: each for each in (*_in_title(told.speakers), *one.speakers)}
    return ArticleAnalysis(
        replace(one.article, title=title),
        (replace(quoted, quotation=quotation), *one.attributions),
        tuple(speakers.values()),
    )


def _in_title(speakers):
    for each in speakers:
        places = (replace(one, span=replace(one.span, field=ArticleField.TITLE)) for one in each.affiliations)
        yield replace(each, affiliations=tuple(places))


def speaker(name, *, kind=None, affiliations=(), speaker_id=None):
    """A speaker; a name in small letters is a description."""
    kind = kind or (SpeakerKind.UNNAMED if name == name.lower() else SpeakerKind.PERSON)
    return Speaker(speaker_id or name, name, kind, affiliations=tuple(affiliations))


def affiliation(role, organization, article_id="a", text=None):
    """What one article says that somebody is."""
    text = text or " of ".join(filter(None, (role, organization)))
    return Affiliation(article_id, Span(0, len(text), text), role, organization)


def _affiliation(article_id, text, role, organization):
    words = " of ".join(filter(None, (role, organization)))
    start = text.rindex(words)
    return Affiliation(article_id, Span(start, start + len(words), words), role, organization)


def _parts(text, start, words):
    """The words, cut at a bar, where the reporting clause stood."""
    found = []
    for piece in words.split("|"):
        found.append(Span(start, start + len(piece), text[start : start + len(piece)]))
        start += len(piece) + 1
    return tuple(found)
