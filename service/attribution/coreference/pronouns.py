"""Who a pronoun stands for: the most present of those who agree with it in kind and gender."""

import math
from collections.abc import Collection
from itertools import islice

from service.attribution.coreference.entities import Entity
from service.attribution.coreference.families.namesakes import find_namesakes
from service.attribution.coreference.mention_history import MentionHistory
from service.attribution.mentions.joint_speakers import joint_mentions
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_agent, is_role_noun
from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.domain.quotations import Mention, MentionKind, SpeakerKind

# Weights of what makes an antecedent likely, in the manner of Lappin and Leass (1994), chosen on labelled articles.
_DISTANCE, _A_PARAGRAPH_AWAY = -1.2, -0.3
_SUBJECT, _SPOKE, _NAMED, _GENDER_STATED, _MARKED, _POSSESSIVE = 1.0, 1.0, 0.6, 0.6, -2.0, -0.4
_FARTHEST_PARAGRAPH, _FAR = 8, 4
# "It" and "they" go on from the subject of one main clause to that of the next; of "he" and "she" it shows nothing.
_LEADS = 0.5
# Those mentioned last, among whom one may bear the name of another; a book must not be searched from its first page.
_MOST_PEOPLE = 200
# What the nearest mention may reach.
_HIGHEST = _SUBJECT + _SPOKE + _NAMED + _GENDER_STATED + _LEADS


def find_antecedent(history: MentionHistory, pronoun: Mention) -> Entity | None:
    """The entry that the pronoun stands for, None if nobody before agrees with it."""
    spoken_of = _spoken_of(history, pronoun)
    found = _most_present(history, pronoun, spoken_of)
    # Where nobody else agrees, it is whom the words name: "Acme will close two plants, it said".
    return found if found is not None or not spoken_of else _most_present(history, pronoun, frozenset())


def _most_present(history: MentionHistory, pronoun: Mention, left_out: frozenset[Entity]) -> Entity | None:
    best: tuple[float, Entity] | None = None
    stands_for = gendered("grammar/pronouns")[pronoun.name]
    may_be_several = stands_for == "group" and pronoun.head in history.sources
    for mention, entity in history.back():
        # Those before it are farther away still.
        if best is not None and _HIGHEST + _distance(history, mention, pronoun) < best[0]:
            break
        agrees = _agrees(entity, stands_for) or (may_be_several and _acts_with_others(history, mention))
        if not agrees or _is_bound(history, mention, pronoun) or entity in left_out:
            continue
        score = salience(history, mention, entity, pronoun)
        if score is not None and (best is None or score > best[0]):
            best = (score, entity)
    return None if best is None else best[1]


def salience(history: MentionHistory, mention: Mention, entity: Entity, pronoun: Mention) -> float | None:
    """How present the one mentioned is where the pronoun stands; None if the mention is out of reach."""
    parse = history.parse
    paragraphs = parse.paragraph(pronoun.head) - parse.paragraph(mention.head)
    is_marked = history.annotated.is_marked(mention.head)
    if paragraphs > _FARTHEST_PARAGRAPH or (is_marked and not mention.entity):
        return None
    is_by = is_agent(parse, parse.top(mention.head))
    is_aside = is_by and _stands_aside(history, mention)
    spoke = mention.head in history.sources and not is_aside
    acts = spoke or _is_subject(history, mention) or (is_by and not is_aside)
    is_subject = acts or _owns_subject(history, mention, pronoun)
    # A gender known only from pronouns would base every guess on the one before.
    stands_for = gendered("grammar/pronouns")[pronoun.name]
    tells_gender = stands_for in ("m", "f")
    is_stated = entity.stated_gender is not None and entity.stated_gender == stands_for
    return (
        _distance(history, mention, pronoun)
        + _SUBJECT * is_subject
        + _SPOKE * spoke
        + _LEADS * (not tells_gender and _leads(history, mention) and _leads(history, pronoun))
        + _NAMED * (tells_gender and mention.entity == "PERSON")
        + _GENDER_STATED * is_stated
        + _MARKED * is_marked
        + _POSSESSIVE * (parse.words[mention.head].relation == "nmod:poss")
    )


def _is_subject(history: MentionHistory, mention: Mention) -> bool:
    """Whether it is the subject of a clause, or the name behind one: "her lawyer, Lee, said"."""
    parse = history.parse
    word = parse.top(mention.head)
    described = parse.head(word)
    if parse.relation(word) == "appos" and described is not None and mention.entity == "PERSON":
        word = described
    return parse.relation(word) == "nsubj"


