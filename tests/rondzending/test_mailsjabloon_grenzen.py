"""A mail template of a stranger can fill neither the memory nor the day: it has the bounds of a Word template."""

import time

import pytest

from pipeline.rondzending import MailTafel, MailWoorden, render_mail

KOP = "Onderwerp: proef\n"
VERDUBBELD = "{% set a = tafel.korte_naam %}" + "{% set a = a ~ a %}" * 60
GEVALLEN = {
    "names that double each other": VERDUBBELD + "{{ a }}",
    "lists that double each other": "{% set a = [1, 2] %}" + "{% set a = a + a %}" * 60 + "{{ a|length }}",
    "a join of what is large": VERDUBBELD.replace("60", "18")[:400] + "{{ [a, a, a, a]|join(a) }}" * 40,
    "loops in loops": "{% for a in tafel.naam %}{% for b in tafel.naam %}{% for c in tafel.naam %}x{% endfor %}"
    "{% endfor %}{% endfor %}",
    "arithmetic": "{{ 9 ** 9 ** 9 }}",
    "a macro that calls itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "a template that is too long": "x" * 300_000,
}


@pytest.mark.parametrize("tekst", GEVALLEN.values(), ids=GEVALLEN)
def test_it_is_refused_at_once_and_said(tekst):
    woorden = MailWoorden(tafel=MailTafel(naam="n" * 60, korte_naam="PRT"))
    begin = time.monotonic()
    mail, meldingen = render_mail(KOP + tekst, "mail/agenda.txt", woorden)
    assert mail is None
    assert {m.code for m in meldingen} <= {"sjabloon-onveilig", "sjabloon-opdracht"}
    assert time.monotonic() - begin < 20  # not how fast: that it ends


def test_a_long_letter_is_well_within_the_bounds():
    tekst = (
        KOP
        + "{% set naam = tafel.naam %}"
        + "{% for a in [1, 2, 3] %}Beste {{ naam }}, een alinea.\n{% endfor %}" * 100
    )
    mail, meldingen = render_mail(tekst, "mail/agenda.txt", MailWoorden(tafel=MailTafel(naam="Tafel")))
    assert meldingen == ()
    assert mail is not None
    assert mail.tekst.count("Beste Tafel") == 300
