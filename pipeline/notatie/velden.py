"""The fields of every YAML record, as tables: what may stand there, of which kind, and what it means.

The readers check against these tables, the handbook lists them, and ``nieuw`` writes its skeleton from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.model import Herhaling
from pipeline.model.verslag import GebeurtenisSoort

VeldSoort = Literal[
    "tekst",
    "getal",
    "datum",
    "tijdvak",
    "janee",
    "embargo",
    "keuze",
    "status",
    "termijn",
    "verwijzing",
    "teksten",
    "record",
    "records",
    "deelnemers",
]


@dataclass(frozen=True, slots=True)
class Veld:
    """One field of a record.

    ``keuzes`` are the allowed words of a ``keuze``; ``record`` describes what stands in a ``record`` or in
    each of ``records``; where those are ``vaak_een`` one may be written without a list. ``uitleg`` is Dutch,
    for the handbook.
    """

    naam: str
    soort: VeldSoort
    uitleg: str
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    record: Record | None = None
    vaak_een: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record: its name as a user would say it, and its fields in the order they are written.

    ``kort`` is the field a bare text stands for, where one may be written instead of the whole record.
    """

    naam: str
    uitleg: str
    velden: tuple[Veld, ...]
    kort: str = ""

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(veld.naam for veld in self.velden)


def _tekst(naam: str, uitleg: str, verplicht: bool = False) -> Veld:
    return Veld(naam, "tekst", uitleg, verplicht)


VRIJE_PERIODE = Record(
    "een vrije periode",
    "Een periode waarin niet wordt vergaderd, zoals een schoolvakantie of het reces.",
    (
        _tekst("naam", "De naam, zoals zomerreces.", verplicht=True),
        Veld("van", "datum", "De eerste dag.", verplicht=True),
        Veld("tot", "datum", "De laatste dag.", verplicht=True),
    ),
)

MIJLPALEN = ("capaciteitsraming", "provinciaal_verslag", "verdeelbesluit", "realisatie")

MIJLPAAL = Record(
    "een mijlpaal",
    "Een andere datum voor een mijlpaal van de wetscyclus dan de wet noemt.",
    (
        Veld("mijlpaal", "keuze", "Welke mijlpaal.", verplicht=True, keuzes=MIJLPALEN),
        Veld("datum", "datum", "De dag.", verplicht=True),
        Veld("cyclus", "getal", "Het eerste jaar van de cyclus; leeg: het even jaar van of voor de datum."),
    ),
)

SMTP = Record(
    "smtp",
    "De mailserver voor verzend --smtp. Het wachtwoord staat in geen enkel bestand.",
    (
        _tekst("server", "De naam van de server, zoals smtp.voorbeeld.nl.", verplicht=True),
        Veld("poort", "getal", "De poort; leeg: 587."),
        _tekst("gebruiker", "De naam waarmee u aanmeldt; leeg: zonder aanmelden."),
    ),
)

MAIL = Record(
    "mail",
    "Hoe groot een mail mag zijn, en waar staat wat er niet in past.",
    (
        Veld("max_mb", "getal", "Hoeveel megabyte aan bijlagen in een mail past; leeg: 20."),
        _tekst("link", "Adres van een gedeelde map; {tafel} en {datum} worden ingevuld."),
    ),
)

PROVINCIES = (
    "drenthe", "groningen", "overijsel", "flevoland", "friesland", "gelderland", "utrecht", "noord_holland",
    "zuid_holland", "zeeland", "noord_brabant", "limburg",
)  # fmt: skip

PUBLICATIE = Record(
    "publicatie",
    "Waar de openbare site staat, en onder welke codes.",
    (
        _tekst("adres", "Het adres van de voorpagina, zoals https://vergaderingen.voorbeeld.nl."),
        _tekst("uitgever", "Het TOOI-adres van de uitgever; leeg: geen Woo-sitemap."),
        _tekst("categorie", "De TOOI-code van de Woo-categorie; leeg: c_db4862c3 (vergaderstukken)."),
        Veld("provincie", "keuze", "De provincie zoals de ORI-standaard haar schrijft.", keuzes=PROVINCIES),
    ),
)

ORGANISATIE = Record(
    "regietafel.yaml",
    "De organisatie die het secretariaat voert.",
    (
        _tekst("naam", "Naam van de organisatie.", verplicht=True),
        _tekst("afzender", "Naam waaronder stukken worden verstuurd."),
        _tekst("email", "E-mailadres van het secretariaat."),
        _tekst("website", "Adres van de webpagina waar de verslagen staan."),
        _tekst("uitgever", "Organisatie die de verslagen uitgeeft."),
        _tekst("omzetter", "Plaats van LibreOffice (soffice); leeg: het programma zoekt zelf."),
        _tekst("taalmodel", "Naam van een geïnstalleerd spaCy-taalmodel; leeg: het meegeleverde."),
        _tekst("tafel", "De tafel die is bedoeld als een opdracht er geen noemt, zoals prt."),
        Veld("versie", "getal", "De versie van de map; een ouder programma schrijft niet in een nieuwere."),
        Veld("vrije_perioden", "records", "Perioden zonder vergaderingen.", record=VRIJE_PERIODE),
        Veld("mijlpalen", "records", "Andere datums voor de wetscyclus.", record=MIJLPAAL),
        Veld("smtp", "record", "De mailserver.", record=SMTP),
        Veld("mail", "record", "De grootte van een mail.", record=MAIL),
        Veld("publicatie", "record", "De openbare site.", record=PUBLICATIE),
    ),
)

