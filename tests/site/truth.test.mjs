// One truth: the script answers queries as the crate does, today and at the end of every year.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, pageData, pure } from './support.mjs';

const { parseQuery, matcher, catalogAsOf, complete } = pure('parseQuery', 'matcher', 'catalogAsOf', 'complete');

test('300 random queries over all years', () => {
  const data = pageData(), tools = data.tools.map((tool) => complete(tool, data.checked));
  const stageOf = Object.fromEntries(data.categories.map((category) => [category.id, category.stage]));
  const words = { categories: data.categories.map(({ id }) => id), stages: data.stages.map(({ id }) => id), licenses: data.licenses.split(' ') };
  const then = new Map(), asOf = (year) => then.get(year) ?? then.set(year, catalogAsOf(tools, year)).get(year);
  const given = answers();
  assert.equal(given.length, 300);
  let compared = 0;
  for (const { query: text, error, today, years } of given) {
    const query = parseQuery(text, words);
    if (error) { assert.equal(query.errors[0], error, text); continue; }
    assert.deepEqual(query.errors, [], text);
    const ids = (tools) => tools.filter(matcher(query, stageOf)).map((tool) => tool.id);
    assert.deepEqual(ids(tools), today, `${text} today`);
    for (const [year, expected] of Object.entries(years)) { assert.deepEqual(ids(asOf(Number(year))), expected, `${text} as of ${year}`); compared += 1; }
  }
  assert.ok(compared > 3000, `${compared} answers were compared`);
});
