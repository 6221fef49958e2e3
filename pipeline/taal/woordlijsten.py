"""The small closed lists of words the rules look at: who can act, what opens a clause, what casts doubt."""

from __future__ import annotations

import re

# Nouns for someone who can own an action: by themselves, and as the last part of a compound.
ROLLEN = frozenset(
    """
    secretaris voorzitter vice-voorzitter penningmeester griffier notulist projectleider programmamanager
    projectmanager programmaleider teamleider afdelingshoofd directeur wethouder burgemeester gedeputeerde
    commissaris cvdk dijkgraaf portefeuillehouder bestuurder adviseur beleidsadviseur beleidsmedewerker
    coördinator regiocoördinator kwartiermaker trekker opsteller auteur indiener initiatiefnemer architect
    ontwikkelaar beheerder accountmanager contactpersoon rapporteur vertegenwoordiger conciërge rector decaan
    schoolleider teamleider huismeester bestuurslid commissielid raadslid gemeentesecretaris locoburgemeester
    regiomanager accountant jurist controller planner stagiair productowner hoofdredacteur redacteur medewerker
    bestuursvoorzitter ambtenaar boswachter wijkagent beleidsmaker opdrachtgever opdrachtnemer bewonerscommissaris
    """.split()
)
GROEPEN = frozenset(
    """
    secretariaat bestuur dagelijks-bestuur werkgroep subwerkgroep stuurgroep projectgroep kerngroep expertgroep
    klankbordgroep regiegroep commissie college bureau team projectteam programmateam tafel regietafel redactie
    directie afdeling griffie projectbureau programmabureau beheergroep beheerorganisatie ontwikkelteam delegatie
    presidium kascommissie sollicitatiecommissie activiteitencommissie ledenraad oudercommissie cliëntenraad
    ondernemingsraad medezeggenschapsraad huurdersvereniging bewonerscommissie provincie gemeente waterschap
    regio organisatie vereniging stichting corporatie school gemeenten regio's provincies werkgroepen leden
    deelnemers partijen collega's wethouders burgemeesters voorzitters projectleiders gedeputeerden
    communicatie beheer ict financiën hr personeelszaken facilitair juridische-zaken omgevingsdienst ggd
    veiligheidsregio politie woningcorporatie woningcorporaties penvoerder
    """.split()
)
ROL_EINDE = re.compile(
    r"(?:leider|manager|coördinator|adviseur|secretaris|voorzitter|houder|beheerder|medewerker|wethouder|trekker|voerder|hoofd|verantwoordelijke|coach|docent|consulent|officier|regisseur|ontwikkelaar|lid|directeur|bestuurder|griffier|architect|meester|schrijver|eigenaar)s?$"
)
GROEP_EINDE = re.compile(
    r"(?:groep|team|commissie|bureau|secretariaat|tafel|raad|bestuur|dienst|afdeling|redactie|leden)(?:en|s)?$"
)
# Those outside the meeting: what they do is news, not an action of this table.
DERDEN = frozenset(
    """
    minister ministerie staatssecretaris kabinet regering rijk rijksoverheid kamer raad eu europa commissaris
    rechter rechtbank leverancier aannemer bewoners inwoners burgers media pers markt overheid overheden
    gebruikers klanten marktpartijen ministers departementen gemeenteraad gemeenteraden staten
    netbeheerder vervoerder zorgverzekeraar kiesraad vakbond
    provinciale-staten omwonenden ouders leerlingen studenten huurders bezoekers bedrijven instellingen
    """.split()
)
ALLEN = frozenset(
    "iedereen eenieder allen ieder alle all aanwezigen leden deelnemers allemaal ieders elk elkeen".split()
)
WIJ = frozenset({"we", "wij"})
VOORNAAMWOORDEN = frozenset({"hij", "zij", "ze", "die", "deze", "men"})

LIDWOORDEN = frozenset("de het een onze ons zijn haar hun deze dit die dat elke iedere alle beide 't mijn".split())
VOORZETSELS = frozenset(
    """
    aan achter af behalve beneden bij binnen boven buiten conform dankzij door gedurende in langs met
    na naar naast namens om omstreeks omtrent ondanks onder op over per rond rondom sinds te tegen tijdens tot
    tussen uit van vanaf vanuit vanwege via volgens voor vóór voorbij zonder qua richting m.b.t. n.a.v. i.v.m.
    i.o.m. t.a.v. a.d.h.v. d.m.v. i.s.m. o.b.v. t.b.v. inzake omwille ter ten samen
    """.split()
)
ONDERSCHIKKERS = frozenset(
    """
    dat of als indien mits tenzij wanneer omdat doordat zodat voordat nadat totdat terwijl hoewel waarbij
    waarin waarmee waarop waarvoor waardoor waarover waaruit waarvan waarna wat wie hoe waarom welke welk om
    zodra zolang aangezien opdat alvorens naarmate hoeveel waar
    """.split()
)
VOORWAARDEN = frozenset("als indien mits tenzij wanneer zolang ingeval".split())
NEVENSCHIKKERS = frozenset({"en", "maar", "dus", "want", "of", "&"})
STERKE_TEKENS = frozenset({";", ":", "–", "—", "→", "->", "?", "!", "(", ")", "•", "…", "/"})