LID = Record(
    "een lid",
    "Een lid, agendalid of toehoorder van een tafel.",
    (
        _tekst("id", "Korte naam van deze persoon in de andere bestanden, zoals van-dijk.", verplicht=True),
        _tekst("aanhef", "dhr. of mw.; mag leeg blijven."),
        _tekst("voorletters", "Voorletters of voornaam."),
        _tekst("tussenvoegsel", "Het tussenvoegsel, zoals van der."),
        _tekst("achternaam", "De achternaam zonder tussenvoegsel."),
        _tekst("weergave", "De hele naam zoals hij in documenten moet staan, als dat anders is."),
        _tekst("functie", "De functie, zoals burgemeester."),
        _tekst("groep", "Het kopje in de deelnemerslijst; leeg: de organisatie."),
        _tekst("organisatie", "De organisatie waarvoor deze persoon spreekt."),
        _tekst("rol", "De rol aan tafel, zoals voorzitter."),
        Veld("van", "datum", "Eerste dag van het lidmaatschap."),
        Veld("tot", "datum", "Laatste dag van het lidmaatschap."),
        _tekst("email", "E-mailadres; meer adressen mogen, met ; ertussen."),
        _tekst("cc", "Adressen die een kopie krijgen van wat deze persoon krijgt, zoals het eigen secretariaat."),
        Veld(
            "openbaar",
            "keuze",
            "Hoe deze persoon in de openbare versie staat.",
            keuzes=("naam", "functie", "nee"),
        ),
    ),
)

_GEHEIM = "ja of nee; leeg: wat de titel zegt, zoals (vertrouwelijk), en anders nee."

VAST_PUNT = Record(
    "een vast punt",
    "Een punt dat op elke agenda staat.",
    (
        _tekst("titel", "De titel van het punt.", verplicht=True),
        Veld("plaats", "keuze", "Voor of na de andere punten.", keuzes=("begin", "eind")),
        _tekst("doel", "ter informatie, bespreking, besluitvorming of vaststelling."),
        Veld("duur", "getal", "Aantal minuten."),
        _tekst("toelichting", "Tekst onder het punt."),
        Veld(
            "soort",
            "keuze",
            "verslag: het vorige verslag komt erbij; acties: ook wat er van doorgezette punten is geworden.",
            keuzes=("verslag", "acties"),
        ),
        Veld("mijlpaal", "keuze", "Alleen op de laatste agenda voor deze mijlpaal.", keuzes=MIJLPALEN),
        Veld("vertrouwelijk", "janee", _GEHEIM),
    ),
    kort="titel",
)

RITME = Record(
    "ritme",
    "Hoe vaak de tafel bijeenkomt.",
    (
        Veld("weken", "getal", "Om de hoeveel weken."),
        _tekst("weekdag", "De gewone dag van de week."),
        Veld("dagen_vooraf", "getal", "Met voedt: aantal dagen voor de vergadering van die tafel; leeg: 14."),
    ),
)

TERMIJNEN = Record(
    "termijnen",
    "Wanneer stukken op zijn laatst worden rondgestuurd.",
    (
        Veld("agenda", "getal", "Aantal dagen voor de vergadering."),
        Veld("verslag", "getal", "Aantal dagen na de vergadering."),
        Veld(
            "reacties",
            "getal",
            "Aantal dagen voor de volgende vergadering dat reacties op een concept binnen zijn; leeg: als agenda.",
        ),
    ),
)

VERZENDLIJST = Record(
    "een verzendlijst",
    "Wie samen een bericht krijgen. Wie op twee lijsten staat, krijgt alleen dat van de eerste.",
    (
        _tekst("naam", "De naam van de lijst, zoals leden.", verplicht=True),
        Veld("wie", "teksten", "Ids van leden, of leden, agendaleden of toehoorders voor allemaal."),
        Veld("adressen", "teksten", "Anderen, geschreven als Naam <adres>."),
        Veld("voor", "teksten", "agenda, verslag, actielijst; leeg: alles."),
        Veld("vertrouwelijk", "janee", "ja: deze lijst krijgt ook vertrouwelijke stukken; leeg: nee."),
        Veld("doorgeven", "janee", "ja: vraag de ontvangers de stukken door te geven; leeg: nee."),
        Veld(
            "stukken",
            "keuze",
            "Hoe de stukken gaan: in een bundel, los of beide; leeg: bundel.",
            keuzes=("bundel", "los", "beide"),
        ),
        Veld("word", "janee", "ja: stuur het document ook als Word-bestand; leeg: nee."),
        Veld("verborgen", "janee", "ja: de ontvangers zien elkaars adres niet; leeg: nee."),
    ),
)

