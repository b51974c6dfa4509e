"""calibration.py REGENCY...: does a probability that padan states come true as often as it says?

REGENCY is a folder of run.py (it holds lists/ and padan/); several are added up. pairs.csv holds only the open questions:
links barely accepted, and links barely rejected, that decide about two persons; of row pairs that ask the same, the
heaviest. Pairs that nobody needs to look at are in no file, so this says nothing about them. The probability is that of the
two rows alone: what is kept apart in spite of a high one contradicts by its other rows, so look at "joined" first.
"""

import csv
import math
import sys
from pathlib import Path

BINS = [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]


def questions(regency):
    """(stated probability, padan joined them, they are one person) of every pair for review."""
    with open(regency / "lists/truth/truth.csv", newline="") as file:
        person = {(row["source"], row["row"]): row["person_id"] for row in csv.DictReader(file)}
    with open(regency / "padan/pairs.csv", newline="") as file:
        for pair in csv.DictReader(file):
            same = person[pair["left_source"], pair["left_row"]] == person[pair["right_source"], pair["right_row"]]
            yield float(pair["probability"]), pair["same_person"] == "yes", same


def interval(true, count):
    """Wilson's 95 % interval of a share."""
    z, share = 1.96, true / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return f"{middle - half:.2f}–{middle + half:.2f}"


def table(regencies):
    asked = [question for regency in regencies for question in questions(regency)]
    lines = ["| padan's answer | stated probability | pairs | stated, mean | one person in truth | 95 % |", "| --- | --- | --- | --- | --- | --- |"]
    for answer, is_joined in (("joined", True), ("kept apart", False)):
        for low, high in zip(BINS, BINS[1:]):
            among = [(stated, same) for stated, joined, same in asked if joined == is_joined and low <= min(stated, 0.999999) < high]
            if among:
                count, true = len(among), sum(same for _, same in among)
                mean = sum(stated for stated, _ in among) / count
                lines.append(f"| {answer} | {low:.2f}–{high:.2f} | {count} | {mean:.2f} | {true / count:.2f} | {interval(true, count)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table([Path(folder) for folder in sys.argv[1:]]))
