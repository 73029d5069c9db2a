/* The view Evidence: what shows the facts. */

const SOURCE_KINDS = [
  ['hash', 'file or commit at a fixed hash'], ['tag', 'tag or release'], ['registry', 'package registry'], ['page', 'web page'],
  ['citation', 'citation in words'], ['none', 'no source'],
];
const FACTS = ['first release', 'license', ...EVENTS, 'successor'];
const REGISTRY = /^(PyPI|npm|crates|Maven Central|NuGet|Docker Hub|RubyGems|CRAN)\b/;

const sourceKinds = new Map();

function sourceKind(source) {
  if (!sourceKinds.has(source)) sourceKinds.set(source, kindOfSource(source));
  return sourceKinds.get(source);
}

function kindOfSource(source) {
  if (!source) return 'none';
  if (!isAddress(source)) return REGISTRY.test(source) ? 'registry' : 'citation';
  if (/\/(commit|blob|tree|raw)\/[0-9a-f]{7,40}(\/|$)/.test(source)) return 'hash';
  if (/\/(releases\/tag|releases|tags|tree|blob)\/./.test(source) && !/\/(blob|tree)\/(HEAD|main|master)(\/|$)/.test(source)) return 'tag';
  return 'page';
}

function drawEvidence(state, box) {
  const tools = state.selected, facts = tools.flatMap(factsOf), sourced = facts.filter((fact) => fact.source).length, open = facts.length - sourced;
  setHead('How do we know?', html`<b>${percent(sourced, facts.length)}</b> of ${plural(facts.length, 'fact')} have a source. ${open ? html`<a href="#source:missing&amp;view:table" data-query="${[state.text, 'source:missing'].join(' ').trim()}" data-view="table">${plural(open, 'fact')} without one</a>: each is a small pull request.` : ''}`);
  if (!tools.length) { setMarkup(box, nothing()); return; }
  const width = box.clientWidth, wide = isPhone() ? width : wideSide(width);
  const kinds = html`<figure>${kindsPlot(facts, wide)}<figcaption><ul class="legend">${SOURCE_KINDS.map(([kind, text]) => legendItem(html`<span class="swatch k-${kind}"></span>`, text))}</ul></figcaption></figure>`;
  const shares = html`<div><h3>By category</h3>${categoryShares(tools)}</div>`;
  const each = html`<div><h3>Every tool, by the share of its facts that have a source</h3><div class="squares"></div></div>`;
  setMarkup(box, isPhone() ? html`<div class="stack">${kinds}${shares}${each}</div>` : html`<div class="beside shares"><div>${kinds}${each}</div>${shares}</div>`);
  const squares = tools.map((tool) => { const facts = factsOf(tool); return { tool, all: facts.length, sourced: facts.filter((fact) => fact.source).length }; });
  squares.sort((a, b) => b.sourced / b.all - a.sourced / a.all || compare(a.tool.id, b.tool.id));
  setChildren(box.querySelector('.squares'), squares.map((square) => ({ key: square.tool.id, markup: squareMarkup(square) })));
}

function squareMarkup({ tool, all, sourced }) {
  const text = `${tool.name}: ${sourced} of ${plural(all, 'fact')} with a source`;
  return html`<a class="square q${sourced ? Math.ceil(4 * sourced / all) : 0}" href="tools/${tool.id}.html" data-tool="${tool.id}" title="${text}" aria-label="${text}"></a>`;
}

/* A bar for each kind of fact, its pieces by kind of source. */
function kindsPlot(facts, width) {
  const gutter = 152, right = 40, row = 26, byFact = groupBy(facts, (one) => one.fact);
  const rows = FACTS.filter((fact) => byFact.has(fact)).map((fact) => ({ fact, total: byFact.get(fact).length, kinds: groupBy(byFact.get(fact), (one) => sourceKind(one.source)) }));
  const bars = rows.map(({ fact, total, kinds }, i) => {
    const y = i * row;
    let x = gutter;
    const pieces = SOURCE_KINDS.map(([kind, text]) => {
      const count = kinds.get(kind)?.length || 0, size = count / total * (width - gutter - right);
      if (!count) return '';
      const piece = html`<rect class="k-${kind}" x="${round(x, 1)}" y="${y + 3}" width="${round(Math.max(size - 1, 1), 1)}" height="19" rx="2"><title>${count} of ${total}: ${text}</title></rect>
        ${size > 26 ? html`<text class="on-${kind}" x="${round(x + size / 2, 1)}" y="${y + 17}" text-anchor="middle">${count}</text>` : ''}`;
      x += size;
      return piece;
    });
    return html`<text x="${gutter - 8}" y="${y + 17}" text-anchor="end">${MARK_NAMES[fact] || fact}</text>${pieces}<text class="muted" x="${width - right + 6}" y="${y + 17}">${total}</text>`;
  });
  const height = rows.length * row + 4;
  return html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Kinds of sources of ${plural(facts.length, 'fact')}, by kind of fact">${hatch('missing')}${bars}</svg>`;
}

const hatch = (id) => html`<defs><pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2" height="5"/></pattern></defs>`;

function categoryShares(tools) {
  const byCategory = groupBy(tools, (tool) => tool.categories[0]);
  const rows = DATA.ordered.filter(({ id }) => byCategory.has(id)).map((category) => {
    const facts = byCategory.get(category.id).flatMap(factsOf);
    return { category, all: facts.length, sourced: facts.filter((fact) => fact.source).length };
  });
  return html`<table class="bars"><tbody>${rows.map(({ category, all, sourced }) => html`<tr><th scope="row">${queryLink(`category:${category.id}`, shortTitle(category.id))}</th><td><svg width="160" height="12" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="trough" width="100" height="12"/><rect class="k-hash" width="${round(100 * sourced / all, 1)}" height="12"/></svg></td><td>${Math.floor(100 * sourced / all)} %</td></tr>`)}</tbody></table>`;
}
