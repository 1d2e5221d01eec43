#!/usr/bin/env python3
"""Writes a made-up cohort as CSV, with the fields and values of the library's catalogue.

usage: cohort.py COMMAND ROWS OUTPUT

Values are drawn alike; fields that constrain each other are drawn together, from
what the catalogue says goes together. 5 % of the cells are empty. The same rows
come out each time.
"""
import random
import sys

from figures import catalog

SEED = 2018
EMPTY = 0.05
CHUNK = 20000

COLUMNS = (
    "age_years", "primary_tumor", "extraspinal_bone_metastases", "vertebral_metastases",
    "major_organ_metastases", "visceral_metastases", "karnofsky", "ecog", "frankel", "bladder",
    "bowel", "pain", "pain_score", "lesion_level", "bone_lesion", "alignment",
    "vertebral_collapse", "posterolateral_involvement", "epidural_disease", "escc")


def values_of(field):
    if field["kind"] == "integer":
        return [str(n) for n in range(field["minimum"], field["maximum"] + 1, field["step"])]
    return [value["key"] for value in field["values"]]


def pairs_of(content):
    """Of two columns that constrain each other, the pairs of values that go together."""
    pairs = {}
    for link in content["links"]:
        fields = tuple(link["fields"])
        if len(fields) == 2 and set(fields) <= set(COLUMNS):
            pairs[fields] = sorted({(a, b) for firsts, seconds in link["cases"]
                                    for a in firsts for b in seconds})
    return pairs


def write(path, content, rows):
    """Writes the file; returns how many cells are filled."""
    draw = random.Random(SEED)
    values = {field["key"]: values_of(field) for field in content["fields"]}
    pairs = pairs_of(content)
    filled = 0
    with open(path, "w", encoding="ascii", newline="") as output:
        output.write(",".join(COLUMNS) + "\n")
        for first in range(0, rows, CHUNK):
            count = min(CHUNK, rows - first)
            cells = {}
            for fields, together in pairs.items():
                cells.update(zip(fields, zip(*draw.choices(together, k=count))))
            for key in COLUMNS:
                if key not in cells:
                    cells[key] = draw.choices(values[key], k=count)
                kept = draw.choices((1, 0), (1 - EMPTY, EMPTY), k=count)
                filled += sum(kept)
                cells[key] = [cell * keep for cell, keep in zip(cells[key], kept)]
            output.writelines(",".join(row) + "\n" for row in zip(*(cells[key] for key in COLUMNS)))
    return filled


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(sys.argv[3], catalog(sys.argv[1]), int(sys.argv[2]))
