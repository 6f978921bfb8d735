"""Who a pronoun stands for: the most present of those who agree with it in kind and gender."""

import math

from service.attribution.coreference.entities import Entry
from service.attribution.coreference.mention_history import Trail
from service.attribution.vocabulary.genders import gendered
from service.domain.quotations import Mention, SpeakerKind

# Weights of what makes an antecedent likely, in the manner of Lappin and Leass (1994), chosen on labelled articles.
_DISTANCE, _A_PARAGRAPH_AWAY = -1.2, -0.3
_SUBJECT, _SPOKE, _NAMED, _GENDER_TOLD, _MARKED, _POSSESSIVE = 1.0, 1.0, 0.6, 0.6, -2.0, -0.4
_FARTHEST_PARAGRAPH, _FAR = 8, 4


def find_antecedent(trail: Trail, pronoun: Mention) -> Entry | None:
    """The entry that the pronoun stands for, None where nobody before agrees with it."""
    best: tuple[float, Entry] | None = None
    for mention, entry in trail.back():
        if not _agrees(entry, pronoun) or _is_bound(trail, mention, pronoun):
            continue
        score = salience(trail, mention, entry, pronoun)
        if score is not None and (best is None or score > best[0]):
            best = (score, entry)
    return None if best is None else best[1]


def salience(trail: Trail, mention: Mention, entry: Entry, pronoun: Mention) -> float | None:
    """How present the one mentioned is where the pronoun stands; None where the mention is out of reach."""
    parse = trail.parse
    paragraphs = parse.paragraph(pronoun.head) - parse.paragraph(mention.head)
    is_marked = trail.reading.is_marked(mention.head)
    if paragraphs > _FARTHEST_PARAGRAPH or (is_marked and not mention.entity):
        return None
    spoke = mention.head in trail.sources
    is_subject = spoke or parse.relation(parse.top(mention.head)) == "nsubj" or _is_agent(trail, mention)
    # A gender that only pronouns told would make every guess the ground of the next.
    is_told = entry.told_gender is not None and entry.told_gender == gendered("pronouns")[pronoun.name]
    return (
        _DISTANCE * math.log1p(pronoun.sentence - mention.sentence)
        + _A_PARAGRAPH_AWAY * min(paragraphs, _FAR)
        + _SUBJECT * is_subject
        + _SPOKE * spoke
        + _NAMED * (mention.entity == "PERSON")
        + _GENDER_TOLD * is_told
        + _MARKED * is_marked
        + _POSSESSIVE * (parse.words[mention.head].relation == "nmod:poss")
    )


def _is_agent(trail: Trail, mention: Mention) -> bool:
    """Whether the one mentioned acts in the passive: "directed by Lee"."""
    word = trail.parse.top(mention.head)
    by = trail.parse.child(word, "case")
    return trail.parse.relation(word) == "obl" and by is not None and trail.parse.lower(by) == "by"


def _agrees(entry: Entry, pronoun: Mention) -> bool:
    stands_for = gendered("pronouns")[pronoun.name]
    if stands_for in ("m", "f"):
        return entry.is_one_person and entry.gender in (None, stands_for)
    if stands_for == "group":
        return entry.kind is SpeakerKind.ORGANIZATION or (entry.kind is SpeakerKind.GROUP and entry.is_known)
    return entry.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def _is_bound(trail: Trail, mention: Mention, pronoun: Mention) -> bool:
    """Whether both hang on one verb, so that they cannot be the same ("he told Lee")."""
    parse = trail.parse
    head = parse.head(pronoun.head)
    if head is None or parse.relation(pronoun.head) != "nsubj":
        return False
    return parse.head(mention.head) == head and parse.relation(mention.head) in ("obj", "iobj", "obl")
