"""Reported clauses that a parser hangs on what stands between them and their verb: "said in a statement that …"."""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.vocabulary.reporting_verbs import SURE_CUE, reporting_verbs
from service.domain.articles import Sentence, Token

# Of a statement, an interview, a broadcast or a time; "to the fact that" has what it is about behind it.
_PLACES = frozenset(("in", "at", "during", "for", "from"))


def with_reports_in_place(sentence: Sentence) -> Sentence:
    """The sentence with each such clause on its verb, as in "said that …"."""
    tokens = sentence.tokens
    moved = {word: verb for word in range(len(tokens)) if (verb := _reporting_verb(tokens, word)) is not None}
    if not moved:
        return sentence
    return replace(
        sentence,
        tokens=tuple(
            replace(token, head=moved[word], relation="ccomp") if word in moved else token
            for word, token in enumerate(tokens)
        ),
    )


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


def _is_time(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the noun is when somebody says it: "announced the following day that …"."""
    return tokens[noun].relation == "obl:unmarked" or tokens[noun].entity.endswith("DATE")
