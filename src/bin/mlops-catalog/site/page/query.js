/* Queries: a port of the crate's grammar. Reads no document. */

const QUERY_KEYS = ['category', 'license', 'status', 'released', 'vendor', 'event', 'source', 'stage'];
const PAGE_KEYS = ['view', 'as-of', 'tool', 'compare', 'sort'];

/* --- folding: case, accents, spaces and punctuation do not count ------------------------------------------------- */

const PLAIN = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ĸ: 'k', ŋ: 'n', ʼ: '', ς: 'σ',
};
const isWordPart = (c) => /[\p{Alphabetic}\p{N}\p{Mn}]/u.test(c);
const foldedTexts = new Map();

function fold(text) {
  if (foldedTexts.has(text)) return foldedTexts.get(text);
  let folded = '';
  if (/^[\x20-\x7e]*$/.test(text)) folded = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  else for (const c of text) if (isWordPart(c)) for (const part of c.normalize('NFKD')) {
    if (!/[\u0300-\u036f]/.test(part) && isWordPart(part)) for (const letter of part.toLowerCase()) folded += PLAIN[letter] ?? letter;
  }
  folded ||= text.trim().toLowerCase();
  foldedTexts.set(text, folded);
  return folded;
}

/* --- the nearest known word ---------------------------------------------------------------------------------------- */

/* Damerau-Levenshtein: changes, missing and further letters, and neighbours that changed places. */
function distance(a, b) {
  const last = new Map(), most = a.length + b.length, rows = a.length + 2, columns = b.length + 2;
  const d = Array.from({ length: rows }, () => new Array(columns).fill(0));
  d[0][0] = most;
  for (let i = 0; i <= a.length; i++) { d[i + 1][0] = most; d[i + 1][1] = i; }
  for (let j = 0; j <= b.length; j++) { d[0][j + 1] = most; d[1][j + 1] = j; }
  for (let i = 1; i <= a.length; i++) {
    let match = 0;
    for (let j = 1; j <= b.length; j++) {
      const row = last.get(b[j - 1]) || 0, column = match, same = a[i - 1] === b[j - 1];
      if (same) match = j;
      d[i + 1][j + 1] = Math.min(d[i][j] + (same ? 0 : 1), d[i + 1][j] + 1, d[i][j + 1] + 1,
        d[row][column] + (i - row - 1) + 1 + (j - column - 1));
    }
    last.set(a[i - 1], i);
  }
  return d[a.length + 1][b.length + 1];
}

function nearest(word, known) {
  if (word.length > 100) return null;
  const given = word.toLowerCase().replace(/[ _]/g, '-');
  let best = null, least = Infinity;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const begins = given.length >= 3 && other.startsWith(given);
    const far = begins ? other.length - given.length : distance(given, other);
    if (far < least && (begins || far * 3 <= Math.max(given.length, other.length))) { best = candidate; least = far; }
  }
  return best;
}

class QueryError extends Error {}

function wordOf(kind, word, known) {
  if (known.includes(word)) return word;
  const near = nearest(word, known);
  throw new QueryError(`unknown ${kind} \`${cut(word, 61)}\`; ${near ? `did you mean \`${near}\`?` : `known: ${known.join(', ')}`}`);
}

/* --- ranges of years -------------------------------------------------------------------------------------------------- */

const RANGE_HELP = 'ranges of years are written 2018, 2018..=2021, 2018.. or ..=2020';

function yearNumber(text) {
  if (!/^\d{4}$/.test(text.trim()) || Number(text) < 1950) {
    throw new QueryError(`\`${cut(text.trim(), 61)}\` is not a year; write one from 1950 on, such as 2018; ${RANGE_HELP}`);
  }
  return Number(text);
}

