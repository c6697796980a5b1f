"""Plain POST routes outside Reflex: begin, open, hand over, keep, lock, leave, print, forget.

Words never enter a Reflex event, because an event may be logged, queued and sent again. They arrive here, in the
body of a request, and leave as a cookie.
"""
