"""Whether marked words are somebody's speech, or a title, a nickname, a term, a scare quote.

Evidence as in `evidence.py`: each function gives a strength, the weights are learnt, and the weighted sum is the
logit of the probability.
"""

import math
from collections.abc import Callable
from functools import cache

from service.attribution.direct import non_speech_evidence
from service.attribution.direct.context import Scene
from service.attribution.direct.non_speech_evidence import inside, words_inside
from service.attribution.direct.quoted_passages import opens_line
from service.lexicon import lines

SpeechFunction = Callable[[Scene], float]
_FINITE = ("AUX", "VERB")
_FIRST_PERSONS = frozenset(["i", "we", "my", "our", "me", "us", "i'm", "i’m", "we're", "we’re"])


def always(scene: Scene) -> float:
    """What stands between marks is mostly speech."""
    return 1.0


def length(scene: Scene) -> float:
    """Many words."""
    return math.log(max(1, len(words_inside(scene)))) / 3


def one_or_two_words(scene: Scene) -> float:
    """One word or two."""
    return float(len(words_inside(scene)) <= 2)


def three_to_five_words(scene: Scene) -> float:
    """Three to five words."""
    return float(3 <= len(words_inside(scene)) <= 5)


def has_verb(scene: Scene) -> float:
    """Holds a verb."""
    return float(any(scene.parse.words[word].pos in _FINITE for word in words_inside(scene)))


def has_first_person(scene: Scene) -> float:
    """Speaks of "I" or "we"."""
    return float(any(scene.parse.lower(word) in _FIRST_PERSONS for word in words_inside(scene)))


def ends_with_comma(scene: Scene) -> float:
    """Ends with a comma before the closing mark."""
    return float(inside(scene)[-1:] == ",")


def ends_with_stop(scene: Scene) -> float:
    """Ends with a full stop, a question or an exclamation mark."""
    return float(inside(scene)[-1:] in tuple(".?!…"))


def opens_with_capital(scene: Scene) -> float:
    """Begins with a capital letter."""
    return float(inside(scene)[:1].isupper())


def single_marks(scene: Scene) -> float:
    """Stands between single marks."""
    return float(scene.run.marks[0].is_single)


def opens_paragraph(scene: Scene) -> float:
    """Opens its paragraph."""
    return float(opens_line(scene.parse.text, scene.run.start))


def preposition_leads(scene: Scene) -> float:
    """Follows a preposition."""
    return float(scene.first > 0 and scene.parse.words[scene.first - 1].pos == "ADP")


def colon_leads(scene: Scene) -> float:
    """Follows a colon."""
    return float(scene.first > 0 and scene.parse.words[scene.first - 1].text == ":")


def comma_leads(scene: Scene) -> float:
    """Follows a comma."""
    return float(scene.first > 0 and scene.parse.words[scene.first - 1].text == ",")


def clause_touches(scene: Scene) -> float:
    """A reporting clause touches the marks; stronger, the surer the cue."""
    return max((c.likelihood for c in scene.clauses if scene.clause_distance(c) <= 1), default=0.0)


def clause_in_sentence(scene: Scene) -> float:
    """A reporting clause in the sentence; stronger, the surer the cue."""
    sentences = (scene.parse.sentence(scene.first), scene.parse.sentence(scene.last))
    return max((c.likelihood for c in scene.clauses if scene.parse.sentence(c.verb) in sentences), default=0.0)


def clause_governs(scene: Scene) -> float:
    """Inside the words that a clause reports."""
    return max((c.likelihood for c in scene.clauses if scene.is_reported_by(c)), default=0.0)


def speech_in_paragraph(scene: Scene) -> float:
    """The paragraph quotes somebody before."""
    return float(scene.earlier is not None and scene.first_paragraph == scene.earlier.run.marks[-1].paragraph)


def never_closed(scene: Scene) -> float:
    """Runs to the paragraph's end without a closing mark."""
    return float(len(scene.run.marks) == 1 and not scene.run.marks[0].is_closed)


def carried_on(scene: Scene) -> float:
    """Carried on over several paragraphs."""
    return float(len(scene.run.marks) > 1)


SPEECH_EVIDENCE: tuple[SpeechFunction, ...] = (
    always,
    length,
    one_or_two_words,
    three_to_five_words,
    has_verb,
    has_first_person,
    ends_with_comma,
    ends_with_stop,
    opens_with_capital,
    non_speech_evidence.title_case,
    non_speech_evidence.one_capital,
    single_marks,
    opens_paragraph,
    non_speech_evidence.article_leads,
    non_speech_evidence.noun_follows,
    non_speech_evidence.naming_leads,
    preposition_leads,
    colon_leads,
    comma_leads,
    clause_touches,
    clause_in_sentence,
    clause_governs,
    speech_in_paragraph,
    never_closed,
    carried_on,
    non_speech_evidence.verb_follows,
    non_speech_evidence.repeated_term,
    non_speech_evidence.work_in_list,
    non_speech_evidence.modifies_noun,
    non_speech_evidence.acronym,
    non_speech_evidence.work_follows,
    non_speech_evidence.named_with_article,
)


def speech_probability(scene: Scene) -> float:
    """The probability that the run is speech."""
    logit = sum(_weights()[rule.__name__] * rule(scene) for rule in SPEECH_EVIDENCE)
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in (line.split() for line in lines("speech_weights"))}
