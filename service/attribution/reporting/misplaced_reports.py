"""What a parser hangs on the wrong word: reported clauses, "said in a statement that …", subjects, "said Lee, and Ray
agreed", and reporting clauses, "the plan, Lee said, will fail".
"""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.reporting_verbs import HEARD, SURE_CUE, reporting_verbs
from service.domain.articles import Sentence, Token
from service.lexicon import words

# Of a statement, an interview, a broadcast or a time; "to the fact that" has what it is about behind it.
_PLACES = frozenset(("in", "at", "during", "for", "from"))
# Words of a reporting clause behind its verb, where it is put into what it reports.
_LONGEST_INSERTED = 10
# What a verb has that is joined to nobody's: its own subject, or "and" right before it.
_OF_OWN_CLAUSE = ("nsubj", "nsubj:pass", "csubj", "expl", "cc")


def with_reports_in_place(sentence: Sentence) -> Sentence:
    """The sentence with each such clause, and each such subject, on its verb."""
    tokens = sentence.tokens
    mended = [_in_place(tokens, word) for word in range(len(tokens))]
    return sentence if mended == list(tokens) else replace(sentence, tokens=tuple(mended))


def _in_place(tokens: Sequence[Token], word: int) -> Token:
    verb = _reporting_verb(tokens, word)
    if verb is not None:
        return replace(tokens[word], head=verb, relation="ccomp")
    verb = _verb_around(tokens, word)
    if verb is not None:
        return replace(tokens[word], head=verb, relation="parataxis")
    verb = _verb_of_second(tokens, word)
    if verb is not None:
        return replace(tokens[word], head=verb, relation="nsubj")
    if _is_one_more(tokens, word):
        return replace(tokens[word], pos="ADJ", relation="nsubj")
    return tokens[word]


def _reporting_verb(tokens: Sequence[Token], word: int) -> int | None:
    """The verb that reports the clause of this word, where the parser has it describe a noun between the two."""
    noun = tokens[word].head
    if tokens[word].relation != "acl" or noun is None or tokens[noun].relation.partition(":")[0] != "obl":
        return None
    verb = tokens[noun].head
    if verb is None or not verb < noun < word or reporting_verbs().get(tokens[verb].lemma, 0.0) < SURE_CUE:
        return None
    cases = [token.text for token in tokens if token.head == noun and token.relation == "case"]
    # "said on the radio that …", but "declared war on the idea that …".
    has_object = any(token.head == verb and token.relation == "obj" for token in tokens)
    is_place = any(case in _PLACES or (case == "on" and not has_object) for case in cases)
    is_place = is_place or (not cases and _is_time(tokens, noun))
    has_that = any(token.head == word and token.relation == "mark" and token.text == "that" for token in tokens)
    has_report = any(token.head == verb and token.relation == "ccomp" for token in tokens)
    return verb if is_place and has_that and not has_report else None


def _verb_around(tokens: Sequence[Token], word: int) -> int | None:
    """The predicate of the clause into which a reporting clause is put, where the parser makes it relative to a noun.

    "The budget, Lee told reporters, will rise".
    """
    noun = tokens[word].head
    is_relative = tokens[word].relation.startswith("acl") and reporting_verbs().get(tokens[word].lemma, 0.0) >= SURE_CUE
    if not is_relative or noun is None or not noun < word or _has_object(tokens, word):
        return None
    subject = next((each for each in range(noun + 1, word) if _hangs(tokens, each, word, "nsubj")), None)
    if subject is None or tokens[subject].text in RELATIVE_PRONOUNS:
        return None
    start = min(_branch(tokens, subject))
    is_bare = all(
        _hangs(tokens, each, word, "aux", "advmod") for each in range(max(_branch(tokens, subject)) + 1, word)
    )
    closed = next(
        (each for each in range(word, min(word + _LONGEST_INSERTED, len(tokens))) if tokens[each].text == ","), 0
    )
    above = tokens[noun].head
    is_inserted = is_bare and noun < start - 1 and tokens[start - 1].text == "," and closed > word
    return above if is_inserted and above is not None and above > closed else None


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb has something that it reports, and not only somebody who hears it."""
    reported = ("ccomp", "xcomp") if tokens[verb].lemma in HEARD else ("ccomp", "xcomp", "obj")
    return any(token.head == verb and token.relation in reported for token in tokens)


def _hangs(tokens: Sequence[Token], word: int, head: int, *relations: str) -> bool:
    return tokens[word].head == head and tokens[word].relation.partition(":")[0] in relations


def _verb_of_second(tokens: Sequence[Token], word: int) -> int | None:
    """The verb right behind somebody whom the parser joins to the subject behind the verb before.

    In “…,” said Lee, and Ray agreed: “…”, Ray does not say what Lee said.
    """
    first = tokens[word].head
    if tokens[word].relation != "conj" or first is None or tokens[first].relation not in ("nsubj", "obj"):
        return None
    above = tokens[first].head
    if above is None or not above < first < word or tokens[above].pos != "VERB":
        return None
    branch = _branch(tokens, word)
    is_described = any(tokens[each].relation == "appos" for each in branch)
    between = ("ADV", "PUNCT") if is_described else ("ADV",)
    verb = next((each for each in range(max(branch) + 1, len(tokens)) if tokens[each].pos not in between), None)
    if verb is None or tokens[verb].pos != "VERB" or tokens[verb].text.endswith("ing"):
        return None
    is_second = tokens[verb].head == above and tokens[verb].relation in ("conj", "parataxis")
    has_more = any(token.head == verb and token.relation in _OF_OWN_CLAUSE for token in tokens)
    return verb if is_second and not has_more else None


def _is_one_more(tokens: Sequence[Token], word: int) -> bool:
    """Whether the parser takes one more who acts for a point in a list: "A third added: “…”"."""
    verb = word + 1
    if tokens[word].relation != "advmod" or tokens[word].text not in words("grammar/one_of_several"):
        return False
    has_article = any(token.head == word and token.relation == "det" for token in tokens)
    has_subject = any(token.head == verb and token.relation.startswith("nsubj") for token in tokens)
    return has_article and tokens[word].head == verb and tokens[verb].pos == "VERB" and not has_subject


def _branch(tokens: Sequence[Token], word: int) -> list[int]:
    """The word and all that hangs on it."""
    found = [word]
    for above in found:
        found += [each for each, token in enumerate(tokens) if token.head == above]
    return found


def _is_time(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the noun is when somebody says it: "announced the following day that …"."""
    return tokens[noun].relation == "obl:unmarked" or tokens[noun].entity.endswith("DATE")
