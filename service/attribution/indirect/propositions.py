"""Whether words beside a cue are what it reports: a proposition, and no mere topic, hearer or name."""

from service.attribution.indirect.content_candidates import ContentCandidate
from service.lexicon import words
from service.parsing.trees import Parse

# What these lead to is what somebody speaks about.
_TOPICS = frozenset(("about", "on", "over", "regarding", "concerning", "against", "with"))
_CLAUSAL = frozenset(("ccomp", "xcomp", "parataxis", "before", "around", "according", "acl", "advcl"))
# Without a verb, fewer words than these, small ones aside, name somebody or something: "for help", "his brother".
_FEWEST_WORDS, _SMALL = 3, ("DET", "PUNCT", "ADP", "PRON")
# What "of" leads to behind these is who asks: "the demands of the villagers".
_OF_THOSE_WHO_ASK = frozenset(("demand/NOUN", "request/NOUN"))


def is_proposition(parse: Parse, cue: str, content: ContentCandidate) -> bool:
    """Whether the words say something: "a bridge by May" may be announced, "the fans" are only thanked."""
    inside = range(*content.words)
    relation, _, preposition = content.frame.partition(":")
    if relation == "obj" and content.head is not None and parse.words[content.head].pos == "PRON":
        # "He announced this at a meeting that …"
        return False
    if content.frame == "nmod:to":
        # "a warning to all who …"
        return False
    if content.frame == "nmod:of" and cue in _OF_THOSE_WHO_ASK:
        return False
    if cue == "claim/VERB" and relation == "obj" and _is_won(parse, content):
        return False
    if cue.startswith("refer/"):
        return any(parse.lower(word) == "as" for word in inside)
    if any(map(parse.is_verbal, inside)) and content.relation in _CLAUSAL:
        return True
    if cue in words("reporting/clausal_cues"):
        return False
    if relation in ("obl", "nmod") and preposition in _TOPICS:
        return False
    if relation == "obj" and cue == "tell/VERB":
        # "told a news conference"
        return any(map(parse.is_verbal, inside))
    content_words = [word for word in inside if parse.words[word].pos not in _SMALL]
    return relation in _CLAUSAL or len(content_words) >= _FEWEST_WORDS or any(map(parse.is_verbal, inside))


def _is_won(parse: Parse, content: ContentCandidate) -> bool:
    """Whether the object is what somebody wins or takes: "claimed victory", "claimed a medal in the final"."""
    return content.head is not None and parse.lemma(content.head) in words("words/won")
