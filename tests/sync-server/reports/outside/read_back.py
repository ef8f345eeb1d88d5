"""Reads our files with Python's own readers, strictly. read_back.py KIND FILE; exit 1 says what."""
import csv
import json
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def sheet_rows(archive, number):
    strings = [''.join(t.text or '' for t in item.iter(MAIN + 't'))
               for item in xml.fromstring(archive.read('xl/sharedStrings.xml'))]
    root = xml.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml'))
    rows = []
    for row in root.iter(MAIN + 'row'):
        cells = {}
        for cell in row.iter(MAIN + 'c'):
            value = cell.find(MAIN + 'v')
            if value is None:
                continue
            column = re.match('[A-Z]+', cell.get('r')).group()
            cells[column] = strings[int(value.text)] if cell.get('t') == 's' else float(value.text)
        rows.append(cells)
    return root, rows


def check_xlsx(file):
    archive = zipfile.ZipFile(file)
    assert archive.testzip() is None
    book = xml.fromstring(archive.read('xl/workbook.xml'))
    names = [sheet.get('name') for sheet in book.iter(MAIN + 'sheet')]
    assert names[0] == 'Balita Gizi' and 'Kelengkapan' in names and 'Definisi' in names, names
    root, rows = sheet_rows(archive, 1)
    assert len(rows[0]) == 30, rows[0]
    assert rows[0]['A'] == 'Tahun' and rows[0]['N'] == 'Jumlah_bayi_baru_lahir_bulan_ini_B'
    assert rows[1]['V'] == 1.0, rows[1]  # a number, not a text
    assert 'E' not in rows[1]  # not ours: no cell
    assert root.find(f'.//{MAIN}pane').get('state') == 'frozen'
    _, ids = sheet_rows(archive, len(names))
    assert any(str(v).startswith('SIGIZI_22:2026-08:') for v in ids[1].values()), ids


def check_csv(file):
    raw = open(file, 'rb').read()
    raw.decode('utf-8')
    assert raw.endswith(b'\r\n') and not raw.startswith(b'\xef\xbb\xbf')
    rows = list(csv.reader(open(file, encoding='utf-8', newline=''), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not any(cell[:1] in '=+-@' and cell[:1] for row in rows for cell in row)


def check_dhis2(file):
    data = json.load(open(file, encoding='utf-8'))
    assert set(data) <= {'dataSet', 'completeDate', 'period', 'orgUnit', 'attributeOptionCombo',
                         'dataValues'}
    assert re.fullmatch(r'\d{6}', data['period'])
    for value in data['dataValues']:
        assert set(value) <= {'dataElement', 'categoryOptionCombo', 'orgUnit', 'period', 'value',
                              'comment'}
        assert isinstance(value['value'], str) and value['value'].isdigit()


def check_measures(file):
    bundle = json.load(open(file, encoding='utf-8'))
    assert bundle['resourceType'] == 'Bundle' and bundle['type'] == 'collection'
    for entry in bundle['entry']:
        report = entry['resource']
        assert report['resourceType'] == 'MeasureReport'
        assert report['status'] in ('complete', 'pending', 'error') and report['type'] == 'summary'
        assert report['measure'] and report['period']['start'] <= report['period']['end']
        for group in report['group']:
            counts = {p['code']['coding'][0]['code']: p['count'] for p in group['population']}
            assert counts['numerator'] <= counts['denominator']
            assert ('measureScore' in group) == (counts['denominator'] > 0)


def check_persons(file):
    bundle = json.load(open(file, encoding='utf-8'))
    assert bundle['resourceType'] == 'Bundle' and bundle['type'] == 'transaction'
    urls = set()
    for entry in bundle['entry']:
        resource, request = entry['resource'], entry['request']
        assert request['method'] == 'PUT'
        assert request['url'] == resource['resourceType'] + '/' + resource['id']
        assert re.fullmatch(r'[A-Za-z0-9\-.]{1,64}', resource['id'])
        assert request['url'] not in urls
        urls.add(request['url'])
    text = open(file, encoding='utf-8').read()
    for reference in re.findall(r'"reference":"([^"]+)"', text):
        assert reference in urls, reference  # nothing points at who did not consent


{'xlsx': check_xlsx, 'csv': check_csv, 'dhis2': check_dhis2, 'fhir': check_measures,
 'persons': check_persons}[sys.argv[1]](sys.argv[2])
