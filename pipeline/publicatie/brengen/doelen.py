"""The places a site is brought to; each can read, write and delete one file, and a write is whole or nothing."""

from __future__ import annotations

import io
import posixpath
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import unquote, urlsplit

from pipeline.model import Melding, melding

_DEEL = ".regietafel-deel"
_WACHT = 30  # seconds a server may take for one answer
_EIGEN_COMPUTER = ("localhost", "127.0.0.1", "::1")


class DoelError(Exception):
    """The other side does not answer, refuses, or broke off; the text says why, in Dutch."""


class Doel(Protocol):
    """A place for a site. Paths are those of the site; every method raises DoelError where it fails."""

    def read(self, pad: str) -> bytes | None:
        """Return a file, or None where it is not there."""

    def write(self, pad: str, inhoud: bytes) -> None:
        """Write a file whole, in one moment."""

    def delete(self, pad: str) -> None:
        """Delete a file; that it is not there is fine."""

    def close(self) -> None:
        """End the connection."""


@dataclass(frozen=True, slots=True)
class Doelplaats:
    """Where a site goes, as it was written: a folder, or a server with a path on it."""

    soort: Literal["map", "sftp", "webdav"]
    map: str
    adres: str = ""
    server: str = ""
    poort: int | None = None
    gebruiker: str = ""


@dataclass(frozen=True, slots=True)
class Inloggegevens:
    """How to sign on: a password, and for SFTP the files with keys and with hosts that are trusted."""

    wachtwoord: str = ""
    sleutel: str = ""
    bekende_servers: str = ""


def parse_doel(tekst: str) -> tuple[Doelplaats | None, tuple[Melding, ...]]:
    """Read ``--naar``: a folder, ``sftp://gebruiker@server:22/map`` or ``https://server/map`` (WebDAV)."""
    if not re.match(r"[a-z][a-z0-9+.-]+://", tekst, re.IGNORECASE):
        return Doelplaats("map", tekst), ()
    try:
        parts = urlsplit(tekst)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None, (melding("plaatsen-doel", f"{tekst} is geen geldig adres."),)
    if parts.password is not None:
        return None, (melding("plaatsen-doel", "Zet geen wachtwoord in het adres.", hulp=_HULP_WACHTWOORD),)
    user, path = unquote(parts.username or ""), unquote(parts.path) or "/"
    if parts.scheme == "sftp" and host:
        return Doelplaats("sftp", path, f"sftp://{host}", host, port or 22, user), ()
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _EIGEN_COMPUTER)
    if is_safe and host:
        netloc = f"{host}:{port}" if port else host
        return Doelplaats("webdav", path, f"{parts.scheme}://{netloc}{parts.path}", host, port, user), ()
    reason = "is niet beveiligd; gebruik https" if parts.scheme == "http" else "is een soort adres dat niet kan"
    return None, (melding("plaatsen-doel", f"{tekst} {reason}."),)


_HULP_WACHTWOORD = (
    "Bewaar het wachtwoord in de sleutelbos van uw systeem, of zet het in de omgeving als REGIETAFEL_SITE_WACHTWOORD."
)


def find_wachtwoordnaam(plaats: Doelplaats) -> tuple[str, str]:
    """Return the service and the user under which the keyring keeps the password."""
    return f"regietafel {plaats.server}", plaats.gebruiker


def open_doel(plaats: Doelplaats, aanmelding: Inloggegevens = Inloggegevens()) -> Doel:
    """Connect; DoelError where that fails."""
    if plaats.soort == "sftp":
        return SftpDoel(plaats, aanmelding)
    if plaats.soort == "webdav":
        return WebdavDoel(plaats, aanmelding)
    return MapDoel(Path(plaats.map))


class MapDoel:
    """A folder, such as one on the web server's own disk or a network drive."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; it is made when the first file is written."""
        self._folder = folder

    def read(self, pad: str) -> bytes | None:
        """Return a file, or None where it is not there."""
        try:
            path = self._folder / pad
            return path.read_bytes() if path.is_file() else None
        except OSError as error:
            raise DoelError(_say(error)) from error

    def write(self, pad: str, inhoud: bytes) -> None:
        """Write beside the file and change names."""
        path = self._folder / pad
        part = path.with_name(path.name + _DEEL)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(inhoud)
            part.replace(path)
        except OSError as error:
            raise DoelError(_say(error)) from error

    def delete(self, pad: str) -> None:
        """Delete a file, and the folders it leaves empty."""
        path = self._folder / pad
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise DoelError(_say(error)) from error
        with suppress(OSError):
            for parent in path.parents:
                if parent == self._folder:
                    break
                parent.rmdir()

    def close(self) -> None:
        """Nothing to end."""


