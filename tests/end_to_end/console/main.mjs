// Runs the stories one after the other, each in a health centre of its own.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './lib/browser.mjs';
import { Centre } from './lib/centre.mjs';

const [build, ...wanted] = process.argv.slice(2);
const pictures = join(build, 'console-pictures');
if (wanted.length === 0) rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

let failed = 0;
const files = readdirSync('stories').filter((file) => file.endsWith('.mjs')).sort();
const browser = await Browser.start(pictures);
for (const file of files) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  const story = await import(`./stories/${file}`);
  const began = Date.now();
  const centre = new Centre(build);
  try {
    await story.run({ centre, browser, build });
    console.log(`told: ${file} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED: ${file}: ${error.stack}`);
    await browser.pictureOfFailure(file);
    console.error(centre.log());
  } finally {
    await browser.leave();
    await centre.end();
  }
}
await browser.end();
const missing = browser.lookedAt.missing(build);
if (missing.length > 0) {
  console.error(`nobody looked at these pages in both languages:\n${missing.join('\n')}`);
  if (wanted.length === 0 && failed === 0) failed += 1;  // a story that failed has not seen its own
}
process.exit(failed === 0 ? 0 : 1);
