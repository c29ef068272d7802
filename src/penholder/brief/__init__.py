"""A brief: sentences that hold their sources. `ph.brief(page, as_of)` is the verb."""

from penholder.rooms import make_callable

make_callable(__name__, "briefs", "brief")
