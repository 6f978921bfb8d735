"""Whether an article says of somebody that they have died: then the surname alone is left to their family."""

from itertools import islice

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import NEGATIONS, POSSESSIVES, RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import is_honorific, is_role_noun
from service.domain.quotations import Mention
from service.parsing.trees import Parse
from service.text.names import name_words

_DYING = frozenset(("die", "drown", "perish"))
_KILLING = frozenset(("assassinate", "behead", "bury", "cremate", "execute", "kill", "murder"))
# What only the dead have: "Lee's funeral", "the death of Bob Lee".
_OF_DEAD = frozenset(("assassination", "body", "burial", "death", "funeral", "killing", "murder", "remains", "widow"))
# Mentions that are read for it, from the top: what became of somebody stands there.
_MOST_MENTIONS = 400


def has_died(annotated: AnnotatedArticle, person: Mention) -> bool:
    """Whether the one named, or somebody called by the surname alone, is said to be dead."""
    name = name_words(person.name)
    forms = (name, name[-1:])
    mentions = islice(annotated.mentions, _MOST_MENTIONS)
    same = (mention for mention in mentions if mention.name_words and name_words(mention.name) in forms)
    return any(_is_dead(annotated.parse, mention) for mention in same)


def _is_dead(parse: Parse, mention: Mention) -> bool:
    before, after, head = mention.name_words.start - 1, mention.name_words.stop, parse.head(mention.head)
    while before > 0 and parse.lower(before) != "late" and (is_honorific(parse, before) or is_role_noun(parse, before)):
        before -= 1
    if before >= 0 and parse.lower(before) == "late":
        return True
    if head is None:
        return False
    owns = after < len(parse) and parse.lower(after) in POSSESSIVES
    is_of = any(parse.lower(case) == "of" for case in parse.children(mention.head, "case"))
    if (owns or (is_of and parse.relation(mention.head) == "nmod")) and parse.lemma(head) in _OF_DEAD:
        return True
    return any(_tells_death(parse, verb, mention) for verb in _verbs_of(parse, mention, head))


def _verbs_of(parse: Parse, mention: Mention, head: int) -> tuple[int, ...]:
    """What the one mentioned does or undergoes, in a relative clause, too: "Bob Lee, who died in May, left it"."""
    main = (head,) if parse.relation(mention.head) == "nsubj" else ()
    clauses = (verb for verb in parse.children(mention.head, "acl") if _is_of_whom_it_is_said(parse, verb))
    return (*main, *clauses)


def _is_of_whom_it_is_said(parse: Parse, verb: int) -> bool:
    """Whether nobody else acts in the relative clause: not so in "Lee, whose wife died"."""
    return all(parse.lower(subject) in RELATIVE_PRONOUNS for subject in parse.children(verb, "nsubj"))


def _tells_death(parse: Parse, verb: int, mention: Mention) -> bool:
    lowers = {parse.lower(child) for child in parse.children(verb)}
    if not NEGATIONS.isdisjoint(lowers):
        return False
    # "Lee found a guard dead"
    is_found_dead = "dead" in lowers and parse.child(verb, "obj") is None
    if parse.lemma(verb) in _DYING or parse.lower(verb) == "dead" or is_found_dead:
        return True
    is_passive = any(parse.words[child].relation in ("nsubj:pass", "aux:pass") for child in parse.children(verb))
    is_reduced = parse.words[verb].relation == "acl" and verb > mention.head and not parse.lower(verb).endswith("ing")
    return parse.lemma(verb) in _KILLING and (is_passive or is_reduced)
