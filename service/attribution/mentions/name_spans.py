"""Which words of an article are one name: the recognizer's entities, mended where it cut a name or took in too much."""

from collections import Counter
from collections.abc import Iterator, Sequence

from service.attribution.mentions.headline_names import (
    is_heading,
    without_rest_of_headline,
    without_verbs_of_headlines,
)
from service.attribution.mentions.nicknames import find_nicknames
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_honorific, kinds_of_nouns
from service.attribution.vocabulary.reporting_verbs import reporting_verbs, verb_lemma
from service.lexicon import words
from service.parsing.trees import Parse

# A name's first and last word with its kind of entity.
NameRun = tuple[int, int, str]
_MOST_INITIALS = 2
_MOST_LABEL_WORDS = 3
_IN_NAMES = frozenset(("flat", "compound", "appos", "nsubj", "obj", "parataxis", "root", "conj"))
OPENING_MARKS = frozenset("“‘\"'«„")
_SURNAMES = frozenset(("role",))
# Surnames that look like pronouns.
_LIKE_PRONOUNS = frozenset(("He", "She", "You"))
# What a sentence may open with before its speaker: "Says Ann: …", "Added Lee, …".
_VERBS_IN_FRONT = frozenset(("says", "said", "adds", "added", "asks", "asked", "explains", "explained", "recalls"))


def find_name_spans(parse: Parse) -> list[NameRun]:
    """The names of the article: entities, then people whom the recognizer missed."""
    found = list(_joined(parse))
    taken = {word for first, last, _ in found for word in range(first, last + 1)}
    found += _labels(parse, taken)
    found += _unrecognized(parse, taken)
    surnames = _surnames(parse, found)
    found = [(*run[:2], "PERSON") if _is_person_after_all(parse, run, surnames) else run for run in found]
    found += _with_known_surname(parse, surnames, taken)
    return without_verbs_of_headlines(parse, found)


def _joined(parse: Parse) -> Iterator[NameRun]:
    """The entities, persons grown over the rest of a name that the recognizer cut ("Maria" before "Lopez")."""
    end = -1
    for first, last, kind in _linked(parse):
        if first <= end or (kind != "PERSON" and _is_rank_alone(parse, first, last)):
            continue
        is_of_surname = kind == "LOC" and last > first and parse.words[first].text in _LIKE_PRONOUNS
        kind = "PERSON" if is_of_surname or _is_titled(parse, first, last) else kind
        if kind == "PERSON" and first - 1 > end and _is_surname_in_front(parse, first - 1):
            first -= 1
        if kind in ("PERSON", "ORG", "LOC"):
            while first - 1 > end and _goes_with(parse, first - 1, first):
                first -= 1
            while kind == "PERSON" and last + 1 < len(parse) and _goes_with(parse, last + 1, last):
                last += 1
        if kind == "PERSON":
            first, last = _without_title_and_day(parse, first, _whole_word(parse, last))
            first, last = _without_bracket_and_verb(parse, first, last)
        if parse.lower(last) in ("'s", "’s", "’", "'") and last > first:
            last -= 1
        end = last
        yield first, last, kind


def _is_surname_in_front(parse: Parse, word: int) -> bool:
    """Whether a surname stands before a given name that looks like a pronoun: "He Jiankui", "She Mei"."""
    token, following = parse.words[word], parse.words[word + 1]
    is_pronoun = token.text in _LIKE_PRONOUNS and token.entity == "O"
    return is_pronoun and following.text[0].isupper() and token.span.end + 1 == following.span.start


def _is_titled(parse: Parse, first: int, last: int) -> bool:
    """Whether a title before a given name tells that a place is a person: "Mayor Rita Hall", but "King Ray Bridge"."""
    is_named = last - first > 1 and _is_given_name(parse, first + 1) and parse.relation(first + 1) != "compound"
    return is_named and (_is_post(parse, first) or _is_rank(parse, first))


def _is_rank_alone(parse: Parse, first: int, last: int) -> bool:
    """Whether the recognizer took a rank before a name for a body: "Det" of "Det Insp Ann Lee"."""
    following = last + 1
    goes_on = following < len(parse) and parse.words[following].pos == "PROPN"
    return goes_on and all(_is_rank(parse, word) for word in range(first, following))