class SftpDoel:
    """A server over SFTP. Only a server that is known (``known_hosts``) is trusted."""

    def __init__(self, plaats: Doelplaats, aanmelding: Inloggegevens) -> None:
        """Connect and sign on."""
        import paramiko

        self._fouten = (paramiko.SSHException, EOFError, OSError)
        self._root = plaats.map.rstrip("/") or "/"
        self._folders: set[str] = set()
        self._client = paramiko.SSHClient()
        try:
            self._client.load_system_host_keys()
            if aanmelding.bekende_servers:
                self._client.load_host_keys(aanmelding.bekende_servers)
            self._client.set_missing_host_key_policy(paramiko.RejectPolicy())
            self._client.connect(
                plaats.server,
                plaats.poort or 22,
                plaats.gebruiker or None,
                aanmelding.wachtwoord or None,
                key_filename=aanmelding.sleutel or None,
                timeout=_WACHT,
                banner_timeout=_WACHT,
                auth_timeout=_WACHT,
            )
            self._sftp = self._client.open_sftp()
            channel = self._sftp.get_channel()
            if channel is not None:
                channel.settimeout(_WACHT)
        except self._fouten as error:
            self._client.close()
            raise DoelError(_say_ssh(error, plaats.server)) from error

    def _path(self, pad: str) -> str:
        return posixpath.join(self._root, pad)

    def read(self, pad: str) -> bytes | None:
        """Return a file, or None where it is not there."""
        try:
            with self._sftp.open(self._path(pad), "rb") as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None
        except self._fouten as error:
            raise DoelError(_say(error)) from error

    def write(self, pad: str, inhoud: bytes) -> None:
        """Write beside the file and change names, which on a server with posix-rename is one moment."""
        path = self._path(pad)
        try:
            self._make_folder(posixpath.dirname(path))
            self._sftp.putfo(io.BytesIO(inhoud), path + _DEEL, len(inhoud))
            self._rename(path + _DEEL, path)
        except self._fouten as error:
            raise DoelError(_say(error)) from error

    def _rename(self, van: str, naar: str) -> None:
        """Change names in one moment; a server that cannot do that over a file has it deleted first."""
        try:
            self._sftp.posix_rename(van, naar)
        except OSError:
            with suppress(FileNotFoundError):
                self._sftp.remove(naar)
            self._sftp.rename(van, naar)

    def delete(self, pad: str) -> None:
        """Delete a file, and the folders it leaves empty."""
        try:
            with suppress(FileNotFoundError):
                self._sftp.remove(self._path(pad))
        except self._fouten as error:
            raise DoelError(_say(error)) from error
        with suppress(*self._fouten):
            parent = posixpath.dirname(pad)
            while parent:
                self._sftp.rmdir(self._path(parent))
                self._folders.discard(self._path(parent))
                parent = posixpath.dirname(parent)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders or folder in ("", "/"):
            return
        try:
            self._sftp.stat(folder)
        except FileNotFoundError:
            self._make_folder(posixpath.dirname(folder))
            self._sftp.mkdir(folder)
        self._folders.add(folder)

    def close(self) -> None:
        """End the connection."""
        self._client.close()


class WebdavDoel:
    """A server over WebDAV."""

    def __init__(self, plaats: Doelplaats, aanmelding: Inloggegevens) -> None:
        """Prepare the connection; the first request is the one that can fail."""
        import httpx
        from webdav4.client import Client, ClientError, ResourceNotFound

        self._fouten = (httpx.HTTPError, httpx.InvalidURL, ClientError, OSError)
        self._not_found = ResourceNotFound
        auth = (plaats.gebruiker, aanmelding.wachtwoord) if plaats.gebruiker else None
        self._client: Any = Client(plaats.adres, auth=auth, timeout=_WACHT, retry=False)
        self._folders: set[str] = set()

    def read(self, pad: str) -> bytes | None:
        """Return a file, or None where it is not there."""
        stream = io.BytesIO()
        try:
            self._client.download_fileobj(pad, stream)
        except self._not_found:
            return None
        except self._fouten as error:
            if getattr(getattr(error, "response", None), "status_code", 0) == 404:
                return None
            raise DoelError(_say_web(error)) from error
        return stream.getvalue()

    def write(self, pad: str, inhoud: bytes) -> None:
        """Write beside the file and change names."""
        try:
            self._make_folder(posixpath.dirname(pad))
            self._client.upload_fileobj(io.BytesIO(inhoud), pad + _DEEL, overwrite=True, size=len(inhoud))
            self._client.move(pad + _DEEL, pad, overwrite=True)
        except self._fouten as error:
            raise DoelError(_say_web(error)) from error

    def delete(self, pad: str) -> None:
        """Delete a file; that it is not there is fine."""
        try:
            with suppress(self._not_found):
                self._client.remove(pad)
        except self._fouten as error:
            raise DoelError(_say_web(error)) from error

    def _make_folder(self, folder: str) -> None:
        if not folder or folder in self._folders:
            return
        if not self._client.exists(folder):
            self._make_folder(posixpath.dirname(folder))
            self._client.mkdir(folder)
        self._folders.add(folder)

    def close(self) -> None:
        """End the connection."""
        with suppress(Exception):
            self._client.http.close()


def _say(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or "de verbinding is verbroken"


def _say_ssh(error: BaseException, server: str) -> str:
    name = type(error).__name__
    if name == "AuthenticationException":
        return f"{server} weigert de aanmelding. {_HULP_WACHTWOORD}"
    if "not found in known_hosts" in str(error):
        return f"{server} is nog niet bekend. Maak eerst een keer verbinding met: sftp {server}"
    if name == "BadHostKeyException":
        return f"{server} heeft een andere sleutel dan eerst. Vraag de beheerder of dat klopt."
    return f"{server} is niet te bereiken: {_say(error)}"


def _say_web(error: BaseException) -> str:
    status = getattr(getattr(error, "response", None), "status_code", None) or getattr(error, "status_code", None)
    if status in (401, 403):
        return f"de server weigert de aanmelding ({status}). {_HULP_WACHTWOORD}"
    return f"de server antwoordt met {status}" if status else _say(error)
