// A coordinator's morning: she signs in, joins two records of one mother and takes it back, joins
// another two, decides a conflict, takes a visit that waited, brings in a list, prints a code.
import { strict as assert } from 'node:assert';
import { Laptop } from '../lib/laptop.mjs';

const id = (number) => `01890000-0000-7000-8000-0000000${String(number).padStart(5, '0')}`;

function record(type, number, unit, fields) {
  return { type, id: id(number), unit, fields };
}

function household(number, head, unit = 'P1') {
  return record('household', number, unit, { head_name: head, rt: '001', status: 'ACTIVE' });
}

function mother(number, house, name, born, unit = 'P1') {
  return record('person', number, unit, { household_id: id(house), full_name: name, sex: 'P',
    is_mother: '1', is_infant: '0', is_supporter: '0', birth_date: born,
    birth_date_precision: 'D', nik_status: 'UNKNOWN', vital_status: 'ALIVE' });
}

async function press(page, label, address) {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await page.waitForURL(address);
}

async function openPair(page, name) {
  // The server compares at its next quiet moment; a page never does.
  for (let look = 0; look < 60; look += 1) {
    await page.goto('/duplicates');
    if (await page.locator('tr', { hasText: name }).count() > 0) break;
    await page.waitForTimeout(500);
  }
  await page.locator('tr', { hasText: name }).getByRole('link', { name: 'Lihat dan putuskan' })
    .first().click();
  await page.waitForURL('**/duplicates/*/*');
}

// A laptop that has not heard that they are two again has written of one of them.
async function lateWords(browser, page, ani) {
  ani.write([11, 13].map((who) => record('followup_task', who + 10, 'P1',
    { person_id: id(who), task_code: 'KF1' })));
  ani.send();
  await page.goto('/merges');
  const late = await page.locator('a[href$="/late"]').first().getAttribute('href');
  await browser.look(page, late, 'late-words');
  await page.goto(late);
  await page.fill('#reason', 'ditanyakan kepada kader');
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL('**/merges');
}

// She decided too fast: the same conflict is open again, and decided otherwise.
async function takeDecisionBack(browser, page) {
  await page.goto('/decided');
  await page.getByRole('link', { name: 'Beda isi' }).last().click();
  await page.waitForURL('**/conflicts/decided');
  await browser.look(page, '/conflicts/decided', 'conflicts-decided');
  await page.goto('/conflicts/decided');
  await page.getByRole('link', { name: 'Buka atau batalkan' }).first().click();
  await page.waitForURL('**/conflicts/*-*');
  const one = new URL(page.url()).pathname;
  await browser.look(page, one, 'conflict-decided');
  await page.goto(one);
  await page.fill('#reason', 'yang benar sebelah mushola');
  await press(page, 'Ya, batalkan', `**${one}`);
  assert.match(await page.innerText('[role=status]'), /Sudah dibatalkan/);
  assert.match(await page.innerText('main'), /Yang sekarang · Siti/);  // not the desk
  await page.check('#choice-standing');
  await press(page, 'Putuskan', '**/conflicts');
}

// Refused by mistake: the change waits again, on the same page.
async function takeRefusalBack(browser, page) {
  const one = new URL(page.url()).pathname;
  await page.goto(one);
  await page.getByText('Tolak perubahan ini').click();
  await page.fill('[name=refuse-words]', 'laptopnya hilang');
  await press(page, 'Tolak', '**/quarantine');
  await browser.look(page, '/quarantine/refused', 'quarantine-refused');
  await page.goto('/quarantine/refused');
  await page.getByRole('link', { name: 'Buka atau batalkan' }).first().click();
  await page.waitForURL(`**${one}`);
  await browser.look(page, one, 'change-refused');
  await page.goto(one);
  await page.fill('#reason', 'kadernya sudah ditanya');
  await press(page, 'Ya, batalkan', `**${one}`);
  assert.match(await page.innerText('[role=status]'), /menunggu lagi/);
}

