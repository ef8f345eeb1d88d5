// A month: what waits this morning, whom to call, the figures down to a baby, the report as a file,
// the month closed and opened again, a backup made while nobody waits for it.
import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

// The last month that is over: `text` 2026-10, a day of it for births.
function lastMonth() {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return first.toISOString().slice(0, 7);
}

// The address that she is at, with what was asked.
function here(page) {
  const url = new URL(page.url());
  return url.pathname + url.search;
}

// Counting is done beside the pages: looked at again until it is there.
async function counted(page, address, selector) {
  for (let times = 0; times < 60; times += 1) {
    await page.goto(address);
    if (await page.locator(selector).count() > 0) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`${address} was never counted`);
}

export async function run({ centre, browser }) {
  const month = lastMonth();
  centre.init();
  centre.addUser('Rina', 'KOORD');
  centre.addUser('Wati', 'BIDAN', ['P1']);
  centre.addUser('Dinas', 'DINKES');
  centre.addUser('Ani', 'KADER', ['P1']);
  const table = centre.file('bayi.csv', 'Nama,Tanggal Lahir,JK,Nama Ibu,Nama KK,Posyandu\n' +
    `"Budi <script>alert(1)</script>",${month}-05,L,Siti Aminah,Agus,P1\n` +
    `Citra,${month}-09,P,Dewi Lestari,Bambang,P2\n`);
  centre.command(['import', 'take', table]);
  const backups = join(centre.folder, 'backups');
  mkdirSync(backups);
  centre.run(['backup', '--data', centre.data, '--to', backups]);
  await centre.start(['--backup-to', backups]);
  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina');
  const figures = `/figures?month=${month}`;
  await counted(page, figures, 'svg.chart');

  await browser.look(page, '/', 'home-month');
  await browser.look(page, '/arrivals', 'arrivals');
  await browser.look(page, '/referrals', 'referrals');
  await browser.look(page, '/targets', 'targets');
  await browser.look(page, '/choices', 'choices');
  await browser.look(page, '/moves', 'moves');
  await browser.look(page, figures, 'figures');
  await page.goto(`/language/en?to=${encodeURIComponent(figures)}`);
  assert.equal(await page.getByRole('link', { name: /^Live births.*: 2$/ }).count(), 1);
  await page.getByRole('link', { name: /^Live births.*: 2$/ }).click();
  await page.waitForURL('**/figures/people*');
  assert.match(await page.innerText('main'), /Budi <script>alert\(1\)<\/script>/);
  await browser.look(page, here(page), 'figure-people');
  await page.locator('a[href^="/figures/record/"]').first().click();
  await page.waitForURL('**/figures/record/*');
  await browser.look(page, here(page), 'figure-record');

  // Who only stays for a while counts at her home.
  await browser.look(page, '/residents?unit=P1', 'residents-all');
  await page.goto('/language/id?to=%2Fresidents%3Funit%3DP1');
  await page.locator('tr', { hasText: 'Budi' }).getByRole('link', { name: 'Ubah' }).click();
  await page.waitForURL('**/residents/*');
  await browser.look(page, new URL(page.url()).pathname, 'resident');
  await page.getByLabel(/Hanya sementara/).check();
  await page.getByRole('button', { name: 'Catat' }).click();
  await page.waitForSelector('.problem, [aria-invalid=true]');
  await browser.lookHere(page, 'resident-nowhere');
  await page.selectOption('[name=from_unit]', 'P2');
  await page.getByRole('button', { name: 'Catat' }).click();
  await page.waitForURL('**/residents');
  assert.match(await page.innerText('main'), /dihitung di tempat asalnya/);
  await browser.look(page, '/residents', 'residents');

  await browser.look(page, `/reports?month=${month}`, 'reports');
  await page.goto(`/language/en?to=${encodeURIComponent(`/reports?month=${month}`)}`);
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.waitForURL('**/reports/file*');
  const incomplete = here(page);
  await browser.look(page, incomplete, 'report-not-complete');
  await page.goto(`/language/en?to=${encodeURIComponent(incomplete)}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Make the file all the same' }).click();
  assert.match((await download).suggestedFilename(), /^kawan-sigizi-.*\.xlsx$/);

  // What is missing is named; "which two?" is answered from the id that a file carries.
  await browser.look(page, `/reports/missing?month=${month}`, 'missing');
  await page.goto(`/language/en?to=${encodeURIComponent(`/reports?month=${month}`)}`);
  const toFill = page.waitForEvent('download');
  await page.getByRole('link', { name: 'The file to fill in (CSV)' }).click();
  assert.equal((await toFill).suggestedFilename(), 'padanan-dhis2.csv');
  await page.fill('[name=id]', `SIGIZI_14:${month}:SEMUA | Belum lengkap`);
  await page.getByRole('button', { name: 'Who is it?' }).click();
  await page.waitForURL('**/figures/people*');
  assert.match(await page.innerText('main'), /Citra/);

  await browser.look(page, '/months', 'months');
  await browser.look(page, `/months/${month}`, 'month-open');
  await page.goto(`/language/en?to=/months/${month}`);
  await page.getByRole('button', { name: /^Close / }).click();
  await page.getByText('The month is closed.').waitFor();
  await browser.lookHere(page, 'month-closed');
  await page.fill('[name=reason]', 'Bayi terlambat dicatat');
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByText('The month is open again.').waitFor();

  await browser.look(page, '/backups', 'backups');
  await page.goto('/language/en?to=/backups');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.waitForURL('**/backups');
  for (let times = 0; times < 60 && await page.locator('table.cards tbody tr').count() < 2;
    times += 1) {
    await page.waitForTimeout(500);
    await page.goto('/backups');
  }
  assert.equal(await page.locator('table.cards tbody tr').count(), 2);

  const midwife = await browser.open(centre);
  await browser.firstTime(midwife, centre, 'Wati');
  await browser.look(midwife, figures, 'figures-midwife');
  const district = await browser.open(centre);
  await browser.firstTime(district, centre, 'Dinas');
  await browser.look(district, figures, 'figures-district');
  assert.equal(await district.locator('main a[href^="/figures/people"]').count(), 0);
  await browser.look(district, '/arrivals', 'arrivals-district');
  assert.equal(await district.getByText('Ani').count(), 0);
}
