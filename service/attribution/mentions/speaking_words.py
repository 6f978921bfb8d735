"""Whether a word outside names may stand for who speaks, and is a mention therefore."""

from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.one_of_several import is_one_of_several
from service.attribution.vocabulary.reporting_verbs import is_sure_cue, is_verb_of_speech
from service.lexicon import words
from service.parsing.trees import Parse

# Relations under which a noun can be who speaks; elsewhere only nouns for people and organizations are mentions.
_SPEAKING_RELATIONS = ("nsubj", "root", "obl", "appos", "conj", "nmod", "obj", "iobj", "parataxis", "ccomp")
_SUBJECT_TAGS = ("NOUN", "PROPN", "DET", "ADJ", "NUM")


def may_speak(parse: Parse, word: int) -> bool:
    """Whether the word is a subject, a known noun where a speaker may stand, or whatever words are according to."""
    relation = parse.relation(word)
    if relation == "nsubj" and parse.words[word].pos in _SUBJECT_TAGS:
        return True
    if relation in _SPEAKING_RELATIONS and _is_known(parse, word):
        return True
    if (
        is_one_of_several(parse, word)
        or _stands_alone(parse, word)
        or _is_read(parse, word)
        or is_who_speaks(parse, word)
    ):
        return True
    return is_after_according(parse, word)


def is_after_according(parse: Parse, word: int) -> bool:
    """Whether "according to" leads to the word."""
    return any(parse.lower(case) == "according" for case in parse.children(word, "case"))


def _stands_alone(parse: Parse, word: int) -> bool:
    """Whether "another" is who acts: in "Another tweeted: “…”" parses make an article of it."""
    head = parse.head(word)
    is_article = parse.relation(word) == "det" and parse.lower(word) == "another"
    return is_article and head == word + 1 and parse.words[head].pos == "VERB"


def is_who_speaks(parse: Parse, word: int) -> bool:
    """Whether "who" takes the noun up and speaks, so that it stands for people: "fans, who shouted “…”"."""
    if parse.words[word].pos not in ("NOUN", "NUM") or parse.relation(word) not in _SPEAKING_RELATIONS:
        return False
    clauses = parse.children(word, "acl")
    verbs = [verb for clause in clauses for verb in (clause, *parse.children(clause, "conj"))]
    is_somebody = any(
        parse.lower(subject) == "who" for clause in clauses for subject in parse.children(clause, "nsubj")
    )
    return is_somebody and any(is_sure_cue(parse, verb) or is_verb_of_speech(parse, verb) for verb in verbs)


def _is_read(parse: Parse, word: int) -> bool:
    """Whether the word is a document before the verb that gives its text: "a note reading “…”"."""
    following = word + 1
    is_before_verb = following < len(parse) and parse.lower(following) == "reading"
    return is_before_verb and "document" in kinds_of_nouns(noun_lemma(parse, word))


def _is_known(parse: Parse, word: int) -> bool:
    """Whether the word is a noun for people or organizations, or somebody's name on a platform."""
    is_noun = parse.words[word].pos != "VERB" or bool(parse.children(word, "det"))
    return (is_noun and bool(kinds_of_nouns(noun_lemma(parse, word)))) or _is_handle(parse, word)


def is_handle_of(parse: Parse, word: int, noun: int) -> bool:
    """Whether the word is the name on a platform that this noun for somebody introduces: "user riverfan88"."""
    is_user = noun_lemma(parse, noun) in words("people/users")
    return is_user and parse.words[word].pos == "PROPN" and _looks_like_handle(parse, word)


def _looks_like_handle(parse: Parse, word: int) -> bool:
    after_first = parse.words[word].text[1:]
    return bool(after_first) and not after_first.isalpha() and any(map(str.isalpha, after_first))


def _is_handle(parse: Parse, word: int) -> bool:
    """Whether the word is a name on a platform: "user riverfan88"."""
    return _looks_like_handle(parse, word) and any(
        "role" in kinds_of_nouns(noun_lemma(parse, c)) for c in parse.children(word, "compound")
    )
