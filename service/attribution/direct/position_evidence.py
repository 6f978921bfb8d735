"""Evidence from where a candidate stands, what it is, and who spoke before; see `clause_evidence.py`."""

import math

from service.attribution.direct.context import Candidate, Scene
from service.attribution.direct.quoted_passages import opens_line
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import MentionKind


def colon_leads(scene: Scene, candidate: Candidate) -> float:
    """In the sentence before a colon that opens the quotation."""
    if scene.first == 0 or scene.parse.words[scene.first - 1].text[-1] != ":":
        return 0.0
    return float(candidate.mention.sentence == scene.parse.sentence(scene.first - 1))


def right_before_colon(scene: Scene, candidate: Candidate) -> float:
    """The last words before a colon that opens the quotation: an old saying: “…”"""
    colon = scene.first - 1
    if colon < 1 or scene.parse.words[colon].text[-1] != ":":
        return 0.0
    return float(candidate.mention.span.end == scene.parse.words[colon - 1].span.end)


def subject_of_sentence(scene: Scene, candidate: Candidate) -> float:
    """Subject of a verb."""
    return float(scene.parse.relation(scene.parse.top(candidate.mention.head)) == "nsubj")


def subject_in_sentence(scene: Scene, candidate: Candidate) -> float:
    """Subject of a verb in the quotation's sentence."""
    return subject_of_sentence(scene, candidate) * float(candidate.mention.sentence in scene.sentences)


def subject_of_main_clause(scene: Scene, candidate: Candidate) -> float:
    """Subject of the main verb of its sentence."""
    head = scene.parse.head(scene.parse.top(candidate.mention.head))
    is_root = head is not None and scene.parse.head(head) is None
    return subject_of_sentence(scene, candidate) * float(is_root)


def in_sentence_before(scene: Scene, candidate: Candidate) -> float:
    """In the sentence right before the quotation's, in the same paragraph."""
    return float(candidate.mention.sentence == scene.sentences[0] - 1 and scene.paragraphs_off(candidate.mention) == 0)


def in_same_sentence(scene: Scene, candidate: Candidate) -> float:
    """In a sentence that holds a part of the quotation."""
    return float(candidate.mention.sentence in scene.sentences)


def in_paragraph(scene: Scene, candidate: Candidate) -> float:
    """In a paragraph of the quotation."""
    return float(scene.paragraphs_off(candidate.mention) == 0)


def in_paragraph_before(scene: Scene, candidate: Candidate) -> float:
    """In the paragraph before the quotation's."""
    return float(scene.paragraphs_off(candidate.mention) == -1)


def in_paragraph_after(scene: Scene, candidate: Candidate) -> float:
    """In the paragraph after the quotation's."""
    return float(scene.paragraphs_off(candidate.mention) > 0)


def subject_in_paragraph_before(scene: Scene, candidate: Candidate) -> float:
    """Subject of a main verb in the paragraph before, where the quotation fills its own paragraph."""
    alone = opens_line(scene.parse.text, scene.run.start)
    return in_paragraph_before(scene, candidate) * subject_of_main_clause(scene, candidate) * float(alone)


def distance(scene: Scene, candidate: Candidate) -> float:
    """Far from the quotation, counted in words."""
    return math.log1p(scene.word_distance(candidate.mention.head)) / 5


def candidates_between(scene: Scene, candidate: Candidate) -> float:
    """Others stand between."""
    head = candidate.mention.head
    low, high = (head, scene.first) if head < scene.first else (scene.last, head)
    between = sum(low < other.mention.head < high for other in scene.candidates)
    return math.log1p(between) / 3


def after_quotation(scene: Scene, candidate: Candidate) -> float:
    """After the quotation."""
    return float(candidate.mention.head > scene.last)


def person_name(scene: Scene, candidate: Candidate) -> float:
    """A person's name."""
    return float(candidate.mention.entity == "PERSON")


