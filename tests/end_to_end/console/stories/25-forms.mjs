// A form gets a question more: uploaded, compared, published; a bad one is refused in words.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export async function run({ centre, browser }) {
  centre.init();
  centre.addUser('Rina', 'KOORD');
  await centre.start();
  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina');
  await browser.look(page, '/forms', 'forms');

  const source = join(process.env.KAWAN_SOURCE, 'shared/forms/definitions/outreach.json');
  const form = JSON.parse(readFileSync(source, 'utf8'));
  form.settings.version = '2';
  form.survey.push({ type: 'text', name: 'song', 'label::id': 'Lagu <penutup>',
    'label::en': 'Closing <song>' });
  const upload = async (text) => {
    await page.goto('/forms');
    await page.setInputFiles('[name=form]', { name: 'outreach.json', mimeType: 'application/json',
      buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Periksa' }).click();
  };
  await upload('{"survey": [');
  await browser.lookHere(page, 'form-refused');
  await upload(JSON.stringify(form));
  assert.match(await page.innerText('main'), /Lagu <penutup> \(song\)/);
  await browser.lookHere(page, 'form-compared');
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.waitForURL('**/forms');
  await browser.lookHere(page, 'form-published');
  assert.equal(centre.command(['form', 'list']).find((row) => row.form === 'outreach').version, '2');

  // More than the server takes at once.
  await upload(`{"survey": "${'x'.repeat(9 * 1024 * 1024)}"}`).catch(() => undefined);
  assert.match(await page.innerText('body'), /terlalu besar|Formulir/);
}
