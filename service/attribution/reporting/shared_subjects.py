"""The verb from which another one has its subject, also where a parse hangs it on a clause or a noun too far inside."""

from itertools import islice

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.coordination import verb_above_report
from service.attribution.vocabulary.grammar import SHARES_SUBJECT
from service.attribution.vocabulary.nouns import is_agent, is_plural, kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import HEARD, is_sure_cue, verb_lemma
from service.lexicon import words
from service.parsing.trees import Parse

# What a comment on a whole sentence follows: "Lee said Ray won, calling it a shame".
_BEFORE_COMMENT = frozenset((",", "–", "—"))
# Clauses that stand for themselves where they have a subject; a comment behind one goes with it.
_OWN_CLAUSES = ("conj", "advcl", "parataxis")
# Words from a participle back to the verb of its clause, and verbs above the one that it hangs on.
_FARTHEST, _HIGHEST = 20, 10
# Verbs of showing whose agent is heard, not whoever it is about.
_REMEMBERED = frozenset(("describe", "recall", "remember"))


def verb_with_subject(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The verb whose subject acts by this one, too; None where this one's has to be found otherwise."""
    parse = annotated.parse
    head, relation = parse.head(verb), parse.relation(verb)
    if head is None or (relation not in SHARES_SUBJECT and relation != "acl"):
        return None
    if relation == "acl":
        return _verb_above(parse, head) if tells_of_deed(parse, verb) else None
    behind = _clause_behind_speech(annotated, verb) if relation == "advcl" else None
    if behind is not None and (annotated.is_marked(head) or _reports_before(parse, behind, head)):
        return behind
    if relation == "advcl" and _is_comment(parse, verb):
        head = _main_verb(parse, head)
    else:
        above = verb_above_report(parse, verb)
        head = head if above is None else above
    return None if annotated.is_marked(head) else head


def shared_patient(parse: Parse, passive: int, second: int | None) -> int | None:
    """Whom a passive is done to, where a second verb shares that subject: Lee "was joined by Reed and joked"."""
    is_joined = second is not None and (parse.relation(second) == "conj" or bool(parse.children(second, "mark")))
    if not is_joined:
        return None
    return next((s for s in parse.children(passive) if parse.words[s].relation == "nsubj:pass" and s < passive), None)


def speaking_patient(parse: Parse, participle: int) -> int | None:
    """Whom a passive is done to, where a participle behind it says what they say.

    Who "was heard by neighbours shouting" or "was questioned by officers, telling them" does; who "was remembered by
    friends, saying" does not.
    """
    above = parse.head(participle)
    if above is None or not parse.lower(participle).endswith("ing"):
        return None
    passive = parse.head(above) if parse.relation(participle) == "acl" and is_agent(parse, above) else above
    is_behind = passive is not None and parse.relation(participle) in ("acl", "advcl")
    if passive is None or not is_behind or not passive < participle:
        return None
    patient = next((s for s in parse.children(passive) if parse.words[s].relation == "nsubj:pass"), None)
    agent = next((each for each in parse.children(passive, "obl") if is_agent(parse, each)), None)
    lemma = verb_lemma(parse, passive)
    is_shown = lemma in words("reporting/showing_verbs") and (agent is None or lemma not in _REMEMBERED)
    return patient if is_shown or (agent is not None and _tells_it(parse, participle, agent)) else None


def _tells_it(parse: Parse, participle: int, agents: int) -> bool:
    """Whether "telling them" has those for its hearers who did something to the one who speaks."""
    hears = any(parse.lower(hearer) == "them" for hearer in parse.children(participle, "obj", "iobj"))
    return hears and parse.lemma(participle) in HEARD and is_plural(parse, agents)


def tells_of_deed(parse: Parse, verb: int) -> bool:
    """Whether a verb that hangs on a noun is what the sentence's subject does: "Lee used his time to blame Ray"."""
    noun = parse.head(verb)
    if (
        noun is None
        or parse.relation(verb) != "acl"
        or parse.relation(noun) == "nsubj"
        or parse.children(verb, "nsubj")
    ):
        return False
    can_act = kinds_of_nouns(noun_lemma(parse, noun)) & {"role", "group", "organization"}
    if can_act or parse.words[noun].entity.endswith(("PERSON", "ORG")):
        return False
    marks = {parse.lower(mark) for mark in parse.children(verb, "mark")} - {"that"}
    return bool(marks) or _is_comment(parse, verb)


def _verb_above(parse: Parse, noun: int) -> int | None:
    return next((word for word in islice(parse.ancestors(noun), _HIGHEST) if parse.is_verbal(word)), None)


def _is_comment(parse: Parse, verb: int) -> bool:
    """Whether a participle follows a comma or a dash, an adverb aside."""
    before = verb - 1
    while before > 0 and parse.words[before].pos == "ADV":
        before -= 1
    if before < 0 or not parse.lower(verb).endswith("ing"):
        return False
    mark = parse.words[before]
    # "won - calling", but "truth-telling".
    has_blank = parse.text[mark.span.end : mark.span.end + 1].isspace()
    return mark.text in _BEFORE_COMMENT or (mark.text == "-" and has_blank)


def _clause_behind_speech(annotated: AnnotatedArticle, participle: int) -> int | None:
    """The nearest verb with a subject before a participle, nothing quoted between: “…,” she said, naming a dish."""
    parse = annotated.parse
    if not parse.lower(participle).endswith("ing"):
        return None
    start = parse.sentence_words(parse.sentence(participle)).start
    for word in range(participle - 1, max(start, participle - _FARTHEST), -1):
        if annotated.is_marked(word):
            return None
        if parse.words[word].pos == "VERB" and parse.children(word, "nsubj"):
            return word
    return None


def _reports_before(parse: Parse, verb: int, head: int) -> bool:
    """Whether a verb reports the words with this head before it: "Ray won, Lee said, adding …"."""
    return is_sure_cue(parse, verb) and parse.relation(verb) == "parataxis" and parse.head(verb) == head and head < verb


def _main_verb(parse: Parse, verb: int) -> int:
    """The highest verb with a subject above this one whose clause holds it; this one where it reports for itself."""
    if is_sure_cue(parse, verb) and parse.children(verb, "nsubj"):
        return verb
    found = below = verb
    for above in islice(parse.ancestors(verb), _HIGHEST):
        if above > verb or (parse.relation(below) in _OWN_CLAUSES and parse.children(below, "nsubj")):
            break
        if parse.is_verbal(above) and parse.children(above, "nsubj"):
            found = above
        below = above
    return found
