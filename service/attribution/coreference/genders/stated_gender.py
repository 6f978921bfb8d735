"""Whether a name's bearer is a man or a woman, as far as titles, nouns and given names tell; pronouns come later."""

from collections import Counter
from collections.abc import Sequence
from typing import Generic, TypeVar

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import noun_lemma
from service.domain.quotations import Mention
from service.parsing.trees import Parse
from service.text.names import name_words

# Words around a name in which its title stands ("Ms.", "spokeswoman").
_TITLE_REACH = 3
# Mentions that tell enough: to ask all of somebody named a thousand times takes a thousand times as long each time.
_MOST_MENTIONS = 50

# Whoever hangs on a noun by these has whom it stands for, and is somebody else.
_OWNERS = frozenset(("nmod", "nmod:poss"))

Named = TypeVar("Named")


def stated_gender(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> str | None:
    """What titles and nouns beside the names tell, else what the given name tells."""
    votes: Counter[str] = Counter()
    genders = gendered("people/gendered_nouns")
    parse = annotated.parse
    for mention in mentions:
        words = parse.within(mention.span.start, mention.span.end)
        for word in range(max(0, words.start - _TITLE_REACH), min(len(parse), words.stop + _TITLE_REACH + 1)):
            gender = genders.get(noun_lemma(parse, word)) or genders.get(parse.lower(word).rstrip("."))
            # Of "Ann Lee and her brother", the brother is somebody else.
            hangs_on_name = parse.head(word) in words and parse.relation(word) != "conj"
            near = word in words or hangs_on_name or any(_is_title_of(parse, word, part) for part in words)
            if gender and near and not _is_title_of_next(parse, word, words):
                votes[gender] += 1
    return votes.most_common(1)[0][0] if votes else _of_given_name(mentions, "names/given_names")


def _is_title_of(parse: Parse, noun: int, part: int) -> bool:
    """Whether the part of a name hangs on the noun: "Mr Lee", but not "Lee's brother" and "the brother of Lee"."""
    return parse.head(part) == noun and parse.words[part].relation not in _OWNERS


def _is_title_of_next(parse: Parse, noun: int, words: range) -> bool:
    """Whether another name follows, whose title it is: "Lee spokeswoman Ann Reed"."""
    following = noun + 1
    return noun >= words.stop and following < len(parse) and parse.words[following].entity in ("B-PERSON", "S-PERSON")


def gender_of_name(mentions: Sequence[Mention]) -> str | None:
    """The gender of nearly all in the world who bear the given name; it is known less surely than what is stated."""
    return _of_given_name(mentions, "models/attribution/given_name_genders")


class StatedGenders(Generic[Named]):
    """The same for everyone in an article, asked again and again while names come in."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._known: dict[Named, tuple[int, str | None]] = {}

    def of(self, entity: Named, mentions: Sequence[Mention]) -> str | None:
        """What the first mentions of the entity tell."""
        read = mentions[:_MOST_MENTIONS]
        n_read, gender = self._known.get(entity, (0, None))
        if n_read != len(read):
            gender = stated_gender(self._annotated, read)
            self._known[entity] = len(read), gender
        return gender


def _of_given_name(mentions: Sequence[Mention], names: str) -> str | None:
    given = gendered(names)
    forms = dict.fromkeys(mention.name for mention in mentions)
    for form in sorted(forms, key=lambda form: -len(form)):
        for name in name_words(form)[:-1] or name_words(form):
            if name in given:
                return given[name]
    return None


def title_gender(annotated: AnnotatedArticle, mention: Mention) -> str | None:
    """The gender of the title right before the name: "Mr Lee"."""
    before = mention.name_words.start - 1
    if before < 0 or annotated.parse.sentence(before) != mention.sentence:
        return None
    return gendered("people/gendered_nouns").get(annotated.parse.lower(before).rstrip("."))
