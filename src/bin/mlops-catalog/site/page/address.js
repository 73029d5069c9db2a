/* The state is the fragment of the address: the conditions of the query and five keys of the page, joined by `&`. */

const VIEWS = ['lifespans', 'map', 'table', 'overlap', 'evidence', 'paper', 'changes'];

function readAddress(fragment) {
  const state = { text: [], view: 'lifespans', year: null, tool: null, compare: [], sort: 'name', problems: [] };
  for (const part of fragment.replace(/^#/, '').split('&').filter(Boolean)) {
    let token = part;
    try { token = decodeURIComponent(part); } catch { /* It is meant as it is written. */ }
    const [, key, value] = /^([a-z-]+):(.*)$/s.exec(token) || [];
    switch (PAGE_KEYS.includes(key) ? key : '') {
      case 'view': if (VIEWS.includes(value)) state.view = value; else state.problems.push(unknownView(value)); break;
      case 'as-of': Object.assign(state, yearOfAddress(value, state)); break;
      case 'tool': state.tool = value; break;
      case 'compare': state.compare = value.split('+').filter(Boolean).slice(0, 3); break;
      case 'sort': state.sort = value; break;
      default: state.text.push(token);
    }
  }
  state.text = state.text.join(' ');
  return state;
}

function unknownView(word) {
  try { wordOf('view', word, VIEWS); } catch (error) { return error.message; }
  return '';
}

/* The newest year is today. */
function yearOfAddress(value, { problems }) {
  if (!/^\d{4}$/.test(value)) return { problems: [...problems, `\`${shorten(value)}\` is not a year; write one such as as-of:2019`] };
  const year = Number(value);
  if (year > DATA.last) return { problems: [...problems, `${year} is later than this catalog, which was checked in ${DATA.last}`] };
  return { year: year === DATA.last ? null : year };
}

function writeAddress(state) {
  const parts = tokens(state.text).map(encodePart);
  if (state.year !== null) parts.push(`as-of:${state.year}`);
  if (state.view !== 'lifespans') parts.push(`view:${state.view}`);
  if (state.sort !== 'name') parts.push(`sort:${state.sort}`);
  if (state.compare.length > 1) parts.push(`compare:${state.compare.join('+')}`);
  else if (state.tool) parts.push(`tool:${state.tool}`);
  return parts.join('&');
}
