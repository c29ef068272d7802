"""Whether a site wants an address to be read by programs: its robots.txt.

Knows RFC 9309 as Python's own parser reads it. For what asks again and again by itself (`watch`); a page that a user names is theirs to read.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from penholder.errors import CannotOpen

AGENT = "Penholder"
_MOST = 500_000


class Robots:
    """The rules of the sites that were asked about, each fetched once and kept by whoever holds this."""

    def __init__(self, allow_private: bool = False) -> None:
        self._allow_private = allow_private
        self._sites: dict[str, RobotFileParser] = {}

    def allows(self, address: str) -> bool:
        """Whether the site lets this address be read. A site without rules allows all; one that cannot be asked allows nothing for now."""
        return self._rules(address).can_fetch(AGENT, address)

    def seconds_between(self, address: str) -> float:
        """The pause between two requests that the site asks for; 0 where it asks for none."""
        return float(self._rules(address).crawl_delay(AGENT) or 0)

    def _rules(self, address: str) -> RobotFileParser:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._sites:
            self._sites[site] = rules(*self._fetched(site))
        return self._sites[site]

    def _fetched(self, site: str) -> tuple[str, bool]:
        from penholder.intake.fetching import Unanswered, fetch

        try:
            found = fetch(f"{site}/robots.txt", allow_private=self._allow_private, most=_MOST)
        except CannotOpen as error:
            # RFC 9309, 2.3.1: no such file (4xx) means no rules; a site that fails is left alone.
            return "", isinstance(error, Unanswered) and 400 <= error.status < 500
        return found.content.decode("utf-8", errors="replace"), True


def rules(text: str, known: bool = True) -> RobotFileParser:
    """The rules in the text of a robots.txt; `known` False: nobody knows them, so nothing is allowed.

    >>> rules("User-agent: *\\nDisallow: /private/").can_fetch("Penholder", "https://example.org/private/page")
    False
    """
    parser = RobotFileParser()
    parser.parse(text.splitlines() if known else ["User-agent: *", "Disallow: /"])
    return parser
