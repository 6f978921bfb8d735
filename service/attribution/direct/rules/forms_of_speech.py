"""Forms that make speech of quoted words, however short: “Yes,” she said; and labels, which name who speaks.

"Lee: “…”" in a transcript, "Mayor: drivers must ‘go round it’" or "“…”: Lee" in a heading.
"""

import re

from service.attribution.direct.context import Candidate, QuotationContext
from service.attribution.direct.quoted_passages import opens_line
from service.attribution.direct.rules.titles import are_many
from service.attribution.reporting.clauses import Pattern
from service.attribution.reporting.governance import Governance
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import SURE_CUE, verb_lemma
from service.domain.articles import Span
from service.lexicon import words
from service.parsing.trees import Parse

_CLOCK = r"\s*(?:\d{1,2}[:.]\d\d\s+)?"
_IN_FRONT = re.compile(rf"{_CLOCK}(?P<label>[^:“”\"‘!?\n]{{2,70}}):\s*")
_BEFORE_OTHER_WORDS = re.compile(rf"{_CLOCK}(?P<label>[^:“”\"‘!?\n]{{2,50}}):\s+[^:\n]*")
_BEHIND = re.compile(r":\s+(?P<label>[^\n]+)")
_SIGNED = re.compile(r"\s*(?:[―—–]|--?)\s*(?P<label>[A-Z][^\n]{2,80})")
_AT_END = re.compile(r"[^:\n]*:\s+(?P<label>[A-Z][^\s:]*(?:\s+[A-Z][^\s:]*){0,3})")
_LONGEST_HEADING = 16
# Characters of a line that may be a heading: a line may be the whole text, and each passage in it asks.
_LONGEST_LINE = 500
# Verbs of "called “a ruin” by the mayor".
_CALLING = words("reporting/judging_verbs") | {
    "brand",
    "call",
    "characterise",
    "characterize",
    "describe",
    "label",
    "term",
}
# What somebody's gesture is of: "Lee shook her head".
_OWN = frozenset(("his", "her", "their"))
# Words from the closing mark to the clause: its article and a title may stand between.
_NEAR = 4


def is_answer(context: QuotationContext, governance: Governance | None) -> bool:
    """Whether the words open their sentence, and a sure reporting clause follows their comma: “Yes,” she said."""
    if governance is None or governance.clause.likelihood < SURE_CUE or governance.source is None:
        return False
    opens = context.first - 1 <= context.parse.sentence_starts[context.sentences[0]]
    closes = context.passage.marks[-1].span.text[-1:] in (",", "?", "!")
    behind = min(governance.clause.verb, governance.source) - context.last
    return opens and closes and 0 < behind <= _NEAR


def is_judgement(context: QuotationContext, governance: Governance | None) -> bool:
    """Whether somebody calls something so: "what the judge called “a cruel prank”", "called “a ruin” by the mayor".

    What people at large call so is a term: "what hikers call “good road”".
    """
    if governance is None or governance.source is None or governance.clause.pattern is not Pattern.VERB:
        return False
    parse, verb = context.parse, governance.clause.verb
    is_name = context.passage.marks[0].span.text[:1].isupper()
    calls = verb_lemma(parse, verb) in _CALLING and 0 < context.first - verb <= _NEAR
    is_called_so = calls and (governance.is_aside or governance.clause.is_passive)
    return is_called_so and not is_name and not are_many(parse, governance.source)


def who_moved(context: QuotationContext) -> Candidate | None:
    """Who makes a gesture between the words of somebody else and these: “We won.” Ray shook his head. “They lost.”"""
    parse, start = context.parse, context.parse.sentence_starts[context.sentences[0]]
    earlier = None if context.earlier is None else context.earlier.passage
    is_next = earlier is not None and earlier.marks[-1].paragraph == context.first_paragraph
    if earlier is None or not is_next or context.first - 1 > start:
        return None
    for candidate in context.candidates:
        mention, verb = candidate.mention, parse.head(parse.top(candidate.mention.head))
        is_between = earlier.end <= mention.span.start and mention.sentence == context.sentences[0] - 1
        moves = verb is not None and parse.relation(verb) == "root" and parse.lower(verb) in words("people/gestures")
        if is_between and moves and mention.entity == "PERSON":
            return candidate
    return None


