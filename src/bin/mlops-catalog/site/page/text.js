/* Markup that escapes by itself, and the words that several views share. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text) => String(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);

class Markup {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

/* What is put into the template is text, unless it is markup already; lists are joined, nothing and false are left out. */
function html(parts, ...values) {
  const render = (value) => {
    if (value instanceof Markup) return value.text;
    if (Array.isArray(value)) return value.map(render).join('');
    return value === null || value === undefined || value === false ? '' : escapeText(value);
  };
  return new Markup(parts.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);
const percent = (part, whole) => (whole ? `${(100 * part / whole).toFixed(1).replace('.0', '')} %` : '0 %');
const listed = (words) => (words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join());
/* A title within a sentence; acronyms stay. */
const inSentence = (title) => (/^.[a-z]/.test(title) ? title[0].toLowerCase() + title.slice(1) : title);
function groupBy(list, key) {
  const groups = new Map();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one); else groups.set(key(one), [one]);
  }
  return groups;
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const LICENSES = ['open-source', 'source-available', 'public', 'private'];
const LICENSE_NAMES = {
  'open-source': 'open source', 'source-available': 'source available', public: 'public cloud', private: 'private',
};
const STATUSES = ['active', 'inactive', 'archived', 'discontinued'];
const EVENTS = ['acquired', 'renamed', 'relicensed', 'donated', 'inactive', 'archived', 'discontinued', 'revived',
  'closed-to-new-customers'];
const RELEASES = {
  'first-tag': 'first tag', 'first-package': 'first package', 'first-commit': 'first commit', launch: 'launch',
  'general-availability': 'general availability', founding: 'founding',
};
/* Titles that are too long beside a plot. */
const SHORT_TITLES = {
  'data-versioning': 'Data versioning', 'hyperparameter-optimization': 'Hyperparameters',
  'workflow-orchestration': 'Orchestration',
};

const licenseText = (license) => license.spdx || LICENSE_NAMES[license.type];
const swatch = (type) => html`<span class="swatch ${type}"></span>`;
const licenseChip = (license) => html`<span class="chip">${swatch(license.type)}${licenseText(license)}</span>`;

/* What happened, in words. `after` is the license that a change of license led to. */
function eventText(event, after) {
  switch (event.event) {
    case 'acquired': return `acquired by ${event.by}`;
    case 'renamed': return `renamed from ${event.from}`;
    case 'relicensed': return `relicensed from ${licenseText(event.from)}${after ? ` to ${licenseText(after)}` : ''}`;
    case 'donated': return `given to ${event.to}`;
    case 'inactive': return 'last commit before it became inactive';
    case 'released': return 'first released';
    default: return event.event.replaceAll('-', ' ');
  }
}

/* An address that can be opened; whatever else came through is shown as text. */
const isAddress = (text) => /^https:\/\/[^\s]+$/.test(text);

function sourceLink(source) {
  if (!source) return html`<span class="missing">no source</span>`;
  if (!isAddress(source)) return html`<span class="source" title="${source}">“${cut(source, 34)}”</span>`;
  const host = source.slice(8).split(/[/?#]/)[0].replace(/^www\./, '');
  return html`<a class="source" href="${source}" rel="noreferrer">${cut(host, 34)}<span aria-hidden="true"> ↗</span></a>`;
}

/* A link to a tool: its page without script, its panel with it. */
const toolLink = (tool, name = tool.name) => html`<a href="tools/${tool.id}.html" data-tool="${tool.id}">${name}</a>`;
/* A link to what a query gives. */
const queryLink = (query, text) => html`<a href="#${addressOf(query)}" data-query="${query}">${text}</a>`;
const addressOf = (query) => tokens(query).map(encodePart).join('&');
const encodePart = (part) => part.replace(/[%&#"<>\s]/g, encodeURIComponent);
