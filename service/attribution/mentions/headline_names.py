"""Names in headlines, where a recognizer takes more words in: “Ann Lee Rebukes Rival”, “Ann Lee-led Board”."""

from collections.abc import Sequence

from service.attribution.vocabulary.reporting_verbs import SURE_CUE, reporting_verbs, verb_lemma
from service.parsing.trees import Parse

_DASHES = frozenset(("―", "—", "–", "--"))
# What makes an adjective of a name: "the Lee-led board".
_LED = frozenset(("led", "based", "backed", "born", "run"))
# Words of the shortest name that a verb may follow: a given name, a surname, the verb.
_SHORTEST = 3


def without_verbs_of_headlines(parse: Parse, names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names; those in headings without a last word that the same name does without elsewhere: "Ann Lee Hammers"."""
    known = {_folded(parse, first, last) for first, last, kind in names if kind == "PERSON" and last > first}
    return [
        (first, last - 1, kind)
        if kind == "PERSON"
        and last - first + 1 >= _SHORTEST
        and parse.lower(last).endswith("s")
        and _folded(parse, first, last - 1) in known
        and is_heading(parse, last)
        else (first, last, kind)
        for first, last, kind in names
    ]


def _folded(parse: Parse, first: int, last: int) -> str:
    return parse.span(first, last).text.casefold()


def is_heading(parse: Parse, word: int) -> bool:
    """Whether the sentence may be a heading in capitals, where every word looks like a name."""
    words_of_sentence = (parse.words[each] for each in parse.sentence_words(parse.sentence(word)))
    return not any(token.pos in ("VERB", "AUX") and token.text.islower() for token in words_of_sentence)


def without_rest_of_headline(parse: Parse, first: int, last: int) -> int:
    """Where the name ends before a dash, in "Ann Lee Rebukes Rival", and in "Lee-led"."""
    dash = next((word for word in range(first + 1, last) if parse.words[word].text in _DASHES), None)
    if dash is not None:
        return dash - 1
    if last - first > 1 and parse.lower(last) in _LED and parse.words[last - 1].text == "-":
        return last - 2
    verb = next((word for word in range(first + 2, last + 1) if _is_verb_of_headline(parse, word)), None)
    return last if verb is None else verb - 1


def _is_verb_of_headline(parse: Parse, word: int) -> bool:
    return parse.lower(word).endswith("s") and reporting_verbs().get(verb_lemma(parse, word), 0.0) > SURE_CUE
