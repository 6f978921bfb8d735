"""A run of marked words among its surroundings."""

from service.attribution.direct.context import QuotationContext
from tests.attribution.parses import word_of
from tests.attribution.readings import contexts_of

FAR = "\n\n".join(f"Bo_{name}/nsubj/came/PERSON came/root ." for name in ("Ames", "Bell", "Cole", "Dunn", "East"))
NOTATION = f"""
    {FAR}

    “ Ed_Fox/nsubj/won/PERSON won/ccomp/said , ” said/root the mayor/nsubj/said Ann_Lee/appos/mayor/PERSON .

    She/nsubj/left left/root .

    Gus_Hill/nsubj/stayed/PERSON stayed/root .
"""


def context(notation: str = NOTATION) -> QuotationContext:
    return contexts_of(notation)[0]


def names(context: QuotationContext) -> list[str]:
    return [candidate.mention.name for candidate in context.candidates]


def test_candidates_stand_near_and_outside_the_marks():
    found = names(context())
    assert "Ed Fox" not in found
    assert "Bo Ames" not in found
    assert "Gus Hill" not in found
    assert {"Bo East", "Ann Lee", "she"} <= set(found)


def test_a_title_is_no_candidate_beside_its_name():
    assert "mayor" not in names(context())


def test_a_candidate_has_the_clause_that_it_is_the_subject_of():
    clauses = {candidate.mention.name: candidate.clause for candidate in context().candidates}
    assert clauses["Ann Lee"] is not None
    assert clauses["Ann Lee"].cue.text == "said"
    assert clauses["she"] is None


def test_the_nearer_clause_of_a_speaker_counts():
    twice = """
        Ann_Lee/nsubj/warned/PERSON warned/root and then/advmod/said said/conj/warned/VERB : “ No/ccomp/said/INTJ . ”
    """
    ann = next(candidate for candidate in context(twice).candidates if candidate.mention.name == "Ann Lee")
    assert ann.clause is not None
    assert ann.clause.cue.text == "said"


def test_distance_is_counted_in_words_between():
    parse = context().parse
    assert context().word_distance(word_of(parse, "won")) == 0
    assert context().word_distance(word_of(parse, "said")) == 0
    assert context().word_distance(word_of(parse, "mayor")) == 2
    assert context().word_distance(word_of(parse, ".", 4)) == 0


def test_a_clause_is_as_near_as_the_nearer_of_its_verb_and_speaker():
    clause = context().clauses[0]
    assert context().clause_distance(clause) == 0


def test_paragraphs_of_a_run_that_is_carried_on():
    carried = context("“ We/nsubj/won won/root .\n\n“ They/nsubj/lost lost/root . ”\n\nShe/nsubj/left left/root .")
    assert (carried.first_paragraph, carried.last_paragraph) == (0, 1)
    assert carried.is_before(word_of(carried.parse, "We")) is False


def test_a_body_in_a_description_is_a_candidate_where_it_speaks():
    bank = """
        A spokesman/nsubj/left for Delta_Bank/nmod/spokesman/ORG , which/nsubj/called called/acl:relcl/spokesman
        it/obj/called “ dead/xcomp/called ” , left/root .
    """
    assert "Delta Bank" in [each.mention.name for each in context(" ".join(bank.split())).candidates]
    assert "Delta Bank" not in [
        each.mention.name for each in context(" ".join(bank.replace("which", "who").split())).candidates
    ]


def test_who_is_mentioned_in_what_is_reported_with_the_run_is_no_candidate():
    notation = (
        "Ann_Lee/nsubj/said/PERSON said/root that/mark/good the plan/nsubj/good of the mayor/nmod/plan was/cop/good "
        "“ good/ccomp/said/ADJ ” ."
    )
    assert "mayor" in names(contexts_of(notation)[0])
    assert names(contexts_of(notation, "the plan of the mayor was “good”")[0]) == ["Ann Lee"]


def test_it_stays_a_candidate_in_what_is_reported_with_the_run():
    notation = "Ann_Lee/nsubj/ran/PERSON ran/root ./punct/ran It/nsubj/good is/cop/good “ good/root/ADJ ” ."
    assert names(contexts_of(notation, "It is “good”")[0]) == ["Ann Lee", "it"]


def test_whoever_acts_before_a_colon_stays_a_candidate():
    notation = (
        "Bo_Ray/nsubj/said/PERSON said/root that/mark/texted Ann_Lee/nsubj/texted/PERSON texted/ccomp/said : "
        "“ Run/parataxis/texted/VERB ! ”"
    )
    assert names(contexts_of(notation, "Ann Lee texted: “Run!”")[0]) == ["Bo Ray", "Ann Lee"]


def test_whose_words_a_clause_reports_stays_a_candidate_and_so_does_everybody_where_nobody_else_is():
    notation = (
        "Ann_Lee/nsubj/said/PERSON said/root she/nsubj/called called/ccomp/said it/obj/called “ odd/xcomp/called ” ."
    )
    assert "she" in names(contexts_of(notation, "she called it “odd”")[0])
    assert names(contexts_of("Ann_Lee/nsubj/ran/PERSON ran/root “ far/advmod/ran ” .", "Ann Lee ran “far")[0]) == [
        "Ann Lee"
    ]
