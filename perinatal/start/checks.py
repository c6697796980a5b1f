"""What can be found out before the long steps: who may reach the site, and whether its place is free."""

import errno
import ipaddress
import socket
import ssl
from collections.abc import Callable

from perinatal.start import data, trouble
from perinatal.start.settings import Settings


def check(settings: Settings) -> None:
    """Every check, the quick ones first."""
    checks: tuple[Callable[[Settings], None], ...] = (
        insist_on_tls,
        insist_on_usable_cert,
        insist_on_name,
        insist_on_free_port,
    )
    for each in checks:
        each(settings)
    data.look_at(settings.data)


def insist_on_tls(settings: Settings) -> None:
    """Other machines may reach the site only over TLS."""
    if bool(settings.cert) != bool(settings.key):
        raise trouble.CertNeedsKey()
    if not settings.is_local and not settings.secure:
        raise trouble.HostNeedsTls(host=settings.host)
    if settings.trusted_proxy and not _is_network_address(settings.trusted_proxy):
        raise trouble.ProxyNotAnAddress(proxy=settings.trusted_proxy)


def insist_on_usable_cert(settings: Settings) -> None:
    """The certificate and its key belong together and can be read."""
    if not settings.cert:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(settings.cert, settings.key)
    except OSError:  # ssl.SSLError is one too
        raise trouble.CertNotReadable(cert=settings.cert, key=settings.key) from None


def insist_on_name(settings: Settings) -> None:
    """Behind TLS the site knows the name people type, so that no other site can speak for it."""
    if settings.secure and not settings.name:
        raise trouble.NameNeeded()


def insist_on_free_port(settings: Settings) -> None:
    """Nothing else listens where the site will."""
    # A browser may try either form of localhost first, so both have to be free.
    hosts = ("127.0.0.1", "::1") if settings.host == "localhost" else (settings.host,)
    for host in hosts:
        _try_to_listen(host, settings.port)


def _try_to_listen(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, port))
            listener.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise trouble.PortTaken(port=port, other=port + 1) from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise trouble.PortNotAllowed(port=port) from None
        if host != "::1":  # a machine without IPv6 is no trouble
            raise trouble.HostUnknown(host=host) from None


def _is_network_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
