"""Real servers to bring a site to: SFTP through paramiko's server side, WebDAV through wsgidav."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import paramiko
from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp

GEBRUIKER, WACHTWOORD = "site", "geheim-voor-de-proef"


@dataclass
class Storing:
    """Break the connection after this many files were written; None: never."""

    na: int | None = None
    oud: bool = False  # a server without posix-rename
    geschreven: list[str] = field(default_factory=list)

    def count(self, pad: str) -> bool:
        """Note a file, and tell whether the server breaks off now."""
        self.geschreven.append(pad)
        return self.na is not None and len(self.geschreven) > self.na


class _Aanmelding(paramiko.ServerInterface):
    def check_auth_password(self, username, password):
        good = (username, password) == (GEBRUIKER, WACHTWOORD)
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

    def get_allowed_auths(self, username):
        return "password"

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED


class _Bestand(paramiko.SFTPHandle):
    def stat(self):
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))


def _make_sftp(root: Path, storing: Storing, transports: list[paramiko.Transport]) -> type:
    class Sftp(paramiko.SFTPServerInterface):
        def _at(self, path):
            found = (root / path.lstrip("/")).resolve()
            assert found.is_relative_to(root)
            return found

        def _try(self, action):
            try:
                action()
            except OSError as error:
                return paramiko.SFTPServer.convert_errno(error.errno)
            return paramiko.SFTP_OK

        def stat(self, path):
            try:
                return paramiko.SFTPAttributes.from_stat(self._at(path).stat())
            except OSError as error:
                return paramiko.SFTPServer.convert_errno(error.errno)

        lstat = stat

        def open(self, path, flags, attr):
            writes = bool(flags & os.O_CREAT)
            if writes and storing.count(path):
                for transport in transports:
                    transport.close()
                return paramiko.SFTP_FAILURE
            try:
                stream = self._at(path).open("wb+" if writes else "rb")
            except OSError as error:
                return paramiko.SFTPServer.convert_errno(error.errno)
            handle = _Bestand(flags)
            handle.readfile = handle.writefile = stream
            return handle

        def remove(self, path):
            return self._try(self._at(path).unlink)

        def rename(self, oldpath, newpath):
            if self._at(newpath).exists():
                return paramiko.SFTP_FAILURE
            return self._try(lambda: self._at(oldpath).rename(self._at(newpath)))

        def posix_rename(self, oldpath, newpath):
            if storing.oud:
                return paramiko.SFTP_OP_UNSUPPORTED
            return self._try(lambda: self._at(oldpath).replace(self._at(newpath)))

        def mkdir(self, path, attr):
            return self._try(self._at(path).mkdir)

        def rmdir(self, path):
            return self._try(self._at(path).rmdir)

    return Sftp


@contextmanager
def sftp_server(root: Path, known_hosts: Path, storing: Storing) -> Iterator[int]:
    """Serve a folder over SFTP; its host key goes into ``known_hosts``."""
    key = paramiko.RSAKey.generate(2048)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    known_hosts.write_text(f"[127.0.0.1]:{port} {key.get_name()} {key.get_base64()}\n")
    transports: list[paramiko.Transport] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            transport = paramiko.Transport(connection)
            transport.add_server_key(key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _make_sftp(root, storing, transports))
            transports.append(transport)
            try:
                transport.start_server(server=_Aanmelding())
            except (paramiko.SSHException, EOFError, OSError):
                continue

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield port
    finally:
        listener.close()
        for transport in transports:
            transport.close()


@contextmanager
def webdav_server(root: Path, storing: Storing) -> Iterator[int]:
    """Serve a folder over WebDAV; the server that breaks off answers no more."""
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(root)},
            "simple_dc": {"user_mapping": {"*": {GEBRUIKER: {"password": WACHTWOORD}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "logging": {"enable": False},
            "verbose": 0,
        }
    )

    def breaking(environ, start_response):
        if environ["REQUEST_METHOD"] == "PUT" and storing.count(environ["PATH_INFO"]):
            start_response("503 Service Unavailable", [("Content-Length", "0"), ("Connection", "close")])
            return [b""]
        return app(environ, start_response)

    server = wsgi.Server(("127.0.0.1", 0), breaking, numthreads=2)
    server.prepare()
    threading.Thread(target=server.serve, daemon=True).start()
    try:
        yield server.bind_addr[1]
    finally:
        server.stop()
