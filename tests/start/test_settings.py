"""What the site was told reaches the process that serves, word for word."""

from pathlib import Path

from perinatal.start.settings import Settings

BEHIND_TLS = Settings(host="0.0.0.0", port=443, cert="/c.pem", key="/k.pem", name="plan.example.org")


def test_settings_survive_the_way_through_the_environment() -> None:
    told = Settings(port=8123, data=Path("/a b/c"), language="es", trusted_proxy="10.0.0.2", name="n.example.org")

    assert Settings.from_env(told.to_env()) == told


def test_an_empty_environment_means_only_this_machine() -> None:
    settings = Settings.from_env({})

    assert settings.is_local
    assert not settings.secure


def test_only_addresses_of_this_machine_may_talk_to_a_local_site() -> None:
    assert set(Settings(port=9).origins) == {"http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"}


def test_only_the_name_people_type_may_talk_to_a_site_behind_tls() -> None:
    assert BEHIND_TLS.origins == ("https://plan.example.org",)
    assert Settings(port=8443, cert="c", key="k", name="n.org").origins == ("https://n.org:8443",)
    assert Settings(trusted_proxy="10.0.0.2", name="n.org").origins == ("https://n.org",)


def test_tls_of_our_own_or_of_a_proxy_counts_as_secure() -> None:
    assert BEHIND_TLS.secure
    assert Settings(trusted_proxy="10.0.0.2", name="n.org").secure
