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
