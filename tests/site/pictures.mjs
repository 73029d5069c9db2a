// Pictures of every view, to be looked at: `npm run pictures`, then target/site-pictures/.

import fs from 'node:fs';
import path from 'node:path';
import { DESKTOP, PHONE, VIEWS, address, close, launch, root } from './support.mjs';

const out = path.join(root, 'target/site-pictures');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

const states = [...VIEWS.map((view) => [view, `view:${view}`]), ['as-of', 'as-of:2019'], ['names', 'category:feature-stores'], ['panel', 'category:model-serving&license:private,source-available&tool:seldon-core'], ['compare', 'compare:mlflow+clearml+comet'], ['wrong', 'category:feature-store']];
const looks = { desktop: DESKTOP, 'desktop-dark': { ...DESKTOP, colorScheme: 'dark' }, phone: PHONE, 'phone-dark': { ...PHONE, colorScheme: 'dark' }, forced: { ...DESKTOP, forcedColors: 'active' }, projector: { viewport: { width: 1920, height: 1080 } } };

for (const [look, options] of Object.entries(looks)) {
  const page = await (await (await launch()).newContext(options)).newPage();
  for (const [name, fragment] of states) {
    await page.goto('about:blank');
    await page.goto(address(fragment));
    await page.screenshot({ path: path.join(out, `${look}-${name}.png`) });
  }
}
const plain = await (await (await launch()).newContext({ ...DESKTOP, javaScriptEnabled: false })).newPage();
await plain.goto(address());
await plain.screenshot({ path: path.join(out, 'without-script.png') });
for (const file of ['tools/seldon-core.html', 'lifespans.svg', 'lifespans-dark.svg', 'overlap.svg', 'errata.svg', 'evidence.svg']) {
  await plain.goto(address().replace('index.html', file));
  await plain.screenshot({ path: path.join(out, `${file.replace(/\W/g, '-')}.png`) });
}
await close();
console.log(`${fs.readdirSync(out).length} pictures in ${out}`);
