// A coordinator without a manual works off a Monday's list: ten families written down twice, ten
// conflicts, ten waiting changes. Page after page she presses what the page offers; in the end the
// lists are empty and each says what became of it. Steps are counted: what leads her on must not
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

  // Begins from Today, as she does in the morning.
  async begin(tile, name) {
    await this.press('link', 'Hari ini');
    this.presses += 1;
    await this.page.locator('a.tile.waiting', { hasText: tile }).click();
    await this.page.waitForLoadState();
    await this.picture(`${name}-list`);
    await this.press('link', 'Mulai dari yang pertama');
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
  await walk.begin('data ganda', 'duplicates');
  const joined = await workOff(walk, /^\/duplicates\/.+/, 'pair', async (done) => {
    const names = await walk.text('.pair');
    if (/Sri Wahyuni/.test(names)) {
      await walk.write('#why', 'Mereka kakak beradik');
      await walk.press('button', 'Bukan data ganda');
      return;
    }
    await walk.write('#reason', 'Sudah ditanyakan kepada ibunya');
    await walk.press('button', 'Gabungkan');
    if (done === 0) assert.match(await walk.text('[role=status]'), /Sudah digabung/);
  });
  assert(joined >= 10, `${joined} pairs`);
  const became = await walk.text();
  assert.match(became, /Tidak ada lagi yang menunggu/);
  assert.match(became, /Sitti Aminah[\s\S]*digabung/);
  assert.match(became, /Sri Wahyuningsih[\s\S]*bukan data ganda/);
  return joined;
}

async function conflicts(walk) {
  await walk.begin('Beda isi', 'conflicts');
  const decided = await workOff(walk, /^\/conflicts\/.+/, 'conflict', async (done) => {
    const answer = done % 2 === 0 ? /^Yang sekarang/ : /^Yang datang kemudian/;
    await walk.choose(walk.page.getByLabel(answer).first());
    await walk.press('button', 'Putuskan');
  });
  assert.equal(decided, 10);
  const became = await walk.text();
  assert.match(became, /Halimah[\s\S]*diputuskan[\s\S]*Tanggal lahir/);
  return decided;
}

async function waiting(walk) {
  await walk.begin('tertahan', 'waiting');
  const decided = await workOff(walk, /^\/quarantine\/.+/, 'change', async (done) => {
    const why = await walk.text();
    if (/40 huruf/.test(why)) {
      await walk.write('[name="answer.note"]', 'Ibu dan bayi sehat');
      await walk.press('button', 'Perbaiki lalu terima');
    } else if (/diawali 0/.test(why)) {
      await walk.write('[name="answer.phone"]', '081299991111');
      await walk.press('button', 'Perbaiki lalu terima');
    } else {
      await walk.press('button', 'Terima apa adanya');
    }
    if (done < 1) assert.match(await walk.text('[role=status]'), /Ini yang berikutnya/);
  });
  assert.equal(decided, 10);
  assert.match(await walk.text(), /Rohani[\s\S]*diterima/);
  return decided;
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
  const each = walk.presses / (pairs + told);
  console.log(`${pairs} pairs, ${told} other decisions: ${walk.presses} presses`);
  assert(each <= 3, `${each} presses for a decision`);
  await page.goto('/');
  assert.doesNotMatch(await walk.text(), /data ganda yang perlu|Beda isi yang|tertahan yang/);
  for (const path of ['/duplicates', '/conflicts', '/quarantine']) {
    await browser.look(page, path, `ten-became${path.replace('/', '-')}`);
  }
}
