/* Where everything stands in a plot of lives. The same numbers place the bars of lifespans.svg. Reads no document. */

const byRelease = (a, b) => compare(a.released, b.released) || compare(a.id, b.id);

/* The tools with a year, by primary category, in the order of the categories by stage, the oldest first. */
function groupTools(tools, categories) {
  const byCategory = groupBy(tools.filter((tool) => tool.year !== null), (tool) => tool.categories[0]);
  return categories.filter((category) => byCategory.has(category.id))
    .map((category) => ({ id: category.id, stage: category.stage, title: category.title, tools: byCategory.get(category.id).sort(byRelease) }));
}

/* The time axis: from the beginning of `first` to `now`. What is older begins at its left edge. */
function timeScale(width, gutter, right, first, now) {
  const perYear = (width - gutter - right) / (now - first);
  return { width, gutter, right, first, now, perYear, x: (time) => gutter + (Math.max(time, first) - first) * perYear };
}

/* Everything in one picture: rows as high as the height allows, a category never lower than its title. */
function pictureLayout(groups, height, metrics) {
  const bands = new Set(groups.map((group) => group.stage)).size;
  const gaps = Math.max(groups.length - 1, 0) * metrics.gap + Math.max(bands - 1, 0) * metrics.bandGap + bands * 2 * metrics.bandPadding;
  const rowHeight = fittingRow(groups.map((group) => group.tools.length), height - metrics.top - metrics.bottom - gaps, metrics);
  const layout = { rowHeight, groups: [], bands: [], rows: [], height: 0 };
  let y = metrics.top, stage = null;
  for (const group of groups) {
    if (group.stage !== stage) {
      if (stage !== null) y += metrics.bandPadding + metrics.bandGap - metrics.gap;
      layout.bands.push({ stage: group.stage, top: y, height: 0 });
      y += metrics.bandPadding;
      stage = group.stage;
    }
    const content = group.tools.length * rowHeight, groupHeight = Math.max(content, metrics.lowestGroup);
    const first = y + (groupHeight - content) / 2 + rowHeight / 2;
    layout.groups.push({ ...group, top: y, height: groupHeight });
    group.tools.forEach((tool, i) => layout.rows.push({ tool, group: group.id, y: first + i * rowHeight }));
    const band = layout.bands.at(-1);
    band.height = y + groupHeight + metrics.bandPadding - band.top;
    y += groupHeight + metrics.gap;
  }
  layout.height = (layout.bands.length ? layout.bands.at(-1).top + layout.bands.at(-1).height : y) + metrics.bottom;
  return layout;
}

/* The height of a row with which all groups fill the space, when those too low for a title are made higher. */
function fittingRow(sizes, space, metrics) {
  let row = 0, low = new Set();
  for (;;) {
    const rest = sizes.filter((_, i) => !low.has(i)).reduce((sum, size) => sum + size, 0);
    row = rest ? (space - low.size * metrics.lowestGroup) / rest : metrics.highestRow;
    row = Math.min(Math.max(row, metrics.lowestRow), metrics.highestRow);
    const lower = sizes.flatMap((size, i) => (size * row < metrics.lowestGroup ? [i] : []));
    if (lower.every((i) => low.has(i))) return row;
    low = new Set([...low, ...lower]);
  }
}

/* A row for each tool with its name, a title above each group; `label` is the height of a name above its bar. */
function namesLayout(groups, metrics, label) {
  const layout = { rowHeight: metrics.namedRow + label, groups: [], bands: [], rows: [], height: 0 };
  let y = metrics.top;
  for (const group of groups) {
    layout.groups.push({ ...group, top: y, height: metrics.groupTitle + group.tools.length * layout.rowHeight });
    y += metrics.groupTitle;
    group.tools.forEach((tool, i) => layout.rows.push({ tool, group: group.id, y: y + i * layout.rowHeight + label + metrics.namedRow / 2 }));
    y += group.tools.length * layout.rowHeight + metrics.groupGap;
  }
  layout.height = y - (groups.length ? metrics.groupGap : 0) + metrics.bottom;
  return layout;
}

const round = (number, digits) => Number(number.toFixed(digits));

/* The order in which the bars are drawn: in thin rows the rare types must not vanish below the frequent one. */
const BARS = [...LICENSES.map((type) => `${type} pale`), 'open-source', 'private', 'public', 'source-available'];

/* Rows thinner than a pixel are drawn as one, so that no tool vanishes, and without smoothing: mixed with that of a
   neighbor, the color of a license would be that of another. */
const isThin = (rowHeight) => rowHeight < 1.6;
const barHeight = (rowHeight) => (isThin(rowHeight) ? Math.max(rowHeight, 1) : rowHeight - 0.5);

/* The bars of all rows, a path for each type of license, full and pale: `M x y H x` for each piece. */
function barPaths(rows, lives, scale) {
  const paths = new Map(BARS.map((name) => [name, '']));
  rows.forEach((row) => {
    const life = lives.get(row.tool.id);
    if (!life) return;
    const y = round(row.y, 2);
    for (const piece of life.pieces) {
      const name = piece.isPale ? `${piece.type} pale` : piece.type;
      const from = scale.x(piece.from), to = Math.max(scale.x(piece.to), from + 0.8);
      if (piece.to <= scale.first) continue;
      paths.set(name, `${paths.get(name)}M${round(from, 1)} ${y}H${round(to, 1)}`);
    }
  });
  return paths;
}

/* The row at a height; in thin rows the nearest one. */
function rowAt(layout, y) {
  const rows = layout.rows;
  let low = 0, high = rows.length;
  while (low < high) { const middle = (low + high) >> 1; if (rows[middle].y < y) low = middle + 1; else high = middle; }
  const near = [rows[low - 1], rows[low]].filter(Boolean).sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
  return near && Math.abs(near.y - y) <= Math.max(layout.rowHeight, 5) ? near : null;
}

/* The years that have a label: as many as there is room for, the newest always. */
function labelledYears(scale, last, room) {
  const step = [1, 2, 4, 5, 10].find((step) => step * scale.perYear >= room) || 20;
  const years = [];
  for (let year = scale.first; year <= last; year += 1) if ((last - year) % step === 0) years.push(year);
  return years;
}
