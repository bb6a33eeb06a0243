// The bench: people and rooms side by side, kept in step with the server.

import { Column } from "./column.js";
import { el } from "./dom.js";
import { follow } from "./link.js";
import { Tabs } from "./tabs.js";
import { drawTools } from "./tools.js";
import { kindly, words } from "./words.js";

const HUES = 6; // colours for people's badges; the name is always there too

const columns = document.querySelector("#columns");
const connection = document.querySelector("#connection");
const tools = drawTools(document.querySelector("#tools"), () => draw());
const tabs = new Tabs(document.querySelector("#tabs"));
const byPlace = new Map();

const bench = {
  people: [],
  rooms: [],
  commands: [],
  nameOf(id) {
    if (id === "") return words.bot;
    return bench.people.find((each) => each.id === id)?.name ?? id;
  },
  badge(person) {
    const hue = bench.people.findIndex((each) => each.id === person.id) % HUES;
    return el("span", { class: "badge", "data-hue": String(hue) }, [...person.name][0].toUpperCase());
  },
};

function onPush(push) {
  bench.people = push.news.people;
  bench.rooms = push.news.rooms;
  bench.commands = push.commands ?? bench.commands;
  tools.setNow(new Date(push.now));
  draw();
  if (push.news.fresh) for (const column of byPlace.values()) column.clear();
  for (const [place, posts] of grouped(push.news.posts)) {
    byPlace.get(place)?.take(posts, !push.news.fresh);
    if (!push.news.fresh && posts.some((post) => post.author === "" && post.body)) tabs.markNew(place);
  }
}

function grouped(posts) {
  const groups = new Map();
  for (const post of posts) {
    if (!groups.has(post.place)) groups.set(post.place, []);
    groups.get(post.place).push(post);
  }
  return groups;
}

function draw() {
  const shown = arranged();
  for (const { place, label, people, closed } of shown) {
    if (!byPlace.has(place)) byPlace.set(place, new Column(bench, place));
    byPlace.get(place).dress(label, people, closed);
  }
  const wanted = new Set(shown.map((each) => each.place));
  for (const [place, column] of byPlace) {
    if (!wanted.has(place)) {
      column.node.remove();
      byPlace.delete(place);
    }
  }
  place(shown.map((each) => byPlace.get(each.place).node));
  tools.setClosed(bench.rooms.filter((room) => room.closed).length);
  tabs.draw(shown.filter((each) => !byPlace.get(each.place).node.hidden), byPlace);
}

// A room stands right of the first of its people.
function arranged() {
  let number = 0;
  const many = bench.rooms.filter((room) => !room.closed).length > 1;
  const rooms = bench.rooms.map((room) => {
    number += room.closed ? 0 : 1;
    const label = many && !room.closed ? words.roomNumber(number) : words.room;
    const people = bench.people.filter((each) => room.people.includes(each.id));
    return { place: room.place, label, people, closed: room.closed };
  });
  return bench.people.flatMap((each) => [
    { place: `dm:${each.id}`, label: each.name, people: [each], closed: false },
    ...rooms.filter((room) => room.people[0]?.id === each.id),
  ]);
}

// Move nothing that is in its place already, so that the focus stays where it is.
function place(nodes) {
  nodes.forEach((node, at) => {
    if (columns.children[at] !== node) columns.insertBefore(node, columns.children[at] ?? null);
    node.hidden = node.classList.contains("closed") && !tools.showsClosed();
  });
}

follow(onPush, (state) => {
  connection.textContent = { live: "", lost: words.reconnecting }[state] ?? kindly(state);
});