def _labels(parse: Parse, taken: set[int]) -> Iterator[NameRun]:
    """Names that stand before a colon and an opening mark at the start of a sentence: "TOM: “…”"."""
    for start in parse.sentence_starts:
        stop = start
        while stop < len(parse) and parse.words[stop].pos == "PROPN" and stop not in taken:
            stop += 1
        is_label = start < stop <= start + _MOST_LABEL_WORDS and stop + 1 < len(parse)
        if is_label and parse.words[stop].text == ":" and parse.words[stop + 1].text in OPENING_MARKS:
            taken.update(range(start, stop))
            yield start, stop - 1, "PERSON"


def _unrecognized(parse: Parse, taken: set[int]) -> Iterator[NameRun]:
    """People whom the recognizer missed: two name words or more that are the subject of a reporting verb."""
    for verb in range(len(parse)):
        if parse.words[verb].pos != "VERB" or verb_lemma(parse, verb) not in reporting_verbs():
            continue
        for subject in parse.children(verb, "nsubj"):
            first = last = subject
            while first - 1 not in taken and _goes_with(parse, first - 1, first):
                first -= 1
            while last + 1 < len(parse) and last + 1 not in taken and _goes_with(parse, last + 1, last):
                last += 1
            if first == last and first > 0 and _is_surname_in_front(parse, first - 1):
                first -= 1
            if last > first and first not in taken and _goes_with(parse, subject, subject):
                taken.update(range(first, last + 1))
                yield first, last, "PERSON"


def _surnames(parse: Parse, found: Sequence[NameRun]) -> frozenset[str]:
    """The last words of the people's names, those that stand there once left out: any word is taken for a name once."""
    seen = Counter(parse.lower(last) for _, last, kind in found if kind == "PERSON")
    return frozenset(surname for surname, n in seen.items() if n > 1)


def _is_person_after_all(parse: Parse, run: NameRun, surnames: frozenset[str]) -> bool:
    """Whether a given name and a surname of the article make a person of what the recognizer took for a body."""
    first, last, kind = run
    is_full = kind in ("ORG", "LOC") and 0 < last - first < _MOST_LABEL_WORDS
    return is_full and parse.lower(last) in surnames and _is_given_name(parse, first)


def _with_known_surname(parse: Parse, surnames: frozenset[str], taken: set[int]) -> Iterator[NameRun]:
    """Full names that the recognizer missed, of people whom the article names by their surnames: "Mr Lee" elsewhere."""
    for last in range(1, len(parse)):
        if last in taken or parse.lower(last) not in surnames or not _goes_with(parse, last, last):
            continue
        first = last
        while first - 1 not in taken and last - first < _MOST_LABEL_WORDS and _goes_with(parse, first - 1, first):
            first -= 1
        following = last + 1
        goes_on = following < len(parse) and parse.words[following].pos == "PROPN"
        if first < last and not goes_on and not is_heading(parse, last):
            taken.update(range(first, last + 1))
            yield first, last, "PERSON"


def _whole_word(parse: Parse, last: int) -> int:
    """The last word, with what a hyphen joins to it: "Lee Min-" goes on to "ho"."""
    while last + 1 < len(parse) and parse.words[last].span.end == parse.words[last + 1].span.start:
        word, following = parse.words[last].text, parse.words[last + 1].text
        if not (word.endswith("-") and following[0].isalpha()) and following != "-":
            break
        last += 1
    return last


def _goes_with(parse: Parse, word: int, name: int) -> bool:
    """Whether a word beside a name is a part of it: a capitalized name word that is no entity of its own."""
    token = parse.words[word]
    return (
        word >= 0
        and token.pos == "PROPN"
        and token.entity == "O"
        and any(character.isupper() for character in token.text[:2])
        # "XN Lee" has its initials; longer capitals are somebody's body.
        and not (token.text.isupper() and len(token.text) > _MOST_INITIALS)
        and parse.sentence(word) == parse.sentence(name)
        and abs(token.span.start - parse.words[name].span.end) <= 1 + len(token.text) + len(parse.words[name].text)
        # A surname may be a trade ("Ann Hunter"); before a name the trade is one.
        and kinds_of_nouns(token.text.casefold()) <= (_SURNAMES if word > name else frozenset())
        and not _is_rank(parse, word)
        and (parse.relation(word) in _IN_NAMES or (word < name and _is_given_name(parse, word)))
    )


