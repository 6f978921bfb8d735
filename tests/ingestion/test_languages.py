"""English is read; other languages are named."""

import json

import pytest

from service.ingestion.languages import is_english, language_name, language_of
from tests.sources import ROOT

GOLD = ROOT.parent / "shared" / "gold"
OTHERS = {
    "de": (
        "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke am Hafen in diesem Jahr zu sanieren. „Wir "
        "werden im Mai beginnen“, sagte die Leiterin der Hafenbehörde, Ana Ruiz, vor der Presse in der Stadt."
        " Der Bürgermeister hatte zuvor noch erklärt, dass das Geld fehle und die Arbeiten an den Pfeilern "
        "warten müssten."
    ),
    "nl": (
        "De gemeenteraad heeft dinsdag besloten om de oude brug in de haven dit jaar te herstellen. “We "
        "beginnen in mei”, zei Ana Ruiz, directeur van het havenbedrijf, in een gesprek met de pers. De "
        "burgemeester had eerder gezegd dat het geld er niet is en dat het werk aan de pijlers moet wachten "
        "op het besluit van de provincie."
    ),
    "fr": (
        "Le conseil municipal a décidé mardi de rénover le vieux pont du port cette année. « Nous "
        "commencerons en mai », a déclaré Ana Ruiz, directrice de l'office du port, devant la presse. Le "
        "maire avait pourtant affirmé que l'argent manquait et que les travaux sur les piliers devraient "
        "attendre."
    ),
    "es": (
        "El ayuntamiento decidió el martes renovar este año el viejo puente del puerto. «Empezaremos en "
        "mayo», dijo Ana Ruiz, directora de la oficina del puerto, a la prensa. El alcalde había afirmado "
        "antes que faltaba dinero y que las obras en los pilares tendrían que esperar hasta el próximo año."
    ),
    "it": (
        "Il consiglio comunale ha deciso martedì di rinnovare quest'anno il vecchio ponte del porto. "
        "«Cominceremo a maggio», ha detto Ana Ruiz, direttrice dell'ufficio del porto, alla stampa. Il "
        "sindaco aveva affermato che mancavano i soldi e che i lavori ai piloni avrebbero dovuto aspettare."
    ),
    "pt": (
        "A câmara municipal decidiu na terça-feira renovar este ano a velha ponte do porto. “Começaremos em "
        "maio”, disse Ana Ruiz, diretora do gabinete do porto, à imprensa. O presidente da câmara tinha "
        "afirmado que faltava dinheiro e que as obras nos pilares teriam de esperar."
    ),
    "da": (
        "Byrådet besluttede tirsdag at renovere den gamle bro i havnen i år. »Vi begynder i maj,« sagde Ana "
        "Ruiz, direktør for havnekontoret, til pressen. Borgmesteren havde tidligere sagt, at der manglede "
        "penge, og at arbejdet på pillerne måtte vente til næste år. Hun tilføjede, at broen holdes åben for "
        "fodgængere og cyklister, mens arbejdet står på."
    ),
    "sv": (
        "Kommunfullmäktige beslutade på tisdagen att renovera den gamla bron i hamnen i år. ”Vi börjar i "
        "maj”, sade Ana Ruiz, chef för hamnkontoret, till pressen. Borgmästaren hade tidigare sagt att det "
        "saknades pengar och att arbetet på pelarna måste vänta till nästa år."
    ),
    "no": (
        "Bystyret vedtok tirsdag å pusse opp den gamle broen i havnen i år. «Vi begynner i mai», sa Ana Ruiz,"
        " direktør for havnekontoret, til pressen. Ordføreren hadde tidligere sagt at det manglet penger, og "
        "at arbeidet på pilarene måtte vente til neste år. Hun la til at broen holdes åpen for gående og "
        "syklende mens arbeidet pågår."
    ),
    "af": (
        "Die stadsraad het Dinsdag besluit om die ou brug in die hawe vanjaar te herstel. “Ons begin in Mei,”"
        " het Ana Ruiz, direkteur van die hawekantoor, aan die pers gesê. Die burgemeester het vroeër gesê "
        "dat daar nie geld is nie en dat die werk aan die pilare moet wag."
    ),
    "fy": (
        "De gemeenteried hat tiisdei besletten om de âlde brêge yn 'e haven dit jier te fernijen. “Wy "
        "begjinne yn maaie,” sei Ana Ruiz, direkteur fan it havenkantoar, tsjin de parse. De boargemaster hie"
        " earder sein dat der gjin jild wie en dat it wurk oan de pylders wachtsje moast."
    ),
    "pl": (
        "Rada miasta zdecydowała we wtorek o remoncie starego mostu w porcie w tym roku. „Zaczniemy w maju” –"
        " powiedziała prasie Ana Ruiz, dyrektor urzędu portowego. Burmistrz twierdził wcześniej, że brakuje "
        "pieniędzy i że prace przy filarach będą musiały poczekać."
    ),
    "ru": (
        "Городской совет во вторник решил в этом году отремонтировать старый мост в порту. «Мы начнем в мае»,"
        " — сказала журналистам директор управления порта Ана Руис. Ранее мэр заявлял, что денег не хватает и"
        " что работы на опорах придется отложить до следующего года."
    ),
    "ar": (
        "قرر مجلس المدينة يوم الثلاثاء تجديد الجسر القديم في الميناء هذا العام. وقالت آنا رويز مديرة مكتب "
        "الميناء للصحافة إننا سنبدأ في مايو. وكان رئيس البلدية قد أكد في وقت سابق أن المال غير متوفر وأن "
        "الأعمال في الأعمدة يجب أن تنتظر حتى العام المقبل. وأضافت أن الجسر سيبقى مفتوحا أمام المارة والسيارات"
        " طوال فترة العمل."
    ),
    "zh": (
        "市议会周二决定今年翻修港口的旧桥。港务局局长安娜·鲁伊斯对媒体表示：“我们将在五月开工。”市长此前曾表示，资金不足，桥墩的工程必须等到明年。"
    )
    * 5,
    "tr": (
        "Belediye meclisi salı günü limandaki eski köprüyü bu yıl yenilemeye karar verdi. Liman ofisi müdürü "
        "Ana Ruiz basına “Mayısta başlayacağız” dedi. Belediye başkanı daha önce paranın yetmediğini ve "
        "ayaklardaki çalışmaların beklemesi gerektiğini söylemişti."
    ),
    "id": (
        "Dewan kota memutuskan pada hari Selasa untuk memperbaiki jembatan tua di pelabuhan tahun ini. “Kami "
        "akan mulai pada bulan Mei,” kata Ana Ruiz, direktur kantor pelabuhan, kepada pers. Wali kota "
        "sebelumnya mengatakan bahwa uang tidak cukup dan pekerjaan pada tiang harus menunggu."
    ),
    "ro": (
        "Consiliul local a decis marți să renoveze anul acesta podul vechi din port. „Vom începe în mai”, a "
        "declarat presei Ana Ruiz, directoarea oficiului portuar. Primarul afirmase înainte că lipsesc banii "
        "și că lucrările la piloni trebuie să aștepte. Ea a adăugat că podul rămâne deschis pentru pietoni și"
        " bicicliști."
    ),
}
ENGLISH = (
    "The council decided on Tuesday to repair the old bridge at the port this year. “We will begin in May,” said Ana "
    "Ruiz, the director of the Port Office. The mayor had said that there was no money and that the pillars would have "
    "to wait. She added that the bridge would stay open to people on foot and on bicycles while the work goes on."
)
PIDGIN = (
    "The town council don decide say dem go repair the old bridge for the port this year. “We go start for May,” na so "
    "Ana Ruiz wey be director of the port office tell tori people. The mayor bin talk before say money no dey. "
    "She add say the bridge go dey open for people wey dey waka with leg while the work dey go on."
)
# Names and loans without a single function word of English: the detector has to know better.
LIST = (
    "Ferry timetable, Monday: Harbour Bridge, Port Office, Old Town, North Pier, Lighthouse, Fish Market, Station. " * 3
)


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages_are_named(tag: str):
    assert language_of(OTHERS[tag]) == tag


