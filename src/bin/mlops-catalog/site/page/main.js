/* The page: what it shows, and what happens when it is used. */

const DATA = prepare(JSON.parse(document.getElementById('data').textContent));
const state = readAddress(location.hash);
const DRAW = { lifespans: drawLifespans, map: drawMap, table: drawTable, overlap: drawOverlap, evidence: drawEvidence, paper: drawPaper, changes: drawChanges };
const shortTitle = (id) => SHORT_TITLES[id] || DATA.category[id].title;

/* The descriptions are in the tables for readers without script, which are text here. */
function descriptions() {
  const tables = new DOMParser().parseFromString(document.getElementById('without').textContent, 'text/html');
  return new Map([...tables.querySelectorAll('tbody tr')].map((row) => [row.querySelector('a').getAttribute('href'), row.lastElementChild.textContent]));
}

function prepare(data) {
  const described = descriptions();
  const tools = data.tools.map((tool) => complete({ description: described.get(`tools/${tool.id}.html`), ...tool }, data.checked));
  const stages = data.stages.map((stage) => stage.id);
  const ordered = stages.flatMap((stage) => data.categories.filter((category) => category.stage === stage));
  const last = Number(data.checked.slice(0, 4)), oldest = Math.min(last - 1, ...tools.map((tool) => tool.year ?? last));
  const named = (list) => Object.fromEntries(list.map((one) => [one.id, one]));
  return {
    ...data, tools, ordered, last, first: Math.max(oldest, last - data.layout.years), now: timeOf(data.checked),
    category: named(data.categories), stage: named(data.stages), tool: new Map(tools.map((tool) => [tool.id, tool])), owners: nameOwners(tools),
    order: Object.fromEntries(ordered.map((category, i) => [category.id, i])),
    stageOf: Object.fromEntries(data.categories.map((category) => [category.id, category.stage])),
    words: { categories: data.categories.map((category) => category.id), stages, licenses: data.licenses.split(' ') }, years: new Map(),
  };
}

/* The catalog at the end of a year, made once. */
function catalogIn(year) {
  if (!DATA.years.has(year)) DATA.years.set(year, catalogAsOf(DATA.tools, year));
  return DATA.years.get(year);
}

/* What the query gives in every year; made when the query changes. */
function answer() {
  if (state.answered === state.text) return;
  state.answered = state.text;
  state.query = parseQuery(state.text, DATA.words);
  state.matches = matcher(state.query, DATA.stageOf);
  const ever = new Set(), years = [];
  for (let year = DATA.first; year <= DATA.last; year += 1) {
    const tools = catalogIn(year).filter(state.matches);
    tools.forEach((tool) => ever.add(tool.id));
    years.push(LICENSES.map((type) => tools.filter((tool) => tool.license.type === type).length));
  }
  state.alive = years;
  state.everSelected = DATA.tools.filter((tool) => ever.has(tool.id));
}

function draw() {
  const started = performance.now();
  answer();
  state.base = state.year === null ? DATA.tools : catalogIn(state.year);
  state.until = state.year === null ? DATA.now : Math.min(state.year + 1, DATA.now);
  state.selected = state.base.filter(state.matches);
  state.byName = [...state.selected].sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.id, b.id));
  const search = find('#query');
  if (document.activeElement !== search && search.value !== state.text) search.value = state.text;
  setMarkup(find('#count'), html`<b>${state.selected.length.toLocaleString('en')}</b> of ${plural(state.base.length, 'tool')}`);
  const problems = [...state.problems, ...state.query.errors];
  setText(find('#problem'), problems.join('; '));
  setHidden(find('#problem'), !problems.length);
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const isOn = tab.dataset.view === state.view;
    setAttribute(tab, 'aria-selected', String(isOn));
    tab.tabIndex = isOn ? 0 : -1;
    // On a phone not all fit.
    if (isOn) tab.parentNode.scrollLeft = tab.offsetLeft - 60;
  }
  setAttribute(find('#view'), 'aria-labelledby', `tab-${state.view}`);
  drawPanel(state);
  drawFacets(state);
  drawTimeline(state);
  DRAW[state.view](state, find('#body'));
  document.documentElement.dataset.drawn = String(round(performance.now() - started, 2));
}

/* A change of the state; clicks make an entry of the history, typing and sliding replace it. */
function change(changes, how = 'push') {
  Object.assign(state, changes, { problems: [] });
  const address = `#${writeAddress(state)}`;
  if (address !== (location.hash || '#')) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  draw();
}

function restore() {
  Object.assign(state, { tool: null }, readAddress(location.hash));
  draw();
}
