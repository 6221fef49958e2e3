"""Owners and terms of actions that minutes mark."""

from pipeline.lezen import lees


def houders(tekst: str) -> list[str]:
    kop = "Verslag Proefoverleg 3 maart 2025\n\nAanwezig: de heer Jansen\n\n1. Planning\n\nDe planning is besproken.\n"
    verslag = lees(f"{kop}{tekst}\n".encode(), "v.txt").verslag
    assert verslag is not None
    return [actie.actiehouder for actie in verslag.actiepunten]


def test_somebody_who_is_on_no_list_owns_the_marked_sentence_he_opens():
    text = "De heer Jansen stuurt de stukken na. [A1]\nDe heer Voorbeeld zoekt onderwerp 2 uit. [A2]"
    assert houders(text) == ["De heer Jansen", "De heer Voorbeeld"]


def test_a_marked_sentence_about_somebody_leaves_the_owner_open():
    assert houders("De heer Voorbeeld wordt uitgenodigd. [A1]") == [""]


def test_the_prefix_of_a_surname_stays_with_it():
    assert houders("Wethouder Van der Monster belt de provincie. [A1]") == ["Wethouder Van der Monster"]


def lijsthouders(*regels: str) -> list[str]:
    kop = "Verslag Proefoverleg 3 maart 2025\n\nAanwezig: de heer Jansen\n\n1. Planning\n\nBesproken.\n\nActies:\n\n"
    verslag = lees((kop + "\n".join(f"- {regel}" for regel in regels) + "\n").encode(), "v.md").verslag
    assert verslag is not None
    return [actie.actiehouder for actie in verslag.actiepunten]


def test_a_body_on_no_list_owns_the_line_it_opens():
    lines = (
        "Stichting Toetsbos zal de kaart tekenen.",
        "PxQ stuurt de nieuwe begroting.",
        "Noord Voorbeeld bekijkt de route.",
    )
    assert lijsthouders(*lines) == ["Stichting Toetsbos", "PxQ", "Noord Voorbeeld"]


def test_who_is_asked_owns_the_line_whole_group_or_not():
    assert lijsthouders("De hele werkgroep wordt gevraagd de lijst na te lopen.") == ["De hele werkgroep"]


def test_what_stands_before_a_colon_is_a_subject_where_a_doer_follows():
    lines = "Zaalhuur Nepstad: Kees belt de beheerder.", "Kosten vergelijken: allen sturen hun cijfers naar Kees."
    assert lijsthouders(*lines) == ["Kees", "allen"]


def test_a_sentence_in_brackets_says_who_does_it():
    assert lijsthouders("Nagaan welke tarieven gelden (Kees stuurt ze door).") == ["Kees"]
