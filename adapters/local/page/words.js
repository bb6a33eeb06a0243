// Every word that the page itself says. What the bot says comes from the bot.

export const words = {
  bot: "Handrail",
  onlySees: (name) => `Only ${name} sees this`,
  allSee: (names) => `${listed(names)} see this`,
  privateLog: (name) => `Messages in ${name}'s private chat`,
  room: "Shared room",
  roomNumber: (number) => `Shared room ${number}`,
  roomLog: (names) => `Messages in the room of ${listed(names)}`,
  roomClosed: "This room is closed. It can still be read.",
  closedRooms: (count) => (count === 1 ? "Show 1 closed room" : `Show ${count} closed rooms`),
  hideClosed: "Hide closed rooms",

  write: (name) => `Write as ${name}`,
  send: "Send",
  actAs: "Act as",
  menu: "Menu",
  menuFor: (name) => `What ${name} can begin`,
  withWhom: "With",
  withCode: "Somebody with a code",
  code: "Code",
  controls: (name) => `Controls for ${name}`,
  showControls: "Controls",
  sayHello: "Say hello",
  hello: "hello",
  empty: (name) => `Nothing here yet. Write anything as ${name} to begin.`,
  emptyRoom: "Nothing here yet.",

  save: (name) => `Save as ${name}`,
  upTo: (most) => `Choose up to ${most}, then Done.`,
  full: (most) => `${most} of ${most} chosen. Untick one to change it.`,
  done: "Done",
  orWrite: "You can also answer in your own words.",
  pickFirst: "Tick at least one first.",
  options: "Choices",
  showAll: "Show all of it",
  newBelow: "New messages below",
  card: "Card",
  isNew: "new",

  clock: (when) => `Bot's clock: ${when} UTC`,
  forward: "Move the clock forward",
  steps: [
    [5, "+5 min", "Move the clock forward 5 minutes"],
    [20, "+20 min", "Move the clock forward 20 minutes"],
    [60, "+1 h", "Move the clock forward 1 hour"],
    [1440, "+24 h", "Move the clock forward 24 hours"],
    [10080, "+7 d", "Move the clock forward 7 days"],
  ],
  moved: "The clock has moved.",
  moving: "Moving the clock…",
  addPerson: "Add a person",
  add: "Add",
  added: (name) => `${name} is here now.`,
  tools: "Clock and people",
  dark: "Dark theme",

  reconnecting: "Reconnecting…",
  problems: {
    unreachable: "The bot cannot be reached just now. Nothing is lost: please try again.",
    unavailable: "The bot cannot save anything just now. Nothing is lost: please try again soon.",
    "went-wrong": "Something went wrong on our side. Please try again.",
    "too-large": "That is too long to send in one go. Please send a part of it.",
    "not-understood": "That could not be read. Please reload the page and try again.",
    "unknown-person": "That person is not here any more. Please reload the page.",
    "unknown-place": "That person is not in this room.",
    closed: "This room is closed.",
    empty: "There is nothing to send yet.",
    "bad-name": "Please type a name of 1 to 40 letters.",
    "name-taken": "Somebody of that name is here already. Please add a letter.",
    "no-token": "The address has changed. Please open the one that handrail shows now.",
    "not-here": "This page only answers on the computer it runs on.",
    "not-found": "That is not here. Please reload the page.",
  },
};

export function listed(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function kindly(code) {
  return words.problems[code] ?? words.problems["went-wrong"];
}

const time = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC", weekday: "short", day: "numeric", month: "short",
});

export const timeOf = (date) => time.format(date);
export const dayOf = (date) => day.format(date);
