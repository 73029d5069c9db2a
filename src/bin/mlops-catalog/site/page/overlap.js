/* The view Overlap: exact combinations of categories as columns, and what each two categories share. */

function drawOverlap(state, box) {
  const tools = state.selected, combinations = combinationsOf(tools);
  const shared = combinations.reduce((count, one) => count + one.tools.length, 0);
  setHead('Which categories share tools', `${shared} of ${plural(tools.length, 'tool')} belong to several categories, in ${plural(combinations.length, 'combination')}.`);
  if (!shared) { setMarkup(box, html`<p class="nothing">None of these tools belongs to several categories.</p>`); return; }
  const categories = DATA.ordered.filter(({ id }) => tools.some((tool) => tool.categories.includes(id)));
  const sizes = new Map(categories.map(({ id }) => [id, tools.filter((tool) => tool.categories.includes(id)).length]));
  const stacked = isPhone() || categories.length > 12, width = box.clientWidth;
  const matrixWidth = Math.min(width, (isPhone() ? 128 : 150) + categories.length * 31 + 24);
  const upsetWidth = stacked ? width : width - matrixWidth - 28;
  setMarkup(box, html`<div class="${stacked ? 'stack' : 'beside'}"><figure>${upset(combinations, categories, sizes, upsetWidth)}</figure>
    <figure>${matrixWidth < categories.length * 17 + 136 ? pairList(tools, sizes) : html`${matrix(tools, categories, sizes, matrixWidth)}<figcaption>Tools that each two categories share; the darker, the higher the Jaccard index. On the diagonal: all tools of the category.</figcaption>`}</figure></div>`);
}

/* The largest first, then those of fewer categories. */
function combinationsOf(tools) {
  const several = tools.filter((tool) => tool.categories.length > 1);
  const byKey = groupBy(several, (tool) => [...tool.categories].sort((a, b) => DATA.order[a] - DATA.order[b]).join('+'));
  const combinations = [...byKey].map(([key, tools]) => ({ key, categories: key.split('+'), tools }));
  const order = (one) => one.categories.map((id) => String(DATA.order[id]).padStart(2, '0')).join();
  return combinations.sort((a, b) => b.tools.length - a.tools.length || a.categories.length - b.categories.length || compare(order(a), order(b)));
}

const exactQuery = (combination) => `category:${combination.key}`;

function upset(combinations, categories, sizes, width) {
  const { upset: metrics } = DATA.layout, phone = isPhone(), gutter = phone ? metrics.narrowGutter : metrics.gutter;
  const room = Math.max(1, Math.floor((width - gutter) / metrics.narrowestColumn));
  // A column for what at least two tools have in common; those of one only where there is room for all.
  const several = combinations.filter((one) => one.tools.length > 1);
  const shown = combinations.length <= room ? combinations : several.slice(0, room);
  const rest = combinations.slice(shown.length);
  const column = Math.min(metrics.widestColumn, (width - gutter) / Math.max(shown.length, 1));
  const middle = (i) => metrics.top + (i + 0.5) * metrics.row, bottom = metrics.top + categories.length * metrics.row;
  const most = Math.max(...shown.map((one) => one.tools.length)), largest = Math.max(...sizes.values());
  const rows = categories.map(({ id, title }, i) => {
    const y = round(middle(i), 1), length = round(sizes.get(id) / largest * 42, 1);
    return html`${i % 2 ? '' : html`<rect class="band" x="0" y="${round(y - metrics.row / 2, 1)}" width="${width}" height="${metrics.row}"/>`}
      ${phone ? '' : html`<rect class="size" x="${round(gutter - 80, 1)}" y="${y - 5}" width="${length}" height="10"/><text class="muted small" x="${round(gutter - 75 + length, 1)}" y="${y + 4}">${sizes.get(id)}</text>`}
      <text x="4" y="${y + 4}">${phone ? cut(shortTitle(id), 20) : title}</text>`;
  });
  const columns = shown.map((one, j) => upsetColumn(one, { x: gutter + (j + 0.5) * column, column, most, middle, bottom, categories, metrics }));
  return html`<svg width="${width}" height="${bottom + 6}" viewBox="0 0 ${width} ${bottom + 6}" role="group" aria-label="${plural(shown.length, 'combination')} of categories, the largest first">${rows}${columns}</svg>
    <figcaption>Exact combinations, the largest first; a column leads to its tools.</figcaption>${rest.length ? folded(rest) : ''}`;
}

