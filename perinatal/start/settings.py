"""What the site was told when it was started; the app reads it once with `Settings.from_env()`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from perinatal.start.where import places

PREFIX = "PERINATAL_"
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Settings:
    """One start of the site. Empty text means: not given."""

    host: str = "localhost"
    port: int = 8000
    data: Path = places().data
    pages: Path = places().pages
    language: str = "en"
    name: str = ""
    cert: str = ""
    key: str = ""
    trusted_proxy: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the site."""
        return self.host in LOCAL

    @property
    def secure(self) -> bool:
        """Whether every page travels over TLS, ours or the trusted proxy's."""
        return bool(self.cert or self.trusted_proxy)

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins that may talk to the site; never empty."""
        if self.trusted_proxy:
            return (f"https://{self.name}",)
        if self.cert:
            return (f"https://{self.name}" + ("" if self.port == 443 else f":{self.port}"),)
        return tuple(f"http://{host}:{self.port}" for host in ("localhost", "127.0.0.1", "[::1]"))

    @property
    def address(self) -> str:
        """Where a person opens the site."""
        return self.origins[0]

    @property
    def binds(self) -> str:
        """The network address the server listens at."""
        return "127.0.0.1" if self.host == "localhost" else self.host

    @property
    def csp_file(self) -> Path:
        """The hashes of the inline scripts that the build left in the pages."""
        return self.pages / "backend" / "csp.json"

    def to_env(self) -> dict[str, str]:
        """The settings as environment variables, for the process that serves."""
        return {PREFIX + field.name.upper(): str(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Self:
        """Read the settings back; what is not there keeps its default."""
        ordinary = cls().to_env()

        def given(name: str) -> str:
            return env.get(PREFIX + name, ordinary[PREFIX + name])

        return cls(
            host=given("HOST"),
            port=int(given("PORT")),
            data=Path(given("DATA")),
            pages=Path(given("PAGES")),
            language=given("LANGUAGE"),
            name=given("NAME"),
            cert=given("CERT"),
            key=given("KEY"),
            trusted_proxy=given("TRUSTED_PROXY"),
        )
