/* The view Table: the same tools as text, to be sorted. */

const COLUMNS = [
  { id: 'name', title: 'Name', key: (tool) => tool.name.toLowerCase() },
  { id: 'license', title: 'License', key: (tool) => LICENSES.indexOf(tool.license.type) + (tool.license.spdx || '') },
  { id: 'released', title: 'Released', key: (tool) => tool.released || '~' },
  { id: 'status', title: 'Status', key: (tool) => STATUSES.indexOf(tool.status) },
  { id: 'category', title: 'Categories', key: (tool) => DATA.order[tool.categories[0]] },
  { id: 'description', title: 'What it does', key: null },
];

function drawTable(state, box) {
  setHead('The table', 'The same tools as text; a title sorts. Without script the page shows this, by category.');
  const column = COLUMNS.find((one) => one.id === state.sort && one.key) || COLUMNS[0];
  const keys = new Map(state.byName.map((tool) => [tool, column.key(tool)]));
  const tools = [...state.byName].sort((a, b) => compare(keys.get(a), keys.get(b)));
  const head = COLUMNS.map((one) => (one.key ? html`<th scope="col" class="c-${one.id}" aria-sort="${one === column ? 'ascending' : 'none'}"><button type="button" data-sort="${one.id}">${one.title}${one === column ? html`<span aria-hidden="true"> ↓</span>` : ''}</button></th>`
    : html`<th scope="col" class="c-${one.id}">${one.title}</th>`));
  setMarkup(box, html`<table class="tools"><thead><tr>${head}</tr></thead><tbody></tbody></table>`);
  setChildren(box.querySelector('tbody'), tools.map((tool) => ({ key: tool.id, markup: tableRow(tool) })));
}

function tableRow(tool) {
  return html`<tr><th scope="row">${toolLink(tool)}</th><td>${licenseChip(tool.license)}</td><td>${tool.released || html`<span class="muted">not known</span>`}</td><td class="status ${tool.status}">${tool.status}</td><td class="c-category">${tool.categories.map((id) => DATA.category[id].title).join(', ')}</td><td class="c-description">${tool.description}</td></tr>`;
}
