/* Sliders, the ledger's filter, the theme's buttons. One classic script on
   every page: it runs over http, from the file system, and under the pages'
   content-security policy, which forbids inline handlers. */

(() => {
  "use strict";

  /* .cnn-slider: frames are pictures with data-value; one is not hidden. */
  const slide = (slider) => {
    const box = slider.closest(".cnn-slider");
    const frames = [...box.querySelectorAll("[data-value]")];
    const shown = frames[Number(slider.value)];
    if (!shown) return;
    for (const frame of frames) frame.hidden = frame !== shown;
    const value = shown.dataset.value;
    const text = shown.getAttribute("alt") ?? shown.ariaLabel ?? "";
    slider.setAttribute("aria-valuetext", `${value}: ${text}`);
    const output = box.querySelector("output");
    if (output) output.textContent = value;
  };

  /* .cnn-filter: a <select data-column> for each column of the table. */
  const filter = (form) => {
    const rows = [...document.querySelectorAll(".cnn-ledger tbody tr")];
    const choices = [...form.querySelectorAll("select")];
    const cell = (row, choice) =>
      row.cells[Number(choice.dataset.column)].textContent.trim();
    for (const choice of choices) {
      const words = new Set(rows.map((row) => cell(row, choice)));
      for (const word of words) choice.append(new Option(word, word));
    }
    const show = () => {
      let count = 0;
      for (const row of rows) {
        row.hidden = !choices.every(
          (choice) => !choice.value || choice.value === cell(row, choice),
        );
        count += row.hidden ? 0 : 1;
      }
      const all = count === rows.length;
      const found = all ? `${count}` : `${count} of ${rows.length}`;
      form.querySelector("output").textContent = `${found} claims`;
    };
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    show();
  };

  /* What scrolls sideways says so, and is reached by keyboard. */
  const WIDE = ".cnn-table, .pst-scrollable-table-container, article pre, " +
    "div.cell_output .text_html, mjx-container[display=true]";
  const mark = (box) => {
    /* Without the sign's line the padding behind the text counts as well. */
    const spare = box.classList.contains("cnn-wide")
      ? 1
      : 1 + parseFloat(getComputedStyle(box).paddingRight);
    const wide = box.scrollWidth > box.clientWidth + spare;
    box.classList.toggle("cnn-wide", wide);
    const sign = box.querySelector(":scope > .cnn-scrolls");
    if (sign) sign.hidden = !wide;
    if (wide && !box.hasAttribute("tabindex")) box.tabIndex = 0;
  };
  const markWide = () => {
    const sizes = new ResizeObserver((entries) => {
      for (const box of new Set(entries.map((e) => e.target.closest(WIDE))))
        mark(box);
    });
    for (const box of document.querySelectorAll(WIDE)) {
      mark(box);
      for (const part of [box, ...box.children]) sizes.observe(part);
    }
  };

  const PRESSED = {
    print: () => window.print(),
    fullscreen: () => window.toggleFullScreen(),
  };

  const start = () => {
    document.addEventListener("input", (event) => {
      if (event.target.matches(".cnn-slider input[type=range]"))
        slide(event.target);
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-press]");
      if (button) PRESSED[button.dataset.press]?.();
    });
    document.querySelectorAll(".cnn-filter").forEach(filter);
    markWide();
  };

  /* MathJax's menu stores the reader's renderer for all pages of a host, and
     reads it without a menu too. Only one renderer is here: do not look.
     This script comes before MathJax, which is its settings so far. */
  if (window.MathJax && !window.MathJax.version)
    window.MathJax.startup = {
      ready() {
        window.MathJax._.ui.menu.Menu.Menu.prototype.mergeUserSettings = () => {};
        window.MathJax.startup.defaultReady();
      },
    };

  /* The search page fetches summaries; from the file system that fails. */
  if (location.protocol === "file:" && window.DOCUMENTATION_OPTIONS)
    window.DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  start();
})();
