// The page in a browser: every view, the address, typing, sliding, playing, the keyboard alone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, VIEWS, address, close, fragment, inBrowser, open, pageData, ready, serve, shown, site } from './support.mjs';

after(close);
const count = () => pageData().tools.length;
const tools = (number) => `${number.toLocaleString('en')} ${number === 1 ? 'tool' : 'tools'}`;

for (const [device, options] of Object.entries({ desktop: DESKTOP, phone: PHONE })) for (const colorScheme of ['light', 'dark']) {
  test(`every view: ${device}, ${colorScheme}`, inBrowser, async () => {
    const page = await open(address(), { ...options, colorScheme });
    await ready(page);
    for (const view of VIEWS) {
      await page.click(`#tab-${view}`);
      assert.equal(await page.getAttribute(`#tab-${view}`, 'aria-selected'), 'true');
      assert.ok((await page.textContent('#head h2')).length > 5, view);
      assert.ok(await page.evaluate(() => document.querySelector('#body').scrollHeight > 100), `${view} shows something`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} is not wider than the screen`);
      assert.equal(await fragment(page), view === 'lifespans' ? '' : `#view:${view}`);
    }
    assert.deepEqual(page.complaints, []);
  });
}

test('the start view fits one screen', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  assert.ok(await page.evaluate(() => document.querySelector('#lifespans').getBoundingClientRect().bottom <= innerHeight));
});

test('from a server below a path', inBrowser, async () => {
  const server = await serve(site());
  try {
    const page = await open(`${server.url}#category:feature-stores&tool:feast`);
    await ready(page);
    assert.equal(await page.textContent('#panel h2'), 'Feast');
    await page.click('#panel .links a:has-text("Permanent page")');
    assert.equal(await page.textContent('h1'), 'Feast');
  } finally { server.close(); }
});

test('typing asks, replaces the address, and says what is wrong', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  const before = await page.evaluate(() => history.length);
  await page.click('#query');
  await page.keyboard.type('category:feature-stores license:open-source');
  const asked = pageData().tools.filter((tool) => tool.categories.includes('feature-stores') && tool.license.type === 'open-source').length;
  assert.equal(await shown(page), `${asked} of ${tools(count())}`);
  assert.equal(await fragment(page), '#category:feature-stores&license:open-source');
  assert.equal(await page.evaluate(() => history.length), before);
  await page.fill('#query', 'category:feature-store');
  assert.equal(await page.textContent('#problem'), 'unknown category `feature-store`; did you mean `feature-stores`?');
  await page.fill('#query', 'feast');
  assert.ok(await page.isHidden('#problem'));
  assert.match(await shown(page), /^[1-9]\d? of /);
  await page.keyboard.press('Escape');
  assert.equal(await shown(page), `${count()} of ${tools(count())}`);
});

test('clicks make entries of the history, and back and forward follow them', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  await page.click('[data-facet="license"][data-value="private"]');
  await page.click('#tab-map');
  await page.click('.tile >> nth=0');
  const steps = ['', '#license:private', '#license:private&view:map'];
  assert.match(await fragment(page), /^#license:private&view:map&tool:[a-z0-9-]+$/);
  for (const expected of steps.toReversed()) { await page.goBack(); assert.equal(await fragment(page), expected); }
  assert.equal(await shown(page), `${count()} of ${tools(count())}`);
  await page.goForward();
  await page.goForward();
  assert.equal(await page.getAttribute('[data-facet="license"][data-value="private"]', 'aria-pressed'), 'true');
  assert.equal(await page.getAttribute('#tab-map', 'aria-selected'), 'true');
});

test('the slider shows every view as of a year, and rows keep their place', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  const slide = (year) => page.evaluate((year) => { const slider = document.querySelector('#year'); slider.value = year; slider.dispatchEvent(new Event('input', { bubbles: true })); return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }); }, year);
  const rows = () => page.evaluate(() => [...document.querySelectorAll('#lifespans .group')].map((title) => title.getAttribute('y')).join());
  await slide(2019);
  assert.equal(await fragment(page), '#as-of:2019');
  const at2019 = await rows();
  const alive = await shown(page);
  assert.match(await page.getAttribute('#year', 'aria-valuetext'), /^2019: \d+ tools alive, of which \d+ open source$/);
  await slide(2021);
  assert.equal(await rows(), at2019);
  assert.notEqual(await shown(page), alive);
  for (const view of VIEWS) { await page.click(`#tab-${view}`); await slide(2018); assert.match(await fragment(page), /as-of:2018/); await slide(2022); }
  assert.deepEqual(page.complaints, []);
});

