"""Evidence for and against speech from what the marked words are and what stands around them; see `speech.py`."""

from itertools import takewhile

from service.attribution.direct.context import QuotationContext
from service.attribution.reporting.clauses import Pattern
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import SURE_CUE
from service.lexicon import words

# Words in a term of politics or business; longer ones are sentences.
_LONGEST_TERM = 5
# Words of a phrase that may come again, and letters that it has at least; the characters around that are searched.
_LONGEST_REPEATED, _SHORTEST_REPEATED, _NEAR = 4, 3, 4000
# Sure reporting clauses in a stretch of words, from which on an article surely is a report; fewer words cannot tell.
_MOST_CLAUSES, _A_STRETCH, _FEWEST_WORDS = 1.5, 50, 200
# Words between one that names and the marks: "called the “…”".
_NAMING_REACH = 3


def title_case(context: QuotationContext) -> float:
    """Every longer word has a capital: the title of a work."""
    texts = [context.parse.words[word].text for word in context.words_inside]
    longer = [text for text in texts if len(text) > 3 and text[0].isalpha()]
    return float(len(longer) > 1 and all(text[0].isupper() for text in longer))


def naming_leads(context: QuotationContext) -> float:
    """Follows a word that names ("called", "titled", "known as", "so-called")."""
    before = [word for word in range(max(0, context.first - 3), context.first) if not _judges(context, word)]
    return float(any(context.parse.lower(word) in words("documents/naming_words") for word in before))


def _judges(context: QuotationContext, word: int) -> bool:
    """Whether somebody says by the verb what the words are: "Lee called the budget “a sham”"."""
    clause = None if context.governance is None else context.governance.clause
    if word > 0 and context.parse.words[word - 1].text == "-":
        # "so-called"
        return False
    return clause is not None and clause.verb == word and clause.source is not None and not clause.is_passive


def after_adjective(context: QuotationContext) -> float:
    """Follows an adjective."""
    word = _before(context)
    return float(word is not None and context.parse.words[word].pos == "ADJ")


def modifies_noun(context: QuotationContext) -> float:
    """A few words between an article or an adjective and a noun: an “unprecedented” outcome."""
    before = context.first - 1
    if before < 0 or len(context.words_inside) > _LONGEST_TERM:
        return 0.0
    follows_article = context.parse.words[before].pos in ("DET", "ADJ") or context.parse.lower(before) in ("’s", "'s")
    return float(follows_article and _following_pos(context) in ("NOUN", "PROPN"))


def inside(context: QuotationContext) -> str:
    """The text of the last marked span."""
    return context.passage.marks[-1].span.text


def _following_pos(context: QuotationContext) -> str:
    """The part of speech of the word after the closing mark, empty where the sentence ends."""
    following = context.last + 1
    if following >= len(context.parse) or context.parse.sentence(following) != context.parse.sentence(context.last):
        return ""
    return context.parse.words[following].pos


def named_right_before(context: QuotationContext) -> float:
    """A word that names stands right before: "called the “…”", "known to fans as “…”"."""
    if _is_named_so(context):
        return 1.0
    for word in range(context.first - 1, max(-1, context.first - 1 - _NAMING_REACH), -1):
        if context.parse.lower(word) in words("documents/naming_words"):
            return 1.0
        if context.parse.words[word].pos in ("VERB", "NOUN", "PUNCT", "PROPN"):
            break
    return 0.0


def _is_named_so(context: QuotationContext) -> bool:
    """Whether a participle that names leads to the words, whatever stands between: "known to fans as “…”"."""
    parse, before = context.parse, context.first - 1
    if before > 0 and parse.lower(before) == "as":
        near = range(before - 1, max(0, before - _NAMING_REACH * 2), -1)
        reached = takewhile(
            lambda word: parse.words[word].pos not in ("PUNCT", "VERB") or parse.lower(word) == "known", near
        )
        if any(parse.lower(word) == "known" for word in reached):
            return True
    link = _link(context)
    if link is None or link[0] not in ("obl", "xcomp", "obj", "ccomp", "dep"):
        return False
    verb = link[1]
    is_participle = context.parse.relation(verb) in ("acl", "amod", "advcl") or context.parse.children(verb, "aux:pass")
    is_active = any(child < verb for child in context.parse.children(verb, "nsubj", "obj"))
    return bool(is_participle) and not is_active and context.parse.lower(verb) in words("documents/naming_words")


def _before(context: QuotationContext) -> int | None:
    """The word right before the passage, in its sentence."""
    word = context.first - 1
    return word if word >= 0 and context.parse.sentence(word) in context.sentences else None


