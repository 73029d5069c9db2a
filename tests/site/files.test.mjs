// The files beside the page are what they claim to be, as a browser reads them.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, inBrowser, launch, pageData, read } from './support.mjs';

after(close);

/* Well-formed XML, or what is wrong with it. */
async function parsed(texts, then) {
  const page = await (await launch()).newPage();
  return page.evaluate(`(${(texts, then) => texts.map((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    return document.querySelector('parsererror')?.textContent ?? new Function('document', `return (${then})(document)`)(document);
  })})(${JSON.stringify(texts)}, ${JSON.stringify(String(then))})`);
}

test('the plots are SVG with a title and a sentence', inBrowser, async () => {
  const names = ['lifespans', 'overlap', 'errata', 'evidence'].flatMap((name) => [`${name}.svg`, `${name}-dark.svg`]);
  const found = await parsed(names.map((name) => read(name)), (document) => ({ root: document.documentElement.namespaceURI, title: document.querySelector('title').textContent, sentence: document.querySelector('desc').textContent }));
  for (const [i, plot] of found.entries()) {
    assert.equal(plot.root, 'http://www.w3.org/2000/svg', JSON.stringify(plot));
    assert.ok(plot.title.length > 10 && plot.sentence.length > 20, names[i]);
    assert.ok(!read(names[i]).includes('var('), 'every color is written out');
    assert.ok(!/<(script|image|foreignObject)/.test(read(names[i])));
  }
});

test('the feed is Atom: what an entry needs, ids of their own, the latest first', inBrowser, async () => {
  const [feed] = await parsed([read('changes.atom')], (document) => {
    const text = (node, name) => node.querySelector(`:scope > ${name}`)?.textContent;
    const entries = [...document.querySelectorAll('entry')].map((entry) => ({ id: text(entry, 'id'), title: text(entry, 'title'), updated: text(entry, 'updated'), page: entry.querySelector(':scope > link[rel=alternate]')?.getAttribute('href') }));
    return { root: document.documentElement.namespaceURI, id: text(document.documentElement, 'id'), title: text(document.documentElement, 'title'), updated: text(document.documentElement, 'updated'), author: document.querySelector('author > name').textContent, entries };
  });
  const moment = /^\d{4}-\d\d-\d\dT00:00:00Z$/;
  assert.equal(feed.root, 'http://www.w3.org/2005/Atom', JSON.stringify(feed));
  assert.ok(feed.id.startsWith('urn:') && feed.title && feed.author && moment.test(feed.updated));
  assert.ok(feed.entries.length > 100);
  assert.equal(new Set(feed.entries.map((entry) => entry.id)).size, feed.entries.length);
  for (const [i, entry] of feed.entries.entries()) {
    assert.match(entry.id, /^urn:mlops-catalog:[a-z0-9-]+:[a-z-]+(:\d+)?$/);
    assert.ok(moment.test(entry.updated) && entry.title);
    assert.ok(i === 0 || feed.entries[i - 1].updated >= entry.updated);
  }
  const ids = new Set(pageData().tools.map((tool) => tool.id));
  assert.ok(feed.entries.every((entry) => ids.has(entry.id.split(':')[2]) && entry.page === `tools/${entry.id.split(':')[2]}.html`));
});
