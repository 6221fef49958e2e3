"""A made-up mailing: what mail templates are shown with, and checked against, by ``regietafel sjablonen``."""

from __future__ import annotations

from pipeline.model.sjabloon import SjabloonBeschrijving, beschrijf
from pipeline.rondzending.sjabloon import (
    MailLink,
    MailOrganisatie,
    MailStuk,
    MailTafel,
    MailWoorden,
    find_gebruikt,
    render_mail,
)

_STUK = MailStuk("3a", "Notitie over locaties", "3", vertrouwelijk=True, gewijzigd=True)
VOORBEELD_MAIL = MailWoorden(
    MailOrganisatie("Provincie Voorbeeld", "Secretariaat Voorbeeld", "secretariaat@voorbeeld.example",
                    "https://voorbeeld.example"),
    MailTafel("Provinciale Regietafel Voorbeeld", "PRT", "mw. De Proef", "secretariaat@voorbeeld.example"),
    lijst="leden", doorgeven=True, datum="20 maart 2026", weekdag="vrijdag", tijd="9:30 tot 11:00 uur",
    locatie="Provinciehuis, Voorbeeldstad", volgende="1 mei 2026", versie="conceptverslag", stukken=(_STUK,),
    nieuw=(_STUK,), bijvoegsels=("2026-03-20 Agenda PRT.pdf",),
    links=(MailLink("Kaart.pdf", "https://delen.voorbeeld.example/prt/2026-03-20/Kaart.pdf"),),
)  # fmt: skip


def beschrijf_mailsjabloon(sjabloon: str, naam: str) -> SjabloonBeschrijving:
    """Say what a mail template uses and could use, with example values, and what is wrong with it."""
    _, meldingen = render_mail(sjabloon, naam, VOORBEELD_MAIL)
    return beschrijf(naam, VOORBEELD_MAIL, find_gebruikt(sjabloon), meldingen)
