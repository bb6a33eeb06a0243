// The two ways to the server: POSTs of what people do, and the stream of what is new.

const PATIENCE = 20_000; // milliseconds for an answer to a POST
const SILENCE = 30_000; // milliseconds without a heartbeat before the stream counts as lost
const SOONEST = 500;
const LATEST = 4_000;

// Undefined when all is well, else the code of a problem. Never throws.
export async function post(path, body, patience = PATIENCE) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok ? undefined : await problemOf(answer);
  } catch {
    return "unreachable";
  }
}

async function problemOf(answer) {
  try {
    return (await answer.json()).problem;
  } catch {
    return "went-wrong";
  }
}

// Follows the stream for ever. `onPush` gets each push; `onState` gets "live", "lost" or "no-token".
export function follow(onPush, onState) {
  let mark = "";
  let source = null;
  let wait = SOONEST;
  let watchdog = 0;
  let retry = 0;

  function open() {
    const query = new URLSearchParams({ since: mark, locale: navigator.language });
    source = new EventSource(`/stream?${query}`);
    source.onmessage = (event) => {
      const push = JSON.parse(event.data);
      mark = push.news.mark;
      wait = SOONEST;
      onState("live");
      onPush(push);
      listen();
    };
    source.onerror = lost;
    listen();
  }

  function listen() {
    clearTimeout(watchdog);
    watchdog = setTimeout(lost, SILENCE);
  }

  async function lost() {
    source.close();
    clearTimeout(watchdog);
    clearTimeout(retry);
    retry = setTimeout(open, wait);
    wait = Math.min(wait * 2, LATEST);
    onState((await isTurnedAway()) ? "no-token" : "lost");
  }

  open();
}

async function isTurnedAway() {
  try {
    return (await fetch("/", { method: "HEAD" })).status === 403;
  } catch {
    return false;
  }
}
