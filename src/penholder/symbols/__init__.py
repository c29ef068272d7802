"""UN document symbols: `S/RES/1718 (2006)`, `S/PV.8670 (Resumption 1)`, `A/RES/377 (V)`, `SC/14033` and their kin.

Knows how symbols are built, their one canonical form, other ways of writing them, symbols in prose ("resolutions 1718 (2006) and 1874 (2009)"),
and whether a resolution's number and year agree. Does not know whether a document exists or what it says. Needs nothing else of Penholder.
"""

from penholder.symbols.grammar import BadSymbol, Symbol
from penholder.symbols.numbering import year_of
from penholder.symbols.prose import Found, find_symbols

__all__ = ["BadSymbol", "Found", "Symbol", "find_symbols", "year_of"]
