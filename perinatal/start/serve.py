"""Serving: one process that holds the data, one worker that answers. Nothing here builds or fetches anything."""

import gc
import importlib
import multiprocessing
import os
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any

from perinatal.start import data
from perinatal.start.checks import insist_on_free_port
from perinatal.start.harden import harden
from perinatal.start.quiet import edge
from perinatal.start.settings import PREFIX, Settings
from perinatal.start.where import places
from perinatal.start.words import Words, words_in

BEGAN = PREFIX + "BEGAN"
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Site = Callable[[Message, Receive, Send], Awaitable[None]]


def main() -> int:
    """Serve with the settings in the environment, until told to stop."""
    settings = Settings.from_env()
    words = words_in(settings.language)
    return edge(words, partial(serve, settings, words))


def serve(settings: Settings, words: Words) -> int:
    """Hold the data, load the site, answer."""
    harden()
    held = data.hold(settings.data)
    insist_on_free_port(settings)  # again, because a set-up may have taken a minute since the first look
    prepare(settings)
    site = announced(load(), settings, words)
    # The worker is a copy of this process: what is loaded already is shared, not loaded twice.
    gc.collect()
    gc.freeze()
    listen(site, settings)
    os.close(held)
    return 0


def prepare(settings: Settings) -> None:
    """Tell Reflex to serve what is built, to keep nothing on disk, and to call nobody."""
    # Reflex lets the environment overrule its settings; a stray name must not put plans on a disk or into Redis.
    for name in [each for each in os.environ if each.startswith(("REFLEX_", "__REFLEX_", "REDIS_"))]:
        del os.environ[name]
    os.environ.update(reflex_env(settings.pages))
    root = places().root
    os.chdir(root)  # Reflex looks for rxconfig.py nowhere else, and says nothing when it finds none
    sys.path.insert(0, str(root))


def reflex_env(pages: Path) -> dict[str, str]:
    """The environment that Reflex reads."""
    return {
        "REFLEX_ENV_MODE": "prod",
        "__REFLEX_SKIP_COMPILE": "true",
        "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        "REFLEX_WEB_WORKDIR": str(pages),
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        # A phone that lost its line is noticed in 18 seconds, not in 145.
        "REFLEX_SOCKET_INTERVAL": "10s",
        "REFLEX_SOCKET_TIMEOUT": "8s",
        # Bytes of one message; the longest answer is far below.
        "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": "65536",
    }


def load() -> Site:
    """The site, ready to answer."""
    app = importlib.import_module("perinatal.web.app").app
    return app()


def listen(site: Site, settings: Settings) -> None:
    """Answer until told to stop."""
    from granian.constants import Interfaces, SSLProtocols  # here, so that a mistake above is said sooner
    from granian.log import LogLevels
    from granian.server import Server

    multiprocessing.set_start_method("fork" if os.name == "posix" else "spawn", force=True)
    server = Server(
        "perinatal.web.app:app",
        address=settings.binds,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=1,
        log_level=LogLevels.error,
        log_access=False,  # an access log is a list of who looked at what, and when
        ssl_cert=Path(settings.cert) if settings.cert else None,
        ssl_key=Path(settings.key) if settings.key else None,
        ssl_protocol_min=SSLProtocols.tls12,
        workers_kill_timeout=5,
    )
    server.serve(target_loader=partial(_give, site), wrap_loader=False)


def _give(site: Site) -> Site:
    return site


def announced(site: Site, settings: Settings, words: Words) -> Site:
    """The same site, which says its address once it is ready to answer."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await site(scope, receive, send)
            return

        async def tell(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                seconds = time.time() - float(os.environ.get(BEGAN) or time.time())
                print(words.say("say", "ready", address=settings.address, seconds=f"{seconds:.1f}"), flush=True)

        await site(scope, receive, tell)

    return answer


if __name__ == "__main__":
    sys.exit(main())
