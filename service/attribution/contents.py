"""The run of words that a reporting clause reports, as a half-open range."""

from collections.abc import Iterator

from service.attribution.reading import Reading
from service.attribution.verbs import AFTER_SUBJECT, ASKED, HEARD, verb_lemma
from service.parsing.trees import Parse

_COMPLEMENTS = ("ccomp", "xcomp", "parataxis", "obj", "obl", "iobj", "advcl")
_BEFORE_CLAUSE = (",", "”", '"', "’", "''", "—", "–", "-", ";")
_NO_CONTENT = frozenset(("that", "as", "and", "but"))


def find_content(reading: Reading, verb: int, source: int | None) -> tuple[int, int] | None:
    """The run of words that the verb reports: the sentence that it was put behind, or what follows it."""
    before = _content_before(reading, verb, source) if _is_put_behind(reading, verb, source) else None
    return before or _content_after(reading.parse, verb)


def _is_put_behind(reading: Reading, verb: int, source: int | None) -> bool:
    """Whether nothing follows the verb that it could report: an end, a comma, a place or a time."""
    parse = reading.parse
    after = verb + 1 if source is None or source < verb else max(parse.subtree(source)) + 1
    if after >= parse.sentence_words(parse.sentence(verb)).stop:
        return True
    return parse.words[after].pos == "PUNCT" or parse.lower(after) in AFTER_SUBJECT


def _content_before(reading: Reading, verb: int, source: int | None) -> tuple[int, int] | None:
    """As in "The plan failed, Lee said": the sentence before a comma and the clause."""
    parse = reading.parse
    first = parse.sentence_words(parse.sentence(verb)).start
    clause_start = verb
    if source is not None and first <= source < verb:
        mention = reading.mention_at.get(source)
        clause_start = source if mention is None else parse.within(mention.span.start, verb).start
    while clause_start > first and parse.words[clause_start - 1].pos in ("DET", "ADV", "ADJ", "AUX"):
        clause_start -= 1
    if clause_start <= first or parse.words[clause_start - 1].text not in _BEFORE_CLAUSE:
        return None
    if not any(parse.is_verbal(word) for word in range(first, clause_start)):
        return None
    return _trimmed(parse, first, clause_start)


def _content_after(parse: Parse, verb: int) -> tuple[int, int] | None:
    """What the verb's complement says; from the verb on, for parses often cut the complement's subject off."""
    words = parse.sentence_words(parse.sentence(verb))
    start = _after_hearer(parse, verb)
    complements = [child for child in parse.children(verb, *_COMPLEMENTS) if child >= start]
    for relations in (("ccomp",), ("xcomp",), ("parataxis",), ("obj", "obl", "iobj", "advcl")):
        chosen = [child for child in complements if parse.relation(child) in relations]
        if not chosen:
            continue
        if relations[0] == "ccomp":
            # Reported clauses run to the sentence's end, whatever the parse makes of their last phrases.
            end = min([words.stop, *_next_clauses(parse, verb, chosen[0])])
        else:
            end = min(words.stop, max(parse.subtree(chosen[-1] if relations[0] == "obj" else chosen[0])) + 1)
        return _trimmed(parse, start, end)
    return None


def _next_clauses(parse: Parse, verb: int, complement: int) -> Iterator[int]:
    """Where the reported words may end before the sentence does: at a second verb of the speaker, at "according to"."""
    for child in parse.children(verb, "conj"):
        if child > complement:
            yield min(parse.subtree(child))
    for word in range(complement, parse.sentence_words(parse.sentence(verb)).stop):
        if parse.lower(word) == "according":
            yield word


def _after_hearer(parse: Parse, verb: int) -> int:
    """The word after the verb and, of "told reporters on Monday that", after who was told and when."""
    if verb_lemma(parse, verb) not in HEARD | ASKED:
        return verb + 1
    hearer = parse.child(verb, "obj", "iobj", "nsubj")
    if hearer is None or hearer < verb:
        return verb + 1
    that = next((word for word in range(verb + 1, min(verb + 14, len(parse))) if parse.lower(word) == "that"), None)
    if that is not None and parse.sentence(that) == parse.sentence(verb) and that > hearer:
        return that
    inner = [c for c in parse.children(hearer) if parse.relation(c) in ("acl", "ccomp", "parataxis", "conj", "appos")]
    return max(parse.subtree(hearer, without=inner)) + 1


def _trimmed(parse: Parse, start: int, end: int) -> tuple[int, int] | None:
    """The run without "that", marks and commas at its ends."""
    while start < end and (parse.words[start].pos == "PUNCT" or parse.lower(start) in _NO_CONTENT):
        start += 1
    while end > start and parse.words[end - 1].pos == "PUNCT":
        end -= 1
    return (start, end) if start < end else None


def sentence_without(parse: Parse, word: int, source: int) -> tuple[int, int] | None:
    """The sentence on the longer side of the "according to" phrase."""
    words = parse.sentence_words(parse.sentence(word))
    end_of_phrase = max(parse.subtree(source)) + 1
    if word - words.start >= words.stop - end_of_phrase:
        return _trimmed(parse, words.start, word)
    return _trimmed(parse, end_of_phrase, words.stop)
