// One layout, two drawings: the bars of lifespans.svg are those that the script draws.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { address, close, inBrowser, open, pageData, pure, read, ready } from './support.mjs';

after(close);

/* Every piece of the paths: its class, its height, from where, to where. */
const pieces = (name, d) => [...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)H(-?[\d.]+)/g)].map(([, from, y, to]) => ({ name, y: Number(y), from: Number(from), to: Number(to) }));
const inFile = (svg) => [...svg.matchAll(/<g class="bars[^>]*>(.*?)<\/g>/gs)].flatMap(([, bars]) => [...bars.matchAll(/class="bar ([^"]+)" d="([^"]*)"/g)].flatMap(([, name, d]) => pieces(name, d)));
const order = (a, b) => a.name.localeCompare(b.name) || a.y - b.y || a.from - b.from;

function assertSame(drawn, expected) {
  assert.ok(expected.length > 100, 'the file has bars');
  assert.equal(drawn.length, expected.length);
  const sorted = [...expected].sort(order);
  [...drawn].sort(order).forEach((piece, i) => {
    assert.equal(piece.name, sorted[i].name);
    for (const key of ['y', 'from', 'to']) assert.ok(Math.abs(piece[key] - sorted[i][key]) <= 0.11, `${key} of ${JSON.stringify(piece)}: ${sorted[i][key]}`);
  });
}

test('the bars of lifespans.svg stand where the script places them', () => {
  const { complete, groupTools, timeScale, pictureLayout, lifeOf, barPaths, timeOf } = pure('complete', 'groupTools', 'timeScale', 'pictureLayout', 'lifeOf', 'barPaths', 'timeOf');
  const data = pageData(), metrics = data.layout, tools = data.tools.map((tool) => complete(tool, data.checked));
  const ordered = data.stages.flatMap((stage) => data.categories.filter((category) => category.stage === stage.id));
  const last = Number(data.checked.slice(0, 4)), oldest = Math.min(last - 1, ...tools.map((tool) => tool.year ?? last)), now = timeOf(data.checked);
  const svg = read('lifespans.svg'), band = Number(/<rect class="band" x="0" y="[\d.]+" width="([\d.]+)"/.exec(svg)[1]);
  const scale = timeScale(band, metrics.gutter, metrics.right, Math.max(oldest, last - metrics.years), now);
  const layout = pictureLayout(groupTools(tools, ordered), 580, metrics), lives = new Map(tools.map((tool) => [tool.id, lifeOf(tool, now)]));
  assertSame([...barPaths(layout.rows, lives, scale)].flatMap(([name, d]) => pieces(name, d)), inFile(svg));
});

test('as many bars are in the page, from the same to the same year', inBrowser, async () => {
  const page = await open(address());
  await ready(page);
  const drawn = await page.evaluate(() => [...document.querySelectorAll('#lifespans .bar')].map((bar) => [bar.getAttribute('class').slice(4), bar.getAttribute('d')]));
  const file = inFile(read('lifespans.svg')), screen = drawn.flatMap(([name, d]) => pieces(name, d));
  // Another width and height: the share of the axis is the same, and the order of the rows.
  const shares = (list) => {
    const first = Math.min(...list.map((one) => one.from)), last = Math.max(...list.map((one) => one.to)), heights = [...new Set(list.map((one) => one.y))].sort((a, b) => a - b);
    return list.map((one) => ({ name: one.name, y: heights.indexOf(one.y), from: 1000 * (one.from - first) / (last - first), to: 1000 * (one.to - first) / (last - first) })).sort(order);
  };
  assert.equal(screen.length, file.length);
  const [a, b] = [shares(screen), shares(file)];
  a.forEach((piece, i) => {
    assert.deepEqual([piece.name, piece.y], [b[i].name, b[i].y]);
    assert.ok(Math.abs(piece.from - b[i].from) < 1.2 && Math.abs(piece.to - b[i].to) < 1.2, JSON.stringify([piece, b[i]]));
  });
  assert.deepEqual(page.complaints, []);
});
