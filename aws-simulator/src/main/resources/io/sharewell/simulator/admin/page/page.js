// Asks the simulator once a second for what there is to see, while somebody looks.

import { byId, setClass, setText } from "./dom.js";
import { Operations, showClock, showInvitations, showLatest, showTotals } from "./panels.js";
import { Tree } from "./tree.js";

const EVERY = 1000;

const tree = new Tree(soon);
const operations = new Operations();
let timer;
let asked = 0;

function soon() {
  clearTimeout(timer);
  timer = setTimeout(look, 0);
}

async function look() {
  const turn = ++asked;
  try {
    if (!document.hidden) {
      const live = await ask(`/admin/live?${new URLSearchParams([["find", byId("find").value], ...tree.parameters()])}`);
      if (turn === asked) {
        show(live);
      }
    }
  } catch (problem) {
    console.warn(problem);
    connection("lost", "no connection");
  }
  if (turn === asked) {
    clearTimeout(timer);
    timer = setTimeout(look, EVERY);
  }
}

function show(live) {
  connection("live", "live");
  showClock(live);
  showTotals(live);
  showInvitations(live, answerInvitation);
  operations.show(live);
  showLatest(live);
  tree.show(live);
}

function connection(className, text) {
  setClass(byId("connection"), `connection ${className}`);
  setText(byId("connection"), text);
}

async function ask(path, body) {
  const request = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, { ...request, signal: AbortSignal.timeout(10_000) });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

/** Does something and tells it, also to those who do not see the page. */
async function act(button, path, body, done) {
  button.disabled = true;
  try {
    await ask(path, body);
    setText(byId("said"), done);
  } catch (problem) {
    setText(byId("said"), problem.message);
  } finally {
    button.disabled = false;
    soon();
  }
}

function answerInvitation(invitation, action, button) {
  const next = button.closest("li").nextElementSibling ?? button.closest("li").previousElementSibling;
  act(button, `/admin/invitations/${invitation.shareId}`, { action }, `${invitation.workloadName}: ${action === "ACCEPT" ? "accepted" : "rejected"}`);
  next?.querySelector("button").focus();
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => act(button, "/admin/clock", { advance: button.dataset.advance }, `Clock advanced by ${button.textContent.slice(1)}`));
}
byId("collapse").addEventListener("click", () => tree.collapse());
byId("find").addEventListener("input", soon);
byId("find").addEventListener("keydown", event => {
  if (event.key === "Escape") {
    byId("find").value = "";
    soon();
  }
});
document.addEventListener("visibilitychange", soon);
look();
