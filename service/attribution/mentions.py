"""Every place in an article where somebody is referred to: by name, by pronoun, or by a description."""

from collections import Counter
from collections.abc import Iterator

from service.attribution.appositions import described_ranges
from service.attribution.nouns import kinds_of_nouns, noun_lemma
from service.attribution.verbs import reporting_verbs, verb_lemma
from service.domain import Mention, MentionKind
from service.lexicon import lines, words
from service.parsing.trees import Parse
from service.text.names import bare

_SPEAKING_ENTITIES = ("PERSON", "ORG", "LOC", "NORP")
# Relations under which a noun can be who speaks; elsewhere only nouns for people and bodies are mentions.
_SPEAKING_RELATIONS = ("nsubj", "root", "obl", "appos", "conj", "nmod", "obj", "parataxis", "ccomp")
# What hangs on a noun and is no part of how the text names it.
_AFTERTHOUGHTS = (
    "acl",
    "appos",
    "parataxis",
    "punct",
    "cc",
    "conj",
    "dep",
    "cop",
    "aux",
    "nsubj",
    "advcl",
    "mark",
)
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those", "one", "another", "some"))


# Words of a description after its noun; longer ones are parses gone wrong.
_LONGEST_AFTER_NOUN = 14
_ENDS_DESCRIPTION = frozenset(("(", ")", "“", "”", '"', ":", ";", "—", "–", "who", "which", "that"))
_NO_OPENING = ("PUNCT", "ADP", "SCONJ", "CCONJ")
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
    found = list(_joined(parse))
    found += _unrecognized(parse, {word for first, last, _ in found for word in range(first, last + 1)})
    votes = _votes(parse, found)
    for first, last, kind in found:
        text = parse.span(first, last).text
        kind = votes[text.casefold()].most_common(1)[0][0] if text.casefold() in votes else kind
        if kind not in _SPEAKING_ENTITIES:
            continue
        if kind == "PERSON" and first == last and first > 0 and parse.lower(first - 1) == "the":
            # "the Hankyoreh": people go without an article.
            kind = "ORG"
        if not _is_dateline(parse, first, last):
            yield _name(parse, range(first, last + 1), kind)


def _is_dateline(parse: Parse, first: int, last: int) -> bool:
    """Whether the name is the place that a report is sent from: "NEW DELHI: …", "CAIRO, Aug. 12 - …"."""
    sentence = parse.sentence(first)
    opens = first == parse.sentence_starts[sentence] and parse.span(first, last).text.isupper()
    following = parse.words[last + 1].text if last + 1 < len(parse) else ""
    return opens and len(parse.span(first, last)) > 3 and following in (":", ",", "-", "–", "—", "(", "--")


def _name(parse: Parse, name: range, kind: str) -> Mention:
    text = parse.span(name.start, name.stop - 1).text
    described_by = tuple(described_ranges(parse, name, of_body=kind != "PERSON"))
    first = min([name.start, *(words.start for words in described_by if words.stop == name.start)])
    head = _head(parse, name.start, name.stop - 1)
    return Mention(
        span=parse.span(first, name.stop - 1),
        kind=MentionKind.NAME,
        name=bare(text) if kind == "PERSON" else text.removeprefix("the ").removeprefix("The "),
        entity=kind,
        sentence=parse.sentence(head),
        head=head,
        name_words=name,
        described_by=described_by,
    )


def _joined(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """The entities, persons grown over the rest of a name that the recognizer cut ("Maria" before "Lopez")."""
    end = -1
    for first, last, kind in parse.entities():
        if first <= end:
            continue
        if kind in ("PERSON", "ORG", "LOC"):
            while first - 1 > end and _goes_with(parse, first - 1, first):
                first -= 1
            while kind == "PERSON" and last + 1 < len(parse) and _goes_with(parse, last + 1, last):
                last += 1
        if kind == "PERSON":
            last = _whole_word(parse, last)
        if parse.lower(last) in ("'s", "’s", "’", "'") and last > first:
            last -= 1
        end = last
        yield first, last, kind


def _unrecognized(parse: Parse, taken: set[int]) -> Iterator[tuple[int, int, str]]:
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
            if last > first and first not in taken and _goes_with(parse, subject, subject):
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
        and not token.text.isupper()
        and parse.sentence(word) == parse.sentence(name)
        and abs(token.span.start - parse.words[name].span.end) <= 1 + len(token.text) + len(parse.words[name].text)
        and not kinds_of_nouns(token.text.casefold())
        and token.text.casefold().rstrip(".") not in words("names_titles")
        and parse.relation(word) in ("flat", "compound", "appos", "nsubj", "obj", "parataxis", "root", "conj")
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
    if lower not in _personal_pronouns():
        return None
    return Mention(
        span=parse.span(word, word),
        kind=MentionKind.PRONOUN,
        name=lower,
        entity="",
        sentence=parse.sentence(word),
        head=word,
    )


def _personal_pronouns() -> frozenset[str]:
    return frozenset(line.split()[0] for line in lines("pronouns"))


def _description(parse: Parse, word: int) -> Mention | None:
    if parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "VERB"):
        return None
    if parse.words[word].entity.endswith("DATE") or parse.lower(word) in _NOBODY:
        return None
    is_known = bool(kinds_of_nouns(noun_lemma(parse, word))) and (
        parse.words[word].pos != "VERB" or bool(parse.children(word, "det"))
    )
    is_subject = parse.relation(word) == "nsubj" and parse.words[word].pos in (
        "NOUN",
        "PROPN",
        "DET",
        "ADJ",
        "NUM",
    )
    if not (is_subject or (is_known and parse.relation(word) in _SPEAKING_RELATIONS)):
        return None
    branch = parse.subtree(word, without=[c for c in parse.children(word) if parse.relation(c) in _AFTERTHOUGHTS])
    first, last = min(branch), min(max(branch), word + _LONGEST_AFTER_NOUN)
    last = next((w - 1 for w in range(word + 1, last + 1) if parse.words[w].text in _ENDS_DESCRIPTION), last)
    while first < word and (parse.words[first].pos in _NO_OPENING or parse.lower(first) in ("according", "to")):
        first += 1
    while last > word and parse.words[last].pos in ("PUNCT", "ADP"):
        last -= 1
    return Mention(
        span=parse.span(first, last),
        kind=MentionKind.DESCRIPTION,
        name=_without_article(parse, first, last, word),
        entity="",
        sentence=parse.sentence(word),
        head=word,
    )


def _without_article(parse: Parse, first: int, last: int, head: int) -> str:
    while first < head and parse.lower(first) in _ARTICLES:
        first += 1
    return parse.span(first, last).text
