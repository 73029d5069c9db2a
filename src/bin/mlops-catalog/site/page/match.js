/* Which tools a query asks for. Reads no document. */

const within = (range, year) => year !== null && range.first <= year && year <= range.last;

function hasValue(key, value, tool, stageOf) {
  switch (key) {
    case 'category': return value.every((category) => tool.categories.includes(category));
    case 'stage': return tool.categories.some((category) => stageOf[category] === value);
    case 'status': return tool.status === value;
    case 'released': return within(value, tool.year);
    case 'vendor': return tool.vendor !== null && fold(tool.vendor) === fold(value);
    case 'license': return value.type ? tool.license.type === value.type : hasLicense(tool.license, value);
    case 'phrase': return foldedFields(tool).some((field) => field.includes(fold(value)));
    case 'event': return tool.history.some((event) => event.event === value.kind && (!value.years || within(value.years, yearOf(event.date))));
    case 'source': return factsOf(tool).some((fact) => !fact.source);
    default: return false;
  }
}

/* A whole expression has each identifier in it: `MIT OR Apache-2.0`; a family is the beginning of one. What follows
   `WITH` is an exception, not a license. */
function hasLicense(license, { id, family }) {
  const words = (license.spdx || '').toLowerCase().split(/[\s():+]+/);
  return words.some((word, at) => words[at - 1] !== 'with' && (id ? word === id : word.startsWith(family)));
}

/* The facts that should have a source: first release, license, successor, each event. */
function factsOf(tool) {
  tool.facts ||= listFacts(tool);
  return tool.facts;
}

function listFacts(tool) {
  const facts = [];
  if (tool.released) facts.push({ fact: 'first release', source: tool.sources.released });
  facts.push({ fact: 'license', source: tool.sources.license });
  if (tool.successor) facts.push({ fact: 'successor', source: tool.sources.successor });
  for (const event of tool.history) facts.push({ fact: event.event, source: event.source });
  return facts;
}

/* What a search looks into, folded once. */
function foldedFields(tool) {
  tool.folded ||= [tool.name, ...tool.aliases, tool.description || '', tool.vendor || ''].map(fold);
  return tool.folded;
}

/* A function that tells whether a tool matches: conditions of one key are alternatives, those of different keys must
   all hold, a condition with `-` must not. `skip` is a key whose demands do not count: what a filter could add. */
function matcher(query, stageOf, skip) {
  const holds = (key, tool) => (value) => hasValue(key, value, tool, stageOf);
  const asked = [...groupBy(query.conditions.filter((one) => !one.not && one.key !== skip), (one) => one.key)].map(([key, conditions]) => {
    const values = conditions.flatMap((one) => one.values), any = values.filter((value) => !isDemanded(key, value)), all = values.filter((value) => isDemanded(key, value));
    return (tool) => (!any.length || any.some(holds(key, tool))) && all.every(holds(key, tool));
  });
  const refused = query.conditions.filter((one) => one.not);
  return (tool) => asked.every((test) => test(tool)) && !refused.some((one) => one.values.some(holds(one.key, tool)));
}

/* `category:a+b` is demanded beside `category:c`, not in its place; each phrase must be found. */
const isDemanded = (key, value) => key === 'phrase' || (key === 'category' && value.length > 1);