OPENBAAR = ("naam", "functie", "nee")

FUNCTIEREGEL = Record(
    "een regel voor een functie",
    "Hoe iedereen met een bepaalde functie in de openbare versie staat.",
    (
        _tekst("functie", "De functie of de organisatie, zoals regiomanager.", verplicht=True),
        Veld("openbaar", "keuze", "naam, functie of nee.", verplicht=True, keuzes=OPENBAAR),
    ),
)

OPENBAARHEID = Record(
    "openbaarheid",
    "Wie in de openbare versie met naam mag worden genoemd, en wat er anders staat.",
    (
        Veld("leden", "keuze", "Voor leden zonder eigen regel; leeg: niet met naam.", keuzes=OPENBAAR),
        Veld("agendaleden", "keuze", "Hetzelfde voor agendaleden.", keuzes=OPENBAAR),
        Veld("toehoorders", "keuze", "Hetzelfde voor toehoorders.", keuzes=OPENBAAR),
        Veld("functies", "records", "Regels voor functies; die gaan voor.", record=FUNCTIEREGEL),
        _tekst("aanduiding", "Wat er staat in plaats van een naam; leeg: [geanonimiseerd]. Bijvoorbeeld 5.1.2e."),
        Veld("actielijst", "janee", "ja: de actielijst wordt ook openbaar; leeg: nee."),
        Veld("besluitenlijst", "janee", "nee: de besluitenlijst wordt niet openbaar; leeg: ja."),
    ),
)

GEVOELIG = Record(
    "iets gevoeligs",
    "Een adres, perceel, bedrijf of bedrag dat niet iedereen mag lezen.",
    (
        _tekst("tekst", "De woorden zoals zij in de stukken staan.", verplicht=True),
        _tekst("reden", "Waarom niet iedereen ze mag lezen.", verplicht=True),
        Veld("tot", "datum", "Tot en met welke dag lijsten zonder rechten ze niet lezen; het publiek leest ze nooit."),
    ),
)

NAAMBESLUIT = Record(
    "een besluit over een naam",
    "Wat er met een naam in de tekst gebeurt die in geen lijst staat, of van twee mensen kan zijn.",
    (
        _tekst("naam", "De naam zoals hij in de tekst staat.", verplicht=True),
        Veld(
            "besluit",
            "keuze",
            "naam, functie, organisatie, anonimiseer, of geen_naam als het geen persoon is.",
            verplicht=True,
            keuzes=("naam", "functie", "organisatie", "anonimiseer", "geen_naam"),
        ),
        _tekst("functie", "Bij functie: wat er in plaats van de naam staat."),
        _tekst("organisatie", "Bij organisatie: welke. Er staat dan: een medewerker van het COA."),
        _tekst("zin", "Geldt alleen in zinnen met deze woorden; leeg: overal."),
    ),
)

NAMEN = Record(
    "namen.yaml",
    "Besluiten over namen in de openbare versie.",
    (Veld("namen", "records", "De besluiten.", record=NAAMBESLUIT),),
)

REACTIE = Record(
    "een reactie",
    "Wat iemand in een rondgezonden verslag gewijzigd wil zien.",
    (
        _tekst("wie", "Van wie de reactie is.", verplicht=True),
        Veld(
            "soort",
            "keuze",
            "Wat er wordt gevraagd.",
            verplicht=True,
            keuzes=("gewijzigd", "ingevoegd", "verwijderd", "verplaatst", "opmerking"),
        ),
        _tekst("punt", "Het agendapunt, zoals 3. Opvang."),
        _tekst("oud", "De woorden zoals ze er staan."),
        _tekst("nieuw", "De woorden die er moeten komen."),
        Veld(
            "antwoord",
            "keuze",
            "Wat ermee gebeurt; leeg: nog niet besloten.",
            keuzes=("overnemen", "bespreken", "niet_overnemen"),
        ),
        _tekst("reden", "Waarom de reactie niet wordt overgenomen."),
        Veld("ontvangen", "datum", "De dag waarop zij is ingelezen."),
        _tekst("bestand", "Het exemplaar waar zij in stond."),
    ),
)

REACTIES = Record(
    "reacties.yaml",
    "Wat er op het rondgezonden verslag is gereageerd.",
    (Veld("reacties", "records", "De reacties.", record=REACTIE),),
)

