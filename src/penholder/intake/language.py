"""Which language a page is in: by its script, and for Latin and Cyrillic letters by its commonest words.

Knows enough to say "this is not English" and to name the likely language. Does not read any of them. The tables are our own.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

NAMES = {
    "ar": "Arabic", "bn": "Bengali", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian or Serbian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian or Malay",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese", "am": "Amharic",
}  # fmt: skip
"""English names of the languages that can be told apart."""

_COMMON = {
    "en": "the of and to in a is that for it was on with as be by at he has his have not are this from but they which had its were will would been their said who an or",
    "fr": "le la les de des du et à en un une que qui dans pour est sur pas par au aux avec ce cette il elle sont ont plus ne se son sa ses mais été nous vous leur",
    "es": "el la los las de del y en que un una por con para es no se su sus al como más lo fue ha este esta pero son han también o le entre sobre muy",
    "pt": "o a os as de do da dos das e em que um uma por com para é não se seu sua ao como mais no na foi são mas pelo pela nos nas também ou já",
    "it": "il lo la i gli le di del della dei delle e in che un una per con non è si da al alla sono ha come più anche nel nella ma questo questa dal sul suo",
    "de": "der die das und in den von zu mit dem des im für ist nicht ein eine auf sich auch es an als werden aus hat dass sie nach wird bei einer um am sind noch wie",
    "nl": "de het een van en in te dat is op voor met niet zijn aan er die ook door als bij naar om maar werd uit heeft wordt nog over hij ze hebben",
    "pl": "w i na z do się nie że o jest to jak za po od przez dla są oraz ale ma czy był przy już tym który która które tylko jego może",
    "ro": "de și în la a cu pe care este nu un o din că pentru mai al ai ale fi au fost sau prin după dar sunt acest aceasta lui despre",
    "sv": "och i att det som en på är av för med till den har inte om ett de var från men så vi kan han sig också efter under",
    "da": "og i at det som en på er af for med til den har ikke om et de var fra men så vi kan han sig også efter blev",
    "no": "og i at det som en på er av for med til den har ikke om et de var fra men så vi kan han seg også etter ble",
    "fi": "ja on ei että se oli hän myös mutta kun ovat joka sen kuin mukaan ole olla jo vain niin tai sekä voi tämä",
    "et": "ja on ei et see oli ka kui mis aga ta ning oma või ole nii siis kes seda selle välja pärast",
    "tr": "ve bir bu için da de ile olarak olan çok daha gibi kadar sonra ancak en değil ise olduğu tarafından var ya ki",
    "cs": "a v se na je že to s z do o i pro ve jako by ale byl po od které který jsou jeho také při už nebo jsem",
    "sk": "a v sa na je že to s z do o aj pre vo ako by ale bol po od ktoré ktorý sú jeho tiež pri už alebo som",
    "sl": "in je v na da se za so ki z s po pa tudi ne ob kot bi ali še od do bo pri ter lahko",
    "hr": "i je u na da se za su od s koji iz a o kao to ne će bi što ili do po nije koja koje sve ali",
    "hu": "a az és hogy nem is egy ez van volt meg csak de ki már még mint vagy el azt szerint után lesz",
    "ca": "el la els les de del i a en que un una per amb no és es al com més va ser són també aquest aquesta però seva",
    "id": "yang dan di dengan untuk pada dari ini itu dalam tidak akan oleh juga telah ke adalah sebagai bahwa mereka ada karena kepada",
    "vi": "và của là có được trong cho một các không với những đã người này để khi ra về từ tại",
    "sw": "ya na wa kwa ni katika za la kuwa hiyo huo cha hii alisema yake wake huu baada kama",
    "so": "iyo ka ku oo in ay uu la waa ah ee si loo soo aan laga waxaa",
    "sq": "të e në dhe për një që me është nga se i si nuk u do janë më ka kjo",
    "lt": "ir į kad su yra iš tai o apie kaip po bei už buvo nuo dėl bet jo taip tik",
    "lv": "un ir ar no uz ka par kas bet kā arī pēc to lai bija tika nav gan līdz",
    "ru": "и в не на что он с как это по но из у за от его к для то был была были о же так все бы также год",
    "uk": "і в не на що він з як це по але із у за від його до для та був була були про же так все би також які",
    "bg": "и в не на че той с като това по но от за е да се са които беше със към до също ще",
    "sr": "и у не на да је се за су од са који из а о као то ће би што или до по није која",
}  # fmt: skip
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_CYRILLIC = ("ru", "uk", "bg", "sr")
_LATIN = tuple(code for code in _WORDS if code not in _CYRILLIC)
_SCRIPTS = (
    ("ar", "[\u0600-\u06ff\u0750-\u077f]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("kana", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("cyrillic", "[\u0400-\u04ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
    ("am", "[\u1200-\u137f]"),
)
_BEYOND = re.compile("[^\u0000-\u036f\u2000-\u206f]+")
"""Characters past the Latin ones and the general marks: those that a script of `_SCRIPTS` may hold."""
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = "[\u0370-\u1cff\u2c00-\ud7ff\uf900-\uffef]+"
"""Compiled when first asked for: that takes two milliseconds."""
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_ASCII = bytes(range(128))
_LETTERS = bytes(n if chr(n).islower() else n + 32 if chr(n).isupper() else 32 for n in _ASCII).ljust(256)
_LETTERS_AND_DIGITS = bytes(n if chr(n).isdigit() else _LETTERS[n] for n in _ASCII).ljust(256)
"""What each ASCII mark becomes where words are cut apart: a small letter, a digit or a blank."""
_MARKS = re.compile(rb"(?:\xc2\xa0|\xe2\x80[\x90-\xa7])*")
"""Quotes, dashes and the fixed blank in UTF-8; whatever is neither one of them nor ASCII is held to be a letter."""
SAMPLE = 1500
"""Characters that are looked at."""
_FEWEST_WORDS = 5


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of a text is in; None when it is too short to tell.

    >>> language_of("The Council will meet on Friday to vote on the draft."), language_of("Le Conseil se réunit vendredi pour voter.")
    ('en', 'fr')
    """
    sample = text[:SAMPLE]
    if _has_others(sample) and sum(map(len, re.findall(_NOT_LATIN, sample))) >= 4:
        script = _script(sample)
        if script and script != "cyrillic":
            return script
        if script == "cyrillic":
            return _by_words(sample, _CYRILLIC)
    return _by_words(sample, _LATIN)


