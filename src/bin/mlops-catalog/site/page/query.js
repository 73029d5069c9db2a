/* Queries: a port of the crate's grammar. Reads no document. */

const QUERY_KEYS = ['category', 'stage', 'license', 'status', 'released', 'vendor', 'event', 'source'];
const PAGE_KEYS = ['view', 'as-of', 'tool', 'compare', 'sort'];

/* --- values ------------------------------------------------------------------------------------------------------------ */

const RANGE_HELP = 'write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020';
const EMPTY_RANGE = '..1950';

function yearNumber(text) {
  const year = text.trim();
  if (!/^\d{4}$/.test(year) || Number(year) < 1950) throw new ParseError(`\`${shorten(year)}\` is not a year`, RANGE_HELP);
  return Number(year);
}

function rangeOf(text) {
  if (!text.trim()) throw new ParseError('the range of years is empty', RANGE_HELP);
  const dots = text.indexOf('..');
  if (dots < 0) return { first: yearNumber(text), last: yearNumber(text) };
  const before = text.slice(0, dots).trim(), after = text.slice(dots + 2).trim();
  const range = { first: before ? yearNumber(before) : 1950, last: 9999 };
  if (after.startsWith('=')) range.last = yearNumber(after.slice(1));
  else if (after) range.last = yearNumber(after) - 1;
  if (range.first > range.last && text.trim() !== EMPTY_RANGE) throw new ParseError(`empty year range \`${shorten(text)}\``, RANGE_HELP);
  return range;
}

function rangeText({ first, last }) {
  if (first > last) return EMPTY_RANGE;
  if (first === last) return String(first);
  return `${first === 1950 ? '' : first}..${last === 9999 ? '' : `=${last}`}`;
}

/* A type of license, an identifier of SPDX's list, or the family of one, in any case. */
function licenseOf(text, identifiers) {
  const is = (word) => word.toLowerCase() === text.toLowerCase();
  const type = LICENSES.find(is);
  if (type) return { type, text: type };
  const id = identifiers.find(is) || (/^licenseref-[a-z0-9.-]+$/i.test(text) ? text : null);
  if (id) return { id: id.toLowerCase(), text: id };
  const relative = text && identifiers.find((other) => other.toLowerCase().startsWith(`${text.toLowerCase()}-`));
  if (relative) return { family: `${text.toLowerCase()}-`, text: relative.slice(0, text.length) };
  if (nearest(text, LICENSES) !== null) throw unknownWord('license type', text, LICENSES);
  const near = nearest(text, identifiers);
  throw new ParseError(unknown('license', text), near === null
    ? `write ${LICENSES.join(', ')}, or an identifier of SPDX's list such as Apache-2.0` : `did you mean \`${near}\`?`);
}

function eventOf(text) {
  const [kind, years] = text.split(/:(.*)/s);
  return { kind: wordOf('event', kind, EVENTS), years: years === undefined ? null : rangeOf(years) };
}

function vendorOf(text) {
  if (!text.trim()) throw new ParseError('the vendor is empty', 'write a name, such as vendor:NVIDIA');
  return text.trim();
}

/* `words`: what the catalog knows: { categories, stages, licenses }. */
function valueOf(key, text, words) {
  switch (key) {
    case 'category': return text.split('+').map((word) => wordOf('category', word, words.categories));
    case 'stage': return wordOf('stage', text, words.stages);
    case 'license': return licenseOf(text, words.licenses);
    case 'status': return wordOf('status', text, STATUSES);
    case 'released': return rangeOf(text);
    case 'vendor': return vendorOf(text);
    case 'event': return eventOf(text);
    default: return wordOf('word for sources', text, ['missing']);
  }
}

/* --- parsing ---------------------------------------------------------------------------------------------------------- */

function parseQuery(text, words) {
  const query = { conditions: [], errors: [] };
  for (const token of tokens(text)) {
    try { addCondition(query.conditions, conditionOf(readWord(token), words)); } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      query.errors.push(error.message);
    }
  }
  return query;
}

function conditionOf({ not, phrase, key, values }, words) {
  if (phrase !== undefined) return { key: 'phrase', not, values: [phrase.trim()] };
  // `archived:2024` is short for `event:archived:2024`.
  if (!QUERY_KEYS.includes(key) && EVENTS.includes(key)) return conditionOf({ not, key: 'event', values: values.map((value) => `${key}:${value}`) }, words);
  if (!QUERY_KEYS.includes(key)) throw unknownKey(key);
  if (key === 'category' && values.length > 1 && values.some((value) => value.includes('+'))) throw new ParseError('`,` and `+` in one condition', 'write category:a,b for tools in either, category:a+b for tools in both');
  return { key, not, values: values.map((value) => valueOf(key, value, words)) };
}

function unknownKey(key) {
  const error = unknownWord('query key', key, [...QUERY_KEYS, ...EVENTS]);
  return error.help.startsWith('known') ? new ParseError(error.what, `${error.help}; text with a colon is sought in quotation marks`) : error;
}

/* Of two ranges of years, neither can be meant alone. */
function addCondition(conditions, condition) {
  const isRange = (one) => one.key === 'released' && !one.not;
  if (isRange(condition) && (conditions.some(isRange) || condition.values.length > 1)) throw new ParseError('`released` is given twice', 'write one range, such as released:2018..=2021');
  conditions.push(condition);
}

/* --- printing --------------------------------------------------------------------------------------------------------- */

function valueText(key, value) {
  switch (key) {
    case 'category': return value.join('+');
    case 'released': return rangeText(value);
    case 'license': return value.text;
    case 'event': return value.kind + (value.years ? `:${rangeText(value.years)}` : '');
    case 'vendor': return written(value, ',');
    case 'phrase': return written(value, ':');
    default: return value;
  }
}

/* In quotation marks if it would be read otherwise. */
function written(text, special) {
  if (!/^-|[\s"\\]/.test(text) && !text.includes(special) && !OPERATORS.includes(text)) return text;
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/* The conditions as they are written. */
const queryParts = (query) => query.conditions.map(({ key, not, values }) => {
  const text = values.map((value) => valueText(key, value)).join(',');
  return `${not ? '-' : ''}${key === 'phrase' ? '' : `${key}:`}${text}`;
});
