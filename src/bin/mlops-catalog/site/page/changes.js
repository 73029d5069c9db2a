/* The view Changes: releases, owners, licenses and ends, the latest first, as in changes.atom. */

function changesOf(tools) {
  const changes = tools.flatMap((tool) => {
    const events = tool.history.filter((event) => event.date).map((event) => ({ tool, event, date: event.date }));
    return tool.released ? [{ tool, event: { event: 'released', source: tool.sources.released }, date: tool.released }, ...events] : events;
  });
  return changes.sort((a, b) => compare(b.date, a.date) || compare(a.tool.id, b.tool.id));
}

function drawChanges(state, box) {
  const changes = changesOf(state.selected), undated = state.selected.reduce((count, tool) => count + tool.history.filter((event) => !event.date).length, 0);
  setHead('What happened', html`${plural(changes.length, 'event')}, the latest first; the latest 200 also as an <a href="changes.atom">Atom feed</a>.${undated ? ` ${plural(undated, 'event')} without a date ${undated === 1 ? 'is' : 'are'} in the panels of the tools.` : ''}`);
  const years = [...groupBy(changes, (change) => change.date.slice(0, 4))];
  if (!years.length) { setMarkup(box, nothing()); return; }
  const opened = changes.length > 150 ? 2 : years.length;
  setMarkup(box, years.map(([year, changes], i) => html`<details class="year"${i < opened ? new Markup(' open') : ''}><summary><h3>${year}</h3> <span class="muted">${plural(changes.length, 'event')}</span></summary><ol class="history">${changes.map(changeItem)}</ol></details>`));
}

function changeItem({ tool, event, date }) {
  const after = event.event === 'relicensed' ? licenseAfter(tool, event) : null;
  return html`<li><time>${date}</time> <b>${toolLink(tool)}</b> ${eventText(event, after)} ${sourceLink(event.source)}</li>`;
}
