/* The view Paper: what the survey paper prints, against what is evidenced, and the answers of its survey. */

function drawPaper(state, box) {
  const rows = new Set(DATA.errata.map((one) => `${one.table}.${one.row}`)).size;
  setHead('Printed and true', `The survey paper against the catalog of today: ${plural(DATA.errata.length, 'difference')} in ${plural(rows, 'row')} of its tables.`);
  if (!DATA.errata.length && !DATA.survey.length) { setMarkup(box, html`<p class="nothing">None of the paper's tools is in this catalog.</p>`); return; }
  const years = DATA.errata.filter((one) => one.fact === 'year').map((one) => ({ ...one, by: Number(one.true) - Number(one.printed) }));
  years.sort((a, b) => a.by - b.by || compare(a.printed, b.printed) || compare(a.tool, b.tool));
  const others = DATA.errata.filter((one) => one.fact !== 'year'), width = isPhone() ? box.clientWidth : wideSide(box.clientWidth);
  const older = years.filter((one) => one.by < 0).length;
  setMarkup(box, html`<div class="${isPhone() ? 'stack' : 'beside shares'}"><figure>${years.length ? dumbbells(years, width) : ''}<figcaption>Year of first release: hollow as printed, full as evidenced. ${plural(older, 'tool')} older than printed, ${years.length - older} younger.</figcaption></figure>
    <div><h3>Other differences, by table and row</h3>${others.length ? errataList(others) : html`<p>None.</p>`}</div></div>
    ${DATA.survey.length ? html`<h3>What the developers answered</h3><div class="questions">${DATA.survey.map(questionFigure)}</div>` : ''}`);
}

function dumbbells(years, width) {
  const gutter = isPhone() ? 122 : 190, row = 15, numbers = years.flatMap((one) => [Number(one.printed), Number(one.true)]);
  const first = Math.min(...numbers), last = Math.max(...numbers), x = (year) => round(gutter + 12 + (year - first) / Math.max(1, last - first) * (width - gutter - 56), 1);
  const height = 30 + years.length * row, axis = [];
  for (let year = first; year <= last; year += 1) axis.push(html`<path class="grid" d="M${x(year)} 18V${height - 4}"/>${(last - year) % (isPhone() ? 4 : 2) ? '' : html`<text class="muted" x="${x(year)}" y="11" text-anchor="middle">${year}</text>`}`);
  const rows = years.map((one, i) => {
    const y = 28 + i * row, from = x(Number(one.printed)), to = x(Number(one.true)), tool = DATA.tool.get(one.tool);
    const name = tool ? tool.name : one.tool, text = `${name}, Table ${one.table}, row ${one.row}: printed ${one.printed}, evidenced ${one.true}`;
    return html`<g class="${one.by < 0 ? 'older' : 'younger'}"><title>${text}</title><text x="${gutter - 4}" y="${y + 4}" text-anchor="end">${cut(name, isPhone() ? 18 : 28)}</text><path class="dumbbell" d="M${from} ${y}H${to}"/><circle class="printed" cx="${from}" cy="${y}" r="4"/><circle class="true" cx="${to}" cy="${y}" r="4.4"/><text class="muted small" x="${round(Math.max(from, to) + 9, 1)}" y="${y + 4}">${one.by > 0 ? '+' : '−'}${Math.abs(one.by)}</text></g>`;
  });
  return html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${plural(years.length, 'year')} of first release as printed and as evidenced, ${first} to ${last}">${axis}${rows}</svg>`;
}

const ERRATA = { type: 'Type of license', category: 'Category', name: 'Name', duplicate: 'Printed twice' };

function errataList(errata) {
  const item = (one) => {
    const tool = DATA.tool.get(one.tool);
    return html`<li><span class="muted">${one.table}.${one.row}</span> ${tool ? toolLink(tool) : one.tool}: <s>${one.printed}</s> → ${one.true} ${one.source ? sourceLink(one.source) : ''}</li>`;
  };
  return html`<div class="errata">${[...groupBy(errata, (one) => one.fact)].map(([fact, list]) => html`<h4>${ERRATA[fact] || fact}, ${list.length}</h4><ul>${list.map(item)}</ul>`)}</div>`;
}

function questionFigure(question) {
  const most = Math.max(1, ...question.options.map((option) => option.count || 0));
  const rows = question.options.map((option) => html`<tr><th scope="row">${option.label}</th><td><svg width="100" height="10" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="answer" width="${round(100 * (option.count || 0) / most, 1)}" height="10"/></svg></td><td>${option.count ?? ''}</td><td class="muted">${option.percent === undefined ? '' : `${option.percent} %`}</td></tr>`);
  return html`<figure class="question"><figcaption><b>${question.caption}</b>${question.statement ? html`<span>${question.statement}</span>` : ''}</figcaption><table><tbody>${rows}</tbody></table>${(question.notes || []).map((note) => html`<p class="muted">${note}</p>`)}</figure>`;
}