TAFEL = Record(
    "tafel.yaml",
    "Een tafel: wie erin zitten en hoe vaak zij bijeenkomt.",
    (
        _tekst("naam", "De volle naam van de tafel.", verplicht=True),
        _tekst("korte_naam", "De korte naam, zoals PRT."),
        _tekst("locatie", "De gewone plaats van vergaderen."),
        Veld("tijd", "tijdvak", "De gewone tijd, zoals 9:30 - 11:00."),
        _tekst("voorzitter", "Het id van een lid, of een naam of functie."),
        _tekst("secretaris", "Het id van een lid, of een naam of functie."),
        _tekst("contact", "Waar vragen heen kunnen."),
        Veld("ritme", "record", "Hoe vaak de tafel bijeenkomt.", record=RITME),
        _tekst("voedt", "De tafel die deze tafel voorbereidt, zoals prt."),
        Veld(
            "nummering",
            "keuze",
            "Nummers van acties per vergadering of doorlopend.",
            keuzes=("vergadering", "doorlopend"),
        ),
        Veld("termijnen", "record", "Wanneer stukken op zijn laatst weg moeten.", record=TERMIJNEN),
        Veld("kloktijden", "janee", "ja: op de agenda staat bij elk punt hoe laat het begint; leeg: nee."),
        Veld("acties_vanaf", "datum", "Vanaf welke vergadering open acties meetellen."),
        Veld("actiehouders", "teksten", "Actiehouders die in geen lijst met personen staan."),
        Veld("afkortingen", "teksten", "Afkortingen die niet hoeven te worden uitgelegd."),
        Veld("leden", "records", "De leden.", record=LID),
        Veld("agendaleden", "records", "De agendaleden.", record=LID),
        Veld("toehoorders", "records", "De toehoorders.", record=LID),
        Veld("vaste_punten", "records", "De punten die op elke agenda staan.", record=VAST_PUNT),
        Veld("verzendlijsten", "records", "Wie welke mail krijgt.", record=VERZENDLIJST),
        Veld("openbaarheid", "record", "Wie met naam in de openbare versie staan.", record=OPENBAARHEID),
        Veld("gevoelig", "records", "Woorden die niet iedereen mag lezen.", record=GEVOELIG),
    ),
)

DEELNEMER = Record(
    "een deelnemer",
    "Een persoon bij een vergadering; meestal volstaat een regel als: dhr. Jansen (Haarlem) [afwezig], of [afgemeld].",
    (
        _tekst("lid", "Het id van een lid van de tafel."),
        _tekst("naam", "De naam zoals hij in de deelnemerslijst staat."),
        _tekst("aanhef", "dhr. of mw., als de naam in delen wordt gegeven."),
        _tekst("voorletters", "Voorletters of voornaam."),
        _tekst("tussenvoegsel", "Het tussenvoegsel."),
        _tekst("achternaam", "De achternaam."),
        _tekst("groep", "Het kopje in de deelnemerslijst."),
        _tekst("organisatie", "De organisatie waarvoor deze persoon spreekt."),
        _tekst("rol", "De rol, zoals voorzitter."),
        Veld(
            "hoedanigheid",
            "keuze",
            "Lid, agendalid of toehoorder.",
            keuzes=("lid", "agendalid", "toehoorder"),
        ),
        _tekst("vervangt", "Wie deze persoon vervangt."),
        Veld("aanwezig", "janee", "ja of nee; leeg: ja."),
        Veld("afgemeld", "janee", "ja voor wie er niet was en dat had laten weten."),
        _tekst("vanaf_punt", "Vanaf welk agendapunt aanwezig."),
        _tekst("tot_punt", "Tot welk agendapunt aanwezig."),
        Veld(
            "openbaar",
            "keuze",
            "Hoe deze persoon in de openbare versie staat.",
            keuzes=("naam", "functie", "nee"),
        ),
    ),
)

_EMBARGO = "Vertrouwelijk tot dit moment, zoals 2026-03-01 09.00; een dag zonder tijd: tot het einde van die dag."

BIJLAGE = Record(
    "een bijlage",
    "Een stuk bij een agendapunt.",
    (
        _tekst("titel", "De titel; leeg: de naam van het bestand."),
        _tekst("bestand", "De naam van het bestand in de map bijlagen."),
        Veld("vertrouwelijk", "janee", _GEHEIM),
        _tekst("openbare_titel", "De titel voor wie het niet mag zien; leeg: Vertrouwelijk stuk."),
        Veld("embargo", "embargo", _EMBARGO),
        _tekst("openbaar", "De naam van de openbare versie in de map bijlagen; leeg: het stuk wordt niet openbaar."),
        Veld("tafelstuk", "janee", "ja: het wordt in de vergadering uitgereikt, en hoeft er vooraf nog niet te zijn."),
    ),
    kort="bestand",
)

