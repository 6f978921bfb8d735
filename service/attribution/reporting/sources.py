"""Who speaks by a reporting verb: by the parse where it can be trusted, else by the words beside the verb."""

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.shared_subjects import (
    shared_patient,
    speaking_patient,
    tells_of_deed,
    verb_with_subject,
)
from service.attribution.reporting.subjects import (
    LONGEST_SUBJECT,
    bearer_before,
    explained_subject,
    inverted_subject,
    resolved_relative,
    stranded_subject,
    top_of_name,
)
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import ASKED, HEARD, verb_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_SUBJECT = ("nsubj", "csubj")
_BARRIERS = (",", ":", ";", "—")
# Words between a quotation's closing mark and its verb or speaker, as in “…,” the minister later said.
_NEAR = 4
# As many verbs share a subject at most, each hanging on the next; in 125 articles, five do. Without an end, a sentence
# of nothing but "said" takes time by the square of its length.
_MOST_VERBS = 8


def find_source(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The head word of who speaks by this verb, None if no clause names one."""
    parse = annotated.parse
    if is_passive(parse, verb):
        return _agent(annotated, verb)
    patient = speaking_patient(parse, verb)
    shown = _shown_speaking(parse, verb) if patient is None else patient
    if shown is not None:
        return shown
    inverted = (
        inverted_subject(annotated, verb) or stranded_subject(annotated, verb) or explained_subject(annotated, verb)
    )
    if inverted is not None:
        return inverted
    seen: dict[int, None] = {}
    current: int | None = verb
    while current is not None and current not in seen and len(seen) < _MOST_VERBS:
        subject = _own_subject(annotated, current)
        if subject is not None:
            patient = shared_patient(parse, current, next(reversed(seen), None))
            return resolved_relative(parse, subject if patient is None else patient)
        seen[current] = None
        head = parse.head(current)
        if parse.relation(current) == "acl" and head is not None and not tells_of_deed(parse, current):
            return head if _is_active(parse, current) else _agent(annotated, current)
        current = verb_with_subject(annotated, current)
    return _beside(annotated, verb)


def _shown_speaking(parse: Parse, verb: int) -> int | None:
    """Who speaks by a participle: "a story describes Lee telling …", "a clip of Lee saying …", "banners reading …"."""
    before, head = verb - 1, parse.head(verb)
    is_participle = parse.lower(verb).endswith("ing")
    if before < 0 or head is None or not (is_participle or _is_bare(parse, verb)):
        return None
    if parse.lower(verb) == "reading" and _is_document(parse, before):
        return before  # "Guards found a note reading “…”", whatever the parse makes of it
    if verb_lemma(parse, head) in words("reporting/showing_verbs"):
        # A parse may make a second subject of whom it shows, or hang them on what they say.
        objects = (*parse.children(head, "obj", "iobj", "nsubj"), *parse.children(verb, "obj", "iobj"))
        shown = [word for word in objects if head < word < verb and _is_shown(parse, word, verb)]
        if shown or parse.relation(verb) != "advcl":
            return next(iter(shown), None)
    if not is_participle:
        return None
    recorded = before
    while parse.relation(recorded) in ("flat", "compound") and (top := parse.head(recorded)) is not None:
        recorded = top
    record = parse.head(recorded)
    is_of_record = record is not None and noun_lemma(parse, record) in words("documents/recordings")
    if is_of_record and any(parse.lower(case) == "of" for case in parse.children(recorded, "case")):
        return recorded
    return before if _is_document(parse, before) else None


def _is_document(parse: Parse, word: int) -> bool:
    return parse.words[word].pos == "NOUN" and "document" in kinds_of_nouns(noun_lemma(parse, word))


def _is_bare(parse: Parse, verb: int) -> bool:
    """Whether the verb is one like in "heard Lee say", and not in "to say"."""
    is_complement = parse.relation(verb) in ("xcomp", "ccomp") and parse.lower(verb) == parse.lemma(verb)
    return is_complement and not parse.children(verb, "mark", "aux", "nsubj")


def _is_shown(parse: Parse, word: int, verb: int) -> bool:
    """Whether the verb is of this one, whom another shows: it is its complement, or stands right behind somebody."""
    if parse.relation(verb) in ("xcomp", "ccomp"):
        return True
    is_somebody = bool(parse.words[word].entity.endswith("PERSON") or kinds_of_nouns(noun_lemma(parse, word)))
    return parse.relation(verb) == "advcl" and is_somebody and max(parse.subtree(word)) == verb - 1


def _own_subject(annotated: AnnotatedArticle, verb: int) -> int | None:
    parse = annotated.parse
    if is_passive(parse, verb):
        return _agent(annotated, verb)
    subjects = [s for s in parse.children(verb, *_SUBJECT) if not annotated.is_marked(s)]
    # "Another tweeted: “…”"
    subjects = subjects or [s for s in parse.children(verb, "det") if s == verb - 1 and parse.lower(s) == "another"]
    if parse.lemma(verb) in HEARD:
        # What follows "told" is the hearer, whatever the parse makes of it.
        subjects = [subject for subject in subjects if subject < verb]
    # "Ann Lee says the vote sends …": the subject behind the verb may be that of the reported clause.
    leading = [subject for subject in subjects if subject < verb]
    return min(leading or subjects, key=lambda subject: abs(subject - verb), default=None)


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is in the passive, also without its auxiliary ("Drivers told to …", "a plan described as …").

    Who "was quoted" is the speaker all the same.
    """
    if parse.lemma(verb) == "quote":
        return False
    children = parse.children(verb)
    if any(parse.words[child].relation in ("aux:pass", "obl:agent") for child in children):
        return True
    if any(parse.words[child].relation == "nsubj:pass" and not _may_act(parse, child) for child in children):
        return True
    is_reduced = parse.words[verb].relation == "acl" and not _is_active(parse, verb)
    return is_reduced or _lacks_hearer(parse, verb)


def _may_act(parse: Parse, subject: int) -> bool:
    """Whether what a parse takes for the subject of a passive without "was" may act: in “…,” the statement added."""
    verb = parse.head(subject)
    if verb is None or parse.lemma(verb) in HEARD | ASKED or parse.children(verb, "aux"):
        return False
    is_name = parse.words[subject].entity.endswith(("PERSON", "ORG"))
    return is_name or bool(kinds_of_nouns(noun_lemma(parse, subject)))


def _lacks_hearer(parse: Parse, verb: int) -> bool:
    """Whether "told" has nobody after it who hears: in headlines, who stands before it does."""
    following = verb + 1
    if parse.lower(verb) != "told" or following >= len(parse) or parse.lower(following) not in ("to", "not"):
        return False
    return not parse.children(verb, "aux", "obj", "iobj")


def _is_active(parse: Parse, verb: int) -> bool:
    """Whether the noun that the verb hangs on acts: "a banner reading …", but not "support suggested in …"."""
    return (
        parse.words[verb].relation == "acl:relcl"
        or any(subject < verb for subject in parse.children(verb, "nsubj"))
        or parse.lower(verb).endswith("ing")
        or bool(parse.children(verb, "mark"))
        or _only_acts(parse, verb)
    )


def _only_acts(parse: Parse, verb: int) -> bool:
    """Whether a participle has an object of its own, or hangs on somebody, whom nobody "tweets" or "reports"."""
    noun, lemma = parse.head(verb), verb_lemma(parse, verb)
    if noun is None or lemma in HEARD | ASKED or parse.children(verb, "obl:agent"):
        return False
    is_somebody = parse.words[noun].entity.endswith("PERSON") or "role" in kinds_of_nouns(noun_lemma(parse, noun))
    objects = parse.children(verb, "ccomp", "obj")
    if any(parse.lower(parse.subtree(agent)[0]) == "by" for word in objects for agent in parse.children(word, "nmod")):
        # "branded “a disgrace” by Lee"
        return False
    has_object = bool(objects)
    if parse.lower(verb) in words("documents/naming_words"):
        # "a spokesman called Lee", but "the senator, also a lawyer, called it a shame".
        return has_object and is_somebody and parse.words[verb - 1].text == ","
    is_speech = f"{lemma}/VERB" in words("reporting/speech_cues") and lemma not in words("reporting/judging_verbs")
    return has_object or (is_somebody and is_speech)


def _agent(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The noun after "by"; parses hang it on the words that the verb reports, too: "described as “a ruin” by Lee"."""
    parse = annotated.parse
    for word in (verb, *(child for child in parse.children(verb) if child > verb)):
        for oblique in parse.children(word, "obl", "nmod"):
            is_outside = word == verb or (annotated.is_marked(word) and not annotated.is_marked(oblique))
            if is_outside and parse.lower(parse.subtree(oblique)[0]) == "by":
                return oblique
    return None


def _beside(annotated: AnnotatedArticle, verb: int) -> int | None:
    """The noun before or after the verb, where the parse names no subject."""
    parse = annotated.parse
    words = parse.sentence_words(parse.sentence(verb))
    opened = _closing_mark_before(annotated, verb, words.start)
    if opened is not None:
        # “…,” Lee, the former police chief, “told” …: the first noun after the mark.
        first = next((word for word in range(opened, verb) if parse.is_nominal(word)), None)
        if first is not None:
            return top_of_name(parse, first)
    before = range(verb - 1, max(verb - 1 - _NEAR, words.start - 1), -1)
    after = range(verb + 1, min(verb + 1 + _NEAR, words.stop))
    for side in (before,) if parse.lemma(verb) in HEARD or parse.lower(verb).endswith("ing") else (before, after):
        for word in side:
            bearer = bearer_before(parse, word) if word == verb - 1 and parse.words[word].text == "," else None
            if bearer is not None:
                return bearer
            if annotated.is_marked(word) or parse.words[word].text in _BARRIERS or parse.words[word].pos == "SCONJ":
                break
            if word > verb and parse.relation(word) in _SUBJECT and parse.head(word) != verb:
                break
            if parse.is_nominal(word) and parse.lower(word) not in RELATIVE_PRONOUNS:
                return _described_by_participle(parse, top_of_name(parse, word))
    return None


def _described_by_participle(parse: Parse, noun: int) -> int:
    """The noun before the participle that this one hangs on: in "a minister referring to a pact said", the minister."""
    participle = parse.head(noun)
    if parse.relation(noun) != "obl" or participle is None or parse.relation(participle) != "acl":
        return noun
    described = parse.head(participle)
    return noun if described is None or not described < participle < noun else described


def _closing_mark_before(annotated: AnnotatedArticle, verb: int, start: int) -> int | None:
    """The first word after the last marked span before the verb in its sentence, if no other verb stands between."""
    parse = annotated.parse
    for word in range(verb - 1, max(start, verb - LONGEST_SUBJECT * 2) - 1, -1):
        if annotated.is_marked(word):
            return word + 1
        if parse.words[word].pos == "VERB" and parse.relation(word) not in ("acl", "amod"):
            return None
    return None


def noun_after_according(parse: Parse, word: int) -> int | None:
    """The head word of whoever "according to" names."""
    for candidate in range(word, min(word + 2, len(parse))):
        head = parse.head(candidate)
        if head is not None and head > word + 1 and parse.is_nominal(head):
            return head
    limit = parse.sentence_words(parse.sentence(word)).stop
    return next((top_of_name(parse, w) for w in range(word + 2, min(word + 8, limit)) if parse.is_nominal(w)), None)
