#!/usr/bin/python3
"""Writes one made-up list with every program at hand: make_corpus.py FOLDER

The tests read all files and expect the same cells (expected.tsv: sheet, line, column from 0, numeric, text).
Debian packages: python3-xlsxwriter python3-openpyxl libreoffice-calc. Does nothing when FOLDER is complete already.
"""
import datetime
import os
import subprocess
import sys

# What the cells of the two sheets are made of: (line, column): value. Names and numbers are invented.
PEOPLE = {
    (1, 0): "DAFTAR PENERIMA BANTUAN",
    (4, 0): "NO", (4, 1): "NIK", (4, 2): "NAMA", (4, 3): "TANGGAL LAHIR", (4, 4): "RT/RW", (4, 5): "PEKERJAAN",
    (5, 0): 1, (5, 1): "9971014505700001", (5, 2): "CONTOH SATU", (5, 3): datetime.date(1970, 5, 12), (5, 4): "001/002",
    (5, 5): "BELUM/TIDAK\nBEKERJA",
    (6, 0): 2, (6, 1): 9971014505700020, (6, 2): "CONTOH & <DUA>", (6, 3): datetime.date(1932, 2, 29), (6, 4): "1/2", (6, 5): 0.1,
    (8, 0): 3, (8, 1): 3201014505700, (8, 2): "CONTOH  TIGA", (8, 3): datetime.datetime(2023, 2, 7, 8, 30), (8, 5): -12.5,
    (9, 1): "ÉCOLE – 日本", (9, 28): "jauh",
}
HIDDEN = {(2, 1): "tersembunyi", (3, 1): 7}
SHEETS = [("Desa A", PEOPLE, False), ("Rahasia", HIDDEN, True)]


def expected_text(value):
    if isinstance(value, datetime.datetime):
        return 0, value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, datetime.date):
        return 0, value.isoformat()
    if isinstance(value, (int, float)):
        return 1, str(value)
    return 0, value


def write_expected(path):
    with open(path, "w", encoding="utf-8") as out:
        for name, cells, _ in SHEETS:
            for (line, column), value in sorted(cells.items()):
                numeric, text = expected_text(value)
                out.write("\t".join([name, str(line), str(column), str(numeric), text.replace("\n", "\\n")]) + "\n")


def write_with_xlsxwriter(path, **options):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False, **options})
    dates = book.add_format({"num_format": "dd/mm/yyyy"})
    moments = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    text = book.add_format({"num_format": "@"})
    for name, cells, hidden in SHEETS:
        sheet = book.add_worksheet(name)
        if hidden:
            sheet.hide()
        for (line, column), value in sorted(cells.items()):
            at = (line - 1, column)
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(*at, value, moments)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(*at, value, dates)
            elif isinstance(value, str):
                sheet.write_string(*at, value, text)
            else:
                sheet.write_number(*at, value)
    book.close()


def write_with_openpyxl(path):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells, hidden in SHEETS:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for (line, column), value in cells.items():
            sheet.cell(line, column + 1, value)
    book.save(path)


def convert(folder, source, target):
    """target: a name and, after a space, LibreOffice's filter."""
    name, _, libreoffice_filter = target.partition(" ")
    extension = name.rsplit(".", 1)[1] + (":" + libreoffice_filter if libreoffice_filter else "")
    work = os.path.join(folder, "work")
    profile = "-env:UserInstallation=file://" + os.path.abspath(os.path.join(folder, "profile"))
    command = ["soffice", profile, "--headless", "--convert-to", extension, "--outdir", work, os.path.join(folder, source)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    os.replace(os.path.join(work, source.rsplit(".", 1)[0] + "." + name.rsplit(".", 1)[1]), os.path.join(folder, name))


CONVERSIONS = ["libreoffice.xlsx Calc MS Excel 2007 XML", "libreoffice.ods calc8", "libreoffice.fods OpenDocument Spreadsheet Flat XML",
               "excel97.xls MS Excel 97"]


def main(folder):
    done = os.path.join(folder, "expected.tsv")
    if os.path.exists(done) and os.path.getmtime(done) >= os.path.getmtime(__file__):
        return
    os.makedirs(folder, exist_ok=True)
    write_with_xlsxwriter(os.path.join(folder, "xlsxwriter.xlsx"))
    write_with_xlsxwriter(os.path.join(folder, "xlsxwriter_inline.xlsx"), constant_memory=True)
    write_with_xlsxwriter(os.path.join(folder, "xlsxwriter_1904.xlsx"), date_1904=True)
    write_with_openpyxl(os.path.join(folder, "openpyxl.xlsx"))
    for target in CONVERSIONS:
        convert(folder, "xlsxwriter.xlsx", target)
    write_expected(done)


if __name__ == "__main__":
    main(sys.argv[1])