@pytest.mark.parametrize("text", [ENGLISH, PIDGIN, LIST, ENGLISH.upper(), ENGLISH.replace("’", "'")])
def test_english_is_english(text: str):
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["", "“Nein”, sagte er.", "1234567890 " * 100, OTHERS["de"][:200]])
def test_what_is_too_short_is_not_judged(text: str):
    assert language_of(text) is None


def test_an_english_article_may_quote_another_language():
    assert language_of(ENGLISH + "\n\n“" + OTHERS["es"][:200] + "”\n\n" + ENGLISH) == "en"


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs the labelled articles")
def test_no_labelled_article_is_refused():
    texts = [path.read_text("utf-8") for path in GOLD.rglob("*.txt")]
    cases = json.loads((GOLD / "cases" / "cases.json").read_text("utf-8"))
    articles = [article for case in cases for article in case.get("articles", [case.get("article")])]
    texts += [article["text"] for article in articles if "text" in article]
    assert len(texts) > 500
    assert {language_of(text) for text in texts} == {"en", None}


@pytest.mark.parametrize(
    ("tag", "is_so"), [("en", True), ("EN-gb", True), ("sco", True), ("de", False), ("enm", False), (None, False)]
)
def test_tags_of_english(tag: str | None, is_so: bool):
    assert is_english(tag) is is_so


def test_languages_have_names():
    assert (language_name("de-AT"), language_name("xx")) == ("German", "the language 'xx'")