function rangeOf(text) {
  if (!text.trim()) throw new QueryError(`no year is given; ${RANGE_HELP}`);
  const [, first, dots, equals, last] = /^(.*?)(?:(\.\.)(=?)(.*))?$/.exec(text);
  if (!dots) return { first: yearNumber(text), last: yearNumber(text) };
  const range = { first: first.trim() ? yearNumber(first) : 0, last: 65535 };
  if (last.trim() || equals) range.last = yearNumber(last) - (equals ? 0 : 1);
  if (range.first > range.last) throw new QueryError(`no year lies in \`${text}\`; ${RANGE_HELP}`);
  return range;
}

function rangeText({ first, last }) {
  if (first === last) return String(first);
  return `${first || ''}..${last === 65535 ? '' : `=${last}`}`;
}

/* --- parsing ---------------------------------------------------------------------------------------------------------- */

/* Words and "quoted phrases"; a phrase may follow a key: vendor:"Weights & Biases". */
function tokens(text) {
  return [...text.matchAll(/(?:"[^"]*"?|[^\s"])+/g)].map(([token]) => token);
}

const unquoted = (text) => text.replaceAll('"', '');

/* `words`: the ids that the catalog knows: { categories, stages }. */
function parseQuery(text, words) {
  const query = { conditions: [], text: [], errors: [] };
  for (const token of tokens(text)) {
    try {
      const [, not, key, value] = /^(-?)([a-zA-Z-]+):(.*)$/s.exec(token) || [];
      if (key === undefined) query.text.push(unquoted(token));
      else query.conditions.push(conditionOf(not === '-', wordOf('query key', key, QUERY_KEYS), unquoted(value), words));
      oneRange(query.conditions);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      query.errors.push(error.message);
    }
  }
  query.text = query.text.filter(Boolean);
  return query;
}

/* Two ranges of years, of which neither can be meant alone. */
function oneRange(conditions) {
  const ranges = conditions.filter((one) => one.key === 'released' && !one.not);
  if (ranges.length < 2) return;
  conditions.pop();
  throw new QueryError('`released` is given twice; write one range, such as released:2018..=2021');
}

function conditionOf(not, key, value, words) {
  return { key, not, values: key === 'released' ? [rangeOf(value)] : value.split(',').map((part) => valueOf(key, part, words)) };
}

function valueOf(key, part, words) {
  switch (key) {
    case 'category': return part.split('+').map((word) => wordOf('category', word, words.categories));
    case 'stage': return wordOf('stage', part, words.stages);
    case 'status': return wordOf('status', part, STATUSES);
    case 'license': return licenseOf(part);
    case 'source': return wordOf('source', part, ['missing']);
    case 'event': return eventOf(part);
    default: return part;
  }
}

/* A type of licence, or the id of a licence in any case. */
function licenseOf(part) {
  const type = part.toLowerCase();
  if (LICENSES.includes(type)) return type;
  if (/^[a-z]+(-[a-z]+)?$/.test(part) && nearest(part, LICENSES)) return wordOf('license type', part, LICENSES);
  if (!/^[A-Za-z0-9.+:-]+$/.test(part)) throw new QueryError(`\`${cut(part, 61)}\` is not a license; write a type such as open-source or an SPDX id such as Apache-2.0`);
  return part;
}

function eventOf(part) {
  const [kind, years] = part.split(/:(.*)/s);
  return { kind: wordOf('event', kind, EVENTS), years: years === undefined ? null : rangeOf(years) };
}

/* --- printing --------------------------------------------------------------------------------------------------------- */

function valueText(key, value) {
  switch (key) {
    case 'category': return value.join('+');
    case 'released': return rangeText(value);
    case 'event': return value.kind + (value.years ? `:${rangeText(value.years)}` : '');
    default: return value;
  }
}

const quoted = (text) => (/[\s:]/.test(text) || text.startsWith('-') ? `"${text}"` : text);

/* The parts of a query, each without a space outside of quotes. */
function queryParts(query) {
  const conditions = query.conditions.map(({ key, not, values }) => {
    const text = values.map((value) => valueText(key, value)).join(',');
    return `${not ? '-' : ''}${key}:${/\s/.test(text) ? `"${text}"` : text}`;
  });
  return [...conditions, ...query.text.map(quoted)];
}