// Two posyandu wrote her down: what the one has goes to the other, and then the two can be joined.
async function bringTogether(browser, page) {
  const pair = new URL(page.url()).pathname;
  await browser.look(page, pair, 'pair-of-two-posyandu');
  await page.goto(pair);
  assert.equal(await page.getByRole('button', { name: 'Gabungkan', exact: true }).count(), 0);
  const way = page.locator('a[href*="/moves/within"][href*="to=P1"]').first();
  await browser.look(page, await way.getAttribute('href'), 'move-within');
  await page.goto(pair);
  await way.click();
  await page.waitForURL('**/moves/within?*');
  assert.equal(await page.locator('[name=reason]:checked').count(), 1);  // it came from the two
  assert.equal(await page.locator('[name=since]:checked').count(), 0);  // that is hers to say
  await press(page, 'Pindahkan', '**/moves/within');
  await browser.lookHere(page, 'move-within-since-when');
  await page.getByLabel(/^Sejak awal/).check();
  await press(page, 'Pindahkan', '**/duplicates/*/*');
  assert.match(await page.innerText('[role=status]'), /kini keduanya di satu posyandu/);
}

// A family goes to another health centre: who would go, the sealed file, and where one comes in.
async function moveAway(browser, page) {
  const out = `/moves/out?person=${id(6)}&to=Puskesmas+Mekar`;
  await browser.look(page, out, 'move-out');
  await browser.look(page, '/moves/in', 'move-in');
  await page.goto(out);
  await page.fill('[name=reason]', 'ikut suami');
  await page.getByRole('button', { name: 'Buat berkas tersegel' }).click();
  await page.locator('.code.large').waitFor();
  await browser.lookHere(page, 'move-sealed');
  const kept = page.waitForEvent('download');
  await page.locator('main a[href$="/file"]').click();
  assert.match((await kept).suggestedFilename(), /^pindah-/);
}

