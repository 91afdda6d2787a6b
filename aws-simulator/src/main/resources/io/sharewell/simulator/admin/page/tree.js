// The organization as a treegrid: which rows there are, and how one walks through them.

import { byId, el, number, plural, setClass, setText, shareWords, svg, sync, updateBar, updateNumber, updateSigns, words } from "./dom.js";

const PAGE = 100;
const FEW = 60;

export class Tree {
  constructor(changed) {
    this.changed = changed;
    this.body = byId("tree").tBodies[0];
    this.units = new Map(JSON.parse(sessionStorage.getItem("units") ?? "[]"));
    this.accounts = new Set();
    this.fresh = sessionStorage.getItem("units") === null;
    this.calls = new Map();
    this.focused = null;
    this.body.addEventListener("click", event => this.onClick(event));
    this.body.addEventListener("keydown", event => this.onKey(event));
    this.body.addEventListener("focusin", event => this.onFocus(event.target.closest("tr")));
  }

  /** What the server is to be asked for besides the OUs. */
  parameters() {
    const units = [...this.units].map(([id, limit]) => ["open", `${id}:${limit}`]);
    return [...units, ...[...this.accounts].map(id => ["account", id])];
  }

  collapse() {
    this.units.clear();
    this.accounts.clear();
    this.remember();
    this.changed();
  }

  show(live) {
    if (this.fresh) {
      this.fresh = false;
      this.openAtFirst(live);
    }
    const rows = live.found ? this.foundRows(live) : this.unitRows(live.root, 1, 1, 1, live);
    if (!live.found && live.outside.accounts > 0) {
      rows.push(...this.unitRows(live.outside, 1, 2, 2, live));
    }
    sync(this.body, rows, row => row.key, row => this.create(row), (element, row) => this.update(element, row));
    this.keepFocus();
  }

  /** A small organization is shown whole; of a large one the OUs below the root. */
  openAtFirst(live) {
    const open = unit => {
      this.units.set(unit.id, PAGE);
      unit.units.forEach(open);
    };
    const all = Object.values(live.root.total.states).reduce((sum, it) => sum + it, 0);
    if (all <= FEW) {
      open(live.root);
      open(live.outside);
    } else {
      this.units.set(live.root.id, PAGE);
    }
    this.remember();
    this.changed();
  }

  remember() {
    sessionStorage.setItem("units", JSON.stringify([...this.units]));
  }

  unitRows(unit, level, place, size, live) {
    const rows = [{ key: unit.id, kind: "unit", level, place, size, unit }];
    if (!this.units.has(unit.id)) {
      return rows;
    }
    const accounts = live.open[unit.id] ?? [];
    const hidden = live.open[unit.id] ? unit.accounts - accounts.length : 0;
    const children = unit.units.length + accounts.length + (hidden > 0 ? 1 : 0);
    unit.units.forEach((it, i) => rows.push(...this.unitRows(it, level + 1, i + 1, children, live)));
    accounts.forEach((it, i) =>
      rows.push(...this.accountRows(it, level + 1, unit.units.length + i + 1, children, live)));
    if (hidden > 0) {
      rows.push({ key: `more ${unit.id}`, kind: "more", level: level + 1, place: children, size: children, unit, hidden });
    }
    return rows;
  }

  accountRows(account, level, place, size, live) {
    const management = account.id === live.managementAccountId;
    const rows = [{ key: account.id, kind: "account", level, place, size, account, management }];
    const details = live.details[account.id];
    if (this.accounts.has(account.id) && details) {
      rows.push({ key: `details ${account.id}`, kind: "inside", level: level + 1, place: 1, size: 1, details, account });
    }
    return rows;
  }

  foundRows(live) {
    const { count, accounts } = live.found;
    const rows = accounts.flatMap((it, i) => this.accountRows(it, 1, i + 1, accounts.length, live));
    if (count !== accounts.length || count === 0) {
      const text = count === 0 ? "No account has this in its name or id" : `${number(count - accounts.length)} more: type more of the name`;
      rows.push({ key: "found", kind: "text", level: 1, place: 1, size: 1, text });
    }
    return rows;
  }

