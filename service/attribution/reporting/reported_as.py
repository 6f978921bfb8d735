"""How a reporting clause puts words: as said, as denied or never said, as a question, as what somebody might say."""

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import NEGATIONS
from service.attribution.vocabulary.nouns import noun_lemma
from service.attribution.vocabulary.reporting_verbs import verb_lemma
from service.domain.quotations import ReportedAs
from service.lexicon import words
from service.parsing.trees import Parse

_CONTRADICTING = frozenset(("deny", "refute", "dispute", "disavow"))
_NOBODY = frozenset(("nobody", "none", "neither"))
# What makes no negation of a "not" or a "no" before it.
_ONLY = frozenset(("just", "merely", "only", "simply", "sooner"))
# What comes late or with something after all, where "not" opens the sentence: "Not until Friday did Lee say".
_AT_LAST = frozenset(("before", "long", "till", "until", "without"))
# What opens a clause of what is not done: "instead of saying".
_INSTEAD = frozenset(("instead", "rather"))
_MODALS = frozenset(("would", "might", "could", "may", "should", "’d", "'d"))
# What a question opens with, whatever the parse makes of it: "Had Lee said “…”?".
_OPENS_QUESTION = frozenset(
    ("did", "does", "do", "had", "has", "have", "would", "will", "could", "should", "is", "was")
)
# "She would later say": the past seen from before it, and said all the same.
_AFTERWARDS = frozenset(("later", "then", "eventually", "subsequently"))
# How a clause hangs on a word that says of it that it is not so.
_EMBEDDED = ("ccomp", "xcomp", "csubj", "acl", "advcl", "obj", "obl")
# What is denied with what says that something is so, or that it was heard: "nobody heard Lee say “…”".
_MAY_BE_SO = frozenset(("true", "correct", "case", "hear"))
# What says that something was said: "rejects any suggestion that Lee said “…”".
_SUGGESTIONS = frozenset(("accusation", "allegation", "claim", "report", "suggestion"))
# What is only thought up: "it is hard to imagine Lee saying “…”".
_IMAGINED = frozenset(("imagine", "picture"))
# Verbs that may stand between the words and a denial: "denied having ever said".
_HIGHEST = 3


def reported_as(annotated: AnnotatedArticle, verb: int) -> ReportedAs:
    """What the clause of this verb, and the words that govern it, make of what it reports."""
    parse = annotated.parse
    if not parse.is_verbal(verb):
        # Of "Ray rejected Lee's claim that it was “a trap”", Lee did claim it.
        return ReportedAs.SAID
    if denies(parse, verb) or _is_negated(annotated, verb) or _is_denied_above(annotated, verb):
        return ReportedAs.DENIED
    if _is_question(annotated, verb) or _is_asked_above(parse, verb):
        return ReportedAs.ASKED
    if _is_unreal(parse, verb):
        return ReportedAs.DENIED
    return ReportedAs.HYPOTHETICAL if _is_hypothetical(parse, verb) else ReportedAs.SAID


def denies(parse: Parse, verb: int) -> bool:
    """Whether the verb itself says that what it reports is not so: its subject did speak."""
    return verb_lemma(parse, verb) in _CONTRADICTING


def _is_negated(annotated: AnnotatedArticle, verb: int) -> bool:
    """By an adverb or by a subject: "did not say", "no one said"."""
    parse = annotated.parse
    before = (child for child in parse.children(verb, "advmod", "aux", "dep") if child < verb)
    # “Never,” she said: what stands between the marks is the answer.
    if any(_negates(parse, child) and not annotated.is_marked(child) for child in before):
        return True
    if _is_negated_in_front(annotated, verb) or any(parse.lower(m) in _INSTEAD for m in parse.children(verb, "mark")):
        return True
    for subject in (word for word in parse.children(verb, "nsubj") if not annotated.is_marked(word)):
        determiners = [parse.lower(child) for child in parse.children(subject, "det", "cc")]
        if parse.lower(subject) in _NOBODY or "no" in determiners or "neither" in determiners:
            return True
    return False


def _is_negated_in_front(annotated: AnnotatedArticle, verb: int) -> bool:
    """By what puts the auxiliary before the subject: "At no point did Lee say", "Never in her life has Lee said"."""
    parse = annotated.parse
    subject, auxiliary = parse.child(verb, "nsubj"), parse.child(verb, "aux")
    if auxiliary is None and parse.relation(verb) in ("ccomp", "xcomp"):
        # "Never has Lee said"
        above = parse.head(verb)
        auxiliary = above if above is not None and parse.words[above].pos == "AUX" else None
    if subject is None or auxiliary is None or not auxiliary < subject < verb:
        return False
    for word in range(auxiliary - 1, parse.sentence_words(parse.sentence(verb)).start - 1, -1):
        if annotated.is_marked(word) or parse.words[word].text == ",":
            return False
        if _negates(parse, word):
            return True
    return False


