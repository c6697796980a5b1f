"""What would go wrong later is said before the long steps."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from perinatal.start import checks, trouble
from perinatal.start.settings import Settings
from tests.start.certificates import make_pair


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A start on this machine, at a port that is free."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    return Settings(data=tmp_path / "data", port=port)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """A certificate and its key."""
    return make_pair(tmp_path, "n.org")


def test_a_start_on_this_machine_passes(settings: Settings) -> None:
    checks.check(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_every_name_of_this_machine_passes(settings: Settings, host: str) -> None:
    checks.insist_on_tls(replace(settings, host=host))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "plan.example.org", "127.0.0.1.example.org", ""])
def test_other_machines_may_not_reach_it_without_tls(settings: Settings, host: str) -> None:
    with pytest.raises(trouble.HostNeedsTls):
        checks.check(replace(settings, host=host))


@pytest.mark.parametrize("half", [{"cert": "c.pem"}, {"key": "k.pem"}])
def test_half_of_tls_is_none(settings: Settings, half: dict[str, str]) -> None:
    with pytest.raises(trouble.CertNeedsKey):
        checks.check(replace(settings, host="0.0.0.0", **half))


def test_a_certificate_with_its_key_and_name_passes(settings: Settings, pair: tuple[str, str]) -> None:
    checks.check(replace(settings, host="0.0.0.0", cert=pair[0], key=pair[1], name="n.org"))


@pytest.mark.parametrize("text", ["", "not a certificate"])
def test_a_certificate_that_cannot_be_used_is_said(settings: Settings, tmp_path: Path, text: str) -> None:
    (tmp_path / "c.pem").write_text(text)
    files = {"cert": str(tmp_path / "c.pem"), "key": str(tmp_path / "missing.pem")}

    with pytest.raises(trouble.CertNotReadable):
        checks.check(replace(settings, host="0.0.0.0", name="n.org", **files))


def test_a_site_behind_tls_has_to_know_its_name(settings: Settings) -> None:
    with pytest.raises(trouble.NameNeeded):
        checks.check(replace(settings, trusted_proxy="10.0.0.2"))


def test_a_proxy_is_trusted_by_its_address_only(settings: Settings) -> None:
    with pytest.raises(trouble.ProxyNotAnAddress):
        checks.check(replace(settings, trusted_proxy="proxy.example.org", name="n.org"))


@pytest.mark.parametrize("taken", ["127.0.0.1", "0.0.0.0"])
def test_a_taken_port_is_said_with_another_to_try(settings: Settings, taken: str) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind((taken, settings.port))
        other.listen()

        with pytest.raises(trouble.PortTaken) as told:
            checks.check(settings)

    assert told.value.facts == {"port": settings.port, "other": settings.port + 1}


def test_an_address_of_another_machine_is_said(settings: Settings, pair: tuple[str, str]) -> None:
    # 192.0.2.0/24 is kept for examples; no machine has it.
    elsewhere = replace(settings, host="192.0.2.1", cert=pair[0], key=pair[1], name="n.org")

    with pytest.raises(trouble.HostUnknown):
        checks.check(elsewhere)
