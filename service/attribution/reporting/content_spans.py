"""The run of words that a reporting clause reports, as a half-open range."""

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.coordination import second_verbs
from service.attribution.vocabulary.grammar import AFTERTHOUGHTS, COMPLEMENTS
from service.attribution.vocabulary.reporting_verbs import AFTER_SUBJECT, ASKED, HEARD, is_sure_cue, verb_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_BEFORE_CLAUSE = (",", "”", '"', "’", "''", "—", "–", "-", ";")
# Marks behind a comma: "“a trap,” saying".
_CLOSING = frozenset(("”", "’", '"', "''", "’’"))
# What a verb of saying must govern to report anything.
_SAID_THINGS = frozenset(("ccomp", "xcomp", "parataxis", "obj"))
# Openings of what the article adds to a report.
_OPENS_AFTERTHOUGHT = frozenset(("which", "who", "whose", "where", "though", "although", "while", "whereas", "even"))
# Words that a report has at least, and a hearer at most ("told the American people that").
_SHORTEST, _LONGEST_HEARER = 4, 14
# Words of "a televised campaign speech".
_LONGEST_CARRIER = 4
_NO_CONTENT = frozenset(("that", "as", "and", "but"))


def find_content(annotated: AnnotatedArticle, verb: int, source: int | None) -> tuple[int, int] | None:
    """The run of words that the verb reports: the sentence that it was put behind, or what follows it."""
    before = content_before(annotated, verb, source) if is_put_behind(annotated, verb, source) else None
    return before or _content_after(annotated, verb)


def is_put_behind(annotated: AnnotatedArticle, verb: int, source: int | None) -> bool:
    """Whether nothing follows the verb that it could report: an end, a comma, a place or a time."""
    parse = annotated.parse
    after = verb + 1 if source is None or source < verb else max(parse.subtree(source)) + 1
    if after >= parse.sentence_words(parse.sentence(verb)).stop:
        return True
    return parse.words[after].pos == "PUNCT" or parse.lower(after) in AFTER_SUBJECT


def content_before(annotated: AnnotatedArticle, verb: int, source: int | None) -> tuple[int, int] | None:
    """As in "The plan failed, Lee said": the sentence before a comma and the clause."""
    parse = annotated.parse
    first = parse.sentence_words(parse.sentence(verb)).start
    clause_start = verb
    if source is not None and first <= source < verb:
        mention = annotated.mention_at.get(source)
        clause_start = source if mention is None else parse.within(mention.span.start, verb).start
        # All of "the Paris-based firm", though the firm alone is the source.
        phrase_start = parse.subtree(source, without=parse.children(source, *AFTERTHOUGHTS))[0]
        if first < phrase_start < clause_start and parse.words[phrase_start - 1].text in _BEFORE_CLAUSE:
            clause_start = phrase_start
    while clause_start > first and parse.words[clause_start - 1].pos in ("DET", "ADV", "ADJ", "AUX"):
        clause_start -= 1
    if clause_start <= first or parse.words[clause_start - 1].text not in _BEFORE_CLAUSE:
        return None
    before = range(first, clause_start)
    if not any(parse.is_verbal(word) for word in before):
        return None
    has_subject = any(parse.relation(word) == "nsubj" for word in before)
    # "Taking to the stage, Lee said in a loud voice that …": the words stand behind.
    return trimmed(parse, first, clause_start) if has_subject or conjunction_behind(annotated, verb) is None else None


def _content_after(annotated: AnnotatedArticle, verb: int) -> tuple[int, int] | None:
    """What the verb's complement says; from the verb on, for parses often cut the complement's subject off."""
    parse = annotated.parse
    start = after_hearer(parse, verb)
    content_candidates = [child for child in parse.children(verb, *COMPLEMENTS) if child >= start]
    kinds = {parse.relation(child) for child in content_candidates}
    conjunction = None if kinds & _SAID_THINGS else conjunction_behind(annotated, verb)
    if conjunction is not None:
        end = report_end(parse, verb, conjunction)
        return trimmed(parse, conjunction, _before_afterthought(annotated, conjunction, end))
    if not kinds & _SAID_THINGS and verb_lemma(parse, verb) in words("reporting/incomplete_verbs"):
        # "told reporters on Friday", "said as he left": no word of it.
        return None
    for relations in (("ccomp",), ("xcomp",), ("parataxis",), ("obj", "obl", "iobj", "advcl")):
        chosen = [child for child in content_candidates if parse.relation(child) in relations]
        if chosen:
            last = chosen[-1] if relations[0] == "obj" else chosen[0]
            end = report_end(parse, verb, last) if relations[0] == "ccomp" else max(parse.subtree(last)) + 1
            opening = [word for word in parse.children(last, "mark") if word > start and parse.lower(word) == "that"]
            start = opening[0] if opening and relations[0] == "ccomp" else start
            return trimmed(parse, start, _before_afterthought(annotated, start, end))
    return None


