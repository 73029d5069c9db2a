/* The plot of the view Lifespans: its frame, and what is drawn into it for a year. */

/* --- the frame ---------------------------------------------------------------------------------------------------------- */

function framePlot(holder, key, layout, scale, isPicture, phone) {
  const metrics = DATA.layout, bottom = layout.height - metrics.bottom;
  const height = isPicture ? barHeight(layout.rowHeight) : metrics.namedBar;
  holder.innerHTML = html`<svg width="${scale.width}" height="${Math.ceil(layout.height)}" viewBox="0 0 ${scale.width} ${Math.ceil(layout.height)}" role="group" aria-label="Lifespans">
    <g class="bands">${layout.bands.map((band, i) => (i % 2 ? '' : html`<rect class="band" x="0" y="${round(band.top, 1)}" width="${scale.width}" height="${round(band.height, 1)}"/>`))}</g>
    <rect class="hover" x="0" width="${scale.width}" y="-50" height="${Math.max(layout.rowHeight, 3)}"/>
    ${axis(scale, metrics.top - 4, bottom)}
    <g class="bars${isThin(layout.rowHeight) ? ' thin' : ''}" stroke-width="${round(height, 2)}" role="img" aria-label="">${BARS.map((name) => html`<path class="bar ${name}" d=""/>`)}</g>
    <g class="titles">${isPicture && !phone ? pictureTitles(layout, scale) : rowTitles(layout, scale, isPicture, phone)}</g>
    <g class="signs"></g><path class="cut" d=""/><g class="raised"></g></svg>`.text;
  const svg = holder.firstElementChild;
  const part = (name) => svg.querySelector(`.${name}`);
  return { key, holder, svg, layout, scale, isPicture, phone, barHeight: height, bars: [...svg.querySelectorAll('.bar')], signs: part('signs'), cut: part('cut'),
    hover: part('hover'), raised: part('raised'), names: [...svg.querySelectorAll('.name')], counts: [...svg.querySelectorAll('.count')], at: -1 };
}

/* The grid and the years above it; a year stands at its beginning. */
function axis(scale, top, bottom) {
  // A label at the very left begins at its year, and reaches half its width further.
  const room = scale.x(scale.first) < 14 ? 60 : 44, labelled = new Set(labelledYears(scale, DATA.last, room)), years = [];
  for (let year = scale.first; year <= DATA.last; year += 1) {
    const x = round(scale.x(year), 1), anchor = x < 14 ? 'start' : 'middle';
    years.push(html`<path class="${labelled.has(year) ? 'grid' : 'grid fine'}" d="M${x} ${top}V${round(bottom, 1)}"/>`);
    if (labelled.has(year)) years.push(html`<text class="muted" x="${x}" y="${top - 4}" text-anchor="${anchor}">${year}</text>`);
  }
  return html`<g class="axis">${years}</g>`;
}

function pictureTitles(layout, scale) {
  const stages = scale.gutter > 200 ? layout.bands.map((band) => html`<a href="#stage:${band.stage}" data-query="stage:${band.stage}"><text class="stage" x="6" y="${round(band.top + 14, 1)}">${DATA.stage[band.stage].title}</text></a>`) : [];
  const titles = layout.groups.map((group) => {
    const y = round(group.top + group.height / 2 + 4, 1);
    return html`<a href="#category:${group.id}" data-query="category:${group.id}"><text class="group" x="${scale.gutter - 10}" y="${y}" text-anchor="end">${shortTitle(group.id)}</text></a>
      <text class="muted count" x="${scale.width - 4}" y="${y}" text-anchor="end"></text>`;
  });
  return [...stages, ...titles];
}

function rowTitles(layout, scale, isPicture, phone) {
  const titles = layout.groups.map((group) => html`<text class="group" x="0" y="${round(group.top + 17, 1)}" data-group="${group.id}">${group.title} <tspan class="muted count"></tspan></text>`);
  if (isPicture) return titles;
  const room = Math.floor((phone ? scale.width : scale.gutter - 14) / 6.4);
  const names = layout.rows.map((row) => (phone ? html`<text class="name" x="0" y="${round(row.y - 7, 1)}"></text>`
    : html`<text class="name" x="${scale.gutter - 10}" y="${round(row.y + 4, 1)}" text-anchor="end"></text>`));
  plotNameRoom = room;
  return [...titles, ...names];
}
let plotNameRoom = 30;

/* --- what changes with the year ------------------------------------------------------------------------------------- */

