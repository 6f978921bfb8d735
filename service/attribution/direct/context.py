"""What the evidence looks at: one run of marked words, and everybody near it who could have said them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.reporting.governance import Governance, find_governance
from service.domain.quotations import Mention, MentionKind
from service.text.marked_spans import MarkedSpan

# How far a speaker is looked for: paragraphs before the run and after it.
_PARAGRAPHS_BEFORE, _PARAGRAPHS_AFTER = 3, 1
# The candidates nearest to the run that are weighed; further ones never won in the training articles.
_MOST_CANDIDATES = 40
# Words around a run in which clauses and mentions are looked at, so that a book takes no longer a page than a page.
_WORDS_AROUND = 700


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """Marked spans that are one quotation for certain: one span, or several that paragraphs carry on."""

    marks: tuple[MarkedSpan, ...]

    @property
    def start(self) -> int:
        """Where the first span's opening mark stands."""
        return self.marks[0].outer.start

    @property
    def end(self) -> int:
        """Where the last span's closing mark ends."""
        return self.marks[-1].outer.end


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be the run's speaker, with the reporting clause that it is the subject of."""

    mention: Mention
    clause: ReportingClause | None


@dataclass(frozen=True, slots=True)
class PreviousSpeaker:
    """What was decided for an earlier run."""

    passage: QuotedPassage
    mention: Mention


def _verb(clause: ReportingClause) -> int:
    return clause.verb


