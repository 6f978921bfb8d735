"""The rows of evidence for entities, on articles of a few words."""

import inspect
import math

import pytest

from service.attribution.coreference.article_facts import ArticleFacts
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.entities import description_evidence as descriptions
from service.attribution.direct.entities import entity_evidence as rules
from service.attribution.direct.entities import reference_evidence as references
from service.attribution.direct.entities.entity_context import EntityContext, Situation
from service.attribution.direct.entities.entity_table import ENTITY_EVIDENCE, NOBODY_EVIDENCE, EntityFunction
from service.attribution.direct.judging import History, guess_speakers
from service.lexicon import lines
from tests.attribution.readings import clauses_of

CLAUSE = "“ We/nsubj/won won/ccomp/said , ” {} said/root ."
ANN = "Ann_Lee/nsubj/left/PERSON left/root ."
JOHN = "John_Ray/nsubj/stayed/PERSON stayed/root ."
SHE = f"{ANN} {JOHN}\n\n{CLAUSE.format('she/nsubj/said')}"
NAMED = f"{JOHN}\n\n{CLAUSE.format('Ann_Lee/nsubj/said/PERSON')}"
SURNAME = f"{ANN} {JOHN}\n\n{CLAUSE.format('Lee/nsubj/said/PERSON')}"
ACME = f"{ANN}\n\n{CLAUSE.format('Acme/nsubj/said/ORG')}"
DOCTOR = f"{CLAUSE.format('a doctor/nsubj/said')}\n\n{ANN}"
THE_DOCTOR = f"{ANN}\n\n{CLAUSE.format('the doctor/nsubj/said')}"
AFTER_LEE = f"{CLAUSE.format('Ann_Lee/nsubj/said/PERSON')}\n\n{CLAUSE.format('the doctor/nsubj/said')}"
ACME_SAID = "Acme/nsubj/denied/ORG denied/root it/obj/denied ."
THE_MINISTRY = f"{ACME_SAID}\n\n{CLAUSE.format('the ministry/nsubj/said')}"
IT = f"{ACME_SAID}\n\n{CLAUSE.format('it/nsubj/said')}"
GROUP = CLAUSE.format("doctors/nsubj/said//NOUN")
BESIDE = (
    "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON , "
    "now/advmod/stranger a stranger/nsubj/said said/root ."
)
SIGNED = f"{JOHN}\n\n“ We/nsubj/won won/root . ” —/punct/won Ann_Lee/parataxis/won/PERSON"
INSIDE = f"{JOHN}\n\n“ Lee/nsubj/won/PERSON won/ccomp/said , ” he/nsubj/said said/root .\n\n{ANN}"
TWICE = f"{CLAUSE.format('Ann_Lee/nsubj/said/PERSON')} “ We/nsubj/left left/root . ”\n\n“ No/root//INTJ . ”"


def last_context(notation: str) -> EntityContext:
    """The last passage; the speakers of those before are as the mentions tell."""
    annotated, clauses = clauses_of(notation)
    resolver = CoreferenceResolver(annotated, clauses)
    guesses = tuple(guess_speakers(annotated, clauses, resolver))
    history = History(guesses)
    for guess in guesses[:-1]:
        assert guess.mention is not None
        assert guess.entity is not None
        history.add(guess.passage, guess.mention, guess.entity)
    return guesses[-1].context(ArticleFacts(annotated, clauses, resolver), history, len(guesses) - 1)


def spoken_for(rule: EntityFunction, notation: str) -> set[str]:
    """The names of the entities for whom the rule speaks."""
    context = last_context(notation)
    return {entity.name for entity in context.facts.entities if rule(context, entity) > 0}


