"""Evidence that marked words are no speech but a title, a term, a nickname; see `speech.py`."""

import re

from service.attribution.direct.context import Scene
from service.lexicon import words
from service.text.marks import MarkedSpan

_FINITE = ("AUX", "VERB")
# Words in a term of politics or business; longer ones are sentences.
_LONGEST_TERM = 5
# A quotation may stand in the headline, too; a third time it is a term.
_REPEATED = 3
# Characters around a run in which its words are counted: an article whole, of a book some pages.
_NEAR = 20_000


def title_case(scene: Scene) -> float:
    """Every longer word has a capital: the title of a work."""
    texts = [scene.parse.words[word].text for word in words_inside(scene)]
    longer = [text for text in texts if len(text) > 3 and text[0].isalpha()]
    return float(len(longer) > 1 and all(text[0].isupper() for text in longer))


def one_capital(scene: Scene) -> float:
    """One word or two with a capital."""
    texts = [scene.parse.words[word].text for word in words_inside(scene)]
    return float(0 < len(texts) <= 2 and all(text[0].isupper() for text in texts))


def article_leads(scene: Scene) -> float:
    """Follows an article, a possessive or an adjective: a part of somebody's sentence."""
    before = scene.first - 1
    return float(
        before >= 0 and (scene.parse.words[before].pos in ("DET", "ADJ") or scene.parse.lower(before) in ("’s", "'s"))
    )


def noun_follows(scene: Scene) -> float:
    """A noun follows the closing mark at once."""
    return float(following_pos(scene) in ("NOUN", "PROPN"))


def naming_leads(scene: Scene) -> float:
    """Follows a word that names ("called", "titled", "known as", "so-called")."""
    before = [scene.parse.lower(word) for word in range(max(0, scene.first - 3), scene.first)]
    return float(any(word in words("naming_words") for word in before))


def verb_follows(scene: Scene) -> float:
    """A few words that are the subject of a verb of the article’s own: a term, not speech."""
    following = scene.last + 1
    if following_pos(scene) not in _FINITE or len(words_inside(scene)) > _LONGEST_TERM:
        return 0.0
    is_cue = any(clause.verb == following for clause in scene.clauses)
    # “…,” underlining …: what goes on behind a comma is the report’s sentence.
    goes_on = inside(scene)[-1:] == "," or scene.parse.lower(following).endswith("ing")
    return float(not is_cue and not goes_on)


def repeated_term(scene: Scene) -> float:
    """A few words that the article uses again and again, or again and not as a report: a term."""
    if len(words_inside(scene)) > _LONGEST_TERM:
        return 0.0
    own = _term(scene.run.marks[0])
    terms = [_term(marked) for marked in scene.reading.marks if marked.span.text.count(" ") < _LONGEST_TERM]
    n_used = _n_used(scene, own) if " " in own else 0
    often = n_used > _REPEATED or sum(own in term or term in own for term in terms) >= _REPEATED
    return float(often or (n_used > 1 and (bool(verb_follows(scene)) or not _is_reported(scene))))


def _n_used(scene: Scene, term: str) -> int:
    """How often the article uses the words near the run, marked or not."""
    near = scene.parse.text[max(0, scene.run.start - _NEAR) : scene.run.end + _NEAR].casefold()
    return len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", near))


def _is_reported(scene: Scene) -> bool:
    """Whether a reporting clause stands in a sentence of the marked words."""
    return any(scene.parse.sentence(clause.verb) in scene.sentences for clause in scene.clauses)


def _term(marked: MarkedSpan) -> str:
    return marked.span.text.casefold().rstrip(",.")


def named_with_article(scene: Scene) -> float:
    """A word or two after "the", no reporting clause beside them: the “disappeared”."""
    after_the = scene.first > 0 and scene.parse.lower(scene.first - 1) == "the"
    alone = not any(scene.clause_distance(clause) <= 1 for clause in scene.clauses)
    return float(after_the and alone and len(words_inside(scene)) <= 2)


def work_in_list(scene: Scene) -> float:
    """A capitalized word or two before a comma, and no reporting clause beside it: a work in a list of works."""
    return (
        one_capital(scene)
        * float(inside(scene)[-1:] == ",")
        * float(not any(scene.clause_distance(clause) <= 1 for clause in scene.clauses))
    )


def modifies_noun(scene: Scene) -> float:
    """A few words between an article or an adjective and a noun: an “unprecedented” outcome."""
    return article_leads(scene) * noun_follows(scene) * float(len(words_inside(scene)) <= _LONGEST_TERM)


def acronym(scene: Scene) -> float:
    """Capital letters only."""
    text = inside(scene).rstrip(",.")
    return float(text.isupper() and text.isalpha() and len(text) > 1)


def work_follows(scene: Scene) -> float:
    """A description as a work follows: “…,” a play about …"""
    after = range(scene.last + 1, min(scene.last + 4, len(scene.parse)))
    return float(any(scene.parse.lower(word) in words("works") for word in after))


def words_inside(scene: Scene) -> list[int]:
    """The words of the first marked span, punctuation left out."""
    span = scene.run.marks[0].span
    return [word for word in scene.parse.within(span.start, span.end) if scene.parse.words[word].pos != "PUNCT"]


def inside(scene: Scene) -> str:
    """The text of the last marked span."""
    return scene.run.marks[-1].span.text


def following_pos(scene: Scene) -> str:
    """The part of speech of the word after the closing mark, empty where the sentence ends."""
    following = scene.last + 1
    if following >= len(scene.parse) or scene.parse.sentence(following) != scene.parse.sentence(scene.last):
        return ""
    return scene.parse.words[following].pos
