"""clean.py DATA OUT: the table that the peers are given, made from the lists of `padan synth`.

A peer cannot read the lists as they are, so this does by hand, with every column known, what a careful person would do
first: one table with the same columns for all lists. It is written for these lists alone and its seconds are not counted
against the peers.

OUT/clean.parquet  a row of any list: unique_id, source, nik, kk, name and its keys, birth date, sex, place, mother
OUT/truth.parquet  unique_id, source, row, person: kept apart, so that no model can see it

Prints the number of rows.
"""

import csv
import datetime
import difflib
import re
import sys
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Where each list keeps what: separator, encoding, lines before the first row of data, and the column (from 0) of each
# field. `village_code` may be several columns. Quotes mean nothing in DTSEN.
LISTS = {
    "dtks": dict(sep=",", skip=1, nik=10, kk=9, name=11, birth=12, sex=14, district=3, village=4, address=5, rt=7, rw=8, mother=15),
    "p3ke": dict(sep=",", skip=4, nik=11, name=10, birth=15, sex=13, district=4, village=5, village_code=(6,), address=8),
    "pbi": dict(sep=";", skip=1, nik=16, kk=17, name=12, birth=13, sex=15, district=4, village=5, address=9, rt=6, rw=7, mother=19),
    "dtsen": dict(sep="|", encoding="latin-1", quotes=False, skip=1, nik=0, kk=1, name=2, birth=3, sex=5, district=37, village=39, village_code=(38,), address=43, rt=40, rw=41),
    "dukcapil": dict(sep=",", skip=1, nik=0, kk=1, name=2, birth=4, sex=5, district=26, village=27, village_code=(20, 21, 22, 23), address=16, rt=18, rw=19, mother=12),
    "rtlh": dict(sep=";", skip=2, nik=2, kk=3, name=1, sex=4, district=12, village=11, village_code=(10,), address=7, rt=8, rw=9, last_line="JUMLAH"),
    "stunting": dict(sep=",", skip=1, nik=1, name=2, birth=4, sex=3, district=10, village=12, address=16, rt=14, rw=15, mother=7),
    "baznas": dict(sep=";", skip=3, nik=3, name=2, birth=4, sex=5, district=9, village=8, address=6, rt_rw=7),
    "pip": dict(sep=",", skip=4, nik=7, kk=24, name=1, birth=6, sex=3, district=14, village=13, address=9, rt=10, rw=11, mother=18),
}  # fmt: skip

MONTHS = "JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER".split()
TITLES = set("H HJ HAJI HAJJAH KH BPK BAPAK PAK IBU BU NY NN TN UST USTADZ KI MAK SDR SDRI ALM ALMH DRS DR IR".split())
DEGREES = set("SPD SE AMD SPDI SSOS SH AMDKEB SAG ST SKOM MPD".split())
SHORT = {
    "M": "MUHAMMAD", "MUH": "MUHAMMAD", "MOH": "MUHAMMAD", "MOCH": "MUHAMMAD", "MOHAMAD": "MUHAMMAD", "MOHAMMAD": "MUHAMMAD",
    "MUHAMAD": "MUHAMMAD", "MOCHAMAD": "MUHAMMAD", "MOCHAMMAD": "MUHAMMAD", "MOHD": "MUHAMMAD", "MUCHAMAD": "MUHAMMAD", "MUKHAMAD": "MUHAMMAD", "MOKHAMAD": "MUHAMMAD", "MUCHAMAD": "MUHAMMAD", "AHM": "AHMAD",
    "ACH": "AHMAD", "ABD": "ABDUL", "ST": "SITI", "GST": "GUSTI", "TB": "TUBAGUS", "RD": "RADEN",
}  # fmt: skip
# Old spelling and letters that clerks hear for one another; longer ones first.
SOUNDS = [
    ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("SJ", "S"), ("NJ", "N"), ("SY", "S"), ("SH", "S"), ("CH", "H"), ("KH", "H"),
    ("TH", "T"), ("DH", "D"), ("DZ", "Z"), ("GH", "G"), ("NY", "N"), ("NG", "N"), ("F", "P"), ("V", "P"), ("B", "P"),
    ("Z", "S"), ("J", "S"), ("Q", "K"), ("D", "T"), ("Y", "I"), ("W", "U"), ("E", "I"), ("O", "U"), ("H", ""),
]  # fmt: skip