# Words between subject and verb, or between verb and subject, that change nothing about who does it.
TUSSENWOORDEN = frozenset(
    """
    ook dan nog zelf nu wel even daarom daarna vervolgens hierover hierop hier daar er het dit dat zich
    eveneens tevens inmiddels alvast verder dus echter binnenkort graag samen tenslotte daartoe hiertoe
    ondertussen nogmaals opnieuw weer intern zo mogelijk eerst morgen vandaag daarop daarover hierbij
    daarbij namelijk natuurlijk uiteraard alsnog ons hen hem haar deze alle beiden beide
    gezamenlijk komende volgende week
    """.split()
)
BIJWOORDEN = frozenset(
    """
    binnenkort intussen ondertussen inmiddels daarna daarnaast vervolgens verder hierna straks morgen vandaag ook
    tevens eveneens tenslotte uiteindelijk voorlopig vooralsnog aanvullend hiervoor daarvoor hiertoe daartoe
    hierbij daarbij hierover daarover daarom dus tot desgevraagd concreet kortom helaas gelukkig wel niet nog
    """.split()
)
ONTKENNINGEN = frozenset("niet geen nooit niemand niets nergens noch".split())
TWIJFELS = frozenset(
    "misschien wellicht mogelijk eventueel evt. mogelijkerwijs waarschijnlijk vermoedelijk soms eventuele".split()
)
GEWOONTES = frozenset(
    "altijd doorgaans meestal gewoonlijk normaliter vaak regelmatig jaarlijks maandelijks wekelijks steeds "
    "normaal".split()
)
# What is going on already is seldom a new action.
AL_BEZIG = frozenset("momenteel thans inmiddels al reeds intussen ondertussen".split())
# Bodies that are seldom the ones who hold the meeting: what they do is often just how things are.
INSTANTIES = frozenset(
    "gemeente gemeenten provincie provincies politie ggd waterschap regio regio's school organisatie corporatie "
    "veiligheidsregio omgevingsdienst woningcorporatie woningcorporaties partijen docent docenten leden ouders "
    "gebruikers eigenaren eigenaar beheerder medewerker medewerkers".split()
)
GEWOONTE = re.compile(
    r"\b(?:(?:elke?|ieder[e]?|per|eens per)\s+(?:jaar|maand|week|kwartaal|dag|nacht|keer|twee|drie|vier|zes)|sinds\b"
    r"|al jaren|volgens (?:de wet|planning|contract)|conform (?:contract|de wet)|van oudsher|twee keer|in de regel"
    r"|op (?:maandag|dinsdag|woensdag|donderdag|vrijdag) en)\b",
    re.IGNORECASE,
)
# What a body does that brings something to the table: said of one outside, it is a commitment all the same.
AANLEVEREN = frozenset(
    """
    sturen nasturen toesturen rondsturen doorsturen opsturen insturen terugsturen nazenden toezenden rondzenden mailen
    doormailen rondmailen aanleveren naleveren opleveren leveren delen verspreiden verzenden versturen terugkoppelen
    informeren voorleggen nagaan navragen uitzoeken terugkomen verstrekken beantwoorden reageren uitnodigen agenderen
    afstemmen opvragen aanpassen bijwerken
    """.split()
)
# By whom it is expected or said: a forecast, not a plan of the table.
VERWACHTING = re.compile(r"\b(?:naar (?:verwachting|verluidt)|volgens|naar alle waarschijnlijkheid)\b", re.IGNORECASE)
OUDE_AFSPRAKEN = re.compile(
    r"\b(?:vorige (?:keer|vergadering|week|maand|jaar|bijeenkomst)|eerder(?:e)?|destijds|indertijd"
    r"|vorig (?:jaar|overleg)|afgelopen|jl\.|jongstleden|toen|was afgesproken|is afgesproken|eerdere toezegging"
    r"|gisteren)\b",
    re.IGNORECASE,
)
AANVOERING = re.compile(r"[\"“”„«»‘][^\"“”„«»’]{12,}[\"“”»’]")
