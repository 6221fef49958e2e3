"""``regietafel verzend`` with drafts: who gets what, what stops a mailing, and what is remembered of it."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from opdrachten import Werkmap
from zendhulp import make_paper

AGENDA = ("verzend", "agenda", "prt", "2026-06-05")
DAG = "agenda/prt/2026-06-05"
VERSLAG = ("verzend", "verslag", "prt", "2026-04-24")


def draft(werkmap: Werkmap, naam: str, folder: str = DAG):
    path = werkmap.root / folder / "concepten" / f"{naam}.eml"
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


def text(message) -> str:
    return message.get_body().get_content().replace("\r\n", "\n")


def names(message) -> list[str]:
    return [part.get_filename() for part in message.iter_attachments()]


# drafts


def test_without_more_the_messages_are_drafts_that_outlook_opens_as_unsent(werkmap):
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    drafts = [path.stem for path in werkmap.files(f"{DAG}/concepten/*.eml")]
    lists = ("agendaleden", "ambtelijke ondersteuning", "leden", "toehoorders", "voorzitters RRT")
    assert drafts == [f"Agenda aan {name}" for name in lists]
    assert draft(werkmap, "Agenda aan leden")["X-Unsent"] == "1"
    assert not werkmap.files("verslagen/prt/2026-06-05/logboek/*")
    assert f"verzend agenda prt 2026-06-05 --verzonden {werkmap.op}" in werkmap.scherm


def test_each_list_has_the_files_it_is_set_for(werkmap):
    werkmap.run(*AGENDA)
    agenda, entry = "2026-06-05 Agenda PRT.pdf", "Vergadering PRT 2026-06-05.ics"
    secret = "2026-06-05 Agenda PRT (VERTROUWELIJK).pdf"
    assert names(draft(werkmap, "Agenda aan leden")) == [secret, "2026-06-05 Bundel PRT (VERTROUWELIJK).pdf", entry]
    assert names(draft(werkmap, "Agenda aan toehoorders")) == [agenda, "2a Notitie over locaties.pdf", entry]
    assert names(draft(werkmap, "Agenda aan agendaleden")) == [
        agenda, "2026-06-05 Agenda PRT.docx", "2026-06-05 Bundel PRT.pdf", entry]  # fmt: skip


def test_the_chairs_of_the_regions_are_asked_to_pass_the_papers_on(werkmap):
    werkmap.run(*AGENDA)
    asked = [path.stem for path in werkmap.files(f"{DAG}/concepten/*.eml")
             if "doorgeven" in text(draft(werkmap, path.stem))]  # fmt: skip
    assert asked == ["Agenda aan voorzitters RRT"]


def test_who_passes_papers_on_and_may_have_all_gets_what_is_confidential_apart(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "doorgeven: ja", "doorgeven: ja, vertrouwelijk: ja")
    werkmap.run(*AGENDA)
    message = draft(werkmap, "Agenda aan voorzitters RRT")
    assert names(message) == [
        "2026-06-05 Agenda PRT.pdf",
        "2026-06-05 Agenda PRT (VERTROUWELIJK).pdf",
        "2026-06-05 Bundel PRT.pdf",
        "3a Vertrouwelijk stuk (VERTROUWELIJK).pdf",
        "Vergadering PRT 2026-06-05.ics",
    ]
    assert "Geef ze niet door:\n- Bijlage 3a: Vertrouwelijk stuk" in text(message)


def test_a_person_on_two_lists_gets_the_message_of_the_first_whatever_the_capitals(werkmap):
    plan = werkmap.run(*AGENDA, "--proef", "--json").json
    everyone = [address for message in plan["berichten"] for address in message["aan"]]
    assert sorted(everyone) == sorted({address.casefold() for address in everyone})
    assert plan["berichten"][0]["aan"] == ["voorbeeld@stad.example"]


def test_the_entry_for_the_calendar_holds_this_meeting_only(werkmap):
    werkmap.write("agenda/prt/2026-07-17/agenda.yaml", "agendapunten: [{titel: Later}]\n")
    werkmap.run(*AGENDA)
    part = [p for p in draft(werkmap, "Agenda aan leden").iter_attachments() if p.get_content_type() == "text/calendar"]
    events = Calendar.from_ical(part[0].get_payload(decode=True)).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == ["prt-2026-06-05@provincie.example"]


def test_a_trial_shows_who_gets_what_and_writes_nothing(werkmap):
    before = werkmap.snapshot()
    assert werkmap.run(*AGENDA, "--proef").code == 0
    assert "mw. Zůs-Łęk <zus@dorp.example>" in werkmap.scherm
    assert "2026-06-05 Bundel PRT (VERTROUWELIJK).pdf (" in werkmap.scherm
    assert werkmap.snapshot() == before


def test_a_draft_a_person_changed_is_left_alone(werkmap):
    werkmap.run(*AGENDA)
    path = werkmap.root / DAG / "concepten/Agenda aan leden.eml"
    message = draft(werkmap, "Agenda aan leden")
    message.replace_header("Subject", "Zelf verbeterd")
    path.write_bytes(message.as_bytes())
    changed = path.read_bytes()
    assert werkmap.run(*AGENDA).code == 0
    assert "bericht-gewijzigd" in werkmap.scherm
    assert path.read_bytes() == changed


# addresses and headers


def test_a_name_or_title_cannot_add_a_header(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "achternaam: Toets,", 'achternaam: "Toets\\r\\nBcc: kwaad@elders.example",')
    werkmap.change("agenda/prt/tafel.yaml", "korte_naam: PRT", 'korte_naam: "PRT\\nX-Kwaad: ja"')
    werkmap.run(*AGENDA)
    for path in werkmap.files(f"{DAG}/concepten/*.eml"):
        message = email.message_from_bytes(path.read_bytes())
        assert message["Bcc"] is None
        assert message["X-Kwaad"] is None
        assert "kwaad@elders.example" not in [a for _, a in email.utils.getaddresses([message["To"]])]


@pytest.mark.parametrize("wrong", ["geen adres", "a@b@c.example", "a@b.example\\nBcc: x@y.example", "a b@c.example"])
def test_something_that_is_no_address_stops_the_mailing(werkmap, wrong):
    werkmap.change("agenda/prt/tafel.yaml", "email: zus@dorp.example", f'email: "{wrong}"')
    assert werkmap.run(*AGENDA).code == 1
    assert "adres-ongeldig" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def test_two_addresses_of_one_member_and_a_copy_for_the_office_all_get_the_mail(werkmap):
    werkmap.change(
        "agenda/prt/tafel.yaml",
        "email: zus@dorp.example",
        'email: "zus@dorp.example; z@thuis.example", cc: "bs@dorp.example"',
    )
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    message = draft(werkmap, "Agenda aan leden")
    addressed = [address for _, address in email.utils.getaddresses([message["To"]])]
    assert {"zus@dorp.example", "z@thuis.example"} <= set(addressed)
    assert message["Cc"] == "bs@dorp.example"
    assert "bs@dorp.example" not in addressed


def test_addresses_as_outlook_copies_them_are_all_addressed(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", '"Ambtelijk Team <team@provincie.example>"',
                   '"Staal, Mia <m@x.example>; Toets, P. (Piet) <p@x.example>;"')  # fmt: skip
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    addressed = email.utils.getaddresses([draft(werkmap, "Agenda aan ambtelijke ondersteuning")["To"]])
    assert addressed == [("Staal, Mia", "m@x.example"), ("Toets, P. (Piet)", "p@x.example")]


def test_checking_names_an_address_that_is_none_before_anything_is_sent(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "VOORBEELD@stad.example", '"p@x.example; bestuur"')
    assert werkmap.run("controleer", "prt").code == 1
    assert "adres-ongeldig" in werkmap.scherm
    assert "bestuur" in werkmap.scherm
    assert "tafel.yaml" in werkmap.scherm


def test_a_domain_with_accents_is_written_as_mail_servers_want_it(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "zus@dorp.example", "zus@dörp.example")
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    assert "zus@xn--drp-sna.example" in draft(werkmap, "Agenda aan leden")["To"]


def test_who_has_no_address_is_named_and_the_rest_goes_on(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", ", email: zus@dorp.example", "")
    assert werkmap.run(*AGENDA).code == 0
    assert "Van mw. Zůs-Łęk is geen e-mailadres bekend" in werkmap.scherm


def test_an_unknown_id_in_a_list_stops_the_mailing(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "wie: [voorbeeld]", "wie: [voorbeld]")
    assert werkmap.run(*AGENDA).code == 1
    assert "voorbeld" in werkmap.scherm


def test_members_are_those_on_the_day_of_the_meeting(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "id: zus,", "id: zus, tot: 2026-06-04,")
    plan = werkmap.run(*AGENDA, "--proef", "--json").json
    assert "zus@dorp.example" not in [a for message in plan["berichten"] for a in message["aan"]]


def test_receivers_of_a_hidden_list_do_not_see_each_other(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "wie: [leden],", "wie: [leden], verborgen: ja,")
    werkmap.run(*AGENDA)
    message = draft(werkmap, "Agenda aan leden")
    assert message["To"] == "PRT-secretariaat <secretariaat@provincie.example>"
    assert "zus@dorp.example" in message["Bcc"]


# what stops a mailing


def test_an_agenda_that_is_late_asks_for_the_reason_and_keeps_it_with_the_meeting(werkmap):
    werkmap.op = "2026-05-30"
    assert werkmap.run(*AGENDA).code == 1
    assert "reden-nodig" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")
    late = werkmap.run(*AGENDA, "--verzonden", "2026-05-30", "--reden", "de notitie kwam laat")
    assert late.code == 0, late.scherm
    event = werkmap.files("verslagen/prt/2026-06-05/logboek/*agenda_rondgezonden*")[0].read_text(encoding="utf-8")
    assert "Later dan de regel: de notitie kwam laat" in event


def test_on_the_last_day_in_time_no_reason_is_asked(werkmap):
    werkmap.op = "2026-05-29"
    assert werkmap.run(*AGENDA).code == 0


def test_a_fout_in_the_records_stops_a_mailing(werkmap):
    werkmap.change(f"{DAG}/agenda.yaml", "titel: Opening", "titel: Opening\n    tijdd: 5")
    assert werkmap.run(*AGENDA).code == 1
    assert "veld-onbekend" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def word_with(change) -> bytes:
    """A Word file in which ``change`` has put something into the XML of the text."""
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Gewone tekst.")
    change(document)
    document.save(buffer)
    return buffer.getvalue()


def hide(document) -> None:
    document.add_paragraph().add_run("Niet voor anderen.").font.hidden = True


def hide_by_style(document) -> None:
    style = document.styles.add_style("Intern", 2)
    style.font.hidden = True
    document.add_paragraph().add_run("Niet voor anderen.", style="Intern")


def remark(document) -> None:
    run = document.paragraphs[0].runs[0]
    document.add_comment(run, "Klopt dit?", "collega", "c")


def track(document) -> None:
    from docx.oxml import parse_xml

    xml = (
        '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:author="c">'
        "<w:r><w:t>ingevoegd</w:t></w:r></w:ins>"
    )
    document.paragraphs[0]._p.append(parse_xml(xml))


@pytest.mark.parametrize(
    ("change", "what"),
    [(hide, "verborgen tekst"), (hide_by_style, "verborgen tekst"), (remark, "opmerkingen"),
     (track, "bijgehouden wijzigingen")],
)  # fmt: skip
def test_a_word_file_that_carries_what_nobody_should_see_is_refused(werkmap, change, what):
    werkmap.change(f"{DAG}/agenda.yaml", "notitie.pdf", "notitie.docx")
    werkmap.write(f"{DAG}/bijlagen/notitie.docx", word_with(change))
    assert werkmap.run(*AGENDA).code == 1
    assert f"In notitie.docx staat iets wat niet mee hoort te gaan: {what}" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def test_a_word_file_with_a_hidden_paragraph_mark_and_an_empty_list_of_comments_is_clean(werkmap):
    def change(document) -> None:
        mark = document.paragraphs[0]._p.get_or_add_pPr()
        from docx.oxml import parse_xml

        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        mark.append(parse_xml(f"<w:rPr {space}><w:vanish/></w:rPr>"))
        remark(document)
        for comment in list(document.part._comments_part.element):
            document.part._comments_part.element.remove(comment)

    werkmap.change(f"{DAG}/agenda.yaml", "notitie.pdf", "notitie.docx")
    werkmap.write(f"{DAG}/bijlagen/notitie.docx", word_with(change))
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm


def test_a_sheet_that_is_hidden_is_refused(werkmap):
    import openpyxl

    book = openpyxl.Workbook()
    book.create_sheet("Intern").sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    werkmap.change(f"{DAG}/agenda.yaml", "notitie.pdf", "lijst.xlsx")
    werkmap.write(f"{DAG}/bijlagen/lijst.xlsx", buffer.getvalue())
    assert werkmap.run(*AGENDA).code == 1
    assert "verborgen bladen" in werkmap.scherm


def test_files_too_large_for_a_mail_become_a_link_where_there_is_a_place_for_them(werkmap):
    werkmap.change(f"{DAG}/agenda.yaml", "bijlagen: [geheim.pdf]", "bijlagen: [groot.pdf]")
    werkmap.write(f"{DAG}/bijlagen/groot.pdf", large_paper(2))
    werkmap.write("regietafel.yaml", (werkmap.root / "regietafel.yaml").read_bytes() + b"mail: {max_mb: 1}\n")
    assert werkmap.run(*AGENDA).code == 1
    assert "mail-te-groot" in werkmap.scherm
    werkmap.change("regietafel.yaml", "max_mb: 1", 'max_mb: 1, link: "https://delen.example/{tafel}/{datum}/"')
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    message = draft(werkmap, "Agenda aan leden")
    assert "2026-06-05 Bundel PRT (VERTROUWELIJK).pdf" not in names(message)
    link = "https://delen.example/prt/2026-06-05/2026-06-05%20Bundel%20PRT%20%28VERTROUWELIJK%29.pdf"
    assert link in text(message)
    assert len(message.as_bytes()) < 1024 * 1024


def large_paper(megabytes: int) -> bytes:
    """A PDF that does not compress away."""
    from PIL import Image

    photo = io.BytesIO()
    Image.effect_noise((1000 * megabytes, 1000), 90).convert("RGB").save(photo, "JPEG", quality=95)
    from pipeline.bundel import beeld_to_pdf

    pdf, _ = beeld_to_pdf(photo.getvalue(), "foto.jpg")
    assert pdf and len(pdf) > megabytes * 500_000
    return pdf


# templates


def test_the_secretary_can_change_the_text_of_a_mail(werkmap):
    werkmap.write(
        "templates/mail/agenda.txt", "Onderwerp: {{ tafel.korte_naam }} op {{ weekdag }}\n\nBeste {{ lijst }},\n"
    )
    werkmap.write("templates/prt/mail/agenda.txt", "Onderwerp: Alleen voor {{ tafel.korte_naam }}\n\nHallo <b>&</b>.\n")
    werkmap.run(*AGENDA)
    message = draft(werkmap, "Agenda aan leden")
    assert (message["Subject"], text(message)) == ("Alleen voor PRT", "Hallo <b>&</b>.\n")


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("Onderwerp: {{ tafell.naam }}\n\nx", "sjabloon-variabele"),
        ("Onderwerp: x\n\n{{ tafel.nam }}", "sjabloon-variabele"),
        ("Onderwerp: x\n\n{% for s in stukken %}", "sjabloon-opdracht"),
        ("Beste leden,\n", "sjabloon-opdracht"),
        ("Onderwerp: x\n\n{{ tafel.__class__.__mro__ }}", "sjabloon-onveilig"),
        ("Onderwerp: x\n\n{{ lijst.format() }}", "sjabloon-onveilig"),
        ("Onderwerp: x\n\n{{ lijst * 1000000000 }}", "sjabloon-onveilig"),
        ("Onderwerp: x\n\n{% for a in range(9) %}{% endfor %}", "sjabloon-onveilig"),
        ("Onderwerp: x\n\n" + "{% for a in datum %}" * 7 + "x" + "{% endfor %}" * 7, "sjabloon-onveilig"),
        ("Onderwerp: x\n\n" + "{% for a in datum %}" * 200 + "x" + "{% endfor %}" * 200, "sjabloon-opdracht"),
    ],
)
def test_a_mistake_in_a_template_is_said_in_dutch_and_nothing_is_written(werkmap, template, code):
    werkmap.write("templates/mail/agenda.txt", template)
    assert werkmap.run(*AGENDA).code == 1
    assert f"[{code}]" in werkmap.scherm
    assert "templates/mail/agenda.txt" in werkmap.scherm
    assert "vastgelopen" not in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


# by hand, and late papers


def test_what_was_sent_by_hand_is_recorded_with_the_files_of_the_drafts(werkmap):
    werkmap.run(*AGENDA)
    bundle = [p.get_payload(decode=True) for p in draft(werkmap, "Agenda aan leden").iter_attachments()][1]
    assert werkmap.run(*AGENDA, "--verzonden", "2026-05-19").code == 0, werkmap.scherm
    assert len(werkmap.files("verslagen/prt/2026-06-05/logboek/2026-05-19-verzonden*")) == 5
    kept = werkmap.files(f"{DAG}/verzonden/2026-05-19 agenda/*")
    assert bundle in [path.read_bytes() for path in kept]
    assert werkmap.run("status", "prt").code in (0, 1)
    assert werkmap.run(*AGENDA).code == 0
    assert "Iedereen op de lijsten heeft de zending al" in werkmap.scherm


def test_late_papers_go_to_who_had_the_agenda_with_what_is_new_on_top(werkmap):
    werkmap.run(*AGENDA)
    werkmap.run(*AGENDA, "--verzonden", "2026-05-19")
    werkmap.change(f"{DAG}/agenda.yaml", "bestand: notitie.pdf}]", "bestand: notitie.pdf}, nagekomen.pdf]")
    werkmap.write(f"{DAG}/bijlagen/nagekomen.pdf", make_paper("Nagekomen"))
    assert werkmap.run(*AGENDA, "--nazending").code == 0, werkmap.scherm
    message = draft(werkmap, "Nazending aan toehoorders")
    assert message["Subject"] == "Nazending PRT 5 juni 2026: Bijlage 2b"
    assert text(message).index("Bijlage 2b: nagekomen") < 200
    assert "2b nagekomen.pdf" in names(message)
    assert "2a Notitie over locaties.pdf" not in names(message)
    assert werkmap.run(*AGENDA, "--nazending", "--verzonden", "2026-05-20").code == 0
    assert werkmap.run(*AGENDA, "--nazending").code == 0
    assert "niets-nieuws" in werkmap.scherm


def test_a_new_version_of_a_paper_is_sent_as_one(werkmap):
    werkmap.run(*AGENDA, "--verzonden", "2026-05-19")
    werkmap.write(f"{DAG}/bijlagen/notitie.pdf", make_paper("Notitie, tweede versie"))
    werkmap.run(*AGENDA, "--nazending")
    said = text(draft(werkmap, "Nazending aan leden"))
    assert "- Bijlage 2a: Notitie over locaties (nieuwe versie)" in said


def test_a_late_confidential_paper_is_news_only_for_who_may_have_it(werkmap):
    werkmap.run(*AGENDA, "--verzonden", "2026-05-19")
    werkmap.change(f"{DAG}/agenda.yaml", "[geheim.pdf]", "[geheim.pdf, geheim2.pdf]")
    werkmap.write(f"{DAG}/bijlagen/geheim2.pdf", make_paper("Kerkstraat 2"))
    werkmap.run(*AGENDA, "--nazending")
    assert [path.stem for path in werkmap.files(f"{DAG}/concepten/*.eml")] == ["Nazending aan leden"]


def test_a_paper_put_before_one_that_was_sent_does_not_take_its_number(werkmap):
    werkmap.run(*AGENDA, "--verzonden", "2026-05-19")
    werkmap.change(f"{DAG}/agenda.yaml", "bijlagen: [{titel: Notitie", "bijlagen: [eerst.pdf, {titel: Notitie")
    werkmap.write(f"{DAG}/bijlagen/eerst.pdf", make_paper("Eerst"))
    plan = werkmap.run(*AGENDA, "--nazending", "--proef", "--json").json
    assert {message["onderwerp"] for message in plan["berichten"]} == {"Nazending PRT 5 juni 2026: Bijlage 2b"}


# minutes


def test_the_minutes_go_out_numbered_and_are_frozen_from_then_on(werkmap):
    assert werkmap.run(*VERSLAG).code == 0, werkmap.scherm
    assert "| A1 |" in (werkmap.root / "verslagen/prt/2026-04-24/verslag.md").read_text(encoding="utf-8")
    assert names(draft(werkmap, "Verslag aan leden", "verslagen/prt/2026-04-24")) == [
        "2026-04-24 Conceptverslag PRT (VERTROUWELIJK).pdf"]  # fmt: skip
    assert werkmap.run(*VERSLAG, "--verzonden", "2026-05-06").code == 0
    werkmap.change("verslagen/prt/2026-04-24/verslag.md", "opent de vergadering", "heeft de vergadering geopend")
    assert werkmap.run("controleer").code == 1
    assert "bevroren-gewijzigd" in werkmap.scherm


def test_who_may_not_have_it_gets_the_minutes_without_the_confidential_item(werkmap):
    werkmap.change(
        "agenda/prt/tafel.yaml", "wie: [leden], vertrouwelijk: ja", "wie: [leden], vertrouwelijk: ja, word: ja"
    )
    werkmap.run(*VERSLAG)
    folder = "verslagen/prt/2026-04-24"
    members = word_text(draft(werkmap, "Verslag aan leden", folder))
    others = word_text(draft(werkmap, "Verslag aan agendaleden", folder))
    assert "De Kerkstraat is besproken." in members
    assert "Kerkstraat" not in others
    assert "Dit punt is vertrouwelijk." in others


def word_text(message) -> str:
    content = next(p.get_payload(decode=True) for p in message.iter_attachments() if p.get_filename().endswith(".docx"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_minutes_that_were_changed_in_word_are_not_sent(werkmap):
    werkmap.run("verslag", "prt", "2026-04-24")
    path = next(Path(werkmap.root / "verslagen/prt/2026-04-24").glob("*.docx"))
    document = docx.Document(str(path))
    document.add_paragraph("Met de hand.")
    document.save(str(path))
    assert werkmap.run(*VERSLAG).code == 1
    assert "word-gewijzigd" in werkmap.scherm
    assert not werkmap.files("verslagen/prt/2026-04-24/concepten/*")


def test_the_action_list_goes_out_as_pdf(werkmap):
    assert werkmap.run("verzend", "actielijst", "prt", "2026-04-24").code == 0, werkmap.scherm
    assert names(draft(werkmap, "Actielijst aan leden", "verslagen/prt/2026-04-24")) == [
        "2026-04-24 Actielijst PRT.pdf"]  # fmt: skip


def test_without_lists_of_its_own_a_table_writes_to_who_sits_at_it(werkmap):
    record = (werkmap.root / "agenda/prt/tafel.yaml").read_text(encoding="utf-8")
    werkmap.write("agenda/prt/tafel.yaml", record[: record.index("verzendlijsten")])
    plan = werkmap.run(*AGENDA, "--proef", "--json").json
    assert [message["lijst"] for message in plan["berichten"]] == ["leden", "agendaleden", "toehoorders"]


@pytest.mark.parametrize("wrong", [("--smtp", "--proef"), ("--verzonden", "gisteren of zo")])
def test_wrong_usage_is_said_and_nothing_happens(werkmap, wrong):
    assert werkmap.run(*AGENDA, *wrong).code == 2
    assert werkmap.run("verzend", "verslag", "prt", "2026-04-24", "--nazending").code == 2


@pytest.mark.parametrize(
    ("words", "folder", "event"),
    [
        (AGENDA, DAG, "verslagen/prt/2026-06-05/logboek/2026-05-19-agenda*rondgezonden*"),
        (VERSLAG, "verslagen/prt/2026-04-24", "verslagen/prt/2026-04-24/logboek/2026-05-19-rondgezonden*"),
    ],
)
def test_a_mailing_from_an_address_book_of_ones_own_is_recorded_without_addresses(werkmap, words, folder, event):
    record = (werkmap.root / "agenda/prt/tafel.yaml").read_text(encoding="utf-8")
    record = record[: record.index("verzendlijsten")]
    werkmap.write("agenda/prt/tafel.yaml", re.sub(r"email: [^,}\n]+", 'email: ""', record))
    assert werkmap.run(*words, "--proef").code == 1
    assert "lijst-leeg" in werkmap.scherm
    assert werkmap.run(*words, "--verzonden", "2026-05-19").code == 0, werkmap.scherm
    assert "verzonden op 19 mei 2026" in werkmap.scherm
    assert len(werkmap.files(event)) == 1
    assert werkmap.files(f"{folder}/verzonden/2026-05-19 {words[1]}/*.docx")


# reading back


MAILTEKST = "Onderwerp: Agenda\n\nBeste mensen,\n\n{}\n"


def test_words_of_a_confidential_item_typed_in_a_mail_stop_the_mailing(werkmap):
    werkmap.write("templates/mail/agenda.txt", MAILTEKST.format("Het gaat om de Kerkstraat."))
    assert werkmap.run(*AGENDA).code == 1
    assert "vertrouwelijk-gelekt" in werkmap.scherm
    assert "toehoorders" in werkmap.scherm
    assert "kerkstraat" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def test_what_every_mail_says_of_the_meeting_is_no_secret_where_a_confidential_paper_says_it_too(werkmap):
    name = re.search(r"^naam: (.+)$", werkmap.read("agenda/prt/tafel.yaml"), re.MULTILINE)
    said = f"Kerkstraat. Hierbij de stukken voor de vergadering van de {name[1]}"
    werkmap.write(f"{DAG}/bijlagen/geheim.pdf", make_paper(said))
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm


def test_words_can_be_released_for_one_list_with_a_reason_that_is_kept(werkmap):
    lists = "verzendlijsten:\n  - {naam: toehoorders, wie: [toehoorders]}\n"
    tafel = werkmap.read("agenda/prt/tafel.yaml")
    werkmap.write("agenda/prt/tafel.yaml", tafel[: tafel.index("verzendlijsten:")] + lists)
    werkmap.write("templates/mail/agenda.txt", MAILTEKST.format("Het gaat om de Kerkstraat."))
    release = (*AGENDA, "--vrijgeven", "Het gaat om de Kerkstraat", "--lijst", "toehoorders")
    assert werkmap.run(*release).code == 2
    assert werkmap.run(*release, "--reden", "staat al in de krant").code == 0
    assert werkmap.run(*AGENDA).code == 0, werkmap.scherm
    (event,) = werkmap.files("verslagen/prt/*/logboek/*vrijgegeven.yaml")
    assert "staat al in de krant" in event.read_text(encoding="utf-8")
