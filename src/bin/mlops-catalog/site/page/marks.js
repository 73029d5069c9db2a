/* The small signs: what happened in a life, and what the colors and signs mean. */

/* A sign, its middle at x and y. */
function mark(event, x, y, r) {
  const at = (dx, dy) => `${round(x + dx, 1)} ${round(y + dy, 1)}`;
  switch (event) {
    case 'active': return html`<circle class="mark full" cx="${round(x, 1)}" cy="${round(y, 1)}" r="${r}"/>`;
    case 'inactive': return html`<circle class="mark open" cx="${round(x, 1)}" cy="${round(y, 1)}" r="${r - 0.5}"/>`;
    case 'archived': return html`<path class="mark open" d="M${at(-r + 0.5, -r + 0.5)}h${2 * r - 1}v${2 * r - 1}h${1 - 2 * r}z"/>`;
    case 'discontinued': return html`<path class="mark cross" d="M${at(-r, -r)}l${2 * r} ${2 * r}M${at(-r, r)}l${2 * r} ${-2 * r}"/>`;
    case 'revived': return html`<path class="mark line" d="M${at(0, -r)}v${2 * r}M${at(-r, 0)}h${2 * r}"/>`;
    case 'acquired': return html`<path class="mark full" d="M${at(0, -r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z"/>`;
    case 'relicensed': return html`<path class="mark full" d="M${at(-1.5, -r - 2)}h3v${2 * r + 4}h-3z"/>`;
    case 'donated': return html`<path class="mark full" d="M${at(0, -r)}l${r} ${2 * r}h${-2 * r}z"/>`;
    case 'renamed': return html`<circle class="mark open" cx="${round(x, 1)}" cy="${round(y, 1)}" r="${r - 1.5}"/>`;
    case 'closed-to-new-customers': return html`<path class="mark line" d="M${at(-r, 0)}h${2 * r}"/>`;
    default: return '';
  }
}

const MARK_NAMES = {
  acquired: 'acquired', relicensed: 'license changed', renamed: 'renamed', donated: 'given to a foundation', inactive: 'inactive',
  archived: 'archived', discontinued: 'discontinued', revived: 'revived', 'closed-to-new-customers': 'closed to new customers',
};

const sign = (event) => html`<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${mark(event, 7, 7, 4)}</svg>`;
const legendItem = (picture, text) => html`<li>${picture}${text}</li>`;
const licenseLegend = () => LICENSES.map((type) => legendItem(swatch(type), LICENSE_NAMES[type]));
const END_DOT = html`<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><circle class="mark full" cx="7" cy="7" r="3"/></svg>`;
const TICK = html`<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path class="mark full" d="M6 1h2v12h-2z"/></svg>`;
const PALE = html`<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path class="bar open-source pale" stroke-width="6" d="M0 7H14"/></svg>`;

/* A life alone, as in the panel. */
function lifeMarkup(tool, until, scale, { y, height, r }) {
  const life = lifeOf(tool, until);
  if (!life) return '';
  const paths = barPaths([{ tool, y }], new Map([[tool.id, life]]), scale);
  return [
    [...paths].filter(([, d]) => d).map(([name, d]) => html`<path class="bar ${name}" stroke-width="${height}" d="${d}"/>`),
    life.marks.map((event) => mark(event.event, scale.x(timeOf(event.date)), y, r)),
  ].flat();
}
