#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes regions.txt out of regions.csv (code,name) and postcodes.csv (district_code,postcode).

    derive.py FOLDER_WITH_BOTH_FILES > regions.txt

Lines of regions.txt, tab-separated, in this order:
    P  code  zone  name     a province and its shipping zone
    R  code  name           a regency or city; the province is the first two digits of its code
    C  first  code          from this postcode on, up to the next C line, the regency is this one

A postcode that several regencies share goes to the one with most districts in it, ties to the lower code;
none of them lies in two provinces. One that is not in the list counts to the regency before it, since codes
are handed out in blocks.
"""
import collections
import csv
import sys

ZONES = {"1": "SUMATERA", "2": "SUMATERA", "3": "JAWA", "5": "BALI_NUSRA", "6": "KALIMANTAN", "7": "SULAWESI",
         "8": "MALUKU_PAPUA", "9": "MALUKU_PAPUA"}


def rows(name):
    with open(sys.argv[1] + "/" + name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("# Derived by derive.py from github.com/cahyadsn/wilayah and wilayah_kodepos; see ATTRIBUTION.md.")
    names = sorted((row["code"], row["name"].strip()) for row in rows("regions.csv"))
    for code, name in names:
        if len(code) == 2:
            print("P", code, ZONES[code[0]], name, sep="\t")
    for code, name in names:
        if len(code) == 5:
            print("R", code.replace(".", ""), name, sep="\t")
    districts = collections.defaultdict(collections.Counter)
    for row in rows("postcodes.csv"):
        districts[row["postcode"].strip()][row["district_code"][:5]] += 1
    previous = None
    for postcode in sorted(districts):
        code = min(districts[postcode].items(), key=lambda each: (-each[1], each[0]))[0]
        if code != previous:
            print("C", postcode, code.replace(".", ""), sep="\t")
        previous = code


main()
