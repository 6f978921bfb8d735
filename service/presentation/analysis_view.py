"""What stands on the page: an analysis in reading order, with numbers and links; pure, and no HTML yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from service.domain.articles import Article, ArticleField, Span
from service.domain.conflicts import Analysis, Claim, Conflict
from service.domain.quotations import CERTAIN_ENOUGH, Attribution, Quotation, Speaker, SpeakerKind
from service.presentation.affiliation_text import affiliation_texts
from service.presentation.annotated_text import Findings, Paragraph, anchor, marked_paragraphs
from service.presentation.certainty import certain_part
from service.presentation.conflict_view import ConflictView, conflict_view
from service.presentation.dates import day_of
from service.presentation.quotation_text import distinct_quotations, quotation_text
from service.text.paragraphs import first_line, is_furniture

# A first line up to this length that does not end like a sentence is a headline.
_LONGEST_HEADLINE = 160
# As much of a quotation as fits on a line of the list of speakers, or two.
_LONGEST_EXCERPT = 64

_Articles = Mapping[str, tuple[int, Article]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article, with a link; `words` are the first of those that stand there."""

    number: int
    outlet: str | None
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class ConflictContent:
    """A conflict under the names of its speakers."""

    id: str
    view: ConflictView[Place]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """An article with its marks, under its number."""

    number: int
    article: Article
    name: str | None
    published_on: str | None
    title: Paragraph | None
    """The title with its marks; None where nothing is marked in it."""
    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    n_quotations: int


@dataclass(frozen=True, slots=True)
class AffiliationContent:
    """What articles say that a speaker is, and where."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SpeakerContent:
    """A speaker, with the other names and links to everything that is quoted."""

    speaker: Speaker
    aliases: tuple[str, ...]
    affiliations: tuple[AffiliationContent, ...]
    quotations: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PageContent:
    """The page's parts, in their order."""

    conflicts: tuple[ConflictContent, ...]
    articles: tuple[ArticleContent, ...]
    speakers: tuple[SpeakerContent, ...]
    n_quotations: int
    n_hidden: int
    """How many quotations more there are, which are too uncertain to be shown."""
    limits: tuple[str, ...]
    """What the bounds mean that were reached, each once."""


def page_content(whole: Analysis, min_confidence: float = CERTAIN_ENOUGH) -> PageContent:
    """What is certain enough, as the page shows it: who is quoted most comes first among the speakers."""
    analysis = certain_part(whole, min_confidence)
    articles = {article.id: (number, article) for number, article in enumerate(analysis.articles, 1)}
    shown = [each for article in analysis.articles for each in distinct_quotations(article, analysis.attributions)]
    speakers = [_speaker(speaker, shown, articles) for speaker in analysis.speakers]
    names = {article.id: article.outlet or article_name(number) for number, article in articles.values()}
    findings = Findings(analysis.attributions, analysis.speakers, analysis.conflicts, names)
    return PageContent(
        conflicts=tuple(_conflict(conflict, analysis, articles) for conflict in analysis.conflicts),
        articles=tuple(article_content(article, findings, number) for number, article in articles.values()),
        speakers=tuple(sorted(speakers, key=lambda content: (-len(content.quotations), content.speaker.name))),
        n_quotations=len(shown),
        n_hidden=len(whole.attributions) - len(analysis.attributions),
        limits=tuple(dict.fromkeys(limit.meaning for limit in whole.limits)),
    )


def _place(article_id: str, span: Span, articles: _Articles, *, words: str | None = None) -> Place:
    number, article = articles[article_id]
    excerpt = shorten(words or span.text, _LONGEST_EXCERPT, placeholder="…")
    return Place(number, article.outlet, f"#{anchor(number, span.start, span.field)}", excerpt)


def _conflict(conflict: Conflict, analysis: Analysis, articles: _Articles) -> ConflictContent:
    statements = [statement for statement in analysis.statements if statement.id == conflict.statement_id]
    ids = {conflict.speaker_id, *(each for statement in statements for each in statement.speaker_ids)}
    return ConflictContent(
        conflict.id,
        conflict_view(conflict, lambda claim: _evidence_places(claim, articles)),
        tuple(speaker.name for speaker in analysis.speakers if speaker.id in ids),
    )


def _evidence_places(claim: Claim, articles: _Articles) -> Iterable[Place]:
    """One link for each quotation or other place: the parts of a quotation are one."""
    places: dict[tuple[str, str | tuple[int, ArticleField]], Place] = {}
    for each in claim.evidence:
        key = (each.article_id, each.quotation_id or (each.span.start, each.span.field))
        places.setdefault(key, _place(each.article_id, each.span, articles))
    return places.values()


def article_content(article: Article, findings: Findings, number: int) -> ArticleContent:
    """The article with its marks; findings in other articles are left out."""
    paragraphs = marked_paragraphs(article, findings, number=number)
    headline = _headline(paragraphs)
    return ArticleContent(
        number=number,
        article=article,
        name=article.outlet or (article.id if article.id != article_name(number) else None),
        published_on=day_of(article.published_at) if article.published_at else None,
        title=_marked_title(article, findings, number),
        headline=headline,
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph is not headline),
        n_quotations=len(distinct_quotations(article, findings.attributions)),
    )


def _marked_title(article: Article, findings: Findings, number: int) -> Paragraph | None:
    """The title in one line, if something is marked in it."""
    lines = marked_paragraphs(article, findings, number=number, field=ArticleField.TITLE)
    segments = tuple(segment for line in lines for segment in line.segments)
    return Paragraph(segments) if any(segment.kinds for segment in segments) else None


def heading_of(article: Article) -> str:
    """What a page calls an article: by its title, else by how it begins."""
    return article.title or first_line(article.text) or article.id


def _headline(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The first paragraph, but for what belongs to the web page, if it is a headline."""
    first = next((each for each in paragraphs if not is_furniture(each.text.strip())), None)
    if first is None:
        return None
    line = first.text.strip()
    return first if len(line) <= _LONGEST_HEADLINE and line[-1] not in ".!?”\"'’»" else None


def _speaker(speaker: Speaker, shown: Sequence[Attribution], articles: _Articles) -> SpeakerContent:
    texts = affiliation_texts(speaker, speaker.affiliations)
    quotations = [each.quotation for each in shown if each.speaker_id == speaker.id]
    return SpeakerContent(
        speaker=speaker,
        aliases=_other_names(speaker),
        affiliations=tuple(
            AffiliationContent(text, tuple(_place(each.article_id, each.span, articles) for each in found))
            for text, found in texts.items()
        ),
        quotations=tuple(_quotation(each, articles) for each in quotations),
    )


def _other_names(speaker: Speaker) -> tuple[str, ...]:
    """The other names of somebody who has a name; a group called "Analysts" has other descriptions."""
    if speaker.kind in (SpeakerKind.GROUP, SpeakerKind.UNNAMED):
        return ()
    return tuple(alias for alias in speaker.aliases if alias.casefold() != speaker.name.casefold())


def _quotation(quotation: Quotation, articles: _Articles) -> Place:
    """A link to the first part, under the first words of all."""
    _, article = articles[quotation.article_id]
    return _place(article.id, quotation.parts[0], articles, words=quotation_text(article, quotation))


def article_name(number: int) -> str:
    """What an article is called that has no other name."""
    return f"article {number}"
