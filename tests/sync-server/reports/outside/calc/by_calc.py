"""by_calc.py FILE.xlsx FILE.csv: LibreOffice opens the one; its first sheet must hold, cell by cell,
what stands in the other. Exit 1 says which cell does not."""
import csv
import glob
import os
import subprocess
import sys
import tempfile

# Commas, quotes, UTF-8, every sheet (-1), cells as they are kept and not as they are shown.
FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'


def rows_of(file):
    with open(file, encoding='utf-8-sig', newline='') as text:
        return [row for row in csv.reader(text)]


def opened(file, folder):
    home = '-env:UserInstallation=file://' + os.path.join(folder, 'home')
    done = subprocess.run(['soffice', home, '--headless', '--convert-to', FILTER, '--outdir',
                           folder, file], capture_output=True, text=True, timeout=300)
    said = done.stdout + done.stderr
    assert done.returncode == 0 and 'rror' not in said and 'epair' not in said, said
    sheets = sorted(glob.glob(os.path.join(folder, '*.csv')), key=os.path.getmtime)
    assert sheets, 'nothing was written: ' + said
    return sheets


def same(theirs, ours):
    if theirs == ours or "'" + theirs == ours:  # a CSV of ours marks what looks like a formula
        return True
    try:
        return float(theirs) == float(ours)
    except ValueError:
        return False


def main(xlsx, ours):
    with tempfile.TemporaryDirectory() as folder:
        wanted = rows_of(ours)
        found = [rows_of(sheet) for sheet in opened(xlsx, folder)]
        first = next((rows for rows in found if rows and rows[0][:2] == wanted[0][:2]), None)
        assert first is not None, 'no sheet begins with ' + str(wanted[0][:2])
        for number, row in enumerate(wanted):
            for column, cell in enumerate(row):
                there = first[number][column] if column < len(first[number]) else ''
                assert same(there, cell), f'row {number + 1}, column {column + 1}: {there!r} {cell!r}'


main(*sys.argv[1:])
