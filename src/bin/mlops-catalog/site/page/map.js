/* The view Map: every tool in every category to which it belongs, by stage. */

function drawMap(state, box) {
  setHead('The map', 'Every tool in every category to which it belongs; dashed where that is not its first.');
  const asked = state.query.conditions.filter((one) => one.key === 'category' && !one.not).flatMap((one) => one.values.flat());
  const isShown = (category) => !asked.length || asked.includes(category.id);
  const cards = DATA.ordered.filter(isShown).map((category) => ({ category, tools: state.byName.filter((tool) => tool.categories.includes(category.id)) })).filter((card) => card.tools.length);
  const stages = groupBy(cards, (card) => card.category.stage);
  setMarkup(box, [...stages].map(([stage, cards]) => html`<section class="stage"><h3><a href="#stage:${stage}" data-query="stage:${stage}">${DATA.stage[stage].title}</a></h3><div class="cards n${cards.length}">${cards.map(cardMarkup)}</div></section>`));
  for (const { category, tools } of cards) {
    setChildren(box.querySelector(`[data-tiles="${category.id}"]`), tools.map((tool) => ({ key: tool.id, markup: tile(tool, category) })));
    setText(box.querySelector(`[data-count="${category.id}"]`), String(tools.length));
  }
  if (!cards.length) setMarkup(box, nothing());
}

const cardMarkup = ({ category }) => html`<section class="card"><h4><a href="#category:${category.id}" data-query="category:${category.id}">${category.title}</a> <span data-count="${category.id}"></span></h4><p>${category.definition}</p><div class="tiles" data-tiles="${category.id}"></div></section>`;

function tile(tool, category) {
  const also = tool.categories[0] === category.id ? '' : ' also', words = `${LICENSE_NAMES[tool.license.type]}, ${tool.status}`;
  return html`<a class="tile ${tool.license.type} ${tool.status}${also}" href="tools/${tool.id}.html" data-tool="${tool.id}" title="${words}">${tool.name}<span class="unseen">, ${words}</span></a>`;
}

const nothing = () => html`<p class="nothing">No tool matches. <button type="button" class="button" data-clear>Clear the query</button></p>`;
