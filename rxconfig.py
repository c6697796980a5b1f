"""Where the site is. Nothing anyone says is ever pickled to disk, and nothing calls home."""

import reflex as rx
from reflex_base.constants import StateManagerMode

from perinatal.start.settings import Settings
from perinatal.web.prebuild.plugin import Prebuilt

config = rx.Config(
    app_name="perinatal",
    app_module_import="perinatal.web.app",
    plugins=[Prebuilt()],
    disable_plugins=[rx.plugins.SitemapPlugin],
    show_built_with_reflex=False,
    telemetry_enabled=False,
    # Reflex would keep its pictures of pages as readable files on disk; memory is the only place for them.
    state_manager_mode=StateManagerMode.MEMORY,
    redis_url=None,
    # An empty list would switch the check off, so the guard and this one both say which addresses are ours.
    cors_allowed_origins=Settings.from_env().origins,
    # The first of these that a browser takes wins; brotli is the smaller.
    frontend_compression_formats=["brotli", "gzip"],
    default_color_mode="light",
)
