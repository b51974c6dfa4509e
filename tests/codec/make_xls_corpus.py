#!/usr/bin/python3
"""Writes made-up .xls files with two programs, and beside each what another reader, xlrd, finds in it: make_xls_corpus.py FOLDER

FILE.xls.tsv has the columns of expected.tsv in make_corpus.py. Debian packages: python3-xlwt python3-xlrd python3-xlsxwriter
libreoffice-calc. Does nothing when FOLDER is complete already.
"""
import datetime
import os
import random
import sys

from make_corpus import convert

EPOCH = datetime.datetime(1899, 12, 30)


def values():
    """(row, column, value): what each kind of record of BIFF8 is made for. Names and numbers are invented."""
    rng = random.Random(3)
    numbers = [0, 1, -1, 7, 536870911, -536870912, 536870912, 0.5, 0.01, 12.34, -99.99, 5368709.11, 1 / 3, 1e-7, 123456789.125,
               3201014505700, 999999999999999, 1e15, 2**53]
    for row, number in enumerate(numbers):
        yield row, 0, "angka"
        yield row, 1, number
        yield row, 2, number  # neighbours, which are written as one record
    for row in range(30, 400):  # together longer than one record, so that they go on in the next
        yield row, 0, "".join(rng.choices("ABCDE ÉÑ日本語", k=rng.randint(1, 200))).strip() or "x"
        yield row, 3, "".join(rng.choices("abcdefghij", k=rng.randint(1, 400)))
        yield row, 4, rng.randint(-10**6, 10**6) / rng.choice([1, 10, 100, 1000])
        yield row, 6, datetime.datetime(1925, 1, 1) + datetime.timedelta(rng.randrange(36500), rng.choice([0, 30600]))
    yield 401, 0, True
    yield 401, 1, False
    yield 500, 200, "jauh"  # 255 is the last column


def fill(book, sheet, write, merge, formula, dates):
    for row, column, value in values():
        write(row, column, value, dates if isinstance(value, datetime.datetime) else None)
    merge(410, 1, 412, 3, "gabung")
    formula(415, 0, "DATE(2020,1,2)", 43832)


def write_with_xlwt(path):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    dates = xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
    plain = xlwt.easyxf("borders: left thin")
    fill(book, sheet, lambda row, column, value, style: sheet.write(row, column, value, style or plain),
         lambda top, left, bottom, right, value: sheet.write_merge(top, bottom, left, right, value), lambda *_: None, dates)
    for column in range(7, 20):
        sheet.write(30, column, None, plain)  # blank cells with a border
    book.add_sheet("Kosong")
    book.add_sheet("Lain").write(3, 2, "lembar kedua")
    book.save(path)


def write_with_libreoffice(folder, name):
    import xlsxwriter

    source = name.replace(".xls", ".xlsx")
    book = xlsxwriter.Workbook(os.path.join(folder, source))
    sheet = book.add_worksheet("Data")
    dates = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    bordered = book.add_format({"left": 1})
    fill(book, sheet, lambda row, column, value, style: sheet.write(row, column, value, style),
         lambda top, left, bottom, right, value: sheet.merge_range(top, left, bottom, right, value),
         lambda row, column, text, value: sheet.write_formula(row, column, "=" + text, dates, value), dates)
    formulas = [('="A"&"B"', "AB"), ("=1/0", "#DIV/0!"), ("=1=1", True), ('=REPT("x",300)', "x" * 300), ("=1/4", 0.25), ('=""', "")]
    for line, (text, value) in enumerate(formulas):
        sheet.write_formula(420 + line, 0, text, None, value)
    for column in range(7, 20):
        sheet.write_blank(30, column, None, bordered)
    book.close()
    convert(folder, source, name + " MS Excel 97")
    os.remove(os.path.join(folder, source))


def text_of(book, cell):
    """The two columns `numeric` and `text`."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return 1, repr(int(cell.value)) if cell.value == int(cell.value) else repr(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = EPOCH + datetime.timedelta(seconds=round(cell.value * 86400))
        return 0, moment.strftime("%Y-%m-%d" if moment.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return 0, "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return 0, xlrd.error_text_from_code[cell.value]
    return 0, cell.value


def write_cells_of(path):
    import xlrd

    book = xlrd.open_workbook(path, formatting_info=True)
    with open(path + ".tsv", "w", encoding="utf-8") as out:
        for sheet in book.sheets():
            for row in range(sheet.nrows):
                for column in range(sheet.ncols):
                    cell = sheet.cell(row, column)
                    numeric, text = text_of(book, cell)
                    if cell.ctype != xlrd.XL_CELL_BLANK and text != "":
                        out.write("\t".join([sheet.name, str(row + 1), str(column), str(numeric), text.replace("\n", "\\n")]) + "\n")


def main(folder):
    done = os.path.join(folder, "xlwt.xls.tsv")
    if os.path.exists(done) and os.path.getmtime(done) >= os.path.getmtime(__file__):
        return
    os.makedirs(os.path.join(folder, "work"), exist_ok=True)
    write_with_xlwt(os.path.join(folder, "xlwt.xls"))
    write_with_libreoffice(folder, "libreoffice.xls")
    for name in ["libreoffice.xls", "xlwt.xls"]:
        write_cells_of(os.path.join(folder, name))


if __name__ == "__main__":
    main(sys.argv[1])