test('playing goes through the years to today, and can be stopped', inBrowser, async () => {
  const page = await open(address());
  await page.clock.install();
  await ready(page);
  await page.click('#play');
  assert.equal(await page.textContent('#play'), '■ Stop');
  await page.clock.runFor(1500);
  assert.match(await fragment(page), /^#as-of:\d{4}$/);
  await page.click('#play');
  const stopped = await fragment(page);
  await page.clock.runFor(3000);
  assert.equal(await fragment(page), stopped);
  await page.click('#play');
  await page.clock.runFor(30000);
  assert.equal(await fragment(page), '');
  assert.equal(await page.textContent('#play'), '▶ Play');
});

test('deep links: a query, a year, a view, tools side by side, what does not exist', inBrowser, async () => {
  const page = await open(address('category:feature-stores&as-of:2021&view:table&sort:released'));
  await ready(page);
  const dates = await page.$$eval('.tools tbody tr td:nth-of-type(2)', (cells) => cells.map((cell) => cell.textContent));
  assert.ok(dates.length > 3 && dates.every((date, i) => i === 0 || dates[i - 1] <= date));
  await page.goto(address('compare:mlflow+clearml'));
  assert.deepEqual(await page.$$eval('#panel thead th', (cells) => cells.map((cell) => cell.textContent)), ['MLflow', 'ClearML']);
  await page.goto(address('tool:mlfow'));
  assert.equal(await page.textContent('#panel h2'), 'Unknown tool');
  await page.click('#panel p a');
  assert.equal(await page.textContent('#panel h2'), 'MLflow');
  await page.goto(address('as-of:9999&view:nothing'));
  assert.match(await page.textContent('#problem'), /9999 is later than this catalog.*unknown view `nothing`/);
  assert.deepEqual(page.complaints, []);
});

test('the keyboard alone: search, views, bars, panel, slider', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'query');
  await page.focus('#tab-lifespans');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-map');
  assert.equal(await fragment(page), '#view:map');
  await page.keyboard.press('Home');
  await page.focus('#lifespans');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const heard = await page.textContent('#live');
  assert.match(heard, /, \d{4}[\d-]*, .+, (active|inactive|archived|discontinued)$/);
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('#panel h2'), heard.split(',')[0]);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
  await page.keyboard.press('Escape');
  assert.ok(await page.isHidden('#panel'));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'lifespans');
  await page.focus('#year');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => location.hash);
  assert.match(await fragment(page), /^#as-of:\d{4}$/);
  await page.focus('[data-facet="status"][data-value="active"]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.value), 'active', 'the focus stays on the filter');
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'view');
});

test('comparing by name', inBrowser, async () => {
  const page = await open(address('tool:mlflow'));
  await ready(page);
  await page.fill('#panel input', 'clearmll');
  await page.click('#panel button[type=submit]');
  assert.equal(await page.textContent('#panel .problem'), 'unknown tool `clearmll`; did you mean `ClearML`?');
  await page.fill('#panel input', 'Clear ML');
  await page.keyboard.press('Enter');
  assert.equal(await fragment(page), '#compare:mlflow+clearml');
});

test('forced colors keep swatches and what is selected', inBrowser, async () => {
  const page = await open(address('license:private'), { forcedColors: 'active' });
  await ready(page);
  const style = await page.evaluate(() => {
    const pressed = getComputedStyle(document.querySelector('.facet[aria-pressed=true]')), swatch = getComputedStyle(document.querySelector('.swatch.private'));
    return { outline: pressed.outlineStyle, swatch: swatch.backgroundColor };
  });
  assert.equal(style.outline, 'solid');
  assert.equal(style.swatch, 'rgb(168, 58, 28)');
});

test('without script: every tool as text, and no control that does nothing', inBrowser, async () => {
  const page = await open(address(), { javaScriptEnabled: false });
  assert.ok(!(await page.isVisible('#query')) && !(await page.isVisible('#theme')));
  assert.equal(await page.locator('#plain tbody tr').count(), count());
  await page.locator('#plain summary').first().click();
  await page.locator('#plain tbody a').first().click();
  assert.ok((await page.textContent('h1')).length > 1);
});
