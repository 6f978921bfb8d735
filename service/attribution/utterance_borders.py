"""Whether marked words go on with what was said before them, or are something else by the same speaker."""

from collections.abc import Iterable

from service.attribution.document import AnnotatedArticle
from service.domain.articles import Span

# Marks and blanks around what stands between two passages.
_EDGES = " \n\t\"'“”„‟‘’‚‛«»‹›「」"
_UNFINISHED = (",", "—", "–", "-")


def goes_on(text: str, before: Span, after: Span, cues: tuple[Span, ...]) -> bool:
    """Whether two marked passages of one speaker are one utterance; `cues` are those of their reporting clauses.

    “We won,” she said, “by far.” is interrupted by its clause, after which a comma or a full stop stands. Words that
    lead into the second passage begin another: “We won,” she said, calling him “a thief”. So does each of the fragments
    that a reporter strings together: “a thief,” “a liar” and, in the end, “a fool”.
    """
    between = text[before.end : after.start].strip(_EDGES)
    is_unfinished = before.text.rstrip().endswith(_UNFINISHED)
    if not any(letter.isalnum() for letter in between):
        return not (is_unfinished and after.text[:1].islower())
    if between[-1].isalnum():
        return False
    is_interrupted = any(before.end <= cue.start < after.start for cue in cues)
    # Where no clause is found, a new sentence shows that one ended before it.
    return is_interrupted or (is_unfinished and after.text[:1].isupper())


def sentence_between(annotated: AnnotatedArticle, end: int, start: int, verbs: Iterable[int]) -> bool:
    """Whether another sentence begins between marked words that end and marked words that start at these offsets.

    As in “We won,” said Lee. He laughed. “By far.” The sentences of the verbs, which report the words, are no others.
    """
    parse = annotated.parse
    last, following = parse.at(end - 1), parse.at(start)
    if last is None or following is None:
        return False
    # After “Why?” a parse may begin a sentence with the clause.
    first = max(parse.sentence(word) for word in (last, *(verb for verb in verbs if last < verb < following)))
    sentences = range(first + 1, parse.sentence(following) + 1)
    return any(not annotated.is_marked(parse.sentence_starts[sentence]) for sentence in sentences)
