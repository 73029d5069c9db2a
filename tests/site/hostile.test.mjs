// Texts of a catalog are never markup: not in the page, not in the pages of tools, not in the other files.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { catalogOf, hostile, hostileNames } from './catalogs.mjs';
import { PHONE, VIEWS, address, close, inBrowser, open, read, ready, site } from './support.mjs';

after(close);
const catalog = hostile();
const names = Object.values(hostileNames);

async function assertHarmless(page) {
  const found = await page.evaluate(() => ({
    elements: document.querySelectorAll('img, iframe, object, embed, body u, body i:not([class]):not(button i):not(summary i)').length,
    handlers: [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
    scripts: document.querySelectorAll('script').length,
    addresses: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')).filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
  }));
  assert.equal(found.elements, 0);
  assert.equal(found.handlers, 0);
  assert.ok(found.scripts <= 2);
  assert.deepEqual(found.addresses, []);
}

test('hostile texts in every view, panel and comparison', inBrowser, async () => {
  const page = await open(address('', catalog));
  page.on('dialog', () => assert.fail('a script of the catalog ran'));
  await ready(page);
  for (const view of VIEWS) { await page.click(`#tab-${view}`); await assertHarmless(page); }
  await page.click('#tab-table');
  const shown = await page.$$eval('.tools tbody th', (cells) => cells.map((cell) => cell.textContent));
  assert.deepEqual(shown.sort(), [...names].sort());
  for (const id of Object.keys(hostileNames)) {
    await page.goto(address(`tool:${id}`, catalog));
    assert.equal(await page.textContent('#panel h2'), hostileNames[id]);
    await assertHarmless(page);
  }
  await page.goto(address('compare:script+quotes+emoji', catalog));
  await assertHarmless(page);
  await page.fill('#query', '<img src=x onerror=alert(1)> category:<b>');
  assert.match(await page.textContent('#problem'), /unknown category `<b>`/);
  await assertHarmless(page);
  assert.deepEqual(page.complaints, []);
});

test('long and foreign names do not make a phone scroll sideways', inBrowser, async () => {
  const page = await open(address('', catalog), PHONE);
  await ready(page);
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
  }
});

test('the pages of tools', inBrowser, async () => {
  for (const id of Object.keys(hostileNames)) {
    const page = await open(address('', catalog).replace('index.html', `tools/${id}.html`));
    assert.equal(await page.textContent('h1'), hostileNames[id]);
    assert.equal(JSON.parse(await page.textContent('script[type="application/ld+json"]')).name, hostileNames[id]);
    await assertHarmless(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('the policy forbids what is not the page\'s own, inline styles too', inBrowser, async () => {
  const page = await open(address('', catalog));
  await ready(page);
  await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)" onclick="document.title = 1">x</p>'); document.querySelector('#styled').click(); });
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('#styled')).color), 'rgb(1, 2, 3)');
  assert.equal(await page.title(), 'The MLOps landscape');
  assert.ok(page.complaints.length > 0, 'the browser says so');
  assert.ok(!/style="/.test(read('index.html', catalog).replace(/<script>.*?<\/script>/gs, '')));
});

test('html-validate: hostile texts leave valid files', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'void-style': 'off', 'attribute-boolean-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off' } });
  for (const file of ['index.html', ...Object.keys(hostileNames).map((id) => `tools/${id}.html`)]) {
    const report = await validator.validateString(fs.readFileSync(path.join(site(catalog), file), 'utf8'), file);
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((message) => `${file} ${message.ruleId}: ${message.message}`)), []);
  }
});

test('JSON in the page never has a <', () => {
  const [, data] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(read('index.html', catalog));
  assert.ok(!data.includes('<'));
  assert.deepEqual(JSON.parse(data).tools.map((tool) => tool.name).sort(), [...names].sort());
});

test('an empty catalog is a page as well', inBrowser, async () => {
  const page = await open(address('', catalogOf({})));
  await ready(page);
  for (const view of VIEWS) await page.click(`#tab-${view}`);
  assert.deepEqual(page.complaints, []);
});
