"""The reporting clauses that govern quoted words: read from the clause and its voice, not from the sentence.

The innermost clause tells whose words they are; the clauses above it only relay them: "Police said Lee told them: “…”".
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import Pattern, ReportingClause
from service.attribution.reporting.coordination import is_closed_off, shares_auxiliary, verb_above_report
from service.attribution.reporting.noun_cues import nouns_above, top_of
from service.attribution.reporting.relays import outside_report, passed_on_by, quoted_source, second_subject
from service.attribution.reporting.reported_as import denies, is_yet_to_speak, reported_as
from service.attribution.reporting.verbs_behind_speech import may_report_before, may_stand_before_cue, word_behind
from service.attribution.vocabulary.reporting_verbs import SURE_CUE, is_verb_of_speech, reporting_verbs, verb_lemma
from service.domain.quotations import ReportedAs
from service.parsing.trees import Parse

# How words hang on the verb that reports them.
_COMPLEMENTS = ("ccomp", "xcomp", "parataxis", "obj", "iobj", "dep", "appos", "discourse", "acl")
# Prepositions of "described as “…”", "accused of “…”"; after others stand places and times.
_CASES = ("as", "of", "to", "about", "for")
# Words between a quotation's closing mark and the verb behind it, the speaker's description among them; and between a
# verb and the colon that it leads.
_FARTHEST_VERB, _FARTHEST_COLON = 25, 12
# Words of a place or a time between a verb and the comma before an opening mark, and what is none.
_LONGEST_PLACE, _NO_PLACE = 6, ("PUNCT", "AUX", "SCONJ", "CCONJ")
# Less likely cues have too many other meanings ("read", "post").
_LEAST_LIKELY = 0.3
_COMMAS = frozenset((",", "?", "!", "—", "–", "-", "…"))


@dataclass(frozen=True, slots=True)
class Governance:
    """What the reporting clauses say of quoted words.

    `clause` is the innermost one; `source` the head word of whose words they are, None if it names nobody; `relays`
    are the head words of those who pass them on, the nearest first. `contradicts` where the source denies the words;
    `is_aside` in "what he called “…”" and "in his words".
    """

    clause: ReportingClause
    source: int | None
    relays: tuple[int, ...]
    reported_as: ReportedAs
    contradicts: bool
    is_aside: bool

    @property
    def names_nobody(self) -> bool:
        """Whether the clause leaves out who speaks: "Lee was told: “…”"."""
        return self.source is None and self.clause.is_passive

    @property
    def is_unsaid(self) -> bool:
        """Whether the article says that the words were not spoken, or asks if they were."""
        return self.reported_as in (ReportedAs.DENIED, ReportedAs.ASKED) and not self.contradicts


def find_governance(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], quoted: range
) -> Governance | None:
    """What the clauses say of these quoted words; None if none that governs them is about speech."""
    in_front = _in_sentence(annotated, clauses, quoted.start).values()
    shared = next((each for each in in_front if second_subject(annotated, each.verb, quoted.start) is not None), None)
    found = governing_clauses(annotated, clauses, quoted) if shared is None else (shared,)
    chain = outside_report(annotated, found, quoted)
    if chain and not _tells_of_speech(annotated.parse, chain[0]):
        chain = tuple(clause for clause in chain if clause.pattern is Pattern.ACCORDING_TO)
    if not chain or not _tells_of_speech(annotated.parse, chain[0]):
        return None
    if _borrows_from_report(annotated.parse, chain[0].verb):
        return None
    return _governance(annotated, chain, quoted)


def governance_by(annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], cue: int) -> Governance | None:
    """The same for words that this cue reports without marks; None if the cue is not a verb."""
    by_verb = _in_sentence(annotated, clauses, cue)
    if cue not in by_verb:
        return None
    above = [by_verb[verb] for verb in _above(annotated.parse, by_verb, cue)]
    outer = [clause for clause in by_verb.values() if _accords(annotated.parse, clause, range(cue, cue + 1), above)]
    return _governance(annotated, [by_verb[cue], *above, *outer])


def _borrows_from_report(parse: Parse, verb: int) -> bool:
    """Whether the verb may go on with the report or with the reporting: "Lee said Ortiz lied, and called her …"."""
    head = parse.head(verb)
    if head is None or parse.relation(verb) != "conj" or parse.child(verb, "nsubj") is not None:
        return False
    if verb_above_report(parse, verb) is not None or shares_auxiliary(parse, head, verb):
        return False
    return parse.relation(head) in ("ccomp", "parataxis") and verb_lemma(parse, head) not in reporting_verbs()


def _tells_of_speech(parse: Parse, clause: ReportingClause) -> bool:
    """Whether the clause reports speech or a judgement, and not what is expected, remembered or shown."""
    if clause.pattern is not Pattern.VERB or clause.is_beside_speech:
        return True
    return is_verb_of_speech(parse, clause.verb) and clause.likelihood >= _LEAST_LIKELY


def _governance(
    annotated: AnnotatedArticle, chain: Sequence[ReportingClause], quoted: range | None = None
) -> Governance:
    inner = chain[0]
    source, relays = quoted_source(annotated, inner, None if quoted is None else quoted.start)
    above = (clause.source for clause in chain[1:] if clause.source is not None and clause.likelihood >= SURE_CUE)
    through = tuple(word for word in dict.fromkeys((*relays, *above)) if word != source)
    parse, verb = annotated.parse, inner.verb
    head = parse.head(verb)
    is_aside = inner.pattern is Pattern.ACCORDING_TO or (head is not None and parse.lower(head) == "what")
    return Governance(inner, source, through, reported_as(annotated, verb), denies(parse, verb), is_aside)


def _in_sentence(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], word: int
) -> dict[int, ReportingClause]:
    sentence = annotated.parse.sentence_words(annotated.parse.sentence(word))
    first, stop = (bisect_left(clauses, end, key=_verb) for end in (sentence.start, sentence.stop))
    return {clause.verb: clause for clause in clauses[first:stop]}


def _verb(clause: ReportingClause) -> int:
    return clause.verb


def governing_clauses(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], quoted: range
) -> tuple[ReportingClause, ...]:
    """The clauses that report the quoted words, the innermost first."""
    parse = annotated.parse
    sentence = parse.sentence_words(parse.sentence(quoted.start))
    # Words of several sentences hang on the verb above the first, or have theirs behind the last.
    opening = range(quoted.start, min(quoted.stop, sentence.stop))
    in_last = _in_sentence(annotated, clauses, word_behind(annotated, quoted))
    by_verb = _in_sentence(annotated, clauses, quoted.start) | nouns_above(annotated, opening) | in_last
    leading = _right_before(annotated, by_verb, quoted.start, sentence)
    following = _put_behind(annotated, in_last, quoted)
    if leading is not None and following is None:
        found = [leading, *_above(parse, by_verb, leading)]
    else:
        found = _above(parse, by_verb, top_of(parse, opening), quoted)
        if following is not None:
            found = [verb for verb in found if not is_closed_off(annotated, verb, quoted.start)]
        if following is not None and following not in found:
            is_inner = not any(verb < quoted.start for verb in found)
            found.insert(0 if is_inner else len(found), following)
        if found and found[0] >= quoted.stop and (inner := passed_on_by(annotated, by_verb, found[0])) is not None:
            found.insert(0, inner)
    named = [by_verb[verb] for verb in found if not _is_reported(parse, by_verb[verb], following)]
    if len(named) > 1 and is_yet_to_speak(parse, named[0].verb, named[1].verb) and named[1].likelihood >= SURE_CUE:
        named = named[1:]
    for clause in by_verb.values():
        if _accords(parse, clause, opening, named):
            # "Haaretz revealed that, according to the ministry, “…”": between verb and words it is the inner one.
            between = range(named[0].verb if named else clause.verb, min(clause.verb, quoted.start))
            is_inner = any(parse.lower(word) == "that" for word in between)
            named.insert(0 if is_inner else len(named), clause)
    return tuple(named)


def _is_reported(parse: Parse, clause: ReportingClause, behind: int | None) -> bool:
    """Whether what may be no cue is reported by the verb behind the words: "it highlights “a need”, Lee said"."""
    return clause.likelihood < SURE_CUE and any(above == behind for above in parse.ancestors(clause.verb))


def _right_before(
    annotated: AnnotatedArticle, by_verb: dict[int, ReportingClause], first: int, sentence: range
) -> int | None:
    """The verb that the words follow at once, or behind a colon: "Lee said, “…”", "Lee said on Monday: “…”"."""
    has_comma = first - 1 in sentence and annotated.parse.words[first - 1].text == ","
    last = first - 1 - has_comma
    if last in by_verb and not annotated.is_marked(last):
        return last
    is_behind_colon = first - 1 in sentence and annotated.parse.words[first - 1].text == ":"
    # "Lee wrote on the platform, “…”": a capital tells that words of a sentence of their own follow.
    opens = has_comma and annotated.parse.words[min(first + 1, sentence.stop - 1)].text[:1].isupper()
    farthest = _FARTHEST_COLON if is_behind_colon else _LONGEST_PLACE * opens
    for word in range(first - 2, max(sentence.start, first - farthest) - 1, -1):
        if annotated.is_marked(word) or (opens and annotated.parse.words[word].pos in _NO_PLACE):
            return None
        if word in by_verb and by_verb[word].pattern is not Pattern.ACCORDING_TO:
            clause = by_verb[word]
            return word if is_behind_colon or (clause.likelihood >= SURE_CUE and clause.source is not None) else None
    return None


def _above(parse: Parse, by_verb: dict[int, ReportingClause], word: int, quoted: range = range(0)) -> list[int]:
    """The reporting verbs up the parse that the word is a content of, directly or through other clauses."""
    found: list[int] = []
    below = word
    for head in parse.ancestors(word):
        if head in by_verb and head not in quoted and _is_complement(parse, below, quoted):
            found.append(head)
        below = head
    return found


def _is_complement(parse: Parse, word: int, quoted: range) -> bool:
    relation = parse.relation(word)
    cases = [parse.lower(child) for child in parse.children(word, "case", "mark")]
    if relation == "obl":
        return not cases or cases[0] in _CASES
    if relation == "advcl":
        # A parse that makes an adverbial clause of “We won,” she said; or "described as “dead”".
        return word in quoted or "as" in cases
    return relation in _COMPLEMENTS


def _put_behind(annotated: AnnotatedArticle, by_verb: dict[int, ReportingClause], quoted: range) -> int | None:
    """The verb of a clause put behind the words, in the sentence of the last: “…,” the mayor said."""
    parse = annotated.parse
    word, last = quoted.stop, quoted.stop - 1
    sentence = parse.sentence_words(parse.sentence(word_behind(annotated, quoted)))
    has_comma = any(parse.words[end].text in _COMMAS for end in range(max(quoted.start, last - 1), last + 1))
    while word in sentence and parse.words[word].text in _COMMAS:
        has_comma, word = True, word + 1
    if not has_comma or (word in sentence and parse.words[word].pos == "CCONJ"):
        return None
    for verb in range(word, min(word + _FARTHEST_VERB, sentence.stop)):
        if annotated.is_marked(verb):
            return None
        if verb in by_verb:
            clause = by_verb[verb]
            is_behind = clause.pattern is Pattern.VERB and clause.source is not None
            return verb if is_behind and may_report_before(annotated, verb, quoted) else None
        if parse.words[verb].pos == "VERB" and not may_stand_before_cue(parse, verb):
            return None
    return None


def _accords(parse: Parse, clause: ReportingClause, quoted: range, governing: Sequence[ReportingClause]) -> bool:
    """Whether "according to" tells the source of these words, and not of another clause in the sentence."""
    if clause.pattern is not Pattern.ACCORDING_TO or clause.source is None or clause in governing:
        return False
    top = top_of(parse, quoted)
    holding = {top, *parse.ancestors(top), *(verb.verb for verb in governing)}
    word: int | None = clause.source
    while word is not None and parse.relation(word) in ("obl", "nmod", "obj", "flat", "advcl", "dep"):
        word = parse.head(word)
        if word in holding:
            return True
    return word in holding
