/* The text of a query, word by word: a port of the crate's `Words`. Reads no document. */

/* Each word as it is written; spaces in quotation marks do not end it. */
const tokens = (text) => text.match(/(?:"(?:\\.|[^"\\])*"?|[^\s"])+/gs) || [];

const SOUGHT = 'write what is sought, such as kubernetes or "feature store"';

/* Operators of other query languages: here, sought as text, they would be misunderstood. */
const OPERATORS = ['AND', 'OR', 'NOT'];

/* { not, phrase } or { not, key, values }. */
function readWord(token) {
  const reader = { rest: token }, not = token.startsWith('-');
  if (not) reader.rest = token.slice(1);
  const word = { not, ...readText(reader) };
  if (word.phrase !== undefined && !word.phrase.trim()) throw new ParseError(not ? '`-` excludes nothing' : 'the phrase is empty', SOUGHT);
  return word;
}

function readText(reader) {
  const phrase = readQuoted(reader);
  if (phrase !== null) { readEnd(reader); return { phrase }; }
  const key = readUntil(reader, ':');
  if (!reader.rest.startsWith(':')) {
    if (OPERATORS.includes(key)) throw new ParseError(`queries have no \`${key}\``, `write license:MIT,BSD for either, conditions of different keys side by side for all, \`-\` before one to exclude it, and "${key}" to search for the word`);
    return { phrase: key };
  }
  reader.rest = reader.rest.slice(1);
  return { key, values: readValues(reader) };
}

function readValues(reader) {
  const values = [];
  for (;;) {
    values.push(readQuoted(reader) ?? readUntil(reader, ','));
    if (!reader.rest.startsWith(',')) { readEnd(reader); return values; }
    reader.rest = reader.rest.slice(1);
  }
}

function readUntil(reader, end) {
  const at = reader.rest.indexOf(end), text = at < 0 ? reader.rest : reader.rest.slice(0, at);
  reader.rest = reader.rest.slice(text.length);
  return text;
}

function readQuoted(reader) {
  if (!reader.rest.startsWith('"')) return null;
  const [all, text, close] = /^"((?:\\.|[^"\\]|\\$)*)("?)/s.exec(reader.rest);
  reader.rest = reader.rest.slice(all.length);
  const plain = text.replace(/\\(["\\])/g, '$1');
  if (!close) throw new ParseError(`the quotation mark before \`${shorten(plain)}\` is not closed`, 'write another one after the phrase');
  return plain;
}

function readEnd(reader) {
  if (reader.rest) throw new ParseError(`\`${shorten(reader.rest)}\` follows a quotation mark`, 'write a space between them');
}