  create(row) {
    const tr = el("tr", row.kind);
    tr.setAttribute("role", "row");
    tr.tabIndex = -1;
    if (row.kind === "unit" || row.kind === "account") {
      const shares = el("div", "shares", el("div", "bar"), el("div", "counts"));
      shares.firstChild.setAttribute("aria-hidden", "true");
      tr.append(cell(name()), cell(el("span")), cell(), cell(shares), cell(), cell());
    } else {
      tr.append(cell());
      tr.firstChild.colSpan = 6;
    }
    return tr;
  }

  update(tr, row) {
    tr.row = row;
    tr.setAttribute("aria-level", row.level);
    tr.setAttribute("aria-posinset", row.place);
    tr.setAttribute("aria-setsize", row.size);
    tr.firstChild.style.paddingLeft = `${16 + (row.level - 1) * 20}px`;
    switch (row.kind) {
      case "unit": this.updateUnit(tr, row); break;
      case "account": this.updateAccount(tr, row); break;
      case "more": setText(tr.firstChild, `Show ${number(Math.min(PAGE, row.hidden))} of ${plural(row.hidden, "more account", "more accounts")}`); break;
      case "inside": updateDetails(tr.firstChild, row.details); break;
      case "text": setText(tr.firstChild, row.text); break;
    }
  }

  updateUnit(tr, { unit, key }) {
    const all = Object.values(unit.total.states).reduce((sum, it) => sum + it, 0);
    const empty = unit.units.length + unit.accounts === 0;
    expandable(tr, !empty, this.units.has(key));
    setClass(tr, empty ? "unit leaf" : "unit");
    label(tr, unit.name, plural(all, "account"), "count");
    const others = Object.entries(unit.total.states).filter(([state]) => state !== "ACTIVE");
    const state = tr.children[1].firstChild;
    setClass(state, "count");
    setText(state, others.length ? `${number(others.reduce((sum, [, count]) => sum + count, 0))} not active` : "");
    state.title = others.map(([it, count]) => `${number(count)} ${words(it)}`).join(", ");
    this.updateTotal(tr, unit.name, unit.total, key);
  }

  updateAccount(tr, { account, management, key }) {
    expandable(tr, true, this.accounts.has(key));
    label(tr, account.name, account.ou ? `${account.id} in ${account.ou}` : account.id, "id mono");
    tag(tr, management ? "management" : "");
    const state = tr.children[1].firstChild;
    setClass(state, `state ${account.state}`);
    setText(state, words(account.state));
    this.updateTotal(tr, account.name, account.total, key);
  }

  updateTotal(tr, name, total, key) {
    const [, , workloads, shares, calls, errors] = tr.children;
    updateNumber(workloads, total.workloads);
    updateBar(shares.firstChild.firstChild, total.shares);
    updateSigns(shares.firstChild.lastChild, total.shares);
    shares.firstChild.firstChild.hidden = Object.keys(total.shares).length === 0;
    shares.setAttribute("aria-label", shareWords(total.shares));
    shares.title = shareWords(total.shares);
    updateNumber(calls, total.calls);
    updateNumber(errors, total.errors, true);
    if (total.calls > (this.calls.get(key) ?? total.calls)) {
      flash(tr.querySelector(".dot"));
    }
    this.calls.set(key, total.calls);
  }

  onClick(event) {
    const tr = event.target.closest("tr");
    if (tr && !getSelection().toString()) {
      this.focus(tr);
      this.act(tr.row);
    }
  }

  act(row) {
    switch (row.kind) {
      case "unit": this.toggle(this.units, row.key); break;
      case "account": this.toggle(this.accounts, row.key); break;
      case "more":
        this.units.set(row.unit.id, this.units.get(row.unit.id) + PAGE);
        this.remember();
        this.changed();
        break;
    }
  }

  toggle(set, key) {
    if (!set.delete(key)) {
      set === this.units ? set.set(key, PAGE) : set.add(key);
    }
    this.remember();
    this.changed();
  }

