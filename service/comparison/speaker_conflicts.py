"""One statement, two different people or bodies as its author."""

from collections.abc import Iterable, Sequence

from service.comparison.authorship import author_relation
from service.comparison.bodies import Relation
from service.comparison.claims import PassagePair, in_order, involved, places, sides
from service.comparison.identity import identify
from service.comparison.passages import Passage
from service.comparison.summary import speaker_summary
from service.domain import Article, Claim, Conflict, ConflictKind, Severity, SpeakerKind, Statement

# What is more likely wrong than right contradicts nobody.
_LIKELY = 0.5


def speaker_conflict(
    statement: Statement, pairs: Sequence[PassagePair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over who said it, if two articles name authors of whom neither can stand for the other."""
    passages = involved(pair for pair in pairs if _have_other_authors(pair) and not _is_explained(pair, pairs))
    if not passages:
        return None
    groups = sides(passages, lambda one, other: one.speaker != other.speaker)
    claims = in_order(Claim(_name(group[0]), places(group)) for group in groups)
    return Conflict(
        id=identify("c", (ConflictKind.SPEAKER, statement.id, *(claim.value for claim in claims))),
        kind=ConflictKind.SPEAKER,
        severity=_severity(passages),
        statement_id=statement.id,
        speaker_id=None,
        summary=speaker_summary(claims, passages[-1].printed_text, articles),
        claims=claims,
    )


def _have_other_authors(pair: PassagePair) -> bool:
    left, right = pair
    is_likely = min(left.confidence, right.confidence) >= _LIKELY
    return is_likely and author_relation(left.speaker, right.speaker) is Relation.OTHER


def _is_explained(pair: PassagePair, pairs: Iterable[PassagePair]) -> bool:
    """Whether one article prints the words as the other's author's, too (a headline, a caption)."""
    articles = {passage.article_id for passage in pair}
    alike = (other for other in pairs if {passage.article_id for passage in other} == articles)
    return any(author_relation(*(passage.speaker for passage in other)) is Relation.SAME for other in alike)


def _name(passage: Passage) -> str:
    return passage.speaker.name if passage.speaker else ""


def _severity(passages: Iterable[Passage]) -> Severity:
    """A description beside a name may yet be that person's, unknown to the articles."""
    kinds = {passage.speaker.kind for passage in passages if passage.speaker}
    return Severity.MEDIUM if SpeakerKind.UNNAMED in kinds else Severity.HIGH
