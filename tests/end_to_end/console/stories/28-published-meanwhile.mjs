// Forms are published while a laptop sends and fetches: each of its rounds ends whole, and in the
// end it asks what the last form asks.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Laptop } from '../lib/laptop.mjs';

const id = (number) => `01890000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;

function talk(number, more = {}) {
  return { type: 'outreach', id: id(number), unit: 'P1', fields: { date: '2026-10-01',
    kind: 'PENYULUHAN', taught_massage: '0', ...more } };
}

export async function run({ centre, build }) {
  centre.init();
  centre.addUser('Ani', 'KADER', ['P1']);
  await centre.start();
  const ani = new Laptop(build, centre, 'Ani');
  const shipped = readFileSync(join(process.env.KAWAN_SOURCE,
    'shared/forms/definitions/outreach.json'), 'utf8');
  for (let version = 2; version <= 4; version += 1) {
    ani.write([talk(version)]);
    const form = JSON.parse(shipped);
    form.settings.version = String(version);
    for (let question = 2; question <= version; question += 1) {
      form.survey.push({ type: 'text', name: `song${question}`, 'label::id': 'Lagu',
        'label::en': 'Song' });
    }
    const file = centre.file(`outreach-${version}.json`, JSON.stringify(form));
    const round = ani.sendMeanwhile();
    centre.command(['form', 'publish', file]);
    assert.equal(await round, 0);
  }
  // The server reads what a command published at its next look.
  let answers = '';
  for (let times = 0; times < 60 && !answers.includes('song4'); times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    ani.send();
    try {
      ani.write([talk(9, { song4: 'Bintang kecil' })]);
      answers = 'song4';
    } catch { /* it has not heard of that question yet */ }
  }
  assert.equal(answers, 'song4');
  ani.send();
  assert.deepEqual(centre.command(['quarantine', 'list']) ?? [], []);
  const form = centre.command(['form', 'list']).find((row) => row.form === 'outreach');
  assert.equal(form.version, '4');
}
