// Seeks by chapter and line, follows the transcript while it's heard, copies the feed's address.
(() => {
  "use strict";
  const audio = document.querySelector(".player audio");
  const follow = document.getElementById("follow");
  const lines = [...document.querySelectorAll(".line")].map((node) => ({
    node,
    start: Number(node.dataset.start),
    words: [...node.querySelectorAll("[data-at]")].map((word) => ({
      node: word,
      start: Number(word.dataset.at),
    })),
  }));
  const chapters = [...document.querySelectorAll(".chapters [data-seek]")].map((button) => ({
    node: button.parentElement,
    start: Number(button.dataset.seek),
  }));

  const latest = (entries, time) => entries.findLast((entry) => entry.start <= time + 0.02);

  const marked = new Map();
  const mark = (kind, entry) => {
    const before = marked.get(kind);
    if (before === entry) return false;
    before?.node.classList.remove("now");
    before?.node.removeAttribute("aria-current");
    entry?.node.classList.add("now");
    if (kind !== "word") entry?.node.setAttribute("aria-current", "true");
    marked.set(kind, entry);
    return true;
  };

  const inView = (node) => {
    const box = node.getBoundingClientRect();
    return box.top > 120 && box.bottom < window.innerHeight - 40;
  };

  const show = () => {
    const time = audio.currentTime;
    const line = latest(lines, time);
    const moved = mark("line", line);
    mark("word", line && latest(line.words, time));
    mark("chapter", latest(chapters, time));
    if (moved && line && follow?.checked && !audio.paused && !inView(line.node)) {
      line.node.scrollIntoView({ block: "center" });
    }
  };

  const tick = () => {
    show();
    if (!audio.paused) requestAnimationFrame(tick);
  };

  if (audio) {
    audio.addEventListener("play", tick);
    audio.addEventListener("seeked", show);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-seek]");
      if (!button) return;
      audio.currentTime = Number(button.dataset.seek);
      audio.play();
    });
    const from = /^#t=(\d+(\.\d+)?)$/.exec(location.hash);
    if (from) audio.currentTime = Number(from[1]);
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
    });
  }
})();
