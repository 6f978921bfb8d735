"""Party and state behind a legislator's name, as newspapers print them: "Sen. Ann Lee (D-Ill.)", or "(Vt.)"."""

from service.lexicon import words
from service.parsing.trees import Parse

_HYPHENS = ("-", "–")


def constituency_after(parse: Parse, word: int) -> range | None:
    """The words of the state in the bracket, or behind the comma, that is this word; None if there is no state."""
    if not 0 < word < len(parse) or parse.words[word].text not in ("(", ","):
        return None
    state = word + 1
    has_party = state + 2 < len(parse) and _is_party(parse, state)
    if has_party:
        state += 2
    if state + 1 >= len(parse) or not parse.words[state].text[0].isupper():
        return None
    has_dot = parse.words[state].text[-1] != "." and parse.words[state + 1].text == "."
    found = range(state, state + 1 + has_dot)
    if has_party:
        return found
    name = parse.span(state, found[-1]).text
    is_state = f"{name.rstrip('.')}." in words("tokens/states") or parse.words[state].entity == "S-LOC"
    is_bracketed = parse.words[word].text == "(" and found.stop < len(parse) and parse.words[found.stop].text == ")"
    return found if is_bracketed and is_state else None


def _is_party(parse: Parse, word: int) -> bool:
    """Whether a letter and a hyphen, without a blank, stand here."""
    letter, hyphen, state = parse.words[word], parse.words[word + 1], parse.words[word + 2]
    is_letter = len(letter.text) == 1 and letter.text.isupper() and hyphen.text in _HYPHENS
    return is_letter and letter.span.end == hyphen.span.start and hyphen.span.end == state.span.start
