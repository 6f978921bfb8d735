"""Whether a clause without quotation marks reports somebody's words."""

import pytest

from attribution.readings import clauses_of
from service.attribution import reports as rules
from service.attribution.reports import ReportFunction, report_probability

THAT = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said ."
BEHIND = "The plan/nsubj/works works/ccomp/said , the ministry/nsubj/said said/root ."
ACCORDING = "The plan/nsubj/works works/root , according/case/Acme to/fixed/according/ADP Acme/obl/works/ORG ."
PROMISED = "She/nsubj/promised promised/root to/mark/build/PART build/xcomp/promised it/obj/build ."
PRAISED = "The mayor/nsubj/described described/root the bridge/obj/described ."
SPOKE = "He/nsubj/say will/aux/say not say/root ."
HOPING = "The town/nsubj/waits waits/root , saying/advcl/waits nothing/obj/saying/PRON ."
WHO = "A man/nsubj/left who/nsubj/said said/acl:relcl/man so/advmod/said left/root ."
TO_SAY = "She/nsubj/came came/root to/mark/say/PART say/advcl/came that/mark/works it/nsubj/works works/ccomp/say ."
PASSIVE = "So/advmod/said said/root ."
ARTICLES = {
    "that": THAT,
    "behind": BEHIND,
    "according": ACCORDING,
    "promised": PROMISED,
    "praised": PRAISED,
    "spoke": SPOKE,
    "hoping": HOPING,
    "who": WHO,
    "to say": TO_SAY,
    "nobody": PASSIVE,
}


def strength(rule: ReportFunction, article: str) -> float:
    reading, clauses = clauses_of(ARTICLES[article])
    return rule(reading, clauses[0])


@pytest.mark.parametrize(
    ("rule", "speaks", "is_silent"),
    [
        (rules.always, ["that", "nobody"], []),
        (rules.likely_verb, ["that", "according"], []),
        (rules.that_follows, ["that", "to say"], ["behind", "praised"]),
        (rules.clausal_complement, ["that", "behind"], ["praised", "promised"]),
        (rules.infinitive_complement, ["promised"], ["that", "praised"]),
        (rules.object_only, ["praised"], ["that", "spoke"]),
        (rules.no_object, ["spoke"], ["that", "praised"]),
        (rules.put_behind, ["behind", "according"], ["that"]),
        (rules.has_verb_inside, ["that", "behind"], ["praised", "spoke"]),
        (rules.long_content, ["that", "according"], ["spoke"]),
        (rules.according_to, ["according"], ["that"]),
        (rules.speaks_as_person, ["that", "spoke"], ["behind", "according"]),
        (rules.speaks_as_body, ["according"], ["that", "behind"]),
        (rules.speaks_as_described, ["behind", "praised"], ["that", "spoke"]),
        (rules.unknown_speaker, ["nobody"], ["that", "according"]),
        (rules.negated, ["spoke"], ["that"]),
        (rules.modal, ["spoke"], ["that"]),
        (rules.participle, ["hoping"], ["that"]),
        (rules.infinitive, ["to say"], ["that"]),
        (rules.main_verb, ["that", "praised"], ["to say", "hoping"]),
        (rules.in_relative_clause, ["who"], ["that"]),
    ],
)
def test_a_rule_speaks(rule: ReportFunction, speaks: list[str], is_silent: list[str]):
    assert [article for article in speaks if not strength(rule, article) > 0] == []
    assert [article for article in is_silent if strength(rule, article) != 0] == []


@pytest.mark.parametrize("article", ["that", "according"])
def test_a_clause_with_words_of_its_own_is_a_likely_report(article: str):
    assert strength(report_probability, article) > 0.5


@pytest.mark.parametrize("article", ["spoke", "nobody", "who"])
def test_a_clause_without_words_is_an_unlikely_one(article: str):
    assert strength(report_probability, article) < 0.5
