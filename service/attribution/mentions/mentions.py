"""Every place in an article where somebody is referred to: by name, by pronoun, or by a description."""

from collections import Counter
from collections.abc import Iterator

from service.attribution.affiliations.alone.constituencies import constituency_after
from service.attribution.affiliations.appositions import described_ranges
from service.attribution.mentions.name_spans import OPENING_MARKS, find_name_spans
from service.attribution.mentions.speaking_words import is_handle_of, may_speak
from service.attribution.vocabulary.grammar import AFTERTHOUGHTS, POSSESSIVES
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import reporting_verbs, verb_lemma
from service.domain.quotations import Mention, MentionKind
from service.lexicon import table, words
from service.parsing.trees import Parse
from service.text.names import with_generation

_SPEAKING_ENTITIES = ("PERSON", "ORG", "LOC", "NORP")
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those", "one", "another", "some"))


# Words of a description after its noun; longer ones are parses gone wrong.
_LONGEST_AFTER_NOUN = 14
_ENDS_DESCRIPTION = frozenset(("(", ")", "“", "”", '"', ":", ";", "—", "–", "who", "which", "that"))
_NO_OPENING = ("PUNCT", "ADP", "SCONJ", "CCONJ")
# Of words for a whole people: "the Norwegians", "the Chinese", "the Irish", "the Swiss".
_ENDS_OF_PEOPLES = ("s", "ese", "sh", "ch")
_ONE_OF_PEOPLE = ("czech",)
_NOBODY = frozenset(("other", "that", "this", "it", "which", "what", "there", "who"))


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """The mentions of the article in order of their start; names first where two begin together."""
    names = list(_names(parse))
    taken = {word for mention in names for word in mention.name_words}
    others = [
        mention
        for word in range(len(parse))
        if word not in taken and (mention := _pronoun(parse, word) or _description(parse, word)) is not None
    ]
    return tuple(sorted(names + others, key=lambda mention: (mention.span.start, -mention.span.end)))


def _names(parse: Parse) -> Iterator[Mention]:
    found = find_name_spans(parse)
    votes = _votes(parse, found)
    for first, last, kind in found:
        text = parse.span(first, last).text
        kind = votes[text.casefold()].most_common(1)[0][0] if text.casefold() in votes else kind
        if (
            kind not in _SPEAKING_ENTITIES
            or _is_position(parse, first, last, kind)
            or _is_one(parse, first, last, kind)
            or _is_constituency(parse, first)
        ):
            continue
        if kind == "PERSON" and first == last and first > 0 and parse.lower(first - 1) == "the":
            # "the Hankyoreh": people go without an article.
            kind = "ORG"
        if (kind == "PERSON" and last > first) or not _is_dateline(parse, first, last):
            yield _name(parse, range(first, last + 1), kind)


def _is_position(parse: Parse, first: int, last: int, kind: str) -> bool:
    """Whether the name is an abbreviated position, "the PM", "the CEO", or one taken for a person: "the Senator"."""
    if first != last:
        return False
    word = parse.lower(first)
    is_short = parse.words[first].text.isupper() and "role" in kinds_of_nouns(word)
    is_definite = first > 0 and parse.lower(first - 1) == "the"
    # "the Sentinel" is a newspaper.
    return is_short or (kind == "PERSON" and is_definite and word in words("offices/state_offices"))


def _is_one(parse: Parse, first: int, last: int, kind: str) -> bool:
    """Whether one of a people speaks: "the Norwegian said", but not "the French said"."""
    is_definite = first == last and first > 0 and parse.lower(first - 1) == "the"
    if kind != "NORP" or not is_definite:
        return False
    if parse.lower(first).endswith(_ENDS_OF_PEOPLES) and parse.lower(first) not in _ONE_OF_PEOPLE:
        return False
    verb = parse.head(first)
    return parse.relation(first) == "nsubj" and verb is not None and verb_lemma(parse, verb) in reporting_verbs()


def _is_constituency(parse: Parse, first: int) -> bool:
    """Whether the name is only where a legislator comes from: "Ann Lee (D-Ill.)"."""
    mark = first - 1
    follows_name = mark > 0 and parse.words[mark - 1].entity in ("E-PERSON", "S-PERSON")
    return follows_name and constituency_after(parse, mark) is not None


def _is_dateline(parse: Parse, first: int, last: int) -> bool:
    """Whether the name is the place that a report is sent from: "NEW DELHI: …", "CAIRO, Aug. 12 - …"."""
    sentence = parse.sentence(first)
    opens = first == parse.sentence_starts[sentence] and parse.span(first, last).text.isupper()
    following = parse.words[last + 1].text if last + 1 < len(parse) else ""
    if following == ":" and last + 2 < len(parse) and parse.words[last + 2].text in OPENING_MARKS:
        # "ANN LEE: “…”" in a transcript; of places, reports are sent.
        return opens and parse.words[last].entity.endswith("LOC")
    return opens and len(parse.span(first, last)) > 3 and following in (":", ",", "-", "–", "—", "(", "--")


def _name(parse: Parse, name: range, kind: str) -> Mention:
    text = parse.span(name.start, name.stop - 1).text
    described_by = tuple(described_ranges(parse, name, of_body=kind != "PERSON"))
    first = min([name.start, *(words.start for words in described_by if words.stop == name.start)])
    head = _head(parse, name.start, name.stop - 1)
    return Mention(
        span=parse.span(first, name.stop - 1),
        kind=MentionKind.NAME,
        name=with_generation(text) if kind == "PERSON" else text.removeprefix("the ").removeprefix("The "),
        entity=kind,
        sentence=parse.sentence(head),
        head=head,
        name_words=name,
        described_by=described_by,
    )


