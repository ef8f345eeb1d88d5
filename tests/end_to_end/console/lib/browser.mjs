// Chromium as people use it, and what every page must stand: axe finds nothing, nothing scrolls
// sideways, in both languages, on a phone and on a desk; a picture of each.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { LookedAt } from './looked_at.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [{ width: 360, height: 740 }, { width: 1366, height: 768 }];
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

export class Browser {
  static async start(pictures) {
    const executablePath = process.env.KAWAN_CHROMIUM || CHROMIUM.find(existsSync);
    assert(executablePath, 'no Chromium is installed: tools/install-packages tests');
    const self = new Browser();
    self.pictures = pictures;
    self.chromium = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    self.contexts = [];
    self.lookedAt = new LookedAt();
    return self;
  }

  // A browser of somebody's own; `page` belongs to it.
  async open(centre) {
    const context = await this.chromium.newContext({ ignoreHTTPSErrors: true, baseURL: centre.url,
      viewport: SIZES[1], javaScriptEnabled: true });
    this.contexts.push(context);
    this.lookedAt.watch(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    this.last = page;
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) {
        this.complaint = `${page.url()}: ${message.text()}`;
      }
    });
    return page;
  }

  // Sets the password with the code of her slip, and is signed in.
  async firstTime(page, centre, name, password = 'tiga kata sendiri') {
    await page.goto('/first-time');
    await page.fill('[name=code]', centre.codes[name]);
    await page.fill('[name=password]', password);
    await page.fill('[name=again]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/');
  }

  async signIn(page, name, password = 'tiga kata sendiri') {
    await page.goto('/sign-in');
    await page.fill('[name=name]', name);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/');
  }

  // A page that stands at an address: both languages, both sizes.
  async look(page, path, name) {
    for (const language of ['en', 'id']) {
      await page.goto(`/language/${language}?to=${encodeURIComponent(path)}`);
      await this.lookHere(page, `${name}-${language}`);
    }
  }

  // What is shown now (the answer to a form): both sizes.
  async lookHere(page, name) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.screenshot({ path: join(this.pictures, `${name}-${size.width}.png`),
        fullPage: true });
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth,
        document.documentElement.clientWidth]);
      assert(widths[0] <= widths[1], `${name} scrolls sideways at ${size.width}: ${widths}`);
      await this.#noViolation(page, `${name} at ${size.width}`);
    }
    assert.equal(this.complaint, undefined, `the browser complained: ${this.complaint}`);
    await this.lookedAt.note(page);
  }

  async #noViolation(page, where) {
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => (await window.axe.run()).violations.map(
      (each) => `${each.id}: ${each.help}\n${each.nodes.map((node) => node.html).join('\n')}`));
    assert.equal(found.length, 0, `axe at ${where} (${page.url()}):\n${found.join('\n')}`);
  }

  async pictureOfFailure(file) {
    try {
      await this.last.screenshot({ path: join(this.pictures, `failure-${file}.png`),
        fullPage: true });
      console.error(`${this.last.url()}\n${(await this.last.innerText('body')).slice(0, 1500)}`);
    } catch { /* there was no page yet */ }
  }

  async leave() {
    for (const context of this.contexts) await context.close();
    this.contexts = [];
    this.complaint = undefined;
  }

  async end() {
    await this.chromium.close();
  }
}
