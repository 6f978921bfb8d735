"""Whose words a clause passes on, and through whom: "the Gazette quoted Lee as saying", "Reuters said, citing Lee"."""

from collections.abc import Mapping, Sequence

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.reporting.noun_cues import top_of
from service.attribution.reporting.reported_as import forbids
from service.attribution.reporting.source_mentions import mention_of
from service.attribution.vocabulary.nouns import is_role_noun, kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import HEARD, verb_lemma
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse

# Verbs whose object speaks, in the words of their subject.
_QUOTING = frozenset(("quote", "paraphrase"))
_CITING = _QUOTING | {"cite"}
# How "as saying" hangs on "quoted", and "citing Lee" on "said" or on who said it.
_BELOW_QUOTED = ("advcl", "xcomp", "ccomp", "obl", "dep")
# How a report hangs on the verb that reports it, and "tell" on "used to".
_REPORTED = ("ccomp", "xcomp", "advcl")
_LONGEST_OPENING = 8  # words from "that" to the quoted part of its clause
_BESIDE = ("advcl", "acl", "ccomp", "xcomp", "parataxis", "conj", "dep")


def quoted_source(
    annotated: AnnotatedArticle, clause: ReportingClause, first: int | None = None
) -> tuple[int | None, tuple[int, ...]]:
    """The head word of whose words the clause reports, None if it names nobody, and of those who relay them.

    `first` is the first of the quoted words, where they stand between marks.
    """
    parse = annotated.parse
    second = None if first is None else second_subject(annotated, clause.verb, first)
    if second is not None:
        return second, ()
    quoting = _quoting_verb(parse, clause.verb)
    if quoting is not None:
        # A parse may make a clause of "witness Ann Lee".
        quoted = parse.child(quoting, "obj", "iobj", "xcomp")
        if quoted is not None and not annotated.is_marked(quoted):
            return annotated.named(quoted), _subject(parse, quoting)
        if any(parse.words[child].relation in ("aux:pass", "nsubj:pass") for child in parse.children(quoting)):
            return clause.source, tuple(_agents(parse, quoting))
    cited = None if clause.source is None else _cited(annotated, clause.verb, clause.source)
    if clause.source is None or cited is None:
        return clause.source, ()
    return annotated.named(cited), (clause.source,)


def outside_report(
    annotated: AnnotatedArticle, chain: Sequence[ReportingClause], quoted: range
) -> tuple[ReportingClause, ...]:
    """Of the clauses above the quoted words those that are not reported with them; all where that leaves none.

    In "Lee said the mayor sees a chance to end “the gloom”" what the mayor sees is Lee's to say. A clause that the
    words hang on at once is about them, though somebody passes it on: "Lee said the mayor spoke of “gloom”". What
    somebody shall not do is no clause of theirs.
    """
    if len(chain) > 1 and forbids(annotated.parse, chain[0].verb, chain[1].verb, quoted.start):
        chain = chain[1:]
    reported = [clause for clause in chain if annotated.is_reported_with(clause.verb, quoted)]
    if not reported:
        return tuple(chain)
    sentence = annotated.parse.sentence_words(annotated.parse.sentence(quoted.start))
    above = annotated.parse.head(top_of(annotated.parse, range(quoted.start, min(quoted.stop, sentence.stop))))
    return tuple(clause for clause in chain if clause not in reported or clause.verb == above) or tuple(chain)


def passed_on_by(annotated: AnnotatedArticle, by_verb: Mapping[int, ReportingClause], verb: int) -> int | None:
    """The report that lacks its words, within the report of the verb behind those: “…,” Lee said Reed used to say."""
    parse = annotated.parse
    above: int | None = verb
    while above is not None:
        below = (child for child in parse.children(above, *_REPORTED) if child > above and _is_bare(parse, child))
        above = next((child for child in below if not annotated.is_marked(child)), None)
        clause = None if above is None else by_verb.get(above)
        is_open = clause is not None and clause.content is None and clause.source not in (None, by_verb[verb].source)
        if is_open and above is not None and verb_lemma(parse, above) in HEARD | {"say"}:
            return above
    return None


