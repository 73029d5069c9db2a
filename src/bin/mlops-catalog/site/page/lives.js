/* A life as a list of pieces: from when to when, under which type of license, and whether it was pale then (inactive,
   archived, or nobody knows whether it had ended). Reads no document. */

/* Null when it is not known when it began, or when that was later than `until`. */
function lifeOf(tool, until) {
  const start = timeOf(tool.released);
  if (start === null || start > until) return null;
  const dated = tool.history.filter((event) => event.date && timeOf(event.date) <= until);
  const moves = dated.filter((event) => event.event === 'relicensed');
  const typeAfter = (moved) => (moved < moves.length ? moves[moved].from.type : tool.license.type);
  const life = { start, pieces: [], marks: dated, end: null, isEndDated: true };
  let time = start, mode = 'alive', moved = 0;
  const proceed = (to) => {
    const stop = Math.min(Math.max(to, time), until);
    if (mode !== 'gone' && stop > time) life.pieces.push({ from: time, to: stop, type: typeAfter(moved), isPale: mode === 'pale' });
    time = Math.max(time, stop);
  };
  for (const event of tool.history) {
    if (event.date && timeOf(event.date) > until) continue;
    if (event.date) proceed(timeOf(event.date));
    switch (event.event) {
      case 'relicensed': if (event.date) moved += 1; break;
      case 'inactive': case 'archived': if (mode === 'alive') mode = 'pale'; break;
      case 'discontinued':
        // Ended, nobody noted when: what is certain reaches to the last dated event.
        life.isEndDated = Boolean(event.date);
        if (event.date) { life.end = time; mode = 'gone'; } else mode = 'pale';
        break;
      case 'revived': if (event.date) time = Math.max(time, timeOf(event.date)); mode = 'alive'; life.end = null; life.isEndDated = true; break;
      default:
    }
  }
  proceed(until);
  return life;
}

/* The changes of the type of license, with what it was and what it became. */
function typeChanges(tool) {
  const moves = tool.history.filter((event) => event.event === 'relicensed' && event.date);
  return moves.map((event, i) => ({ date: event.date, from: event.from, to: i + 1 < moves.length ? moves[i + 1].from : tool.license }))
    .filter((change) => change.from.type !== change.to.type);
}

/* The license to which a change of license led. */
function licenseAfter(tool, event) {
  const later = tool.history.slice(tool.history.indexOf(event) + 1).find((next) => next.event === 'relicensed');
  return later ? later.from : tool.license;
}
