"""What stands before every page: who may knock, what passes, what is never written down.

`wall` wraps the whole app: host, origin, headers, pace, sizes. `gate` stands before every event handler. `quiet`
keeps the logs from holding what people write. Nothing here reads a plan.
"""
