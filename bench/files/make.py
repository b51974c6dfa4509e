#!/usr/bin/python3
"""Makes the large files that `npm run bench:files` reads: make.py FOLDER [--small]

Lists of made-up people: xlsx as Excel writes it (shared strings, dates as styled numbers), csv, and what LibreOffice makes
of an xlsx: ods and xls. What is there already is left as it is; --small makes a hundredth of the rows, to try things out.
"""
import datetime
import os
import random
import subprocess
import sys
import zipfile

COLUMNS = ["NO", "ID", "NIK", "NO KK", "NAMA", "TGL LAHIR", "TEMPAT LAHIR", "JK", "HUBUNGAN", "PROVINSI", "KABUPATEN", "KECAMATAN",
           "DESA", "ALAMAT", "RT", "RW", "STATUS KAWIN", "PEKERJAAN", "PENDIDIKAN", "DESIL", "NAMA IBU", "NO HP", "PKH", "BPNT",
           "TGL DATA"]
NUMBERS = {"NO", "DESIL"}
DATES = {"TGL LAHIR", "TGL DATA"}
SYLLABLES = ["SU", "MAR", "TI", "NI", "WAR", "DI", "RA", "HAR", "TO", "YAN", "KAR", "SI", "RO", "MI", "LAS", "TRI", "PUR", "WA", "JO", "KO"]
WORK = ["BELUM/TIDAK BEKERJA", "MENGURUS RUMAH TANGGA", "PETANI/PEKEBUN", "BURUH HARIAN LEPAS", "WIRASWASTA", "NELAYAN", "PELAJAR"]
SCHOOL = ["TIDAK SEKOLAH", "SD", "SMP", "SMA", "DIPLOMA", "S1"]


def name(rng):
    def word():
        return "".join(rng.choices(SYLLABLES, k=3))

    return word() + " " + word()


def people(rows, seed=7):
    """Cells in the order of COLUMNS; dates as days since 1899-12-30."""
    rng = random.Random(seed)
    card, kin = "", 0
    for row in range(1, rows + 1):
        if kin == 0:
            kin = rng.randint(1, 4)
            card = "9971%012d" % rng.randrange(10**12)
        kin -= 1
        born = rng.randint(12000, 44000)
        village = rng.randrange(200)
        yield (row, "ID%09d" % row, "9971%012d" % rng.randrange(10**12), card, name(rng), born, "KOTA CONTOH", "LP"[row & 1],
               ("KEPALA KELUARGA", "ISTRI", "ANAK")[min(kin, 2)], "PROVINSI CONTOH", "KABUPATEN CONTOH", "KECAMATAN %d" % (village // 10),
               "DESA %d" % village, "JL. CONTOH NO. %d" % rng.randrange(20000), "%03d" % (village % 12 + 1), "%03d" % (village % 7 + 1),
               ("KAWIN", "BELUM KAWIN")[born > 38000], WORK[born % 7], SCHOOL[born % 6], born % 10 + 1, name(rng),
               "0800%08d" % rng.randrange(10**8) if row % 2 else "", ("YA", "TIDAK")[row % 3 > 0], ("YA", "TIDAK")[row % 4 > 0], 45962)


def column_name(index):
    return chr(65 + index) if index < 26 else column_name(index // 26 - 1) + chr(65 + index % 26)


PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
    '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<fonts><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill>"
    '<fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_rows(rows, strings):
    """The XML of each row; texts go into strings."""
    names = [column_name(i) for i in range(len(COLUMNS))]
    kinds = ["n" if c in NUMBERS else "d" if c in DATES else "s" for c in COLUMNS]

    def shared(text):
        return strings.setdefault(text, len(strings))

    yield '<row r="1" spans="1:%d">' % len(COLUMNS) + "".join(
        '<c r="%s1" t="s"><v>%d</v></c>' % (names[i], shared(c)) for i, c in enumerate(COLUMNS)) + "</row>"
    for line, cells in enumerate(people(rows), 2):
        out = ['<row r="%d" spans="1:%d">' % (line, len(COLUMNS))]
        for column, kind, value in zip(names, kinds, cells):
            if kind == "s":
                if value != "":
                    out.append('<c r="%s%d" t="s"><v>%d</v></c>' % (column, line, shared(value)))
            elif kind == "d":
                out.append('<c r="%s%d" s="1"><v>%d</v></c>' % (column, line, value))
            else:
                out.append('<c r="%s%d"><v>%d</v></c>' % (column, line, value))
        out.append("</row>")
        yield "".join(out)


def write_xlsx(path, rows):
    strings = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for part, text in PARTS.items():
            book.writestr(part, DECLARATION + text)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write((DECLARATION + "<worksheet %s><sheetData>" % MAIN).encode())
            for row in sheet_rows(rows, strings):
                part.write(row.encode())
            part.write(b"</sheetData></worksheet>")
        with book.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write((DECLARATION + '<sst %s uniqueCount="%d">' % (MAIN, len(strings))).encode())
            for text in strings:
                part.write(("<si><t>%s</t></si>" % text).encode())
            part.write(b"</sst>")


def day(serial):
    return (datetime.date(1899, 12, 30) + datetime.timedelta(serial)).strftime("%d/%m/%Y")


def write_csv(path, rows, seed=7, columns=20):
    days = {}
    dates = [i for i, c in enumerate(COLUMNS[:columns]) if c in DATES]
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(",".join(COLUMNS[:columns]) + "\r\n")
        for cells in people(rows, seed):
            cells = list(cells[:columns])
            for i in dates:
                serial = cells[i]
                cells[i] = days.get(serial) or days.setdefault(serial, day(serial))
            out.write(",".join(map(str, cells)) + "\r\n")


def convert(source, target, libreoffice_filter):
    folder = os.path.dirname(target)
    profile = "-env:UserInstallation=file://" + os.path.abspath(os.path.join(folder, "profile"))
    kind = target.rsplit(".", 1)[1] + ":" + libreoffice_filter
    subprocess.run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, source], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(folder, parts):
    os.makedirs(folder, exist_ok=True)

    def make(file, write):
        path = os.path.join(folder, file)
        if not os.path.exists(path):
            print("bench:files: making " + file, flush=True)
            write(path + ".part")
            os.replace(path + ".part", path)

    def make_by_libreoffice(file, libreoffice_filter):
        if not os.path.exists(os.path.join(folder, file)):
            print("bench:files: making " + file, flush=True)
            convert(os.path.join(folder, "65k.xlsx"), os.path.join(folder, file), libreoffice_filter)

    make("300k.xlsx", lambda path: write_xlsx(path, 300_000 // parts))
    make("700k.xlsx", lambda path: write_xlsx(path, 700_000 // parts))
    make("65k.xlsx", lambda path: write_xlsx(path, 65_000 // parts))
    make("1500k.csv", lambda path: write_csv(path, 1_500_000 // parts))
    make("750k.csv", lambda path: write_csv(path, 750_000 // parts))
    make("750k-2.csv", lambda path: write_csv(path, 750_000 // parts, 8))
    make_by_libreoffice("65k.ods", "calc8")
    make_by_libreoffice("65k.xls", "MS Excel 97")


if __name__ == "__main__":
    main(sys.argv[1], 100 if "--small" in sys.argv else 1)
