"""Whose words a clause reports, through whom, and how it puts them."""

import pytest

from service.attribution.reporting.governance import find_governance
from service.domain.quotations import ReportedAs
from tests.attribution.readings import clauses_of, report_of, speakers_of


def passed_on(notation: str) -> tuple[list[str | None], list[str]]:
    """The speakers of the quotations, and who relays the first."""
    report = report_of(notation)
    names = {speaker.id: speaker.name for speaker in report.speakers}
    return speakers_of(report), [names[each] for each in report.attributions[0].via]


@pytest.mark.parametrize(
    ("notation", "speakers"),
    [
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root it/nsubj/gift was/cop/gift “ a gift/ccomp/said/NOUN , ” but "
            "Bo_Kim/nsubj/called/PERSON called/conj/said/VERB it/obj/called “ a trap/xcomp/called/NOUN . ”",
            ["Ann Lee", "Bo Kim"],
            id="two clauses, two speakers",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root Bo_Kim/nsubj/declare/PERSON must/aux/declare declare/ccomp/said “ a "
            "truce/obj/declare . ”",
            ["Ann Lee"],
            id="who must speak has not",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON said/root , before/mark/added "
            "Bo_Kim/nsubj/added/PERSON added/advcl/said : “ They/nsubj/lost lost/ccomp/added . ”",
            ["Ann Lee", "Bo Kim"],
            id="a second verb before a colon",
        ),
        pytest.param(
            "Ann_Lee/nsubj/speaks/PERSON speaks/root of “ a gift/obl/speaks , ” and/cc/Bo Bo_Kim/conj/Ann/PERSON of "
            "“ a trap/nmod/Bo . ”",
            ["Ann Lee", "Bo Kim"],
            id="a verb left out",
        ),
        pytest.param(
            "Ann_Lee/nsubj/wrote/PERSON wrote/root on Chirper/obl/wrote/PROPN , “ Days/appos/Chirper of "
            "rice/nmod/Days . ”",
            ["Ann Lee"],
            id="a place between verb and words",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root the minister/iobj/told , who/nsubj/snapped snapped/acl:relcl/minister "
            "back/advmod/snapped : “ Prove/parataxis/snapped/VERB it/obj/Prove . ”",
            ["minister"],
            id="a relative clause before a colon",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/ccomp/added Ann_Lee/nsubj/said/PERSON ; “ They/nsubj/lost "
            "lost/ccomp/said , ” added/root/VERB Bo_Kim/nsubj/added/PERSON .",
            ["Ann Lee", "Bo Kim"],
            id="a semicolon parts two clauses",
        ),
        pytest.param(
            "“ Who/nsubj/won won/root ? ” Ann_Lee/nsubj/asked/PERSON asked/root/VERB the crowd/obj/asked .",
            ["Ann Lee"],
            id="a clause behind a question, parsed as a sentence",
        ),
        pytest.param(
            "Bo_Kim/nsubj/spoke/PERSON spoke/root : “ Who/nsubj/won won/parataxis/spoke ? ” Ann_Lee/nsubj/said/PERSON "
            "said/root nobody/nsubj/won won/ccomp/said/VERB .",
            ["Bo Kim", "Ann Lee"],
            id="a sentence behind a question that reports something else",
        ),
        pytest.param(
            "“ Who/nsubj/won won/ccomp/heard it/obj/won ? ” a reporter/nsubj/heard can/aux/heard be/aux/heard "
            "heard/root asking/xcomp/heard Ann_Lee/obj/asking/PERSON .",
            ["reporter"],
            id="who is heard asking",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Bo_Kim/nsubj/said/PERSON about/case/statement "
            "Ann_Lee/nmod:poss/statement/PERSON ’s/case/Ann statement/obl/said .",
            ["Bo Kim"],
            id="a statement that the words are about",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON said/root Bo_Kim/nsubj/used/PERSON "
            "used/ccomp/said/VERB to/mark/tell/PART tell/xcomp/used/VERB her/iobj/tell .",
            ["Bo Kim", "Ann Lee"],
            id="a report within the report behind the words",
        ),
        pytest.param(
            "The plan/nsubj:pass/called was/aux:pass/called called/root “ a/det/trap dangerous/amod/trap "
            "trap/xcomp/called/NOUN for/case/town the town/nmod/trap/NOUN and/cc/country its country/conj/town/NOUN ” "
            "by/case/Bo Bo/nmod/trap/PERSON Kim/flat/Bo/PERSON .",
            ["Bo Kim"],
            id="the passive: who stands behind by",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/told/PERSON was/aux:pass told/root : “ You/nsubj/go go/ccomp/told . ”",
            [None],
            id="the passive: who hears is nobody's speaker",
        ),
        pytest.param(
            "Hearing/advcl/said Bo/nmod:poss/remark/PERSON ’s remark/obj/Hearing that/mark/trap it/nsubj/trap "
            "was/cop/trap “ a/det/trap dangerous/amod/trap trap/acl/remark/NOUN , ” Ann_Lee/nsubj/said/PERSON "
            "said/root : “ We/nsubj/won won/ccomp/said . ”",
            ["Bo", "Ann Lee"],
            id="a noun and its owner",
        ),
        pytest.param(
            "Drivers/nsubj/told told/root to/mark/go/PART “ go/xcomp/told . ”", [None], id="the passive of headlines"
        ),
        pytest.param(
            "In/case/words the words/obl/go of/case/Ann Ann/nmod/words/PERSON Lee/flat/Ann/PERSON , "
            "drivers/nsubj/go must/aux/go “ go/root . ”",
            ["Ann Lee"],
            id="in the words of",
        ),
        pytest.param(
            "Bo_Kim/nsubj/came/PERSON came/root .\n“ We/nsubj/won won/root .\nThey/nsubj/lost lost/ccomp/said , ” "
            "Ann_Lee/nsubj/said/PERSON said/root .",
            ["Ann Lee"],
            id="the clause behind the last of several sentences",
        ),
    ],
)
def test_the_clause_tells_the_speaker(notation: str, speakers: list[str | None]):
    assert speakers_of(report_of(notation)) == speakers


