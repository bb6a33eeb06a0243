// Where somebody writes, and the controls that are always at hand.

import { button, el, freshId, isBusy, setBusy } from "./dom.js";
import { words } from "./words.js";

// `send(text, key)` resolves to true when it was taken. The same text keeps its key until then,
// so that trying again is the same message and not a second one.
export function drawComposer(send) {
  const id = freshId("write");
  const label = el("label", { for: id });
  const box = el("textarea", { id, rows: "1", autocomplete: "off", enterkeyhint: "send" });
  const go = el("button", { type: "submit", class: "primary" }, words.send);
  const form = el("form", { class: "composer" }, label, el("div", { class: "row" }, box, go));
  let pending = { key: "", text: "" };

  async function submit() {
    const text = box.value;
    if (isBusy(go) || text.trim() === "") return;
    if (pending.text !== text) pending = { key: crypto.randomUUID(), text };
    setBusy(go, true);
    box.readOnly = true;
    const taken = await send(text, pending.key);
    setBusy(go, false);
    box.readOnly = false;
    if (taken) clear();
  }

  function clear() {
    pending = { key: "", text: "" };
    box.value = "";
    grow();
  }

  function grow() {
    box.rows = Math.min(6, Math.max(1, box.value.split("\n").length));
  }

  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  return {
    node: form,
    name(who) {
      label.textContent = words.write(who);
    },
    // The stream shows a post of ours. True where its answer was lost on the way.
    seen(key) {
      const lost = pending.key === key && !box.readOnly;
      if (lost) clear();
      return lost;
    },
  };
}

// The controls of `commands`, as a row of buttons. `ask(command)` sends one.
export function drawControls(commands, label, ask) {
  const row = el("div", { class: "controls", role: "group", "aria-label": label });
  for (const command of commands.filter((each) => each.control)) {
    const control = button(command.label, async () => {
      if (isBusy(control)) return;
      setBusy(control, true);
      await ask(command.name);
      setBusy(control, false);
    }, { title: command.help, "data-command": command.name });
    row.append(control);
  }
  return row;
}

// A menu of what can be started. `others()` are the people to choose from.
export function drawMenu(commands, label, others, ask) {
  const panel = el("div", { class: "menu-panel", id: freshId("menu"), role: "group",
    "aria-label": label, hidden: true });
  const open = button(words.menu, toggle, { class: "menu", "aria-expanded": "false",
    "aria-controls": panel.id });

  function toggle() {
    panel.hidden = !panel.hidden;
    open.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    panel.replaceChildren(...commands.filter((each) => !each.control).map(entry));
    panel.querySelector("button, select, input")?.focus();
  }

  function entry(command) {
    const go = (options) => {
      toggle();
      open.focus();
      ask(command.name, options);
    };
    const start = (run) => button(command.label, run, { "data-command": command.name });
    const help = el("p", {}, command.help);
    if (command.text) return el("div", { class: "entry" }, help, typing(go, start));
    if (command.people) return several(command, help, go, start);
    if (!command.person) return el("div", { class: "entry" }, help, start(() => go({})));
    const id = freshId("with");
    const options = others().map((each) => el("option", { value: each.id }, each.name));
    const select = el("select", { id }, ...options, el("option", { value: "" }, words.withCode));
    return el("div", { class: "entry" }, help,
      el("span", { class: "with" }, el("label", { for: id }, words.withWhom), select,
        start(() => go(select.value ? { person: select.value } : {}))));
  }

  // A command that takes several people: each with a box to tick.
  function several(command, help, go, start) {
    const boxes = others().map((each) => el("input", { type: "checkbox", value: each.id,
      id: freshId("of") }));
    const rows = others().map((each, at) => el("span", { class: "with" }, boxes[at],
      el("label", { for: boxes[at].id }, each.name)));
    const run = () => {
      const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
      go(Object.fromEntries(ticked.map((id, at) => [at ? `person${at + 1}` : "person", id])));
    };
    return el("div", { class: "entry" }, help, ...rows, start(run));
  }

  // A command that takes a text: a box for it, and Enter starts it too.
  function typing(go, start) {
    const id = freshId("code");
    const box = el("input", { id, type: "text", maxlength: "40", autocomplete: "off" });
    const run = () => go({ code: box.value });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") run();
    });
    return el("span", { class: "with" }, el("label", { for: id }, words.code), box, start(run));
  }

  for (const part of [open, panel]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      toggle();
      open.focus();
    });
  }
  return { open, panel };
}
