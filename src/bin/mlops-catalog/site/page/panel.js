/* The panel of a tool, and two or three tools side by side. */

function drawPanel(state) {
  const panel = find('#panel'), layout = find('#layout');
  const compared = state.compare.map((id) => DATA.tool.get(DATA.owners.get(fold(id)))).filter(Boolean);
  const isCompared = compared.length > 1, one = state.tool ? DATA.tool.get(DATA.owners.get(fold(state.tool))) : null;
  const isOpen = isCompared || state.tool !== null;
  layout.classList.toggle('open', isOpen && !isCompared);
  layout.classList.toggle('compared', isCompared);
  setHidden(panel, !isOpen);
  if (!isOpen) { setMarkup(panel, ''); return; }
  const isNew = panel.dataset.shown !== (isCompared ? state.compare.join('+') : state.tool);
  panel.dataset.shown = isCompared ? state.compare.join('+') : state.tool;
  setAttribute(panel, 'aria-label', isCompared ? 'Compared tools' : 'Tool');
  setMarkup(panel, isCompared ? comparison(compared, state) : one ? toolPanel(one, state) : unknownTool(state.tool));
  if (isNew) panel.scrollTop = 0;
  if (isNew && panel.dataset.focus) { panel.querySelector('h2')?.focus({ preventScroll: true }); delete panel.dataset.focus; }
}

const closeButton = () => html`<button type="button" class="close" data-close aria-label="Close"><span aria-hidden="true">×</span></button>`;
const panelHead = (title, sentence) => html`${closeButton()}<h2 tabindex="-1">${title}</h2>${sentence ? html`<p>${sentence}</p>` : ''}`;

function unknownTool(id) {
  const near = nearest(id, [...DATA.tool.keys()]);
  return html`${panelHead('Unknown tool', `This catalog has no tool that is called ${cut(id, 60)}.`)}${near ? html`<p>Did you mean ${toolLink(DATA.tool.get(near))}?</p>` : ''}`;
}

function toolPanel(today, state) {
  const tool = state.year === null ? today : state.base.find((one) => one.id === today.id);
  if (!tool) return panelHead(today.name, `Not alive at the end of ${state.year}, or not known to be.`);
  return html`${panelHead(tool.name, tool.description)}${smallLife(tool, state, 320)}
    <dl>${factRows(tool).map(({ title, value }) => html`<dt>${title}</dt><dd>${value}</dd>`)}</dl>
    ${tool.history.length ? html`<h3>History</h3>${historyList(tool)}` : ''}${printed(tool)}${alternativesOf(tool, state)}
    <form class="compare" data-with="${tool.id}"><label>Compare with <input name="other" autocomplete="off" spellcheck="false" list="names"></label><button type="submit" class="button">Compare</button><p class="problem" role="alert"></p></form>
    <p class="links">${tool.homepage ? html`<a href="${tool.homepage}" rel="noreferrer">Site</a> · ` : ''}${tool.repository ? html`<a href="${tool.repository}" rel="noreferrer">Repository</a> · ` : ''}<a href="tools/${tool.id}.html">Permanent page</a>${DATA.repository ? html` · <a href="${correctionAddress(tool)}" rel="noreferrer">Correct this</a>` : ''}${tool.checked ? ` · checked ${tool.checked}` : ''}</p>`;
}

const correctionAddress = (tool) => `${DATA.repository}/edit/main/catalog/tools/${tool.id}.yaml`;

function smallLife(tool, state, width) {
  const scale = timeScale(width, 4, 6, DATA.first, DATA.now);
  if (!tool.released) return html`<p class="muted">First release not known.</p>`;
  const years = labelledYears(scale, DATA.last, 56).map((year, i) => html`<text class="muted small" x="${round(scale.x(year), 1)}" y="38" text-anchor="${i ? 'middle' : 'start'}">${year}</text>`);
  return html`<svg class="life" width="${width}" height="42" viewBox="0 0 ${width} 42" role="img" aria-label="Its life from ${tool.released} on"><path class="grid" d="M4 15.5H${width - 6}"/>${lifeMarkup(tool, state.until, scale, { y: 15.5, height: 11, r: 4.4 })}${years}</svg>`;
}