def second_subject(annotated: AnnotatedArticle, verb: int, first: int) -> int | None:
    """Who stands before words that a verb reports for two: "Lee spoke of “a gift”, and Ray of “a trap”"."""
    parse, last = annotated.parse, _conjunction_of_second(annotated, verb, first)
    if last is None:
        return None
    last -= 1 + (parse.words[last - 1].text == ",")
    name = annotated.mention_at.get(annotated.named(last))
    if name is None or annotated.is_marked(last) or not _may_be_second(parse, name, last):
        return None
    words_of_name = name.name_words or parse.within(name.span.start, name.span.end)
    opening = min([words_of_name.start, *(described.start for described in name.described_by)])
    between = [word for word in range(verb + 1, opening) if not annotated.is_marked(word)]
    # "called it “a gift”, and accused Ray of “a trap”" has two verbs.
    joins = any(parse.words[word].text in (";", ",", "and", "but") for word in between[-3:])
    words_before = [word for word in range(verb + 1, opening) if annotated.is_marked(word)]
    has_words = bool(words_before) and not any(map(parse.is_verbal, range(words_before[-1] + 1, opening)))
    return name.head if joins and has_words and not parse.children(parse.top(name.head), "case") else None


def _may_be_second(parse: Parse, mention: Mention, last: int) -> bool:
    """Whether it is a person, or somebody described with "the", and ends with the word: "the union of “a trap”"."""
    if mention.kind is not MentionKind.DESCRIPTION:
        return mention.entity == "PERSON" and mention.name_words.stop == last + 1
    inside = parse.within(mention.span.start, mention.span.end)
    is_known = bool(kinds_of_nouns(noun_lemma(parse, mention.head)) - {"document"})
    return is_known and parse.lower(inside.start) == "the" and inside.stop == last + 1


def _conjunction_of_second(annotated: AnnotatedArticle, verb: int, first: int) -> int | None:
    """The word that leads to the second's words: "of", "as" or "for" right before them, or "that" of their clause."""
    parse, last = annotated.parse, first - 1
    if verb < last - 1 and parse.lower(last) in ("of", "as", "for"):
        return last
    for word in range(last, max(verb + 1, last - _LONGEST_OPENING), -1):
        if annotated.is_marked(word) or parse.words[word].text in (",", ";", ":"):
            return None
        if parse.lower(word) == "that" and parse.relation(word) == "mark":
            return word
    return None


def _is_bare(parse: Parse, clause: int) -> bool:
    """Whether nothing but "that" or "to" opens the clause."""
    return all(parse.lower(mark) in ("that", "to") for mark in parse.children(clause, "mark"))


def _quoting_verb(parse: Parse, verb: int) -> int | None:
    """The "quoted" of "quoted Lee as saying", by either of its verbs."""
    if parse.lemma(verb) in _QUOTING:
        return verb if any(_opens_with_as(parse, child) for child in parse.children(verb, *_BELOW_QUOTED)) else None
    head = parse.head(verb)
    is_below = head is not None and parse.lemma(head) in _CITING and parse.relation(verb) in _BELOW_QUOTED
    return head if is_below and _opens_with_as(parse, verb) else None


def _opens_with_as(parse: Parse, word: int) -> bool:
    return any(parse.lower(child) == "as" for child in parse.children(word, "mark", "case"))


def _subject(parse: Parse, verb: int) -> tuple[int, ...]:
    return tuple(parse.children(verb, "nsubj"))[:1]


def _agents(parse: Parse, verb: int) -> list[int]:
    """Who quoted somebody that "was quoted": "by the Gazette", "in the Gazette"."""
    return [
        child
        for child in parse.children(verb, "obl")
        if any(parse.lower(case) in ("by", "in") for case in parse.children(child, "case"))
    ]


def _is_person(annotated: AnnotatedArticle, source: int) -> bool:
    mention = mention_of(annotated, source)
    if mention is None or mention.kind is MentionKind.NAME:
        return mention is not None and mention.entity == "PERSON"
    return mention.kind is MentionKind.PRONOUN or is_role_noun(annotated.parse, mention.head)


def _cited(annotated: AnnotatedArticle, verb: int, source: int) -> int | None:
    """Whom the speaker quotes: "Reed said, quoting Churchill", "Reuters, citing the mayor, said".

    A person who cites somebody gives a reason in words of his own: only what cannot speak for itself relays by citing.
    """
    parse = annotated.parse
    is_person = _is_person(annotated, source)
    for above in (verb, source):
        for word in parse.children(above, *_BESIDE):
            if not parse.lower(word).endswith("ing") or annotated.is_marked(word):
                continue
            if parse.lemma(word) in _QUOTING or (parse.lemma(word) == "cite" and not is_person):
                cited = parse.child(word, "obj", "iobj")
                if cited is not None and mention_of(annotated, annotated.named(cited)) is not None:
                    return cited
    return None