@pytest.mark.parametrize(
    ("notation", "speaker", "relays"),
    [
        pytest.param(
            "Police/nsubj/said said/root Ann_Lee/nsubj/told/PERSON told/ccomp/said them/iobj/told : "
            "“ I/nsubj/won won/ccomp/told . ”",
            "Ann Lee",
            ["Police"],
            id="a clause in a clause",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/quoted , ” the Gazette/nsubj/quoted/ORG quoted/root Ann_Lee/obj/quoted/PERSON "
            "as/mark/saying/SCONJ saying/advcl/quoted .",
            "Ann Lee",
            ["Gazette"],
            id="quoted as saying",
        ),
        pytest.param(
            "The Gazette/nsubj/said/ORG , citing/advcl/said/VERB Ann_Lee/obj/citing/PERSON , said/root "
            "it/nsubj/is is/ccomp/said “ dead/obj/is . ”",
            "Ann Lee",
            ["Gazette"],
            id="citing",
        ),
        pytest.param(
            "According/case/Kim to/fixed/According/ADP Bo/obl/said/PERSON Kim/flat/Bo/PERSON , "
            "Ann_Lee/nsubj/said/PERSON said/root “ it/nsubj/works works/ccomp/said . ”",
            "Ann Lee",
            ["Bo Kim"],
            id="according to somebody, somebody said",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root , according/case/Gazette to/fixed/according/ADP "
            "the Gazette/obl/said/ORG : “ it/nsubj/works works/ccomp/said . ”",
            "Ann Lee",
            ["Gazette"],
            id="somebody said, according to somebody",
        ),
        pytest.param(
            "The Gazette/nsubj/said/ORG said/root that/mark/works , according/case/Lee to/fixed/according/ADP "
            "Ann_Lee/obl/works/PERSON , “ it/nsubj/works works/ccomp/said . ”",
            "Ann Lee",
            ["Gazette"],
            id="said that, according to somebody",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/quoted , ” the Gazette/nsubj/quoted/ORG quoted/root witness/xcomp/quoted/NOUN "
            "Ann_Lee/obj/witness/PERSON as/mark/saying/SCONJ saying/advcl/quoted .",
            "Ann Lee",
            ["Gazette"],
            id="quoted a witness as saying",
        ),
    ],
)
def test_who_relays_is_no_speaker(notation: str, speaker: str, relays: list[str]):
    assert passed_on(notation) == ([speaker], relays)


@pytest.mark.parametrize(
    ("notation", "reported_as", "speaker"),
    [
        pytest.param(
            "Ann_Lee/nsubj/say/PERSON did/aux/say not/advmod/say say/root “ we/nsubj/lost lost/ccomp/say . ”",
            ReportedAs.DENIED,
            None,
            id="did not say",
        ),
        pytest.param(
            "Ann_Lee/nsubj/denied/PERSON denied/root//VERB saying/xcomp/denied “ we/nsubj/lost lost/ccomp/saying . ”",
            ReportedAs.DENIED,
            None,
            id="denied saying",
        ),
        pytest.param(
            "No/det/one one/nsubj/said/PRON said/root “ sorry/ccomp/said . ”", ReportedAs.DENIED, None, id="no one"
        ),
        pytest.param(
            "A fake/amod/quote quote/nsubj/spread in/case/which which/obl/says Ann_Lee/nsubj/says/PERSON "
            "says/acl:relcl/quote “ we/nsubj/lost lost/ccomp/says ” spread/root .",
            ReportedAs.DENIED,
            None,
            id="a fake quote",
        ),
        pytest.param(
            "Did/aux/say Ann_Lee/nsubj/say/PERSON say/root “ we/nsubj/lost lost/ccomp/say ” ?",
            ReportedAs.ASKED,
            None,
            id="did she say",
        ),
        pytest.param(
            "Ann_Lee/nsubj/say/PERSON would/aux/say say/root “ we/nsubj/lost lost/ccomp/say . ”",
            ReportedAs.HYPOTHETICAL,
            "Ann Lee",
            id="would say",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/expected/PERSON is/aux:pass expected/root//VERB to/mark/say/PART say/xcomp/expected : "
            "“ We/nsubj/lost lost/ccomp/say . ”",
            ReportedAs.HYPOTHETICAL,
            "Ann Lee",
            id="is expected to say",
        ),
        pytest.param(
            "Ann_Lee/nsubj/say/PERSON would/aux/say later/advmod/say say/root “ we/nsubj/lost lost/ccomp/say . ”",
            ReportedAs.SAID,
            "Ann Lee",
            id="would later say",
        ),
    ],
)
def test_how_words_are_put(notation: str, reported_as: ReportedAs, speaker: str | None):
    report = report_of(notation)
    (attribution, *_) = report.attributions
    assert (attribution.quotation.reported_as, speakers_of(report)[0]) == (reported_as, speaker)


