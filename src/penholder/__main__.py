"""`python -m penholder` is the command `penholder`."""

from penholder.cli import main

if __name__ == "__main__":
    main()
