// Before anything is drawn: the theme that was chosen last time, else the system's.

(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("handrail-theme");
  } catch {
    // A browser that keeps nothing: the system's theme it is.
  }
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen === "dark" || chosen === "light" ? chosen : system;
})();
