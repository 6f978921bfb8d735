"""Titles and terms that stand where speech stands: sang “Let the River Run”, was a “person of interest”."""

from service.attribution.direct.context import QuotationContext
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import HEARD, SURE_CUE, verb_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_SIGNS = frozenset(("badge", "banner", "board", "button", "label", "notice", "placard", "poster", "sign", "sticker"))
_TITLED = frozenset(("titled", "entitled", "headlined"))

# Paragraphs around a word in which somebody may speak whose word it is.
_FAR = 4
# Longer words have a capital in a title; titles and terms have no more words than these.
_LONGEST_SMALL, _LONGEST_TITLE, _LONGEST_TERM, _LONGEST_WORD = 4, 8, 4, 3


def is_title(context: QuotationContext) -> bool:
    """Whether the words are certainly a title: behind "titled", or in capitals behind certain words.

    Those are a verb of performing, a possessor ("on the channel's “Breakfast Hour”"), and a verb that has whom it tells
    right behind it ("told “Breakfast Hour”").
    """
    parse, before = context.parse, context.first - 1
    while before >= 0 and parse.words[before].pos == "ADV" and not context.annotated.is_marked(before):
        before -= 1
    if before < 0 or parse.sentence(before) not in context.sentences:
        return False
    if parse.lower(before) in _TITLED:
        return context.passage.marks[0].span.text[0].isupper()
    if before == context.first - 1 and _has_title_behind(parse, before):
        return _is_in_capitals(context, fewest=1)
    if _is_place(context) and _is_in_capitals(context):
        return True
    if parse.lower(before) in ("from", "in"):
        before -= 1
    return before >= 0 and _is_in_capitals(context) and _performs(parse, before)


def _is_place(context: QuotationContext) -> bool:
    """Whether somebody says something on or in what the words name: Lee said on “The Late Hour” that …."""
    parse, before = context.parse, context.first - 1
    if parse.lower(before) not in ("on", "in") or parse.relation(before) != "case":
        return False
    head = parse.head(before)
    return head is not None and context.first <= head <= context.last


def is_term(context: QuotationContext) -> bool:
    """Whether a few words say what somebody is, in a paragraph that reports nothing: He was a “person of interest”."""
    parse, before = context.parse, context.first - 1
    inside = context.words_inside
    if _is_called_so_at_large(context) or _is_on_sign(context) or _is_beside_no_report(context):
        return True
    if before < 0 or parse.lower(before) not in ("a", "an") or not 0 < len(inside) <= _LONGEST_TERM:
        return False
    is_predicate = any(child < before for word in inside for child in parse.children(word, "cop"))
    paragraphs = {parse.paragraph(clause.verb) for clause in context.clauses}
    return is_predicate and context.earlier is None and context.first_paragraph not in paragraphs


def _is_on_sign(context: QuotationContext) -> bool:
    """Whether the words only tell which signs: "“Sold out” signs hung in every window"."""
    parse, noun = context.parse, context.last + 1
    is_short = len(context.words_inside) <= _LONGEST_TERM and noun < len(parse)
    return is_short and context.governance is None and parse.lemma(noun) in _SIGNS


def _is_beside_no_report(context: QuotationContext) -> bool:
    """Whether a word or two stand inside a sentence where nobody speaks: "The “grey economy” is growing."."""
    parse, text = context.parse, context.passage.marks[0].span.text
    inside, near = context.words_inside, range(context.first_paragraph - _FAR, context.first_paragraph + _FAR + 1)
    is_inside = text[:1].islower() and text[-1:].isalnum() and 0 < len(inside) <= _LONGEST_WORD
    if not is_inside or context.governance is not None or context.is_behind_colon or len(context.passage.marks) > 1:
        return False
    reports = (parse.paragraph(clause.verb) for clause in context.clauses if clause.likelihood >= SURE_CUE)
    last = parse.sentence_words(context.sentences[-1])[-1]
    is_plain = parse.words[last].text == "." and not _is_of_somebody(context)
    return is_plain and context.earlier is None and not any(each in near for each in reports)


def _is_of_somebody(context: QuotationContext) -> bool:
    """Whether somebody acts in the sentence, or the words are in a clause: "the board believes it is “wrong”"."""
    parse = context.parse
    subjects = (each for each in context.annotated.mentions_in(context.sentences[0]) if _acts(parse, each.head))
    is_somebody = any(each.entity == "PERSON" or each.name in ("he", "she", "i", "we") for each in subjects)
    above = (context.first, *parse.ancestors(context.words_inside[0]), context.words_inside[0])
    return is_somebody or any(parse.relation(word) == "ccomp" for word in above)


def _acts(parse: Parse, word: int) -> bool:
    return parse.relation(parse.top(word)) == "nsubj"


def _is_called_so_at_large(context: QuotationContext) -> bool:
    """Whether it is what many call something: "what villagers call “black gold”"."""
    parse, governance = context.parse, context.governance
    if governance is None or governance.source is None or not governance.is_aside:
        return False
    return are_many(parse, governance.source) and parse.lower(governance.clause.verb) == "call"


def are_many(parse: Parse, noun: int) -> bool:
    """Whether the noun is of people at large: "villagers", not "two villagers" and "the villagers"."""
    return is_plural(parse, noun) and not parse.children(noun, "det", "nmod:poss", "amod", "nummod")


def _has_title_behind(parse: Parse, word: int) -> bool:
    if parse.relation(word) == "case" and parse.words[word].pos == "PART":
        return True
    names_hearer = parse.is_verbal(word) and verb_lemma(parse, word) in HEARD
    return names_hearer and parse.child(word, "nsubj") is not None


def _performs(parse: Parse, verb: int) -> bool:
    """Whether the verb takes a work; not "a sign read “…”"."""
    lemma = verb_lemma(parse, verb) if parse.is_verbal(verb) else parse.lower(verb)
    if lemma not in words("documents/performing_verbs"):
        return False
    subject = parse.child(verb, "nsubj")
    return subject is None or "document" not in kinds_of_nouns(noun_lemma(parse, subject))


def _is_in_capitals(context: QuotationContext, *, fewest: int = 2) -> bool:
    """Whether all words but the small ones have a capital: “Let the River Run”, “The Bridge,”."""
    found = context.passage.marks[0].span.text.rstrip(",.").split()
    is_capital = [word[0].isupper() for word in found]
    longer = [capital for word, capital in zip(found, is_capital, strict=True) if len(word) > _LONGEST_SMALL]
    return fewest <= len(found) <= _LONGEST_TITLE and is_capital[0] and is_capital[-1] and all(longer)
