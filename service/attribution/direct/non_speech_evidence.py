"""Evidence that quoted words are not speech but a title, a term, a nickname; see `speech.py`."""

import re

from service.attribution.direct.context import QuotationContext
from service.attribution.vocabulary.grammar import VERB_TAGS
from service.lexicon import words
from service.text.marks import MarkedSpan

# Words in a term of politics or business; longer ones are sentences.
_LONGEST_TERM = 5
# A quotation may stand in the headline, too; a third time it is a term.
_REPEATED = 3
# Characters around a run in which its words are counted: an article whole, of a book some pages.
_NEAR = 20_000


def title_case(context: QuotationContext) -> float:
    """Every longer word has a capital: the title of a work."""
    texts = [context.parse.words[word].text for word in words_inside(context)]
    longer = [text for text in texts if len(text) > 3 and text[0].isalpha()]
    return float(len(longer) > 1 and all(text[0].isupper() for text in longer))


def one_capital(context: QuotationContext) -> float:
    """One word or two with a capital."""
    texts = [context.parse.words[word].text for word in words_inside(context)]
    return float(0 < len(texts) <= 2 and all(text[0].isupper() for text in texts))


def article_leads(context: QuotationContext) -> float:
    """Follows an article, a possessive or an adjective: a part of somebody's sentence."""
    before = context.first - 1
    return float(
        before >= 0
        and (context.parse.words[before].pos in ("DET", "ADJ") or context.parse.lower(before) in ("’s", "'s"))
    )


def noun_follows(context: QuotationContext) -> float:
    """A noun follows the closing mark at once."""
    return float(following_pos(context) in ("NOUN", "PROPN"))


def naming_leads(context: QuotationContext) -> float:
    """Follows a word that names ("called", "titled", "known as", "so-called")."""
    before = [context.parse.lower(word) for word in range(max(0, context.first - 3), context.first)]
    return float(any(word in words("documents/naming_words") for word in before))


def verb_follows(context: QuotationContext) -> float:
    """A few words that are the subject of a verb of the article’s own: a term, not speech."""
    following = context.last + 1
    if following_pos(context) not in VERB_TAGS or len(words_inside(context)) > _LONGEST_TERM:
        return 0.0
    is_cue = any(clause.verb == following for clause in context.clauses)
    # “…,” underlining …: what goes on behind a comma is the report’s sentence.
    goes_on = inside(context)[-1:] == "," or context.parse.lower(following).endswith("ing")
    return float(not is_cue and not goes_on)


def repeated_term(context: QuotationContext) -> float:
    """A few words that the article uses again and again, or again and not as a report: a term."""
    if len(words_inside(context)) > _LONGEST_TERM:
        return 0.0
    own = _term(context.passage.marks[0])
    terms = [_term(marked) for marked in context.annotated.marks if marked.span.text.count(" ") < _LONGEST_TERM]
    n_used = _n_used(context, own) if " " in own else 0
    often = n_used > _REPEATED or sum(own in term or term in own for term in terms) >= _REPEATED
    return float(often or (n_used > 1 and (bool(verb_follows(context)) or not _is_reported(context))))


def _n_used(context: QuotationContext, term: str) -> int:
    """How often the article uses the words near the run, marked or not."""
    near = context.parse.text[max(0, context.passage.start - _NEAR) : context.passage.end + _NEAR].casefold()
    return len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", near))


def _is_reported(context: QuotationContext) -> bool:
    """Whether a reporting clause stands in a sentence of the marked words."""
    return any(context.parse.sentence(clause.verb) in context.sentences for clause in context.clauses)


def _term(marked: MarkedSpan) -> str:
    return marked.span.text.casefold().rstrip(",.")


def named_with_article(context: QuotationContext) -> float:
    """A word or two after "the", no reporting clause beside them: the “disappeared”."""
    after_the = context.first > 0 and context.parse.lower(context.first - 1) == "the"
    alone = not any(context.clause_distance(clause) <= 1 for clause in context.clauses)
    return float(after_the and alone and len(words_inside(context)) <= 2)


def work_in_list(context: QuotationContext) -> float:
    """A capitalized word or two before a comma, and no reporting clause beside it: a work in a list of works."""
    return (
        one_capital(context)
        * float(inside(context)[-1:] == ",")
        * float(not any(context.clause_distance(clause) <= 1 for clause in context.clauses))
    )


def modifies_noun(context: QuotationContext) -> float:
    """A few words between an article or an adjective and a noun: an “unprecedented” outcome."""
    return article_leads(context) * noun_follows(context) * float(len(words_inside(context)) <= _LONGEST_TERM)


def acronym(context: QuotationContext) -> float:
    """Capital letters only."""
    text = inside(context).rstrip(",.")
    return float(text.isupper() and text.isalpha() and len(text) > 1)


def work_follows(context: QuotationContext) -> float:
    """A description as a work follows: “…,” a play about …"""
    after = range(context.last + 1, min(context.last + 4, len(context.parse)))
    return float(any(context.parse.lower(word) in words("documents/works") for word in after))


def words_inside(context: QuotationContext) -> list[int]:
    """The words of the first marked span, punctuation left out."""
    span = context.passage.marks[0].span
    return [word for word in context.parse.within(span.start, span.end) if context.parse.words[word].pos != "PUNCT"]


def inside(context: QuotationContext) -> str:
    """The text of the last marked span."""
    return context.passage.marks[-1].span.text


def following_pos(context: QuotationContext) -> str:
    """The part of speech of the word after the closing mark, empty if the sentence ends."""
    following = context.last + 1
    if following >= len(context.parse) or context.parse.sentence(following) != context.parse.sentence(context.last):
        return ""
    return context.parse.words[following].pos
