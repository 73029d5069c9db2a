/* The years: the slider, and above it how many tools were alive at the end of each, by license. */

const mainScale = (width) => {
  const metrics = DATA.layout, gutter = isPhone() ? 0 : width > metrics.wide ? metrics.gutter : metrics.narrowGutter;
  return timeScale(width, gutter, isPhone() ? 6 : metrics.right, DATA.first, DATA.now);
};

function drawTimeline(state) {
  // The texts first: what they leave is the width of the strip.
  const types = state.alive[(state.year ?? DATA.last) - DATA.first] || [0, 0, 0, 0];
  setText(find('#when small'), state.year === null ? 'the landscape today' : 'as of the end of');
  setText(find('#when b'), String(state.year ?? DATA.last));
  setText(find('#when span'), `${sum(types).toLocaleString('en')} alive`);
  setAttribute(find('#year'), 'aria-valuetext', `${state.year ?? DATA.last}: ${plural(sum(types), 'tool')} alive, of which ${types[0]} open source`);
  const strip = find('#years'), phone = isPhone(), width = strip.clientWidth, height = 56;
  const scale = phone ? timeScale(width, 10, 10, DATA.first, DATA.now) : mainScale(width);
  const most = Math.max(1, ...state.alive.map((types) => sum(types)));
  const points = [[DATA.first, [0, 0, 0, 0]], ...state.alive.map((types, i) => [Math.min(DATA.first + i + 1, DATA.now), types])];
  const y = (count) => round(height - count / most * (height - 6), 1);
  let lower = points.map(() => 0);
  const areas = LICENSES.map((type, k) => {
    const upper = points.map(([, types], i) => lower[i] + types[k]);
    const line = (counts) => counts.map((count, i) => `${round(scale.x(points[i][0]), 1)} ${y(count)}`);
    const d = `M${line(upper).join('L')}L${line(lower).reverse().join('L')}Z`;
    lower = upper;
    return html`<path class="area ${type}" d="${d}"/>`;
  });
  const at = round(scale.x(state.until), 1);
  setMarkup(find('#area'), areas);
  setAttribute(find('#years svg'), 'viewBox', `0 0 ${width} ${height}`);
  setAttribute(find('#later'), 'x', String(at));
  setAttribute(find('#later'), 'width', String(Math.max(0, round(scale.x(DATA.now) - at, 1))));
  setAttribute(find('#here'), 'd', `M${at} 0V${height}`);
  setAttribute(find('#track'), 'd', `M${round(scale.x(DATA.first), 1)} ${height}H${round(scale.x(DATA.now), 1)}`);
  setAttribute(find('#past'), 'd', `M${round(scale.x(DATA.first), 1)} ${height}H${at}`);
  setAttribute(find('#thumb'), 'cx', String(at));
  placeSlider(state, scale);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/* The slider itself is not seen: its thumb would not be exactly at the end of its year, on the axis of the bars. */
function placeSlider(state, scale) {
  const slider = find('#year'), thumb = 16;
  const from = scale.x(DATA.first + 1) - thumb / 2, to = Math.min(scale.x(DATA.last + 1) + thumb / 2, scale.width);
  slider.style.left = `${round(from, 1)}px`;
  slider.style.width = `${round(to - from, 1)}px`;
  slider.min = DATA.first;
  slider.max = DATA.last;
  if (Number(slider.value) !== (state.year ?? DATA.last)) slider.value = state.year ?? DATA.last;
}

let playing = null;

function togglePlay() {
  if (playing) { stopPlaying(); return; }
  let year = DATA.first;
  const step = () => {
    if (year >= DATA.last) { stopPlaying(); change({ year: null }, 'replace'); return; }
    change({ year }, 'replace');
    year += 1;
    playing = setTimeout(step, 700);
  };
  setText(find('#play'), '■ Stop');
  step();
}

function stopPlaying() {
  clearTimeout(playing);
  playing = null;
  setText(find('#play'), '▶ Play');
}
