// A coordinator without a manual works off a Monday's list: ten families written down twice, ten
// conflicts, ten waiting changes. Page after page she presses what the page offers; in the end the
// lists are empty and one page says what became of each. Steps are counted: what leads her on must not
// get lost.
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { tenOfEach } from '../lib/ten_of_each.mjs';

const ROUNDS_MAX = 60;

class Walk {
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
    this.presses = 0;
    this.shown = 0;
  }

  // What she sees without scrolling, and the whole page.
  async picture(name) {
    this.shown += 1;
    const file = `ten-${String(this.shown).padStart(2, '0')}-${name}`;
    for (const size of [{ width: 360, height: 740 }, { width: 1366, height: 768 }]) {
      await this.page.setViewportSize(size);
      await this.page.screenshot({ path: join(this.browser.pictures, `${file}-${size.width}.png`),
        fullPage: true });
    }
  }

  async press(role, name) {
    this.presses += 1;
    await this.page.getByRole(role, { name, exact: true }).first().click();
    await this.page.waitForLoadState();
  }

  async choose(locator) {
    this.presses += 1;
    await locator.check();
  }

  async write(selector, text) {
    this.presses += 1;
    await this.page.fill(selector, text);
  }

  text(selector = 'main') {
    return this.page.innerText(selector);
  }

  is(pattern) {
    return pattern.test(new URL(this.page.url()).pathname);
  }

  // From Today, as she begins in the morning: the tile opens the first that waits.
  async begin(tile) {
    await this.press('link', 'Hari ini');
    this.presses += 1;
    await this.page.locator('a.tile.waiting', { hasText: tile }).click();
    await this.page.waitForLoadState();
  }

  // A list that is done leads on to the next.
  async goOn(words) {
    this.presses += 1;
    await this.page.getByRole('link', { name: words }).click();
    await this.page.waitForLoadState();
  }
}

// Decides one after the other until the page leads back to the list.
async function workOff(walk, one, name, decide) {
  let done = 0;
  while (walk.is(one)) {
    assert(done < ROUNDS_MAX, 'the list never ends');
    // The households of two who were just joined are shown also where comparing, which goes on
    // beside her, holds them for a pair no longer: then the page says so, and leads on.
    const isListed = (await walk.page.locator('.steps').count()) > 0;
    if (isListed) assert.match(await walk.text('.steps'), /Nomor \d+ dari \d+/);
    if (!isListed) {
      assert.match(await walk.text(), /tidak lagi menunggu/);
      await walk.picture(`${name}-let-go`);
    }
    if (done < 2) await walk.picture(`${name}-${done + 1}`);
    await decide(done);
    done += 1;
  }
  await walk.picture(`${name}-done`);
  return done;
}

async function duplicates(walk) {
  await walk.begin('data ganda');
  const joined = await workOff(walk, /^\/duplicates\/.+/, 'pair', async (done) => {
    const names = await walk.text('main table');
    if (/Sri Wahyuni/.test(names)) {  // sisters, and the houses that they live in
      const why = /Anggotanya/.test(names) ? 'Rumahnya berbeda' : 'Mereka kakak beradik';
      await walk.choose(walk.page.locator(`input[name=why][value="${why}"]`));
      await walk.press('button', 'Bukan data ganda');
      return;
    }
    await walk.choose(walk.page.locator('input[name=reason]').first());
    await walk.press('button', 'Gabungkan');
    if (done === 0) assert.match(await walk.text('[role=status]'), /Sudah digabung/);
  });
  assert(joined >= 10, `${joined} pairs`);
  assert.match(await walk.text(), /Tidak ada lagi yang menunggu/);
  return joined;
}

async function conflicts(walk) {
  await walk.goOn(/^Lanjut: Beda isi/);
  const decided = await workOff(walk, /^\/conflicts\/.+/, 'conflict', async (done) => {
    assert.match(await walk.text(), /Sebelum keduanya menulis: (belum diisi|001|[A-Z0-9])/);
    await walk.choose(walk.page.locator(done % 2 === 0 ? '#choice-standing' : '#choice-incoming'));
    await walk.press('button', 'Putuskan');
  });
  assert.equal(decided, 10);
  return decided;
}

