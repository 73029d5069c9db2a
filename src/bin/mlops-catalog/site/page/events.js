/* Clicks, keys, typing and sliding. */

const ACTIONS = {
  tool: (data) => { find('#panel').dataset.focus = 'yes'; change({ tool: data.tool, compare: [] }); },
  query: (data) => change({ text: data.query, ...(data.view ? { view: data.view } : {}) }),
  facet: (data) => change({ text: queryParts(toggled(state.query, data.facet, data.value)).join(' ') }),
  view: (data) => change({ view: data.view, ...(data.sort ? { sort: data.sort } : {}) }),
  density: (data) => change({ density: data.density }),
  sort: (data) => change({ sort: data.sort }),
  clear: () => change({ text: '' }),
  close: () => closePanel(),
};

let opener = null;

function closePanel() {
  const back = opener;
  change({ tool: null, compare: [] });
  if (back) document.querySelector(back)?.focus();
  opener = null;
}

document.addEventListener('click', (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const element = event.target.closest('[data-tool],[data-query],[data-facet],[data-view],[data-density],[data-sort],[data-clear],[data-close]');
  if (!element || element.closest('#lifespans svg .bars')) return;
  const action = Object.keys(ACTIONS).find((name) => name in element.dataset);
  event.preventDefault();
  if (action === 'tool' && !find('#panel').contains(element)) opener = selectorOf(element);
  ACTIONS[action](element.dataset);
});

/* --- the bars: what is under the pointer, and the arrow keys ---------------------------------------------------------- */

const tip = document.createElement('div');
tip.className = 'tip';
tip.hidden = true;
document.body.append(tip);

function barUnder(event) {
  const svg = event.target.closest?.('#lifespans svg');
  if (!svg || !plot || event.target.closest('a')) return null;
  const box = svg.getBoundingClientRect(), row = rowAt(plot.layout, (event.clientY - box.top) / box.height * plot.layout.height);
  return row && plot.now.has(row.tool.id) ? row : null;
}

function raise(row) {
  setAttribute(plot.hover, 'y', row ? String(round(row.y - Math.max(plot.layout.rowHeight, 3) / 2, 2)) : '-50');
  const isThin = row && plot.barHeight < 4;
  setMarkup(plot.raised, isThin ? lifeMarkup(plot.now.get(row.tool.id), state.until, plot.scale, { y: row.y, height: 5, r: 3.5 }) : '');
}

document.addEventListener('pointermove', (event) => {
  if (event.pointerType === 'touch') return;
  const row = barUnder(event);
  if (plot && state.view === 'lifespans') raise(row);
  setHidden(tip, !row);
  if (!row) return;
  const tool = plot.now.get(row.tool.id), dated = tool.history.filter((one) => one.date);
  setMarkup(tip, html`<b>${tool.name}</b><span>${tool.released} · ${licenseText(tool.license)} · ${tool.status}</span>${dated.map((one) => html`<span>${one.date} ${eventText(one)}</span>`)}`);
  tip.style.left = `${Math.min(innerWidth - tip.offsetWidth - 8, event.clientX + 14)}px`;
  tip.style.top = `${Math.min(innerHeight - tip.offsetHeight - 8, event.clientY + 14)}px`;
});

/* A tap on bars too thin for a finger opens their category. */
document.addEventListener('click', (event) => {
  const row = barUnder(event);
  if (!row) return;
  if (isPhone() && plot.isPicture) change({ text: `category:${row.group}` });
  else { opener = '#lifespans'; ACTIONS.tool({ tool: row.tool.id }); }
});

function stepAlongBars(key) {
  const rows = plot.layout.rows.filter((row) => plot.now.has(row.tool.id)), move = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length, PageDown: 10, PageUp: -10 }[key];
  const from = rows.findIndex((row) => row.tool.id === plot.at), next = rows[Math.min(Math.max(from + move, 0), rows.length - 1)];
  if (!next) return;
  plot.at = next.tool.id;
  raise(next);
  const tool = plot.now.get(next.tool.id);
  setText(find('#live'), `${tool.name}, ${tool.released}, ${licenseText(tool.license)}, ${tool.status}`);
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event, inField = target.matches?.('input:not([type=range]), textarea, select');
  if (key === '/' && !inField) { event.preventDefault(); find('#query').focus(); }
  if (key === 'Escape' && (state.tool || state.compare.length)) closePanel();
  else if (key === 'Escape' && target.id === 'query' && state.text) { target.value = ''; change({ text: '' }, 'replace'); }
  const tab = target.closest?.('[role=tab]');
  if (tab && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) {
    const tabs = [...document.querySelectorAll('[role=tab]')], at = tabs.indexOf(tab);
    const next = { ArrowLeft: tabs.at(at - 1), ArrowRight: tabs[(at + 1) % tabs.length], Home: tabs[0], End: tabs.at(-1) }[key];
    event.preventDefault();
    next.focus();
    change({ view: next.dataset.view });
  }
  if (target.id === 'lifespans' && plot) {
    if (['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'].includes(key)) { event.preventDefault(); stepAlongBars(key); }
    if (key === 'Enter' && plot.at) { opener = '#lifespans'; ACTIONS.tool({ tool: plot.at }); }
  }
});

/* --- fields -------------------------------------------------------------------------------------------------------------- */

find('#query').addEventListener('input', (event) => change({ text: event.target.value }, 'replace'));
find('#query').addEventListener('change', (event) => change({ text: event.target.value.trim() }, 'replace'));

/* One drawing a frame, however fast the slider is. */
let waiting = false;
find('#year').addEventListener('input', (event) => {
  stopPlaying();
  const year = Number(event.target.value);
  state.year = year >= DATA.last ? null : year;
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; change({ year: state.year }, 'replace'); });
});
find('#play').addEventListener('click', togglePlay);

document.addEventListener('submit', (event) => {
  if (!event.target.dataset.with) return;
  event.preventDefault();
  const name = event.target.elements.other.value.trim(), other = DATA.owners.get(fold(name));
  if (other && other !== event.target.dataset.with) { find('#panel').dataset.focus = 'yes'; change({ compare: [event.target.dataset.with, other], tool: null }); return; }
  const near = nearest(name, DATA.tools.map((tool) => tool.name));
  setText(event.target.querySelector('.problem'), other ? 'That is the same tool; name another one' : `unknown tool \`${shorten(name)}\`; ${near ? `did you mean \`${near}\`?` : 'no tool has a name like this'}`);
});

// The fragment is the state of the page; the skip link moves the focus alone.
find('.skip').addEventListener('click', (event) => { event.preventDefault(); find('#view').focus(); });
find('#theme').addEventListener('click', () => {
  const root = document.documentElement, isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = isDark ? 'light' : 'dark';
});
find('#filters').addEventListener('click', (event) => {
  const isShown = find('#facets').classList.toggle('shown');
  setAttribute(event.currentTarget, 'aria-expanded', String(isShown));
});

addEventListener('popstate', restore);
addEventListener('hashchange', restore);
let drawnWidth = innerWidth, drawnHeight = innerHeight;
addEventListener('resize', () => {
  // On a phone the bar of the browser comes and goes; that is no reason to draw.
  if (innerWidth === drawnWidth && (isPhone() || innerHeight === drawnHeight)) return;
  drawnWidth = innerWidth;
  drawnHeight = innerHeight;
  draw();
});

buildFacets();
draw();
document.documentElement.classList.add('ready');
