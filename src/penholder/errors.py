"""The family of errors that Penholder raises on purpose.

Each says what was asked, what is true instead, and what to do next, in one sentence or two, and keeps the values for a
program. `exit_code` is what the command line leaves with (see INTERFACE: 1 failed, 2 wrong usage, 3 nothing found, 5 in part).

    PenholderError
     +- BadDay             a day, month or span that is none, or lies outside the record
     +- NoDay              a page bears no day and none can be inferred
     +- UnknownState       no state of that name or code
     +- UnknownLanguage    none of the six official languages
     +- NotSeated          a state asked for as a member on a day when it was not one
     +- UnknownItem        no agenda item of that name
     +- BadVote            a vote line that cannot be read
     +- BadQuestion        a question that cannot be put to the Council
     +- UnknownTable       no facts table of that name
     +- BadTable           a table of roll calls that cannot be read
     +- CannotOpen         a path or address that cannot be read as a page
     +- NotEnglish         a page in another language
     +- NothingFound       a page that says nothing about the Council
     +- BadFile            a file of data that is not in the form its import reads
     +- StoreFault         the store cannot be read or written
"""

from __future__ import annotations


class PenholderError(Exception):
    """Anything this library raises on purpose."""

    exit_code = 1


class BadDay(PenholderError, ValueError):
    """A day, month or span that cannot be read, or lies outside what the record covers."""

    exit_code = 2

    def __init__(self, asked: str, truth: str, do: str = "Write a day as 2019-12-04 or a month as 2019-12.") -> None:
        self.asked = asked
        super().__init__(f"{asked!r} {truth}. {do}")


class NoDay(PenholderError, ValueError):
    """A page bears no day of publication and the text does not give one away."""

    exit_code = 2

    def __init__(self, title: str | None = None) -> None:
        self.title = title
        what = f"The page {title!r}" if title else "The page"
        super().__init__(
            f"{what} bears no day of publication and its text does not give one away. "
            "Say it with --published DAY (in Python: published='2019-12-05')."
        )


class UnknownState(PenholderError, LookupError):
    """No state of that name or code."""

    exit_code = 3

    def __init__(self, asked: str, near: tuple[str, ...] = ()) -> None:
        self.asked, self.near = asked, near
        hint = (
            f" Did you mean {' or '.join(near)}?" if near else " Use a name in English or an ISO code of three letters."
        )
        super().__init__(f"No state is called {asked!r}.{hint}")


class UnknownLanguage(PenholderError, LookupError):
    """A language that is none of the UN's six."""

    exit_code = 2

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        self.asked, self.known = asked, known
        super().__init__(f"{asked!r} is no official language of the United Nations. There are: {', '.join(known)}.")


class NotSeated(PenholderError, LookupError):
    """A state was asked for as a member on a day when it was not one."""

    def __init__(self, state: str, day: str, next_term: str | None = None) -> None:
        self.state, self.day, self.next_term = state, day, next_term
        then = f"Its next term begins {next_term}. " if next_term else ""
        super().__init__(
            f"{state} was not on the Council on {day}. {then}See terms({state!r}) for every term that it served."
        )


class UnknownItem(PenholderError, LookupError):
    """No agenda item or matter of that name."""

    exit_code = 3

    def __init__(self, asked: str, near: tuple[str, ...] = ()) -> None:
        self.asked, self.near = asked, near
        hint = f" Near it: {'; '.join(near)}." if near else " `penholder matters` lists them."
        super().__init__(f"No matter before the Council is called {asked!r} here.{hint}")


class BadVote(PenholderError, ValueError):
    """A vote line that cannot be read."""

    exit_code = 2

    def __init__(self, line: str, truth: str) -> None:
        self.line = line
        super().__init__(
            f"The vote line {line!r} cannot be read: {truth}. Write one like 2014-12-22 procedural + FRA GBR - CHN RUS ~ TCD."
        )


class BadQuestion(PenholderError, ValueError):
    """A question that cannot be put to the Council."""

    exit_code = 2


class UnknownTable(PenholderError, LookupError):
    """No facts table of that name."""

    exit_code = 2

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        self.asked, self.known = asked, known
        super().__init__(f"No facts table is called {asked!r}. There are: {', '.join(known)}.")


class BadTable(PenholderError, ValueError):
    """A table of roll calls that cannot be read, or that holds no ballot."""

    exit_code = 2


class CannotOpen(PenholderError, OSError):
    """A path, address or stream that cannot be read as a page."""

    def __init__(self, what: str, truth: str, do: str) -> None:
        self.what = what
        super().__init__(f"{what}: {truth}. {do}")


class NotEnglish(PenholderError, ValueError):
    """A page in a language that Penholder does not read."""

    exit_code = 3

    def __init__(self, language: str) -> None:
        self.language = language
        super().__init__(f"This page is in {language}; Penholder reads English only. Hand it an English version.")


class NothingFound(PenholderError, LookupError):
    """A page that says nothing about the Council, its members or its matters."""

    exit_code = 3


class BadFile(PenholderError, ValueError):
    """A file of data that is not in the form that its import reads."""

    def __init__(self, what: str, truth: str, do: str) -> None:
        self.what = what
        super().__init__(f"{what}: {truth}. {do}")


class StoreFault(PenholderError, OSError):
    """The store cannot be opened, read or written."""

    def __init__(self, store: str, truth: str, do: str) -> None:
        self.store = store
        super().__init__(f"The store {store} {truth}. {do}")
