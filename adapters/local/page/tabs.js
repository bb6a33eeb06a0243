// On a narrow screen one column at a time; these buttons choose which.

import { el } from "./dom.js";
import { words } from "./words.js";

export class Tabs {
  constructor(nav) {
    this.nav = nav;
    this.current = "";
    this.fresh = new Set();
    this.buttons = new Map();
  }

  draw(shown, byPlace) {
    this.byPlace = byPlace;
    const places = shown.map((each) => each.place);
    if (!places.includes(this.current)) this.current = places[0] ?? "";
    for (const [place, tab] of this.buttons) {
      if (places.includes(place)) continue;
      tab.remove();
      this.buttons.delete(place);
    }
    shown.forEach(({ place, label }, at) => {
      const tab = this.tab(place);
      tab.firstChild.textContent = label;
      if (this.nav.children[at] !== tab) this.nav.insertBefore(tab, this.nav.children[at] ?? null);
    });
    this.show();
  }

  tab(place) {
    if (!this.buttons.has(place)) {
      const tab = el("button", { type: "button", on: { click: () => this.choose(place) } },
        el("span", {}), el("span", { class: "new" }));
      this.buttons.set(place, tab);
    }
    return this.buttons.get(place);
  }

  choose(place) {
    this.current = place;
    this.fresh.delete(place);
    this.show();
    this.byPlace.get(place)?.toEnd();
  }

  markNew(place) {
    if (place === this.current) return;
    this.fresh.add(place);
    this.show();
  }

  show() {
    for (const [place, tab] of this.buttons) {
      const here = place === this.current;
      if (here) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
      tab.lastChild.textContent = this.fresh.has(place) && !here ? words.isNew : "";
    }
    for (const [place, column] of this.byPlace ?? []) {
      column.node.classList.toggle("current", place === this.current);
    }
  }
}
