"""Nouns that a verb, a denial or a condition parts from the speaker.

As in "Lee accused the mayor", "Lee is not a dentist", "if Lee becomes mayor".
"""

from collections.abc import Iterator

from service.attribution.affiliations.weighing.position_context import PositionContext
from service.attribution.affiliations.weighing.predicates import saying_word
from service.attribution.vocabulary.grammar import NEGATIONS, RELATIVE_PRONOUNS, SHARES_SUBJECT
from service.lexicon import words
from service.parsing.trees import Parse

# How a noun hangs on the verb of whoever acts.
_ARGUMENTS = ("obj", "iobj", "obl")
# Verbs whose object is the subject itself ("she became mayor"), or has its place ("she succeeded Reed as mayor").
_BECOMING = frozenset(("become", "remain"))
_SUCCEEDING = frozenset(("follow", "replace", "succeed"))
# What may be is not: "she may be the first mayor". But "she would become the first mayor" tells what came to be.
_UNCERTAIN = frozenset(("can", "could", "may", "might", "should"))
_WOULD = "would"
# Nor is what will be: "who will become the mayor", "who will take over as head of the fund".
_FUTURE = frozenset(("will", "’ll", "'ll", "wo"))
# Verbs by which somebody takes a position up: "will take over as head of the fund".
_TAKING_UP = frozenset(("appoint", "begin", "elect", "install", "join", "name", "return", "start", "swear", "take"))
# But whoever "will remain mayor" is, and "will serve as the leader" brings somebody in by a position given.
_GOING_ON = frozenset(("continue", "remain", "serve", "work"))
_CONDITIONS = frozenset(("if", "unless", "whether"))
# What leads to something that somebody is not yet, beside the verbs of the list: "qualified to be president".
_FIT = frozenset(("due", "eligible", "fit", "nominate", "propose", "qualified", "ready", "tip"))
# Nothing is denied: "not only a poet".
_NOT_ONLY = frozenset(("just", "merely", "only", "simply"))


def is_another_argument(context: PositionContext) -> bool:
    """Whether the speaker acts on the one described or is acted on, or whether it is denied that they are one."""
    parse, word, heads = context.parse, context.word, context.own.heads
    if parse.child(word, "cop") is not None and _is_denied(parse, word):
        return True
    if not heads.isdisjoint(parse.children(word, "appos", "flat")):
        # "issued by the director, Ann Lee"
        return False
    if _is_unreal(parse, word):
        return True
    if word + 1 in heads:
        # “…,” laughed driver Ann Lee: parses make an argument of it.
        return False
    if _is_reported(context):
        return True
    verb = parse.head(word)
    if verb is None or parse.words[verb].pos != "VERB" or parse.relation(word) not in _ARGUMENTS:
        return False
    # "Lee, arrested by a guard, said"; parses make an argument of the noun in "Lee, managing director", too.
    is_agent = parse.words[word].relation == "obl:agent"
    if heads.isdisjoint(_subjects(parse, verb)) and not (is_agent and parse.head(verb) in heads):
        return False
    if _is_denied(parse, verb):
        # "who is not affiliated with a candidate"
        return True
    is_passive = is_agent or any(
        parse.words[child].relation in ("nsubj:pass", "aux:pass") for child in parse.children(verb)
    )
    if parse.relation(word) != "obl":
        return not is_passive and parse.lemma(verb) not in _BECOMING
    case = parse.child(word, "case", "mark")
    if case is None or parse.lower(case) not in ("as", "by"):
        return False
    return is_passive if parse.lower(case) == "by" else not is_passive and _is_said_of_another(parse, verb, heads)


def _is_reported(context: PositionContext) -> bool:
    """Whether the noun stands in what the speaker reports, where nothing stands for the speaker.

    As in "Lee said that people see the mayor as weak"; in "Lee said she was a nurse", "she" does.
    """
    parse, heads = context.parse, context.own.heads
    if context.pattern == "inside":
        return False
    clause = context.word
    for verb in parse.ancestors(context.word):
        if parse.relation(clause) == "ccomp" and not heads.isdisjoint(parse.children(verb, "nsubj")):
            # On the other side of the verb it is said of the name there: “…,” said Lee, who was the mayor.
            is_inside = (context.word < verb) == (clause < verb)
            return is_inside and heads.isdisjoint(parse.subtree(clause))
        clause = verb
    return False


def _is_denied(parse: Parse, word: int) -> bool:
    negations = (child for child in parse.children(word) if parse.lower(child) in NEGATIONS)
    return any(child + 1 == len(parse) or parse.lower(child + 1) not in _NOT_ONLY for child in negations)


def _is_unreal(parse: Parse, word: int) -> bool:
    """Whether a clause only says that somebody may be or become the noun: "if she becomes mayor", "hopes to be"."""
    says = saying_word(parse, word)
    if says is None:
        return _is_taken_up_later(parse, word)
    modals = [parse.lower(child) for child in parse.children(says, "aux")]
    marks = [parse.lower(child) for child in parse.children(says, "mark")]
    is_uncertain = not _UNCERTAIN.isdisjoint(modals) or (_WOULD in modals and not parse.is_verbal(says))
    is_to_come = not _FUTURE.isdisjoint(modals) and parse.lemma(says) not in _GOING_ON
    if is_uncertain or is_to_come or not _CONDITIONS.isdisjoint(marks):
        return True
    if "of" in marks and parse.child(says, "nsubj") is not None:
        # "the prospect of Lee becoming mayor"
        return True
    is_infinitive = "to" in marks or (says > 0 and parse.lower(says - 1) == "to")
    if not is_infinitive or (head := parse.head(says)) is None:
        return False
    # "too early for Lee to be mayor"
    return "for" in marks or parse.lemma(head) in words("reporting/expecting_verbs") | _FIT


def _is_taken_up_later(parse: Parse, word: int) -> bool:
    """As in "Lee will take over as head of the fund", "will be sworn in as mayor"."""
    verb, case = parse.head(word), parse.child(word, "case", "mark")
    if verb is None or case is None or parse.lower(case) != "as" or parse.relation(word) not in ("obl", "advcl"):
        return False
    modals = {parse.lower(child) for child in parse.children(verb, "aux")}
    return not _FUTURE.isdisjoint(modals) and parse.lemma(verb) in _TAKING_UP


def _subjects(parse: Parse, verb: int) -> Iterator[int]:
    """Who acts: the subject, the noun before a relative clause, or the subject of the verb that this one hangs on."""
    subjects, head = parse.children(verb, "nsubj"), parse.head(verb)
    if head is None:
        yield from subjects
    elif subjects:
        yield from (head if parse.lower(subject) in RELATIVE_PRONOUNS else subject for subject in subjects)
    elif parse.relation(verb) in SHARES_SUBJECT and parse.is_verbal(head):
        yield from parse.children(head, "nsubj")


def _is_said_of_another(parse: Parse, verb: int, own: frozenset[int]) -> bool:
    """As in "she wants to stop Reed as leader"; in "she began her career as a nurse" it is said of her."""
    person = parse.child(verb, "obj")
    is_other = person is not None and person not in own and parse.words[person].entity.endswith("PERSON")
    return is_other and parse.lemma(verb) not in _SUCCEEDING