class QuotationContext:
    """A run among its surroundings; `earlier` is the choice for the run before, None at the start."""

    def __init__(
        self,
        annotated: AnnotatedArticle,
        clauses: Sequence[ReportingClause],
        passage: QuotedPassage,
        earlier: PreviousSpeaker | None = None,
    ) -> None:
        self.annotated = annotated
        self.parse = annotated.parse
        self.passage = passage
        self.earlier = earlier
        words = self.parse.within(passage.start, passage.end)
        self.first, self.last = words.start, max(words.start, words.stop - 1)
        near = range(max(0, self.first - _WORDS_AROUND), min(len(self.parse), self.last + _WORDS_AROUND))
        self.n_words_near = len(near)
        self.clauses = clauses[bisect_left(clauses, near.start, key=_verb) : bisect_left(clauses, near.stop, key=_verb)]
        self._mentions = annotated.mentions_between(near.start, near.stop)

    def after(self, earlier: PreviousSpeaker | None) -> "QuotationContext":
        """The same run, where somebody else may have spoken before; what was found out of the run is shared."""
        if earlier == self.earlier:
            return self
        other = copy(self)
        other.earlier = earlier
        return other

    @property
    def last_speaker(self) -> Mention | None:
        """Who spoke before."""
        return None if self.earlier is None else self.earlier.mention

    @cached_property
    def is_behind_colon(self) -> bool:
        """Whether a colon opens the run."""
        return self.first > 0 and self.parse.words[self.first - 1].text[-1] == ":"

    @cached_property
    def governance(self) -> Governance | None:
        """What the reporting clauses say of the run."""
        return find_governance(self.annotated, self.clauses, self.parse.within(self.passage.start, self.passage.end))

    @cached_property
    def words_inside(self) -> tuple[int, ...]:
        """The words of the first marked span, punctuation left out."""
        span = self.passage.marks[0].span
        return tuple(word for word in self.parse.within(span.start, span.end) if self.parse.words[word].pos != "PUNCT")

    @cached_property
    def first_paragraph(self) -> int:
        """The paragraph in which the run begins."""
        return self.passage.marks[0].paragraph

    @cached_property
    def last_paragraph(self) -> int:
        """The paragraph in which the run ends."""
        return self.passage.marks[-1].paragraph

    @cached_property
    def sentences(self) -> range:
        """The sentences that hold a part of the run."""
        return range(self.parse.sentence(self.first), self.parse.sentence(self.last) + 1)

    def paragraphs_off(self, mention: Mention) -> int:
        """Paragraphs between the mention and the run: negative before it, 0 inside its paragraphs."""
        paragraph = self.parse.sentences[mention.sentence].paragraph
        if paragraph < self.first_paragraph:
            return paragraph - self.first_paragraph
        return max(0, paragraph - self.last_paragraph)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The mentions near the run and outside all marks, each with the clause nearest to the run.

        Whoever is mentioned in what is reported with the run is none (but see `_is_reported`), except the source of its
        clause, and where nobody else is left.
        """
        nearest: dict[int, ReportingClause] = {}
        for clause in self.clauses:
            if clause.source is not None:
                best = nearest.get(clause.source)
                if best is None or self._closeness(clause) < self._closeness(best):
                    nearest[clause.source] = clause
        paragraphs = range(self.first_paragraph - _PARAGRAPHS_BEFORE, self.last_paragraph + _PARAGRAPHS_AFTER + 1)
        near = [
            mention
            for mention in self._mentions
            if self.annotated.parse.sentences[mention.sentence].paragraph in paragraphs
            and not self.annotated.is_marked(mention.head)
            # A title or an apposition is no candidate of its own: the name that it describes is.
            and (mention.entity == "PERSON" or mention.head not in self.annotated.bearer_at)
            and (mention.head in nearest or not self._is_detail(mention))
        ]
        governor = None if self.governance is None else self.governance.source
        near = [each for each in near if each.head == governor or not self._is_reported(each)] or near
        near.sort(key=lambda mention: self.word_distance(mention.head))
        return tuple(
            Candidate(mention, self._clause_of(mention, nearest))
            for mention in sorted(near[:_MOST_CANDIDATES], key=lambda mention: mention.head)
        )

    @cached_property
    def candidate_words(self) -> tuple[int, ...]:
        """The head words of the candidates, in order."""
        return tuple(candidate.mention.head for candidate in self.candidates)

    @cached_property
    def last_clause(self) -> ReportingClause | None:
        """The last clause before the run that names who speaks."""
        before = self.clauses[: bisect_left(self.clauses, self.first, key=_verb)]
        return next((clause for clause in reversed(before) if clause.source is not None), None)

    @cached_property
    def next_clause(self) -> ReportingClause | None:
        """The first clause after the run that names who speaks."""
        after = self.clauses[bisect_right(self.clauses, self.last, key=_verb) :]
        return next((clause for clause in after if clause.source is not None), None)

    @cached_property
    def reported_words(self) -> frozenset[int]:
        """The head words of candidates inside what somebody else is reported to say."""
        heads = self.candidate_words
        found: set[int] = set()
        for clause in self.clauses:
            if clause.content is not None:
                start, stop = (bisect_left(heads, border) for border in clause.content)
                found.update(head for head in heads[start:stop] if head != clause.source)
        return frozenset(found)

    def _is_reported(self, mention: Mention) -> bool:
        """Whether the run's speaker mentions this one, too: the mayor, in “the mayor's plan was “dead”, Lee said”.

        "It" stays: without it, a bare “It is “dead”.” would seem to go on with whoever spoke before. So does everybody
        where a colon leads to the run: in "the court heard that Lee texted: “No.”" the words are Lee's.
        """
        if mention.name == "it" or self.is_behind_colon:
            return False
        return self.annotated.is_reported_with(mention.head, range(self.first, self.last + 1))

    def _is_detail(self, mention: Mention) -> bool:
        """Whether the name only tells where somebody described belongs: "a bean grower from Kent"."""
        if mention.entity not in ("LOC", "NORP", "ORG") or self.parse.words[mention.head].relation == "nmod:poss":
            return False
        head = self.parse.head(mention.head)
        owner = None if head is None else self.annotated.mention_at.get(head)
        return owner is not None and owner.kind is MentionKind.DESCRIPTION and owner.span.contains(mention.span)

    def _clause_of(self, mention: Mention, nearest: dict[int, ReportingClause]) -> ReportingClause | None:
        if mention.head in nearest:
            return nearest[mention.head]
        # "President Vladimir Putin said": a name hangs on its title.
        inside = self.parse.within(mention.span.start, mention.span.end)
        sources = {word for word in inside if word in nearest}
        head = self.parse.head(mention.head)
        hangs_on_title = bool(mention.entity) and self.parse.relation(mention.head) in ("flat", "compound", "appos")
        if head is not None and hangs_on_title and head in nearest:
            sources.add(head)
        return next((clause for source, clause in nearest.items() if source in sources), None) if sources else None

    def word_distance(self, word: int) -> int:
        """Words between the run and this one; 0 where it touches the run or stands inside."""
        if word < self.first:
            return self.first - word - 1
        return max(0, word - self.last - 1)

    def _closeness(self, clause: ReportingClause) -> tuple[bool, int]:
        """Of two clauses of one speaker the one that reports the run is closer, then the nearer one."""
        return (not self.is_reported_by(clause), self.clause_distance(clause))

    def is_reported_by(self, clause: ReportingClause) -> bool:
        """Whether the words that the clause reports hold a part of the run."""
        return clause.content is not None and clause.content[0] <= self.last and self.first < clause.content[1]

    def clause_distance(self, clause: ReportingClause) -> int:
        """Words between the run and the nearer of the clause's verb and speaker."""
        ends = [clause.verb] if clause.source is None else [clause.verb, clause.source]
        return min(self.word_distance(word) for word in ends)

    def is_before(self, word: int) -> bool:
        """Whether the word stands before the run."""
        return word < self.first