  onKey(event) {
    const tr = event.target.closest("tr");
    const rows = [...this.body.rows];
    const at = rows.indexOf(tr);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: Math.min(at + 15, rows.length - 1), PageUp: Math.max(at - 15, 0) };
    if (event.key in steps) {
      this.focus(rows[steps[event.key]]);
    } else if (event.key === "Enter" || event.key === " ") {
      this.act(tr.row);
    } else if (event.key === "ArrowRight") {
      tr.ariaExpanded === "false" ? this.act(tr.row) : this.focus(rows[at + 1]?.row.level > tr.row.level ? rows[at + 1] : null);
    } else if (event.key === "ArrowLeft") {
      tr.ariaExpanded === "true" ? this.act(tr.row) : this.focus(rows.slice(0, at).findLast(it => it.row.level < tr.row.level));
    } else {
      return;
    }
    event.preventDefault();
  }

  focus(tr) {
    tr?.focus();
  }

  onFocus(tr) {
    this.focused = tr;
    this.at = [...this.body.rows].indexOf(tr);
    for (const row of this.body.rows) {
      row.tabIndex = row === tr ? 0 : -1;
    }
  }

  /** One row can always be reached with Tab; if the focused one went away, its neighbour takes its place. */
  keepFocus() {
    if (this.focused?.isConnected) {
      return;
    }
    const next = this.body.rows[Math.min(this.at ?? 0, this.body.rows.length - 1)];
    if (next) {
      next.tabIndex = 0;
      if (this.focused && document.activeElement === document.body) {
        next.focus();
      }
    }
  }
}

function cell(...children) {
  const td = el("td", "", ...children);
  td.setAttribute("role", "gridcell");
  return td;
}

function name() {
  const twist = svg("svg", { class: "twist", viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: "M4 2l4 4-4 4" }));
  return el("div", "name", twist, el("span", "label"), el("span"), el("span", "tag"), el("span", "dot"));
}

function expandable(tr, can, is) {
  if (can) {
    tr.setAttribute("aria-expanded", is);
  } else {
    tr.removeAttribute("aria-expanded");
  }
}

function label(tr, text, more, moreClass) {
  const [, first, second] = tr.firstChild.firstChild.children;
  setText(first, text);
  setText(second, more);
  setClass(second, moreClass);
}

function tag(tr, text) {
  const element = tr.querySelector(".tag");
  element.hidden = text === "";
  setText(element, text);
}

function flash(dot) {
  dot.classList.remove("called");
  void dot.offsetWidth; // restarts the animation
  dot.classList.add("called");
}

function updateDetails(td, details) {
  if (!td.firstChild) {
    td.append(el("div", "details", ...["Account", "Regions", "Shares", "Latest calls"].map(it => el("div", "", el("h3", "", it), el("ul")))));
  }
  const [account, regions, shares, calls] = [...td.firstChild.children].map(it => it.lastChild);
  list(account, [["email", details.email], ["joined", details.joinedAt.slice(0, 10)], ["roles", details.roles.join(", ") || "none"]]);
  list(regions, details.regions.map(it => [it.region, `${plural(it.total.workloads, "workload")}, ${shareWords(it.total.shares)}`]), "no workloads");
  list(shares, details.shares.map(it => [`${it.workloadName} → ${it.sharedWith}`, words(it.status), it.status]), "no shares");
  list(calls, details.calls.map(it => [`${it.time.slice(11, 19)} ${it.operation ?? "unknown operation"} ${it.region ?? ""}`, it.error ?? String(it.status), it.error ? "FAILED" : ""]), "no calls");
}

function list(ul, pairs, nothing) {
  const shown = pairs.length ? pairs : [[nothing, ""]];
  sync(ul, shown.map((pair, i) => ({ pair, i })), it => it.i, () => el("li", "", el("span"), el("span")), (li, { pair }) => {
    setText(li.firstChild, pair[0]);
    setText(li.lastChild, pair[1]);
    setClass(li, pair[2] ?? "");
  });
}
