"""What a person with a screen reader, a keyboard or weak eyes would trip over, found by script."""

from playwright.async_api import Page

AUDIT = r"""
() => {
  const found = [];
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) &&
    node.getClientRects().length > 0;
  const say = (what, node) => found.push(`${what}: ${node.outerHTML.slice(0, 120)}`);
  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const colour = rgb(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const ratio = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  for (const node of document.querySelectorAll("button, summary, a")) {
    const name = node.getAttribute("aria-label") ?? node.textContent;
    if (seen(node) && name.trim() === "") say("no name", node);
  }
  for (const node of document.querySelectorAll("input, select, textarea")) {
    if ((node.labels?.[0]?.textContent ?? "").trim() === "") say("no label", node);
  }
  const tapped = "button, select, textarea, input[type=text], label:has(input)";
  for (const node of document.querySelectorAll(tapped)) {
    const box = node.getBoundingClientRect();
    if (seen(node) && (box.width < 43.5 || box.height < 43.5)) say("too small to tap", node);
  }
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  if (new Set(ids).size !== ids.length) found.push("an id twice");
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) {
      const id = node.getAttribute(name);
      if (id && !document.getElementById(id)) say(`${name} to nowhere`, node);
    }
  }
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((each) => each.nodeType === 3 && each.textContent.trim());
    if (!own || !seen(node) || node.closest("[aria-disabled], noscript")) continue;
    const contrast = ratio(rgb(getComputedStyle(node).color), ground(node));
    if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)}`, node);
  }
  if (!document.documentElement.lang) found.push("no language");
  for (const landmark of ["header", "main", "nav[aria-label]", "h1"]) {
    if (!document.querySelector(landmark)) found.push(`no ${landmark}`);
  }
  for (const log of document.querySelectorAll("[role=log]")) {
    const polite = log.getAttribute("aria-live") === "polite";
    if (!log.getAttribute("aria-label") || !polite) say("log", log);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the screen");
  return found;
}
"""


async def audit(page: Page) -> list[str]:
    """Everything that is wrong with the page as it stands now; empty when nothing is."""
    await page.wait_for_function("() => document.getAnimations().length === 0")
    found: list[str] = await page.evaluate(AUDIT)
    return found