@pytest.mark.parametrize(
    ("notation", "situation"),
    [
        (NAMED, Situation.FULL_NAME),
        (SURNAME, Situation.SHORT_NAME),
        (ACME, Situation.ORGANIZATION),
        (SHE, Situation.PRONOUN),
        (DOCTOR, Situation.DESCRIPTION),
        (SIGNED, Situation.NO_CLAUSE),
        (TWICE, Situation.HEADING),
        ("“ We/nsubj/won won/root . ”", Situation.CARRIED_ON),
    ],
)
def test_the_situation(notation: str, situation: Situation):
    if situation is Situation.HEADING:
        notation = notation.replace("No/root//INTJ .", "No/root//INTJ")
    assert last_context(notation).situation is situation


@pytest.mark.parametrize(
    ("rule", "notation", "names"),
    [
        (rules.by_pronoun, SHE, {"Ann Lee"}),
        (rules.by_description, DOCTOR, {"doctor"}),
        (rules.person_in_full, ACME, {"Ann Lee"}),
        (rules.organization, ACME, {"Acme"}),
        (rules.signs, SIGNED, {"Ann Lee"}),
        (rules.in_quotation, INSIDE, {"Ann Lee"}),
        (rules.named_soon_after, DOCTOR, {"Ann Lee"}),
        (rules.first_person_after, DOCTOR, {"Ann Lee"}),
        (rules.spoke_before, TWICE, {"Ann Lee"}),
        (rules.spoke_one_paragraph_before, TWICE, {"Ann Lee"}),
        (rules.spoke_in_paragraph, TWICE, set()),
        (rules.has_spoken_often, TWICE, {"Ann Lee"}),
        (references.gender_stated, SHE, {"Ann Lee"}),
        (references.gender_agrees, SHE, {"Ann Lee"}),
        (references.gender_against, SHE, {"John Ray"}),
        (references.last_person, SURNAME, {"John Ray"}),
        (references.only_person, THE_DOCTOR, {"Ann Lee"}),
        (descriptions.new_without_the, DOCTOR, {"doctor"}),
        (descriptions.new_without_the, THE_DOCTOR, set()),
        (descriptions.described_with_a_before_name, DOCTOR, {"Ann Lee"}),
        (descriptions.described_and_last_person, THE_DOCTOR, {"Ann Lee"}),
        (descriptions.person_for_role, THE_DOCTOR, {"Ann Lee"}),
        (descriptions.person_for_description, THE_DOCTOR, {"Ann Lee"}),
        (references.named_beside_description, BESIDE, {"Ann Lee"}),
        (references.shares_surname, SURNAME, {"Ann Lee"}),
        (references.last_who_agrees, SHE, {"Ann Lee"}),
        (references.subject_of_sentence_before, SHE, {"John Ray"}),
        (descriptions.described_and_last_to_speak, AFTER_LEE, {"Ann Lee"}),
        (descriptions.words_of_description, THE_DOCTOR, set()),
        (descriptions.new_with_the, THE_DOCTOR, {"doctor"}),
        (descriptions.new_with_the, THE_MINISTRY, set()),
        (descriptions.new_body_with_the, THE_MINISTRY, {"ministry"}),
        (descriptions.organization_for_noun, THE_MINISTRY, {"Acme"}),
        (descriptions.last_organization_for_noun, THE_MINISTRY, {"Acme"}),
        (descriptions.organization_spoke_for_noun, THE_MINISTRY, {"Acme"}),
        (references.last_organization_for_it, IT, {"Acme"}),
        (rules.one_unnamed, DOCTOR, {"doctor"}),
        (rules.group, GROUP, {"doctors"}),
    ],
)
def test_a_rule_speaks_for(rule: EntityFunction, notation: str, names: set[str]):
    assert spoken_for(rule, notation) == names


def test_every_row_explains_itself_and_has_finite_weights():
    head, *rows = (line.split() for line in lines("models/attribution/entity_weights"))
    names = [rule.__name__ for rule in (*ENTITY_EVIDENCE, *NOBODY_EVIDENCE)]
    assert head == ["evidence", "all", *Situation]
    assert [row[0] for row in rows] == names
    assert all(math.isfinite(float(weight)) for row in rows for weight in row[1:])
    assert all(inspect.getdoc(rule) for rule in (*ENTITY_EVIDENCE, *NOBODY_EVIDENCE))