function fillPlot(plot, state, shown) {
  const now = new Map(state.selected.map((tool) => [tool.id, tool])), lives = new Map();
  for (const { tool } of plot.layout.rows) { const then = now.get(tool.id); if (then) lives.set(tool.id, lifeOf(then, state.until)); }
  Object.assign(plot, { now, lives });
  [...barPaths(plot.layout.rows, lives, plot.scale).values()].forEach((d, i) => setAttribute(plot.bars[i], 'd', d));
  setMarkup(plot.signs, plot.isPicture ? pictureSigns(plot) : namedSigns(plot));
  const x = round(plot.scale.x(state.until), 1);
  setAttribute(plot.cut, 'd', state.year === null ? '' : `M${x} ${DATA.layout.top - 6}V${round(plot.layout.height - 2, 1)}`);
  plot.names.forEach((name, i) => {
    const tool = now.get(plot.layout.rows[i].tool.id);
    setText(name, tool ? cut(tool.name, plotNameRoom) : '');
    setAttribute(name, 'class', tool && tool.status !== 'active' ? 'name muted' : 'name');
  });
  plot.counts.forEach((count, i) => setText(count, String(plot.layout.groups[i].tools.filter((tool) => now.has(tool.id)).length)));
  const ended = [...lives.values()].filter((life) => life && life.end).length;
  const changed = state.selected.filter((tool) => typeChanges(tool).length).length;
  setAttribute(plot.bars[0].parentNode, 'aria-label', `Lifespans of ${plural(shown, 'tool')}, ${plot.scale.first} to ${state.year ?? DATA.last}; ${ended} ended, ${changed} changed the type of their license. Same data in the view Table.`);
}

/* A dot for an end; a tick for a changed type of license, with a note where there is room for it. */
function pictureSigns(plot) {
  const signs = [], changes = [];
  for (const row of plot.layout.rows) {
    const life = plot.lives.get(row.tool.id);
    if (!life) continue;
    if (life.end) signs.push(html`<circle class="mark full" cx="${round(plot.scale.x(life.end), 1)}" cy="${round(row.y, 1)}" r="${Math.min(2.6, Math.max(1.4, plot.layout.rowHeight))}"/>`);
    for (const change of typeChanges(plot.now.get(row.tool.id))) changes.push({ row, life, change });
  }
  changes.sort((a, b) => compare(b.change.date, a.change.date));
  const taken = [];
  for (const one of changes) {
    signs.push(html`<path class="mark full" d="M${round(plot.scale.x(timeOf(one.change.date)) - 1, 1)} ${round(one.row.y - 3.5, 1)}h2v7h-2z"/>`);
    if (plot.phone || taken.some((y) => Math.abs(y - one.row.y) < 12)) continue;
    const note = noteOf(plot, one);
    if (note) { taken.push(one.row.y); signs.push(note); }
  }
  return signs;
}

/* What a license became, left of the bars: of its own and of those beside which the text is. */
function noteOf(plot, { row, life, change }) {
  const word = (license) => cut(licenseText(license).replace(/^LicenseRef-/, ''), 22);
  const text = `${cut(plot.now.get(row.tool.id).name, 30)}: ${word(change.from)} → ${word(change.to)}, ${yearOf(change.date)}`;
  const beside = plot.layout.rows.filter((other) => Math.abs(other.y - row.y) < 7 && plot.lives.get(other.tool.id));
  const start = plot.scale.x(life.start), right = Math.min(...beside.map((other) => plot.scale.x(plot.lives.get(other.tool.id).start))) - 6;
  if (right - text.length * 5.7 < plot.scale.gutter) return null;
  const leader = start - right > 8 ? html`<path class="leader" d="M${round(right + 1, 1)} ${round(row.y, 1)}H${round(start, 1)}"/>` : '';
  return html`${leader}<text class="note" x="${round(right, 1)}" y="${round(row.y + 3.5, 1)}" text-anchor="end">${text}</text>`;
}

function namedSigns(plot) {
  return plot.layout.rows.map((row) => {
    const life = plot.lives.get(row.tool.id);
    if (!life) return '';
    const pale = life.isEndDated ? null : life.pieces.find((piece) => piece.isPale);
    return [
      life.marks.map((event) => mark(event.event, plot.scale.x(timeOf(event.date)), row.y, 4.2)),
      pale ? html`<text class="muted small" x="${round(plot.scale.x(pale.from) + 8, 1)}" y="${round(row.y + 4, 1)}">end not dated</text>` : '',
    ];
  });
}
