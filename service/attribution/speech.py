"""Whether marked words are somebody's speech, or a title, a nickname, a term, a scare quote.

Evidence as in `evidence.py`: each function gives a strength, the weights are learnt, and the weighted sum is the
logit of the probability.
"""

import math
from collections.abc import Callable
from functools import cache

from service.attribution.quotations import opens_line
from service.attribution.scene import Scene
from service.lexicon import lines, words

SpeechFunction = Callable[[Scene], float]
_FINITE = ("AUX", "VERB")
# Words in a term of politics or business; longer ones are sentences.
_LONGEST_TERM = 5
# A quotation may stand in the headline, too; a third time it is a term.
_REPEATED = 3
_FIRST_PERSONS = frozenset(["i", "we", "my", "our", "me", "us", "i'm", "i’m", "we're", "we’re"])


def always(scene: Scene) -> float:
    """What stands between marks is mostly speech."""
    return 1.0


def length(scene: Scene) -> float:
    """Many words."""
    return math.log(max(1, len(_words(scene)))) / 3


def one_or_two_words(scene: Scene) -> float:
    """One word or two."""
    return float(len(_words(scene)) <= 2)


def three_to_five_words(scene: Scene) -> float:
    """Three to five words."""
    return float(3 <= len(_words(scene)) <= 5)


def has_verb(scene: Scene) -> float:
    """Holds a verb."""
    return float(any(scene.parse.words[word].pos in _FINITE for word in _words(scene)))


def has_first_person(scene: Scene) -> float:
    """Speaks of "I" or "we"."""
    return float(any(scene.parse.lower(word) in _FIRST_PERSONS for word in _words(scene)))


def ends_with_comma(scene: Scene) -> float:
    """Ends with a comma before the closing mark."""
    return float(_inside(scene)[-1:] == ",")


def ends_with_stop(scene: Scene) -> float:
    """Ends with a full stop, a question or an exclamation mark."""
    return float(_inside(scene)[-1:] in tuple(".?!…"))


def opens_with_capital(scene: Scene) -> float:
    """Begins with a capital letter."""
    return float(_inside(scene)[:1].isupper())


def title_case(scene: Scene) -> float:
    """Every longer word has a capital: the title of a work."""
    inside = [scene.parse.words[word].text for word in _words(scene) if len(scene.parse.words[word].text) > 3]
    return float(len(inside) > 1 and all(text[0].isupper() for text in inside))


def one_capital(scene: Scene) -> float:
    """One word or two with a capital."""
    inside = [scene.parse.words[word].text for word in _words(scene)]
    return float(0 < len(inside) <= 2 and all(text[0].isupper() for text in inside))


def single_marks(scene: Scene) -> float:
    """Stands between single marks."""
    return float(scene.run.marks[0].is_single)


def opens_paragraph(scene: Scene) -> float:
    """Opens its paragraph."""
    return float(opens_line(scene.parse.text, scene.run.start))


def article_leads(scene: Scene) -> float:
    """Follows an article, a possessive or an adjective: a part of somebody's sentence."""
    before = scene.first - 1
    return float(
        before >= 0 and (scene.parse.words[before].pos in ("DET", "ADJ") or scene.parse.lower(before) in ("’s", "'s"))
    )


def noun_follows(scene: Scene) -> float:
    """A noun follows the closing mark at once."""
    return float(_following_pos(scene) in ("NOUN", "PROPN"))


def naming_leads(scene: Scene) -> float:
    """Follows a word that names ("called", "titled", "known as", "so-called")."""
    before = [scene.parse.lower(word) for word in range(max(0, scene.first - 3), scene.first)]
    return float(any(word in words("naming_words") for word in before))


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
    return max(
        (
            c.likelihood
            for c in scene.clauses
            if c.content and c.content[0] <= scene.last and scene.first < c.content[1]
        ),
        default=0.0,
    )


def speech_in_paragraph(scene: Scene) -> float:
    """The paragraph quotes somebody before."""
    return float(scene.earlier is not None and scene.first_paragraph == scene.earlier.run.marks[-1].paragraph)


def never_closed(scene: Scene) -> float:
    """Runs to the paragraph's end without a closing mark."""
    return float(len(scene.run.marks) == 1 and not scene.run.marks[0].is_closed)


def carried_on(scene: Scene) -> float:
    """Carried on over several paragraphs."""
    return float(len(scene.run.marks) > 1)


def verb_follows(scene: Scene) -> float:
    """A few words that are the subject of a verb of the article’s own: a term, not speech."""
    following = scene.last + 1
    is_cue = any(clause.verb == following for clause in scene.clauses)
    return float(_following_pos(scene) in _FINITE and not is_cue and len(_words(scene)) <= _LONGEST_TERM)


def repeated_term(scene: Scene) -> float:
    """A few words that the article marks again and again: a term."""
    own = scene.run.marks[0].span.text.casefold().rstrip(",.")
    same = sum(marked.span.text.casefold().rstrip(",.") == own for marked in scene.reading.marks)
    return float(same >= _REPEATED and len(_words(scene)) <= _LONGEST_TERM)


def work_in_list(scene: Scene) -> float:
    """A capitalized word or two before a comma, and no reporting clause beside it: a work in a list of works."""
    return one_capital(scene) * ends_with_comma(scene) * float(clause_touches(scene) == 0)


def modifies_noun(scene: Scene) -> float:
    """A few words between an article or an adjective and a noun: an “unprecedented” outcome."""
    return article_leads(scene) * noun_follows(scene) * float(len(_words(scene)) <= _LONGEST_TERM)


def acronym(scene: Scene) -> float:
    """Capital letters only."""
    inside = _inside(scene).rstrip(",.")
    return float(inside.isupper() and inside.isalpha() and len(inside) > 1)


def work_follows(scene: Scene) -> float:
    """A description as a work follows: “…,” a play about …"""
    after = range(scene.last + 1, min(scene.last + 4, len(scene.parse)))
    return float(any(scene.parse.lower(word) in words("works") for word in after))


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
    title_case,
    one_capital,
    single_marks,
    opens_paragraph,
    article_leads,
    noun_follows,
    naming_leads,
    preposition_leads,
    colon_leads,
    comma_leads,
    clause_touches,
    clause_in_sentence,
    clause_governs,
    speech_in_paragraph,
    never_closed,
    carried_on,
    verb_follows,
    repeated_term,
    work_in_list,
    modifies_noun,
    acronym,
    work_follows,
)


def speech_probability(scene: Scene) -> float:
    """The probability that the run is speech."""
    logit = sum(_weights()[rule.__name__] * rule(scene) for rule in SPEECH_EVIDENCE)
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in (line.split() for line in lines("speech_weights"))}


def _words(scene: Scene) -> list[int]:
    span = scene.run.marks[0].span
    return [word for word in scene.parse.within(span.start, span.end) if scene.parse.words[word].pos != "PUNCT"]


def _inside(scene: Scene) -> str:
    return scene.run.marks[-1].span.text


def _following_pos(scene: Scene) -> str:
    following = scene.last + 1
    if following >= len(scene.parse) or scene.parse.sentence(following) != scene.parse.sentence(scene.last):
        return ""
    return scene.parse.words[following].pos