def _distance(history: MentionHistory, mention: Mention, pronoun: Mention) -> float:
    """What it costs that the mention is so far away; never more for one that is nearer."""
    paragraphs = history.parse.paragraph(pronoun.head) - history.parse.paragraph(mention.head)
    sentences = pronoun.sentence - mention.sentence
    return _DISTANCE * math.log1p(sentences) + _A_PARAGRAPH_AWAY * min(paragraphs, _FAR)


def _stands_aside(history: MentionHistory, mention: Mention) -> bool:
    """Whether an agent acts in a clause beside the main one: "Asked by Lee to leave, Ray laughed" is about Ray."""
    parse = history.parse
    verb = parse.head(parse.top(mention.head))
    return verb is not None and parse.relation(verb) == "advcl"


def _leads(history: MentionHistory, mention: Mention) -> bool:
    """Whether it is the subject of its sentence's main clause: of "Lee said Ray had lost", Lee."""
    parse = history.parse
    word = parse.top(mention.head)
    verb = parse.head(word)
    return parse.relation(word) == "nsubj" and verb is not None and parse.relation(verb) in ("root", "parataxis")


def _owns_subject(history: MentionHistory, mention: Mention, pronoun: Mention) -> bool:
    """Whether something of theirs is the subject, in the sentence of the pronoun: "Lee's fate is open, but she"."""
    parse = history.parse
    owned = parse.head(mention.head)
    is_owner = parse.words[mention.head].relation == "nmod:poss" and mention.sentence == pronoun.sentence
    return is_owner and owned is not None and parse.relation(owned) == "nsubj" and not is_role_noun(parse, owned)


def _agrees(entity: Entity, stands_for: str) -> bool:
    if stands_for in ("m", "f"):
        return entity.is_one_person and entity.gender in (None, stands_for)
    if stands_for == "group" and entity.kind is SpeakerKind.ORGANIZATION:
        # "In Delta they say": no place.
        return not entity.is_named or entity.mentions[0].entity != "LOC"
    if stands_for == "group":
        return entity.kind is SpeakerKind.GROUP and entity.is_known
    return entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def _acts_with_others(history: MentionHistory, mention: Mention) -> bool:
    """Whether it is the first of several people who are one subject: "they" behind "Ann Lee and Bo Kim said"."""
    acts = history.parse.relation(history.parse.top(mention.head)) == "nsubj"
    return mention.entity == "PERSON" and acts and len(joint_mentions(history.annotated, mention)) > 1


def _is_bound(history: MentionHistory, mention: Mention, pronoun: Mention) -> bool:
    """Whether both hang on one verb ("he told Lee"), or one holds the other ("her lawyer"): they are two."""
    parse = history.parse
    if mention.span.contains(pronoun.span):
        return True
    head = parse.head(pronoun.head)
    if head is None or parse.relation(pronoun.head) != "nsubj":
        return False
    return parse.head(mention.head) == head and parse.relation(mention.head) in ("obj", "iobj", "obl")


def _spoken_of(history: MentionHistory, pronoun: Mention) -> frozenset[Entity]:
    """Whom the words name that the pronoun says: in "Lee lost, he said" and "he said Lee lost", he is not Lee."""
    parse, verb = history.parse, history.parse.head(pronoun.head)
    if verb is None or parse.relation(pronoun.head) != "nsubj" or not is_sure_cue(parse, verb):
        return frozenset()
    head = parse.head(verb) if parse.relation(verb) == "parataxis" else None
    contents = parse.children(verb, "ccomp") if head is None else (head,)
    inside = [
        (mention, entity)
        for mention in history.annotated.mentions_in(pronoun.sentence)
        if (entity := history.bearer(mention.head)) is not None
        and not history.annotated.is_marked(mention.head)
        and any(content in parse.ancestors(mention.head) for content in contents)
    ]
    found = frozenset(
        entity
        for mention, entity in inside
        if (mention.kind is MentionKind.NAME and parse.words[mention.head].relation != "nmod:poss")
        or (mention.kind is MentionKind.DESCRIPTION and entity.is_somebody and _acts(history, mention, contents))
        or (mention.kind is MentionKind.DESCRIPTION and not entity.is_named and not _has_spoken(history, entity))
    )
    # Which of two Lees a surname names is only likely.
    return found and found - find_namesakes(islice(history.entities_back(), _MOST_PEOPLE))


def _acts(history: MentionHistory, mention: Mention, contents: Collection[int]) -> bool:
    """Whether it is the subject of the words: in "the commander met farmers, he said", he is not the commander."""
    word = history.parse.top(mention.head)
    return history.parse.relation(word) == "nsubj" and history.parse.head(word) in contents


def _has_spoken(history: MentionHistory, entity: Entity) -> bool:
    """Whether a reporting clause before names the entity: of "A unit will move, it said", the unit has not spoken."""
    return any(mention.head in history.sources for mention in entity.mentions[-_MOST_PEOPLE:])
