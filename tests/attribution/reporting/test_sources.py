"""Who speaks by a reporting verb."""

import pytest

from service.attribution.reporting.sources import find_source, noun_after_according
from tests.attribution.parses import parsed, word_of
from tests.attribution.readings import annotated_of


@pytest.mark.parametrize(
    ("notation", "cue", "source"),
    [
        pytest.param(
            "Ann_Lee/nsubj/smiled/PERSON smiled/root , saying/advcl/smiled she/nsubj/won won/ccomp/saying .",
            "saying",
            "Ann",
            id="the subject of the verb above",
        ),
        pytest.param(
            "Ann_Lee/nsubj/stood/PERSON stood/root and said/conj/stood/VERB so/advmod/said .",
            "said",
            "Ann",
            id="the subject of the verb before",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/joined was/aux:pass/joined joined/root by Bo_Kim/obl/joined/PERSON and/cc/joked "
            "joked/conj/joined/VERB .",
            "joked",
            "Ann",
            id="whom the verb before was done to",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/booed was/aux:pass/booed booed/root by fans/obl/booed after/mark/telling "
            "telling/advcl/booed them/obj/telling no/obj/telling .",
            "telling",
            "Ann",
            id="whom something was done to after it",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/attacked was/aux:pass/attacked attacked/root by Bo_Kim/obl/attacked/PERSON , "
            "calling/advcl/attacked her/obj/calling lazy/xcomp/calling .",
            "calling",
            "Bo",
            id="whom it was done by, in a comment",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/heard was/aux:pass/heard heard/root by staff/obl/heard "
            "calling/acl/staff him/obj/calling lazy/xcomp/calling .",
            "calling",
            "Ann",
            id="whom others heard, wherever the participle hangs",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/heard was/aux:pass/heard heard/root by guards/obl/heard , "
            "shouting/advcl/heard no/obj/shouting .",
            "shouting",
            "Ann",
            id="whom others heard",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/remembered was/aux:pass/remembered remembered/root by "
            "friends/obl/remembered , saying/advcl/remembered she/nsubj/won won/ccomp/saying .",
            "saying",
            "friends",
            id="who remembers somebody",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/stopped was/aux:pass/stopped stopped/root by officers/obl/stopped , "
            "telling/advcl/stopped them/iobj/telling no/obj/telling .",
            "telling",
            "Ann",
            id="whoever tells those who did something",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/stopped was/aux:pass/stopped stopped/root by Bo_Kim/obl/stopped/PERSON , "
            "telling/advcl/stopped her/iobj/telling no/obj/telling .",
            "telling",
            "Bo",
            id="whoever tells the one that something was done to",
        ),
        pytest.param(
            "Ann_Lee/nsubj/says/PERSON says/root the vote/nsubj/says sends/ccomp/says a message/obj/sends .",
            "says",
            "Ann",
            id="the subject before the verb, not that of the reported clause",
        ),
        pytest.param(
            "Rain/nsubj:pass/seen was/aux:pass/seen seen/root but Ann_Lee/conj/seen/PERSON , an official/appos/Ann "
            "with the bank/nmod/official , said/conj/seen/VERB rivers/nsubj/rose rose/ccomp/said .",
            "said",
            "Ann",
            id="whom the apposition before the verb describes",
        ),
        pytest.param(
            "The letter/root referring/acl/letter to a pact/obl/referring said/parataxis/letter so/advmod/said .",
            "said",
            "letter",
            id="what a participle beside the verb describes",
        ),
        pytest.param(
            "The mayor/nsubj/left , who/nsubj/said said/acl:relcl/mayor so/advmod/said , left/root .",
            "said",
            "mayor",
            id="the noun that a relative pronoun stands for",
        ),
        pytest.param(
            "Rain/nsubj/fell fell/root , the statement/nsubj:pass/added added/advcl/fell .",
            "added",
            "statement",
            id="a document that acts, whatever the parse says",
        ),
        pytest.param(
            "They/nsubj/shot shot/root a bomber/obj/shot , Ann_Lee/nsubj/said/PERSON said/acl/bomber .",
            "said",
            "Ann",
            id="the subject of what the parse takes for a participle",
        ),
        pytest.param(
            "It/nsubj:pass/said was/aux:pass/said said/root by Ann_Lee/obl/said/PERSON .",
            "said",
            "Ann",
            id="the agent of a passive",
        ),
        pytest.param(
            "It/nsubj:pass/said was/aux:pass/said said/root in May/obl/said/DATE by Ann_Lee/obl/said/PERSON .",
            "said",
            "Ann",
            id="the agent among other phrases",
        ),
        pytest.param(
            "A plan/nsubj/fails described/acl/plan as “ a ruin/obl/described ” by/case/mayor the "
            "mayor/nmod:desc/Ann/NOUN Ann_Lee/nmod/ruin/PERSON fails/root .",
            "described",
            "Ann",
            id="the agent with a title, which the parse hangs on the words",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , the mayor/appos/Ann , said/root trade/nsubj/fell , fell/ccomp/said .",
            "said",
            "Ann",
            id="a subject before the comma",
        ),
        pytest.param(
            "It/nsubj/shows shows/root Ann_Lee/obj/shows/PERSON saying/xcomp/shows so/advmod/saying .",
            "saying",
            "Ann",
            id="who is shown to speak",
        ),
        pytest.param(
            "It/nsubj/shows shows/root Ann_Lee/nsubj/shows/PERSON saying/ccomp/shows so/advmod/saying .",
            "saying",
            "Ann",
            id="who is shown to speak, and parsed as a second subject",
        ),
        pytest.param(
            "Bo_Ray/nsubj/remembers/PERSON remembers/root a doctor/obj/remembers saying/advcl/remembers "
            "so/advmod/saying .",
            "saying",
            "doctor",
            id="who is remembered to speak",
        ),
        pytest.param(
            "Bo_Ray/nsubj/remembers/PERSON remembers/root a doctor/obj/remembers , saying/advcl/remembers "
            "so/advmod/saying .",
            "saying",
            "Bo",
            id="who remembers, behind a comma",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , branded/acl/Ann “ a ruin/obj/branded ” by Bo/nmod/ruin/PERSON , left/root .",
            "branded",
            "Bo",
            id="the agent behind the words of a participle",
        ),
        pytest.param(
            "Bo_Kim/nsubj/recall/PERSON recall/root the doctor/obj/recall saying/advcl/recall so/advmod/saying .",
            "saying",
            "doctor",
            id="whom somebody recalls speaking",
        ),
        pytest.param(
            "Bo_Kim/nsubj/recall/PERSON recall/root the vote/obj/recall , saying/advcl/recall so/advmod/saying .",
            "saying",
            "Bo",
            id="who recalls a thing",
        ),
        pytest.param(
            "Bo_Kim/nsubj/hear/PERSON hear/root her mother/nsubj/hear say/xcomp/hear so/advmod/say .",
            "say",
            "mother",
            id="whom somebody hears say something",
        ),
        pytest.param(
            "The film/nsubj/has has/root footage/obj/has of Ann_Lee/nmod/footage/PERSON saying/advcl/has "
            "so/advmod/saying .",
            "saying",
            "Ann",
            id="who is recorded speaking",
        ),
        pytest.param(
            "Ann_Lee/nsubj/held/PERSON held/root banners/obj/held reading/acl/Ann “ No/obj/reading ” .",
            "reading",
            "banners",
            id="what is held and reads",
        ),
        pytest.param(
            "Ann_Lee/root/Ann/PERSON , a senator/appos/Ann , called/acl/senator it/obj/called dead/xcomp/called/ADJ .",
            "called",
            "senator",
            id="a participle with its own object",
        ),
        pytest.param(
            "A reader/root tweeted/acl/reader in May/obl/tweeted/DATE .",
            "tweeted",
            "reader",
            id="a participle of what nobody is",
        ),
        pytest.param(
            "A reader/nsubj/left called/acl/reader Ann_Lee/obj/called/PERSON left/root .", "called", None, id="a name"
        ),
        pytest.param(
            "Rain/nsubj/fell fell/root , saying/dep/fell/VERB the mayor/obj/saying came/ccomp/saying .",
            "saying",
            None,
            id="no noun behind a participle",
        ),
        pytest.param("Who/nsubj/said said/root so/advmod/said ?", "said", "Who", id="a question"),
        pytest.param(
            "“ No/root//INTJ , ” Lee/appos/No/PERSON , the chief/appos/Lee , said/parataxis/No .",
            "said",
            "Lee",
            id="no subject in the parse, but a name after the mark",
        ),
        pytest.param(
            "Ann_Lee/dep/said/PERSON said/root so/advmod/said .",
            "said",
            "Ann",
            id="no subject in the parse, but a name",
        ),
        pytest.param(
            "“ No/root//INTJ , ” quietly/advmod/says says/parataxis/No then/advmod/says Lee/obj/says/PERSON .",
            "says",
            "Lee",
            id="adverbs around the verb",
        ),
        pytest.param(
            "The paper/nsubj/says “ works/ccomp/says well/advmod/works ” , says/root Ann_Lee/nsubj/says/PERSON .",
            "says",
            "Ann",
            id="a comma behind the mark, and the subject of the words before it",
        ),
        pytest.param(
            "Ray/nsubj/called/PERSON called/root it/obj/called “ fine/xcomp/called/ADJ ” while/mark/said "
            "Ann_Lee/nsubj/fine/PERSON , the mayor/appos/Ann , said/conj/called/VERB so/advmod/said .",
            "said",
            "Ann",
            id="who is parsed as the subject of the quoted words before",
        ),
        pytest.param(
            "“ No/root//INTJ , ” says/parataxis/No to/case/us us/obl/says Lee/obj/says/PERSON .",
            "says",
            "Lee",
            id="no noun right after the verb",
            marks=pytest.mark.xfail(strict=True, reason="the hearer beside the verb is taken for the speaker"),
        ),
        pytest.param(
            "A letter/nsubj/surfaced saying/acl/letter so/advmod/saying surfaced/root .",
            "saying",
            "letter",
            id="the noun above a participle",
        ),
        pytest.param(
            "Guards/nsubj/found found/root a note/compound/reading reading/xcomp/found “ Run/appos/reading/VERB ” .",
            "reading",
            "note",
            id="a document before the verb that gives its text",
        ),
        pytest.param(
            "A clip/nsubj/shows shows/root Kim/iobj/shows/PERSON shouting/ccomp/shows “ Run/appos/shouting/VERB ” .",
            "shouting",
            "Kim",
            id="whom a clip shows, by any relation",
        ),
        pytest.param(
            "Kim/nsubj:pass/heard/PERSON was/aux:pass/heard heard/root by guards/obl:agent/heard/NOUN "
            "shouting/advcl/heard “ Run/appos/shouting/VERB ” .",
            "shouting",
            "Kim",
            id="who was heard, not who heard it",
        ),
        pytest.param(
            "Another/det/tweeted/DET tweeted/root : “ Run/appos/tweeted/VERB . ”",
            "tweeted",
            "Another",
            id="another, whom the parse takes for an article",
        ),
        pytest.param(
            "A spokesman/nsubj/left for Delta_Bank/nmod/spokesman/ORG , which/nsubj/called called/acl:relcl/spokesman "
            "it/obj/called so/advmod/called , left/root .",
            "called",
            "Bank",
            id="which is the bank, not who speaks for it",
        ),
        pytest.param(
            "A spokesman/nsubj/left , who/nsubj/called called/acl:relcl/spokesman it/obj/called so/advmod/called , "
            "left/root .",
            "called",
            "spokesman",
            id="who is the spokesman",
        ),
        pytest.param(
            "A spokesman/nsubj/left , which/nsubj/called called/acl:relcl/spokesman it/obj/called so/advmod/called , "
            "left/root .",
            "called",
            "spokesman",
            id="which has nothing else before it",
        ),
        pytest.param(
            "A member/nsubj/left of Delta_Party/nmod/member/ORG , who/nsubj/called called/acl:relcl/Party "
            "it/obj/called so/advmod/called , left/root .",
            "called",
            "member",
            id="who is no party",
        ),
        pytest.param(
            "Delta_Party/nsubj/left/ORG , who/nsubj/called called/acl:relcl/Party it/obj/called so/advmod/called , "
            "left/root .",
            "called",
            "Party",
            id="who has nobody else before it",
        ),
        pytest.param(
            "It/nsubj:pass/said was/aux:pass/said said/root so/advmod/said .",
            "said",
            None,
            id="a passive without agent",
        ),
    ],
)
def test_whose_words(notation: str, cue: str, source: str | None):
    annotated = annotated_of(notation)
    found = find_source(annotated, word_of(annotated.parse, cue))
    assert (None if found is None else annotated.parse.words[found].text) == source


def test_a_text_that_ends_with_according_names_nobody():
    parse = parsed("It/nsubj/is is/root//AUX according/advmod/is/ADP")
    assert noun_after_according(parse, 2) is None


def test_a_chain_of_verbs_is_followed_for_as_long_as_any_sentence_has():
    """Each of a thousand would be followed through all before it."""
    verbs = " ".join(f"said{number}/conj/said{number - 1}/VERB" for number in range(1, 10))
    annotated = annotated_of(f"Ann_Lee/nsubj/said0/PERSON said0/root//VERB {verbs} .")
    found = [find_source(annotated, word_of(annotated.parse, f"said{number}")) for number in (7, 9)]
    assert found == [word_of(annotated.parse, "Ann"), None]
