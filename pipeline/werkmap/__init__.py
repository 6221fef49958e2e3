"""Everything on disk goes through here: no other room opens a file of the user's.

It finds the files, reads and writes them whole, and keeps two commands apart. Locks live outside the folder,
which is often synced.
"""

from pipeline.werkmap.documenten import Uitkomst, Voorkeur, keep_old, place_document
from pipeline.werkmap.journaal import (
    HalfAf,
    Journaal,
    NieuwereWerkmapError,
    Teruggezet,
    active,
    journaal,
    list_half_af,
    take_back_half_af,
)
from pipeline.werkmap.laden import Inhoud, is_nieuwer, load
from pipeline.werkmap.namen import (
    IN_AGENDA,
    IN_VERSLAG,
    IN_WERKMAP,
    RECORDS,
    find_overige,
    find_verkeerd_sjabloon,
    find_verkeerde_namen,
)
from pipeline.werkmap.nieuw import create_werkmap
from pipeline.werkmap.opslag import (
    FileBusyError,
    IntussenVeranderdError,
    VerkeerdeNaamError,
    list_files,
    lock,
    move,
    read_bytes,
    remove_file,
    rewrite,
    write_atomic,
)
from pipeline.werkmap.paden import BRONMAP, Paden, find_werkmap, safe_name
from pipeline.werkmap.vergaderingen import create_vergadering, move_vergadering

__all__ = [
    "BRONMAP",
    "IN_AGENDA",
    "IN_VERSLAG",
    "IN_WERKMAP",
    "RECORDS",
    "FileBusyError",
    "HalfAf",
    "Inhoud",
    "IntussenVeranderdError",
    "Journaal",
    "NieuwereWerkmapError",
    "Paden",
    "Teruggezet",
    "Uitkomst",
    "VerkeerdeNaamError",
    "Voorkeur",
    "active",
    "create_vergadering",
    "create_werkmap",
    "find_overige",
    "find_verkeerd_sjabloon",
    "find_verkeerde_namen",
    "find_werkmap",
    "is_nieuwer",
    "journaal",
    "keep_old",
    "list_files",
    "list_half_af",
    "load",
    "lock",
    "move",
    "move_vergadering",
    "place_document",
    "read_bytes",
    "remove_file",
    "rewrite",
    "safe_name",
    "take_back_half_af",
    "write_atomic",
]
