/**
 * What the console's pages do beyond plain forms: Enter sends, the box empties, the newest reply and the cited clause
 * come into view, and trouble on the way is said. Without this script every page still works.
 */
const talk = document.getElementById("talk");
const composer = document.getElementById("composer");
const box = document.getElementById("text");
const state = document.getElementById("state");
const reader = document.getElementById("reader");
let opener = null;

document.documentElement.classList.add("scripted");

function showLatest() {
  talk?.lastElementChild?.scrollIntoView({ block: "start", behavior: calm() });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

function closeReader() {
  reader.replaceChildren();
  document.body.classList.remove("reading");
  opener?.focus();
  opener = null;
}

if (composer) {
  box.addEventListener("keydown", (event) => {
    // While an input method is open, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (box.value.trim() !== "") composer.requestSubmit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && reader.childElementCount > 0) closeReader();
  });

  document.addEventListener("htmx:before:request", (event) => {
    const source = event.detail.ctx.sourceElement;
    if (source instanceof HTMLAnchorElement) opener = source;
    else state.textContent = "正在查阅……";
  });
  document.addEventListener("htmx:after:swap", (event) => {
    const { target, sourceElement } = event.detail.ctx;
    if (target === reader) openReader();
    else showLatest();
    if (sourceElement === composer) composer.reset();
  });
  document.addEventListener("htmx:finally:request", (event) => {
    if (state.dataset.trouble === undefined) state.textContent = "";
    delete state.dataset.trouble;
    if (!(event.detail.ctx.sourceElement instanceof HTMLAnchorElement) && matchMedia("(hover: hover)").matches)
      box.focus();
  });
  document.addEventListener("htmx:error", () => {
    state.dataset.trouble = "";
    state.textContent = "没有连上知策,这条没有发出去。请确认程序还在运行,再发一次。";
  });
  if (talk.querySelector(".exchange")) talk.lastElementChild.scrollIntoView({ block: "start" });
}

function openReader() {
  const bar = document.createElement("p");
  bar.className = "bar";
  bar.textContent = "条款原文";
  const close = document.createElement("button");
  close.className = "quiet";
  close.type = "button";
  close.textContent = "关闭";
  close.addEventListener("click", closeReader);
  bar.append(close);
  reader.prepend(bar);
  document.body.classList.add("reading");
  const cited = reader.querySelector(".cited");
  if (cited) cited.scrollIntoView({ block: "center" });
  else reader.scrollTop = 0;
  close.focus({ preventScroll: true });
}
