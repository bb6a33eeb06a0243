// One column: a person's private chat, or a shared room. It says who sees it.

import { drawComposer, drawControls, drawMenu } from "./composer.js";
import { button, el, freshId } from "./dom.js";
import { post as send } from "./link.js";
import { drawPost } from "./post.js";
import { dayOf, kindly, words } from "./words.js";

const OURS = "local:"; // before the key of what a person did, in the ids of posts
const NEAR = 80; // pixels from the end that still count as reading the end

export class Column {
  // `bench` knows the people and the commands; `place` is "dm:<native>" or "room:<session>".
  constructor(bench, place) {
    this.bench = bench;
    this.place = place;
    this.isRoom = !place.startsWith("dm:");
    this.actor = this.isRoom ? "" : place.slice(3);
    this.posts = new Map();
    this.build();
  }

  build() {
    const headId = freshId("head");
    this.title = el("h2", { id: headId });
    this.badges = el("span", { class: "badges", "aria-hidden": "true" });
    this.eyes = el("p", { class: "eyes" });
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.empty = el("div", { class: "empty" });
    this.below = button(words.newBelow, () => this.toEnd(), { class: "below", hidden: true });
    this.status = el("p", { class: "status", role: "status" });
    this.composer = drawComposer((text, key) => this.say(text, key));
    this.foot = el("div", { class: "foot" });
    this.menu = el("div", { class: "menu-place" });
    this.node = el("section", { class: `column ${this.isRoom ? "room" : "dm"}`,
      "aria-labelledby": headId, "data-place": this.place },
      el("header", {}, this.badges, el("div", { class: "names" }, this.title, this.eyes), this.menu),
      el("div", { class: "reading" }, this.log, this.empty, this.below), this.status, this.foot);
    this.log.addEventListener("scroll", () => {
      if (this.atEnd()) this.below.hidden = true;
    });
  }

  // People, rooms or commands have changed: draw what is around the messages anew, if it differs.
  dress(label, people, closed) {
    const look = JSON.stringify([label, people, closed, this.bench.commands, this.bench.people]);
    if (look === this.look) return;
    this.look = look;
    const names = people.map((each) => each.name);
    this.title.textContent = label;
    this.eyes.textContent = this.isRoom ? words.allSee(names) : words.onlySees(names[0]);
    this.badges.replaceChildren(...people.map((each) => this.bench.badge(each)));
    this.log.setAttribute("aria-label", this.isRoom ? words.roomLog(names) : words.privateLog(names[0]));
    if (this.isRoom) this.dressRoom(people, closed);
    else this.dressPrivate(people[0]);
  }

  dressPrivate(who) {
    this.composer.name(who.name);
    const others = () => this.bench.people.filter((each) => each.id !== who.id);
    const controls = drawControls(this.bench.commands, words.controls(who.name), (name) => this.ask(name));
    const menu = drawMenu(this.bench.commands, words.menuFor(who.name), others,
      (name, options) => this.ask(name, options));
    this.menu.replaceChildren(menu.open, menu.panel);
    this.fillFoot(controls, this.composer.node);
    this.empty.replaceChildren(el("p", {}, words.empty(who.name)),
      button(words.sayHello, () => this.say(words.hello, crypto.randomUUID()), { class: "primary" }));
  }

  dressRoom(people, closed) {
    this.empty.replaceChildren(el("p", {}, words.emptyRoom));
    this.node.classList.toggle("closed", closed);
    if (closed) return this.fillFoot(el("p", { class: "hint" }, words.roomClosed));
    if (!people.some((each) => each.id === this.actor)) this.actor = people[0]?.id ?? "";
    const name = () => people.find((each) => each.id === this.actor)?.name ?? "";
    const controls = drawControls(this.bench.commands, "", (command) => this.ask(command));
    const choose = (id) => {
      this.actor = id;
      this.composer.name(name());
      controls.setAttribute("aria-label", words.controls(name()));
    };
    choose(this.actor);
    const who = el("div", { class: "who" }, actors(people, this.actor, choose), opener(controls));
    this.fillFoot(who, controls, this.composer.node);
  }

  // Keep the focus and what is being typed when the rest of the foot is drawn anew.
  fillFoot(...parts) {
    const focused = document.activeElement;
    this.foot.replaceChildren(...parts);
    if (focused && this.foot.contains(focused)) focused.focus();
  }

