// What the tests of the page share: the site as the command writes it, the script without a document, the browser.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'mlops-catalog-site-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

const cargo = (...words) => execFileSync('cargo', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });

/* The site of the embedded catalog, or of a directory; written once by each test file that asks for it. */
const sites = new Map();
export function site(catalog) {
  if (!sites.has(catalog)) {
    const out = path.join(scratch, `site-${sites.size}`);
    const own = catalog ? ['--catalog', catalog] : [];
    cargo('catalog', 'site', out, '--repository', 'https://example.org/catalog', ...own);
    sites.set(catalog, out);
  }
  return sites.get(catalog);
}

export const read = (file, catalog) => fs.readFileSync(path.join(site(catalog), file), 'utf8');
export const address = (fragment = '', catalog = undefined) => `${pathToFileURL(path.join(site(catalog), 'index.html'))}${fragment && `#${fragment}`}`;

/* The data of the page, as the script has them: the descriptions are in the tables for readers without script. */
export function pageData(catalog) {
  const page = read('index.html', catalog), data = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)[1]);
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const rows = page.matchAll(/<tr><th scope="row"><a href="tools\/([a-z0-9-]+)\.html">.*?<td>([^<]*)<\/td><\/tr>/g);
  const described = new Map([...rows].map(([, id, text]) => [id, plain(text)]));
  return { ...data, tools: data.tools.map((tool) => ({ ...tool, description: described.get(tool.id) })) };
}

/* Functions of the script that read no document. */
export function pure(...names) {
  const assets = path.join(root, 'src/bin/mlops-catalog/site');
  const files = [...fs.readFileSync(path.join(assets, 'assets.rs'), 'utf8').matchAll(/include_str!\("(page\/\w+\.js)"\)/g)].map(([, file]) => file);
  const wanted = ['text', 'fold', 'words', 'query', 'match', 'as_of', 'lives', 'layout'].map((name) => `page/${name}.js`);
  const script = files.filter((file) => wanted.includes(file)).map((file) => fs.readFileSync(path.join(assets, file), 'utf8'));
  return new Function(`'use strict';${script.join('\n')}\nreturn { ${names.join(', ')} };`)();
}

/* What the crate answers to random queries: printed by tests/site/answers.rs. */
export const answers = () => JSON.parse(cargo('run', '--quiet', '--package', 'mlops-catalog-tests', '--example', 'answers'));

/* --- the browser ----------------------------------------------------------------------------------------------------------- */

const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => file && fs.existsSync(file));
if (!browserPath && process.env.CI === 'true') throw new Error('a browser is needed under CI=true; install chromium, or name one in CHROMIUM');

/* What a test that needs a browser is given: without one on a person's machine it is skipped, and says so. */
export const inBrowser = browserPath ? {} : { skip: 'no Chromium here; install it, or name one in CHROMIUM' };

let browser = null;
export async function launch() {
  browser ??= await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  return browser;
}
export async function close() { await browser?.close(); browser = null; }

export const DESKTOP = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
export const VIEWS = ['lifespans', 'map', 'table', 'overlap', 'evidence', 'paper', 'changes'];

/* A page that notes every complaint of the browser and every request that leaves the machine. */
export async function open(url, options = {}) {
  const context = await (await launch()).newContext({ ...DESKTOP, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('request', (request) => { if (request.url() !== url.split('#')[0] && !request.url().startsWith('file:')) page.complaints.push(`request: ${request.url()}`); });
  await page.goto(url);
  return page;
}

export const ready = (page) => page.waitForSelector('html.ready');
export const shown = (page) => page.textContent('#count');
export const fragment = (page) => page.evaluate(() => location.hash);

/* The site on a server below a path. */
export async function serve(directory) {
  const types = { '.html': 'text/html', '.json': 'application/json', '.svg': 'image/svg+xml' };
  const server = http.createServer((request, response) => {
    const file = path.join(directory, decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/^\/some\/path\//, ''));
    if (!file.startsWith(directory) || !fs.existsSync(file)) { response.writeHead(404).end(); return; }
    response.writeHead(200, { 'content-type': types[path.extname(file)] || 'text/plain' }).end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/some/path/index.html`, close: () => server.close() };
}
