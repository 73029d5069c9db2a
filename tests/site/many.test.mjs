// The budget of bytes; a thousand tools draw, slide and stay usable.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { many } from './catalogs.mjs';
import { VIEWS, address, close, inBrowser, open, pageData, read, ready, shown } from './support.mjs';

after(close);
const gzipped = (catalog) => gzipSync(read('index.html', catalog), { level: 9 }).length;
// 100 KB at 286 tools, 200 KB at 1,000, and between and beyond in proportion.
const budget = (tools) => 1000 * (100 + (tools - 286) * 100 / 714);
const thousand = many(1000);

test('the bytes of index.html, gzipped', () => {
  const tools = pageData().tools.length;
  for (const [count, bytes] of [[tools, gzipped()], [1000, gzipped(thousand)]]) {
    console.log(`${count} tools: ${read('index.html', count === tools ? undefined : thousand).length} bytes, ${bytes} gzipped`);
    assert.ok(bytes <= budget(count), `${bytes} bytes of ${budget(count)} for ${count} tools`);
  }
});

test('a thousand tools draw and slide in every view', inBrowser, async () => {
  const page = await open(address('', thousand));
  await ready(page);
  assert.equal(await shown(page), '1,000 of 1,000 tools');
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    const times = await page.evaluate(async () => {
      const slider = document.querySelector('#year'), times = [];
      for (let year = Number(slider.max) - 1; year >= Number(slider.min); year -= 1) {
        slider.value = year;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
        times.push(Number(document.documentElement.dataset.drawn));
      }
      return times.sort((a, b) => a - b);
    });
    console.log(`${view}: a step of the slider takes ${times[times.length >> 1]} ms at the median, ${times.at(-1)} ms at most`);
    assert.match(await shown(page), /^\d+ of \d+ tools$/);
    await page.evaluate(() => { const slider = document.querySelector('#year'); slider.value = slider.max; slider.dispatchEvent(new Event('input', { bubbles: true })); });
    await page.waitForFunction(() => document.querySelector('#count').textContent === '1,000 of 1,000 tools');
  }
  assert.deepEqual(page.complaints, []);
});
