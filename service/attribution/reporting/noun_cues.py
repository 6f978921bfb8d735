"""Nouns that report quoted words for their owner: "Lee’s remark that it was “a trap”"."""

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import Pattern, ReportingClause
from service.lexicon import words
from service.parsing.trees import Parse


def nouns_above(annotated: AnnotatedArticle, quoted: range) -> dict[int, ReportingClause]:
    """The nouns above the words that report them for their owner: "Lee’s remark that it was “a trap”"."""
    parse = annotated.parse
    found: dict[int, ReportingClause] = {}
    below = top_of(parse, quoted)
    for noun in parse.ancestors(below):
        owner = next((each for each in parse.children(noun) if parse.words[each].relation == "nmod:poss"), None)
        owner = _author(parse, noun, below) if owner is None else owner
        is_cue = parse.words[noun].pos == "NOUN" and f"{parse.lemma(noun)}/NOUN" in words("reporting/speech_cues")
        # Of “We won,” said Lee about Ray's statement, a parse may hang the words on the statement.
        is_above = parse.relation(below) == "ccomp" or (parse.relation(below) == "acl" and noun < quoted.start)
        if is_cue and owner is not None and is_above and noun not in quoted:
            span = parse.span(noun, noun)
            found[noun] = ReportingClause(Pattern.NOUN, noun, span, annotated.named(owner), None, 1.0)
        below = noun
    return found


def _author(parse: Parse, noun: int, report: int) -> int | None:
    """Whose words a noun reports by "by": "a claim by his rival, Ann Lee, that it was “a trap”"."""
    return next(
        (
            each
            for each in parse.children(noun, "nmod")
            if each < report and any(parse.lower(case) == "by" for case in parse.children(each, "case"))
        ),
        None,
    )


def top_of(parse: Parse, quoted: range) -> int:
    """The quoted word that most of the others hang on."""
    tops = [
        word
        for word in quoted
        # To look for None in a range takes time.
        if parse.words[word].pos != "PUNCT" and ((head := parse.head(word)) is None or head not in quoted)
    ]
    return max(tops, key=lambda word: len(parse.subtree(word)), default=quoted.start)
