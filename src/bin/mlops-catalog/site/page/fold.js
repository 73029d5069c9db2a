/* Names as they are looked up, and the nearest known word: ports of the crate's `fold` and `nearest`. Reads no document. */

const PLAIN = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ĸ: 'k', ŋ: 'n', ʼ: '', ς: 'σ',
};
const isWordPart = (c) => /[\p{Alphabetic}\p{N}\p{Mn}]/u.test(c);
const foldedTexts = new Map();

/* Case, accents, spaces and punctuation do not count. */
function fold(text) {
  if (!foldedTexts.has(text)) foldedTexts.set(text, foldAnew(text));
  return foldedTexts.get(text);
}

/* A sign means something after a letter, or after another sign: C, C++, C#, .NET and Net are five names. */
const SIGNS = { '+': 'plus', '＋': 'plus', '#': 'sharp', '＃': 'sharp', '♯': 'sharp' };

function foldAnew(raw) {
  const text = raw.trim(), isLetter = (c) => /\p{Alphabetic}/u.test(c);
  let folded = /^[.．]\p{Alphabetic}/u.test(text) ? 'dot' : '', last = 'other';
  for (const c of text) {
    if (SIGNS[c] && last !== 'other') { folded += SIGNS[c]; last = 'sign'; continue; }
    // A mark belongs to what it stands on.
    if (isLetter(c)) last = 'letter';
    else if (/\p{N}/u.test(c) || !isWordPart(c)) last = 'other';
    if (/[a-z0-9]/i.test(c) && c <= '\x7f') folded += c.toLowerCase();
    else if (isWordPart(c)) for (const part of c.normalize('NFKD')) {
      if (!/[\u0300-\u036f]/.test(part) && isWordPart(part)) for (const letter of part.toLowerCase()) folded += PLAIN[letter] ?? letter;
    }
  }
  return folded || text.toLowerCase();
}

/* Damerau-Levenshtein: changed, missing and further letters, and neighbors that changed places. */
function distance(a, b) {
  const last = new Map(), most = a.length + b.length;
  const d = Array.from({ length: a.length + 2 }, () => new Array(b.length + 2).fill(0));
  d[0][0] = most;
  for (let i = 0; i <= a.length; i += 1) { d[i + 1][0] = most; d[i + 1][1] = i; }
  for (let j = 0; j <= b.length; j += 1) { d[0][j + 1] = most; d[1][j + 1] = j; }
  for (let i = 1; i <= a.length; i += 1) {
    let match = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const row = last.get(b[j - 1]) || 0, column = match, same = a[i - 1] === b[j - 1];
      if (same) match = j;
      d[i + 1][j + 1] = Math.min(d[i][j] + (same ? 0 : 1), d[i + 1][j] + 1, d[i][j + 1] + 1,
        d[row][column] + (i - row - 1) + 1 + (j - column - 1));
    }
    last.set(a[i - 1], i);
  }
  return d[a.length + 1][b.length + 1];
}

/* The known word that was probably meant, or null. */
function nearest(word, known) {
  if (new TextEncoder().encode(word).length > 100) return null;
  const given = word.toLowerCase().replace(/[ _]/g, '-');
  let best = null, least = Infinity;
  for (const candidate of known) {
    const other = candidate.toLowerCase(), longest = Math.max(given.length, other.length), gap = Math.abs(given.length - other.length);
    const begins = given.length >= 3 && other.startsWith(given);
    if (gap >= least || (!begins && gap * 3 > longest)) continue;
    const far = begins ? gap : distance(given, other);
    if (far < least && (begins || far * 3 <= longest)) { best = candidate; least = far; }
  }
  return best;
}

/* Text cut to what a message can hold. */
const shorten = (text) => ([...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text);

class ParseError extends Error {
  constructor(message, help) { super(`${message}; ${help}`); this.help = help; this.what = message; }
}

function unknownWord(kind, word, known) {
  const near = nearest(word, known);
  return new ParseError(unknown(kind, word), near === null ? `known: ${known.join(', ')}` : `did you mean \`${near}\`?`);
}

const unknown = (kind, word) => (word ? `unknown ${kind} \`${shorten(word)}\`` : `the ${kind} is empty`);

function wordOf(kind, word, known) {
  if (known.includes(word)) return word;
  throw unknownWord(kind, word, known);
}
