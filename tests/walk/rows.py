"""What stands in the files of a running site, plan by plan: equal before and after means that nothing changed."""

import sqlite3
from contextlib import closing

from tests.walk.site import Site

Rows = dict[bytes, list[tuple[object, ...]]]


def rows(site: Site) -> Rows:
    """Every sealed row of every plan."""
    held: Rows = {}
    with closing(sqlite3.connect(site.data / "plans.sqlite")) as plans:
        for table, plan in (("plan", "id"), ("head", "plan"), ("turn", "plan")):
            for row in plans.execute(f"select {plan}, * from {table} order by 1, 2, 3"):
                held.setdefault(row[0], []).append((table, *row))
    return held
