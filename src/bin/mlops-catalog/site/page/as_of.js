/* The catalog as it stood at the end of a year: a port of the crate's `status` and `as_of`. Reads no document. */

const STATUS_AFTER = { inactive: 'inactive', archived: 'archived', discontinued: 'discontinued', revived: 'active' };
const yearOf = (date) => (date ? Number(date.slice(0, 4)) : null);

/* 2018-07-02 is 2018.5; a bare year begins at its start, so that nothing is drawn more exactly than it is known. */
function timeOf(date) {
  if (!date) return null;
  const [year, month, day] = date.split('-').map(Number);
  return year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 372;
}

/* Inactive is dated by the last commit; the tool was inactive when there had been none for two years. */
const isPastIn = (event, year) => !event.date || yearOf(event.date) + (event.event === 'inactive' ? 2 : 0) <= year;

function canFollow(event, status) {
  switch (event.event) {
    case 'inactive': case 'closed-to-new-customers': return status === 'active';
    case 'archived': return status !== 'archived';
    case 'discontinued': return status !== 'discontinued';
    case 'revived': return status !== 'active';
    default: return true;
  }
}

function historyIn(tool, year) {
  let status = 'active';
  return tool.history.filter((event) => {
    const happened = isPastIn(event, year) && canFollow(event, status);
    if (happened) status = STATUS_AFTER[event.event] || status;
    return happened;
  });
}

const statusAfter = (events) => events.reduce((status, event) => STATUS_AFTER[event.event] || status, 'active');
const endAfter = (events) => {
  const last = events.filter((event) => event.event === 'discontinued' || event.event === 'revived').at(-1);
  return last && last.event === 'discontinued' ? last : null;
};
const isAliveIn = (tool, year) => tool.year !== null && tool.year <= year && !endAfter(historyIn(tool, year));

/* The tool as it was, its later names among its aliases. */
function formerTool(tool, year) {
  const former = { ...tool, history: historyIn(tool, year), sources: { ...tool.sources }, folded: undefined, facts: undefined };
  former.status = statusAfter(former.history);
  for (const event of [...tool.history].reverse()) if (!isPastIn(event, year)) undo(event, former);
  return former;
}

function undo(event, tool) {
  switch (event.event) {
    case 'renamed': {
      const names = [tool.name, ...tool.aliases.filter((alias) => fold(alias) !== fold(tool.name))];
      tool.aliases = names.filter((name) => fold(name) !== fold(event.from));
      tool.name = event.from;
      tool.sources.name = event.source;
      break;
    }
    case 'relicensed':
      tool.license = event.from;
      tool.sources.license = event.source;
      break;
    case 'acquired': case 'donated':
      tool.vendor = null;
      delete tool.sources.vendor;
      break;
    case 'inactive': case 'archived': case 'discontinued': case 'revived':
      tool.successor = null;
      delete tool.sources.successor;
      break;
    default:
  }
}

/* A name belongs to the tool whose id it is, else to the one that is called so, else to the one that has it as alias. */
function nameOwners(tools) {
  const owners = new Map();
  const claim = (name, id) => { const folded = fold(name); if (!owners.has(folded)) owners.set(folded, id); };
  for (const tool of tools) claim(tool.id, tool.id);
  for (const tool of tools) claim(tool.name, tool.id);
  for (const tool of tools) for (const alias of tool.aliases) claim(alias, tool.id);
  return owners;
}

function catalogAsOf(tools, year) {
  const former = tools.filter((tool) => isAliveIn(tool, year)).map((tool) => formerTool(tool, year));
  const ids = new Set(former.map((tool) => tool.id));
  const owners = nameOwners(former);
  for (const tool of former) {
    if (tool.successor && !ids.has(tool.successor)) { tool.successor = null; delete tool.sources.successor; }
    tool.aliases = tool.aliases.filter((alias) => owners.get(fold(alias)) === tool.id);
  }
  return former;
}

/* A tool as the data of the page have it, with everything that follows from its facts. In a source, `~` is the address
   of its repository. */
function complete(tool, checked) {
  const whole = { aliases: [], history: [], sources: {}, vendor: null, successor: null, description: '', checked, ...tool };
  const full = (source) => (source && source.startsWith('~/') ? tool.repository + source.slice(1) : source);
  whole.sources = Object.fromEntries(Object.entries(whole.sources).map(([fact, source]) => [fact, full(source)]));
  whole.history = whole.history.map((event) => ({ ...event, source: full(event.source) }));
  whole.year = yearOf(tool.released);
  whole.status = statusAfter(whole.history);
  return whole;
}
