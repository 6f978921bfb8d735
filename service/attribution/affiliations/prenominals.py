"""The words before a name that say what its bearer is: titles, a description before a comma, "a nurse named …"."""

from collections.abc import Iterator

from service.attribution.vocabulary.grammar import CONJUNCTIONS
from service.attribution.vocabulary.nouns import is_bracketed, is_honorific, is_plural, is_role_noun
from service.parsing.trees import Parse

_TITLE_WORDS = ("NOUN", "PROPN", "ADJ", "PART", "NUM")
_TITLE_LINKS = frozenset(("of", "for", "and", "-", "(", ")", "’s", "'s", "’", "&", "/", "on", "to", "at"))
_NAMING = frozenset(("surnamed", "named", "called"))
_AGE = frozenset(("-", "year", "years", "old"))
_FOR = frozenset(("for", "of", "to"))
_LONGEST_TITLE = 16


def before_name(parse: Parse, name: range, sentence: range) -> Iterator[range]:
    """The titles right before the name, or a description before a comma: "A local farmer, Ann Lee, said"."""
    field = _title_with_field(parse, name, sentence)
    if field is not None:
        yield field
        return
    end = name.start
    while end > sentence.start and is_honorific(parse, end - 1) and not is_role_noun(parse, end - 1):
        # "lawyer Dr Ann Lee", "the lawyer, Dr Ann Lee": what stands before "Dr" describes her.
        end -= 1
    start = _walk_left(parse, end, sentence.start)
    if start < name.start:
        yield range(start, name.start)
    if start < end:
        return
    comma = end - 1
    if comma > sentence.start and parse.lower(comma) in _NAMING:
        yield from _introduced(parse, comma, sentence)
        return
    after = _past_organization(parse, past_brackets(parse, name.stop, sentence.stop), sentence.stop)
    is_behind_comma = comma > sentence.start and parse.words[comma].text == ","
    if is_behind_comma and _ends_apposition(parse, after, sentence.stop):
        comma = _before_client(parse, comma, sentence)
        start = _walk_left(parse, comma, sentence.start)
        if (
            start < comma
            and _opens_description(parse, start, sentence)
            and not _is_elsewhere(parse, start, after, sentence)
            and not _acts_with_others(parse, name, start, after)
            and not _are_others(parse, range(start, comma), after)
        ):
            yield range(start, comma)


def _title_with_field(parse: Parse, name: range, sentence: range) -> range | None:
    """The title that ends with a field, as in "professor in linguistics Ann Lee": the name hangs on the field."""
    field = name.start - 1
    heads = (parse.head(word) for word in name if parse.relation(word) == "flat")
    if field not in heads or parse.words[field].pos != "NOUN" or is_role_noun(parse, field):
        return None
    role = next((word for word in parse.ancestors(field) if is_role_noun(parse, word)), None)
    if role is None or not sentence.start <= role < field:
        return None
    return range(_walk_left(parse, role + 1, sentence.start), name.start)


def _past_organization(parse: Parse, word: int, stop: int) -> int:
    """The word after "of Hartwell & Co" behind a name."""
    end = word + 1
    while end < stop and (parse.words[end].text[0].isupper() or parse.lower(end) == "&"):
        end += 1
    return end if word < stop and parse.lower(word) == "of" and end > word + 1 else word


def _introduced(parse: Parse, naming: int, sentence: range) -> Iterator[range]:
    """As in "a police officer, surnamed Lee", "a nurse named Ann Lee"."""
    end = naming - (parse.words[naming - 1].text == ",")
    start = _walk_left(parse, end, sentence.start)
    if start < end and _opens_description(parse, start, sentence):
        yield range(start, end)


def _ends_apposition(parse: Parse, word: int, stop: int) -> bool:
    """Whether the word can follow a name that explains a description before it."""
    return word >= stop or parse.lower(word) in (",", "and", "has", "is", "was", "said", "says", "told", ".")


def _goes_on(parse: Parse, word: int) -> bool:
    """Whether the name's verb follows at once: "Speaking to a reporter, Ann Lee said", the comma ends a clause."""
    return word < len(parse) and parse.is_verbal(word)


def _is_elsewhere(parse: Parse, start: int, after: int, sentence: range) -> bool:
    """Whether a preposition or a verb leads to it.

    As in "After talks with the mayor, Ann Lee said", "They met the mayor, Ann Lee said".
    """
    before = range(max(sentence.start, start - 2), start)
    leads = any(parse.words[each].pos in ("ADP", "VERB") and parse.relation(each) != "amod" for each in before)
    return _goes_on(parse, after) and leads


def _acts_with_others(parse: Parse, name: range, start: int, after: int) -> bool:
    """Whether a preposition leads to it, and the name is of one of several who act.

    As in "According to officials of the ministry, Lee and Ray agreed".
    """
    is_list = after < len(parse) and parse.lower(after) == "and"
    acts = any(parse.words[word].relation == "nsubj" and parse.head(word) not in name for word in name)
    return is_list and acts and start > 0 and parse.words[start - 1].pos == "ADP"


def _are_others(parse: Parse, description: range, after: int) -> bool:
    """Whether the description is of several people: "They met the party leaders, Ann Lee said"."""
    noun = description[-1]
    is_list = after < len(parse) and parse.lower(after) == "and"
    is_one = any(parse.lower(word) == "one" for word in range(max(0, description.start - 3), description.start))
    return is_role_noun(parse, noun) and is_plural(parse, noun) and not is_list and not is_one


