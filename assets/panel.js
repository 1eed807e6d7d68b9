/* What explorers are made of: controls, painting and words.

   live.js loads this before the first explorer. Nothing here knows a network;
   colors are [red, green, blue], a canvas has a pixel for each value. */
(() => {
  "use strict";
  const panel = (window.cnncourse.panel = {});

  // --- words --------------------------------------------------------------

  /** Return a number with two digits and a minus sign, never as −0.00. */
  panel.signed = (value) =>
    value.toFixed(2).replace(/^-0\.00$/, "0.00").replace("-", "−");

  /** Return "1 layer", "2 layers", "1,024 layers". */
  panel.many = (n, word) =>
    `${n.toLocaleString("en-US")} ${word}${n === 1 ? "" : "s"}`;

  panel.within = (value, low, high) => Math.min(high, Math.max(low, value));

  // --- elements -----------------------------------------------------------

  /** Return an element: element("p", {class: "x"}, "text", child, ...). */
  panel.element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== false)
        made.setAttribute(key, value === true ? "" : value);
    made.append(...children);
    return made;
  };
  const { element } = panel;

  /** Return a labeled slider; `moved(value)` hears of it, and `words(value)`
      stand beside it. `set(value)` moves it quietly. */
  panel.slide = ({ id, label, low, high, step = 1, start, words = String,
    moved }) => {
    const output = element("output", { for: id });
    const input = element("input", { type: "range", id, min: low, max: high,
      step, value: start, oninput: () => {
        say();
        moved(Number(input.value));
      } });
    const say = () => {
      const text = words(Number(input.value)).replace("-", "−");
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
    };
    const set = (value) => {
      input.value = value;
      say();
    };
    say();
    const box = element("div", { class: "cnn-slide" },
      element("label", { for: id }, label), input, output);
    return { box, input, set };
  };

  /** Return radio buttons for [value, label] pairs, the first one chosen;
      `picked(value)` hears of it. */
  panel.radios = ({ name, legend, choices, picked }) => {
    const boxes = choices.map(([value, label], i) =>
      element("label", {}, element("input", { type: "radio", name, value,
        checked: i === 0, onchange: () => picked(value) }), label));
    const box = element("fieldset", { class: "cnn-radios" },
      element("legend", {}, legend), ...boxes);
    return { box, set: (value) => {
      box.querySelector(`[value="${value}"]`).checked = true;
    } };
  };

  /** Return a place for a text that is said once the state has settled. */
  panel.speaker = () => {
    const box = element("p", { class: "cnn-says", "aria-live": "polite" });
    let later = 0;
    const say = (text) => {
      clearTimeout(later);
      later = setTimeout(() => (box.textContent = text), 150);
    };
    return { box, say };
  };

  /** Put an explorer in the place of a figure's picture. */
  panel.install = (figure, lab) => {
    for (const old of figure.querySelectorAll(".cnn-fallback"))
      old.hidden = true;
    figure.prepend(lab);
  };

  // --- painting -----------------------------------------------------------

  /** Return the color of an element's text. */
  panel.colorOf = (shown) => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = getComputedStyle(shown).color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };

  /** Call `repaint` whenever the page's theme changes. */
  panel.themed = (repaint) => {
    new MutationObserver(repaint).observe(document.documentElement, {
      attributes: true, attributeFilter: ["data-theme", "data-mode", "class"],
    });
    matchMedia("(prefers-color-scheme: dark)")
      .addEventListener("change", repaint);
  };

  /** Return the width and height of maps side by side, a gap in between. */
  panel.extent = ({ maps, rows, columns, across }) => [
    across * (columns + 1) - 1,
    Math.ceil(maps / across) * (rows + 1) - 1,
  ];

  /** Paint values from -limit to limit, map by map: the ground is gray, and
      the more of a color, the larger the value. */
  panel.paintMaps = (canvas, plan, data, limit, colors) => {
    const [width, height] = panel.extent(plan);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext("2d");
    const image = context.createImageData(width, height);
    const { rows, columns, across } = plan;
    const ground = 0.12;
    for (let i = 0; i < data.length; i++) {
      const map = Math.floor(i / (rows * columns));
      const y = Math.floor(map / across) * (rows + 1) +
        (Math.floor(i / columns) % rows);
      const x = (map % across) * (columns + 1) + (i % columns);
      const color = data[i] < 0 ? colors.minus : colors.plus;
      const much = Math.min(1, Math.abs(data[i]) / limit);
      const alpha = much + ground * (1 - much);
      const at = 4 * (y * width + x);
      for (let k = 0; k < 3; k++)
        image.data[at + k] =
          (color[k] * much + 128 * ground * (1 - much)) / alpha;
      image.data[at + 3] = 255 * alpha;
    }
    context.putImageData(image, 0, 0);
  };

  /** Paint square color pictures side by side, `across` in a row: bytes,
      red, green, blue, row by row. */
  panel.paintPictures = (canvas, pictures, across, gap = 1) => {
    const places = pictures[0].length / 3;
    const side = Math.sqrt(places);
    const step = side + gap;
    canvas.width = across * step - gap;
    canvas.height = Math.ceil(pictures.length / across) * step - gap;
    const context = canvas.getContext("2d");
    pictures.forEach((bytes, i) => {
      const image = context.createImageData(side, side);
      for (let k = 0; k < places; k++)
        image.data.set([bytes[k], bytes[k + places], bytes[k + 2 * places],
          255], 4 * k);
      context.putImageData(image, (i % across) * step,
        Math.floor(i / across) * step);
    });
  };

  // --- places on a canvas -------------------------------------------------

  panel.ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0],
    ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** Return the place on a canvas under the pointer, in its own pixels. */
  panel.position = (canvas, event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ];
  };

  /** Place an outline over a canvas, in its own pixels, cut at its edges. */
  panel.outline = (mark, canvas, x, y, width, height) => {
    const { within } = panel;
    const [left, right] = [x, x + width].map((v) => within(v, 0, canvas.width));
    const [top, bottom] = [y, y + height].map((v) =>
      within(v, 0, canvas.height));
    mark.hidden = false;
    mark.style.left = `${(100 * left) / canvas.width}%`;
    mark.style.top = `${(100 * top) / canvas.height}%`;
    mark.style.width = `${(100 * (right - left)) / canvas.width}%`;
    mark.style.height = `${(100 * (bottom - top)) / canvas.height}%`;
  };

  /** Return a canvas that is a grid of cells to pick from, by pointer and by
      arrow keys: `picked(column, row)` hears of it; `set` says where it is. */
  panel.chooser = (label, columns, rows, picked) => {
    const { within } = panel;
    const canvas = element("canvas", { tabindex: "0", role: "application",
      "aria-label": label });
    const mark = element("span", { class: "cnn-mark" });
    const box = element("div", { class: "cnn-board cnn-choose" }, canvas,
      mark);
    let at = [0, 0];
    const go = (x, y) => {
      at = [within(x, 0, columns - 1), within(y, 0, rows - 1)];
      picked(...at);
    };
    canvas.addEventListener("click", (event) => {
      const [x, y] = panel.position(canvas, event);
      go(Math.floor((x * columns) / canvas.width),
        Math.floor((y * rows) / canvas.height));
    });
    canvas.addEventListener("keydown", (event) => {
      const arrow = panel.ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      go(at[0] + arrow[0], at[1] + arrow[1]);
    });
    return { canvas, mark, box, set: (x, y) => (at = [x, y]) };
  };
})();