@lru_cache(maxsize=None)
def sound(word):
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=None)
def skeleton(word):
    """The consonants of what is heard, after the first letter: SITI and SITTY are ST."""
    heard = sound(word)
    return heard[:1] + re.sub(r"[AIU]", "", heard[1:])


@lru_cache(maxsize=None)
def name_words(text):
    """The words of a name without titles, degrees, aliases and the father's name, short forms written out."""
    text = text.upper().replace("\u00b4", "'").split(",")[0]
    text = re.sub(r"\(.*|\bALIAS\b.*|/.*|\b(BIN|BINTI|BT\.|B\.)\s.*", "", text)
    text = re.sub(r"\bBY\.? NY\.?\b", "", text)
    words = re.sub(r"[^A-Z ]", "", text.replace(".", ". ").replace("-", " ")).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    words = [word for place, word in enumerate(words) if place == 0 or word not in DEGREES]
    return [SHORT.get(word, word) for word in words]


@lru_cache(maxsize=None)
def birth_date(text):
    text = text.upper().strip()
    if match := re.search(r"(\d{1,2})[ -]([A-Z]+)[ -](\d{4})$", text):
        day, month, year = int(match[1]), next((i for i, m in enumerate(MONTHS, 1) if m.startswith(match[2][:3])), 0), int(match[3])
    elif match := re.search(r"(\d{4})-(\d\d)-(\d\d)|\b(\d{4})(\d\d)(\d\d)$", text):
        year, month, day = (int(part) for part in match.groups() if part)
    elif match := re.search(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d\d)$", text):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        year += 0 if year > 99 else 1900 if year > 24 else 2000
    elif re.fullmatch(r"\d{4,5}", text):
        return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def number(text):
    """A number of sixteen digits (fifteen if one was lost), or nothing: placeholders and E+15 say nothing."""
    text = re.sub(r"\.0$", "", text.strip().upper().lstrip("'")).replace(" ", "").replace("O", "0").replace("I", "1")
    dummy = len(set(text)) == 1 or text == "1234567890123456" or text.endswith("0000000000")
    return text if text.isdigit() and len(text) in (15, 16) and not dummy else None


def adults_number(nik, birth):
    """Infants are entered with the number of their mother: its year lies long before the child's."""
    if nik is None or birth is None or len(nik) < 16:
        return False
    year = int(nik[10:12])
    return birth.year >= 2015 and birth.year - (2000 + year if year <= 24 else 1900 + year) > 10


def small(text):
    digits = re.sub(r"\D", "", text)
    return int(digits) or None if digits and len(digits) <= 3 else None


def rt_rw(cell, address):
    """(rt, rw) from a cell such as 03/02, Rt.03/Rw.02 or 03-Feb (which Excel made of 3/2), else from the address."""
    for text in (cell.upper(), address.upper()):
        if match := re.search(r"RT\D{0,2}(\d{1,3})\W*RW\D{0,2}(\d{1,3})", text) or re.fullmatch(r"(\d{1,3})/(\d{1,3})", text):
            return int(match[1]) or None, int(match[2]) or None
        if match := re.fullmatch(r"(\d\d)-([A-Z]{3})", text):
            return int(match[1]), next((i for i, m in enumerate(MONTHS, 1) if m.startswith(match[2])), None)
    return None, None


def rows_of(folder, source):
    """The rows of data of a list as cells; titles, headers, blank and total rows are left out."""
    layout = LISTS[source]
    quoting = csv.QUOTE_MINIMAL if layout.get("quotes", True) else csv.QUOTE_NONE
    with open(folder / f"{source}.csv", encoding=layout.get("encoding", "utf-8-sig"), newline="") as file:
        for line, cells in enumerate(csv.reader(file, delimiter=layout["sep"], quoting=quoting)):
            if line >= layout["skip"] and any(cells) and cells[0] != layout.get("last_line"):
                yield cells


