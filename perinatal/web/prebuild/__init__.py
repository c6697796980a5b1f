"""BUILDING PAGES. Runs Reflex once, offline from then on: same sources, same bytes.

Must never leave a page that calls another machine, knows its own address, or needs a style the guard forbids.
"""
