/* The filters beside the views: a button for each value, with how many tools it would give. */

function facetButton(key, value, text, picture) {
  return html`<button type="button" class="facet" aria-pressed="false" data-facet="${key}" data-value="${value}">${picture}<span>${text}</span><i></i></button>`;
}

function buildFacets() {
  const open = DATA.categories.length <= 12;
  const categories = DATA.stages.map((stage) => {
    const of = DATA.ordered.filter((category) => category.stage === stage.id);
    return html`<details data-stage="${stage.id}" open><summary><span>${stage.title}</span><i></i></summary>${of.map((category) => facetButton('category', category.id, shortTitle(category.id)))}</details>`;
  });
  setMarkup(find('#facets'), html`<h2>License</h2>${LICENSES.map((type) => facetButton('license', type, LICENSE_NAMES[type], swatch(type)))}
    <h2>Status</h2>${STATUSES.map((status) => facetButton('status', status, status, sign(status)))}<h2>Category</h2>${categories}`);
  if (!open) for (const details of document.querySelectorAll('#facets details')) details.open = false;
}

function drawFacets(state) {
  const counts = {};
  for (const key of ['category', 'license', 'status']) {
    const tools = state.base.filter(matcher(state.query, DATA.stageOf, key));
    counts[key] = new Map();
    const count = (value) => counts[key].set(value, (counts[key].get(value) || 0) + 1);
    for (const tool of tools) {
      if (key === 'category') { tool.categories.forEach(count); new Set(tool.categories.map((id) => DATA.stageOf[id])).forEach((id) => count(`stage ${id}`)); }
      else count(key === 'license' ? tool.license.type : tool.status);
    }
  }
  const most = Math.max(1, ...DATA.categories.map(({ id }) => counts.category.get(id) || 0));
  for (const button of document.querySelectorAll('#facets button')) {
    const { facet, value } = button.dataset, count = counts[facet].get(value) || 0;
    setText(button.lastElementChild, String(count));
    const isOn = asks(state.query, facet, value);
    setAttribute(button, 'aria-pressed', String(isOn));
    if (facet === 'category') button.style.setProperty('--share', `${round(100 * count / most, 1)}%`);
    if (isOn && facet === 'category') button.closest('details').open = true;
  }
  for (const details of document.querySelectorAll('#facets details')) {
    setText(details.querySelector('i'), String(counts.category.get(`stage ${details.dataset.stage}`) || 0));
  }
}

const asks = (query, key, value) => query.conditions.some((one) => one.key === key && !one.not && one.values.some((v) => valueText(key, v) === value));

/* The query with a value more, or without it when it has it. */
function toggled(query, key, value) {
  const held = asks(query, key, value), part = valueOf(key, value, DATA.words);
  const conditions = query.conditions.map((one) => (one.key === key && !one.not ? { ...one, values: one.values.filter((v) => valueText(key, v) !== value) } : one));
  const first = conditions.find((one) => one.key === key && !one.not);
  if (!held && first) first.values = [...first.values, part];
  if (!held && !first) conditions.push({ key, not: false, values: [part] });
  return { ...query, conditions: conditions.filter((one) => one.values.length) };
}