async function waiting(walk) {
  await walk.goOn(/^Lanjut: Perubahan tertahan/);
  const decided = await workOff(walk, /^\/quarantine\/.+/, 'change', async (done) => {
    const why = await walk.text();
    if (/paling banyak 40/.test(why)) {
      await walk.write('[name="answer.note"]', 'Ibu dan bayi sehat');
      await walk.press('button', 'Perbaiki lalu terima');
    } else if (/diawali 0/.test(why)) {
      await walk.write('[name="answer.phone"]', '081299991111');
      await walk.press('button', 'Perbaiki lalu terima');
    } else {
      assert.match(why, /Akses laptop ditutup[\s\S]*laptop hilang/);
      await walk.press('button', 'Terima apa adanya');
      assert.match(await walk.text('[role=status]'), /beri tahu kader lewat telepon/);
    }
    if (done < 1) assert.match(await walk.text('[role=status]'), /Ini yang berikutnya/);
  });
  assert.equal(decided, 10);
  return decided;
}

// One press away: what became of each, and why.
async function became(walk) {
  await walk.goOn('Lihat hasil tiap keputusan');
  await walk.picture('decided');
  const text = await walk.text();
  for (const each of [/Sitti Aminah[\s\S]*digabung/, /Sri Wahyuningsih[\s\S]*bukan data ganda/,
    /Halimah[\s\S]*diputuskan[\s\S]*Tanggal lahir/, /081299991111/]) {
    assert.match(text, each);
  }
}

// What one cadre wrote, and what became of it.
async function ofCadre(walk, name) {
  await walk.page.selectOption('[name=cadre]', { label: name });
  await walk.page.getByRole('button', { name: 'Tampilkan' }).click();
  await walk.page.waitForLoadState();
  const rows = await walk.page.locator('main tbody tr').allInnerTexts();
  for (const row of rows) assert.match(row, new RegExp(name));
  return rows;
}

// On a phone a decision is one glance.
async function briefOnPhone(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/decided');
  const heights = await page.locator('main tbody tr').evaluateAll(
    (rows) => rows.map((row) => row.getBoundingClientRect().height).sort((a, b) => a - b));
  const middle = heights[Math.floor(heights.length / 2)];
  assert(middle <= 160, `half of the decisions are higher than ${middle} on a phone`);
}

// The server compares at its next quiet moment.
async function compared(page) {
  for (let look = 0; look < 120; look += 1) {
    await page.goto('/duplicates');
    const text = await page.innerText('main');
    if (/Ratnasari/.test(text) && !/masih dibandingkan/.test(text)) return;
    await page.waitForTimeout(500);
  }
  assert.fail('the new records were never compared');
}

export async function run({ centre, browser, build }) {
  await tenOfEach(centre, build);
  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina Marlina');
  await compared(page);
  const walk = new Walk(browser, page);
  await page.goto('/');
  await walk.picture('today');
  const pairs = await duplicates(walk);
  const told = (await conflicts(walk)) + (await waiting(walk));
  await became(walk);
  const lost = await ofCadre(walk, 'Tuti Alawiyah');
  assert.equal(lost.length, 6);
  for (const row of lost) assert.match(row, /diterima/);
  const hers = await ofCadre(walk, 'Ani Kartika');
  assert(hers.some((row) => /digabung/.test(row)), 'no joining of what she wrote');
  await briefOnPhone(page);
  const each = walk.presses / (pairs + told);
  console.log(`${pairs} pairs, ${told} other decisions: ${walk.presses} presses`);
  assert(each <= 3, `${each} presses for a decision`);
  await page.goto('/');
  assert.doesNotMatch(await walk.text(), /data ganda yang perlu|Beda isi yang|tertahan yang/);
  for (const path of ['/duplicates', '/conflicts', '/quarantine', '/decided']) {
    await browser.look(page, path, `ten-became${path.replace('/', '-')}`);
  }
}