def _linked(parse: Parse) -> Iterator[NameRun]:
    """The entities; two persons are one if only function words of a name separate them: "Ann" "van der" "Berg"."""
    waiting: NameRun | None = None
    for first, last, kind in _with_nicknames(parse):
        if waiting is not None and waiting[2] == kind == "PERSON" and _are_linked(parse, waiting[1], first):
            waiting = (waiting[0], last, kind)
            continue
        if waiting is not None and _are_firm(parse, waiting, (first, last, kind)):
            waiting = (waiting[0], last, "ORG")
            continue
        if waiting is not None:
            yield waiting
        waiting = (first, last, kind)
    if waiting is not None:
        yield waiting


def _are_firm(parse: Parse, run: NameRun, following: NameRun) -> bool:
    """Whether "&" joins the two in a firm's name: "Harbour & Sons", but "Ann Lee & Bo Ray" are two people."""
    is_between = following[0] == run[1] + 2 and parse.words[run[1] + 1].text == "&"
    kinds = {run[2], following[2]}
    return is_between and kinds <= {"ORG", "PERSON"} and (kinds != {"PERSON"} or run[0] == run[1])


def _with_nicknames(parse: Parse) -> list[NameRun]:
    """The entities; those that meet in a name with a nickname are one person: Mike ‘The Rock’ Lee."""
    entities = list(parse.entities())
    for nickname in find_nicknames(parse):
        meeting = [run for run in entities if run[0] <= nickname.last and nickname.first <= run[1]]
        first = min([nickname.first, *(run[0] for run in meeting)])
        last = max([nickname.last, *(run[1] for run in meeting)])
        entities = [run for run in entities if run not in meeting] + [(first, last, "PERSON")]
    return sorted(entities)


def _are_linked(parse: Parse, last: int, first: int) -> bool:
    between = range(last + 1, first)
    return bool(between) and all(parse.lower(word) in words("names/particles") for word in between)


def _without_title_and_day(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The name without a post before it and a day after it, which the recognizer took in: "Magistrate Ann Lee"."""
    while last - first > 1 and (_is_rank(parse, first) or _is_post(parse, first)):
        first += 1
    if last > first and parse.lower(last) in words("grammar/weekdays"):
        last -= 1
    return first, last


def _is_post(parse: Parse, word: int) -> bool:
    return "role" in kinds_of_nouns(parse.lower(word)) and not _is_given_name(parse, word)


def _is_rank(parse: Parse, word: int) -> bool:
    """Whether the word is a rank that stands before a name: "Det", "Chief" and "Insp" of "Det Chief Insp Ann Lee"."""
    text = parse.words[word].text.rstrip(".")
    return is_honorific(parse, word) or text == "-" or text in words("names/ranks")


def _without_bracket_and_verb(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The name without a bracket, "Ann Lee (D-Ohio", and without the verb before it in "Says Ann: …"."""
    while last > first and parse.lower(first) in _VERBS_IN_FRONT:
        first += 1
    while last > first and parse.lower(last) in _VERBS_IN_FRONT and parse.is_verbal(last):
        # In capitals a recognizer takes the verb in: "ANN LEE SAID".
        last -= 1
    last = without_rest_of_headline(parse, first, last)
    bracket = next((word for word in range(first + 1, last + 1) if parse.words[word].text[0] in "([{"), None)
    if bracket is None:
        return first, last
    closes = any(parse.words[word].text[-1] in ")]}" for word in range(bracket, last + 1))
    # "Ann (Mary) Lee" is one name; what a bracket only opens is none of it.
    return (first, last) if closes else (first, bracket - 1)


def _is_given_name(parse: Parse, word: int) -> bool:
    return parse.lower(word) in gendered("names/given_names")
