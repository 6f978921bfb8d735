"""Verbs that report by where they stand, whichever they are: “Send him at once!” the ruler decreed."""

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.subjects import has_subject
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import ASKED, HEARD, is_sure_cue, verb_lemma
from service.domain.quotations import MentionKind
from service.lexicon import words
from service.parsing.trees import Parse

# Words of a speaker's name or description.
_LONGEST = 8
# Words that are no mere title or term.
_SHORTEST = 3
_OPEN_ENDS = tuple(",?!…")
_QUESTIONS = tuple("?!…")
_REPORTED = ("ccomp", "xcomp", "parataxis")
_OF_SPEAKER = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"))
# Kinds of those who have words of their own.
_SPEAKING = frozenset(("role", "group", "document"))
# What may open the clause of one of two who speak: "While Lee spoke of “progress”, Ray …".
_BESIDE_ANOTHER = frozenset(("while", "whereas", "though", "although", "as"))
_FULL_AUXILIARIES = frozenset(("be", "have", "do"))


def stands_beside_speech(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether the clause is nothing but a speaker and this verb, right behind quoted words or before their colon."""
    return stands_behind_speech(annotated, verb) or stands_before_speech(annotated, verb)


def stands_behind_speech(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether the clause is nothing but a speaker and this verb, right behind words that a comma leaves open."""
    parse = annotated.parse
    if not _is_finite(parse, verb) or any(child > verb for child in parse.children(verb, "xcomp")):
        return False
    if any(child > verb and has_subject(parse, child) for child in parse.children(verb, "ccomp")):
        return False
    sentence = parse.sentence_words(parse.sentence(verb))
    opening = _opening(annotated, verb, sentence)
    if not _is_open_before(annotated, opening, sentence):
        return False
    if opening < verb:
        has_object = any(child > verb for child in parse.children(verb, "obj"))
        return (
            not has_object and _is_speaker(annotated, range(opening, verb)) and _ends_clause(parse, verb + 1, sentence)
        )
    end = verb + 1
    while end in sentence and end - verb <= _LONGEST and parse.words[end].pos in _OF_SPEAKER:
        end += 1
    return _is_surely_speaker(annotated, range(verb + 1, end)) and _ends_clause(parse, end, sentence)


def stands_before_speech(annotated: AnnotatedArticle, verb: int) -> bool:
    """Whether the verb of a known subject stands right before a colon and an opening mark: Lee concurred: “We won.”

    Who hears may stand between: Lee texted a friend: “We won.” A verb of speech needs no colon: Lee screamed “Stop!”,
    Lee spoke of “a triumph”.
    """
    parse, colon = annotated.parse, _behind_hearer(annotated, verb)
    while colon + 1 < len(parse) and parse.words[colon].pos == "ADV":
        colon += 1
    marks = frozenset(map(parse.lower, parse.children(verb, "mark")))
    is_finite = _is_finite(parse, verb) or (marks <= _BESIDE_ANOTHER and _is_finite(parse, verb, leaving_out=marks))
    if not is_finite or colon + 1 >= len(parse):
        return False
    if parse.words[colon].text != ":":
        is_spoken_of = verb_lemma(parse, verb) == "speak" and parse.lower(verb + 1) == "of"
        colon = verb + is_spoken_of
        if not is_spoken_of and f"{verb_lemma(parse, verb)}/VERB" not in words("reporting/speech_cues"):
            return False
    subjects = [word for word in parse.children(verb, "nsubj") if word < verb and not annotated.is_marked(word)]
    if parse.relation(verb) == "acl" and any(parse.lower(word) in RELATIVE_PRONOUNS for word in subjects):
        subjects = [word for word in (parse.head(verb),) if word is not None]
    return annotated.is_marked(colon + 1) and any(word in annotated.mention_at for word in subjects)


def word_behind(annotated: AnnotatedArticle, quoted: range) -> int:
    """A word of the sentence in which a clause behind quoted words stands: that of the last one, or the next sentence
    where the parse begins one behind a question: “Why?” Lee asked.
    """
    parse, word = annotated.parse, quoted.stop
    if not 0 < word < len(parse) or annotated.is_marked(word) or parse.paragraph(word) != parse.paragraph(word - 1):
        return word - 1
    marked = annotated.mark_at(parse.words[word - 1].span.start)
    is_question = marked is not None and marked.span.text.rstrip().endswith(_QUESTIONS)
    return word if is_question else word - 1


def may_report_before(annotated: AnnotatedArticle, verb: int, quoted: range) -> bool:
    """Whether the verb behind quoted words goes on to no words of its own; in a sentence of its own, to nothing but who
    hears: “Why?” Lee asked the crowd.
    """
    parse = annotated.parse
    if leads_to_words(annotated, verb, parse.sentence_words(parse.sentence(verb))):
        return False
    if parse.sentence(verb) == parse.sentence(quoted.stop - 1):
        return True
    reported = _REPORTED if verb_lemma(parse, verb) in HEARD | ASKED else (*_REPORTED, "obj")
    return is_sure_cue(parse, verb) and not any(child > verb for child in parse.children(verb, *reported))


def _behind_hearer(annotated: AnnotatedArticle, verb: int) -> int:
    """The word behind the verb and somebody who is its object: behind "texted a friend"."""
    parse = annotated.parse
    for hearer in parse.children(verb, "obj", "iobj"):
        last = max(parse.subtree(hearer))
        if hearer < verb or last + 1 >= len(parse) or parse.words[last + 1].text != ":":
            continue
        mention = annotated.mention_at.get(annotated.named(hearer))
        is_somebody = mention is not None and (mention.kind is MentionKind.PRONOUN or mention.entity == "PERSON")
        if is_somebody or kinds_of_nouns(noun_lemma(parse, hearer)) & {"role", "group"}:
            return last + 1
    return verb + 1


def may_stand_before_cue(parse: Parse, verb: int) -> bool:
    """Whether a verb between quoted words and their cue describes the speaker, or has the cue as its second verb: “…?”
    a reporter can be heard asking.
    """
    has_second = verb + 1 < len(parse) and parse.head(verb + 1) == verb and parse.is_verbal(verb + 1)
    return has_second or parse.relation(verb) in ("acl", "amod")


def leads_to_words(annotated: AnnotatedArticle, verb: int, sentence: range) -> bool:
    """Whether the verb goes on to words of its own: a clause without marks, a colon, an opening mark."""
    parse = annotated.parse
    reported = (child for child in parse.children(verb, "ccomp") if child > verb and not annotated.is_marked(child))
    if any(has_subject(parse, child) for child in reported):
        return True
    for word in range(verb + 1, sentence.stop):
        if annotated.is_marked(word):
            return word == verb + 1
        if parse.words[word].text in (",", ".", ";"):
            return False
        if parse.words[word].text == ":":
            return True
    return False


def _opening(annotated: AnnotatedArticle, verb: int, sentence: range) -> int:
    """The first word of the speaker's name or description before the verb; the verb where there is none."""
    words, opening = annotated.parse.words, verb
    while opening - 1 in sentence and verb - opening < _LONGEST and words[opening - 1].pos in (*_OF_SPEAKER, "ADV"):
        if annotated.is_marked(opening - 1):
            break
        opening -= 1
    return opening


def _is_finite(parse: Parse, verb: int, *, leaving_out: frozenset[str] = frozenset()) -> bool:
    form = parse.lower(verb)
    # A parser keeps a form that it does not know: "decreed".
    is_inflected = form.endswith("ed") or (form != parse.lemma(verb) and not form.endswith("ing"))
    is_alone = all(parse.lower(child) in leaving_out for child in parse.children(verb, "aux", "mark", "cc"))
    return parse.words[verb].pos == "VERB" and parse.lemma(verb) not in _FULL_AUXILIARIES and is_inflected and is_alone


def _is_open_before(annotated: AnnotatedArticle, word: int, sentence: range) -> bool:
    """Whether quoted words end right before the word, with a comma, a question mark or an exclamation mark."""
    parse, last = annotated.parse, word - 1
    has_comma = last in sentence and parse.words[last].text == "," and not annotated.is_marked(last)
    last -= has_comma
    if last not in sentence or not annotated.is_marked(last):
        return False
    marked = annotated.mark_at(parse.words[last].span.start)
    is_long = marked is not None and len(marked.span.text.split()) >= _SHORTEST
    return marked is not None and is_long and (has_comma or marked.span.text.rstrip()[-1:] in _OPEN_ENDS)


def _is_speaker(annotated: AnnotatedArticle, subject: range) -> bool:
    """Whether the words between are a name, "he" or a description, and no "which"."""
    parse = annotated.parse
    if any(parse.lower(word) in RELATIVE_PRONOUNS for word in subject):
        return False
    mentions = [each for word in subject if (each := annotated.mention_at.get(word)) is not None]
    return any(each.kind is not MentionKind.PRONOUN or each.name in ("he", "she", "they") for each in mentions)


def _is_surely_speaker(annotated: AnnotatedArticle, subject: range) -> bool:
    """Whether the words behind the verb name a person, or are of somebody or something with words of its own."""
    mentions = [each for word in subject if (each := annotated.mention_at.get(word)) is not None]
    if any(each.kind is MentionKind.PRONOUN for each in mentions):
        # “…”, sent him a message.
        return False
    nouns = [noun_lemma(annotated.parse, each.head) for each in mentions if each.kind is MentionKind.DESCRIPTION]
    return any(each.entity == "PERSON" for each in mentions) or any(kinds_of_nouns(noun) & _SPEAKING for noun in nouns)


def _ends_clause(parse: Parse, word: int, sentence: range) -> bool:
    return word not in sentence or parse.words[word].pos in ("PUNCT", "ADP", "ADV")