  // These posts are new, changed, or gone. `live` says that somebody may be looking already.
  take(posts, live) {
    const wasAtEnd = this.atEnd();
    for (const post of posts) this.takeOne(post, live);
    this.tidy();
    if (this.posts.size > 0 && this.empty.contains(document.activeElement)) this.log.focus();
    this.empty.hidden = this.posts.size > 0;
    const own = posts.some((post) => post.author !== "");
    if (wasAtEnd || own || !live) this.toEnd();
    else this.below.hidden = false;
  }

  takeOne(post, live) {
    const old = this.posts.get(post.id);
    if (post.body === null) {
      this.drop(post.id, old);
      return;
    }
    const node = drawPost(post, this.bench.nameOf(post.author), (choices) => this.tap(post.id, choices));
    node.dataset.seq = post.seq;
    node.dataset.day = dayOf(new Date(post.body.at));
    if (old) this.replace(old, node);
    else this.insert(node, post.seq);
    node.classList.toggle("arriving", !old && live);
    this.posts.set(post.id, node);
    if (this.composer.seen(post.id.replace(OURS, ""))) this.status.textContent = "";
  }

  // Nearly always at the end; before later ones where the words were slower than the answer.
  insert(node, seq) {
    let before = this.log.lastElementChild;
    while (before && Number(before.dataset.seq ?? Infinity) > seq) before = before.previousElementSibling;
    if (before) before.after(node);
    else this.log.prepend(node);
  }

  replace(old, node) {
    const held = old.contains(document.activeElement);
    old.replaceWith(node);
    if (held) this.log.focus({ preventScroll: true });
  }

  drop(id, old) {
    if (!old) return;
    if (old.contains(document.activeElement)) this.log.focus({ preventScroll: true });
    old.remove();
    this.posts.delete(id);
  }

  // A line between two days of the bot's clock; who and when only where it differs from above.
  // What is right already is left alone, or a screen reader would read it again.
  tidy() {
    const posts = [...this.log.querySelectorAll(".post")];
    posts.forEach((node, at) => {
      const before = posts[at - 1];
      const sameDay = !before || before.dataset.day === node.dataset.day;
      const line = node.previousElementSibling;
      if (!sameDay && line === before) node.before(el("p", { class: "day" }, node.dataset.day));
      if (sameDay && line && line !== before) line.remove();
      node.classList.toggle("follows", sameDay && follows(node, before));
    });
  }

  clear() {
    this.posts.clear();
    this.log.replaceChildren();
    this.empty.hidden = false;
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.below.hidden = true;
  }

  // Where only the answer was lost, the stream has shown the post, and all is well.
  async say(text, key) {
    if (await this.act("/say", { text }, key)) return true;
    if (!this.posts.has(OURS + key)) return false;
    this.status.textContent = "";
    return true;
  }

  tap(question, choices) {
    return this.act("/tap", { question, choices });
  }

  ask(command, options = {}) {
    const session = this.isRoom ? this.place.slice("room:".length) : "";
    return this.act("/ask", { command, options, session });
  }

  async act(path, what, key = crypto.randomUUID()) {
    const place = this.isRoom ? this.place : "dm";
    const problem = await send(path, { key, person: this.actor, place, ...what });
    this.status.textContent = problem ? kindly(problem) : "";
    return problem === undefined;
  }
}

function follows(node, before) {
  const by = (each) => each.querySelector(".by").textContent;
  return before !== undefined && by(node) === by(before);
}

// In a room the controls wait behind a button: the messages need the space.
function opener(controls) {
  controls.id = freshId("controls");
  controls.hidden = true;
  const open = button(words.showControls, () => {
    controls.hidden = !controls.hidden;
    open.setAttribute("aria-expanded", String(!controls.hidden));
  }, { "aria-expanded": "false", "aria-controls": controls.id });
  return open;
}

function actors(people, chosen, choose) {
  const group = freshId("actor");
  return el("fieldset", { class: "actors" }, el("legend", {}, words.actAs),
    ...people.map((each) => el("label", {},
      el("input", { type: "radio", name: group, value: each.id, checked: each.id === chosen,
        on: { change: () => choose(each.id) } }),
      el("span", {}, each.name))));
}
