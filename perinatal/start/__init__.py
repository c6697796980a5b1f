"""STARTING. From a fresh clone to a page that answers, and errors that say what to do.

This folder runs before anything is installed, so it uses the standard library and nothing of ours. It must never
show a traceback to a person, never reach the network once the set-up is done, and never open the site to other
machines without TLS: what people write here can cost them their child.
"""