ANNOTATIE = Record(
    "een annotatie",
    "Wat alleen de voorzitter bij een punt leest. Het gaat in geen mail, geen bundel en niet naar de site.",
    (
        _tekst("conclusie", "De conclusie die de voorzitter kan voorstellen."),
        Veld("spreekpunten", "teksten", "Wat de voorzitter kan zeggen."),
        Veld("vragen", "teksten", "Welke vragen te verwachten zijn."),
    ),
    kort="conclusie",
)

OPLEGGER = Record(
    "een oplegger",
    "Wat op de oplegger bij een punt staat.",
    (
        _tekst("aanleiding", "Waarom het punt op de agenda staat."),
        _tekst("gevraagd", "Wat er van de tafel wordt gevraagd."),
        _tekst("vervolg", "Wat er na de vergadering gebeurt."),
    ),
    kort="gevraagd",
)

AGENDAPUNT = Record(
    "een agendapunt",
    "Een punt van de agenda.",
    (
        _tekst("titel", "De titel van het punt.", verplicht=True),
        _tekst("nummer", "Het nummer; leeg: 1, 2, 3 op volgorde."),
        _tekst("doel", "ter informatie, bespreking, besluitvorming of vaststelling."),
        Veld("duur", "getal", "Aantal minuten."),
        _tekst("spreker", "Wie het punt inleidt."),
        Veld("hamerstuk", "janee", "ja: er wordt conform besloten, zonder bespreking."),
        _tekst("toelichting", "Tekst onder het punt."),
        Veld("vertrouwelijk", "janee", _GEHEIM),
        _tekst("openbare_titel", "De titel voor wie het niet mag zien; leeg: Vertrouwelijk punt."),
        Veld("embargo", "embargo", _EMBARGO),
        _tekst("door_naar", "De tafel waar dit punt hierna heen gaat, zoals prt."),
        Veld("gevoelig", "records", "Woorden die niet iedereen mag lezen.", record=GEVOELIG),
        Veld("oplegger", "record", "De oplegger bij dit punt.", record=OPLEGGER),
        Veld("annotatie", "record", "Wat alleen de voorzitter leest.", record=ANNOTATIE),
        Veld("bijlagen", "records", "De stukken bij dit punt.", record=BIJLAGE),
    ),
    kort="titel",
)

TERUGKOPPELING = Record(
    "een terugkoppeling",
    "Wat tussen twee vergaderingen over een actie is gemeld.",
    (
        Veld("actie", "verwijzing", "De actie, zoals A2 (17-12-2025).", verplicht=True),
        Veld("status", "status", "open, afgerond of vervallen."),
        Veld("termijn", "termijn", "De nieuwe termijn."),
        _tekst("toelichting", "Wat erover is gemeld."),
    ),
)

AGENDA = Record(
    "agenda.yaml",
    "De agenda van een vergadering.",
    (
        Veld("tijd", "tijdvak", "De tijd, zoals 9:30 - 11:00; leeg: die van de tafel."),
        _tekst("locatie", "De plaats; leeg: die van de tafel."),
        _tekst("kanttekening", "Een regel onder de kop van de documenten."),
        Veld("afmeldingen", "teksten", "Wie niet komen: id, naam of functie uit de ledenlijst."),
        Veld("deelnemers", "deelnemers", "Wie worden verwacht; leeg: de leden op die datum.", record=DEELNEMER),
        Veld("vaste_punten", "janee", "nee: de vaste punten van de tafel komen er niet bij; leeg: ja."),
        Veld("agendapunten", "records", "De punten.", record=AGENDAPUNT),
        Veld("terugkoppeling", "records", "Gemelde voortgang van acties.", record=TERUGKOPPELING),
        Veld("verplaatst_van", "teksten", "De eerdere datum of datums; dit vult het programma in."),
        _tekst("afgelast", "Waarom de vergadering niet doorgaat."),
        _tekst("zaaknummer", "Het nummer van de zaak in het archief; komt op de stukken en in de mails."),
    ),
)

AANMELDING = Record(
    "een aanmelding",
    "Een onderwerp dat iemand op de agenda wil.",
    (
        _tekst("wat", "Het onderwerp.", verplicht=True),
        _tekst("wie", "Wie het aanmeldt: id of naam."),
        _tekst("doel", "ter informatie, bespreking, besluitvorming of vaststelling."),
        Veld("minuten", "getal", "Hoeveel tijd ervoor nodig is."),
        _tekst("toelichting", "Tekst onder het punt."),
        Veld("vertrouwelijk", "janee", _GEHEIM),
        _tekst("openbare_titel", "De titel voor wie het niet mag zien; leeg: Vertrouwelijk punt."),
        Veld("op", "datum", "De dag van aanmelden."),
        Veld(
            "besluit",
            "keuze",
            "Wat ermee is gedaan; leeg: het wacht nog.",
            keuzes=("opgenomen", "doorgeschoven", "afgewezen"),
        ),
        Veld("vergadering", "datum", "De vergadering waarin het is opgenomen of waarheen het is doorgeschoven."),
        _tekst("reden", "Waarom het is doorgeschoven of afgewezen."),
        _tekst("uit", "Het agendapunt van een andere tafel; dit vult het programma in."),
    ),
    kort="wat",
)

