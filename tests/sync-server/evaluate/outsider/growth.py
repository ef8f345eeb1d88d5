"""An outsider's growth scores: written from WHO's definition, not from our code (DOMAIN 7), and
compared with `kawan-server evaluate growth` row by row. growth.py PROGRAM TABLES [SEED]"""
import csv
import datetime
import json
import math
import random
import subprocess
import sys
import tempfile

PROGRAM, TABLES = sys.argv[1], sys.argv[2]
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
rng = random.Random(SEED)
LIMITS = {'waz': (-6, 5), 'laz': (-6, 6), 'wlz': (-5, 5), 'hcz': (-5, 5)}


def table(name, key):
    """Of lengths and heads L is 1, and stands in no column."""
    rows = {}
    with open(f'{TABLES}/{name}.csv', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            for sex, word in (('1', 'boys'), ('2', 'girls')):
                rows[sex, int(row[key])] = tuple(float(row.get(f'{word}_{part}', 1))
                                                 for part in 'lms')
    return rows


WEIGHT = table('weight_for_age_daily', 'age_days')
LENGTH = table('length_for_age_daily', 'age_days')
HEAD = table('head_for_age_daily', 'age_days')
FOR_LENGTH = table('weight_for_length', 'length_tenths_cm')


def plain(y, l, m, s):
    return math.log(y / m) / s if l == 0 else ((y / m) ** l - 1) / (l * s)


def adjusted(y, l, m, s):
    def at(sd):
        return m * (1 + sd * l * s) ** (1 / l)
    z = plain(y, l, m, s)
    if z > 3:
        return 3 + (y - at(3)) / (at(3) - at(2))
    return -3 + (y - at(-3)) / (at(-2) - at(-3)) if z < -3 else z


def for_length(sex, cm, kg):
    tenths = cm * 10
    if not 450 - 1e-6 <= tenths <= 1100 + 1e-6:
        return None
    lower = math.floor(tenths + 1e-6)
    share = max(0, tenths - lower)
    low = FOR_LENGTH[sex, lower]
    high = FOR_LENGTH[sex, lower + 1] if share > 1e-6 else low
    return adjusted(kg, *(a + share * (b - a) for a, b in zip(low, high)))


def scores(sex, days, kg, cm, hc, position, oedema):
    """`days` exact, not rounded; None: not written."""
    found = dict.fromkeys(LIMITS)
    if not sex or (days is not None and days < 0):
        return found
    if days is None:
        lies = position == 'L' or (position == '' and cm is not None and cm < 87)
        if kg and cm and lies and not oedema:
            found['wlz'] = for_length(sex, cm, kg)
        return found
    age = math.floor(days + 0.5)
    if age > 730:
        return found
    if cm and position == 'H' and days >= 9 * 30.4375:
        cm += 0.7
    if kg and not oedema:
        found['waz'] = adjusted(kg, *WEIGHT[sex, age])
    if cm:
        found['laz'] = plain(cm, *LENGTH[sex, age])
    if hc:
        found['hcz'] = plain(hc, *HEAD[sex, age])
    if kg and cm and not oedema:
        found['wlz'] = for_length(sex, cm, kg)
    return found


def measured(low, high, places):
    return None if rng.random() < .05 else round(rng.uniform(low, high), rng.choice(places))


def child():
    days = rng.choice([rng.randint(0, 730), rng.randint(-20, 1900), rng.randint(0, 60), None])
    return [rng.choice('12') if rng.random() > .03 else '', days, measured(1, 18, [1, 2, 3]),
            measured(43, 112, [0, 1, 2]), measured(28, 54, [1]), rng.choice(['', 'L', 'H']),
            rng.choice([False, False, False, True])]


def written(number, comma, digits=3):
    text = '' if number is None else f'{number:.{digits}f}'
    if '.' in text:
        text = text.rstrip('0').rstrip('.')
    return text.replace('.', ',') if comma else text


SEXES = [('1', '2'), ('M', 'F'), ('m', 'f'), ('male', 'female'), ('Laki-laki', 'Perempuan')]


def age_cells(kid, ages, comma):
    """The cells, and kid[1] as whoever reads them must take it."""
    days = kid[1]
    if ages == 'age_days':
        return [written(days, comma)]
    if ages == 'age_months':
        months = None if days is None else round(days / 30.4375, rng.choice([0, 1, 2]))
        kid[1] = None if months is None else months * 30.4375
        return [written(months, comma)]
    visit = datetime.date(2024, 1, 1) + datetime.timedelta(rng.randint(0, 700))
    dates = [None if days is None else visit - datetime.timedelta(days), visit]
    form = '%d/%m/%Y' if ages == 'local' else '%Y-%m-%d'
    return ['' if each is None else each.strftime(form) for each in dates]


def differences(style, folder):
    comma, grams = style % 2 == 1, style % 3 == 2
    ages = ['age_days', 'dates', 'age_months', 'local'][style % 4]
    one, two = SEXES[style % len(SEXES)]
    kids, lines = [child() for _ in range(1500)], []
    for number, kid in enumerate(kids):
        age = age_cells(kid, ages, comma)
        if grams and kid[2]:
            kid[2] = round(kid[2] * 1000) / 1000
        sex = {'1': one, '2': two, '': ''}[kid[0]]
        weight = written(kid[2] * 1000, comma, 0) if grams and kid[2] else written(kid[2], comma)
        lines.append([str(number), sex] + age + [weight, written(kid[3], comma),
                     written(kid[4], comma), kid[5], 'y' if kid[6] else 'n', 'a "word",\nor; two'])
    is_dated = ages in ('dates', 'local')
    head = ['id', 'jk'] + (['b', 'v'] if is_dated else ['age']) + ['w', 'l', 'hc', 'm', 'o', 'note']
    names = {'id': 'id', 'sex': 'jk', 'weight': {'column': 'w', 'unit': 'g' if grams else 'kg'},
             'length': 'l', 'head': 'hc', 'measure': 'm', 'oedema': 'o'}
    sources = {'birth_date': 'b', 'visit_date': 'v'} if is_dated else {ages: 'age'}
    for name, column in sources.items():
        names[name] = {'column': column, 'format': 'DD/MM/YYYY'} if ages == 'local' else column
    encoding = 'utf-8-sig' if comma else 'utf-8'
    with open(f'{folder}/r.csv', 'w', encoding=encoding, newline='') as file:
        csv.writer(file, delimiter=';' if comma else ',').writerows([head] + lines)
    with open(f'{folder}/m.json', 'w', encoding='utf-8') as file:
        json.dump(names, file)
    subprocess.run([PROGRAM, 'evaluate', 'growth', '--records', f'{folder}/r.csv', '--map',
                    f'{folder}/m.json', '--out', f'{folder}/o.csv'], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(f'{folder}/o.csv', encoding='utf-8', newline='') as file:
        ours = list(csv.DictReader(file))
    assert len(ours) == len(kids)
    return [(style, name, kid, row[name], z) for row, kid in zip(ours, kids)
            for name, z in scores(*kid).items() if not is_same(name, row, z)]


def is_same(name, row, z):
    if z is None or row[name] == '':
        return z is None and row[name] == '' and row[name + '_flag'] == ''
    if abs(float(row[name]) - z) > 0.005 + 1e-9:  # two decimals; a tie may fall either way
        return False
    low, high = LIMITS[name]
    return row[name + '_flag'] == ('0' if low <= float(row[name]) <= high else '1')


with tempfile.TemporaryDirectory() as folder:
    found = [each for style in range(6) for each in differences(style, folder)]
for each in found[:20]:
    print('seed', SEED, each)
sys.exit(1 if found else 0)
