"""The reporting clauses of an article: the cue, whose words it reports, and where those words stand."""

from dataclasses import dataclass
from enum import StrEnum

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.content_spans import find_content, sentence_without
from service.attribution.reporting.sources import find_source, is_passive, noun_after_according
from service.attribution.reporting.verbs_behind_speech import stands_beside_speech
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import is_verb_of_speech, reporting_verbs, verb_lemma
from service.domain.articles import Span
from service.lexicon import words
from service.parsing.trees import Parse


class Pattern(StrEnum):
    """How a clause reports."""

    VERB = "verb"
    ACCORDING_TO = "according_to"
    NOUN = "noun"


# Words of a name that somebody goes by.
_LONGEST_NAME = 3
# A verb that is a cue less often than this, or means no speech, is one by its place alone, and is as likely then.
_LEAST_LIKELY, _BESIDE_SPEECH = 0.3, 0.6
# Words from "whom" to its verb: "whom old friends call “Tiny”".
_NEAR = 5
_MARKS = frozenset("“‘\"'")


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A cue with its speaker's head word and the run of words it reports; either may be missing.

    `likelihood` is how often the verb was a cue in the training articles, 0 to 1. `content` is a half-open run of
    words, the cue's own clause left out where it stands inside. `is_passive` where the subject is who hears, or what is
    spoken of.
    """

    pattern: Pattern
    verb: int
    cue: Span
    source: int | None
    content: tuple[int, int] | None
    likelihood: float
    is_passive: bool = False
    is_beside_speech: bool = False
    """Whether the verb is known as a cue by nothing but its place: “…,” the ruler decreed."""


def find_reporting_clauses(annotated: AnnotatedArticle) -> tuple[ReportingClause, ...]:
    """The reporting clauses outside quotation marks, in the order of their verbs."""
    parse = annotated.parse
    found: list[ReportingClause] = []
    for word in range(len(parse)):
        if annotated.is_marked(word):
            continue
        if parse.lower(word) == "according":
            clause = _according_to(annotated, word)
        elif parse.lower(word) == "words":
            clause = _in_the_words_of(annotated, word)
        elif parse.words[word].pos in ("VERB", "AUX") or _is_stray_verb(parse, word):
            clause = _verbal(annotated, word)
        else:
            clause = None
        if clause is not None:
            found.append(clause)
    return tuple(found)


def _is_stray_verb(parse: Parse, word: int) -> bool:
    """Whether the word is a verb though the tagger makes a noun of it.

    "said" always; "stipulates" in "the Act stipulates that", "opines" in "Lee opines, “…”".
    """
    if parse.lower(word) in ("said", "says", "told", "added", "tweeted", "quipped"):
        return True
    if word == 0 or word + 1 >= len(parse) or parse.words[word].pos != "NOUN" or not parse.lower(word).endswith("s"):
        return False
    if parse.lower(word + 1) == "that":
        return parse.words[word - 1].pos in ("NOUN", "PROPN")
    leads = parse.words[word + 1].text in (",", ":") and word + 2 < len(parse) and parse.words[word + 2].text in _MARKS
    return leads and parse.words[word - 1].entity in ("E-PERSON", "S-PERSON")


def _verbal(annotated: AnnotatedArticle, verb: int) -> ReportingClause | None:
    parse = annotated.parse
    likelihood = reporting_verbs().get(verb_lemma(parse, verb))
    may_be_beside = (likelihood or 0.0) < _LEAST_LIKELY or not _tells_or_shows(parse, verb)
    is_beside = may_be_beside and (stands_beside_speech(annotated, verb) or _gives_text(annotated, verb))
    if is_beside:
        likelihood = max(likelihood or 0.0, _BESIDE_SPEECH)
    if likelihood is None or _only_names(annotated, verb) or _is_noun(parse, verb):
        return None
    source = find_source(annotated, verb)
    return ReportingClause(
        pattern=Pattern.VERB,
        verb=verb,
        cue=cue_span(parse, verb, source),
        source=None if source is None else annotated.named(source),
        content=find_content(annotated, verb, source),
        likelihood=likelihood,
        is_passive=is_passive(parse, verb),
        is_beside_speech=is_beside,
    )


def _tells_or_shows(parse: Parse, verb: int) -> bool:
    """Whether the verb means speech, or that somebody else is seen and heard."""
    return is_verb_of_speech(parse, verb) or verb_lemma(parse, verb) in words("reporting/showing_verbs")


def _gives_text(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether a document "reads" words that touch the clause: "a note reading “…”", “…,” the caption read."""
    parse = annotated.parse
    source = find_source(annotated, verb) if verb_lemma(parse, verb) == "read" else None
    if source is None or "document" not in kinds_of_nouns(noun_lemma(parse, source)):
        return False
    first = min([source, *parse.children(source, "det", "amod", "compound")])
    before = first - 1 - (parse.words[first - 1].text == ",")
    after = verb + 1 + (verb + 1 < len(parse) and parse.words[verb + 1].text in (",", ":"))
    is_behind = source < verb and before >= 0 and annotated.is_marked(before)
    return is_behind or (after < len(parse) and annotated.is_marked(after))