AANGEMELD = Record(
    "aangemeld.yaml",
    "Wat leden van een tafel op de agenda willen.",
    (Veld("aangemeld", "records", "De aanmeldingen.", record=AANMELDING),),
)

TEKSTWIJZIGING = Record(
    "een wijziging",
    "Een wijziging in een rondgezonden verslag waar iemand om heeft gevraagd.",
    (
        _tekst("punt", "Nummer of titel van het punt; of Actielijst, Besluitenlijst of kop.", verplicht=True),
        _tekst("oud", "De oude woorden. Ze staan op die plek precies een keer.", verplicht=True),
        _tekst("nieuw", "De nieuwe woorden; leeg: de oude vervallen."),
        _tekst("door", "Wie erom heeft gevraagd."),
    ),
)

VASTSTELLING = Record(
    "een vaststelling",
    "Een eerder verslag dat in deze vergadering is vastgesteld.",
    (
        Veld("verslag", "datum", "De datum van de vergadering waarvan het verslag is.", verplicht=True),
        Veld("wijzigingen", "records", "De wijzigingen; leeg: ongewijzigd.", record=TEKSTWIJZIGING, vaak_een=True),
    ),
    kort="verslag",
)

RECTIFICATIE = Record(
    "een rectificatie",
    "Een verbetering van een verslag dat al is vastgesteld.",
    (
        Veld("datum", "datum", "De dag van de rectificatie.", verplicht=True),
        _tekst("reden", "Waarom. Dit komt in het document te staan.", verplicht=True),
        Veld("wijzigingen", "records", "Wat er verandert.", True, record=TEKSTWIJZIGING, vaak_een=True),
    ),
)

VOORBLOK = Record(
    "het voorblok van verslag.md",
    "De kop van een verslag, tussen twee regels met ---.",
    (
        _tekst("tafel", "De map van de tafel, zoals prt.", verplicht=True),
        Veld("datum", "datum", "De datum van de vergadering.", verplicht=True),
        Veld("tijd", "tijdvak", "De tijd, zoals 9:30 - 11:00."),
        _tekst("locatie", "De plaats."),
        Veld(
            "status",
            "keuze",
            "concept of vastgesteld; leeg: concept.",
            keuzes=("concept", "vastgesteld", "onbekend"),
        ),
        _tekst("kanttekening", "Een regel onder de kop van het document."),
        _tekst("herkomst", "Het bestand waaruit het verslag is overgenomen; een kopie staat in de map bron."),
        _tekst("notulist", "Wie het verslag maakte, als die niet bij de deelnemers staat."),
        Veld("deelnemers", "deelnemers", "Wie er waren; leeg: die van de agenda.", record=DEELNEMER),
        Veld("afwezig", "teksten", "Wie er niet waren: id of naam uit de deelnemerslijst."),
        Veld(
            "vaststelling",
            "records",
            "Het vorige verslag dat in deze vergadering is vastgesteld.",
            record=VASTSTELLING,
            vaak_een=True,
        ),
    ),
)

_RUST_EN_HERHALING = (
    Veld("vanaf", "datum", "Tot die dag rust de actie: zij staat op geen agenda en niemand krijgt een herinnering."),
    Veld(
        "herhaalt",
        "keuze",
        "Hoe vaak de actie terugkomt als zij is afgerond; zij stopt als zij vervalt.",
        keuzes=get_args(Herhaling),
    ),
)

REGISTER_ACTIE = Record(
    "een actie in register.yaml",
    "Een actie die na het rondzenden is toegevoegd.",
    (
        _tekst("label", "Het nummer, zoals A4.", verplicht=True),
        _tekst("actie", "Wat er gebeurt.", verplicht=True),
        _tekst("actiehouder", "Wie het doet."),
        Veld("termijn", "termijn", "Wanneer het klaar is."),
        Veld("status", "status", "open, afgerond of vervallen."),
        _tekst("toelichting", "Toelichting."),
        _tekst("agendapunt", "Het nummer of de titel van het agendapunt."),
        Veld("vertrouwelijk", "janee", "ja of nee; leeg: nee."),
        *_RUST_EN_HERHALING,
        Veld("soort", "keuze", "Hoe de actie is gevonden.", keuzes=("expliciet", "tabel", "impliciet")),
    ),
)