def test_a_verb_that_may_go_on_with_the_report_decides_nothing():
    notation = (
        "Ann_Lee/nsubj/saw/PERSON saw/root Bo_Kim/nsubj/come/PERSON come/ccomp/saw , and threatened/conj/come/VERB "
        "to/mark/leave/PART leave/xcomp/threatened “ at/case/once once/obl/leave/ADV . ”"
    )
    annotated, clauses = clauses_of(notation)
    (marked,) = annotated.marks
    assert find_governance(annotated, clauses, annotated.parse.within(marked.outer.start, marked.outer.end)) is None


def test_what_may_be_no_cue_is_reported_by_the_clause_behind_the_words():
    annotated, clauses = clauses_of(
        "Acme/nsubj/opened/ORG opened/ccomp/said and highlights/conj/opened/VERB “ strong/amod/ties "
        "ties/obj/highlights ” , Ann_Lee/nsubj/said/PERSON said/root ."
    )
    (marked,) = annotated.marks
    quoted = annotated.parse.within(marked.outer.start, marked.outer.end)
    governance = find_governance(annotated, clauses, quoted)
    assert governance is not None
    assert (annotated.parse.lower(governance.clause.verb), governance.relays) == ("said", ())


def test_a_negation_between_the_marks_is_the_answer():
    report = report_of("“ Never/advmod/told , ” Ann_Lee/nsubj/told/PERSON told/root reporters/obj/told .")
    assert [each.quotation.reported_as for each in report.attributions] == [ReportedAs.SAID]


def test_a_source_may_be_any_word_of_a_name():
    report = report_of(
        "Bo/nsubj/called/PERSON Kim/nsubj/called/PERSON called/advcl/said it/obj/called “ a trap/xcomp/called/NOUN , ” "
        "Ann_Lee/nsubj/said/PERSON said/root : “ No/ccomp/said/INTJ . ”"
    )
    assert speakers_of(report) == ["Bo Kim", "Ann Lee"]


def test_a_question_is_known_by_its_first_word():
    report = report_of("Had/root//VERB Ann_Lee/obj/Had/PERSON said/xcomp/Had/VERB “ no/obj/said/INTJ ” ?")
    assert [each.quotation.reported_as for each in report.attributions] == [ReportedAs.ASKED]


@pytest.mark.parametrize(
    ("notation", "source"),
    [
        pytest.param(
            "The Gazette/nsubj/questioned/ORG questioned/root it/obj/questioned , saying/advcl/questioned "
            "that/mark/led it/nsubj/led led/ccomp/saying to/case/fights “ old/amod/fights fights/obl/led .\n"
            "It/nsubj/time is/cop/time a/det/time good/amod/time time/root//NOUN to/mark/stop stop/acl/time "
            "all/obj/stop . ”",
            "Gazette",
            id="words of two sentences hang on the verb above the first",
        ),
        pytest.param(
            "Ann_Lee/nsubj/agreed/PERSON agreed/root that/mark/give they/nsubj/give would/aux/give give/ccomp/agreed “ "
            "every/det/help help/obj/give , ” according/case/text to/fixed/according the/det/text text/obl/give .",
            "text",
            id="what accords with a text, where the verb above tells of no speech",
        ),
        pytest.param(
            "“ We/nsubj/won won/root , ” Ann_Lee/nsubj/said/PERSON said/parataxis/won , naming/ccomp/said "
            "a dish/obj/naming .",
            "Ann",
            id="a participle behind the verb is not what it reports",
        ),
        pytest.param(
            "Ann_Lee/nsubj/replied/PERSON replied/root , “ So/advmod/I am/cop/I I/nsubj/replied . ”",
            "Ann",
            id="words that follow the verb and a comma, whatever they hang on",
        ),
    ],
)
def test_the_clause_that_tells_of_speech_governs(notation: str, source: str):
    annotated, clauses = clauses_of(notation)
    (marked, *_) = annotated.marks
    found = find_governance(annotated, clauses, annotated.parse.within(marked.outer.start, marked.outer.end))
    assert found is not None
    assert found.source is not None
    assert annotated.parse.words[found.source].text == source
