/* Which tools a query asks for. Reads no document. */

const within = (range, year) => year !== null && range.first <= year && year <= range.last;

function hasValue(key, value, tool, stageOf) {
  switch (key) {
    case 'category': return value.every((category) => tool.categories.includes(category));
    case 'stage': return tool.categories.some((category) => stageOf[category] === value);
    case 'status': return tool.status === value;
    case 'released': return within(value, tool.year);
    case 'vendor': return tool.vendor !== null && fold(tool.vendor) === fold(value);
    case 'license': return LICENSES.includes(value) ? tool.license.type === value : hasLicense(tool.license, value);
    case 'event': return tool.history.some((event) => event.event === value.kind && (!value.years || within(value.years, yearOf(event.date))));
    case 'source': return factsOf(tool).some((fact) => !fact.source);
    default: return false;
  }
}

/* A whole expression has each id in it: `MIT OR Apache-2.0`. */
function hasLicense(license, id) {
  const ids = (license.spdx || '').toLowerCase().split(/[\s()]+/);
  return ids.includes(id.toLowerCase());
}

/* The facts that should have a source: first release, licence, successor, each event. */
function factsOf(tool) {
  tool.facts ||= listFacts(tool);
  return tool.facts;
}

function listFacts(tool) {
  const facts = [];
  if (tool.released) facts.push({ fact: 'first release', source: tool.sources.released });
  facts.push({ fact: 'licence', source: tool.sources.license });
  if (tool.successor) facts.push({ fact: 'successor', source: tool.sources.successor });
  for (const event of tool.history) facts.push({ fact: event.event, source: event.source });
  return facts;
}

/* What a search looks into, folded once. */
function foldedFields(tool) {
  tool.folded ||= [tool.name, ...tool.aliases, tool.description || '', tool.vendor || ''].map(fold);
  return tool.folded;
}

const isFound = (word, tool) => foldedFields(tool).some((field) => field.includes(word));

/* A function that tells whether a tool matches: conditions of one key are alternatives, those of different keys must
   all hold, a condition with `-` must not. `skip` is a key whose demands do not count: what a filter could add. */
function matcher(query, stageOf, skip) {
  const demands = groupBy(query.conditions.filter((one) => !one.not && one.key !== skip), (one) => one.key);
  const refusals = query.conditions.filter((one) => one.not);
  const words = query.text.map(fold);
  const holds = (condition, tool) => condition.values.some((value) => hasValue(condition.key, value, tool, stageOf));
  // `category:a+b` is demanded beside `category:c`, not in its place.
  const isAll = (value) => Array.isArray(value) && value.length > 1;
  const asked = [...demands].map(([key, conditions]) => {
    const values = conditions.flatMap((one) => one.values);
    const any = values.filter((value) => !isAll(value)), all = values.filter(isAll);
    return (tool) => (!any.length || any.some((value) => hasValue(key, value, tool, stageOf)))
      && all.every((value) => hasValue(key, value, tool, stageOf));
  });
  return (tool) => asked.every((test) => test(tool)) && !refusals.some((one) => holds(one, tool))
    && words.every((word) => isFound(word, tool));
}
