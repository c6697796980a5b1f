"""python3 -m perinatal: sets up what is missing, then runs the command."""

import sys

from perinatal.start.age import insist_on_new_python

insist_on_new_python()

from perinatal.start.run import main  # noqa: E402 (an old Python cannot even read this file)

if __name__ == "__main__":
    sys.exit(main())
