"""The records of a table of cases, one a line.

    cases.py CASES-CSV
"""
import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as table:
    for case in csv.DictReader(table):
        print(case["record"].replace("\n", " "))
