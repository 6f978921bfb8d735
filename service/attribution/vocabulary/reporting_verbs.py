"""Reporting verbs: which they are, how surely each is a cue, and what may stand around them."""

from service.lexicon import weights, words
from service.parsing.trees import Parse

# Verbs that are cues more often than not; "said" and the like.
SURE_CUE = 0.5
# What may follow a speaker who ends the sentence.
AFTER_SUBJECT = frozenset((",", ".", "of", "in", "on", "at", "during", "from", "who", "after", "last", ";"))
# Verbs whose object is who hears, not who speaks; and those whose object is asked to do something.
HEARD = words("reporting/telling_verbs")
ASKED = words("reporting/asking_verbs")
# Verbs by which somebody speaks to who spoke before; and those by which somebody goes on.
ANSWERING = frozenset(("answer", "counter", "reply", "respond", "retort"))
_GOING_ON = frozenset(("add", "conclude", "continue"))
# Forms that a parser keeps where they open a sentence: "Told that …, Lee said".
_IRREGULAR = {"told": "tell", "said": "say", "wrote": "write", "written": "write", "spoke": "speak"}


def reporting_verbs() -> dict[str, float]:
    """Dictionary form of a verb to the probability that it is a cue."""
    return weights("models/attribution/reporting_verbs")


def verb_lemma(parse: Parse, verb: int) -> str:
    """The dictionary form, also of forms that the parser's dictionary lacks ("quipped")."""
    lemma = _IRREGULAR.get(parse.lemma(verb), parse.lemma(verb))
    if lemma in reporting_verbs():
        return lemma
    for ending, base in (
        ("ied", "y"),
        ("ed", "e"),
        ("ed", ""),
        ("lled", "l"),
        ("d", ""),
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("lling", "l"),
    ):
        if lemma.endswith(ending) and lemma[: -len(ending)] + base in reporting_verbs():
            return lemma[: -len(ending)] + base
    return lemma


def is_sure_cue(parse: Parse, verb: int) -> bool:
    """Whether the verb is a cue more often than not."""
    return reporting_verbs().get(verb_lemma(parse, verb), 0.0) >= SURE_CUE


def is_verb_of_speech(parse: Parse, verb: int) -> bool:
    """Whether the verb means that something is said, or judged in words."""
    lemma = verb_lemma(parse, verb)
    return f"{lemma}/VERB" in words("reporting/speech_cues") or lemma in words("reporting/judging_verbs")


def answers(lemma: str, before: str, *, is_question: bool) -> bool:
    """Whether by this verb somebody speaks to who spoke right before, by the other, where a question was or was not.

    "Lee, who asked not to be named, said" asks nobody.
    """
    return lemma in ANSWERING or (before == "ask" and is_question and lemma not in _GOING_ON)
