/* Changing the document no more than is needed, so that a step of the slider is short and the focus stays. */

const find = (selector) => document.querySelector(selector);
const isPhone = () => innerWidth <= 760;

function setText(node, text) { if (node.textContent !== text) node.textContent = text; }
function setAttribute(node, name, value) { if (node.getAttribute(name) !== value) node.setAttribute(name, value); }
function setHidden(node, hidden) { if (node.hidden !== hidden) node.hidden = hidden; }

const markups = new WeakMap();

/* Writes markup into a node if it is not what was written last. The focus stays on what has the same data. */
function setMarkup(node, markup) {
  const text = html`${markup}`.text;
  if (markups.get(node) === text) return false;
  const focused = node.contains(document.activeElement) && node !== document.activeElement ? selectorOf(document.activeElement) : null;
  node.innerHTML = text;
  markups.set(node, text);
  if (focused) node.querySelector(focused)?.focus({ preventScroll: true });
  return true;
}

function selectorOf(element) {
  const data = [...element.attributes].filter(({ name }) => name === 'id' || name.startsWith('data-'));
  return element.tagName.toLowerCase() + data.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join('');
}

/* The children of a node, one for each item { key, markup }, in that order; only those that differ are touched. */
function setChildren(parent, items) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = new Set(items.map((item) => item.key));
  for (const [key, child] of known) if (!wanted.has(key)) child.remove();
  let next = parent.firstElementChild;
  const maker = document.createElement(parent.tagName === 'TBODY' ? 'tbody' : 'div');
  for (const { key, markup } of items) {
    let child = known.get(key);
    if (!child || markups.get(child) !== markup.text) {
      maker.innerHTML = markup.text;
      const made = maker.firstElementChild;
      made.dataset.key = key;
      markups.set(made, markup.text);
      if (child) { if (next === child) next = made; child.replaceWith(made); }
      child = made;
    }
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/* The heading of a view, what it shows in a sentence, and its choices. */
function setHead(title, sentence, choices) {
  setMarkup(find('#head'), html`<h2>${title}</h2><p>${sentence}</p>${choices}`);
}

/* The wider one of two columns, as the styles have it. */
const wideSide = (width) => Math.floor((width - 28) * 0.6);
