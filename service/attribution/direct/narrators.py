"""Words that the article's own "I" or "we" says: who that is, no article tells, and nobody else is named for it."""

from service.attribution.direct.context import Candidate, QuotationContext, QuotedPassage
from service.attribution.utterance_borders import sentence_between
from service.domain.quotations import Mention, MentionKind

# Nobody whom a name can stand for says them either: “It works,” those asked said.
_NARRATORS = frozenset(("i", "we", "you", "those"))


class Narrator:
    """Whoever writes the article, and says words in it now and then."""

    def __init__(self) -> None:
        self._last: tuple[QuotedPassage, Candidate] | None = None

    def says(self, quotation: QuotationContext) -> Candidate | None:
        """The "I" that says these words, None where somebody else does; passages are asked for in order."""
        found = _governing(quotation) or self._going_on(quotation)
        self._last = None if found is None else (quotation.passage, found)
        return found

    def _going_on(self, quotation: QuotationContext) -> Candidate | None:
        """The same one right behind: “Why?” I asked. “Who knows?”"""
        if self._last is None or quotation.governance is not None:
            return None
        passage, said = self._last
        is_near = passage.marks[-1].paragraph == quotation.first_paragraph
        # The sentence of the "I" is the one that reports the words.
        is_apart = sentence_between(quotation.annotated, passage.end, quotation.passage.start, (said.mention.head,))
        return said if is_near and not is_apart else None


def _governing(quotation: QuotationContext) -> Candidate | None:
    governance, parse = quotation.governance, quotation.parse
    source = None if governance is None else governance.source
    if governance is None or source is None or parse.lower(source) not in _NARRATORS:
        return None
    span, sentence = parse.span(source, source), parse.sentence(source)
    mention = Mention(span=span, kind=MentionKind.PRONOUN, name=span.text, entity="", sentence=sentence, head=source)
    return Candidate(mention, governance.clause)