export async function run({ centre, browser, build }) {
  centre.init();
  centre.addUser('Rina', 'KOORD');
  for (const [name, units] of [['Siti', ['P1', 'P2']], ['Ani', ['P1']]]) {
    centre.addUser(name, 'KADER', units);
  }
  await centre.start();
  const siti = new Laptop(build, centre, 'Siti');
  const ani = new Laptop(build, centre, 'Ani');
  siti.write([household(1, 'Agus Salim'), mother(11, 1, 'Siti Aminah', '1999-02-03'),
    household(2, 'Budi', 'P2'), mother(12, 2, 'Dewi Lestari', '1995-07-08', 'P2')]);
  ani.write([household(3, 'Agus Salim'), mother(13, 3, 'Sitti Aminah', '1999-02-03'),
    household(4, 'Budi'), mother(14, 4, 'Dewi Lestari', '1995-08-07'),
    household(6, 'Slamet'), mother(16, 6, 'Wulandari', '1990-01-15')]);
  siti.send();
  ani.send();
  siti.send();
  siti.edit(id(1), { landmark: 'sebelah mushola' });
  ani.edit(id(1), { landmark: 'depan sumur' });
  siti.send();
  ani.send();
  const lost = centre.command(['device', 'list']).find((device) => device.user === 'Siti');

  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina');
  await browser.look(page, '/', 'morning-home');

  // Two records of one mother: joined, looked at again, taken back.
  await browser.look(page, '/duplicates', 'duplicates');
  await openPair(page, 'Sitti Aminah');
  await browser.look(page, new URL(page.url()).pathname, 'pair');
  for (const answer of ['Gabungkan', 'Bukan data ganda']) {
    const pair = new URL(page.url()).pathname.replace(/\/(join|apart)$/, '');
    await page.goto(pair);
    await page.getByRole('button', { name: answer, exact: true }).click();
    await page.getByText('Pilih satu alasan').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
    await browser.lookHere(page, `pair-${answer.split(' ')[0].toLowerCase()}-without-reason`);
    await page.goto(pair);
  }
  await page.fill('#reason-own', 'sudah ditanyakan kepada ibunya');
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).click();
  await page.getByText('Sudah digabung').waitFor();
  await page.getByRole('link', { name: 'Batalkan penggabungan ini' }).click();
  await page.waitForURL('**/merges/*');
  const merge = new URL(page.url()).pathname;
  await browser.look(page, merge, 'merge');
  await browser.look(page, '/merges', 'merges');
  await page.goto('/merges');
  await page.locator('tr', { hasText: 'Sitti Aminah' })
    .getByRole('link', { name: 'Batalkan penggabungan' }).click();
  await press(page, 'Batalkan penggabungan', `**${merge}/undo`);
  await browser.lookHere(page, 'merge-without-reason');
  await page.getByLabel('Ternyata dua orang').check();
  await press(page, 'Batalkan penggabungan', '**/duplicates/*/*');
  assert.match(await page.innerText('[role=status]'), /Sitti Aminah.*kembali menjadi dua/);
  await page.goto('/merges');
  assert.match(await page.innerText('table'), /sudah dibatalkan/);
  await lateWords(browser, page, ani);

  await openPair(page, 'Dewi Lestari');
  await bringTogether(browser, page);
  await page.locator('[name=reason]').first().check();
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).click();
  await page.getByText('Sudah digabung').waitFor();

  // A conflict: both answers, decided.
  await browser.look(page, '/conflicts', 'conflicts');
  await page.goto('/conflicts');
  await page.getByRole('link', { name: 'Lihat dan putuskan' }).first().click();
  await page.waitForURL('**/conflicts/*');
  assert.match(await page.innerText('main'), /depan sumur/);
  assert.match(await page.innerText('main'), /sebelah mushola/);
  await browser.look(page, new URL(page.url()).pathname, 'conflict');
  await page.check('#choice-incoming');
  await press(page, 'Putuskan', '**/conflicts');
  ani.send();
  await takeDecisionBack(browser, page);
  ani.send();
  await browser.look(page, `/laptops/${lost.device}`, 'laptop');

  // A household of a laptop that was reported lost waits: taken as it is.
  siti.write([household(5, 'Joko')]);
  centre.command(['device', 'revoke', lost.device, '--reason', 'hilang']);
  siti.sendLast();
  await browser.look(page, '/quarantine', 'quarantine');
  await page.goto('/quarantine');
  await page.getByRole('link', { name: 'Buka' }).first().click();
  await page.waitForURL('**/quarantine/*/*');
  assert.match(await page.innerText('main'), /Joko/);
  await browser.look(page, new URL(page.url()).pathname, 'quarantined');
  await takeRefusalBack(browser, page);
  const taken = new URL(page.url()).pathname;
  await press(page, 'Terima apa adanya', '**/quarantine');
  await browser.look(page, taken, 'change-taken');
  await browser.look(page, '/decided', 'decided');
  await moveAway(browser, page);

  // A list of infants from a spreadsheet.
  await browser.look(page, '/imports', 'imports');
  await page.goto('/imports');
  const list = centre.file('bayi.csv', 'Nama;JK;Tgl Lahir;Nama Ortu;Posyandu\n' +
    `Aisyah;P;${new Date(Date.now() - 40 * 864e5).toISOString().slice(0, 10)};Fatimah;P1\n` +
    'Tanpa Tanggal;L;;Umi;P2\n');
  await page.setInputFiles('[name=table]', list);
  await press(page, 'Lihat isinya', '**/imports/draft');
  await browser.look(page, '/imports/draft', 'import-draft');
  await page.locator('tr', { hasText: 'Tanpa Tanggal' }).getByLabel('lewati').check();
  await press(page, 'Periksa lagi', '**/imports/draft');
  await press(page, 'Masukkan 1 bayi beserta keluarganya', '**/imports');
  assert.match(await page.innerText('table'), /bayi\.csv/);
}
