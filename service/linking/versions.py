"""What a new version of an article did to its title, and to its quotations, compared as those of two reports are."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from service.domain.articles import Article, ArticleField
from service.domain.conflicts import DiffOp
from service.domain.quotations import Affiliation, ArticleAnalysis, Attribution, Quotation
from service.domain.versions import ArticleChange, ChangeKind, Passage, VersionQuotation
from service.linking.analysis import compare
from service.linking.wording.alignment import diff
from service.linking.wording.tokens import words_of

_BEFORE, _AFTER = "before", "after"


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation of one version: its speaker by the id over both and by the name there, and its statement."""

    quotation: Quotation
    speaker_id: str | None
    speaker: str | None
    statement_id: str | None

    @property
    def passage(self) -> Passage:
        """Its words."""
        return passage_of(self.quotation)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return _key(self.quotation.text)


def passage_of(quotation: Quotation) -> Passage:
    """The words of a quotation, and where they stand."""
    return Passage(quotation.text, quotation.parts[0].start, quotation.parts[-1].end, quotation.field)


def quotations_of(analysed: ArticleAnalysis) -> tuple[VersionQuotation, ...]:
    """The quotations of speech, as a version shows them."""
    speakers = {speaker.id: speaker for speaker in analysed.speakers}

    def shown(attribution: Attribution) -> VersionQuotation:
        speaker = speakers.get(attribution.speaker_id or "")
        affiliations = dict.fromkeys(one.span.text for one in speaker.affiliations) if speaker else ()
        name = speaker.name if speaker else None
        return VersionQuotation(
            passage_of(attribution.quotation), attribution.quotation.kind, name, tuple(affiliations)
        )

    return tuple(shown(attribution) for attribution in analysed.attributions if attribution.quotation.is_speech)


def changes_between(before: ArticleAnalysis, after: ArticleAnalysis) -> tuple[ArticleChange, ...]:
    """That of the title, those in the order of the new text, then what is gone, then those of affiliations."""
    titled = changes_of_title(before.article, after.article)
    # Another reading of the same words is no change of theirs.
    changed = frozenset(
        field
        for field, is_changed in (
            (ArticleField.TITLE, bool(titled)),
            (ArticleField.TEXT, before.article.text != after.article.text),
        )
        if is_changed
    )
    return titled + _changes_within(_only(before, changed), _only(after, changed)) if changed else ()


def changes_of_title(before: Article, after: Article) -> tuple[ArticleChange, ...]:
    """The change of the title, where both versions have one: that it becomes known changes nothing."""
    old, new = before.title, after.title
    if old is None or new is None or old.split() == new.split():
        return ()
    steps = diff(words_of(old), words_of(new))
    return (ArticleChange(ChangeKind.TITLE_CHANGED, diff=steps, title_before=old, title_after=new),)


def _only(analysed: ArticleAnalysis, fields: Container[ArticleField]) -> ArticleAnalysis:
    """What stands in the text, in the title, or in both."""
    return replace(
        analysed,
        attributions=tuple(one for one in analysed.attributions if one.quotation.field in fields),
        speakers=tuple(
            replace(speaker, affiliations=tuple(one for one in speaker.affiliations if one.span.field in fields))
            for speaker in analysed.speakers
        ),
    )


def _changes_within(before: ArticleAnalysis, after: ArticleAnalysis) -> tuple[ArticleChange, ...]:
    old, new = _called(before, _BEFORE), _called(after, _AFTER)
    analysis = compare((old, new))
    statements = {id_: statement.id for statement in analysis.statements for id_ in statement.quotation_ids}
    merged_old, merged_new = (
        analysis.attributions[: len(old.attributions)],
        analysis.attributions[len(old.attributions) :],
    )
    left, right = _said(old, merged_old, statements), _said(new, merged_new, statements)
    partners = _partners(left, right)
    in_both = {one.speaker_id for one in left} & {one.speaker_id for one in right}
    return (
        *(change for one in right for change in _of_quotation(partners.get(one.quotation.id), one)),
        *(_removed(one) for one in left if one not in partners.values()),
        *(
            change
            for speaker in analysis.speakers
            if speaker.id in in_both
            for change in _of_affiliations(speaker.name, speaker.affiliations)
        ),
    )


