// Everything on the page but the tree.

import { byId, el, number, plural, setClass, setText, STATUSES, svg, sync, updateBar, updateNumber, words } from "./dom.js";

const SECONDS = 60;

export function showTotals(live) {
  const states = live.root.total.states;
  const accounts = Object.values(states).reduce((sum, it) => sum + it, 0);
  const workloads = live.root.total.workloads + live.outside.total.workloads;
  setText(byId("accounts"), number(accounts));
  setText(byId("states"), Object.entries(states).map(([state, count]) => `${number(count)} ${words(state)}`).join(", "));
  setText(byId("workloads"), number(workloads));
  setText(byId("per-account"), accounts ? `${(workloads / accounts).toFixed(1)} per account` : "");
  showShares(live);
  showCalls(live);
}

function showShares(live) {
  const shares = {};
  for (const status of STATUSES) {
    shares[status] = (live.root.total.shares[status] ?? 0) + (live.outside.total.shares[status] ?? 0);
  }
  setText(byId("shares"), number(Object.values(shares).reduce((sum, it) => sum + it, 0)));
  updateBar(byId("share-bar"), shares);
  sync(byId("legend"), STATUSES.filter(it => shares[it]), it => it, it => el("li", it), (li, it) => setText(li, `${number(shares[it])} ${words(it)}`));
}

function showCalls(live) {
  const counters = Object.values(live.operations);
  const calls = counters.reduce((sum, it) => sum + it.count, 0);
  const errors = counters.reduce((sum, it) => sum + failures(it), 0);
  setText(byId("calls"), number(calls));
  setText(byId("failed"), errors ? plural(errors, "error") : "");
  const now = live.rate.calls.at(-1);
  const peak = Math.max(...live.rate.calls);
  const text = `${number(now)} per second, at most ${number(peak)} in the last minute`;
  setText(byId("per-second"), text);
  showRate(live.rate, peak, text);
}

function showRate(rate, peak, text) {
  const picture = byId("rate");
  picture.setAttribute("aria-label", `Calls in each of the last 60 seconds: ${text}`);
  if (!picture.firstChild) {
    picture.append(svg("rect", { class: "ground", x: 0, y: 47, width: 300, height: 1 }));
    for (let i = 0; i < SECONDS; i++) {
      picture.append(svg("rect", { class: "calls", x: i * 5, width: 4 }), svg("rect", { class: "errors", x: i * 5, width: 4 }));
    }
  }
  const height = value => (peak ? (value / peak) * 46 : 0);
  for (let i = 0; i < SECONDS; i++) {
    stand(picture.children[1 + 2 * i], height(rate.calls[i]));
    stand(picture.children[2 + 2 * i], height(rate.errors[i]));
  }
}

function stand(rect, height) {
  rect.setAttribute("y", 47 - height);
  rect.setAttribute("height", height);
}

function failures(counter) {
  return Object.values(counter.errors).reduce((sum, it) => sum + it, 0);
}

/** Rates per operation come from two answers in a row; they are of the wall clock's seconds. */
export class Operations {
  constructor() {
    this.before = {};
    this.at = performance.now();
    this.rates = {};
  }

  show(live) {
    const now = performance.now();
    const seconds = (now - this.at) / 1000;
    const rows = Object.entries(live.operations);
    if (seconds >= 0.9) {
      this.rates = Object.fromEntries(rows.map(([name, it]) => [name, Math.max(0, (it.count - (this.before[name] ?? it.count)) / seconds)]));
      this.before = Object.fromEntries(rows.map(([name, it]) => [name, it.count]));
      this.at = now;
    }
    sync(byId("operations"), rows, ([name]) => name, operationRow, (tr, [name, counter]) => this.update(tr, name, counter));
    byId("no-operations").hidden = rows.length > 0;
  }

  update(tr, name, counter) {
    const [title, count, errors, rate] = tr.children;
    const [service, operation] = name.split(".");
    setText(title.firstChild, operation);
    setText(title.lastChild, ` ${service}`);
    updateNumber(count, counter.count);
    updateNumber(errors, failures(counter), true);
    errors.title = Object.entries(counter.errors).map(([code, times]) => `${code}: ${number(times)}`).join("\n");
    setText(rate, (this.rates[name] ?? 0).toFixed(1));
    setClass(rate, this.rates[name] ? "number" : "number zero");
  }
}

function operationRow() {
  return el("tr", "", el("td", "", el("span"), el("small", "quiet")), el("td"), el("td"), el("td"));
}

export function showLatest(live) {
  sync(byId("latest"), live.latest, it => it.requestId, latestRow, (tr, it) => setClass(tr.lastChild, it.error ? "bad" : "quiet"));
  byId("no-calls").hidden = live.latest.length > 0;
}

function latestRow(call) {
  const place = [call.accountId, call.region].filter(Boolean).join("  ");
  return el("tr", "",
    el("td", "mono quiet", call.time.slice(11, 19)),
    el("td", "", el("div", "", call.operation ?? "unknown operation"), el("div", "mono quiet", place)),
    el("td", "", call.error ?? String(call.status ?? "no answer")));
}

export function showInvitations(live, answer) {
  const badge = byId("pending");
  setText(badge, number(live.pending));
  setClass(badge, live.pending ? "badge some" : "badge");
  sync(byId("invitations"), live.invitations, it => it.shareId, it => invitation(it, answer), () => {});
  const rest = live.pending - live.invitations.length;
  const empty = byId("no-invitations");
  empty.hidden = live.pending > 0 && rest === 0;
  setText(empty, live.pending === 0 ? "Nobody waits for an answer." : `${number(rest)} older ones are not shown.`);
}

function invitation(it, answer) {
  const parts = [`${it.sharedBy} → ${it.sharedWith}`, `${it.region}, ${it.permissionType.toLowerCase()}`];
  const button = (text, action) => {
    const element = el("button", "", text);
    element.type = "button";
    element.setAttribute("aria-label", `${text} ${it.workloadName}, ${parts.join(", ")}`);
    element.addEventListener("click", () => answer(it, action, element));
    return element;
  };
  const place = el("p", "quiet", el("span", "mono", parts[0]), " ", el("span", "", parts[1]));
  return el("li", "", el("div", "", el("strong", "", it.workloadName), place), el("div", "buttons", button("Accept", "ACCEPT"), button("Reject", "REJECT")));
}

export function showClock(live) {
  const now = live.now.slice(0, 19);
  setText(byId("now"), `${now.replace("T", " ")} UTC`);
  byId("now").dateTime = live.now;
  setText(byId("advanced"), live.advanced === "PT0S" ? "the wall clock's time" : `${duration(live.advanced)} ahead of the wall clock`);
  setText(byId("organization"), live.organizationId);
}

function duration(iso) {
  const [, hours = 0, minutes = 0, seconds = 0] = iso.match(/PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?/) ?? [];
  const parts = [[Math.floor(hours / 24), "day"], [hours % 24, "hour"], [Number(minutes), "minute"], [Number(seconds), "second"]];
  return parts.filter(([count]) => count > 0).map(([count, unit]) => plural(count, unit)).join(" ");
}
