// Catalogs that tests write: hostile texts, and many tools.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './support.mjs';

/* A directory of tools, each an object with the fields of its file. */
export function catalogOf(tools) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'mlops-catalog-tools-'));
  process.on('exit', () => fs.rmSync(directory, { recursive: true, force: true }));
  for (const file of ['catalog.yaml', 'categories.yaml']) fs.copyFileSync(path.join(root, 'catalog', file), path.join(directory, file));
  fs.mkdirSync(path.join(directory, 'tools'));
  // JSON is YAML.
  for (const [id, tool] of Object.entries(tools)) fs.writeFileSync(path.join(directory, 'tools', `${id}.yaml`), JSON.stringify(tool));
  return directory;
}

const plain = (name, fields = {}) => ({ name, description: 'Does something.', categories: ['model-serving'], license: { type: 'private' }, checked: '2026-11-23', ...fields });

const NAMES = {
  script: '<script>alert(1)</script>',
  closing: '</script></style></title><img src=x onerror=alert(1)>',
  quotes: `"double" 'single' \`back\` &amp; & &#60;`,
  handler: '" onmouseover="alert(1)" x="',
  template: '${alert(1)} {{7*7}} %3Cscript%3E',
  comment: '<!-- --> ]]> <![CDATA[',
  'right-to-left': 'כלי للتعلم الآلي',
  emoji: '🦀🧪👩‍🔬',
  markdown: '[x](javascript:alert(1)) *a* _b_ `c` | # d',
  formula: '=HYPERLINK("https://example.org")',
  long: `A name of two hundred characters ${'long '.repeat(34)}`.slice(0, 200).trim(),
};

export const hostile = () => catalogOf(Object.fromEntries(Object.entries(NAMES).map(([id, name], i) => [id, plain(name, {
  description: `${name} "quoted" <b>bold</b>`.slice(0, 120).trim(),
  aliases: [`${name} alias <i>`],
  vendor: `Vendor ${name}`.slice(0, 150).trim(),
  categories: i % 2 ? ['model-serving', 'feature-stores'] : ['feature-stores'],
  released: { date: `20${10 + i}-01-0${1 + i % 9}`, event: 'launch', source: `javascript:alert(1) <img src=x> ${name}` },
  license: { type: 'private', source: 'https://example.org/a?b=<c>&d="e"'.replace(/[<>"]/g, '') },
  history: [
    { date: `20${11 + i}-02-03`, event: 'renamed', from: `Old ${name}`, source: `words with <u> & ${i}` },
    { date: `20${11 + i}-03-03`, event: 'acquired', by: `<svg onload=alert(${i})>` },
  ],
})])));
export const hostileNames = NAMES;

/* Tools like those of the catalog in length and kind, the same on every run. */
export function many(count) {
  let seed = 7;
  // mulberry32
  const random = (limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 * limit);
  };
  const of = (list) => list[random(list.length)];
  const word = () => Array.from({ length: 3 + random(6) }, () => 'abcdefghijklmnopqrstuvwxyz'[random(26)]).join('');
  const hash = () => Array.from({ length: 9 }, () => '0123456789abcdef'[random(16)]).join('');
  const verbs = ['Trains', 'Serves', 'Tracks', 'Labels', 'Stores', 'Compares', 'Watches', 'Deploys'], nouns = ['models', 'features', 'experiments', 'datasets', 'pipelines', 'prompts', 'embeddings', 'metrics'];
  const categories = [...fs.readFileSync(path.join(root, 'catalog/categories.yaml'), 'utf8').matchAll(/^- id: (\S+)$/gm)].map(([, id]) => id);
  const day = (year) => `${year}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  const tools = {};
  for (let i = 0; i < count; i += 1) {
    const id = `${word()}-${i}`, name = `${word()} ${word()} ${i}`, repository = `https://github.com/${word()}/${word()}`, year = 2009 + random(15), open = random(4) > 0;
    const source = () => of([`${repository}/commit/${hash()}`, `https://${word()}.com/${word()}/${word()}`, `PyPI, ${word()} 0.${random(9)}.0, uploaded ${day(2024)}`]);
    const history = random(3) ? [] : [{ date: day(2024), event: of(['acquired', 'archived', 'discontinued', 'donated']), source: source() }];
    for (const event of history) { if (event.event === 'acquired') event.by = word(); if (event.event === 'donated') event.to = `${word()} Foundation`; }
    tools[id] = plain(name, {
      description: `${of(verbs)} ${of(nouns)} and ${of(nouns)} with ${word()}, ${word()} and ${word()}.`, vendor: `${word()} ${word()}`, homepage: `https://${word()}.ai`,
      categories: [...new Set([of(categories), ...(random(4) ? [] : [of(categories)])])],
      released: { date: day(year), event: 'first-tag', source: `${repository}/releases/tag/v0.${random(9)}.${random(9)}` },
      license: open ? { type: 'open-source', spdx: of(['Apache-2.0', 'MIT', 'BSD-3-Clause']), source: `${repository}/blob/${hash()}/LICENSE` } : { type: 'private' },
      ...(open ? { repository } : {}), ...(history.length ? { history } : {}),
    });
  }
  return catalogOf(tools);
}