def conjunction_behind(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The "that" behind a place or a time, on which parses hang the report: "said in an interview that …"."""
    parse = annotated.parse
    if not is_sure_cue(parse, verb):
        return None
    for word in range(verb + 1, min(verb + _LONGEST_HEARER, parse.sentence_words(parse.sentence(verb)).stop)):
        if annotated.is_marked(word) or parse.words[word].pos in ("VERB", "CCONJ"):
            return None
        if parse.lower(word) == "that" and parse.relation(word) == "mark":
            return word
    return None


def report_end(parse: Parse, verb: int, content_candidate: int) -> int:
    """Where a reported clause ends: with the sentence, whatever the parse makes of its last phrases, or before a
    second verb of the speaker, a clause put behind ("…, she said") or "according to".
    """
    stop = parse.sentence_words(parse.sentence(verb)).stop
    joined = [*parse.children(verb, "conj", "parataxis"), *second_verbs(parse, content_candidate)]
    second = [min(parse.subtree(child)) for child in joined if child > content_candidate]
    according = [word for word in range(content_candidate, stop) if parse.lower(word) == "according"]
    return min([stop, *second, *according])


def _before_afterthought(annotated: AnnotatedArticle, start: int, end: int) -> int:
    """The end of the words before ", which …", ", though …", ", offering …": the article's own, without marks; or
    before ", while Putin said …": somebody else's.
    """
    parse = annotated.parse
    for word in range(start + _SHORTEST, end - 1):
        following = word + 1 + (parse.words[word + 1].text in _CLOSING)
        if parse.words[word].text not in (",", ";") or following >= end or not _is_afterthought(parse, following):
            continue
        rest = range(following, end)
        if not any(map(annotated.is_marked, rest)) or any(_reports(annotated, later) for later in rest):
            return word
    return end


def _reports(annotated: AnnotatedArticle, word: int) -> bool:
    """Whether the word is a verb of the article that is nearly always a cue."""
    parse = annotated.parse
    is_verb = parse.words[word].pos == "VERB" and not annotated.is_marked(word)
    return is_verb and is_sure_cue(parse, word)


def _is_afterthought(parse: Parse, word: int) -> bool:
    is_participle = parse.words[word].pos == "VERB" and parse.lower(word).endswith("ing")
    return is_participle or parse.lower(word) in _OPENS_AFTERTHOUGHT or parse.words[word - 1].text == ";"


def after_hearer(parse: Parse, verb: int) -> int:
    """The word after the verb and, in "told reporters on Monday that", after the addressee and the time."""
    if verb_lemma(parse, verb) not in HEARD | ASKED:
        return verb + 1
    stop = min(verb + _LONGEST_HEARER, parse.sentence_words(parse.sentence(verb)).stop)
    that = next((word for word in range(verb + 1, stop) if parse.lower(word) == "that"), None)
    if that is not None and not any(parse.words[word].pos == "VERB" for word in range(verb + 1, that)):
        return that
    hearer = next((child for child in parse.children(verb, "obj", "iobj", "nsubj") if child > verb), None)
    if hearer is None:
        return verb + 1
    inner = [c for c in parse.children(hearer) if parse.relation(c) in ("acl", "ccomp", "parataxis", "conj", "appos")]
    return max(parse.subtree(hearer, without=inner)) + 1


def _before_glued_sentence(parse: Parse, start: int, end: int) -> int:
    """The end of the words before a sentence that was glued to them: "to buy more and Under its law the state …"."""
    for word in range(start + 1, end - 1):
        token = parse.words[word]
        is_small = token.pos in ("ADP", "SCONJ", "DET") and token.entity == "O" and token.text.istitle()
        if is_small and parse.words[word + 1].text.islower() and parse.words[word - 1].text[-1].isalpha():
            return word - (parse.words[word - 1].pos == "CCONJ")
    return end


def trimmed(parse: Parse, start: int, end: int) -> tuple[int, int] | None:
    """The run without "that", marks and commas at its ends, without "in a statement" and a sentence glued to it."""
    end = _before_glued_sentence(parse, start, end)
    while start < end and (parse.words[start].pos == "PUNCT" or _only_leads(parse, start)):
        start += 1
    end = _before_carrier(parse, start, _without_marks(parse, start, end))
    return (start, end) if start < end else None


def _only_leads(parse: Parse, word: int) -> bool:
    """Whether the word only joins what follows: not so in "as of Monday", nor in "That helped"."""
    lower = parse.lower(word)
    is_pronoun = lower == "that" and parse.relation(word) in ("nsubj", "det") and parse.words[word].text != lower
    is_pair = lower == "as" and word + 1 < len(parse) and parse.lower(word + 1) in ("of", "for", "well")
    return lower in _NO_CONTENT and not is_pronoun and not is_pair


def _without_marks(parse: Parse, start: int, end: int) -> int:
    """The end without marks, but with the bracket that closes one of the run: "the Delta River Union (DRU)"."""
    while end > start and parse.words[end - 1].pos == "PUNCT":
        end -= 1
    inside = [parse.words[word].text for word in range(start, end)]
    closes = end < len(parse) and parse.words[end].text == ")" and inside.count("(") > inside.count(")")
    return end + closes


def _before_carrier(parse: Parse, start: int, end: int) -> int:
    """The end of the words before "in a statement", which parses hang on whatever stands beside it."""
    if end - start <= _SHORTEST or parse.lower(end - 1) not in words("documents/carriers"):
        return end
    for word in range(end - 2, max(end - 2 - _LONGEST_CARRIER, start + _SHORTEST - 1), -1):
        if parse.lower(word) in ("a", "an"):
            is_carrier = parse.lower(word - 1) in ("in", "during")
            return _without_marks(parse, start, word - 1) if is_carrier else end
    return end


def sentence_without(parse: Parse, word: int, source: int) -> tuple[int, int] | None:
    """The sentence on that side of the "according to" phrase where its main word is, else on the longer side."""
    words = parse.sentence_words(parse.sentence(word))
    end_of_phrase = max(parse.subtree(source)) + 1
    root = next((each for each in words if parse.head(each) is None), word)
    is_longer_before = word - words.start >= words.stop - end_of_phrase
    if is_longer_before if word <= root < end_of_phrase else root < word:
        return trimmed(parse, words.start, word)
    return trimmed(parse, end_of_phrase, words.stop)
