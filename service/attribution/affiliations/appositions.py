"""The words around a name that say what its bearer is; those before it are found in `prenominals.py`."""

from collections.abc import Collection, Iterator

from service.attribution.affiliations.organization_names import past_list
from service.attribution.affiliations.prenominals import before_name, past_brackets
from service.attribution.vocabulary.grammar import CONJUNCTIONS, POSSESSIVES
from service.attribution.vocabulary.nouns import is_honorific, is_role_noun
from service.parsing.trees import Parse

# Relations that bind a noun and a name into one phrase.
_BOUND = ("appos", "flat", "compound", "nmod")
_LONGEST_APPOSITION = 34
# Prepositions that lead from a passive to others: "married to an envoy", "held by a guard".
_BEFORE_OTHERS = frozenset(("by", "to", "with", "from", "against"))
_OF_AGE = (",", "-", "year", "old", "year-old")


def described_ranges(parse: Parse, name: range, *, of_body: bool = False) -> Iterator[range]:
    """The runs of words that describe the bearer of the name; `of_body` for an organisation."""
    sentence = parse.sentence_words(parse.sentence(name.start))
    for words in (*before_name(parse, name, sentence), *_after_name(parse, name, sentence, of_body)):
        if words.stop == name.start and parse.lower(words[-1]) in CONJUNCTIONS:
            # "The Harbour Union and Delta said": the union is another body.
            continue
        of_somebody = any(is_role_noun(parse, word) for word in words)
        if of_body:
            # "the executive director of AATF" describes a person, not the foundation.
            is_description = not of_somebody and any(is_role_noun(parse, word, of_body=True) for word in words)
        else:
            is_description = of_somebody or plain_role(parse, words, name) is not None or _holds_title(parse, words)
        if is_description:
            yield words


def plain_role(parse: Parse, description: range, name: range) -> int | None:
    """The noun of a role on no list, if the parse binds it to the name: "bean grower Ann Lee", "Ann Lee, a juggler"."""
    is_before = description.stop <= name.start
    if not is_before and parse.lower(description.start) not in ("a", "an"):
        return None
    bound = _BOUND if is_before else ("appos",)
    for word in reversed(description):
        is_plain = parse.words[word].pos == "NOUN" and parse.words[word].text.islower()
        if not is_plain or is_role_noun(parse, word, of_body=True):
            continue
        hangs_on_name = parse.relation(word) in bound and parse.head(word) in name
        if hangs_on_name or (is_before and any(parse.head(w) == word and parse.relation(w) in bound for w in name)):
            return word
    return None


def _holds_title(parse: Parse, description: range) -> bool:
    return any(parse.words[word].pos != "DET" and is_honorific(parse, word) for word in description)


def _after_name(parse: Parse, name: range, sentence: range, of_body: bool) -> Iterator[range]:
    word = past_brackets(parse, name.stop, sentence.stop)
    if word >= sentence.stop:
        return
    if parse.words[word].text in (",", "—", "–", "("):
        word = past_age(parse, word + 1, sentence.stop)
        end = apposition_end(parse, word, sentence.stop)
        if end > word and _is_closed(parse, name, range(word, end), sentence):
            words = range(word, end)
            if _is_description(parse, word, end, of_body) or plain_role(parse, words, name) is not None:
                yield words
        word = end
    while word < sentence.stop and parse.words[word].text in (",", ")"):
        word += 1
    if word < sentence.stop and parse.lower(word) in ("who", "which"):
        yield from _relative_clause(parse, word, sentence.stop)


def past_age(parse: Parse, word: int, stop: int, *, articles: Collection[str] = ()) -> int:
    """The word after an age and its commas: "Lee, 42, from Kent"; with articles, of "Lee, a 34-year-old from Leeds"."""
    after = word
    while after < stop and (parse.lower(after) in (*_OF_AGE, *articles) or parse.words[after].text[0].isdigit()):
        after += 1
    return after if after < stop else word


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
        if lower == "," and (past := past_list(parse, word, stop)) > word:
            word = past
            continue
        if lower == "," and not _list_goes_on(parse, word + 1, stop):
            break
        if token.pos in ("VERB", "AUX") and not _is_participle(parse, word, start):
            break
        if token.pos == "PRON" and lower in ("he", "she", "they", "it", "i", "we"):
            break
        word += 1
    return word


def _is_closed(parse: Parse, name: range, words: range, sentence: range) -> bool:
    """Whether a mark ends the description: in "Lee, the minister adds, …" a verb follows, and it is none.

    The comma may be forgotten after a name that opens a clause: "Ann Lee, a resident of Delta told reporters".
    """
    if words.stop >= sentence.stop or parse.words[words.stop].pos not in ("VERB", "AUX"):
        return True
    if parse.words[words.stop - 1].entity.endswith("PERSON"):
        # "Welcomed by the director, Ann Lee, the novelist Tom Reed said": he is not what she is.
        return False
    opens_clause = name.start == sentence.start or parse.words[name.start - 1].pos == "PUNCT"
    is_aside = words.stop + 1 < sentence.stop and parse.words[words.stop + 1].text == ","
    return opens_clause and not is_aside


def _list_goes_on(parse: Parse, word: int, stop: int) -> bool:
    """Whether another position follows the comma."""
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
    if lower in ("acting", "retired", "outgoing", "lead") or (
        word > start and lower.endswith(("ing", "based", "born"))
    ):
        return True
    if parse.relation(word) == "compound" and lower == "think":
        return True  # "think tank"
    if word == start and lower.endswith("ing"):
        return parse.relation(word) in ("amod", "compound")
    return parse.relation(word) in ("amod", "acl", "compound") and lower.endswith(("ed", "en"))


def _is_description(parse: Parse, start: int, end: int, of_body: bool) -> bool:
    """Whether a role noun comes before the first verb or name of another person."""
    is_clause = parse.words[start].pos == "VERB" and start + 1 < end and parse.words[start + 1].pos == "ADP"
    if parse.words[start].pos in ("ADP", "ADV", "SCONJ", "CCONJ") or is_clause:
        # "along with", "including", "because", "accompanied by": somebody else.
        return False
    for word in range(start, end):
        if is_role_noun(parse, word, of_body=of_body):
            return True
        is_verb = parse.words[word].pos == "VERB" and not _is_participle(parse, word, start)
        owns = word + 1 < end and parse.lower(word + 1) in POSSESSIVES
        if is_verb or (parse.words[word].entity.endswith("PERSON") and not owns):
            return False
    return False


def _relative_clause(parse: Parse, who: int, stop: int) -> Iterator[range]:
    """As in "who is the mayor of …", "who served as …"."""
    for word in range(who + 1, min(stop, who + 5)):
        if parse.lemma(word) in ("be", "become") or parse.lower(word) in ("is", "was", "as"):
            end = _before_agent(parse, word, apposition_end(parse, word + 1, stop))
            if any(is_role_noun(parse, w) for w in range(word + 1, end)):
                yield range(word + 1, end)
                return


def _before_agent(parse: Parse, copula: int, end: int) -> int:
    """The end, before whoever acts: "who was named coach by the board", "who was hurt by a coach"."""
    if parse.relation(copula) != "aux":
        return end
    return next((word for word in range(copula + 1, end) if parse.lower(word) in _BEFORE_OTHERS), end)
