// One message, drawn. A question keeps its choices for as long as it is open.

import { button, el, freshId, isBusy, setBusy } from "./dom.js";
import { dayOf, timeOf, words } from "./words.js";

const LONG = 1500; // characters shown of a very long message until somebody asks for more
const GRACE = 4_000; // milliseconds in which an answered question waits for its edit

// `choose(choices)` sends an answer and resolves to true when it was taken.
export function drawPost(post, author, choose) {
  const { body } = post;
  const mine = post.author !== "";
  const open = body.choices.length > 0;
  const look = mine ? "said" : body.edited ? "settled" : body.kind;
  const node = el("article", { class: `post ${look}`, "data-id": post.id, "data-kind": body.kind });
  node.append(head(author, look, new Date(body.at)), text(body));
  if (body.kind === "file") node.append(save(body));
  if (body.image) node.append(picture(post));
  if (open) node.append(body.most > 1 ? several(body, choose) : one(body, choose));
  if (open && body.writes) node.append(el("p", { class: "hint" }, words.orWrite));
  node.addEventListener("animationend", () => node.classList.remove("arriving"));
  return node;
}

function head(author, look, at) {
  const stamp = el("time", { datetime: at.toISOString(), title: dayOf(at) }, timeOf(at));
  const label = look === "card" ? el("span", { class: "tag" }, words.card) : null;
  return el("div", { class: "by" }, el("span", { class: "author" }, author), label, stamp);
}

function text(body) {
  const box = el("div", { class: "text" });
  const fill = (whole) => {
    const paragraphs = whole.split(/\n{2,}/).filter((part) => part.trim() !== "");
    const discreet = paragraphs.length > 1 && paragraphs[0] === body.lead;
    box.replaceChildren(
      ...paragraphs.map((part, at) => el("p", { class: discreet && at === 0 ? "lead" : null }, part)),
    );
  };
  if (body.text.length <= LONG) {
    fill(body.text);
    return box;
  }
  fill(`${body.text.slice(0, LONG)}…`);
  box.append(button(words.showAll, () => fill(body.text), { class: "plain" }));
  return box;
}

// A file of the bot's: shown as text, and offered to be saved. The link is made when it is used,
// so that nothing is kept beside the post.
function save(body) {
  return button(words.save(body.name), () => {
    const url = URL.createObjectURL(new Blob([body.text], { type: "application/json" }));
    const link = el("a", { href: url, download: body.name });
    link.click();
    URL.revokeObjectURL(url);
  }, { class: "plain save" });
}

// A picture of the bot's, below the words that say the same. The server keeps it; nothing here does.
function picture(post) {
  const { alt, width, height } = post.body.image;
  const src = `/picture/${encodeURIComponent(post.id)}`;
  return el("img", { class: "picture", src, alt, width, height, loading: "lazy" });
}

function one(body, choose) {
  const group = el("div", { class: "choices", role: "group", "aria-label": words.options });
  for (const choice of body.choices) {
    const run = () => answer(group, [choice.id], choose);
    group.append(button(choice.label, run, { class: "choice", "data-choice": choice.id }));
  }
  return group;
}

function several(body, choose) {
  const hintId = freshId("hint");
  const hint = el("p", { class: "hint", id: hintId, role: "status" }, words.upTo(body.most));
  const group = el("div", { class: "choices", role: "group", "aria-label": words.options,
    "aria-describedby": hintId });
  const boxes = body.choices.map((choice) => el("input", { type: "checkbox", value: choice.id }));
  const picked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const limit = () => {
    const full = picked().length >= body.most;
    for (const box of boxes) box.disabled = full && !box.checked;
    hint.textContent = full ? words.full(body.most) : words.upTo(body.most);
  };
  body.choices.forEach((choice, at) => {
    boxes[at].addEventListener("change", limit);
    group.append(el("label", { class: "choice", "data-choice": choice.id }, boxes[at],
      el("span", {}, choice.label)));
  });
  const done = button(words.done, () => {
    if (picked().length === 0) hint.textContent = words.pickFirst;
    else answer(group, picked(), choose);
  }, { class: "primary" });
  group.append(done);
  return el("div", {}, hint, group);
}

async function answer(group, choices, choose) {
  const buttons = group.querySelectorAll("button");
  if ([...buttons].some(isBusy)) return;
  for (const each of buttons) setBusy(each, true);
  const taken = await choose(choices);
  // Taken: an edit closes the question in a moment. If none comes, it is still open.
  setTimeout(() => buttons.forEach((each) => setBusy(each, false)), taken ? GRACE : 0);
}
