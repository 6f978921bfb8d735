"""What stands between and around quoted words and is the article's own: datelines, hours, what the speaker did."""

import re

from service.attribution.direct.quoted_passages import opens_line
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import DASHES, RELATIVE_PRONOUNS
from service.domain.articles import Span
from service.domain.quotations import MentionKind
from service.lexicon import words as lexicon_words
from service.parsing.trees import Parse

# "(Reuters)", "11:03", "May 4": no words of a report.
_NO_WORDS = re.compile(r"\([^)]*\)[ –—-]*|\d{1,2}[:.]\d\d")
# "HILLFORD, May 4 (Reuters) - ", "NEW DELHI: ", "KENFORD - 4 May 2024: ": where a report comes from, at the start of a
# paragraph.
_AGENCY = r"\([A-Z][^)\n]{1,20}\)\s*"
_PLACE_AND_DAY = r"[^\n“\"]{0,40}?"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’'-]+{_PLACE_AND_DAY}(?:{_AGENCY})?|{_PLACE_AND_DAY}{_AGENCY})(?:[—–]\s*|--?\s+|:\s+(?=[A-Z]))"
    r"(?:\d{1,2} [A-Z][a-z]+(?: \d{4})?:\s+)?"
)
# Words from "but" to the head of the name that it joins, a title among them.
_NEAR_CONJUNCTION = 4
# Words of "a televised campaign speech", its article aside.
_LONGEST_CARRIER = 4
_TO_MARK = re.compile(r",\s+(?=[“\"'‘«])")


def is_narration(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Whether the words beside quoted ones are the article's own, though the reported clause seems to hold them."""
    if _NO_WORDS.fullmatch(piece.text):
        return True
    rules = (_stands_between_dashes, _opens_another_clause, _names_the_agent, _leads_to_sentence, _names_carrier)
    return any(rule(annotated, piece) for rule in rules)


def _names_the_agent(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Of "branded “a farce” by critics", the words behind the mark."""
    parse = annotated.parse
    words = parse.within(piece.start, piece.end)
    is_led = bool(words) and parse.lower(words.start) == "by" and annotated.mark_at(piece.start - 2) is not None
    return is_led and any(word in annotated.mention_at for word in words) and not any(map(parse.is_verbal, words))


def without_dateline(annotated: AnnotatedArticle, piece: Span) -> Span:
    """The words without the place, the day and the agency that a paragraph opens with."""
    text = annotated.parse.text
    # A piece before a mark has no dash at its end any more: all of it is the dateline then.
    dateline = _DATELINE.match(text, piece.start) if opens_line(text, piece.start) else None
    start = piece.start if dateline is None else min(dateline.end(), piece.end)
    return Span(start, piece.end, text[start : piece.end])


def _stands_between_dashes(annotated: AnnotatedArticle, piece: Span) -> bool:
    """“It’ll be our”—she leaned in—“secret”: a clause of its own between quoted words."""
    parse = annotated.parse
    words = parse.within(piece.start, piece.end)
    if not words or words.start == 0 or words.stop >= len(parse):
        return False
    around = {parse.words[words.start - 1].text, parse.words[words.stop].text}
    is_clause = any(parse.is_verbal(word) and parse.children(word, "nsubj") for word in words)
    is_between = annotated.mark_at(piece.start - 2) is not None or annotated.is_marked(max(0, words.start - 2))
    return is_clause and is_between and around <= DASHES


def _opens_another_clause(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Behind a comma and the closing mark, with a subject of its own: “…,” but Lee would not; “…,” the union said no.

    Without a conjunction, before no other mark: “The day of the vote,” Lee “went home”.
    """
    parse = annotated.parse
    words = parse.within(piece.start, piece.end)
    if not words or _before_mark(parse, piece) != ",":
        return False
    if parse.words[words.start].pos != "CCONJ":
        return annotated.mark_at(piece.end + 1) is None and _is_subject(parse, words.start)
    subjects = range(words.start, words.start + _NEAR_CONJUNCTION)
    near = annotated.mentions_between(words.start, words.stop)
    return any(mention.kind is MentionKind.NAME and mention.head in subjects for mention in near)


def _is_subject(parse: Parse, word: int) -> bool:
    return parse.relation(parse.top(word)) == "nsubj" and parse.lower(word) not in RELATIVE_PRONOUNS


def _leads_to_sentence(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Of "wrote on her page, “We won”", the words before the comma that leads to a quoted sentence."""
    parse, text = annotated.parse, annotated.parse.text
    between = _TO_MARK.match(text, piece.end)
    marked = None if between is None else annotated.mark_at(between.end())
    if marked is None or not marked.span.text[:1].isupper():
        return False
    inside = parse.within(marked.span.start, marked.span.end)
    return any(map(parse.is_verbal, inside)) and parse.words[inside.start].pos != "PROPN"


def _names_carrier(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Of "called it “rigged” in a message on Monday", the words behind the mark."""
    parse = annotated.parse
    words = parse.within(piece.start, piece.end)
    if len(words) < len(("in", "a", "message")) or annotated.mark_at(piece.start - 2) is None:
        return False
    is_led = parse.lower(words.start) in ("in", "during") and parse.lower(words.start + 1) in ("a", "an")
    carriers = lexicon_words("documents/carriers")
    is_carrier = any(parse.lower(word) in carriers for word in words[2 : 2 + _LONGEST_CARRIER])
    return is_led and is_carrier and not any(map(parse.is_verbal, words))


def _before_mark(parse: Parse, piece: Span) -> str:
    """The character before the mark that stands before the piece, blanks aside."""
    end = piece.start
    while end > 0 and parse.text[end - 1].isspace():
        end -= 1
    return parse.text[max(0, end - 2) : max(0, end - 1)]