def place_name(text):
    return re.sub(r"^(DESA|DS\.?|KEC\.?|KECAMATAN|KEL\.?) +", "", text.upper().strip())


def village_code(cells, columns):
    parts = [re.sub(r"\D", "", cells[column]) for column in columns]
    code = "".join(p.zfill(4 if i == 3 else 2) for i, p in enumerate(parts)) if len(parts) > 1 else parts[0]
    return code if len(code) == 10 else None


class Gazetteer:
    """Codes of villages by district and name, learned from the lists that give both."""

    def __init__(self, folder):
        names = defaultdict(Counter)
        for source in ("dukcapil", "dtsen"):
            layout = LISTS[source]
            for cells in rows_of(folder, source):
                code = village_code(cells, layout["village_code"])
                names[code][place_name(cells[layout["district"]]), place_name(cells[layout["village"]])] += 1
        self.codes = {spelling.most_common(1)[0][0]: code for code, spelling in names.items() if code}
        self.of_district = defaultdict(dict)
        for (district, village), code in self.codes.items():
            self.of_district[district][village.replace(" ", "")] = code
        self.find = lru_cache(maxsize=None)(self._find)

    def _find(self, district, village):
        known = self.of_district[place_name(district)]
        close = difflib.get_close_matches(place_name(village).replace(" ", ""), known, n=1, cutoff=0.75)
        return known[close[0]] if close else None


def clean(source, cells, gazetteer):
    layout = LISTS[source]

    def cell(field):
        return cells[layout[field]] if field in layout else ""

    kk, nik, birth = number(cell("kk")), number(cell("nik")), birth_date(cell("birth"))
    if nik == kk or adults_number(nik, birth):
        nik = None
    place = village_code(cells, layout["village_code"]) if "village_code" in layout else gazetteer.find(cell("district"), cell("village"))
    rt, rw = (small(cell("rt")), small(cell("rw"))) if "rt" in layout else rt_rw(cell("rt_rw"), cell("address"))
    words = name_words(cell("name"))
    heard = [sound(word) for word in words]
    mother = name_words(cell("mother"))
    return {
        "source": source,
        "nik": nik,
        "kk": kk,
        "name": " ".join(words) or None,
        "name_sound": "".join(heard) or None,
        "words": sorted(set(heard)) or None,
        "first": skeleton(words[0]) if words else None,
        "birth": birth.isoformat() if birth else None,
        "sex": {"L": "L", "1": "L", "P": "P", "2": "P"}.get(cell("sex")[:1].upper()),
        "village": place,
        "rt": rt,
        "rw": rw,
        "place": place and f"{place}{rw or 0:03}{rt or 0:03}",
        "mother": " ".join(mother) or None,
        "mother_sound": "".join(map(sound, mother)) or None,
    }


def rare_words(table):
    """The words that fewer than three rows in a thousand hold, to tell SITI and MUHAMMAD from names that say something."""
    held = Counter(word for row in table for word in row["words"] or ())
    return {word for word, rows in held.items() if rows * 1000 < 3 * len(table)}


def main(folder, out):
    with open(folder / "truth/truth.csv", newline="") as file:
        person = {(row["source"], int(row["row"])): row["person_id"] for row in csv.DictReader(file)}
    gazetteer = Gazetteer(folder)
    table, truth = [], []
    for source in sorted(LISTS):
        for row, cells in enumerate(rows_of(folder, source), 1):
            truth.append({"unique_id": len(table), "source": source, "row": row, "person": person.pop((source, row))})
            table.append({"unique_id": len(table), **clean(source, cells, gazetteer)})
    assert not person, f"{len(person)} rows of the truth are in no list"
    rare = rare_words(table)
    for row in table:
        row["rare"] = [word for word in row["words"] or () if word in rare] or None
    out.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(table), out / "clean.parquet")
    pq.write_table(pa.Table.from_pylist(truth), out / "truth.parquet")
    print(len(table))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