def _before_client(parse: Parse, comma: int, sentence: range) -> int:
    """Where the post ends of somebody who has it for a person: "A lawyer for President Bo Ray, Ann Lee, said"."""
    word = comma - 1
    while word > sentence.start and parse.words[word].entity.endswith("PERSON"):
        word -= 1
    if word < comma - 1:
        while word > sentence.start and is_honorific(parse, word):
            word -= 1
        is_of = word > sentence.start + 1 and parse.lower(word) == "of"
        if is_of and parse.words[word - 1].pos == "NOUN" and not is_role_noun(parse, word - 1):
            # "the family of Tom Reed"
            word -= 2
        elif parse.lower(word) not in _FOR:
            title = _walk_left(parse, word + 1, sentence.start)
            word = title - 1 if title > sentence.start else word
        while word > sentence.start and (parse.words[word].pos == "DET" or parse.relation(word) == "amod"):
            word -= 1
    is_for = word < comma - 1 and (parse.lower(word) in _FOR or _acts_for(parse, word))
    return word if is_for and is_role_noun(parse, word - 1) else comma


def _acts_for(parse: Parse, word: int) -> bool:
    """Whether the participle tells what somebody does for a person: "a lawyer representing Mr Reed"."""
    return parse.words[word].pos == "VERB" and parse.lower(word).endswith("ing") and parse.head(word) == word - 1


def _opens_description(parse: Parse, start: int, sentence: range) -> bool:
    before = start - 1
    return (
        before < sentence.start
        or parse.lower(before)
        in (
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
        or parse.words[before].pos in ("VERB", "ADP", "PUNCT")
    )


def _walk_left(parse: Parse, end: int, stop: int) -> int:
    """Where a title that ends before `end` begins."""
    start = end
    depth = 0
    closed = end
    while start - 1 >= stop and end - start < _LONGEST_TITLE:
        word = start - 1
        token = parse.words[word]
        depth += (token.text == ")") - (token.text == "(")
        closed = start if depth == 0 else closed
        if depth < 0:
            # The name itself stands in brackets.
            break
        if depth == 0 and not _may_be_title(parse, word, range(stop, end)):
            break
        if depth == 0 and _is_other_name(parse, word):
            break
        start -= 1
    if depth > 0:
        # A bracket that closes and never opens in the title belongs to what stands before: "DELTA (AP) - Minister …".
        start = closed
    while start < end and (parse.lower(start) in _TITLE_LINKS or parse.words[start].pos == "DET"):
        start += 1
    return start


def _is_other_name(parse: Parse, word: int) -> bool:
    """Whether the word belongs to somebody else's name or a day, and is no post that the recognizer took in."""
    token, following = parse.words[word], word + 1
    is_taken_in = token.entity == "B-PERSON" and parse.words[following].entity in ("I-PERSON", "E-PERSON")
    if is_taken_in and (is_role_noun(parse, word) or is_honorific(parse, word)):
        return False
    return token.entity.endswith(("PERSON", "DATE")) and parse.lower(following) not in ("’s", "'s")


def _may_be_title(parse: Parse, word: int, place: range) -> bool:
    """Whether the word can stand in a title that ends where `place` ends and lies within it."""
    lower = parse.lower(word)
    before = word - 1
    if parse.words[word].entity in ("I-ORG", "I-LOC") and word + 1 < place.stop:
        # "University of Delta physicist": the function words in an organization's name.
        return True
    if parse.words[word].text == "elder" and before >= 0 and parse.lower(before) == "the":
        # "the elder Lee" is a father; a village elder has a position.
        return False
    if lower in ("of", "for", "on", "to", "at"):
        # "minister of finance Lee", but not "a trying year for citizen Williams", nor "secretary to Kishida".
        # In "the spokeswoman for diplomatic chief Lee" the title is the chief's alone.
        rest = range(word + 1, place.stop)
        if all(_tells_age(parse, other) for other in rest):
            # "the mother of 12-year-old Ann Lee"
            return False
        belongs = not any(is_role_noun(parse, other) and parse.words[other].entity == "O" for other in rest)
        office = _past_short_form(parse, before)
        has_office = word + 1 < place.stop and office >= place.start and is_role_noun(parse, office)
        # "analysts at broker Harbour Lee" are at work there, and the name is the broker's.
        return belongs and has_office and not is_plural(parse, office)
    if lower == "the":
        of_office = before > place.start and parse.lower(before) in ("of", "for")
        return of_office and is_role_noun(parse, _past_short_form(parse, before - 1))
    if lower in CONJUNCTIONS:
        both = parse.words[before].text[0].isupper() and parse.words[word + 1].text[0].isupper()
        return before >= place.start and (both or is_role_noun(parse, before))
    return parse.words[word].pos in _TITLE_WORDS or lower in _TITLE_LINKS


def _past_short_form(parse: Parse, word: int) -> int:
    """The word before a short form in brackets: "Chief Executive Officer (CEO) of the Harbour Bank"."""
    return word - 3 if word > 2 and is_bracketed(parse, word - 1) else word


def _tells_age(parse: Parse, word: int) -> bool:
    return parse.lower(word) in _AGE or parse.words[word].text[0].isdigit()


def past_brackets(parse: Parse, word: int, stop: int) -> int:
    """The word after a bracket that follows the name: "Ann Lee (李安)", "Ann Lee (Greens)"."""
    if word < stop and parse.words[word].text == "(":
        closing = next((w for w in range(word, min(stop, word + 8)) if parse.words[w].text == ")"), None)
        if closing is not None:
            return closing + 1
    return word
