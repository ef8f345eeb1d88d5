// The first morning: a code becomes a password; out and in again; what is not hers is not here.
import { strict as assert } from 'node:assert';

export async function run({ centre, browser }) {
  centre.init();
  centre.addUser('Rina <b>Koord</b>', 'KOORD');
  centre.addUser('Dinas', 'DINKES');
  await centre.start();
  const page = await browser.open(centre);
  await browser.look(page, '/sign-in', 'sign-in');
  await browser.look(page, '/first-time', 'first-time');

  await page.goto('/first-time');
  await page.fill('[name=code]', 'AAAA-BBBB');
  await page.fill('[name=password]', 'tiga kata sendiri');
  await page.fill('[name=again]', 'tiga kata sendiri');
  await page.click('main button[type=submit]');
  await browser.lookHere(page, 'first-time-wrong-code');

  await browser.firstTime(page, centre, 'Rina <b>Koord</b>');
  assert.match(await page.innerText('.foot'), /Rina <b>Koord<\/b>/);
  await browser.look(page, '/', 'home');
  await browser.look(page, '/account', 'account');
  await browser.look(page, '/nothing/here', 'not-found');

  // The keyboard's first stop leads past the navigation.
  await page.goto('/account');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#main$/);

  await page.click('.foot button');
  await page.waitForURL('**/sign-in');
  await page.goto('/account');
  assert.match(page.url(), /sign-in\?to=/);
  await page.fill('[name=name]', 'Rina <b>Koord</b>');
  await page.fill('[name=password]', 'bukan ini sama sekali');
  await page.click('main button[type=submit]');
  await browser.lookHere(page, 'sign-in-wrong');
  await page.fill('[name=password]', 'tiga kata sendiri');
  await page.click('main button[type=submit]');
  await page.waitForURL('**/account');

  const district = await browser.open(centre);
  await browser.firstTime(district, centre, 'Dinas');
  await browser.look(district, '/', 'home-district');
}
