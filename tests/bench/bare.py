"""The least a Reflex app can do: one event that counts. Served like ours, to say what ours adds."""

import reflex as rx


class Bare(rx.State):
    """A number."""

    count: int = 0

    @rx.event
    def tick(self) -> None:
        """One more."""
        self.count += 1


app = rx.App(toaster=None, app_wraps={})
app.add_page(lambda: rx.el.main(), route="/")


def main(port: int) -> None:
    """Serve it with the same server, without pages."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    site = app()
    server = Server(
        "tests.bench.bare:app",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        log_level=LogLevels.error,
    )
    server.serve(target_loader=lambda *_: site, wrap_loader=False)
