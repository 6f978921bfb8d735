"""Whether marked words are somebody's speech, or a title, a nickname, a term, a scare quote.

Evidence as in `evidence_table.py`: each function gives a strength, the weights are learnt, and the weighted sum is the
logit of the probability.
"""

import math
from collections.abc import Callable

from service.attribution.direct import surroundings_evidence
from service.attribution.direct.context import QuotationContext
from service.attribution.direct.quoted_passages import opens_line
from service.attribution.direct.surroundings_evidence import inside
from service.attribution.vocabulary.grammar import VERB_TAGS
from service.lexicon import weights

SpeechFunction = Callable[[QuotationContext], float]
# Below the first probability the words are a title, a term or a scare quote; from the second on whoever said them tells
# who may speak next. Chosen on the folds of the training articles: a lost quotation costs an editor more than a
# doubtful one that names nobody.
SPEECH_THRESHOLD, SURE_SPEECH = 0.35, 0.7
_FIRST_PERSONS = frozenset(["i", "we", "my", "our", "me", "us", "i'm", "i’m", "we're", "we’re"])


def always(context: QuotationContext) -> float:
    """What stands between marks is mostly speech."""
    return 1.0


def length(context: QuotationContext) -> float:
    """Many words."""
    return math.log(max(1, len(context.words_inside))) / 3


def has_verb(context: QuotationContext) -> float:
    """Holds a verb."""
    return float(any(context.parse.words[word].pos in VERB_TAGS for word in context.words_inside))


def has_first_person(context: QuotationContext) -> float:
    """Speaks of "I" or "we"."""
    return float(any(context.parse.lower(word) in _FIRST_PERSONS for word in context.words_inside))


def ends_with_stop(context: QuotationContext) -> float:
    """Ends with a full stop, a question or an exclamation mark."""
    return float(inside(context)[-1:] in tuple(".?!…"))


def opens_with_capital(context: QuotationContext) -> float:
    """Begins with a capital letter."""
    return float(inside(context)[:1].isupper())


def opens_paragraph(context: QuotationContext) -> float:
    """Opens its paragraph."""
    return float(opens_line(context.parse.text, context.passage.start))


def clause_touches(context: QuotationContext) -> float:
    """A reporting clause touches the marks; stronger, the surer the cue."""
    return max((c.likelihood for c in context.clauses if context.clause_distance(c) <= 1), default=0.0)


def clause_governs(context: QuotationContext) -> float:
    """Inside the words that a clause reports."""
    return max((c.likelihood for c in context.clauses if context.is_reported_by(c)), default=0.0)


def speech_in_paragraph(context: QuotationContext) -> float:
    """The paragraph quotes somebody before."""
    return float(context.earlier is not None and context.first_paragraph == context.earlier.passage.marks[-1].paragraph)


SPEECH_EVIDENCE: tuple[SpeechFunction, ...] = (
    always,
    length,
    has_verb,
    has_first_person,
    ends_with_stop,
    opens_with_capital,
    surroundings_evidence.title_case,
    opens_paragraph,
    surroundings_evidence.naming_leads,
    clause_touches,
    clause_governs,
    speech_in_paragraph,
    surroundings_evidence.modifies_noun,
    surroundings_evidence.named_right_before,
    surroundings_evidence.work_right_before,
    surroundings_evidence.cue_before_in_sentence,
    surroundings_evidence.according_to_in_sentence,
    surroundings_evidence.opens_sentence,
    surroundings_evidence.single_among_single,
    surroundings_evidence.adjective,
    surroundings_evidence.name_only,
    surroundings_evidence.hangs_on_noun,
    surroundings_evidence.as_clause,
    surroundings_evidence.inside_name,
    surroundings_evidence.after_adjective,
    surroundings_evidence.opens_with_verb,
    surroundings_evidence.object_of_verb,
    surroundings_evidence.repeated,
    surroundings_evidence.opens_article,
    surroundings_evidence.reports_often,
    surroundings_evidence.governed,
    surroundings_evidence.governed_by_cue,
)


def speech_probability(context: QuotationContext) -> float:
    """The probability that the run is speech."""
    learnt = weights("models/attribution/speech_weights")
    logit = sum([learnt[rule.__name__] * rule(context) for rule in SPEECH_EVIDENCE])
    return 1 / (1 + math.exp(-logit))