def _called(analysed: ArticleAnalysis, name: str) -> ArticleAnalysis:
    """The version under a name of its own, without a date: however late, it is a version of the same article."""
    return ArticleAnalysis(
        replace(analysed.article, id=name, published_at=None),
        tuple(
            replace(one, quotation=replace(one.quotation, id=f"{name} {one.quotation.id}", article_id=name))
            for one in analysed.attributions
        ),
        tuple(
            replace(speaker, affiliations=tuple(replace(one, article_id=name) for one in speaker.affiliations))
            for speaker in analysed.speakers
        ),
    )


def _said(analysed: ArticleAnalysis, merged: Sequence[Attribution], statements: Mapping[str, str]) -> list[_Said]:
    names = {speaker.id: speaker.name for speaker in analysed.speakers}
    return [
        _Said(own.quotation, linked.speaker_id, names.get(own.speaker_id or ""), statements.get(own.quotation.id))
        for own, linked in zip(analysed.attributions, merged, strict=True)
        if own.quotation.is_speech
    ]


def _partners(left: Sequence[_Said], right: Sequence[_Said]) -> dict[str, _Said]:
    """Which quotation of the version before each of the new one was, by the new one's id.

    That with the same words; of the others, that which reports the same statement. Each is taken once, in order.
    """
    by_words = _taken(left, right, lambda one: one.words)
    taken = {one.quotation.id for one in by_words.values()}
    rest = [one for one in left if one.quotation.id not in taken]
    others = [one for one in right if one.quotation.id not in by_words]
    return by_words | _taken(rest, others, lambda one: one.statement_id)


def _taken(left: Iterable[_Said], right: Iterable[_Said], key: Callable[[_Said], Hashable]) -> dict[str, _Said]:
    """Those with the same key; something that is empty is the same as nothing."""
    free: dict[Hashable, list[_Said]] = defaultdict(list)
    for one in left:
        free[key(one)].append(one)
    found: dict[str, _Said] = {}
    for one in right:
        if key(one) and free[key(one)]:
            found[one.quotation.id] = free[key(one)].pop(0)
    return found


def _of_quotation(old: _Said | None, new: _Said) -> Iterator[ArticleChange]:
    if old is None:
        yield ArticleChange(ChangeKind.QUOTATION_ADDED, after=new.passage, speaker_after=new.speaker)
        return
    places = old.passage, new.passage, old.speaker, new.speaker
    steps = diff(words_of(old.quotation.text), words_of(new.quotation.text))
    if any(step.op is not DiffOp.EQUAL for step in steps):
        yield ArticleChange(ChangeKind.WORDS_CHANGED, *places, steps)
    if old.speaker_id != new.speaker_id:
        yield ArticleChange(ChangeKind.SPEAKER_CHANGED, *places)


def _removed(old: _Said) -> ArticleChange:
    return ArticleChange(ChangeKind.QUOTATION_REMOVED, before=old.passage, speaker_before=old.speaker)


def _of_affiliations(name: str, affiliations: Iterable[Affiliation]) -> Iterator[ArticleChange]:
    """What only one of the versions says, that of the one beside that of the other."""
    by_version: dict[str, dict[tuple[str, ...], Passage]] = {_BEFORE: {}, _AFTER: {}}
    for one in affiliations:
        passage = Passage(one.span.text, one.span.start, one.span.end, one.span.field)
        by_version[one.article_id].setdefault(_key(one.span.text), passage)
    before, after = by_version[_BEFORE], by_version[_AFTER]
    gone = [passage for key, passage in before.items() if key not in after]
    come = [passage for key, passage in after.items() if key not in before]
    for old, new in zip_longest(gone, come):
        yield ArticleChange(ChangeKind.AFFILIATION_CHANGED, old, new, name, name)


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(text))