def words_of(text: str, with_digits: bool = False) -> list[str]:
    """The words of a text in small letters, marks and figures between them left out; figures are part of words `with_digits`.

    >>> words_of("The 2nd veto."), words_of("The 2nd veto.", with_digits=True)
    (['the', 'nd', 'veto'], ['the', '2nd', 'veto'])
    """
    if _has_others(text):
        return (_WORD_OR_NUMBER if with_digits else _WORD).findall(text.lower())
    table = _LETTERS_AND_DIGITS if with_digits else _LETTERS
    return text.encode("ascii", "replace").translate(table).decode().split()


def _has_others(text: str) -> bool:
    """Whether a text has letters that are not ASCII."""
    if text.isascii():
        return False
    return _MARKS.fullmatch(text.encode("utf-8", "surrogatepass").translate(None, _ASCII)) is None


def _script(sample: str) -> str | None:
    """The script of most letters, as a language where one script is one language; None for Latin or no letters."""
    beyond = "".join(_BEYOND.findall(sample))
    if len(beyond) < 4:
        return None
    letters = len(_LETTER.findall(sample))
    counts = {name: len(re.findall(pattern, beyond)) for name, pattern in _SCRIPTS}
    # Chinese and Japanese write in one character what English writes in several letters.
    dense = counts["zh"] + counts["kana"]
    if dense * 4 > letters and dense >= 4:
        return "ja" if counts["kana"] * 10 > dense else "zh"
    name, count = max(counts.items(), key=lambda item: item[1])
    if count * 2 <= letters or count < 4:
        return None
    if name == "ar":
        if re.search("[\u0679\u0688\u0691\u06d2\u06ba]", sample):
            return "ur"
        return "fa" if len(re.findall("[\u067e\u0686\u06cc\u06a9\u06af]", sample)) * 25 > count else "ar"
    return name


@cache
def _spoken_in() -> dict[str, list[str]]:
    """For each common word the languages that have it."""
    spoken_in: dict[str, list[str]] = {}
    for code, words in _WORDS.items():
        for word in words:
            spoken_in.setdefault(word, []).append(code)
    return spoken_in


def _by_words(sample: str, codes: tuple[str, ...]) -> str | None:
    said = words_of(sample)
    total = len(said)
    if total < _FEWEST_WORDS:
        return None
    if "en" in codes and sum(map(_WORDS["en"].__contains__, said)) > 0.25 * total:
        return "en"  # no other language comes near a quarter in these words
    hits = Counter(dict.fromkeys(codes, 0))
    spoken_in = _spoken_in()
    for word in filter(spoken_in.__contains__, said):
        for code in spoken_in[word]:
            if code in hits:
                hits[code] += 1
    best = max(hits, key=lambda code: (hits[code], code == "en"))
    # Menus, lists of names and tables hold few common words of any language: those say nothing.
    if hits[best] < max(2, 0.08 * total):
        return None
    return best