/* Each fact with what shows it. */
function factRows(tool) {
  const rows = [
    { title: 'License', value: [licenseChip(tool.license), ' ', sourceLink(tool.sources.license)] },
    { title: 'Released', value: tool.released ? [tool.released, tool.event ? `, ${RELEASES[tool.event]} ` : ' ', sourceLink(tool.sources.released)] : 'not known' },
    { title: 'Status', value: [sign(tool.status), ' ', tool.status] },
    { title: 'Owner', value: tool.vendor ? [tool.vendor, ' ', tool.sources.vendor ? sourceLink(tool.sources.vendor) : ''] : 'not known' },
    { title: 'Categories', value: tool.categories.map((id, i) => [i ? ', ' : '', queryLink(`category:${id}`, DATA.category[id].title)]) },
  ];
  if (tool.successor) rows.push({ title: 'Successor', value: [toolLink(DATA.tool.get(tool.successor)), ' ', sourceLink(tool.sources.successor)] });
  if (tool.aliases.length) rows.push({ title: 'Also called', value: tool.aliases.join(', ') });
  return rows;
}

const historyList = (tool) => html`<ol class="history">${tool.history.map((event) => html`<li><time>${event.date || 'undated'}</time> ${eventText(event, event.event === 'relicensed' ? licenseAfter(tool, event) : null)} ${sourceLink(event.source)}</li>`)}</ol>`;

function printed(tool) {
  const errata = DATA.errata.filter((one) => one.tool === tool.id);
  return errata.length ? html`<h3>In the paper</h3><dl>${errata.map((one) => html`<dt>Table ${one.table}, row ${one.row}</dt><dd>${one.fact}: printed <s>${one.printed}</s>, in truth ${one.true}</dd>`)}</dl>` : '';
}

/* As the crate has it: open-source and active, of the same first category, those with the most common categories first,
   then by name. */
function alternativesOf(tool, state) {
  const common = (other) => other.categories.filter((id) => tool.categories.includes(id)).length;
  const others = state.base.filter((other) => other.id !== tool.id && other.categories[0] === tool.categories[0] && other.license.type === 'open-source' && other.status === 'active');
  others.sort((a, b) => common(b) - common(a) || compare(fold(a.name), fold(b.name)) || compare(a.id, b.id));
  if (!others.length) return '';
  const shown = others.slice(0, 9), query = `category:${tool.categories[0]} license:open-source status:active`;
  return html`<h3>Instead, open source and active</h3><p class="instead">${shown.map((other, i) => [i ? ', ' : '', toolLink(other)])}${others.length > shown.length ? html` and ${queryLink(query, `${others.length - shown.length} more`)}` : ''}</p>`;
}

function comparison(tools, state) {
  const then = tools.map((tool) => (state.year === null ? tool : state.base.find((one) => one.id === tool.id) || tool));
  const titles = ['License', 'Released', 'Status', 'Owner', 'Categories', 'Successor', 'Also called'];
  const facts = then.map((tool) => new Map(factRows(tool).map((row) => [row.title, row.value])));
  const row = (title, values) => html`<tr><th scope="row">${title}</th>${values.map((value) => html`<td>${value ?? html`<span class="muted">—</span>`}</td>`)}</tr>`;
  return html`${panelHead(listed(then.map((tool) => tool.name)))}<div class="scroll"><table class="compared"><thead><tr><td></td>${then.map((tool) => html`<th scope="col">${toolLink(tool)}</th>`)}</tr></thead><tbody>
    ${row('What it does', then.map((tool) => tool.description))}${row('Life', then.map((tool) => smallLife(tool, state, 260)))}
    ${titles.filter((title) => facts.some((map) => map.has(title))).map((title) => row(title, facts.map((map) => map.get(title))))}
    ${row('History', then.map((tool) => (tool.history.length ? historyList(tool) : null)))}</tbody></table></div>`;
}