def _votes(parse: Parse, found: list[tuple[int, int, str]]) -> dict[str, Counter[str]]:
    """How often each name was taken for which type: one name is one type throughout an article."""
    votes: dict[str, Counter[str]] = {}
    for first, last, kind in found:
        votes.setdefault(parse.span(first, last).text.casefold(), Counter())[kind] += 1
    return votes


def _head(parse: Parse, first: int, last: int) -> int:
    """The word of the run that the rest of it hangs on."""
    for word in range(first, last + 1):
        head = parse.head(word)
        if head is None or not first <= head <= last:
            return word
    return first


def _pronoun(parse: Parse, word: int) -> Mention | None:
    lower = parse.lower(word)
    if lower not in table("grammar/pronouns") or parse.relation(word) == "expl":
        return None
    return Mention(
        span=parse.span(word, word),
        kind=MentionKind.PRONOUN,
        name=lower,
        entity="",
        sentence=parse.sentence(word),
        head=word,
    )


def _description(parse: Parse, word: int) -> Mention | None:
    if parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "VERB"):
        return None
    if parse.words[word].entity.endswith("DATE") or parse.lower(word) in _NOBODY:
        return None
    if not may_speak(parse, word):
        return None
    first, last = _extent(parse, word)
    if _is_numbered_document(parse, first):
        first -= 1
    return Mention(
        span=parse.span(first, last),
        kind=MentionKind.DESCRIPTION,
        name=_without_article(parse, first, last, word),
        entity="",
        sentence=parse.sentence(word),
        head=word,
    )


def _extent(parse: Parse, word: int) -> tuple[int, int]:
    """The first and the last word of the description with this noun."""
    branch = parse.subtree(word, without=[c for c in parse.children(word) if parse.relation(c) in AFTERTHOUGHTS])
    # Whatever the parse hangs on what somebody or something is, it begins behind the "is".
    before = max((copula for copula in parse.children(word, "cop") if copula < word), default=-1)
    first, last = min(part for part in branch if part > before), min(max(branch), word + _LONGEST_AFTER_NOUN)
    first = _past_closing_mark(parse, first, word)
    # What follows a comma behind a person is another description, or the next of a list.
    ends = _ENDS_DESCRIPTION | {","} if "role" in kinds_of_nouns(noun_lemma(parse, word)) else _ENDS_DESCRIPTION
    last = next((w - 1 for w in range(word + 1, last + 1) if parse.words[w].text in ends), last)
    # What hangs on another word is no part of it: "went with her mother on Monday in Rome".
    phrase = {*parse.subtree(word)}
    last = next((w - 1 for w in range(word + 1, last + 1) if w not in phrase), last)
    while first < word and (parse.words[first].pos in _NO_OPENING or _leads(parse, first)):
        first += 1
    if first > parse.sentence_words(parse.sentence(word)).start and parse.lower(first - 1) in ("the", "a", "an"):
        # Whatever the parse hangs an article on, it goes with what follows.
        first -= 1
    last = _without_date(parse, word, last)
    while last > word and (parse.words[last].pos in ("PUNCT", "ADP") or parse.lower(last) in POSSESSIVES):
        last -= 1
    last = max(last, _end_of_spoken_for(parse, word))
    # "user riverfan88"
    return first, last + (last == word and last + 1 < len(parse) and is_handle_of(parse, word + 1, word))


def _leads(parse: Parse, word: int) -> bool:
    """Whether a preposition that the tagger knows as a verb opens the phrase: "according to", "following reports"."""
    is_following = parse.lower(word) == "following" and parse.relation(word) == "case"
    return parse.lower(word) in ("according", "to") or is_following


def _past_closing_mark(parse: Parse, first: int, noun: int) -> int:
    """Where a description begins behind quoted words before it, which the parse may hang on it: “…,” the clerk."""
    for word in range(noun - 1, first - 1, -1):
        text = parse.words[word].text
        if text in ("“", "‘"):
            break
        if text == "”" and not any(parse.words[each].text == "“" for each in range(first, word)):
            return word + 1
    return first


def _without_date(parse: Parse, noun: int, last: int) -> int:
    """The last word before the day that parses add to who acts on it: "the court on 3 January ruled"."""
    end = last
    while end > noun and parse.words[end].entity.endswith("DATE"):
        end -= 1
    return end if parse.lower(end) in ("on", "since") or end == noun else last


def _end_of_spoken_for(parse: Parse, word: int) -> int:
    """The last word of "a spokeswoman for the head of Acme", whatever "for" hangs on in the parse; or the noun."""
    for_whom = word + 1
    if parse.lower(word) not in words("people/spokespeople") or for_whom + 1 >= len(parse):
        return word
    owner = parse.head(for_whom)
    if parse.lower(for_whom) not in ("for", "of") or owner is None or owner <= for_whom:
        return word
    if parse.words[owner].relation == "nmod:desc":
        # "for the mayor Ann Lee": the parse hangs the title on the name.
        owner = parse.head(owner) or owner
    inside = [part for part in parse.subtree(owner) if part >= for_whom]
    stop = next((part for part in sorted(inside) if parse.words[part].text in _ENDS_DESCRIPTION | {","}), None)
    return max(inside) if stop is None else stop - 1


def _is_numbered_document(parse: Parse, number: int) -> bool:
    """Whether a number opens the description that belongs to the word before: "the Article 5 agreement"."""
    is_number = number > 0 and parse.words[number].pos == "NUM" and parse.words[number].text.isdigit()
    return is_number and "document" in kinds_of_nouns(noun_lemma(parse, number - 1))


def _without_article(parse: Parse, first: int, last: int, head: int) -> str:
    while first < head and parse.lower(first) in _ARTICLES:
        first += 1
    return parse.span(first, last).text
