// A cadre forgot her PIN: her laptop's request is pasted at the health centre, the answer read off
// the page opens her laptop once, under a PIN of her own choosing.
import { strict as assert } from 'node:assert';
import { Laptop } from '../lib/laptop.mjs';

export async function run({ centre, browser, build }) {
  centre.init();
  centre.addUser('Rina', 'KOORD');
  centre.addUser('Ani "Bunga" <b>', 'KADER', ['P1']);
  await centre.start();
  const ani = new Laptop(build, centre, 'Ani "Bunga" <b>');
  const { code, request } = JSON.parse(ani.command(['--as-json', 'pin', 'forgotten']));

  const page = await browser.open(centre);
  await browser.firstTime(page, centre, 'Rina');
  for (const language of ['en', 'id']) {
    await page.goto(`/language/${language}?to=/pin`);
    await page.fill('[name=request-text]', request);
    await page.locator('main button[type=submit]').click();
    await page.waitForSelector('[name=answer]');
    assert.match(await page.innerText('.facts'), new RegExp(code));
    await browser.lookHere(page, `pin-answer-${language}`);
    // None of it is hidden, on a phone either: it is read aloud.
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 740 });
      assert(await page.locator('[name=answer]').evaluate(
        (box) => box.scrollHeight <= box.clientHeight), `the answer is cut at ${width}`);
    }
  }
  const answer = await page.inputValue('[name=answer]');
  await page.goto('/audit?what=pin_rescue');
  assert.match(await page.innerText('table'), /Ani "Bunga" <b>/);

  const file = centre.file('answer.txt', answer);
  ani.command(['pin', 'recover', file]);
  ani.pin = '31415926';
  ani.send();
}