def work_right_before(context: QuotationContext) -> float:
    """Follows a noun for a work or a document: the song “…”."""
    word = _before(context)
    if word is None:
        return 0.0
    is_document = "document" in kinds_of_nouns(noun_lemma(context.parse, word))
    return float(is_document or context.parse.lemma(word) in words("documents/works"))


def cue_before_in_sentence(context: QuotationContext) -> float:
    """Somebody's reporting verb stands before, in the sentence; stronger, the surer the cue."""
    before = (each for each in context.clauses if each.source is not None and each.verb < context.first)
    in_sentence = (each for each in before if context.parse.sentence(each.verb) in context.sentences)
    return max((clause.likelihood for clause in in_sentence), default=0.0)


def according_to_in_sentence(context: QuotationContext) -> float:
    """The sentence has an "according to"."""
    clauses = (each for each in context.clauses if each.pattern is Pattern.ACCORDING_TO)
    return float(any(context.parse.sentence(clause.verb) in context.sentences for clause in clauses))


def opens_sentence(context: QuotationContext) -> float:
    """Opens its sentence."""
    return float(context.first <= context.parse.sentence_starts[context.sentences[0]] + 1)


def single_among_single(context: QuotationContext) -> float:
    """Stands between single marks in an article of single ones."""
    return float(context.passage.marks[0].is_single and context.annotated.prefers_single_marks)


def adjective(context: QuotationContext) -> float:
    """An adjective or an adverb."""
    found = context.words_inside
    return float(0 < len(found) <= 2 and context.parse.words[found[-1]].pos in ("ADJ", "ADV"))


def name_only(context: QuotationContext) -> float:
    """Nothing but a name."""
    found = context.words_inside
    return float(0 < len(found) <= 4 and all(context.parse.words[word].pos == "PROPN" for word in found))


def inside_name(context: QuotationContext) -> float:
    """A word or two between the parts of a name: Maria “Mimi” Delgado."""
    before, after = context.first - 1, context.last + 1
    if len(context.words_inside) > 2 or before < 0 or after >= len(context.parse):
        return 0.0
    around = (context.parse.words[before], context.parse.words[after])
    return float(all(word.pos == "PROPN" and word.text[:1].isupper() for word in around))


def opens_with_verb(context: QuotationContext) -> float:
    """Begins with a verb."""
    return float(any(context.parse.words[word].pos in ("VERB", "AUX", "PART") for word in context.words_inside[:1]))


def repeated(context: QuotationContext) -> float:
    """A few words that the text has again near by, with marks or without."""
    text, passage = context.parse.text, context.passage
    words_again = passage.marks[0].span.text.strip(" ,.").casefold()
    if len(words_again) < _SHORTEST_REPEATED or len(context.words_inside) > _LONGEST_REPEATED:
        return 0.0
    near = text[max(0, passage.start - _NEAR) : passage.end + _NEAR].casefold()
    return float(near.count(words_again) > 1)


def opens_article(context: QuotationContext) -> float:
    """Stands in the headline or the first paragraph."""
    return float(context.first_paragraph <= 1)


def reports_often(context: QuotationContext) -> float:
    """Many reporting clauses stand around: a report rather than an essay."""
    sure = sum(clause.likelihood > SURE_CUE for clause in context.clauses)
    return min(_MOST_CLAUSES, _A_STRETCH * sure / max(_FEWEST_WORDS, context.n_words_near))


def governed(context: QuotationContext) -> float:
    """A clause that governs the words says whose they are."""
    return float(context.governance is not None and context.governance.source is not None)


def governed_by_cue(context: QuotationContext) -> float:
    """A reporting clause governs the words; stronger, the surer the cue."""
    return 0.0 if context.governance is None else context.governance.clause.likelihood


def object_of_verb(context: QuotationContext) -> float:
    """Object of a verb in the parse."""
    link = _link(context)
    return float(link is not None and link[0] in ("obj", "iobj", "obl"))


def hangs_on_noun(context: QuotationContext) -> float:
    """Hangs on a noun in the parse: the “disappeared” people."""
    link = _link(context)
    return float(link is not None and context.parse.is_nominal(link[1]))


def as_clause(context: QuotationContext) -> float:
    """A clause that a verb outside the marks governs in the parse."""
    link = _link(context)
    return float(link is not None and link[0] in ("ccomp", "xcomp", "parataxis", "advcl"))


def _link(context: QuotationContext) -> tuple[str, int] | None:
    """The relation by which the passage hangs on a word outside it, and that word; None where its root is inside."""
    for word in range(context.first, context.last + 1):
        head = context.parse.head(word)
        if head is not None and not context.first <= head <= context.last and context.parse.relation(word) != "punct":
            return context.parse.relation(word), head
    return None
