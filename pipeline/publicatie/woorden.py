"""The closed lists behind the search for names: titles, functions, and words that look like names."""

from __future__ import annotations

import re
from functools import cache

# Titles that only stand before a person, folded; the second kind also says how somebody is addressed.
HEREN = frozenset({"heer", "heren", "dhr", "hr", "meneer"})
DAMES = frozenset({"mevrouw", "mw", "mevr", "mevrouwen", "dames"})
ACADEMISCH = frozenset({"drs", "dr", "ir", "ing", "mr", "prof", "bc", "msc", "bsc", "ma", "ds"})
AANHEF = HEREN | DAMES | ACADEMISCH | {"mv"}
# Functions that may stand before a name: "wethouder Voorbeeld".
FUNCTIES_VOOR_NAAM = frozenset(
    "wethouder burgemeester gedeputeerde minister staatssecretaris commissaris voorzitter vicevoorzitter "
    "secretaris griffier directeur collega raadslid statenlid kamerlid dijkgraaf projectleider regiomanager "
    "adviseur beleidsadviseur beleidsmedewerker bestuursadviseur programmamanager manager coördinator "
    "contactpersoon notulist ambtenaar medewerker vertegenwoordiger namens".split()
)
# Parts of a function by which somebody is an elected or appointed administrator, whose name is public.
BESTUURDERS = (
    "burgemeester",
    "wethouder",
    "gedeputeerde",
    "commissaris van de koning",
    "cvdk",
    "cdk",
    "dijkgraaf",
    "minister",
    "staatssecretaris",
    "bestuurder",
    "heemraad",
    "statenlid",
    "raadslid",
)
# Parts of a function by which somebody is an official.
AMBTENAREN = (
    "ambtelijk",
    "ambtenaar",
    "adviseur",
    "medewerker",
    "manager",
    "secretaris",
    "griffier",
    "coördinator",
    "coordinator",
    "projectleider",
    "programmaleider",
    "jurist",
    "directeur",
    "notulist",
    "secretariaat",
    "vastgoed",
    "vertegenwoordiger",
    "planner",
    "controller",
    "analist",
    "voorlichter",
    "beleid",
)
# Words in what is a function and no name: "voorzitter RRT", "lid namens de regio".
FUNCTIEWOORD = re.compile(
    r"voorzitter|secretari|vertegenwoordig|gedeputeerde|wethouder|burgemeester|commissaris|minister|manager|adviseur|"
    r"medewerker|co[oö]rdinator|(?:^|\s)lid(?:$|\s)|leden|regietafel|gemeente|provincie|directeur|bestuur|griffie|"
    r"toehoorder|notulist|projectleider|ambtena|delegatie|namens",
    re.IGNORECASE,
)
# Surnames that are words as well: in small letters they are the word, at the head of a sentence one has to ask.
WOORDNAMEN = frozenset(
    "akker appel baas bakker beek beer berg bij blauw bloem boer bol boom boon born bos bosch brand breed brink "
    "broek bron brouwer brug bruin bruins buis burg buur dam dekker dijk dik dorp draaier drent duin duits engel "
    "fransen gans geest glas goed graaf graan groen groep groot haak haan haas hamer hand hart haven heer heide "
    "herder heuvel hoek hoeve hof hoge hond horst huis hulst jager jong jonge kaas kamp kampen kant keizer kerk "
    "kers kip klein kleine kok koning koper koster kort korte kraan kramer kroon kuiper kwant laan laat lamp land "
    "lange leeuw lent lint linde lint lucht maan maas mager man mark meer meester melk meijer min molen molenaar "
    "mol mooi muis muller nacht nieuw noord oost oud oude paal paard paauw pauw piek plaats plas poel polder "
    "poort post prins proef punt raad rijk ring roos rommel rood rook ruiter schaap schilder school schouten "
    "slager slot sluis smid smit snel spaans spoor staal stam ster stok storm straat tak timmer toren tuin valk "
    "veen veld ven vis visser vlag vliet vogel vos vries vrij vrede waard wagen wal water weide werf west wever "
    "wiel wild winkel winter wit witte wolf woud zaal zand zee zomer zon zuid zwaan zwart will wil frank hoop "
    "loos vast maat bot haring stap plan kist ham roest steen vlam blok boot bouw daal dag ende floor fris gouden "
    "greep grond gulden heel hel hoog jansen kool kuil lam leger leest lof loper mees merk naber nijs nagel pen "
    "pijl poot pot pruim rek ros ruim schat schep schip schot stel sterk stoel stolk streep tas tol tromp veer "
    "verf vink vinger voet vol voort vork vriend vroom vuur weer wind woord zilver april mei juli augustus".split()
)
# Verbs of saying and doing that follow the one who speaks.
SPREEKWERKWOORDEN = frozenset(
    "geeft vraagt antwoordt stelt zegt meldt merkt licht benadrukt wijst vindt onderschrijft verwacht herhaalt "
    "schetst benoemt spreekt roept steunt ondersteunt bevestigt dankt opent sluit hoopt ziet wil denkt deelt "
    "heeft is zal gaat neemt maakt stuurt pakt belt mailt zoekt regelt bespreekt koppelt informeert reageert "
    "constateert concludeert vervangt vult zorgt levert schrijft werkt kijkt komt doet legt brengt noemt pleit "
    "adviseert stemt presenteert toont overlegt organiseert bereidt verzorgt verzoekt checkt controleert "
    "vertegenwoordigt".split()
)
# Words with a capital that are no person: bodies of the state, holy days, the country and its parts.
GEEN_PERSOON = frozenset(
    "rijk kamer tweede eerste raad staten provinciale gedeputeerde koning europa europese nederland "
    "nederlandse holland noord zuid oost west midden noordholland zuidholland utrecht gelderland overijssel "
    "drenthe groningen friesland fryslan flevoland zeeland limburg brabant noordbrabant amsterdam rotterdam "
    "haarlem zaanstad zaanstreek waterland kennemerland gooi vechtstreek amstelland amstelveen hilversum "
    "alkmaar hoorn purmerend heemstede blaricum schagen landsmeer haarlemmermeer velsen beverwijk "
    "heerhugowaard dijkenwaard den helder texel hollands kroon medemblik enkhuizen stede broec drechterland "
    "koggenland edam volendam oostzaan wormerland uitgeest heemskerk castricum bergen heiloo uithoorn aalsmeer "
    "ouderamstel diemen laren huizen weesp gooise meren wijdemeren bloemendaal zandvoort haag hague arnhem "
    "nijmegen eindhoven tilburg breda leeuwarden assen zwolle lelystad almere maastricht middelburg delft "
    "leiden dordrecht gouda apeldoorn enschede amersfoort schiphol ter apel budel oekraine oekraiense "
    "oekrainer oekrainers oekrains syrie syrisch turkije eritrea jemen irak iran afghanistan januari februari "
    "maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag "
    "vrijdag zaterdag zondag pasen pinksteren kerst hemelvaart koningsdag ministerie ministerraad kabinet "
    "financien binnenlandse zaken justitie veiligheid asiel migratie volkshuisvesting ruimtelijke ordening "
    "vluchtelingenwerk kamerbrief vergaderlocatie vng ipo coa ind aenm vro bzk szw ggd avg woo wob awb "
    "gemeentewet provinciewet spreidingswet vreemdelingenwet word excel outlook teams internet corona covid "
    "google microsoft".split()
)
# Words that often open a sentence, a cell or an item, and would otherwise be taken for a name.
OPENERS = frozenset(
    "stadhuis gemeentehuis provinciehuis raadhuis raadzaal vergaderzaal statenzaal kantoor online digitaal "
    "hybride start einde begin naam functie organisatie rol wie stap onderdeel nummer voortgang wanneer bedrag "
    "kosten post de het een er dit dat deze die daar hier dan daarna daarnaast daarom daardoor daarbij daarmee "
    "ook wel niet geen alle alles allen ieder iedere iedereen elk elke men we wij ik hij zij ze u jullie hun "
    "hen zijn haar ons onze wie wat waar wanneer hoe waarom welk welke als of en maar want dus omdat terwijl "
    "hoewel indien mits tenzij zodra sinds tot tijdens na naar naast met zonder bij in op aan uit van voor "
    "over onder tegen tussen door per te ten ter om via vanaf vanuit volgens wegens binnen buiten boven "
    "beneden achter conform namens gezien gelet naar aanleiding verder vervolgens tevens bovendien echter "
    "inmiddels momenteel nu straks later eerder vandaag morgen gisteren kort kortom samenvattend concluderend "
    "tenslotte eerst ten tweede derde laatste vorige volgende nieuwe oude goede grote kleine veel weinig meer "
    "minder meeste enkele sommige verschillende beide ja nee dank akkoord besloten actie acties actiepunt "
    "actiepunten besluit besluiten besproken verslag agenda opening rondvraag sluiting mededelingen bijlage "
    "bijlagen notitie stukken punt punten vergadering vergaderingen leden deelnemers aanwezig afwezig "
    "aanwezigen afwezigen termijn status toelichting open afgerond vervallen nr datum tijd locatie plaats "
    "onderwerp titel gemeente gemeenten provincie provincies regio regios rijk ministerie ministeries "
    "secretariaat voorzitter secretaris vicevoorzitter wethouder wethouders burgemeester burgemeesters "
    "gedeputeerde gedeputeerden commissaris college colleges inzet wens doel vraag vragen antwoord reactie "
    "reacties voorstel voorstellen planning formats overzicht locaties locatie opvang plekken cijfers stand "
    "zaken uitkomsten financiele financieren vergoedingen regeling plaatsing doorstroomlocaties betrokken "
    "departementen verwezen afgesproken gevraagd gemeld zie noot vertrouwelijk openbaar concept vastgesteld "
    "versie contact pagina tabel figuur week weken maand maanden jaar jaren dag dagen kwartaal netto bruto "
    "totaal aantal hoeveel houd gebruik laat maak stuur deel neem geef zorg kijk onderwerp huidige afgaande "
    "ambtelijke bestuurlijke regionale provinciale landelijke lokale gezamenlijke tweede vooral wijziging "
    "wijzigingen rectificatie hotelactie nareizigers mevrouw meneer dhr mw heer tot gemiddeld afhankelijk "
    "gedurende hierbij hiermee hierna hierop hieruit hierdoor waarbij waardoor waarmee waarna ter".split()
)
# Where a small word stands before one of these in capitals, it is a thing: "het Bos", "een Meer".
LIDWOORDEN = frozenset("de het een dit dat deze die elk elke iedere alle beide onze ons zijn haar hun geen".split())


@cache
def is_gewoon_woord(vorm: str) -> bool:
    """Tell whether a folded word is known as no name of a person."""
    return vorm in GEEN_PERSOON or vorm in OPENERS or vorm in _landen()


@cache
def _landen() -> frozenset[str]:
    """The names of countries and languages in Dutch, word by word."""
    from babel import Locale

    from pipeline.publicatie.tekens import split_woorden

    dutch = Locale("nl")
    names = (*dutch.territories.values(), *dutch.languages.values())
    return frozenset(w.vorm for name in names for w in split_woorden(name) if len(w.vorm) > 3)
