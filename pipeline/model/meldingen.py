"""Every kind of Melding there is: one entry in one tuple each. ``docs/meldingen.md`` is made from it.

A code is a word a user can search for; it never changes its meaning. ``uitleg`` and ``hulp`` are Dutch, for
the secretariat: what it means, and what to do when the case itself does not give better advice.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.bron import Bron
from pipeline.model.melding import Ernst, Melding

FOUT, WAARSCHUWING, TIP = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.TIP


@dataclass(frozen=True, slots=True)
class MeldingSoort:
    """A kind of Melding: its code, its usual severity, what it means and what helps."""

    code: str
    ernst: Ernst
    uitleg: str
    hulp: str


SOORTEN: tuple[MeldingSoort, ...] = (
    # reading files of the werkmap
    MeldingSoort(
        "bestand-onleesbaar",
        FOUT,
        "Het bestand kan niet worden geopend of gelezen.",
        "Kijk of het bestand bestaat, niet openstaat in een ander programma en of u rechten hebt.",
    ),
    MeldingSoort(
        "tekenset",
        WAARSCHUWING,
        "Het bestand is niet in UTF-8 opgeslagen, maar in de oude Windows-tekenset.",
        "Het is wel gelezen. Sla het op als UTF-8, dan blijven alle letters zeker goed.",
    ),
    MeldingSoort(
        "yaml-opmaak",
        FOUT,
        "De opmaak van het YAML-bestand klopt niet, vaak door inspringen of een dubbele punt.",
        "Spring in met spaties (geen tabs), en zet tekst met een dubbele punt tussen aanhalingstekens.",
    ),
    MeldingSoort(
        "geen-voorblok",
        FOUT,
        "Boven aan verslag.md ontbreekt het blok tussen twee regels met ---.",
        "Begin het bestand met ---, dan onder elkaar tafel: en datum:, en weer ---.",
    ),
    MeldingSoort(
        "veld-onbekend",
        FOUT,
        "Een veld heeft een naam die het programma niet kent.",
        "Kijk of de naam goed gespeld is; anders wordt wat erachter staat niet gebruikt.",
    ),
    MeldingSoort("veld-ontbreekt", FOUT, "Een veld dat nodig is, ontbreekt.", "Vul het veld in."),
    MeldingSoort(
        "veld-soort",
        FOUT,
        "In een veld staat iets van een andere soort dan daar hoort.",
        "Kijk in de handleiding hoe het veld wordt ingevuld.",
    ),
    MeldingSoort("datum-bestaat-niet", FOUT, "Een datum bestaat niet, zoals 30 februari.", "Verbeter de datum."),
    MeldingSoort(
        "datum-onleesbaar",
        FOUT,
        "Een datum is geschreven op een manier die niet te lezen is.",
        "Schrijf de datum als 23 januari 2026, 23-01-2026 of 2026-01-23.",
    ),
    MeldingSoort("datum-map", FOUT, "De datum in het bestand is een andere dan de naam van de map.", "Maak ze gelijk."),
    MeldingSoort(
        "tijd-onleesbaar",
        FOUT,
        "Een tijd is geschreven op een manier die niet te lezen is.",
        "Schrijf de tijd als 9:30 - 11:00.",
    ),
    MeldingSoort("eind-voor-begin", FOUT, "Het einde ligt voor het begin.", "Verbeter een van de twee."),
    MeldingSoort(
        "teken-ongeldig",
        FOUT,
        "Er staat een teken in de tekst dat in een Word-bestand niet kan bestaan.",
        "Haal het onzichtbare teken weg, bijvoorbeeld door het stukje tekst opnieuw te typen.",
    ),
    MeldingSoort(
        "programmafout",
        FOUT,
        "Het programma is vastgelopen door een fout van de makers.",
        "Stuur het bestand dat wordt genoemd naar de makers. Uw bestanden zijn niet veranderd.",
    ),
    # the werkmap as a whole
    MeldingSoort(
        "geen-werkmap",
        FOUT,
        "Deze map is geen werkmap: regietafel.yaml ontbreekt.",
        "Ga naar de goede map, gebruik -C MAP, of maak een werkmap met: regietafel nieuw MAP.",
    ),
    MeldingSoort(
        "tafel-onbekend",
        FOUT,
        "Er is geen tafel met deze naam in de werkmap.",
        "Kijk met regietafel status welke tafels er zijn.",
    ),
    MeldingSoort(
        "vergadering-onbekend",
        FOUT,
        "Er is geen vergadering op deze datum.",
        "Kijk met regietafel status welke vergaderingen er zijn.",
    ),
    MeldingSoort(
        "map-naam",
        WAARSCHUWING,
        "De naam van een map is geen datum.",
        "Noem de map van een vergadering naar de datum, zoals 2026-01-23.",
    ),
    MeldingSoort(
        "dubbel-verslag",
        FOUT,
        "Er zijn twee verslagen van dezelfde vergadering.",
        "Bewaar er een en zet het andere buiten de werkmap.",
    ),
    MeldingSoort(
        "conflictkopie",
        WAARSCHUWING,
        "Dit is een kopie die het synchroniseren van de map heeft gemaakt. De kopie telt niet mee.",
        "Vergelijk de kopie met het bestand zelf, neem over wat ontbreekt, en verwijder de kopie.",
    ),
    MeldingSoort(
        "bestandsnaam",
        FOUT,
        "Een bestand heet net anders dan het moet heten. Het wordt niet gelezen en telt niet mee.",
        "Geef het de goede naam met: regietafel controleer --herstel. Windows verbergt vaak wat achter de laatste punt "
        "staat, zoals .txt; in de Verkenner maakt u dat zichtbaar bij Beeld, Bestandsnaamextensies.",
    ),
    MeldingSoort(
        "bestand-ongebruikt",
        TIP,
        "Een bestand in de map van een vergadering is geen stuk dat het programma kent. Het gaat nergens mee.",
        "Zet een stuk in de map bijlagen en op de agenda, lees een verslag in met regietafel lees, of laat het staan.",
    ),
    MeldingSoort(
        "vertrouwelijk-gelekt",
        FOUT,
        "In wat klaarstaat, staan woorden uit iets vertrouwelijks, voor lezers die dat niet mogen zien. Er gaat niets "
        "uit.",
        "Haal de woorden daar weg. Mogen deze lezers ze wel zien? Geef ze dan vrij met --vrijgeven, --lijst en "
        "--reden.",
    ),
    MeldingSoort(
        "nalezen-onleesbaar",
        FOUT,
        "Een bestand dat klaarstaat, kan niet worden nagelezen op wat vertrouwelijk is.",
        "Open het bestand, sla het opnieuw op (zonder wachtwoord) en geef de opdracht nog eens.",
    ),
    MeldingSoort(
        "sjabloon-naam",
        FOUT,
        "In de map templates staat een sjabloon dat niet wordt gebruikt, omdat het van een ander soort bestand is.",
        "Open het in Word en kies Opslaan als, Word-document (.docx), onder de naam die hier staat.",
    ),
    MeldingSoort(
        "in-gebruik",
        FOUT,
        "Het bestand is open in een ander programma of een ander is ermee bezig.",
        "Sluit het bestand en geef de opdracht opnieuw.",
    ),
    MeldingSoort(
        "in-gebruik-elders",
        TIP,
        "Op een andere computer is iemand met deze vergadering bezig.",
        "Wacht tot dat klaar is en de map is bijgewerkt; anders doet u misschien iets dubbel.",
    ),
    MeldingSoort(
        "dubbel-gedaan",
        WAARSCHUWING,
        "Iets is twee keer gedaan, waarschijnlijk op twee computers tegelijk.",
        "Kijk in de map logboek wat er is gebeurd, en laat de ontvangers weten dat zij het twee keer kregen.",
    ),
    MeldingSoort(
        "buiten-werkmap",
        FOUT,
        "Een bestandsnaam wijst naar een plek buiten de werkmap.",
        "Zet het bestand in de werkmap en noem alleen de naam.",
    ),
    MeldingSoort(
        "bijlage-ontbreekt",
        WAARSCHUWING,
        "Een bijlage staat op de agenda, maar niet in de map bijlagen.",
        "Zet het bestand in de map bijlagen, of haal de regel weg.",
    ),
    MeldingSoort(
        "stuk-voor-voorzitter",
        FOUT,
        "Een annotatie staat als bijlage op de agenda. Zij is alleen voor de voorzitter.",
        "Haal de bijlage weg bij het agendapunt.",
    ),
    # people
    MeldingSoort(
        "persoon-onbekend",
        FOUT,
        "Een naam staat in geen enkele lijst van deze tafel of vergadering.",
        "Verbeter de naam, of zet de persoon op de lijst.",
    ),
    MeldingSoort(
        "persoon-niet-eenduidig",
        FOUT,
        "Een naam of functie kan meer dan een persoon zijn.",
        "Schrijf erbij wie het is: de naam, de organisatie (wethouder Polderwijk) of het id uit tafel.yaml.",
    ),
    MeldingSoort(
        "leden-gelijk",
        WAARSCHUWING,
        "Twee leden zien er in een document hetzelfde uit.",
        "Geef een van beiden in tafel.yaml een naam, een andere functie of een andere organisatie, of zet tot erbij.",
    ),
    MeldingSoort("lid-dubbel", FOUT, "Twee leden hebben hetzelfde id.", "Geef elk lid een eigen id."),
    MeldingSoort(
        "deelnemer-onleesbaar",
        FOUT,
        "De regel van een deelnemer is niet te lezen.",
        "Schrijf bijvoorbeeld: dhr. Jansen (Haarlem) [afwezig].",
    ),
    MeldingSoort(
        "actiehouder-onbekend",
        WAARSCHUWING,
        "De actiehouder staat in geen enkele lijst van deze tafel of vergadering.",
        "Verbeter de naam, of zet de actiehouder onder actiehouders in tafel.yaml.",
    ),
    MeldingSoort(
        "actiehouder-niet-eenduidig",
        WAARSCHUWING,
        "De actiehouder kan meer dan een lid van de tafel zijn.",
        "Schrijf erbij wie het is: de naam, of de functie met de organisatie (wethouder Polderwijk).",
    ),
    # actions and decisions
    MeldingSoort(
        "label-dubbel",
        FOUT,
        "Hetzelfde nummer is in dit verslag aan twee acties of besluiten gegeven.",
        "Geef een van beide een nieuw nummer, of schrijf [A]: dan krijgt het vanzelf een nummer.",
    ),
    MeldingSoort(
        "markering-zonder-regel",
        WAARSCHUWING,
        "Een markering in de tekst heeft geen regel in de actielijst.",
        "Zet de actie in de tabel onder ## Actielijst, met actiehouder en termijn.",
    ),
    MeldingSoort(
        "regel-zonder-markering",
        TIP,
        "Een regel in de actielijst heeft geen markering in de tekst. Zij telt gewoon mee.",
        "Wilt u zien waar de actie is afgesproken, zet dan de markering, zoals [A1], achter die zin.",
    ),
    MeldingSoort(
        "actie-bestaat-niet",
        FOUT,
        "Er wordt verwezen naar een actie die niet bestaat.",
        "Verbeter het nummer of de datum: A2 (17-12-2025) is actie A2 uit het verslag van 17 december 2025.",
    ),
    MeldingSoort(
        "markering-zonder-nummer",
        TIP,
        "Er staat een [A] zonder nummer.",
        "Geef regietafel verslag: dan krijgt de actie het volgende nummer.",
    ),
    MeldingSoort(
        "tabel-onleesbaar",
        FOUT,
        "De tabel onder ## Actielijst of ## Besluitenlijst is niet te lezen.",
        "Begin de tabel met een regel met de namen van de kolommen: Nr, Actie, Actiehouder, Termijn, Status.",
    ),
    MeldingSoort(
        "tekst-buiten-tabel",
        WAARSCHUWING,
        "Onder ## Actielijst of ## Besluitenlijst staat tekst buiten de tabel. Die komt in geen document.",
        "Zet de tekst in de tabel, of onder een agendapunt.",
    ),
    MeldingSoort(
        "status-onbekend",
        FOUT,
        "De status van een actie is niet te lezen.",
        "Schrijf open, afgerond of vervallen.",
    ),
    MeldingSoort(
        "termijn-bestaat-niet",
        FOUT,
        "De termijn van een actie is een dag die niet bestaat.",
        "Verbeter de datum.",
    ),
    MeldingSoort(
        "koppeling-kringloop",
        FOUT,
        "Acties verwijzen in een kring naar elkaar.",
        "Kies een van de acties als de actie die blijft.",
    ),
    MeldingSoort(
        "koppeling-twijfel",
        WAARSCHUWING,
        "Twee acties zijn gekoppeld als dezelfde, maar ze lijken niet op elkaar. Alleen de oudste staat in de lijst.",
        "Klopt het? Zet de woorden van beide bij de koppeling, of aanvaard de melding. Klopt het niet, haal haar weg.",
    ),
    MeldingSoort(
        "actie-niet-verantwoord",
        FOUT,
        "Iets in het verslag zou in de actielijst moeten komen en is er niet in verwerkt.",
        "Verbeter het nummer of de datum. Blijft de melding, meld dit dan: zo mag geen actie verdwijnen.",
    ),
    MeldingSoort(
        "intussen-gewijzigd",
        FOUT,
        "De stukken van deze tafel zijn veranderd nadat de lijst is gemaakt. Er is niets geschreven.",
        "Geef de opdracht opnieuw; kijk eerst of de lijst nog hetzelfde zegt.",
    ),
    MeldingSoort(
        "dossier-onvolledig",
        WAARSCHUWING,
        "Het verslag is nog niet vastgesteld. Het dossier is dus nog niet af.",
        "Maak het dossier opnieuw als het verslag is vastgesteld.",
    ),
    MeldingSoort(
        "niet-terug-te-nemen",
        FOUT,
        "Dit kan niet worden teruggenomen.",
        "Kijk met regietafel geschiedenis wat er is gebeurd, of zet het zelf recht.",
    ),
    MeldingSoort(
        "half-af",
        WAARSCHUWING,
        "Een opdracht is op deze computer niet afgemaakt, bijvoorbeeld omdat de computer uitviel.",
        "Geef de opdracht nog eens. Wat half klaar was, wordt eerst teruggezet.",
    ),
    MeldingSoort(
        "half-af-elders",
        WAARSCHUWING,
        "Op een andere computer is een opdracht nog bezig, of niet afgemaakt.",
        "Wacht tot het daar klaar is, of geef daar de opdracht nog eens. Kan dat niet? Zet het hier terug met: "
        "regietafel controleer --herstel",
    ),
    MeldingSoort(
        "werkmap-nieuwer",
        FOUT,
        "Deze werkmap is gemaakt of bijgewerkt met een nieuwere versie van het programma. Er is niets geschreven.",
        "Werk het programma bij. Kijken kan wel: regietafel status.",
    ),
    MeldingSoort(
        "reactie-open",
        WAARSCHUWING,
        "Op het verslag is gereageerd, en niet over elke reactie is besloten.",
        "Bekijk ze met regietafel reacties, en neem ze over, bespreek ze of wijs ze af.",
    ),
    MeldingSoort(
        "reactie-met-de-hand",
        WAARSCHUWING,
        "Een reactie zegt niet bij welke woorden zij hoort, of is een opmerking. Zij komt niet vanzelf in de tekst.",
        "Zet in reacties.yaml bij oud de woorden zoals ze in het verslag staan, en bij nieuw wat het moet worden.",
    ),
    MeldingSoort(
        "antwoord-verlopen",
        FOUT,
        "Een antwoord hoort bij een vraag die niet meer zo is: er is intussen iets veranderd. Er is niets geschreven.",
        "Geef de opdracht opnieuw en kijk wat er nu wordt gevraagd.",
    ),
    MeldingSoort(
        "koppeling-vervallen",
        WAARSCHUWING,
        "Een koppeling tussen twee acties telt niet meer: een van de twee heeft nu andere woorden dan toen zij is "
        "gelegd. Beide acties staan weer apart in de lijst.",
        "Bekijk haar met regietafel voorstellen, en neem haar opnieuw over of wijs haar af.",
    ),
    MeldingSoort(
        "koppeling-onbevestigd",
        WAARSCHUWING,
        "Twee acties zijn vermoedelijk dezelfde. Zolang niemand dat bevestigt, staan ze allebei in de lijsten.",
        "Bevestig of weiger het met regietafel voorstellen.",
    ),
    # agenda and minutes
    MeldingSoort(
        "punt-niet-op-agenda",
        WAARSCHUWING,
        "Een punt in het verslag staat niet op de agenda.",
        "Verbeter de titel, of zet het punt alsnog op de agenda.",
    ),
    MeldingSoort(
        "bevroren-gewijzigd",
        FOUT,
        "Het verslag is veranderd nadat het is rondgezonden.",
        "Zet de oude tekst terug; wat later komt hoort in register.yaml.",
    ),
    # the second reader: regietafel controleer
    MeldingSoort(
        "naam-afwijkend",
        WAARSCHUWING,
        "Een naam is anders gespeld dan in de lijst van deelnemers.",
        "Verbeter de naam in de tekst of in de lijst. Met --herstel gebeurt het in de tekst vanzelf.",
    ),
    MeldingSoort(
        "spreker-onbekend",
        WAARSCHUWING,
        "Iemand zegt iets in het verslag, maar staat niet in de lijst van deelnemers.",
        "Zet de persoon in de lijst van deelnemers, of verbeter de naam.",
    ),
    MeldingSoort(
        "spreker-afwezig",
        WAARSCHUWING,
        "Iemand zegt iets in het verslag, maar was er volgens de lijst van deelnemers niet.",
        "Haal [afwezig] weg, zet de vervanger in de lijst, of verbeter de tekst.",
    ),
    MeldingSoort(
        "aanhef-anders",
        WAARSCHUWING,
        "In de tekst staat de heer waar de lijst mevrouw heeft, of andersom.",
        "Verbeter de tekst of de lijst van deelnemers.",
    ),
    MeldingSoort(
        "deelnemer-dubbel",
        WAARSCHUWING,
        "Iemand staat twee keer in de lijst van deelnemers.",
        "Haal een van de twee regels weg.",
    ),
    MeldingSoort(
        "deelnemer-tegenstrijdig",
        FOUT,
        "Iemand staat in de lijst als aanwezig en ook als afwezig.",
        "Kies een van de twee.",
    ),
    MeldingSoort(
        "actie-zonder-actiehouder",
        WAARSCHUWING,
        "Bij een actie staat niet wie haar doet.",
        "Zet in de actielijst wie de actie doet.",
    ),
    MeldingSoort(
        "actie-zonder-termijn",
        WAARSCHUWING,
        "Bij een actie staat niet wanneer zij klaar moet zijn.",
        "Zet in de actielijst een datum, of bijvoorbeeld: volgende vergadering.",
    ),
    MeldingSoort(
        "termijn-voor-vergadering",
        WAARSCHUWING,
        "De termijn van een actie ligt voor de vergadering waarin zij is afgesproken.",
        "Kijk of dag, maand en jaar kloppen.",
    ),
    MeldingSoort(
        "actie-zonder-nummer",
        WAARSCHUWING,
        "In de tekst staat dat iets een actiepunt is, maar het heeft geen nummer.",
        "Schrijf [A] op die plek: dan krijgt de actie een nummer en een regel in de actielijst.",
    ),
    MeldingSoort(
        "nummer-overgeslagen",
        TIP,
        "In de nummers van acties of besluiten zit een gat.",
        "Kijk of er een actie of besluit is weggevallen. Anders kan het zo blijven.",
    ),
    MeldingSoort(
        "open-actie-ontbreekt",
        WAARSCHUWING,
        "Een open actie van een eerdere vergadering komt in dit verslag niet voor.",
        "Zet de actie in de tabel onder ## Actielijst en schrijf hoe het ermee staat. Zij blijft open.",
    ),
    MeldingSoort(
        "actie-heropend",
        WAARSCHUWING,
        "Een actie die al was afgerond of vervallen, komt terug.",
        "Haal de regel weg, of schrijf bij toelichting waarom de actie weer open is.",
    ),
    MeldingSoort(
        "punt-niet-in-verslag",
        WAARSCHUWING,
        "Een punt van de agenda komt in het verslag niet voor.",
        "Schrijf op wat er is besproken, of dat het punt is uitgesteld.",
    ),
    MeldingSoort(
        "bijlage-onbekend",
        WAARSCHUWING,
        "De tekst noemt een bijlage die er niet is.",
        "Verbeter het nummer, of zet de bijlage op de agenda en in de map bijlagen.",
    ),
    MeldingSoort(
        "bijlage-ongenoemd",
        TIP,
        "In de map bijlagen staat een bestand waar niets naar verwijst.",
        "Zet het bestand bij een punt van de agenda, of haal het uit de map.",
    ),
    MeldingSoort(
        "besluit-niet-in-lijst",
        WAARSCHUWING,
        "In de tekst staat een besluit dat niet in de besluitenlijst staat.",
        "Zet het besluit in de tabel onder ## Besluitenlijst en de markering, zoals [B1], achter de zin.",
    ),
    MeldingSoort(
        "weekdag-anders",
        WAARSCHUWING,
        "De dag van de week hoort niet bij de datum.",
        "Verbeter de dag of de datum.",
    ),
    MeldingSoort(
        "totaal-anders",
        WAARSCHUWING,
        "Een totaal in een tabel is niet de som van de getallen.",
        "Reken na en verbeter het totaal of een van de getallen.",
    ),
    MeldingSoort(
        "agenda-te-laat",
        WAARSCHUWING,
        "De agenda is of wordt later rondgezonden dan de regel van de tafel.",
        "Zend de agenda zo snel mogelijk rond. De regel staat onder termijnen in tafel.yaml.",
    ),
    MeldingSoort(
        "verslag-te-laat",
        WAARSCHUWING,
        "Het conceptverslag is of wordt later rondgezonden dan de regel van de tafel.",
        "Zend het verslag zo snel mogelijk rond. De regel staat onder termijnen in tafel.yaml.",
    ),
    MeldingSoort(
        "status-anders",
        WAARSCHUWING,
        "Concept of vastgesteld: het verslag zegt iets anders dan zijn status of logboek.",
        "Verbeter status: boven aan verslag.md, of de regel in de tekst.",
    ),
    MeldingSoort(
        "invulplek",
        FOUT,
        "Er staat nog een plek om in te vullen, zoals [NAAM] of PM.",
        "Vul in wat er moet staan.",
    ),
    MeldingSoort(
        "afkorting-onbekend",
        TIP,
        "Een afkorting wordt nergens uitgelegd.",
        "Schrijf haar de eerste keer voluit, of zet haar onder afkortingen in tafel.yaml.",
    ),
    # planning
    MeldingSoort(
        "ritme-onbekend",
        FOUT,
        "Van een tafel is niet bekend op welke dag zij vergadert.",
        "Zet in tafel.yaml: ritme: {weken: 6, weekdag: vrijdag}.",
    ),
    MeldingSoort(
        "geen-vrije-dag",
        WAARSCHUWING,
        "In de buurt van een datum is geen dag vrij om te vergaderen.",
        "Kies zelf een dag en maak daarvoor een map, of maak een vrije periode korter.",
    ),
    MeldingSoort(
        "geen-voorbereiding",
        WAARSCHUWING,
        "Een tafel die een andere voorbereidt, vergadert niet tussen twee vergaderingen daarvan.",
        "Verplaats een vergadering met regietafel verplaats, of plan er een bij.",
    ),
    MeldingSoort(
        "planning-botst",
        WAARSCHUWING,
        "Op deze dag is een feestdag of vrije periode, of vergadert een andere tafel.",
        "Kies een andere dag als dat niet de bedoeling is.",
    ),
    MeldingSoort(
        "vergadering-ligt-vast",
        FOUT,
        "Van deze vergadering is al een verslag. Zij kan niet meer worden verplaatst of afgelast.",
        "Staat de datum verkeerd in het verslag? Verbeter dan het verslag zelf.",
    ),
    MeldingSoort(
        "vergadering-bestaat",
        FOUT,
        "Op de nieuwe datum is al een vergadering van deze tafel.",
        "Kies een andere datum.",
    ),
    MeldingSoort(
        "agenda-te-vol",
        WAARSCHUWING,
        "De agendapunten duren samen langer dan de vergadering.",
        "Geef punten minder tijd, schuif er een door of laat de vergadering langer duren.",
    ),
    MeldingSoort(
        "agenda-niet-aan-te-vullen",
        FOUT,
        "Het punt kan niet in agenda.yaml worden gezet.",
        "Zet het punt zelf in agenda.yaml en geef de opdracht opnieuw.",
    ),
    MeldingSoort(
        "aanmelding-onbekend",
        FOUT,
        "Er is geen aanmelding met dit nummer.",
        "Kijk met regietafel aangemeld welke aanmeldingen er zijn.",
    ),
    MeldingSoort(
        "actiehouder-zonder-adres",
        TIP,
        "Van een actiehouder is geen e-mailadres bekend.",
        "Zet het adres bij email in tafel.yaml, of stuur de herinnering zelf.",
    ),
    MeldingSoort(
        "bestand-bestaat",
        FOUT,
        "Op deze plek staat al een bestand. Het is niet overschreven.",
        "Kies een andere naam, of haal het bestand eerst weg.",
    ),
    MeldingSoort(
        "bericht-gewijzigd",
        WAARSCHUWING,
        "Een bericht is gewijzigd nadat het programma het had gemaakt. Het is niet overschreven.",
        "Verstuur het zoals het is, of haal het bestand weg en geef de opdracht opnieuw.",
    ),
    MeldingSoort(
        "ledenlijst-onleesbaar",
        FOUT,
        "Het Excel-bestand kan niet als ledenlijst worden gelezen.",
        "Maak een voorbeeld met regietafel leden --naar LIJST.xlsx en gebruik dezelfde kolommen.",
    ),
    # documents and templates
    MeldingSoort(
        "sjabloon-variabele",
        FOUT,
        "In een sjabloon staat een naam die niet bestaat.",
        "Verbeter de naam in Word. regietafel sjablonen laat zien welke namen er zijn.",
    ),
    MeldingSoort(
        "sjabloon-opdracht",
        FOUT,
        "Een opdracht in een sjabloon is niet te lezen of niet afgesloten.",
        "Kijk in Word of elke {% for %} een {% endfor %} heeft, en elke {% if %} een {% endif %}.",
    ),
    MeldingSoort(
        "sjabloon-alinea",
        FOUT,
        "Een code in een sjabloon loopt over twee alinea's.",
        "Zet de hele code, van {{ tot }}, in een alinea.",
    ),
    MeldingSoort(
        "sjabloon-onveilig",
        FOUT,
        "Een code in een sjabloon doet iets wat niet mag.",
        "Gebruik in een sjabloon alleen de namen die regietafel sjablonen laat zien.",
    ),
    MeldingSoort(
        "sjabloon-veld",
        WAARSCHUWING,
        "In een sjabloon staat een veld dat Word zelf vult, zoals een samenvoegveld: het programma vult het niet in.",
        "Haal het veld in Word weg en typ een code. regietafel sjablonen laat zien welke codes er zijn.",
    ),
    MeldingSoort(
        "sjabloon-onleesbaar",
        FOUT,
        "Een sjabloon is geen goed Word-bestand.",
        "Open het in Word en sla het op als .docx, of haal het weg: dan geldt het meegeleverde sjabloon.",
    ),
    MeldingSoort(
        "tekst-kwijt",
        FOUT,
        "Na het maken van het document stond niet alle tekst erin. Er is niets geschreven.",
        "Meld dit bij de makers, met het sjabloon en de tekst die is genoemd.",
    ),
    MeldingSoort(
        "titel-te-lang",
        WAARSCHUWING,
        "De titel is langer dan de 255 tekens die Word in een eigenschap bewaart.",
        "Maak de titel korter. In het document zelf staat hij voluit.",
    ),
    MeldingSoort(
        "word-gewijzigd",
        FOUT,
        "Het Word-bestand is met de hand gewijzigd nadat het is gemaakt. Het is niet overschreven.",
        "Kies --ernaast (het nieuwe komt ernaast te staan) of --overschrijf (het oude gaat naar de map oud).",
    ),
    MeldingSoort(
        "geen-omzetter",
        WAARSCHUWING,
        "LibreOffice is niet gevonden, dus er is geen PDF gemaakt.",
        "Installeer LibreOffice, of sla het Word-bestand zelf op als PDF.",
    ),
    MeldingSoort(
        "omzetten-mislukt",
        FOUT,
        "LibreOffice kon het bestand niet omzetten.",
        "Open het bestand in Word of LibreOffice en kijk wat er mis is.",
    ),
    # bundles and mailings
    MeldingSoort(
        "bijlage-kapot",
        FOUT,
        "Een bijlage is beschadigd of is niet wat de naam zegt.",
        "Open het bestand in het programma waar het vandaan komt en sla het opnieuw op, of vraag het opnieuw.",
    ),
    MeldingSoort(
        "bijlage-soort",
        FOUT,
        "Deze soort bestand kan niet in een bundel.",
        "Gebruik .pdf, .docx, .odt, .xlsx, .pptx of een afbeelding (.png, .jpg).",
    ),
    MeldingSoort(
        "bundel-zonder-link",
        TIP,
        "Van een stuk is de regel op de agenda niet gevonden, dus er is geen link naar het stuk.",
        "Laat in het sjabloon agenda.docx de titel van elke bijlage zien: {{ bijlage.titel }}.",
    ),
    MeldingSoort(
        "bundel-wijkt-af",
        FOUT,
        "Een bladzijde ziet er in de bundel anders uit dan in het stuk zelf. Er is geen bundel gemaakt.",
        "Open het stuk, druk het af naar een nieuwe PDF en zet die in de map bijlagen.",
    ),
    MeldingSoort(
        "veld-zonder-letters",
        WAARSCHUWING,
        "In een ingevuld formulier staan letters waarvoor op deze computer geen lettertype is.",
        "Open het formulier, druk het af naar een nieuwe PDF en gebruik die.",
    ),
    MeldingSoort(
        "blad-te-klein",
        WAARSCHUWING,
        "Een werkblad is zo breed dat de letters op een liggende bladzijde kleiner zijn dan 6 punten.",
        "Verberg kolommen die niet mee hoeven, of verdeel het werkblad in Excel over meer bladen.",
    ),
    MeldingSoort(
        "bijlage-geen-bladzijde",
        WAARSCHUWING,
        "In een stuk zit iets wat geen bladzijde is, en dus niet in de bundel komt.",
        "Hoort het erbij? Zet het als een eigen stuk op de agenda.",
    ),
    MeldingSoort(
        "bundel-gewijzigd",
        FOUT,
        "De bundel is veranderd nadat hij is gemaakt, bijvoorbeeld met opmerkingen. Hij is niet overschreven.",
        "Kies --ernaast (de nieuwe komt ernaast te staan) of --overschrijf (de oude gaat naar de map oud).",
    ),
    MeldingSoort(
        "lid-zonder-adres",
        WAARSCHUWING,
        "Iemand op een verzendlijst heeft geen e-mailadres.",
        "Zet het adres bij email in tafel.yaml, of stuur de mail zelf door.",
    ),
    MeldingSoort(
        "adres-ongeldig",
        FOUT,
        "Er staat iets als e-mailadres wat geen e-mailadres is, of een nodig adres ontbreekt.",
        "Verbeter het adres, zoals: secretariaat@voorbeeld.nl",
    ),
    MeldingSoort(
        "lijst-leeg",
        FOUT,
        "Er is niemand om de mail aan te sturen.",
        "Zet e-mailadressen bij de leden in tafel.yaml, of maak daar verzendlijsten.",
    ),
    MeldingSoort(
        "reden-nodig",
        FOUT,
        "De agenda gaat later rond dan de regel van de tafel.",
        'Geef de reden erbij: --reden "waarom het later is". De reden wordt bij de vergadering bewaard.',
    ),
    MeldingSoort(
        "niet-schoon",
        FOUT,
        "In een bestand staat iets wat de ontvangers niet horen te zien, zoals opmerkingen of verborgen tekst.",
        "Open het bestand en haal het weg. In Word: Bestand, Info, Controleren op problemen.",
    ),
    MeldingSoort(
        "mail-te-groot",
        FOUT,
        "De bestanden passen niet in een mail.",
        "Zet in regietafel.yaml bij mail een link naar een gedeelde map, of verhoog max_mb.",
    ),
    MeldingSoort(
        "mail-link",
        WAARSCHUWING,
        "Een bestand is te groot voor een mail. In de mail staat een link.",
        "Zet het bestand op de plek waar de link naartoe gaat, voordat u de mail verstuurt.",
    ),
    MeldingSoort(
        "mailserver",
        FOUT,
        "De mailserver is niet te gebruiken.",
        "Kijk of smtp in regietafel.yaml klopt en of er verbinding is. Er is niets verstuurd wat niet is genoemd.",
    ),
    MeldingSoort(
        "wachtwoord-ontbreekt",
        FOUT,
        "Het wachtwoord van de mailserver is niet bekend.",
        "Geef de opdracht in een gewoon venster; dan vraagt het programma erom en bewaart Windows het.",
    ),
    MeldingSoort(
        "bericht-geweigerd",
        FOUT,
        "De mailserver wil een bericht of een adres niet aannemen.",
        "Verbeter het adres en geef de opdracht opnieuw: alleen wie nog niets heeft, krijgt de mail.",
    ),
    MeldingSoort(
        "zending-afgebroken",
        FOUT,
        "De verbinding met de mailserver is weggevallen. Een deel is nog niet verstuurd.",
        "Geef de opdracht opnieuw: alleen wie nog niets heeft, krijgt de mail.",
    ),
    MeldingSoort(
        "zending-onzeker",
        FOUT,
        "Van een bericht is niet zeker of het is aangekomen: de verbinding viel op het laatste moment weg.",
        "Vraag het na, of kijk in Verzonden items, en geef de opdracht opnieuw met --aangekomen ja of nee.",
    ),
    MeldingSoort(
        "zonder-concept",
        TIP,
        "Van een bericht dat u zelf hebt verstuurd is geen concept, dus de bestanden zijn niet bewaard.",
        "Zet wat u hebt verstuurd in de map verzonden van de vergadering, als u dat wilt bewaren.",
    ),
    MeldingSoort(
        "niets-nieuws",
        TIP,
        "Er is niets om na te zenden: iedereen heeft alle stukken al.",
        "Zet het nieuwe stuk bij een agendapunt in agenda.yaml en in de map bijlagen.",
    ),
    MeldingSoort(
        "vertrouwelijk-vraag",
        FOUT,
        "Het is niet zeker of een punt vertrouwelijk is. Tot u dat zegt, is het vertrouwelijk, en wordt er niets "
        "verstuurd of gepubliceerd.",
        "Zet in verslag.md achter de kop (vertrouwelijk) of (openbaar), in plaats van (vertrouwelijk?). Is het verslag "
        "al rondgezonden? Zet dan in register.yaml onder vertrouwelijkheid: het punt, vertrouwelijk: ja of nee, en de "
        "reden.",
    ),
    MeldingSoort(
        "vertrouwelijkheid-zonder-punt",
        WAARSCHUWING,
        "In register.yaml staat een antwoord over een punt dat niet in het verslag staat.",
        "Schrijf bij punt: het nummer of de titel zoals die in verslag.md staat.",
    ),
    MeldingSoort(
        "embargo-zonder-eind",
        FOUT,
        "Er staat een embargo zonder een moment waarop het eindigt. Tot u dat zegt, blijft het vertrouwelijk en "
        "wordt er niets verstuurd of gepubliceerd.",
        "Schrijf het moment erbij, zoals embargo: 2026-03-01 09.00.",
    ),
    MeldingSoort(
        "vertrouwelijk-gelezen",
        TIP,
        "Bij een kop staat tot wanneer of voor wie het vertrouwelijk is. Dat is een notitie geworden.",
        "Geldt er een embargo? Zet dat in agenda.yaml bij het punt, met embargo: en het moment.",
    ),
    MeldingSoort(
        "vertrouwelijk-in-word",
        FOUT,
        "Er is iets vertrouwelijk, en het document is in Word gewijzigd. Een versie zonder is daarom niet te maken.",
        "Neem de wijziging over in de gegevens en maak het document opnieuw met --overschrijf.",
    ),
    # adoption
    MeldingSoort(
        "niet-rondgezonden",
        FOUT,
        "Het verslag is niet rondgezonden en kan daarom niet worden vastgesteld.",
        "Zend het eerst rond met regietafel verzend verslag, of leg vast dat het al is verstuurd.",
    ),
    MeldingSoort(
        "niet-besproken",
        FOUT,
        "In geen enkel later verslag staat dat dit verslag is vastgesteld.",
        "Zet in het volgende verslag.md, bovenaan: vaststelling: met de datum. Of gebruik --schriftelijk.",
    ),
    MeldingSoort(
        "al-vastgesteld",
        TIP,
        "Het verslag is al vastgesteld. De tekst ligt vast.",
        "Een fout verbetert u met een rectificatie in register.yaml en regietafel vaststellen --rectificatie.",
    ),
    MeldingSoort(
        "geen-wijzigingen",
        FOUT,
        "Er is nog geen reactie overgenomen, dus er is niets om in het concept te laten zien.",
        "Beslis eerst over de reacties: regietafel reacties.",
    ),
    MeldingSoort(
        "wijziging-onmogelijk",
        FOUT,
        "Een wijziging bij het vaststellen kan niet worden uitgevoerd.",
        "Neem de oude woorden letterlijk over uit het verslag; ze moeten op die plek precies een keer staan.",
    ),
    MeldingSoort(
        "geen-rectificatie",
        FOUT,
        "Er is geen rectificatie die nog moet worden uitgevoerd.",
        "Zet in register.yaml: rectificaties: met datum, reden en wijzigingen.",
    ),
    # names in the public edition
    MeldingSoort(
        "naam-onbeslist",
        FOUT,
        "Van een naam in het verslag is niet beslist of hij openbaar mag worden.",
        "Zet een besluit in namen.yaml van de tafel: naam, functie, organisatie, anonimiseer of geen_naam.",
    ),
    MeldingSoort(
        "tekst-onzichtbaar",
        WAARSCHUWING,
        "In een openbaar stuk staat tekst die niemand ziet, maar die wel te kopiëren is.",
        "Een zwart vlak dekt alleen af. Haal de tekst weg in het origineel (Word) en maak de PDF opnieuw, of maak van "
        "de bladzijde een afbeelding (afdrukken als afbeelding). Let ook op lagen, witte letters, verborgen tekst, "
        "verborgen bladen en rijen, bijgehouden wijzigingen en de tekst achter een scan.",
    ),
    MeldingSoort(
        "naam-gelekt",
        FOUT,
        "In een bestand dat openbaar zou worden, staat nog een naam die dat niet mag zijn.",
        "Staat de naam in het sjabloon of in een bijlage? Haal hem daar weg. Meld het anders bij de makers.",
    ),
    MeldingSoort(
        "publicatie-onleesbaar",
        FOUT,
        "Een bestand dat openbaar zou worden, kan niet worden nagekeken op namen.",
        "Sla het bestand opnieuw op, zonder wachtwoord, of laat het weg.",
    ),
    MeldingSoort(
        "stuk-zonder-openbaar",
        TIP,
        "Van een bijlage is geen openbare versie. Zij wordt niet gepubliceerd.",
        "Maak een versie zonder namen, zet haar in de map bijlagen en noem haar bij openbaar: in agenda.yaml.",
    ),
    # reading foreign minutes
    MeldingSoort(
        "bestand-leeg",
        FOUT,
        "Het bestand is leeg.",
        "Kijk of het goede bestand is gekozen en of het helemaal is opgehaald.",
    ),
    MeldingSoort(
        "bestand-te-groot",
        FOUT,
        "Het bestand is te groot om te lezen.",
        "Maak het kleiner, bijvoorbeeld door afbeeldingen of bijlagen eruit te halen.",
    ),
    MeldingSoort(
        "bestand-onbekend",
        FOUT,
        "Het is niet te zien wat voor soort bestand dit is.",
        "Gebruik een Word-bestand (.docx, .doc, .odt), een PDF, of tekst (.txt, .md).",
    ),
    MeldingSoort(
        "bestand-te-ingewikkeld",
        FOUT,
        "Het bestand zit zo ingewikkeld in elkaar dat het niet te lezen is.",
        "Sla het in Word opnieuw op, of kopieer de tekst naar een nieuw document.",
    ),
    MeldingSoort(
        "bestand-versleuteld",
        FOUT,
        "Het bestand is met een wachtwoord beveiligd.",
        "Open het met het wachtwoord en sla het zonder wachtwoord op.",
    ),
    MeldingSoort(
        "extensie-klopt-niet",
        WAARSCHUWING,
        "De extensie van het bestand past niet bij wat erin zit. De inhoud gaat voor.",
        "Geef het bestand de goede extensie.",
    ),
    MeldingSoort(
        "tekst-ingekort",
        WAARSCHUWING,
        "Het tekstbestand is zo groot dat het maar voor een deel is gelezen.",
        "Knip het bestand in stukken.",
    ),
    MeldingSoort(
        "zip-te-groot",
        FOUT,
        "Het bestand is uitgepakt onwaarschijnlijk groot. Het is niet gelezen.",
        "Vertrouw het bestand niet zomaar. Sla het in Word opnieuw op, of vraag het opnieuw.",
    ),
    MeldingSoort(
        "word-kapot",
        FOUT,
        "Het Word-bestand is beschadigd.",
        "Open het in Word (dat kan het vaak herstellen) en sla het opnieuw op.",
    ),
    MeldingSoort(
        "word-deel-kapot",
        WAARSCHUWING,
        "Een deel van het Word-bestand ontbreekt of is beschadigd.",
        "Kijk of alles er is. Open het bestand anders in Word en sla het opnieuw op.",
    ),
    MeldingSoort(
        "verwijzing-naar-buiten",
        WAARSCHUWING,
        "In het bestand staat een verwijzing naar iets erbuiten. Die is niet gevolgd.",
        "Een gewoon Word-bestand heeft dit niet. Kijk waar het vandaan komt.",
    ),
    MeldingSoort(
        "stuk-onveilig",
        FOUT,
        "Van een bestand is niet zeker te maken dat het bij het openen niets van buiten haalt. Het is niet geopend.",
        "Open het zelf in Word of LibreOffice, sla het op als PDF en gebruik die, of vraag de maker om een PDF.",
    ),
    MeldingSoort(
        "script-weggelaten",
        WAARSCHUWING,
        "In een bestand van een ander zit iets wat zelf iets doet, zoals een script of een macro. Dat gaat niet mee.",
        "Mist u daardoor iets? Vraag de maker om een gewone PDF.",
    ),
    MeldingSoort(
        "doorgehaald",
        WAARSCHUWING,
        "In het bestand is tekst doorgehaald.",
        "Doorgehaalde woorden tellen als weggehaald; een rij van een actielijst die helemaal is doorgehaald, telt als "
        "afgerond. Klopt dat niet? Zet de woorden dan terug in verslag.md.",
    ),
    MeldingSoort(
        "kleur-niet-gelezen",
        WAARSCHUWING,
        "In een actielijst heeft een rij een kleur, en geen status in woorden. De kleur wordt niet gelezen.",
        "Betekent de kleur dat de actie klaar is of vervalt? Zet dat in woorden in de kolom Status.",
    ),
    MeldingSoort(
        "verborgen-niet-over",
        WAARSCHUWING,
        "In het bestand staat tekst die in Word niet te zien is. Die komt niet in het verslag.",
        "Hoort de tekst erbij? Maak haar in Word zichtbaar: selecteer alles, kies Lettertype en zet Verborgen uit.",
    ),
    MeldingSoort(
        "afbeelding-niet-over",
        WAARSCHUWING,
        "In het bestand staat een afbeelding. Die komt niet in het verslag.",
        "Zet de afbeelding als bijlage bij het agendapunt. Neemt u het bestand over, dan blijft het zelf bewaard in de "
        "map bron van de vergadering.",
    ),
    MeldingSoort(
        "opmaak-niet-over",
        TIP,
        "In het bestand is tekst gemarkeerd of cursief. De woorden komen over, die opmaak niet.",
        "Betekent de opmaak iets, schrijf dat dan in het verslag. Neemt u het bestand over, dan blijft het zelf "
        "bewaard in de map bron van de vergadering.",
    ),
    MeldingSoort(
        "afbeelding-alleen-in-word",
        FOUT,
        "In het Word-bestand staat een afbeelding die in geen verslag staat. Het is niet overschreven.",
        "Met --ernaast komt het nieuwe bestand ernaast. Met --overschrijf vervangt u het; het oude blijft bewaard.",
    ),
    MeldingSoort(
        "wijzigingen-aanvaard",
        TIP,
        "In het bestand staan bijgehouden wijzigingen. Ze tellen als aanvaard.",
        "Met lees --wijzigingen staan ze op een rij, per persoon en per punt.",
    ),
    MeldingSoort(
        "pdf-kapot",
        FOUT,
        "De PDF is beschadigd.",
        "Open de PDF in een ander programma en sla hem opnieuw op, of vraag het Word-bestand.",
    ),
    MeldingSoort(
        "pdf-zonder-tekst",
        FOUT,
        "In de PDF staat geen tekst; het zijn waarschijnlijk gescande bladzijden.",
        "Laat er tekstherkenning (OCR) op los, of vraag het Word-bestand.",
    ),
    MeldingSoort(
        "pdf-ingekort",
        WAARSCHUWING,
        "De PDF is maar voor een deel gelezen.",
        "Knip de PDF in stukken als ook de rest nodig is.",
    ),
    MeldingSoort(
        "voorstellen-ingekort",
        WAARSCHUWING,
        "Het stuk is zo lang dat niet overal voorstellen zijn gezocht.",
        "Knip het stuk in delen als ook de rest nodig is. De tekst zelf is wel helemaal gelezen.",
    ),
    MeldingSoort(
        "taalmodel-ontbreekt",
        FOUT,
        "Het taalmodel dat in regietafel.yaml staat, is er niet.",
        "Installeer het, of maak het veld taalmodel leeg; dan werkt het meegeleverde model.",
    ),
    MeldingSoort(
        "omzetter-ontbreekt",
        FOUT,
        "Voor dit soort bestand is LibreOffice nodig, en dat is niet gevonden.",
        "Installeer LibreOffice, of sla het bestand in Word op als .docx.",
    ),
    MeldingSoort(
        "datum-onbekend",
        WAARSCHUWING,
        "De datum van de vergadering is niet gevonden.",
        "Geef hem op met --datum.",
    ),
    MeldingSoort(
        "datum-verschilt",
        WAARSCHUWING,
        "De datum in de tekst is een andere dan die in de naam van het bestand.",
        "Kijk welke datum goed is, en geef die op met --datum.",
    ),
    MeldingSoort(
        "geen-agendapunten",
        WAARSCHUWING,
        "In het verslag zijn geen agendapunten gevonden.",
        "Geef de koppen in Word een kopstijl, of nummer ze: 1., 2., 3.",
    ),
    MeldingSoort(
        "oudere-actie-onbekend",
        WAARSCHUWING,
        "Het verslag noemt een actie uit een eerder verslag, en dat verslag staat niet in de werkmap. De actie is "
        "overgenomen als actie van deze vergadering.",
        "Neem eerst het eerdere verslag over, of laat het zo.",
    ),
    MeldingSoort(
        "notitie-niet-bewaard",
        WAARSCHUWING,
        "Een opmerking uit Word kon niet in register.yaml worden gezet, omdat notities daar op een regel staat.",
        "Zet onder notities: elke notitie op een eigen regel die begint met een streepje.",
    ),
    MeldingSoort(
        "aanwezigheid-vraag",
        WAARSCHUWING,
        "Het stuk spreekt zichzelf tegen over wie er was, of twee mensen hebben dezelfde naam.",
        "Kijk het na in het stuk, en verbeter zo nodig de deelnemers in verslag.md. Zet daarna bij de notitie in "
        "register.yaml antwoord: en wat er klopt.",
    ),
    MeldingSoort(
        "geen-deelnemers",
        TIP,
        "In het verslag is geen lijst van deelnemers gevonden.",
        "Schrijf bijvoorbeeld een regel die begint met Aanwezig:",
    ),
    # taking minutes over into the werkmap
    MeldingSoort(
        "tafel-onduidelijk",
        FOUT,
        "Van welke tafel dit verslag is, is niet te zien.",
        "Geef de tafel op met --tafel, bijvoorbeeld: --tafel prt",
    ),
    MeldingSoort(
        "verslag-bestaat",
        WAARSCHUWING,
        "Er is al een verslag van deze vergadering, en het is anders. Het is niet overschreven.",
        "Vergelijk ze. Wilt u het nieuwe hebben, haal dan eerst verslag.md weg.",
    ),
    MeldingSoort(
        "nummer-aangepast",
        TIP,
        "Het nummer van een actie kon zo niet in het verslag staan. Het nieuwe nummer staat in de actielijst.",
        "Het oude nummer staat in de kolom Toelichting.",
    ),
    MeldingSoort(
        "inname-onvolledig",
        FOUT,
        "Wat is gelezen, kan niet precies zo in een verslag staan. Er is niets geschreven.",
        "Maak verslag.md met de hand, of meld dit met het bestand erbij.",
    ),
    MeldingSoort(
        "aanwezigheid-leeg",
        WAARSCHUWING,
        "Op het formulier is niemand aangekruist. Wie niet is afgemeld, telt als aanwezig.",
        "Kruis aan wie er was, en lees het formulier nog eens.",
    ),
    MeldingSoort(
        "keuze-nodig",
        FOUT,
        "Het verslag en het Word-bestand zijn allebei veranderd. Er is niets overschreven.",
        "Kies per punt met --kies, bijvoorbeeld: --kies word, of --kies 3=record",
    ),
    MeldingSoort(
        "verslag-bevroren",
        FOUT,
        "Het verslag is al rondgezonden. De tekst ligt vast; er is niets veranderd.",
        "Nieuwe acties en voortgang horen in register.yaml. Verbeteringen komen in het volgende verslag.",
    ),
    MeldingSoort(
        "vermoedelijk-dezelfde",
        TIP,
        "Deze actie lijkt op een actie van een eerdere vergadering.",
        "Klopt dat? Bevestig het dan met regietafel voorstellen. Klopt het niet, wijs de koppeling daar af.",
    ),
    MeldingSoort(
        "voorstel-niet-verwerkt",
        FOUT,
        "Een voorstel kon niet worden verwerkt: de zin staat niet meer zo in het verslag.",
        "Zet de markering zelf in verslag.md, of verbeter eerst de fouten in het bestand.",
    ),
    MeldingSoort(
        "actie-niet-genoemd",
        TIP,
        "Een open actie van een eerdere vergadering komt in het overgenomen verslag niet voor. Ze blijft open.",
        "Is ze klaar? Zet haar dan met de status afgerond in de actielijst van dit verslag.",
    ),
    # the public site
    MeldingSoort(
        "niet-vastgesteld",
        FOUT,
        "Het verslag is niet vastgesteld. Alleen vastgestelde verslagen worden gepubliceerd.",
        "Stel het verslag eerst vast: regietafel vaststellen.",
    ),
    MeldingSoort(
        "geen-siteadres",
        WAARSCHUWING,
        "Er is geen adres van de openbare site. Zonder adres komen er geen feed, open data en sitemap.",
        "Zet in regietafel.yaml: publicatie: {adres: https://...}.",
    ),
    MeldingSoort(
        "geen-zoekindex",
        WAARSCHUWING,
        "De zoekfunctie van de site kon niet worden gemaakt. De site heeft nu geen zoekpagina.",
        "Installeer pagefind opnieuw (pip install regietafel) en geef de opdracht nog eens.",
    ),
    MeldingSoort(
        "site-vreemd",
        FOUT,
        "In de map van de site staat iets dat niet door dit programma is gemaakt. Er is niets veranderd.",
        "Kies een lege map voor de site, of haal de vreemde bestanden weg.",
    ),
    MeldingSoort(
        "site-verstoord",
        FOUT,
        "De map van de site kon niet worden vervangen. De oude site staat er nog.",
        "Sluit programma's die een bestand uit de map open hebben, en geef de opdracht nog eens.",
    ),
    MeldingSoort(
        "pdf-toegankelijkheid",
        FOUT,
        "De PDF is niet voor iedereen te lezen of niet geschikt om te bewaren.",
        "Verbeter het sjabloon of de bron, en maak de PDF opnieuw.",
    ),
    MeldingSoort(
        "plaatsen-doel",
        FOUT,
        "Het doel om de site naartoe te brengen is niet te lezen.",
        "Geef een map, sftp://gebruiker@server/map of https://server/map.",
    ),
    MeldingSoort(
        "plaatsen-mislukt",
        FOUT,
        "De site is niet of niet helemaal op de server gekomen.",
        "Geef dezelfde opdracht nog eens: wat al goed staat, wordt overgeslagen.",
    ),
    MeldingSoort(
        "niet-gepubliceerd",
        FOUT,
        "Wat u wilt intrekken, is niet gepubliceerd.",
        "Kijk met regietafel status wat er is gepubliceerd.",
    ),
)

_BY_CODE = {soort.code: soort for soort in SOORTEN}


def melding(
    code: str, tekst: str = "", bron: Bron | None = None, hulp: str = "", ernst: Ernst | None = None
) -> Melding:
    """Make a Melding of a known kind; what is left out comes from the kind. An unknown code is a KeyError."""
    soort = _BY_CODE[code]
    return Melding(code, ernst or soort.ernst, tekst or soort.uitleg, bron, hulp or soort.hulp)
