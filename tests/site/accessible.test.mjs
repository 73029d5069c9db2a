// axe finds no violation, in any view; html-validate finds no mistake in any file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { DESKTOP, PHONE, VIEWS, address, close, inBrowser, open, ready, site } from './support.mjs';

after(close);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  await page.evaluate(axe);
  const results = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }));
  return results.violations.map((violation) => `${violation.id}: ${violation.nodes.length} × ${violation.nodes[0].html.slice(0, 200)}`);
}

const states = [...VIEWS.map((view) => `view:${view}`), 'as-of:2019', 'category:feature-stores', 'tool:feast', 'compare:mlflow+clearml', 'no-such-thing', 'category:nothing'];
for (const [device, options] of Object.entries({ desktop: DESKTOP, phone: PHONE })) for (const colorScheme of ['light', 'dark']) {
  test(`axe: ${device}, ${colorScheme}`, inBrowser, async () => {
    const page = await open(address(), { ...options, colorScheme, bypassCSP: true });
    await ready(page);
    for (const state of states) {
      await page.evaluate((state) => { location.hash = state; return new Promise((resolve) => { addEventListener('hashchange', resolve, { once: true }); }); }, state);
      assert.deepEqual(await violations(page), [], state);
    }
    await page.goto(address().replace('index.html', 'tools/seldon-core.html'));
    assert.deepEqual(await violations(page), [], 'the page of a tool');
  });
}

// Every rule that is switched off, and why.
const rules = {
  // maud writes elements of SVG with an end tag and attributes without a value as it likes; both are HTML.
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  // Long lines and trailing space are of the data.
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
};

test('html-validate: the page and the pages of all tools', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules });
  const files = ['index.html', ...fs.readdirSync(path.join(site(), 'tools')).map((file) => `tools/${file}`)];
  for (const file of files) {
    const report = await validator.validateString(fs.readFileSync(path.join(site(), file), 'utf8'), file);
    const found = report.results.flatMap((result) => result.messages.map((message) => `${file}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`));
    assert.deepEqual(found.slice(0, 10), []);
  }
});