def _is_noun(parse: Parse, verb: int) -> bool:
    """Whether the parse takes a noun for a verb: "the settlement of the salaries claim" has no verb."""
    # A parser keeps a participle that it does not know: "branded".
    is_base = parse.lower(verb) == parse.lemma(verb) and not parse.lower(verb).endswith("ed")
    is_bare = is_base and not parse.children(verb, "mark", "aux", "nsubj")
    return parse.words[verb].relation == "acl" and is_bare


def _only_names(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether the verb only gives a name: "who calls herself “Thunder”", "whom friends call “Tiny”"."""
    parse, word = annotated.parse, verb + 1
    is_reflexive = word < len(parse) and parse.lower(word).endswith(("self", "selves"))
    is_relative = any(parse.lower(before) in RELATIVE_PRONOUNS for before in range(max(0, verb - _NEAR), verb - 1))
    if not is_reflexive and not (is_relative and parse.lemma(verb) == "call"):
        return False
    following = word + is_reflexive
    marked = annotated.mark_at(parse.words[following].span.start) if following < len(parse) else None
    name = [] if marked is None else [word for word in marked.span.text.split() if word != "the"]
    return 0 < len(name) <= _LONGEST_NAME and all(word[0].isupper() for word in name)


def cue_span(parse: Parse, verb: int, source: int | None) -> Span:
    """The word, with the addressee ("told reporters") and with the "to" of "according to"."""
    if parse.lower(verb) == "according":
        return parse.span(verb, min(verb + 1, len(parse) - 1))
    if parse.lemma(verb) in ("tell", "ask"):
        hearer = parse.child(verb, "obj", "iobj")
        if hearer is not None and hearer != source and 0 < hearer - verb <= 3:
            return parse.span(verb, _end_of_name(parse, hearer))
    is_split = verb + 1 < len(parse) and parse.head(verb + 1) == verb
    is_split = is_split and parse.words[verb + 1].relation == "compound:prt"
    # "pointed out"
    return parse.span(verb, verb + is_split)


def _end_of_name(parse: Parse, word: int) -> int:
    """The last word of the name that the word begins: of "Sen. Tom Reed" and "Mayor Lena Ortiz"."""
    while word + 1 < len(parse) and parse.words[word + 1].pos == "PROPN":
        is_same = parse.words[word + 1].entity[:1] in ("I", "E") or parse.relation(word + 1) == "flat"
        if not is_same:
            break
        word += 1
    return word


def _according_to(annotated: AnnotatedArticle, word: int) -> ReportingClause | None:
    parse = annotated.parse
    following = word + 1
    if following >= len(parse) or parse.lower(following) != "to":
        return None
    source = noun_after_according(parse, word)
    if source is None:
        return None
    return ReportingClause(
        pattern=Pattern.ACCORDING_TO,
        verb=word,
        cue=cue_span(parse, word, source),
        source=annotated.named(source),
        content=sentence_without(parse, word, source),
        likelihood=1.0,
    )


def _in_the_words_of(annotated: AnnotatedArticle, word: int) -> ReportingClause | None:
    """The clause of "in the words of Lee" or "in Lee’s words"."""
    parse = annotated.parse
    source = parse.child(word, "nmod")
    if source is None or not any(parse.lower(case) == "in" for case in parse.children(word, "case")):
        return None
    return ReportingClause(
        pattern=Pattern.ACCORDING_TO,
        verb=word,
        cue=parse.span(word, word),
        source=annotated.named(source),
        content=sentence_without(parse, word, source),
        likelihood=1.0,
    )
