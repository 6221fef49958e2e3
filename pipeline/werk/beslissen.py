"""Writing what was decided on proposals into the record and the register of one meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pipeline.model import Bron, Ernst, GelegdeKoppeling, Melding, Reeks, Voorstel, melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import is_file


class Schrijver:
    """Gathers the edits in the record and the register of one meeting, and writes both at the end.

    The proposals are of the series as the act read it; ``doe`` sees to it that it is still so.
    """

    def __init__(self, opdracht: Opdracht, reeks: Reeks, datum: date) -> None:
        """Read both files."""
        from pipeline.notatie import read_brontekst

        self.opdracht, self.reeks, self.datum = opdracht, reeks, datum
        self.geschreven: list[Path] = []
        self._meldingen: list[Melding] = []
        paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
        self._paths = {"verslag": paden.verslag(tafel, datum), "register": paden.register(tafel, datum)}
        self._gelezen = {name: self._read(path) for name, path in self._paths.items()}
        self._bronnen = {
            name: read_brontekst(self._gelezen[name], paden.show(path))[0] for name, path in self._paths.items()
        }
        self._texts = {name: bron.tekst for name, bron in self._bronnen.items()}
        self._labels = self._used_labels()

    def accept(self, item: Voorstel | GelegdeKoppeling) -> None:
        """Write a proposal into the record, or into the register of minutes that went round."""
        from pipeline.inname.aanvaarden import accept_in_record, accept_in_register

        if isinstance(item, GelegdeKoppeling):
            self._confirm(item)
            return
        label = self._next_label(item)
        if self.reeks.is_rondgezonden(self.datum):
            self._edit("register", item, lambda text: accept_in_register(text, item, label))
        else:
            self._edit("verslag", item, lambda text: accept_in_record(text, item, label))

    def refuse(self, item: Voorstel | GelegdeKoppeling, reden: str) -> None:
        """Remember a refusal; a link that is not right is taken out, the last of the register first."""
        from pipeline.inname.aanvaarden import refuse
        from pipeline.notatie import remove_item

        if isinstance(item, GelegdeKoppeling):
            position = self._position(item)
            self._edit("register", item, lambda text: remove_item(text, "koppelingen", position))
        else:
            self._edit("register", item, lambda text: refuse(text, item.bron.zin or "", reden))

    def write(self) -> list[Melding]:
        """Write what changed; return what could not be done."""
        from pipeline.werkmap import FileBusyError, IntussenVeranderdError, write_atomic

        paden = self.opdracht.inhoud.paden
        try:
            for name, path in self._paths.items():
                bron = self._bronnen[name]
                if self._texts[name] != bron.tekst:
                    write_atomic(path, bron.with_tekst(self._texts[name]).to_bytes(), self._gelezen[name])
                    self.geschreven.append(path)
        except IntussenVeranderdError as changed:
            self._meldingen.append(melding("intussen-gewijzigd", bron=Bron(paden.show(changed.path))))
        except FileBusyError as busy:
            text = f"{busy.path.name} is open in een ander programma."
            self._meldingen.append(melding("in-gebruik", text, Bron(paden.show(busy.path))))
        return self._meldingen

    def _confirm(self, item: GelegdeKoppeling) -> None:
        """Confirm a link between the two actions as they are now: it holds while their words do."""
        from pipeline.notatie import set_item_fields
        from pipeline.voortgang import find_woorden

        words = find_woorden(self.reeks, self.datum)
        fields = {"bevestigd": "ja"}
        fields |= {"tekst": words.get(item.van, ""), "tekst_met": words.get(item.koppeling.met, "")}
        kept = {name: text for name, text in fields.items() if text}
        position = self._position(item)
        self._edit("register", item, lambda text: set_item_fields(text, "koppelingen", position, kept))

    def _edit(self, name: str, item: Voorstel | GelegdeKoppeling, change: Callable[[str], str]) -> None:
        shown = self.opdracht.inhoud.paden.show(self._paths[name])
        try:
            if isinstance(item, GelegdeKoppeling) and self._is_kapot(shown):
                raise ValueError("which link is meant cannot be told from a register that is not read in full")
            self._texts[name] = change(self._texts[name])
        except ValueError:
            said = item.bron.zin or "" if isinstance(item, Voorstel) else str(item.van)
            text = f"Dit voorstel kan niet worden verwerkt in {shown}: {said[:80]}"
            self._meldingen.append(melding("voorstel-niet-verwerkt", text, Bron(shown)))

    def _is_kapot(self, shown: str) -> bool:
        found = self.opdracht.inhoud.meldingen
        return any(m.ernst is Ernst.FOUT and m.bron is not None and m.bron.bestand == shown for m in found)

    def _read(self, path: Path) -> bytes:
        from pipeline.werkmap import read_bytes

        return read_bytes(path) if is_file(path) else b""

    def _used_labels(self) -> list[str]:
        labels: list[str] = []
        for record in (self.reeks.verslag(self.datum), self.reeks.registers.get(self.datum)):
            if record is not None:
                labels += [a.label for a in record.actiepunten] + [b.label for b in record.besluiten]
        return labels

    def _next_label(self, item: Voorstel) -> str:
        from pipeline.inname.aanvaarden import free_label
        from pipeline.voortgang import next_nummer

        if item.soort == "voortgang":
            return ""
        letter = "B" if item.soort == "besluit" else "A"
        label = free_label(letter, tuple(self._labels), next_nummer(self.reeks, self.datum, letter))
        self._labels.append(label)
        return label

    def _position(self, item: GelegdeKoppeling) -> int:
        return self.reeks.registers[self.datum].koppelingen.index(item)