def who_leads_in(context: QuotationContext) -> Candidate | None:
    """Who acts in the clause that a colon ends before the words, with no verb of speech: "Lee was not so sure: “…”".

    Whoever holds or reads something may give its words: "Lee held up a sign: “…”".
    """
    parse, start = context.parse, context.parse.sentence_starts[context.sentences[0]]
    if not context.is_behind_colon or not context.passage.marks[0].span.text[:1].isupper():
        return None
    for candidate in reversed(context.candidates):
        mention, subject = candidate.mention, parse.top(candidate.mention.head)
        if parse.relation(subject) == "appos" and (described := parse.head(subject)) is not None:
            # "the judge, Ann Lee, was furious: “…”"
            subject = described
        verb = parse.head(subject)
        if not start <= mention.head < context.first or verb is None:
            continue
        is_subject = parse.relation(subject) == "nsubj" and verb < context.first
        if mention.entity != "PERSON":
            if is_subject:
                # "Ann Lee smiled, but the clerk was not convinced: “…”"
                return None
            continue
        objects = [parse.subtree(each)[0] for each in parse.children(verb, "obj", "obl", "iobj")]
        is_free = all(parse.lower(each) in _OWN for each in objects)
        is_main = parse.relation(verb) in ("root", "parataxis") or (parse.head(verb) or 0) >= context.first
        return candidate if is_subject and is_free and is_main else None
    return None


def who_has_words(context: QuotationContext) -> Candidate | None:
    """Whose message, answer or advice a colon leads to: "Lee has a message for drivers: “…”", "Lee’s answer: “…”".

    Or a sentence right behind: “Wonderful.” That was the verdict of Lee.
    """
    parse, start = context.parse, context.parse.sentence_starts[context.sentences[0]]
    if not context.is_behind_colon or not context.passage.marks[0].span.text[:1].isupper():
        return _who_had_words(context)
    for noun in range(context.first - 2, start - 1, -1):
        if context.annotated.is_marked(noun) or not _has_words(parse, noun):
            continue
        verb = parse.head(noun)
        owner = next((word for word in parse.children(noun) if parse.words[word].relation == "nmod:poss"), None)
        if owner is None and verb is not None and parse.relation(noun) == "obj":
            owner = parse.child(verb, "nsubj")
        if owner is not None and owner < context.first:
            owner = context.annotated.named(owner)
            return next((each for each in context.candidates if each.mention.head == owner), None)
    return None


def _who_had_words(context: QuotationContext) -> Candidate | None:
    """Whose words a sentence behind them says they were: “Wonderful.” That was the verdict of Lee."""
    parse, start = context.parse, context.last + 1
    if start + 2 >= len(parse) or parse.sentence_starts[parse.sentence(start)] != start:
        return None
    if parse.lower(start) not in ("that", "this", "such") or parse.lower(start + 1) not in ("was", "is"):
        return None
    for noun in parse.sentence_words(parse.sentence(start)):
        if parse.words[noun].pos != "NOUN" or parse.lemma(noun) not in words("documents/spoken_nouns"):
            continue
        owners = [each for each in parse.children(noun, "nmod") if _is_owner(parse, each)]
        owned = next((context.annotated.named(each) for each in owners), None)
        return next((each for each in context.candidates if each.mention.head == owned), None)
    return None


def _is_owner(parse: Parse, word: int) -> bool:
    return parse.words[word].relation == "nmod:poss" or any(
        parse.lower(case) in ("of", "from") for case in parse.children(word, "case")
    )


def _has_words(parse: Parse, noun: int) -> bool:
    """Whether the noun is for something said, or heads a line for something written: "From Lee's post: “…”"."""
    is_written = parse.relation(noun) == "root" and "document" in kinds_of_nouns(noun_lemma(parse, noun))
    return parse.lemma(noun) in words("documents/spoken_nouns") or is_written


def labelled(context: QuotationContext) -> Candidate | None:
    """The mention that the label of the quoted words begins with; None without a label."""
    for label in _labels(context):
        inside = context.parse.within(label.start, label.end)
        if any(map(context.parse.is_verbal, inside)):
            continue
        first = next((word for word in inside if context.parse.words[word].pos not in ("DET", "PUNCT")), None)
        starts = {context.parse.words[word].span.start for word in (inside.start, first) if word is not None}
        named = [each for each in context.candidates if each.mention.span.start in starts]
        if named:
            return max(named, key=lambda each: (len(each.mention.span), bool(each.mention.entity)))
    return None


def _labels(context: QuotationContext) -> list[Span]:
    """What stands where a label may stand, the surest place first."""
    text, passage = context.parse.text, context.passage
    start, end = text.rfind("\n", 0, passage.start) + 1, text.find("\n", passage.end)
    end = len(text) if end < 0 else end
    found = [_IN_FRONT.fullmatch(text, start, passage.start)]
    if opens_line(text, passage.start):
        found.append(_SIGNED.fullmatch(text, passage.end, end))
    if end - start <= _LONGEST_LINE and _is_heading(text[start:end]):
        found.append(_BEFORE_OTHER_WORDS.fullmatch(text, start, passage.start))
        found.append(_AT_END.fullmatch(text, passage.end, end))
        if opens_line(text, passage.start):
            found.append(_BEHIND.fullmatch(text, passage.end, end))
    return [Span(each.start("label"), each.end("label"), each["label"]) for each in found if each is not None]


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and not line.rstrip(" ”’\"'").endswith((".", "?", "!", ","))
