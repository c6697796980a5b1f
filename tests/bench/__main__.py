"""python3 -m perinatal bench: measure everything in one run, and print one table."""

import sys
from collections.abc import Callable

from tests.bench import company, crowd, live, paper, phone, shop, site, start, vault

Row = tuple[str, float, str]
PARTS: dict[str, Callable[[], list[Row]]] = {
    "vault": vault.rows,
    "company": company.rows,
    "live": live.rows,
    "crowd": crowd.rows,
    "paper": paper.rows,
    "shop": shop.rows,
    "site": site.rows,
    "phone": phone.rows,
    "start": start.rows,
}


def main(wanted: list[str]) -> None:
    """Print the parts that were asked for, or all of them."""
    for name in wanted or PARTS:
        print(f"\n{name}")
        for what, value, unit in PARTS[name]():
            print(f"  {what:<58}{value:>10,.1f} {unit}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
