// What belongs to the whole bench: the clock, the people, the theme.

import { button, el, freshId, isBusy, setBusy } from "./dom.js";
import { post } from "./link.js";
import { dayOf, kindly, timeOf, words } from "./words.js";

const PATIENCE = 120_000; // milliseconds: a week of waiting can be a lot to catch up on

const FADING = 10_000;

export function drawTools(root, redraw) {
  const tell = drawStatus(document.querySelector("#done"));
  const clock = drawClock(tell);
  const closed = drawClosed(redraw);
  const panel = el("div", { class: "panel", id: "panel" },
    clock.node, drawJoin(tell), closed.node, drawTheme());
  const open = button(words.tools, () => {
    const shown = root.classList.toggle("open");
    open.setAttribute("aria-expanded", String(shown));
  }, { class: "toggle", "aria-expanded": "false", "aria-controls": "panel" });
  root.append(open, panel);
  return { setNow: clock.set, setClosed: closed.set, showsClosed: closed.shows };
}

// Says something once, quietly, and then no more.
function drawStatus(node) {
  let fading = 0;
  return (text, stays = false) => {
    clearTimeout(fading);
    node.textContent = text;
    if (!stays) fading = setTimeout(() => node.replaceChildren(), FADING);
  };
}

function drawClock(tell) {
  const shown = el("p", { class: "now" });
  const row = el("div", { class: "steps", role: "group", "aria-label": words.forward });
  let ahead = 0; // milliseconds by which the bot's clock is before this browser's

  const tick = () => {
    const now = new Date(Date.now() + ahead);
    shown.textContent = words.clock(`${dayOf(now)}, ${timeOf(now)}`);
  };
  for (const [minutes, label, name] of words.steps) {
    row.append(button(label, () => move(minutes), { "aria-label": `${label}: ${name}`, title: name }));
  }
  async function move(minutes) {
    const steps = [...row.children];
    if (steps.some(isBusy)) return;
    for (const step of steps) setBusy(step, true);
    tell(words.moving, true);
    const problem = await post("/wait", { minutes }, PATIENCE);
    tell(problem ? kindly(problem) : words.moved);
    for (const step of steps) setBusy(step, false);
  }
  setInterval(tick, 5_000);
  return {
    node: el("div", { class: "clock" }, shown, row),
    set(now) {
      ahead = now.getTime() - Date.now();
      tick();
    },
  };
}

function drawJoin(tell) {
  const id = freshId("name");
  const box = el("input", { id, type: "text", maxlength: "40", autocomplete: "off" });
  const go = el("button", { type: "submit" }, words.add);
  const form = el("form", { class: "join" }, el("label", { for: id }, words.addPerson), box, go);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBusy(go)) return;
    setBusy(go, true);
    const name = box.value.trim();
    const problem = await post("/join", { name });
    tell(problem ? kindly(problem) : words.added(name));
    if (!problem) box.value = "";
    setBusy(go, false);
  });
  return form;
}

function drawClosed(redraw) {
  let shows = false;
  const toggle = button("", () => {
    shows = !shows;
    redraw();
  }, { class: "plain", hidden: true });
  return {
    node: toggle,
    shows: () => shows,
    set(count) {
      toggle.hidden = count === 0;
      toggle.textContent = shows ? words.hideClosed : words.closedRooms(count);
    },
  };
}

function drawTheme() {
  const root = document.documentElement;
  const toggle = button(words.dark, () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    toggle.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
    try {
      localStorage.setItem("handrail-theme", root.dataset.theme);
    } catch {
      // A browser that keeps nothing: until the page is closed, then.
    }
  }, { class: "theme", "aria-pressed": String(root.dataset.theme === "dark") });
  return toggle;
}