def _negates(parse: Parse, word: int) -> bool:
    """Whether the word makes a negation, and not the first half of "not only called it “…”, but …"."""
    if parse.lower(word) not in NEGATIONS or word + 1 == len(parse):
        return parse.lower(word) in NEGATIONS
    following = parse.lower(word + 1)
    opens = parse.sentence_words(parse.sentence(word)).start == word
    # "She never simply said so": that is still not said.
    goes_on = following in _ONLY and parse.lower(word) != "never"
    # "Not for the first time did Lee say", "Not for nothing has Lee said"
    again = following == "for" and word + 2 < len(parse) and parse.lower(word + 2) in ("the", "nothing")
    return not goes_on and not (opens and (following in _AT_LAST or again))


def _is_denied_above(annotated: AnnotatedArticle, verb: int) -> bool:
    """By what governs the clause: "denied saying", "it is not true that Lee said", "a fake quote in which Lee says"."""
    parse, below = annotated.parse, verb
    for word in list(parse.ancestors(verb))[:_HIGHEST]:
        if parse.relation(below) not in _EMBEDDED:
            return False
        lemma = verb_lemma(parse, word) if parse.is_verbal(word) else parse.lower(word)
        is_had = lemma == "have" and below == verb > word and parse.relation(verb) == "xcomp"
        if is_had and parse.lower(word + 1) == "yet":
            return True
        if lemma == "short" and "of" in map(parse.lower, parse.children(below, "mark", "case")):
            return True
        if parse.is_verbal(word) and lemma in words("reporting/denying_verbs") and parse.relation(below) != "advcl":
            return True
        if lemma in _IMAGINED and parse.is_verbal(word):
            return True
        if lemma in _MAY_BE_SO and _is_negated(annotated, word):
            return True
        is_false = lemma in words("reporting/false_words") or any(
            parse.lower(child) in words("reporting/false_words") for child in parse.children(word, "amod")
        )
        if is_false and parse.relation(below) in ("ccomp", "csubj", "acl"):
            return True
        is_suggestion = parse.words[word].pos == "NOUN" and noun_lemma(parse, word) in _SUGGESTIONS
        if is_suggestion and parse.relation(below) in ("acl", "ccomp"):
            below = word
            continue
        if not parse.is_verbal(word) or parse.child(word, "nsubj") is not None:
            return False
        below = word
    return False


def _is_unreal(parse: Parse, verb: int) -> bool:
    """Whether it was never said, and what would be if it had: "Had Lee said “…”, she would be free"."""
    sentence = parse.sentence_words(parse.sentence(verb))
    would = any(parse.lower(word) in _MODALS for word in range(verb + 1, sentence.stop))
    had = next((child for child in parse.children(verb, "aux") if parse.lower(child) == "had"), None)
    if had is None or not would:
        return False
    return had == sentence.start or any(parse.lower(mark) == "if" for mark in parse.children(verb, "mark"))


def _is_question(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether the sentence asks, outside quotation marks, if it was said: "Did Lee say “…”?"."""
    parse = annotated.parse
    sentence = parse.sentence_words(parse.sentence(verb))
    last = next((word for word in reversed(sentence) if not annotated.is_marked(word)), None)
    if last is None or parse.words[last].text != "?" or last < verb:
        return False
    if parse.lower(sentence.start) in _OPENS_QUESTION and sentence.start < verb:
        return True
    subjects = parse.children(verb, "nsubj")
    before = [child for child in parse.children(verb, "aux") if subjects and child < subjects[0] < verb]
    return bool(before) or any(parse.lower(subject) in ("who", "what") for subject in subjects)


def _is_asked_above(parse: Parse, verb: int) -> bool:
    """Whether a clause asks if it was said: "asked whether Lee had said “…”"."""
    return any(parse.lower(child) in ("whether", "if") for child in parse.children(verb, "mark")) and (
        parse.relation(verb) in ("ccomp", "xcomp", "obj")
    )


def _is_hypothetical(parse: Parse, verb: int) -> bool:
    """Whether it may never be said: "would say", "is expected to say", "if Lee says"."""
    children = [parse.lower(child) for child in parse.children(verb)]
    if any(parse.lower(child) in _MODALS for child in parse.children(verb, "aux")):
        return not _AFTERWARDS & set(children)
    if parse.relation(verb) == "advcl" and any(
        parse.lower(mark) in ("if", "unless") for mark in parse.children(verb, "mark")
    ):
        return True
    head = parse.head(verb)
    is_infinitive = head is not None and "to" in children and parse.relation(verb) in ("xcomp", "acl", "advcl")
    return is_infinitive and head is not None and verb_lemma(parse, head) in words("reporting/expecting_verbs")


def forbids(parse: Parse, verb: int, above: int, quoted: int) -> bool:
    """Whether the verb is what somebody shall not do, and a colon leads to words: "Lee told them not to guess: “…”"."""
    is_asked = parse.relation(verb) == "xcomp" and parse.head(verb) == above
    before = (child for child in parse.children(verb, "advmod") if child < verb)
    is_forbidden = is_asked and any(parse.lower(child) in NEGATIONS for child in before)
    return is_forbidden and parse.text[: parse.words[quoted].span.start].rstrip(" “‘\"'").endswith(":")


def is_yet_to_speak(parse: Parse, verb: int, above: int) -> bool:
    """Whether the report of the verb above says who shall or may speak: “Lee said Ray must declare “war”” is Lee's."""
    is_modal = any(parse.lower(word) in words("grammar/modals") for word in parse.children(verb, "aux"))
    return is_modal and above in parse.ancestors(verb)
