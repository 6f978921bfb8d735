"""The words around a name that say what its bearer is: a title before it, a description between commas, "who is …"."""

from collections.abc import Iterator

from service.attribution.nouns import is_role_noun
from service.lexicon import words as words_of
from service.parsing.trees import Parse

_TITLE_WORDS = ("NOUN", "PROPN", "ADJ", "PART", "NUM")
_TITLE_LINKS = frozenset(("of", "for", "and", "-", "(", ")", "’s", "'s", "’", "&", "/", "on", "to", "at"))
_LONGEST_TITLE, _LONGEST_APPOSITION = 16, 34


def described_ranges(parse: Parse, name: range, *, of_body: bool = False) -> Iterator[range]:
    """The runs of words that describe the bearer of the name; `of_body` for an organisation."""
    sentence = parse.sentence_words(parse.sentence(name.start))
    for words in (*before_name(parse, name, sentence), *_after_name(parse, name, sentence, of_body)):
        of_somebody = any(is_role_noun(parse, word) for word in words)
        if of_body:
            # "the executive director of AATF" describes a person, not the foundation.
            is_description = not of_somebody and any(is_role_noun(parse, word, of_body=True) for word in words)
        else:
            # "motel keeper Ann Lee": a plain noun right before a name is a role, on the list or not.
            last = parse.words[words.stop - 1]
            before_name_at_once = words.stop == name.start and last.pos == "NOUN" and last.text.islower()
            is_description = of_somebody or before_name_at_once or any(_is_title(parse, word) for word in words)
        if is_description:
            yield words


def _is_title(parse: Parse, word: int) -> bool:
    return parse.words[word].pos != "DET" and parse.lower(word).rstrip(".") in words_of("names_titles")


def before_name(parse: Parse, name: range, sentence: range) -> Iterator[range]:
    """The titles right before the name, or a description before a comma: "A local farmer, Ann Lee, said"."""
    start = _walk_left(parse, name.start, sentence.start)
    if start < name.start:
        yield range(start, name.start)
        return
    comma = name.start - 1
    if (
        comma > sentence.start
        and parse.words[comma].text == ","
        and parse.lower(name.stop if name.stop < len(parse) else comma)
        in (",", "and", "has", "is", "was", "said", "says", "told", ".")
    ):
        start = _walk_left(parse, comma, sentence.start)
        if start < comma and _opens_description(parse, start, sentence):
            yield range(start, comma)


def _opens_description(parse: Parse, start: int, sentence: range) -> bool:
    before = start - 1
    return before < sentence.start or parse.lower(before) in (
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        ",",
        "that",
    )


def _walk_left(parse: Parse, end: int, stop: int) -> int:
    """Where a title that ends before `end` begins."""
    start = end
    depth = 0
    while start - 1 >= stop and end - start < _LONGEST_TITLE:
        word = start - 1
        token = parse.words[word]
        depth += (token.text == ")") - (token.text == "(")
        if depth < 0:
            # The name itself stands in brackets.
            break
        if depth == 0 and not _may_be_title(parse, word, range(stop, end)):
            break
        if depth == 0 and token.entity.endswith(("PERSON", "DATE")) and parse.lower(word + 1) not in ("’s", "'s"):
            break
        start -= 1
    while start < end and (parse.lower(start) in _TITLE_LINKS or parse.words[start].pos == "DET"):
        start += 1
    return start


def _may_be_title(parse: Parse, word: int, place: range) -> bool:
    """Whether the word can stand in a title that ends where `place` ends and lies within it."""
    lower = parse.lower(word)
    before = word - 1
    if lower in ("of", "for", "on", "to", "at"):
        # "minister of finance Lee", but not "a trying year for citizen Williams", nor "secretary to Kishida".
        return word + 1 < place.stop and before >= place.start and is_role_noun(parse, before)
    if lower == "the":
        return before > place.start and parse.lower(before) in ("of", "for") and is_role_noun(parse, before - 1)
    if lower in ("and", "&"):
        both = parse.words[before].text[0].isupper() and parse.words[word + 1].text[0].isupper()
        return before >= place.start and (both or is_role_noun(parse, before))
    return parse.words[word].pos in _TITLE_WORDS or lower in _TITLE_LINKS


