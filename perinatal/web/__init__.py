"""MEETING: the only folder that knows Reflex.

    guard/     what stands before every page: origin, cookie, headers, pace, quiet logs, the gate for events
    doors/     plain POST routes outside Reflex: begin, open, keep, lock, leave, print, forget
    parts/     what two pages need
    pages/     one folder a page: what it remembers and what it shows, together

A page calls the toolkit, never the vault or the press. Reflex state is a throw-away picture of the page on screen:
the cookie is the only authority, and it is looked up again at every event.
"""
