// Elements, made from plain values. Text is always set as text, never as markup.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") for (const [kind, run] of Object.entries(value)) node.addEventListener(kind, run);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function button(label, run, attributes = {}) {
  return el("button", { type: "button", ...attributes, on: { click: run } }, label);
}

let made = 0;

export function freshId(prefix) {
  made += 1;
  return `${prefix}-${made}`;
}

// Busy buttons keep the focus and their name; they only stop doing something.
export function setBusy(node, busy) {
  if (busy) node.setAttribute("aria-disabled", "true");
  else node.removeAttribute("aria-disabled");
}

export const isBusy = (node) => node.getAttribute("aria-disabled") === "true";
