"""Whom a verb after quoted words has for its subject, where the parse gives it none, or another: “…,” admits Lee."""

from itertools import takewhile

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.one_of_several import is_one_of_several
from service.attribution.vocabulary.reporting_verbs import AFTER_SUBJECT, HEARD, is_sure_cue
from service.parsing.trees import Parse

# Words of a speaker's name or description, titles and all, as in “…,” said the former police chief of the region; the
# same with an apposition.
LONGEST_SUBJECT, _FARTHEST = 8, 20
# Words from the last one of a description to the one that it hangs on.
_NEAR = 4


def inverted_subject(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The noun right after a verb that follows a closing mark: “…,” admits Lee. Parses take it for an object."""
    parse = annotated.parse
    before, after = verb - 1, verb + 1
    while before >= 0 and parse.words[before].pos == "ADV" and not annotated.is_marked(before):
        before -= 1
    if before > 0 and parse.words[before].text == "," and any(each > verb for each in parse.children(verb, "nsubj")):
        # “…”, says Lee: the comma may stand behind the mark, and another subject of the parse before it.
        before -= 1
    if before < 0 or parse.lemma(verb) in HEARD or after >= len(parse):
        return None
    if not annotated.is_marked(before) and not _closes_sentence(annotated, verb):
        return None
    if parse.words[after].pos == "ADV":
        after += 1
    words = parse.sentence_words(parse.sentence(verb))
    word = after - 1
    while (word := _past_hyphenated(parse, word + 1)) < min(after + LONGEST_SUBJECT, words.stop):
        if parse.head(word) == verb and is_one_of_several(parse, word):
            return word
        if parse.words[word].pos in ("NOUN", "PROPN", "PRON") and not annotated.is_marked(word):
            named = _name_at_end(annotated, word, words)
            return top_of_name(parse, word) if named is None else named
        if parse.words[word].pos not in ("DET", "ADJ", "NUM", "PART", "PUNCT") or parse.words[word].text == ",":
            return None
    return None


def _past_hyphenated(parse: Parse, word: int) -> int:
    """The word behind "Delta-based" and the like; the word itself where it is none of these."""
    end = word + 2
    if end >= len(parse) or parse.words[word + 1].text != "-":
        return word
    is_tied = parse.words[word].span.end + 1 == parse.words[end].span.start
    return end + 1 if is_tied and parse.words[end].pos == "VERB" else word


def _name_at_end(annotated: AnnotatedArticle, first: int, sentence: range) -> int | None:
    """The person at the end of the words that begin with a noun: "said human rights and labour lawyer Ann Lee".

    Parses make two subjects of them. Behind a name or a noun for somebody, "and" joins one more who speaks.
    """
    parse = annotated.parse
    is_somebody = parse.words[first].entity != "O" or bool(kinds_of_nouns(noun_lemma(parse, first)) & {"role", "group"})
    for word in range(first, min(first + LONGEST_SUBJECT, sentence.stop)):
        mention = annotated.mention_at.get(word)
        if mention is not None and mention.entity == "PERSON" and word > first:
            return word
        joins = parse.words[word].pos == "CCONJ" and not is_somebody
        if not joins and parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "PART"):
            return None
    return None


def stranded_subject(annotated: AnnotatedArticle, verb: int) -> int | None:
    """Who stands before the verb, and is parsed as the subject of quoted words before: "… “fine” while Lee said …"."""
    parse = annotated.parse
    if parse.children(verb, "nsubj"):
        return None
    for word in range(verb - 1, max(parse.sentence_words(parse.sentence(verb)).start, verb - _FARTHEST) - 1, -1):
        if annotated.is_marked(word) or parse.words[word].pos == "VERB":
            return None
        head = parse.head(word)
        if parse.relation(word) == "nsubj" and head is not None and head < word and annotated.is_marked(head):
            return word
    return None


def top_of_name(parse: Parse, word: int) -> int:
    """The word that the rest of a name or a description hangs on."""
    while (
        parse.relation(word) in ("compound", "flat", "amod", "nmod", "det") and (head := parse.head(word)) is not None
    ):
        # Where people belong may take many words: "Ann Lee of the Delta-based think-tank Harbour House said".
        if abs(head - word) > _NEAR and not parse.words[head].entity.endswith("PERSON"):
            break
        word = head
    return word


def resolved_relative(parse: Parse, subject: int) -> int:
    """The noun that a relative pronoun stands for."""
    if parse.lower(subject) not in RELATIVE_PRONOUNS:
        return subject
    for ancestor in parse.ancestors(subject):
        head = parse.head(ancestor)
        if parse.relation(ancestor) == "acl" and head is not None:
            return _thing_before(parse, head, subject) if parse.lower(subject) == "which" else _somebody_of(parse, head)
    return subject


def _somebody_of(parse: Parse, noun: int) -> int:
    """Whom "who" takes up behind "a member of the party", wherever the parse hangs its clause: no body is a "who"."""
    if not parse.words[noun].entity.endswith(("ORG", "LOC")):
        return noun
    for above in takewhile(parse.is_nominal, parse.ancestors(noun)):
        if kinds_of_nouns(noun_lemma(parse, above)) & {"role", "group"}:
            return above
    return noun


def _thing_before(parse: Parse, noun: int, which: int) -> int:
    """What "which" takes up: behind "a spokesman for the bank", the bank, wherever the parse hangs its clause."""
    if "role" not in kinds_of_nouns(noun_lemma(parse, noun)):
        return noun
    last = which - 1 - (parse.words[which - 1].text == ",")
    is_inside = last > noun and noun in parse.ancestors(last)
    is_body = parse.words[last].entity.endswith("ORG") or "organization" in kinds_of_nouns(noun_lemma(parse, last))
    return last if is_inside and is_body else noun


def has_subject(parse: Parse, clause: int) -> bool:
    """Whether the clause says who acts: in “…,” he said, naming a dish, parses make a reported clause of "naming"."""
    return bool(parse.children(clause, "nsubj", "csubj", "expl"))


def _opens_noun(parse: Parse, word: int) -> bool:
    """Whether the word can stand before the noun of a speaker: "a retired civil servant"."""
    return parse.words[word].pos in ("DET", "ADJ", "NUM", "PART") or parse.relation(word) in ("amod", "nummod", "det")


def _closes_sentence(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether a comma stands before the verb, and after it a noun and no clause: "The plan failed, said Ann Lee."."""
    parse = annotated.parse
    has_subject = any(subject < verb for subject in parse.children(verb, "nsubj"))
    if has_subject or parse.lower(verb).endswith("ing"):
        # "Ann Lee, the mayor, said trade …"; "…, accusing the government": the subject is not what follows.
        return False
    if parse.words[verb - 1].text != "," or not is_sure_cue(parse, verb):
        return False
    word, stop = verb + 1, parse.sentence_words(parse.sentence(verb)).stop
    while word < stop and (parse.words[word].pos in ("NOUN", "PROPN") or _opens_noun(parse, word)):
        word += 1
    return word > verb + 1 and (word >= stop or parse.lower(word) in AFTER_SUBJECT)


def explained_subject(annotated: AnnotatedArticle, verb: int) -> int | None:
    """Whose name between commas stands right before a verb without a subject: "It will pay, the mayor, Lee, said"."""
    parse = annotated.parse
    if verb < 2 or parse.words[verb - 1].text != "," or parse.lower(verb).endswith("ing"):
        return None
    if parse.children(verb, "nsubj", "csubj", "aux", "mark") or not annotated.mention_at.get(annotated.named(verb - 2)):
        return None
    is_person = parse.words[verb - 2].entity.endswith("PERSON")
    bearer = bearer_before(parse, verb - 1) if is_person else None
    return bearer if bearer is not None and "role" in kinds_of_nouns(noun_lemma(parse, bearer)) else None


def bearer_before(parse: Parse, comma: int) -> int | None:
    """Whom the apposition that ends at the comma describes: "Ann Lee, an official in Delta, said"."""
    word = comma - 1
    while parse.relation(word) in ("nmod", "flat", "compound", "conj", "appos"):
        head = parse.head(word)
        if head is None or head >= comma:
            return None
        if parse.relation(word) == "appos":
            return head
        word = head
    return None
