// People and laptops: a cadre is added with her slip, her area changes hands, she is shut out; a
// posyandu is added; who did what is found again.
import { strict as assert } from 'node:assert';

const HOSTILE = 'Siti "Aminah" <script>alert(1)</script> \u202E\u{1F476}';

async function pressAndWait(page, label, address) {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await page.waitForURL(address);
}

export async function run({ centre, browser }) {
  centre.init();
  centre.addUser('Rina', 'KOORD');
  centre.addUser('Ani', 'KADER', ['P2']);
  await centre.start();
  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina');

  await browser.look(page, '/users', 'users');
  await browser.look(page, '/users/new', 'user-new');
  await page.goto('/users/new');
  await page.fill('[name=name]', HOSTILE);
  await page.selectOption('[name=role]', 'KADER');
  await page.getByLabel(/Melati 1/).check();
  await page.getByRole('button', { name: 'Tambah dan buat slip' }).click();
  await page.waitForSelector('.qr');
  assert.match(await page.innerText('.slip'), /127\.0\.0\.1:8443/);
  await browser.lookHere(page, 'slip');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 560, height: 794 });
  await page.screenshot({ path: `${browser.pictures}/slip-print.png`, fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1366, height: 768 });

  // Sent again by the browser's own button: nothing is added twice.
  await page.reload();
  await browser.lookHere(page, 'slip-again');
  await page.goto('/users');
  assert.equal(await page.getByRole('link', { name: /Siti "Aminah"/ }).count(), 1);

  await page.getByRole('link', { name: /Siti "Aminah"/ }).click();
  const her = new URL(page.url()).pathname;
  await browser.look(page, her, 'user');
  await page.goto(her);
  await page.locator('summary', { hasText: 'Melati 1' }).click();
  await page.selectOption('#to-P1', { label: 'Ani' });
  await pressAndWait(page, 'Serahkan', `**${her}`);
  await browser.lookHere(page, 'user-handed-over');

  // Two pages of the same user: the second is told.
  const other = await page.context().newPage();
  await other.goto(her);
  await page.goto(her);
  await page.fill('#reason', 'pindah tugas');
  await page.selectOption('#role', 'BIDAN');
  await page.getByRole('button', { name: 'Ubah peran' }).click();
  await page.waitForURL(`**${her}`);
  await other.fill('[name=out-reason]', 'salah orang');
  await other.getByRole('button', { name: 'Tutup aksesnya' }).click();
  await browser.lookHere(other, 'stale');
  assert.match(await other.innerText('h1'), /Sudah diubah sementara itu/);
  await other.close();

  await page.goto(her);
  await page.fill('[name=out-reason]', 'tidak bertugas lagi');
  await page.getByRole('button', { name: 'Tutup aksesnya' }).click();
  await page.waitForURL(`**${her}`);
  assert.match(await page.innerText('.facts'), /akses ditutup/);

  await browser.look(page, '/units', 'units');
  await page.goto('/units');
  await page.fill('[name=code]', 'P3');
  await page.fill('[name=name]', 'Anggrek <3');
  await page.fill('[name=village]', 'Sukarasa');
  await pressAndWait(page, 'Tambah', '**/units');
  assert.match(await page.innerText('table'), /Anggrek <3/);
  await browser.look(page, '/units/P3', 'unit');

  await browser.look(page, '/laptops', 'laptops');
  await browser.look(page, '/pin', 'pin');
  await page.goto('/pin');
  await page.fill('[name=request-text]', 'bukan permintaan');
  await page.getByRole('button', { name: 'Buat jawaban' }).click();
  await browser.lookHere(page, 'pin-wrong');
  await browser.look(page, '/erasure', 'erasure');
  await browser.look(page, '/audit', 'audit');
  await page.goto('/audit');
  assert.match(await page.innerText('table'), /menutup akses pengguna/);

  // What her role does not open is not shown and not here.
  centre.addUser('Admin', 'ADMIN');
  const admin = await browser.open(centre);
  await browser.firstTime(admin, centre, 'Admin');
  await browser.look(admin, '/users', 'users-admin');
  const refused = await admin.goto('/erasure');
  assert.equal(refused.status(), 403);
  await browser.lookHere(admin, 'not-allowed');
}
