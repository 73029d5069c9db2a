/* The view Lifespans: a bar for each tool. The frame (axis, titles, rows) is drawn when the rows change; a step of the
   slider changes only the paths that differ. */

let plot = null;

/* The rows: what matches today, or, as of a year, what matches in any year, so that rows keep their place. */
function lifespanGroups(state) {
  const { conditions } = state.query;
  const tools = state.year === null ? state.selected : state.everSelected;
  const named = conditions.filter((one) => one.key === 'category' && !one.not).flatMap((one) => one.values);
  if (named.length !== 1 || named[0].length !== 1) return groupTools(tools, DATA.ordered);
  const [id] = named[0], info = DATA.category[id];
  const dated = tools.filter((tool) => tool.year !== null).sort(byRelease);
  const also = `Primarily something else, also ${inSentence(info.title)}`;
  return [
    { id, stage: info.stage, title: info.title, tools: dated.filter((tool) => tool.categories[0] === id) },
    { id, stage: info.stage, title: also, tools: dated.filter((tool) => tool.categories[0] !== id) },
  ].filter((group) => group.tools.length);
}

function drawLifespans(state, box) {
  const groups = lifespanGroups(state), count = groups.reduce((sum, group) => sum + group.tools.length, 0);
  const isPicture = state.density ? state.density === 'picture' : count > 60;
  const phone = isPhone(), metrics = DATA.layout, scale = mainScale(box.clientWidth);
  const height = phone ? 640 : Math.max(360, innerHeight - plotTop(box) - 44);
  const layout = isPicture ? (phone ? phoneLayout(groups, metrics) : pictureLayout(groups, height, metrics)) : namesLayout(groups, metrics, phone ? 14 : 0);
  const older = state.selected.filter((tool) => tool.year !== null && tool.year < DATA.first).length;
  const undated = state.selected.filter((tool) => tool.year === null).length;
  const shown = state.selected.length - undated;
  setHead('One bar, one life', [
    phone ? html`${plural(shown, 'tool')}; the color is the license at that time.` : html`${plural(shown, 'tool')} by first release; the color is the license <b>at that time</b>.`,
    older && !phone ? ` ${older} began before ${DATA.first}.` : '',
    undated ? html` <a href="#view:table&amp;sort:released" data-view="table" data-sort="released">${undated} without a known year</a>.` : '',
  ], densityButtons(isPicture));
  setMarkup(box, html`<div id="lifespans" tabindex="0" role="group" aria-label="Bars: the arrow keys go from one to the next, Enter opens the tool"></div>${legend(isPicture)}`);
  const key = `${isPicture} ${scale.width} ${layout.height} ${scale.gutter} ${layout.rows.map((row) => row.tool.id).join()}`;
  const holder = box.querySelector('#lifespans');
  if (!plot || plot.key !== key || plot.holder !== holder) plot = framePlot(holder, key, layout, scale, isPicture, phone);
  fillPlot(plot, state, shown);
}

const plotTop = (box) => box.getBoundingClientRect().top + scrollY + 34;

/* On a phone a title stands above its bars, and the picture may be longer than the screen. */
function phoneLayout(groups, metrics) {
  const rowHeight = groups.length > 12 ? 1.2 : 2.4, layout = { rowHeight, groups: [], bands: [], rows: [], height: 0 };
  let y = metrics.top;
  for (const group of groups) {
    layout.groups.push({ ...group, top: y, height: 26 + group.tools.length * rowHeight });
    y += 26;
    group.tools.forEach((tool, i) => layout.rows.push({ tool, group: group.id, y: y + (i + 0.5) * rowHeight }));
    y += group.tools.length * rowHeight + 6;
  }
  layout.height = y + metrics.bottom;
  return layout;
}

function densityButtons(isPicture) {
  const button = (value, text, on) => html`<button type="button" data-density="${value}" aria-pressed="${String(on)}">${text}</button>`;
  return html`<div class="choice" role="group" aria-label="How much is shown">${button('picture', 'All in one picture', isPicture)}${button('names', 'With names', !isPicture)}</div>`;
}

function legend(isPicture) {
  const signs = isPicture ? [legendItem(PALE, 'inactive or archived'), legendItem(END_DOT, 'end'), legendItem(TICK, 'type of license changed')]
    : ['acquired', 'relicensed', 'renamed', 'donated', 'inactive', 'archived', 'discontinued'].map((event) => legendItem(sign(event), MARK_NAMES[event]));
  return html`<ul class="legend">${licenseLegend()}${signs}</ul>`;
}
