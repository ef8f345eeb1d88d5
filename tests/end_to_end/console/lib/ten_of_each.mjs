// A Monday at the health centre: ten families were written down twice, about ten things two cadres
// say different things, and ten visits and answers wait.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Laptop } from './laptop.mjs';

const id = (number) => `01890000-0000-7000-8000-0000000${String(number).padStart(5, '0')}`;
const record = (type, number, unit, fields) => ({ type, id: id(number), unit, fields });

// Her name, born, her husband: as the one cadre and the other wrote them.
const TWICE = [
  ['Siti Aminah', '1999-02-03', 'Agus Salim', 'Sitti Aminah', '1999-02-03', 'Agus Salim'],
  ['Dewi Lestari', '1995-07-08', 'Budi Hartono', 'Dewi Lestari', '1995-08-07', 'Budi Hartono'],
  ['Nurhayati', '1997-11-21', 'Slamet Riyadi', 'Nur Hayati', '1997-11-21', 'Slamet Riadi'],
  ['Sri Wahyuni', '2001-04-17', 'Joko Susilo', 'Sri Wahyuningsih', '2001-04-17', 'Joko Susilo'],
  ['Fatimah Zahra', '1998-09-30', 'Ahmad Fauzi', 'Fatima Zahro', '1998-09-30', 'Achmad Fauzi'],
  ['Yuliana Safitri', '2000-01-12', 'Dedi Kurniawan', 'Juliana Safitri', '2000-01-12',
    'Dedy Kurniawan'],
  ['Endang Susilowati', '1993-06-05', 'Suparman', 'Endang Susilawati', '1993-06-05', 'Suparman'],
  ['Tri Handayani', '1996-12-19', 'Muhammad Yusuf', 'Tri Handayani', '1996-12-16',
    'Mohamad Yusup'],
  ['Khoirunnisa', '2002-08-25', 'Rudi Setiawan', 'Choirun Nisa', '2002-08-25', 'Rudi Setiawan'],
  ['Ratna Sari', '1994-03-14', 'Eko Prasetyo', 'Ratnasari', '1994-03-14', 'Eko Prasetyo'],
];

// Families that both cadres know, and what each of them changes.
const DIFFER = [
  ['Kartini', { landmark: 'sebelah mushola' }, { landmark: 'depan sumur desa' }],
  ['Maimunah', { phone: '081234567890' }, { phone: '081234567809' }],
  ['Suharti', { rt: '003' }, { rt: '004' }],
  ['Rohani', { address_line: 'Jl. Melati 4' }, { address_line: 'Jl. Melati 14' }],
  ['Lilis Suryani', { landmark: 'warung Bu Tini' }, { landmark: 'belakang warung Bu Tini' }],
];
const DIFFER_HER = [
  ['Wahyu Ningsih', { phone: '085711112222' }, { phone: '085711112223' }],
  ['Mulyani', { education: 'SMP' }, { education: 'SMA' }],
  ['Indah Permatasari', { full_name: 'Indah Permata Sari' }, { full_name: 'Indah Purnamasari' }],
  ['Suryati', { kia_book: 'SHOWN' }, { kia_book: 'NONE' }],
  ['Halimah', { birth_date: '1998-05-06', birth_date_precision: 'D' },
    { birth_date: '1998-06-05', birth_date_precision: 'D' }],
];

function household(number, head, unit = 'P1') {
  return record('household', number, unit, { head_name: head, rt: '001', status: 'ACTIVE' });
}

function mother(number, house, name, born, unit = 'P1') {
  return record('person', number, unit, { household_id: id(house), full_name: name, sex: 'P',
    is_mother: '1', is_infant: '0', is_supporter: '0', birth_date: born,
    birth_date_precision: 'D', nik_status: 'UNKNOWN', vital_status: 'ALIVE' });
}

function visit(number, house, person, more, unit) {
  const began = new Date(Date.now() - 26 * 36e5).toISOString().slice(0, 16);
  return record('visit', number, unit, { household_id: id(house), mother_id: id(person),
    outcome: 'DONE', visit_type: 'KADER_HOME', started_at: `${began}:00.000+07:00`, ...more });
}

function family(number, head, name, born, unit) {
  return [household(number, head, unit), mother(number + 100, number, name, born, unit)];
}

// A later form asks more of an answer than the one a laptop wrote with.
const timesInForce = (centre) => centre.log().split('it is in force').length;

// Until the server has it: what is sent before is judged by the older form.
async function sharper(centre, type, question, constraint, message) {
  const source = join(process.env.KAWAN_SOURCE, `shared/forms/definitions/${type}.json`);
  const form = JSON.parse(readFileSync(source, 'utf8'));
  form.settings.version = '2';
  const row = form.survey.find((each) => each.name === question);
  row.constraint = constraint;
  row['constraint_message::id'] = message.id;
  row['constraint_message::en'] = message.en;
  const before = timesInForce(centre);
  centre.command(['form', 'publish', centre.file(`${type}.json`, JSON.stringify(form))]);
  for (let times = 0; times < 120 && timesInForce(centre) === before; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export async function tenOfEach(centre, build) {
  centre.init();
  centre.addUser('Rina Marlina', 'KOORD');
  for (const name of ['Siti Rohmah', 'Ani Kartika', 'Tuti Alawiyah']) {
    centre.addUser(name, 'KADER', ['P1']);
  }
  await centre.start();
  const [siti, ani, tuti] = ['Siti Rohmah', 'Ani Kartika', 'Tuti Alawiyah'].map(
    (name) => new Laptop(build, centre, name));

  siti.write(TWICE.flatMap(([name, born, head], i) => family(i + 1, head, name, born, 'P1')));
  ani.write(TWICE.flatMap(([, , , name, born, head], i) =>
    family(i + 21, head, name, born, 'P1')));
  siti.write([...DIFFER, ...DIFFER_HER].flatMap(([name], i) =>
    family(i + 41, `Pak ${name}`, name, `199${i % 9}-0${1 + i % 8}-1${i % 9}`, 'P1')));
  for (const laptop of [siti, ani, siti, ani, tuti]) laptop.send();

  DIFFER.forEach(([, hers, theirs], i) => {
    siti.edit(id(i + 41), hers);
    ani.edit(id(i + 41), theirs);
  });
  DIFFER_HER.forEach(([, hers, theirs], i) => {
    siti.edit(id(i + 146), hers);
    ani.edit(id(i + 146), theirs);
  });
  siti.send();
  ani.send();

  // What waits: a form asks more than before, a laptop was lost.
  ani.write([0, 1].map((i) => visit(311 + i, 41 + i, 141 + i,
    { note: 'Ibu dan bayi sehat, menyusu delapan kali sehari' }, 'P1')));
  ani.edit(id(149), { phone: '62 812 9999 1111' });
  ani.edit(id(150), { phone: '6281377778888' });
  tuti.write([0, 1, 2, 3, 4, 5].map((i) => visit(321 + i, 43 + i, 143 + i, {}, 'P1')));
  await sharper(centre, 'visit', 'note', 'string-length(.) <= 40',
    { id: 'Paling panjang 40 huruf.', en: 'At most 40 characters.' });
  await sharper(centre, 'person', 'phone', "regex(., '^0[0-9]{9,13}$')",
    { id: 'Nomor HP diawali 0, angka saja.', en: 'A number begins with 0, digits only.' });
  const lost = centre.command(['device', 'list']).find((each) => each.user === 'Tuti Alawiyah');
  centre.command(['device', 'revoke', lost.device, '--reason', 'laptop hilang']);
  ani.sendLast();
  tuti.sendLast();
  return { siti, ani, tuti };
}
