// Building and updating elements. Texts are only ever set as texts: names in here are other people's words.

const SVG = "http://www.w3.org/2000/svg";
const numbers = new Intl.NumberFormat("en");

export const STATUSES = ["ACCEPTED", "ASSOCIATED", "PENDING", "ASSOCIATING", "REJECTED", "REVOKED", "FAILED", "EXPIRED"];
const SIGNS = [["✓", ["ACCEPTED", "ASSOCIATED"]], ["…", ["PENDING", "ASSOCIATING"]], ["✕", ["REJECTED", "REVOKED", "FAILED"]], ["–", ["EXPIRED"]]];

export function byId(id) {
  return document.getElementById(id);
}

export function el(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children);
  return element;
}

export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

export function number(value) {
  return numbers.format(value);
}

export function plural(count, one, many = one + "s") {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function words(constant) {
  return constant.toLowerCase().replaceAll("_", " ");
}

/** Leaves the element alone if nothing changed, so that neither selection nor screen readers are disturbed. */
export function setText(element, text) {
  if (element.textContent !== String(text)) {
    element.textContent = text;
  }
}

export function setClass(element, className) {
  if (element.className !== className) {
    element.className = className;
  }
}

/** Gives `parent` one child per item, in order; children of items that stay are kept, and with them the focus. */
export function sync(parent, items, keyOf, create, update) {
  const old = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = old.get(key);
    old.delete(key);
    if (!child) {
      child = create(item);
      child.dataset.key = key;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(child, place);
    }
    update(child, item);
  }
  old.forEach(child => child.remove());
}

export function shareWords(shares) {
  return STATUSES.filter(it => shares[it]).map(it => `${number(shares[it])} ${words(it)}`).join(", ") || "no shares";
}

export function updateBar(bar, shares) {
  sync(bar, STATUSES.filter(it => shares[it]), it => it, it => el("span", it), (part, it) => {
    part.style.flexGrow = shares[it];
  });
}

/** Counts of what is alike, with signs, for where words would take too much room; the words are in the cell's label. */
export function updateSigns(counts, shares) {
  const groups = SIGNS.map(([sign, statuses]) => [sign, statuses, statuses.reduce((sum, it) => sum + (shares[it] ?? 0), 0)]);
  sync(counts, groups.filter(([, , count]) => count), ([sign]) => sign, ([, [status]]) => el("span", status), (part, [sign, , count]) => {
    setText(part, `${sign} ${number(count)}`);
  });
}

export function updateNumber(cell, value, bad) {
  setText(cell, number(value));
  setClass(cell, `number${value === 0 ? " zero" : bad ? " bad" : ""}`);
}
