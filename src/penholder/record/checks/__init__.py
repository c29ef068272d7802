"""Checking claims against the registers: one file a check, and the folder is the list.

Each file has `check(claim, reading, day) -> Finding | None`: what the registers say of one claim, or None where it is not that check's business.
A claim that no check takes, or that reaches outside what a register covers, stays `unchecked`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module

from penholder.council.seats import FIRST_DAY, LAST_DAY
from penholder.intake.pages import Page
from penholder.reading import readings
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding
from penholder.record.roles import asserted

Check = Callable[[Claim, Reading, date | None], Finding | None]


@cache
def checks() -> tuple[Check, ...]:
    """Every check of this folder, by name."""
    return tuple(import_module(f"{__name__}.{module.name}").check for module in pkgutil.iter_modules(__path__))


def checked(reading: Reading, as_of: date | None = None) -> Reading:
    """The reading with a verdict on each claim, the roles that it gives to states among them. `as_of` limits what the registers may know; by default the page's last possible day."""
    day = as_of or (reading.published.last if reading.published else None)
    if day and not FIRST_DAY <= day <= LAST_DAY:
        day = None  # the registers know nothing of that day
    claims = []
    for claim in sorted([*reading.claims, *asserted(reading)], key=lambda claim: claim.span):
        finding = next((found for check in checks() if (found := check(claim, reading, day))), None)
        claims.append(
            replace(claim, verdict=finding.verdict, evidence=finding.evidence, says=finding.says) if finding else claim
        )
    return replace(reading, claims=tuple(claims))


def read(page: Page) -> Reading:
    """Read a page and check what it claims: `penholder.read`."""
    return checked(readings.read(page))
