"""Fills in a worksheet as a village would, with another program, and says what was seen.

fill_worksheet.py IN OUT '{"cells": {"1": {"HASIL": "3"}}, "proposals": [{"Nama": "..."}]}'
Rows count from 1 below the header. Prints what the workbook looks like as JSON.
"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
wish = json.loads(sys.argv[3])


def header_of(sheet, first):
    for row in range(1, 20):
        if sheet.cell(row, 1).value == first:
            return row, {sheet.cell(row, c).value: c for c in range(1, sheet.max_column + 1)}
    raise SystemExit("no header")


sheet = book.worksheets[0]
top, columns = header_of(sheet, "Kode baris")
seen = {
    "sheets": book.sheetnames,
    "hidden": [s.title for s in book.worksheets if s.sheet_state != "visible"],
    "protected": sheet.protection.sheet,
    "landscape": sheet.page_setup.orientation == "landscape",
    "title": " ".join(str(sheet.cell(r, 1).value) for r in range(1, top)),
    "locked": {name: sheet.cell(top + 1, c).protection.locked for name, c in columns.items()},
    "choices": {
        sheet.cell(top, c).value: rule.formula1.strip('"').split(",")
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
        for c in [rule.sqref.ranges[0].min_col if hasattr(rule.sqref, "ranges") and isinstance(rule.sqref.ranges, list) else list(rule.sqref.ranges)[0].min_col]
    },
    "rows": [
        {name: sheet.cell(r, c).value for name, c in columns.items()}
        for r in range(top + 1, sheet.max_row + 1)
        if sheet.cell(r, 1).value
    ],
}
for row, cells in wish.get("cells", {}).items():
    for name, text in cells.items():
        sheet.cell(top + int(row), columns[name]).value = text
if wish.get("proposals"):
    page = book.worksheets[1]
    first, names = header_of(page, "RT")
    for i, proposal in enumerate(wish["proposals"]):
        for name, text in proposal.items():
            page.cell(first + 1 + i, names[name]).value = text
book.save(sys.argv[2])
print(json.dumps(seen, default=str))