REGISTER_VOORTGANG = Record(
    "voortgang in register.yaml",
    "Wat na het rondzenden over een oudere actie is vastgelegd; leeg: ongewijzigd.",
    (
        Veld("actie", "verwijzing", "De actie, zoals A2 (17-12-2025).", verplicht=True),
        _tekst("tekst", "De nieuwe tekst van de actie."),
        _tekst("actiehouder", "De nieuwe actiehouder."),
        Veld("termijn", "termijn", "De nieuwe termijn."),
        Veld("status", "status", "open, afgerond of vervallen."),
        _tekst("toelichting", "Toelichting."),
        _tekst("agendapunt", "Het nummer of de titel van het agendapunt."),
        Veld("vertrouwelijk", "janee", "ja of nee; leeg: nee."),
        *_RUST_EN_HERHALING,
    ),
)

REGISTER_BESLUIT = Record(
    "een besluit in register.yaml",
    "Een besluit dat na het rondzenden is toegevoegd.",
    (
        _tekst("label", "Het nummer, zoals B2.", verplicht=True),
        _tekst("tekst", "Het besluit.", verplicht=True),
        _tekst("agendapunt", "Het nummer of de titel van het agendapunt."),
        Veld("vertrouwelijk", "janee", "ja of nee; leeg: nee."),
    ),
)

REGISTER_KOPPELING = Record(
    "een koppeling in register.yaml",
    "Een verband tussen twee acties.",
    (
        Veld("actie", "verwijzing", "De actie, zoals A3 of A2 (17-12-2025).", verplicht=True),
        Veld(
            "soort",
            "keuze",
            "Het verband.",
            verplicht=True,
            keuzes=("samengevoegd_met", "gesplitst_uit", "zelfde_als"),
        ),
        Veld("met", "verwijzing", "De andere actie.", verplicht=True),
        _tekst("tekst", "De woorden van de actie toen het verband werd gelegd; staat er iets anders, dan vervalt het."),
        _tekst("tekst_met", "De woorden van de andere actie toen het verband werd gelegd."),
        Veld("bevestigd", "janee", "nee zolang het nog een vermoeden is; leeg: ja."),
    ),
)

REGISTER_WEIGERING = Record(
    "een weigering in register.yaml",
    "Een voorstel dat is afgewezen en niet terug hoeft te komen.",
    (_tekst("zin", "De zin waarop het voorstel steunde.", verplicht=True), _tekst("reden", "Waarom niet.")),
)

REGISTER_AANVAARDING = Record(
    "een overgenomen voorstel in register.yaml",
    "Een voorstel dat na het rondzenden is overgenomen en niet terug hoeft te komen; dit vult het programma in.",
    (
        Veld("soort", "keuze", "Wat het is geworden.", verplicht=True, keuzes=("actie", "besluit", "voortgang")),
        _tekst("zin", "De zin waarop het voorstel steunde.", verplicht=True),
    ),
)

REGISTER_NEGERING = Record(
    "een negering in register.yaml",
    "Een bevinding van controleer die is aanvaard.",
    (
        _tekst("code", "De code van de melding.", verplicht=True),
        _tekst("zin", "De tekst waar het om gaat."),
        _tekst("reden", "Waarom het goed is zo.", verplicht=True),
    ),
)

REGISTER_NOTITIE = Record(
    "een notitie in register.yaml",
    "Iets voor het secretariaat alleen, zoals een opmerking in het Word-bestand. Het komt in geen enkel document.",
    (
        _tekst("tekst", "De notitie.", verplicht=True),
        _tekst("auteur", "Van wie de opmerking is."),
        Veld("op", "datum", "De dag van de opmerking."),
        _tekst("plaats", "Bij welk agendapunt."),
        _tekst("bij", "Bij welke woorden."),
        Veld("vraag", "janee", "ja: een vraag over het stuk; dit vult het programma in."),
        _tekst("antwoord", "Het antwoord op de vraag; daarna noemt controleer haar niet meer."),
    ),
)

REGISTER_VERTROUWELIJKHEID = Record(
    "een antwoord over vertrouwelijkheid in register.yaml",
    "Of een punt vertrouwelijk is, als het rondgezonden verslag dat in het midden laat.",
    (
        _tekst("punt", "Nummer of titel van het punt; kop voor de tekst boven het eerste punt.", verplicht=True),
        Veld("vertrouwelijk", "janee", "ja of nee; nee neemt alleen een twijfel weg.", verplicht=True),
        _tekst("reden", "Waarom.", verplicht=True),
    ),
)

