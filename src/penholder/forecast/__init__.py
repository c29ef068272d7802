"""How the vote will go: questions, the count before the vote, its reasons and its odds. `ph.forecast(question, as_of)` is the verb."""

from penholder.rooms import make_callable

make_callable(__name__, "counts", "forecast")
