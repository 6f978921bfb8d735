"""What speaks for and against a report: each rule explains itself and sees what it says."""

import inspect
import math
from itertools import chain

import pytest

from service.attribution.indirect.candidates import CueKind, indirect_candidates
from service.attribution.indirect.content_candidates import Border
from service.attribution.indirect.content_evidence import COMPLEMENT_EVIDENCE
from service.attribution.indirect.cue_evidence import CUE_EVIDENCE
from service.lexicon import weights
from tests.attribution.readings import annotated_of

RULES = (*CUE_EVIDENCE, *COMPLEMENT_EVIDENCE)


def seen(notation: str, cue: str) -> set[str]:
    """The names of the evidence for the first run of words that the cue may report."""
    annotated = annotated_of(notation)
    every = chain.from_iterable(indirect_candidates(annotated, kind) for kind in CueKind)
    reports = next(some for some in every if annotated.parse.words[some[0].cue.word].text == cue)
    return set(reports[0].evidence)


def test_every_rule_explains_itself():
    assert [rule.__name__ for rule in RULES if not inspect.getdoc(rule)] == []


def test_every_weight_is_finite_and_belongs_to_a_rule():
    learnt = weights("models/attribution/report_weights")
    assert {name.partition("=")[0] for name in learnt} <= {"always"} | {rule.__name__ for rule in RULES}
    assert all(map(math.isfinite, learnt.values()))


SAID = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said ."
WOULD = "He/nsubj/say did/aux/say not/advmod/say/PART say/root , it/nsubj/works works/ccomp/say ."
REFUSED = "He/nsubj/refused refused/root to/mark/say/PART say/xcomp/refused it/nsubj/works works/ccomp/say ."
WORRIED = "The mayor/nsubj:pass/worried was/aux:pass/worried worried/root it/nsubj/works works/ccomp/worried ."
WE = "We/nsubj/hope hope/root it/obj/hope ."
WHO = "Ann_Lee/nsubj/left/PERSON , who/nsubj/said said/acl:relcl/Ann it/nsubj/works works/ccomp/said , left/root ."
NESTED = "Ann_Lee/nsubj/said/PERSON said/root he/nsubj/hopes hopes/ccomp/said it/nsubj/works works/ccomp/hopes ."
BESIDE = "He/nsubj/hopes hopes/root it/obj/hopes , according/case/Acme to/fixed/according/ADP Acme/obl/hopes/ORG ."
LOOSE = "Ann_Lee/nsubj/saw/PERSON saw/root the big/amod/man man/obj/saw , smiling/acl/man ."
FAR = (
    "Ann_Lee/nsubj/said/PERSON of the old/amod/town town/nmod/Ann , of the new/amod/town town/nmod/Ann and of the "
    "big/amod/city city/nmod/Ann said/root it/nsubj/works works/ccomp/said ."
)


@pytest.mark.parametrize(
    ("notation", "cue", "name"),
    [
        (SAID, "said", "place_of_cue=root"),
        (SAID, "said", "place_of_cue=path|root"),
        (SAID, "said", "likely_cue=8"),
        (SAID, "said", "inside_report=sure|"),
        (SAID, "said", "form_of_cue=VERB||"),
        (SAID, "said", "complements_of_cue=ccomp"),
        (SAID, "said", "kind_of_holder=PERSON"),
        (SAID, "said", "way_to_holder=distance|-2"),
        (SAID, "said", "frame=ccomp|whole"),
        (SAID, "said", "cue_with_frame=say/VERB|ccomp"),
        (SAID, "said", "length=verbs|1|ccomp"),
        (SAID, "said", "words_around=before|that"),
        (SAID, "said", "words_around=first|the|say/VERB"),
        (SAID, "said", "words_around=after|PUNCT"),
        (SAID, "said", "main_word=VERB|ccomp"),
        (SAID, "said", "stops_inside=0"),
        (SAID, "said", "loose_ends=cut|0"),
        (WOULD, "say", "small_words=negation"),
        (WOULD, "say", "small_words=did"),
        (WOULD, "say", "kind_of_holder=he"),
        (REFUSED, "say", "word_above=refused|xcomp"),
        (WORRIED, "worried", "form_of_cue=VERB|ed|passive"),
        (WORRIED, "worried", "kind_of_holder=mayor"),
        (WE, "hope", "kind_of_holder=pronoun|unlisted"),
        (WE, "hope", "main_word=alone|it"),
        (WHO, "said", "way_to_holder=relative|True"),
        (FAR, "said", "way_to_holder=far|False"),
        (NESTED, "hopes", "inside_report=sure|say"),
        (NESTED, "hopes", "inside_report=likely|ccomp"),
        (NESTED, "hopes", "place_of_cue=path|ccomp/root"),
        (BESIDE, "hopes", "inside_report=according|True"),
        (LOOSE, "saw", "stops_inside=,VERBing"),
    ],
)
def test_a_rule_sees(notation: str, cue: str, name: str):
    assert name in seen(notation, cue)


def test_what_the_run_cuts_off_is_seen():
    annotated = annotated_of(LOOSE)
    (reports, *_) = indirect_candidates(annotated, CueKind.ATTITUDE)
    (short,) = (each for each in reports if each.content.border is Border.BEFORE_BRANCH)
    assert {"loose_ends=cut|1", "loose_ends=cut|acl"} <= set(short.evidence)


def test_whose_name_it_is_is_not_seen():
    names = {name for notation in (SAID, WHO, FAR) for name in seen(notation, "said")}
    assert [name for name in names if "ann" in name or "lee" in name] == []