REGISTER = Record(
    "register.yaml",
    "Wat na het rondzenden bij een verslag is gekomen.",
    (
        Veld("acties", "records", "Nieuwe acties.", record=REGISTER_ACTIE),
        Veld("voortgang", "records", "Voortgang van oudere acties.", record=REGISTER_VOORTGANG),
        Veld("besluiten", "records", "Nieuwe besluiten.", record=REGISTER_BESLUIT),
        Veld("koppelingen", "records", "Verbanden tussen acties.", record=REGISTER_KOPPELING),
        Veld("weigeringen", "records", "Afgewezen voorstellen.", record=REGISTER_WEIGERING),
        Veld("overgenomen", "records", "Overgenomen voorstellen.", record=REGISTER_AANVAARDING),
        Veld("negeer", "records", "Aanvaarde bevindingen.", record=REGISTER_NEGERING),
        Veld("wijzigingen", "records", "Wijzigingen voor schriftelijke vaststelling.", record=TEKSTWIJZIGING),
        Veld("rectificaties", "records", "Verbeteringen na vaststelling.", record=RECTIFICATIE, vaak_een=True),
        Veld("notities", "records", "Notities voor het secretariaat.", record=REGISTER_NOTITIE),
        Veld(
            "vertrouwelijkheid",
            "records",
            "Of een punt van het rondgezonden verslag vertrouwelijk is.",
            record=REGISTER_VERTROUWELIJKHEID,
            vaak_een=True,
        ),
    ),
)

VERZONDEN_STUK = Record(
    "een verzonden stuk",
    "Een stuk zoals het is verstuurd.",
    (
        _tekst("nummer", "Het nummer, zoals 3a."),
        _tekst("naam", "De naam van het bestand.", verplicht=True),
        _tekst("vingerafdruk", "Het kenmerk van de inhoud."),
    ),
)

VERZENDING = Record(
    "verzending",
    "Een bericht dat is verstuurd; dit vult het programma in.",
    (
        _tekst("zending", "agenda, verslag of actielijst.", verplicht=True),
        _tekst("lijst", "De verzendlijst."),
        Veld("aan", "teksten", "De adressen."),
        _tekst("bericht", "Het kenmerk van het bericht."),
        Veld("stukken", "records", "De stukken.", record=VERZONDEN_STUK),
        Veld("bestanden", "teksten", "De bestanden, zoals bewaard in de map verzonden."),
    ),
)

VRIJGAVE = Record(
    "een vrijgave",
    "Woorden die een verzendlijst mag lezen, al staan ze ook in iets vertrouwelijks.",
    (
        _tekst("lijst", "De naam van de verzendlijst; publiek voor de openbare versie.", verplicht=True),
        _tekst("woorden", "De woorden.", verplicht=True),
    ),
)

GEBEURTENIS = Record(
    "een bestand in het logboek",
    "Een gebeurtenis, zoals het rondzenden van het verslag.",
    (
        Veld(
            "soort",
            "keuze",
            "Wat er is gebeurd.",
            verplicht=True,
            keuzes=get_args(GebeurtenisSoort),
        ),
        Veld("op", "datum", "De dag.", verplicht=True),
        _tekst("stuk", "Bij intrekken: het stuk dat is ingetrokken; leeg: het hele verslag."),
        _tekst("toelichting", "Toelichting."),
        _tekst("vingerafdruk", "Het kenmerk van verslag.md zoals het is rondgezonden; dit vult het programma in."),
        Veld("punten", "teksten", "De agendapunten met hun nummers zoals ze zijn rondgezonden."),
        Veld("verzending", "record", "Het bericht waar het om gaat.", record=VERZENDING),
        _tekst("vingerafdruk_voor", "Het kenmerk van verslag.md voor vaststelling; dit vult het programma in."),
        _tekst("waar", "De vergadering waarin is vastgesteld, of: schriftelijk."),
        Veld("wijzigingen", "records", "De wijzigingen bij het vaststellen.", record=TEKSTWIJZIGING),
        Veld("vrijgave", "record", "De woorden die zijn vrijgegeven; waarom staat bij toelichting.", record=VRIJGAVE),
    ),
)

RECORDS: tuple[Record, ...] = (
    ORGANISATIE,
    SMTP,
    MAIL,
    VRIJE_PERIODE,
    MIJLPAAL,
    TAFEL,
    RITME,
    TERMIJNEN,
    LID,
    VAST_PUNT,
    VERZENDLIJST,
    OPENBAARHEID,
    FUNCTIEREGEL,
    NAMEN,
    NAAMBESLUIT,
    GEVOELIG,
    AGENDA,
    ANNOTATIE,
    OPLEGGER,
    AGENDAPUNT,
    BIJLAGE,
    TERUGKOPPELING,
    AANGEMELD,
    AANMELDING,
    DEELNEMER,
    VOORBLOK,
    VASTSTELLING,
    TEKSTWIJZIGING,
    REACTIES,
    REACTIE,
    REGISTER,
    REGISTER_ACTIE,
    REGISTER_VOORTGANG,
    REGISTER_BESLUIT,
    REGISTER_KOPPELING,
    REGISTER_WEIGERING,
    REGISTER_AANVAARDING,
    REGISTER_NEGERING,
    REGISTER_NOTITIE,
    REGISTER_VERTROUWELIJKHEID,
    RECTIFICATIE,
    GEBEURTENIS,
    VERZENDING,
    VERZONDEN_STUK,
    VRIJGAVE,
)