def _after_name(parse: Parse, name: range, sentence: range, of_body: bool) -> Iterator[range]:
    word = _past_brackets(parse, name.stop, sentence.stop)
    if word >= sentence.stop:
        return
    if parse.words[word].text in (",", "—", "–", "("):
        word = _past_age(parse, word + 1, sentence.stop)
        end = apposition_end(parse, word, sentence.stop)
        if end > word and _is_closed(parse, end, sentence.stop) and _is_description(parse, word, end, of_body):
            yield range(word, end)
        word = end
    while word < sentence.stop and parse.words[word].text in (",", ")"):
        word += 1
    if word < sentence.stop and parse.lower(word) in ("who", "which"):
        yield from _relative_clause(parse, word, sentence.stop)


def _past_brackets(parse: Parse, word: int, stop: int) -> int:
    """The word after a bracket that follows the name: "Ann Lee (李安)", "Ann Lee (Greens)"."""
    if word < stop and parse.words[word].text == "(":
        closing = next((w for w in range(word, min(stop, word + 8)) if parse.words[w].text == ")"), None)
        if closing is not None:
            return closing + 1
    return word


def _past_age(parse: Parse, word: int, stop: int) -> int:
    if word + 1 < stop and parse.words[word].text.isdigit() and parse.words[word + 1].text == ",":
        return word + 2
    return word


def apposition_end(parse: Parse, start: int, stop: int) -> int:
    """Where the description that begins at `start` ends: at a finite verb, a mark or a comma that closes it."""
    word = start
    while word < min(stop, start + _LONGEST_APPOSITION):
        token = parse.words[word]
        lower = parse.lower(word)
        if token.text in (".", ";", ":", "“", "”", '"', "—", "–") or lower in (
            "who",
            "which",
            "whose",
            "that",
        ):
            break
        if lower == "," and not _list_goes_on(parse, word + 1, stop):
            break
        if token.pos in ("VERB", "AUX") and not _is_participle(parse, word, start):
            break
        if token.pos == "PRON" and lower in ("he", "she", "they", "it", "i", "we"):
            break
        word += 1
    return word


def _is_closed(parse: Parse, end: int, stop: int) -> bool:
    """Whether a mark ends the description: in "Lee, the minister adds, …" a verb follows, and it is none."""
    return end >= stop or parse.words[end].pos not in ("VERB", "AUX")


def _list_goes_on(parse: Parse, word: int, stop: int) -> bool:
    """Whether another post follows the comma."""
    for following in range(word, min(stop, word + 8)):
        lower = parse.lower(following)
        if is_role_noun(parse, following):
            return True
        if parse.words[following].pos in ("VERB", "AUX", "PRON") or lower == ",":
            return False
    return False


def _is_participle(parse: Parse, word: int, start: int) -> bool:
    """Whether the verb form is part of the description: "acting director", "an analyst specializing in …"."""
    lower = parse.lower(word)
    if lower in ("acting", "retired", "outgoing") or (word > start and lower.endswith(("ing", "based", "born"))):
        return True
    return parse.relation(word) in ("amod", "acl", "compound") and lower.endswith(("ed", "en"))


def _is_description(parse: Parse, start: int, end: int, of_body: bool) -> bool:
    """Whether a role noun comes before the first verb or name of another person."""
    if parse.words[start].pos in ("ADP", "ADV", "SCONJ"):
        # "along with", "including", "because": somebody else.
        return False
    for word in range(start, end):
        if is_role_noun(parse, word, of_body=of_body):
            return True
        is_verb = parse.words[word].pos == "VERB" and not _is_participle(parse, word, start)
        if is_verb or parse.words[word].entity.endswith("PERSON"):
            return False
    return False


def _relative_clause(parse: Parse, who: int, stop: int) -> Iterator[range]:
    """As in "who is the mayor of …", "who served as …"."""
    for word in range(who + 1, min(stop, who + 5)):
        if parse.lemma(word) in ("be", "become") or parse.lower(word) in ("is", "was", "as"):
            end = apposition_end(parse, word + 1, stop)
            if any(is_role_noun(parse, w) for w in range(word + 1, end)):
                yield range(word + 1, end)
                return
