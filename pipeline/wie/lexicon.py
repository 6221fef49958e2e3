"""The closed lists by which a text shows that somebody is named; each word stands in one list, with one meaning.

The long lists (words, first names, places) are in ``woordenboek``. Everything is folded, as ``fold_woord`` does.
"""

from __future__ import annotations

import re

from pipeline.model import TUSSENVOEGSELS

# Titles that only stand before a person; the first two kinds also say how somebody is addressed.
HEREN = frozenset("heer heren dhr hr meneer".split())
DAMES = frozenset("mevrouw mw mevr mej mevrouwen dames".split())
ACADEMISCH = frozenset("drs dr ir ing mr prof bc msc bsc ds".split())
AANHEF = HEREN | DAMES | ACADEMISCH | {"mv"}
# Those of one person, as they stand before a name in a list.
ENKELVOUD = AANHEF - {"heren", "dames", "mevrouwen"}
# Offices that stand before a name as a title does: "burgemeester Voorbeeld".
BESTUURSAMBTEN = frozenset(
    "wethouder burgemeester gedeputeerde commissaris raadslid voorzitter minister staatssecretaris".split()
)
# The same to put in a pattern, the longest first.
AANHEF_PATROON = "|".join(sorted(ENKELVOUD, key=len, reverse=True))
# Prefixes of surnames word by word, folded ('t is t), with the short forms of van and de.
VOORVOEGSELS = frozenset(t.replace("'", "") for t in TUSSENVOEGSELS) | {"v", "vd", "vdr", "vden", "vder"}
# The same as they are written, to put in a pattern: with either apostrophe, and the short forms people type.
VOORVOEGSEL_PATROON = "|".join(
    re.escape(t).replace("'", "['’‘]")
    for t in sorted(TUSSENVOEGSELS | {"vd", "v.d.", "vdr", "vder", "vden", "v/d"}, key=len, reverse=True)
)
# Offices and functions that may stand before a name: "wethouder Voorbeeld".
AMBTEN = frozenset(
    "wethouder wethouders burgemeester burgemeesters locoburgemeester gedeputeerde gedeputeerden minister "
    "ministers staatssecretaris commissaris voorzitter vicevoorzitter secretaris gemeentesecretaris griffier "
    "directeur collega raadslid raadsleden statenlid statenleden kamerlid dijkgraaf heemraad bestuurslid "
    "commissielid projectleider projectmanager programmaleider programmamanager regiomanager locatiemanager "
    "manager adviseur beleidsadviseur bestuursadviseur beleidsmedewerker beleidsmaker coordinator "
    "regiocoordinator contactpersoon notulist notuliste ambtenaar medewerker medewerkster vertegenwoordiger "
    "portefeuillehouder penningmeester teamleider afdelingshoofd bestuurder wijkagent "
    "inspreker bewoner bewoonster inwoner omwonende inwoners bewoners omwonenden griffiers".split()
)
_MEER_DAN_EEN = frozenset(
    "wethouders burgemeesters gedeputeerden ministers raadsleden statenleden inwoners bewoners omwonenden "
    "griffiers".split()
)
# Those of one person, to put in a pattern.
AMBT_PATROON = (
    rf"(?:(?:loco|vice|plv\.?|plaatsvervangend|technisch|ambtelijk|hoog)[ -]?)?"
    rf"(?:{'|'.join(sorted(AMBTEN - _MEER_DAN_EEN, key=len, reverse=True))})"
)
# Nouns for bodies, groups and roles that act and speak as people do: "Gemeente vraagt".
LICHAMEN = AMBTEN | frozenset(
    "gemeente gemeenten provincie provincies rijk ministerie ministeries kabinet raad gemeenteraad staten college "
    "colleges bestuur directie secretariaat griffie commissie werkgroep stuurgroep projectgroep kerngroep team "
    "afdeling bureau tafel regietafel tafels regietafels regio regios waterschap waterschappen politie corporatie "
    "corporaties woningcorporatie woningcorporaties veiligheidsregio omgevingsdienst vergadering overleg leden "
    "deelnemers aanwezigen allen iedereen iemand niemand men partijen partners organisaties organisatie stichting "
    "vereniging ouders leerlingen ondernemers vluchtelingen asielzoekers statushouders nareizigers ontheemden mensen "
    "gezinnen voorzitters secretarissen bestuurders ambtenaren medewerkers collegas klant klanten gebruiker "
    "gebruikers leverancier leveranciers bedrijf bedrijven school scholen beheer communicatie media pers penvoerder "
    "opdrachtgever opdrachtnemer eigenaar eigenaren trekker community expertgroep technici ontwikkelaar "
    "ontwikkelaars architect architecten lid agendalid toehoorder toehoorders gast gasten redactie projectteam "
    "aandachtsgroepen jongeren kinderen studenten student docent docenten begeleider promotor jury".split()
)
LIDWOORDEN = frozenset(
    "de het een dit deze elk elke ieder iedere alle beide onze ons zijn haar hun geen mijn uw welk welke dezelfde "
    "hetzelfde enkele sommige eerste tweede derde laatste volgende vorige nieuwe huidige".split()
)
# Behind these a person stands, or a body that speaks.
PERSOONSVOORZETSELS = frozenset({"volgens", "namens", "aldus"})
# Behind these a person may stand.
DOENVOORZETSELS = frozenset({"door", "aan", "met", "van", "bij", "voor"})
# What people bring: "de vraag van Voorbeeld".
INBRENG = frozenset(
    "vraag vragen reactie bijdrage mail mails mailtje voorstel voorstellen inbreng opmerking opmerkingen "
    "presentatie toelichting notitie brief verzoek oproep idee advies terugkoppeling punt actie kant hand woord "
    "woorden zorg zorgen rol naam steun hulp collega verhaal wens mening standpunt bericht antwoord suggestie "
    "aanvulling compliment toezegging afmelding dank taak memo stuk plan uitleg ervaring initiatief aandeel "
    "vervanger opvolger plaats".split()
)
# Words minutes label things with; that somebody is called so is only believed with a title, or where he speaks.
VERSLAGWOORDEN = frozenset(
    "bijlage bijlagen "
    "doel noot punt stand plan stap pas bron tekst taak stuk kop deel kern basis lijst ronde blok rol vorm type "
    "fase groot klein nieuw oud open dicht start einde begin slot kosten kader rest model lijn kant laag team "
    "opzet inzet wens zorg toegang proef wonen werk bouw grond natuur document design naming actor entity pull "
    "issue backlog versie varia".split()
)
# Small words that are never a name, wherever they stand: they open sentences and stand behind titles.
FUNCTIEWOORDEN = frozenset(
    "de het een er dit dat deze die daar hier dan daarna daarnaast daarom daardoor daarbij daarmee ook wel niet geen "
    "alle alles allen ieder iedere iedereen elk elke men we wij ik hij zij ze u jullie hun hen zijn haar ons onze "
    "wie wat waar wanneer hoe waarom welk welke als of en maar want dus omdat terwijl hoewel indien mits tenzij "
    "zodra sinds tot tijdens na naar naast met zonder bij in op aan uit van voor over onder tegen tussen door per te "
    "ten ter om via vanaf vanuit volgens wegens binnen buiten boven beneden achter conform namens gezien gelet "
    "verder vervolgens tevens bovendien echter inmiddels momenteel nu straks later eerder vandaag gisteren zelf weer "
    "nog al toch eens is was waren heeft had hebben hadden wordt worden werd werden kan kon kunnen konden moet moest "
    "moeten moesten mag mocht zal zou zullen zouden wil wilde wilden gaat ging gaan gingen komt kwam komen kwamen "
    "doet deed nee ja zie zo toe af mee terug tenslotte slotte eerst hierbij hiermee hierna hierop hierover daarover "
    "daarop daarvan daarvoor waarbij waardoor waarmee waarna beide beiden zowel noch aldus respectievelijk daartoe "
    "hiertoe ondertussen".split()
)
# Verbs that are said of nothing but a person who speaks, in the present and the past.
ZEGT = frozenset(
    "zegt zei vraagt vroeg vragen vroegen antwoordt antwoordde merkt merkte meldt meldde reageert reageerde vertelt "
    "vertelde benadrukt benadrukte vindt vond denkt dacht hoopt hoopte stelt stelde licht lichtte zegde beaamt "
    "beaamde dankt dankte oppert opperde pleit pleitte spreekt sprak roept riep verzoekt verzocht belooft "
    "beloofde".split()
)
# Verbs that only people and their bodies are the subject of.
SPREEKT = ZEGT | frozenset(
    "adviseert adviseerde bedankt bedankte begrijpt begreep beantwoordt beantwoordde benoemt benoemde bepleit "
    "bepleitte bespreekt besprak betoogt betoogde betwijfelt betwijfelde bevestigt bevestigde complimenteert "
    "complimenteerde concludeert concludeerde constateert constateerde deelt deelde erkent erkende ervaart ervoer "
    "excuseert excuseerde herhaalt herhaalde herinnert herinnerde herkent herkende informeert informeerde "
    "introduceert introduceerde juicht juichte koppelt koppelde leest las maakt maakte mist miste neemt nam nodigt "
    "nodigde noemt noemde nuanceert nuanceerde onderschrijft onderschreef ondersteunt ondersteunde onderstreept "
    "onderstreepte ontkent ontkende opent opende presenteert presenteerde refereert refereerde rapporteert "
    "rapporteerde schetst schetste signaleert signaleerde sluit sloot stemt stemde stipt stipte suggereert "
    "suggereerde twijfelt twijfelde vat vatte verbaast verbaasde verduidelijkt verduidelijkte vermeldt vermeldde "
    "verwacht verwachtte verwijst verwees voegt voegde voelt voelde vult vulde waarschuwt waarschuwde wenst wenste "
    "wijst wees ziet zag belt belde mailt mailde stuurt stuurde zoekt zocht regelt regelde schrijft schreef werkt "
    "werkte kijkt keek legt legde brengt bracht toont toonde overlegt overlegde organiseert organiseerde bereidt "
    "bereidde verzorgt verzorgde checkt checkte controleert controleerde vertegenwoordigt vertegenwoordigde vervangt "
    "verving zorgt zorgde levert leverde pakt pakte weet wist gelooft geloofde vreest vreesde steunt steunde "
    "luistert luisterde geeft gaf houdt hield laat liet trekt trok vertrekt vertrok arriveert arriveerde verlaat "
    "verliet bood biedt woont woonde volgt volgde leidt leidde zit zat staat stond uitte uit zeiden gaven merkten "
    "stelden meldden vonden wezen dankten lichtten namen spraken vertelden noemden antwoordden zeggen geven merken "
    "stellen melden vinden wijzen danken lichten nemen spreken vertellen noemen antwoorden ondertekent ondertekende "
    "tekent tekende stemmen stemden reageren reageerden begint begon kondigt kondigde start startte vervolgt "
    "vervolgde besluit besloot krijgt kreeg ontvangt ontving".split()
)
# Verbs that things are the subject of as well.
DOET = frozenset(
    "is was zijn waren heeft had hebben hadden wordt werd worden werden kan kon kunnen konden moet moest moeten "
    "moesten mag mocht mogen mochten zal zou zullen zouden wil wilde wou willen wilden gaat ging gaan gingen komt "
    "kwam komen kwamen doet deed doen deden blijft bleef bleven blijven hoeft hoefde lijkt leek ligt lag heet "
    "heette blijkt bleek durft durfde dient diende raakt raakte".split()
)
# Parts of a function by which somebody is an elected or appointed administrator, whose name is public.
BESTUURDERS = (
    *"burgemeester wethouder gedeputeerde cvdk cdk dijkgraaf minister staatssecretaris bestuurder".split(),
    *("heemraad", "statenlid", "raadslid", "commissaris van de koning"),
)
# Parts of a function by which somebody is an official.
AMBTENAREN = tuple(
    "ambtelijk ambtenaar adviseur medewerker manager secretaris griffier coördinator coordinator projectleider "
    "programmaleider jurist directeur notulist secretariaat vastgoed vertegenwoordiger planner controller analist "
    "voorlichter beleid".split()
)
# Words in what is a function and no name: "voorzitter RRT", "lid namens de regio".
FUNCTIEWOORD = re.compile(
    r"voorzitter|secretari|vertegenwoordig|gedeputeerde|wethouder|burgemeester|commissaris|minister|manager|adviseur|"
    r"medewerker|co[oö]rdinator|(?:^|\s)lid(?:$|\s)|leden|regietafel|gemeente|provincie|directeur|bestuur|griffie|"
    r"toehoorder|notulist|projectleider|ambtena|delegatie|namens",
    re.IGNORECASE,
)
