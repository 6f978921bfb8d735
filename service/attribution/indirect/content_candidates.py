"""The runs of words that a cue may report: what hangs on it, whole or cut, or the sentence that it was put behind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.content_spans import (
    conjunction_behind,
    content_before,
    report_end,
    sentence_without,
    trimmed,
)
from service.attribution.reporting.sources import noun_after_according
from service.attribution.vocabulary.grammar import CLAUSES, COMPLEMENTS, COMPLEMENTS_OF_NOUNS, INTERRUPTIONS
from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.parsing.trees import Parse

# What an object takes with it: "attacked the mayor for her vote".
_GO_WITH_OBJECT = ("obl", "advcl", "xcomp", "ccomp")
# Branches at whose start a report may end, for the article adds them: "…, which failed", "… and left".
_ADDED = ("appos", "advcl", "parataxis", "acl")
# Reports are shorter; more borders than these are lists.
_LONGEST, _MOST_BORDERS = 120, 8
# Words of a clause that interrupts what it reports: a name, a verb, a day.
_LONGEST_CLAUSE = 12


class Border(StrEnum):
    """How the run was cut out of the branch."""

    WHOLE = "whole"
    BEFORE_BRANCH = "before_branch"
    BEFORE_STOP = "before_stop"
    SENTENCE_END = "sentence_end"


@dataclass(frozen=True, slots=True)
class ContentCandidate:
    """A half-open run of words beside a cue.

    `frame` tells how it hangs on the cue, with its preposition or conjunction ("ccomp", "obl:about"); `head` is the
    word by which it does, None if the parse has no such word; `lead` the words before a clause that stands inside.
    """

    frame: str
    border: Border
    head: int | None
    words: tuple[int, int]
    lead: tuple[int, int] | None = None

    @property
    def relation(self) -> str:
        """The frame without prepositions and conjunctions."""
        return self.frame.partition(":")[0]


def find_content_candidates(annotated: AnnotatedArticle, cue: int, source: int) -> tuple[ContentCandidate, ...]:
    """The runs outside quotation marks that the cue may report, each once."""
    found: dict[tuple[int, int], ContentCandidate] = {}
    for content in _all(annotated, cue, source):
        run = trimmed(annotated.parse, *content.words)
        if run is None or run in found or run[0] <= cue < run[1] or run[1] - run[0] > _LONGEST:
            continue
        if not any(map(annotated.is_marked, range(*run))):
            found[run] = replace(content, words=run)
    return tuple(found.values())


def _all(annotated: AnnotatedArticle, cue: int, source: int) -> Iterator[ContentCandidate]:
    parse = annotated.parse
    if parse.lower(cue) == "according":
        # All of "the Milenio newspaper", though the name alone is the source.
        phrase = noun_after_according(parse, cue)
        run = sentence_without(parse, cue, source if phrase is None else phrase)
        if run is not None:
            yield ContentCandidate("according", Border.WHOLE, None, run, _subject_before(parse, cue, run))
        return
    is_verbal = parse.is_verbal(cue)
    before = content_before(annotated, cue, source) if is_verbal else None
    if before is not None:
        yield ContentCandidate("before", Border.WHOLE, None, before)
    around = _around(parse, cue) if is_verbal else None
    if around is not None:
        yield around
    for child in parse.children(cue, *(COMPLEMENTS if is_verbal else COMPLEMENTS_OF_NOUNS)):
        if child > cue:
            yield from _of_branch(parse, cue, child)
    if is_verbal and (apart := _clause_apart(annotated, cue, source)) is not None:
        yield apart
    for child in parse.children(cue, "nsubj"):
        if is_verbal and parse.words[child].relation == "nsubj:pass":
            yield ContentCandidate("passive", Border.WHOLE, child, _run(parse, cue, child))


def _clause_apart(annotated: AnnotatedArticle, cue: int, source: int) -> ContentCandidate | None:
    """The clause that the parse hangs on a noun before its "that": "said in a bitter tone that it works"."""
    parse = annotated.parse
    conjunction = conjunction_behind(annotated, cue) if parse.child(cue, "ccomp") is None else None
    clause = None if conjunction is None else parse.head(conjunction)
    if conjunction is None or clause is None or not cue < conjunction < clause:
        return None
    run = conjunction, report_end(parse, cue, conjunction)
    return None if source in range(*run) else ContentCandidate("ccomp", Border.SENTENCE_END, clause, run)


def _subject_before(parse: Parse, cue: int, run: tuple[int, int]) -> tuple[int, int] | None:
    """What stands before the phrase, with the subject of the words behind it: "The firm, according to Lee, will …"."""
    sentence = parse.sentence_words(parse.sentence(cue))
    is_apart = run[0] > cue and any(
        subject < cue for word in sentence if parse.head(word) is None for subject in parse.children(word, "nsubj")
    )
    return trimmed(parse, sentence.start, cue) if is_apart else None


def _around(parse: Parse, cue: int) -> ContentCandidate | None:
    """The sentence around a clause that interrupts it: "The plan, a source said, is to wait"."""
    clause, sentence = parse.subtree(cue), parse.sentence_words(parse.sentence(cue))
    first, stop = clause[0], clause[-1] + 1
    while first < cue and parse.words[first].pos == "PUNCT":
        first += 1
    while stop - 1 > cue and parse.words[stop - 1].pos == "PUNCT":
        stop -= 1
    is_inside = first - 1 in sentence and stop in sentence and len(range(first, stop)) <= _LONGEST_CLAUSE
    if not is_inside or parse.words[first - 1].text != "," or parse.words[stop].text != ",":
        return None
    lead, behind = trimmed(parse, sentence.start, first), trimmed(parse, stop, sentence.stop)
    if parse.relation(cue) not in ("parataxis", "advcl") or parse.head(cue) in range(first, stop):
        return None
    if stop + 1 in sentence and _tells_again(parse, stop + 1):
        return None
    return None if lead is None or behind is None else ContentCandidate("around", Border.WHOLE, None, behind, lead)


def _tells_again(parse: Parse, word: int) -> bool:
    """Whether here a second report begins: "The plan, she said, but she noted that …"."""
    verb = parse.head(word) if parse.words[word].pos == "CCONJ" else None
    if verb is None or not parse.children(verb, "nsubj"):
        return False
    return is_sure_cue(parse, verb)


def _of_branch(parse: Parse, cue: int, child: int) -> Iterator[ContentCandidate]:
    frame, run = _frame(parse, child), _run(parse, cue, child)
    yield ContentCandidate(frame, Border.WHOLE, child, run)
    for border in _branch_borders(parse, child, run):
        yield ContentCandidate(frame, Border.BEFORE_BRANCH, child, (run[0], border))
    longer = [run]
    if parse.relation(child) in CLAUSES:
        longer.append((run[0], report_end(parse, cue, child)))
        yield ContentCandidate(frame, Border.SENTENCE_END, child, longer[-1])
    if frame == "obj":
        for other in parse.children(cue, *_GO_WITH_OBJECT):
            if other > child:
                longer.append((run[0], max(parse.subtree(other)) + 1))
                yield ContentCandidate(f"obj:{_frame(parse, other)}", Border.WHOLE, child, longer[-1])
    stops = [
        word
        for word in range(run[0] + 2, min(max(longer)[1] - 1, run[0] + _LONGEST))
        if parse.words[word].text in INTERRUPTIONS
    ]
    for word in stops[:_MOST_BORDERS]:
        yield ContentCandidate(frame, Border.BEFORE_STOP, child, (run[0], word))


def _run(parse: Parse, cue: int, child: int) -> tuple[int, int]:
    branch = parse.subtree(child)
    return (max(branch[0], cue + 1) if child > cue else branch[0]), branch[-1] + 1


def _branch_borders(parse: Parse, child: int, run: tuple[int, int]) -> list[int]:
    """Where branches begin that may be the article's own."""
    borders = []
    for word in range(run[0] + 2, min(run[1], run[0] + _LONGEST)):
        relation = parse.relation(word)
        if word != child and (relation in _ADDED or (relation == "conj" and parse.words[word].pos == "VERB")):
            start = parse.subtree(word)[0]
            if start > run[0] + 1:
                borders.append(start)
        if len(borders) == _MOST_BORDERS:
            break
    return borders


def _frame(parse: Parse, child: int) -> str:
    """The relation, with the preposition or the conjunction: "obl:about", "advcl:if", "acl:ing"."""
    relation = parse.relation(child)
    if relation in ("obl", "nmod", "iobj"):
        return f"{relation}:{_word_of(parse, child, 'case')}"
    if relation in ("advcl", "acl"):
        return f"{relation}:{_word_of(parse, child, 'mark') or _ending(parse, child)}"
    return relation


def _word_of(parse: Parse, word: int, relation: str) -> str:
    child = parse.child(word, relation)
    return "" if child is None else parse.lower(child)


def _ending(parse: Parse, word: int) -> str:
    return "ing" if parse.lower(word).endswith("ing") else ""