def organization_name(scene: Scene, candidate: Candidate) -> float:
    """An organisation's name."""
    return float(candidate.mention.entity == "ORG")


def place_name(scene: Scene, candidate: Candidate) -> float:
    """A place's or people's name."""
    return float(candidate.mention.entity in ("LOC", "NORP"))


def pronoun(scene: Scene, candidate: Candidate) -> float:
    """A pronoun."""
    return float(candidate.mention.kind is MentionKind.PRONOUN)


def personal_pronoun(scene: Scene, candidate: Candidate) -> float:
    """The pronoun "he" or "she"."""
    return float(candidate.mention.name in ("he", "she"))


def document(scene: Scene, candidate: Candidate) -> float:
    """A document by a noun for one ("the treaty", "a banner")."""
    return float(_is_document(scene, candidate))


def document_subject_in_sentence(scene: Scene, candidate: Candidate) -> float:
    """A document that is the subject of a verb in the quotation's sentence."""
    return document(scene, candidate) * subject_in_sentence(scene, candidate)


def _is_document(scene: Scene, candidate: Candidate) -> bool:
    if candidate.mention.kind is MentionKind.PRONOUN:
        return False
    return "document" in kinds_of_nouns(noun_lemma(scene.parse, candidate.mention.head))


def group_or_role(scene: Scene, candidate: Candidate) -> float:
    """Described by a noun for people."""
    is_described = candidate.mention.kind is MentionKind.DESCRIPTION
    kinds = kinds_of_nouns(noun_lemma(scene.parse, candidate.mention.head)) if is_described else set()
    return float(bool(kinds & {"role", "group"}))


def described_body(scene: Scene, candidate: Candidate) -> float:
    """Described by a noun for a body."""
    is_described = candidate.mention.kind is MentionKind.DESCRIPTION
    kinds = kinds_of_nouns(noun_lemma(scene.parse, candidate.mention.head)) if is_described else set()
    return float("organization" in kinds)


def possessive(scene: Scene, candidate: Candidate) -> float:
    """A possessive ("her", "the minister’s")."""
    return float(scene.parse.words[candidate.mention.head].relation == "nmod:poss")


def inside_other_report(scene: Scene, candidate: Candidate) -> float:
    """Inside what somebody else is reported to say."""
    head = candidate.mention.head
    return float(
        any(
            clause.content is not None and clause.content[0] <= head < clause.content[1] and clause.source != head
            for clause in scene.clauses
        )
    )


def spoke_before_in_paragraph(scene: Scene, candidate: Candidate) -> float:
    """Speaker of the quotation before, in the same paragraph."""
    return _spoke_before(scene, candidate) * float(_runs_apart(scene) == 0)


def spoke_in_paragraph_before(scene: Scene, candidate: Candidate) -> float:
    """Speaker of the quotation that the paragraph before ended with."""
    return _spoke_before(scene, candidate) * float(_runs_apart(scene) == 1)


def goes_on_after_clause(scene: Scene, candidate: Candidate) -> float:
    """Speaker of the quotation before in the paragraph, and no reporting clause stands since."""
    if scene.earlier is None or not spoke_before_in_paragraph(scene, candidate):
        return 0.0
    after_choice = max(scene.earlier.run.end, candidate.mention.span.end)
    return float(
        not any(
            scene.parse.words[clause.verb].span.start > after_choice and clause.verb != _verb(candidate)
            for clause in scene.clauses
            if clause.verb < scene.first or scene.parse.sentence(clause.verb) in scene.sentences
        )
    )


def _verb(candidate: Candidate) -> int | None:
    return None if candidate.clause is None else candidate.clause.verb


def _spoke_before(scene: Scene, candidate: Candidate) -> float:
    return float(scene.earlier is not None and scene.earlier.mention == candidate.mention)


def _runs_apart(scene: Scene) -> int | None:
    if scene.earlier is None:
        return None
    return scene.first_paragraph - scene.earlier.run.marks[-1].paragraph
