"""Words that the article's own "I" or "we" says: who that is, no article tells, and nobody else is named for it."""

import re

from service.attribution.direct.context import Candidate, QuotationContext, QuotedPassage
from service.attribution.utterance_borders import sentence_between
from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse

# Nobody whom a name can stand for says them either: “It works,” those asked said.
_NARRATORS = frozenset(("i", "we", "you", "those"))
# In an interview, or where somebody reports them, they are that one: "Lee said I said “no”".
_OWN = frozenset(("i", "we"))
# A few words that open a paragraph and end with a colon, with no mark behind it.
_LABELLED = re.compile(r"[^\n:.?!“”\"]{1,60}:(?=\s[^\s“‘\"'])")
# How what is said hangs on the verb that reports it, also where the parse takes the report for the main clause.
_REPORTED = ("ccomp", "parataxis")


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
    is_own = parse.lower(source) in _OWN
    if is_own and (_is_in_turn(quotation, source) or _is_reported(parse, governance.clause.verb)):
        return None
    span, sentence = parse.span(source, source), parse.sentence(source)
    mention = Mention(span=span, kind=MentionKind.PRONOUN, name=span.text, entity="", sentence=sentence, head=source)
    return Candidate(mention, governance.clause)


def _is_in_turn(quotation: QuotationContext, word: int) -> bool:
    """Whether the paragraph of the word begins with who speaks in it: "Lee: I said “no”"."""
    parse, text = quotation.parse, quotation.parse.text
    end = parse.words[word].span.end
    found = _LABELLED.match(text, text.rfind("\n", 0, end) + 1, end)
    named = () if found is None else parse.within(found.start(), found.end())
    if any(parse.is_verbal(each) and parse.lemma(each) != "read" for each in named):
        return False
    return any(each in quotation.annotated.mention_at for each in named)


def _is_reported(parse: Parse, verb: int) -> bool:
    """Whether somebody else reports what the "I" of the verb says: Lee said I said “no”."""
    above = parse.head(verb)
    while above is not None:
        subject = parse.child(above, "nsubj")
        is_report = parse.relation(verb) in _REPORTED and is_sure_cue(parse, above)
        if is_report and subject is not None and parse.lower(subject) not in _OWN:
            return True
        verb, above = above, parse.head(above)
    return False
