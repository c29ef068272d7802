"""Names in the six official languages."""

import pytest

from penholder.council.languages import LANGUAGES, name_in, names_of
from penholder.council.seats import terms
from penholder.council.states import all_states
from penholder.errors import UnknownLanguage, UnknownState


def test_every_state_that_ever_sat_has_a_name_in_all_six() -> None:
    """Former members too; the scripts are right."""
    sat = {term.code for code in all_states() for term in terms(code)}
    assert len(sat) > 130
    for code in sat:
        names = {one.language: one.name for one in names_of(code)}
        assert list(names) == list(LANGUAGES)
        assert all(names.values())
        assert any("\u0600" <= letter <= "\u06ff" for letter in names["ar"]), code
        assert any("\u4e00" <= letter <= "\u9fff" for letter in names["zh"]), code
        assert any("\u0400" <= letter <= "\u04ff" for letter in names["ru"]), code


def test_the_six_languages() -> None:
    """In the UN's order, by their English names."""
    assert LANGUAGES == {
        "ar": "Arabic",
        "zh": "Chinese",
        "en": "English",
        "fr": "French",
        "ru": "Russian",
        "es": "Spanish",
    }
    assert list(LANGUAGES) == ["ar", "zh", "en", "fr", "ru", "es"]


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DEU", "fr", "Allemagne"),
        ("USA", "es", "Estados Unidos"),
        ("CHN", "zh", "中国"),
        ("RUS", "ru", "Россия"),
        ("EGY", "ar", "مصر"),
        ("GBR", "en", "United Kingdom of Great Britain and Northern Ireland"),
        ("SUN", "ru", "Союз Советских Социалистических Республик"),
        ("UNSC", "fr", "Conseil de sécurité"),
        ("UNGA", "es", "Asamblea General"),
    ],
)
def test_a_name_in_a_language(code: str, language: str, name: str) -> None:
    """Short names of CLDR, the UN's own name in English, titles of organs."""
    assert name_in(code, language).name == name


def test_where_a_name_is_from() -> None:
    """What is from memory says so, what is CLDR's is not passed off as the UN's."""
    assert name_in("DEU", "fr").source == "Unicode CLDR, short names, through Babel"
    assert name_in("DEU", "en").source == "states"
    assert "memory" in name_in("SUN", "fr").source
    assert "Wikipedia" in name_in("UNSC", "ar").source


def test_what_has_no_name_is_refused() -> None:
    """A language that is none of the six; a state that CLDR does not know; a code that is none."""
    with pytest.raises(
        UnknownLanguage, match=r"'de' is no official language of the United Nations. There are: ar, zh, en"
    ) as told:
        name_in("DEU", "de")
    assert told.value.exit_code == 2
    with pytest.raises(UnknownState, match="VNR"):
        name_in("VNR", "fr")
    with pytest.raises(UnknownState, match="XXX"):
        name_in("XXX", "fr")
    assert name_in("VNR", "en").name == "Republic of Viet-Nam"