function upsetColumn(one, { x, column, most, middle, bottom, categories, metrics }) {
  const at = categories.flatMap(({ id }, i) => (one.categories.includes(id) ? [i] : [])), wide = Math.min(18, column - 4);
  let y = metrics.top - 6;
  const bars = LICENSES.map((type) => {
    const height = one.tools.filter((tool) => tool.license.type === type).length / most * (metrics.top - 26);
    y -= height;
    return height ? html`<rect class="fill ${type}" x="${round(x - wide / 2, 1)}" y="${round(y, 1)}" width="${round(wide, 1)}" height="${round(height, 1)}"/>` : '';
  });
  const names = one.categories.map((id) => DATA.category[id].title), r = Math.min(5.5, column / 2 - 2);
  const label = `${plural(one.tools.length, 'tool')} in exactly ${names.join(' and ')}: ${cut(one.tools.map((tool) => tool.name).join(', '), 200)}`;
  return html`<a href="#${exactQuery(one)}" data-query="${exactQuery(one)}" data-view="lifespans" aria-label="${label}"><title>${label}</title>
    <rect class="column" x="${round(x - column / 2, 1)}" y="0" width="${round(column, 1)}" height="${round(bottom + 4, 1)}"/>${bars}
    <text x="${round(x, 1)}" y="${round(y - 5, 1)}" text-anchor="middle">${one.tools.length}</text>
    ${categories.map((_, i) => (at.includes(i) ? '' : html`<circle class="absent" cx="${round(x, 1)}" cy="${round(middle(i), 1)}" r="${round(Math.min(3.5, r), 1)}"/>`))}
    <path class="joint" d="M${round(x, 1)} ${round(middle(at[0]), 1)}V${round(middle(at.at(-1)), 1)}"/>
    ${at.map((i) => html`<circle class="present" cx="${round(x, 1)}" cy="${round(middle(i), 1)}" r="${round(r, 1)}"/>`)}</a>`;
}

/* The long tail, as text. */
function folded(rest) {
  const most = rest[0].tools.length, counts = most === 1 ? 'one tool each' : `at most ${most} tools each`;
  const names = (one) => one.categories.map((id) => DATA.category[id].title).join(' + ');
  return html`<details class="tail"><summary>${plural(rest.length, 'further combination')}, of ${counts}</summary><ul>${rest.map((one) => html`<li>${queryLink(exactQuery(one), names(one))}: ${one.tools.map((tool, i) => [i ? ', ' : '', toolLink(tool)])}</li>`)}</ul></details>`;
}

/* --- pairs --------------------------------------------------------------------------------------------------------------- */

function pairCounts(tools) {
  const counts = new Map();
  for (const tool of tools) for (const a of tool.categories) for (const b of tool.categories) {
    if (DATA.order[a] < DATA.order[b]) counts.set(`${a}+${b}`, (counts.get(`${a}+${b}`) || 0) + 1);
  }
  return counts;
}

/* Where the matrix would be too small to read: the pairs with the highest Jaccard index. */
function pairList(tools, sizes) {
  const pairs = [...pairCounts(tools)].map(([key, both]) => {
    const [a, b] = key.split('+');
    return { key, both, titles: [DATA.category[a].title, DATA.category[b].title], jaccard: both / (sizes.get(a) + sizes.get(b) - both) };
  });
  pairs.sort((a, b) => b.jaccard - a.jaccard || compare(a.key, b.key));
  return html`<h3>Pairs with the highest Jaccard index</h3><ol class="pairs">${pairs.slice(0, 12).map((pair) => html`<li><a href="#category:${pair.key}" data-query="category:${pair.key}" data-view="lifespans">${pair.titles[0]} + ${pair.titles[1]}</a>: ${plural(pair.both, 'tool')}, ${pair.jaccard.toFixed(2)}</li>`)}</ol>`;
}

function matrix(tools, categories, sizes, width) {
  const gutter = isPhone() ? 112 : 150, cell = Math.min(31, (width - gutter - 24) / categories.length), counts = pairCounts(tools);
  const jaccard = (a, b) => { const both = counts.get(`${a}+${b}`) || 0; return both / Math.max(1, sizes.get(a) + sizes.get(b) - both); };
  const pairs = categories.flatMap((row, i) => categories.slice(0, i).map((column) => jaccard(column.id, row.id)));
  const most = Math.max(0.01, ...pairs), small = cell < 20 ? ' small' : '';
  const rows = categories.map((row, i) => {
    const y = 8 + i * cell, text = round(y + cell / 2 + 4, 1);
    const cells = categories.slice(0, i).map((column, j) => {
      const both = counts.get(`${column.id}+${row.id}`) || 0, shade = both ? Math.max(1, Math.round(10 * jaccard(column.id, row.id) / most)) : 0;
      const square = html`<rect class="shade s${shade}" x="${round(gutter + j * cell + 1, 1)}" y="${round(y + 1, 1)}" width="${round(cell - 2, 1)}" height="${round(cell - 2, 1)}" rx="3"/>`;
      if (!both) return square;
      const query = `category:${column.id}+${row.id}`, label = `${plural(both, 'tool')} in ${column.title} and ${row.title}, Jaccard index ${jaccard(column.id, row.id).toFixed(2)}`;
      return html`<a href="#${query}" data-query="${query}" data-view="lifespans" aria-label="${label}"><title>${label}</title>${square}<text class="on${shade}${small}" x="${round(gutter + (j + 0.5) * cell, 1)}" y="${text}" text-anchor="middle">${both}</text></a>`;
    });
    return html`<text class="${small.trim()}" x="${gutter - 8}" y="${text}" text-anchor="end">${cut(shortTitle(row.id), isPhone() ? 18 : 24)}</text>${cells}
      <text class="muted${small}" x="${round(gutter + (i + 0.5) * cell, 1)}" y="${text}" text-anchor="middle">${sizes.get(row.id)}</text>`;
  });
  const height = Math.ceil(16 + categories.length * cell);
  return html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Shared tools of each two of ${categories.length} categories">${rows}</svg>`;
}
