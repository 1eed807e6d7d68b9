/* One kernel on one picture: kernel, stride, padding and dilation can be
   turned, and every value of the output shows the patch it comes from. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { ARROWS, element, install, many, radios, slide, speaker,
    within } = cnncourse.panel;
  const SIDE = 12; // of the canvas; smaller pictures are cut from its middle
  const LONGEST = 14; // cells along a side that still hold a number

  /* A test digit of the bundled set (Alpaydin and Kaynak, CC BY 4.0): ink
     from 0 to g = 16, row by row. */
  const DIGIT =
    "00afe4000046dg200003g9000001g6000000ac0000001g4001956g7000ecfb20";

  const CONTROLS = [
    // name, label, smallest, largest, start
    ["side", "Picture", 2, SIDE, 8],
    ["kernel", "Kernel", 1, 5, 3],
    ["stride", "Stride", 1, 4, 1],
    ["padding", "Padding", 0, 4, 0],
    ["dilation", "Dilation", 1, 3, 1],
  ];

  /* What weighs the place at (row, column) of a kernel of side k. */
  const KERNELS = {
    edge: ["right minus left", (row, column, k) =>
      k === 1 ? 1 : Math.sign(column - (k - 1) / 2)],
    sum: ["ones", () => 1],
    copy: ["one weight", (row, column, k) =>
      Number(row === k >> 1 && column === k >> 1)],
  };

  const NAMESPACE = "http://www.w3.org/2000/svg";
  let count = 0; // of explorers on a page, for their ids

  const words = (value) => String(value).replace("-", "−");
  const clamp = (value, n) => within(value, 0, n - 1);
  const span = (first, last) =>
    first === last ? words(first) : `${words(first)} to ${words(last)}`;

  /** Return the picture of n x n places, cut from the middle of the canvas. */
  function picture(n) {
    const margin = (SIDE - 8) / 2;
    const first = (SIDE - n) >> 1;
    return Float32Array.from({ length: n * n }, (_, i) => {
      const row = Math.floor(i / n) + first - margin;
      const column = (i % n) + first - margin;
      const inside = row >= 0 && row < 8 && column >= 0 && column < 8;
      return inside ? parseInt(DIGIT[row * 8 + column], 17) : 0;
    });
  }

  /** Return what a setting computes; without `output` nothing fits. */
  function compute({ side, kernel, stride, padding, dilation, kind }) {
    const reach = dilation * (kernel - 1) + 1;
    const room = side + 2 * padding;
    const input = { shape: [1, side, side], data: picture(side) };
    if (reach > room) return { reach, room, input };
    const weigh = KERNELS[kind][1];
    const data = Float32Array.from({ length: kernel ** 2 }, (_, i) =>
      weigh(Math.floor(i / kernel), i % kernel, kernel));
    const pair = (value) => [value, value];
    const network = { input: input.shape, steps: [{ name: "output",
      op: "convolution", inputs: ["input"], stride: pair(stride),
      padding: pair(padding), dilation: pair(dilation), groups: 1,
      weight: { shape: [1, 1, kernel, kernel], data } }] };
    const results = cnncourse.run(network, input);
    const output = results.output;
    // How many places of the output read each row: the same for columns.
    const read = new Array(side).fill(0);
    for (let y = 0; y < output.shape[1]; y++)
      for (let i = 0; i < kernel; i++) {
        const row = y * stride - padding + i * dilation;
        if (row >= 0 && row < side) read[row] += 1;
      }
    return { reach, room, input, output, network, results, read };
  }

  cnncourse.explorers.convolution = (figure) => {
    const id = `cnn-convolution-${++count}`;
    const state = { kind: "edge", at: [2, 3], pixel: null,
      ...Object.fromEntries(CONTROLS.map((c) => [c[0], c[4]])) };
    let found;

    const sliders = CONTROLS.map(([key, label, low, high, start]) => ({
      key,
      ...slide({
        id: `${id}-${key}`, label, low, high, start,
        words: (value) => key === "side" || key === "kernel"
          ? `${value}×${value}` : `${value}`,
        moved: (value) => {
          state[key] = value;
          state.pixel = null;
          update();
        },
      }),
    }));
    const kinds = radios({
      name: `${id}-kind`, legend: "Weights",
      choices: Object.entries(KERNELS).map(([key, [label]]) => [key, label]),
      picked: (kind) => update(Object.assign(state, { kind })),
    });
    const left = board("input");
    const right = board("output");
    const unit = element("div", { class: "cnn-products" });
    const formula = element("p", { class: "cnn-formula" });
    const { box: says, say } = speaker();
    const lab = element("div", { class: "cnn-lab cnn-arithmetic" },
      element("p", {}, "Turn a control. Then choose a place of the output to " +
        "see its patch, or a pixel of the input to see who reads it: click, " +
        "or use the arrow keys."),
      element("div", { class: "cnn-pairs" },
        element("div", {}, ...sliders.map((s) => s.box), kinds.box, formula,
          element("div", { class: "cnn-buttons" }, element("button",
            { type: "button", onclick: reset }, "Reset"))),
        left.box, right.box, unit),
      says);
    install(figure, lab);

    /** Return a drawing whose cells are chosen by pointer or arrow key. */
    function board(name) {
      const title = element("span");
      const drawing = document.createElementNS(NAMESPACE, "svg");
      drawing.setAttribute("aria-hidden", "true");
      const frame = element("div", { class: "cnn-cells-board", tabindex: "0",
        role: "application" }, drawing);
      const which = name === "input" ? "pixel" : "at";
      const pick = (event) => {
        const box = drawing.getBoundingClientRect();
        const edge = name === "input" ? state.padding : 0;
        const cells = size(name) + 2 * edge;
        const row = Math.floor((event.clientY - box.top) / box.height * cells);
        const column =
          Math.floor((event.clientX - box.left) / box.width * cells);
        choose(which, [row - edge, column - edge]);
      };
      frame.addEventListener("click", pick);
      frame.addEventListener("pointermove", (event) => {
        if (event.pointerType === "mouse") pick(event);
      });
      frame.addEventListener("keydown", (event) => {
        const arrow = ARROWS[event.key];
        if (!arrow) return;
        event.preventDefault();
        const from = state[which] ?? [-arrow[1], -arrow[0]];
        choose(which, [from[0] + arrow[1], from[1] + arrow[0]]);
      });
      return { title, drawing, frame,
        box: element("div", { class: "cnn-cells-box" }, title, frame) };
    }

    const size = (name) =>
      name === "input" ? state.side : found.output?.shape[1] ?? 0;

    function choose(which, place) {
      const n = size(which === "pixel" ? "input" : "output");
      if (!n) return;
      const next = place.map((value) => clamp(value, n));
      if (String(state[which]) === String(next) &&
        (which === "pixel") === Boolean(state.pixel)) return;
      state.pixel = which === "pixel" ? next : null;
      if (which === "at") state.at = next;
      update();
    }

    function reset() {
      Object.assign(state, { kind: "edge", at: [2, 3], pixel: null },
        Object.fromEntries(CONTROLS.map((c) => [c[0], c[4]])));
      kinds.set("edge");
      update();
    }

    function update() {
      for (const { key, set } of sliders) set(state[key]);
      found = compute(state);
      const { output, reach, room } = found;
      const { side, stride, padding, kernel, dilation } = state;
      if (output)
        state.at = state.at.map((value) => clamp(value, output.shape[1]));
      formula.textContent = output
        ? `(${side} + 2·${padding} − ${dilation}·(${kernel} − 1) − 1) / ` +
          `${stride} = ${fraction(room - reach, stride)}, rounded down, ` +
          `+ 1 = ${output.shape[1]}`
        : `The kernel spans ${dilation}·(${kernel} − 1) + 1 = ` +
          `${many(reach, "place")}, the padded picture has ${room}.`;
      drawInput();
      drawOutput();
      drawUnit();
      speak();
    }

    /** Return a quotient in at most two digits. */
    const fraction = (a, b) => `${Math.round((a / b) * 100) / 100}`;

    /** Return the places of the input that a place of the output reads. */
    function patch([row, column]) {
      const { stride, padding, dilation, kernel } = state;
      const along = (at) => Array.from({ length: kernel }, (_, i) =>
        at * stride - padding + i * dilation);
      return [along(row), along(column)];
    }

    /** Say whether a place of the output reads a pixel. */
    function reads(place, [row, column]) {
      const [rows, columns] = patch(place);
      return rows.includes(row) && columns.includes(column);
    }

    function drawInput() {
      const { side, padding, pixel, at } = state;
      left.title.textContent = padding
        ? `Input ${side}×${side}, padded to ${found.room}×${found.room}`
        : `Input ${side}×${side}`;
      left.frame.setAttribute("aria-label", `${left.title.textContent}. ` +
        "Arrow keys choose a pixel.");
      paint(left.drawing, found.room, (y, x) => {
        const [row, column] = [y - padding, x - padding];
        const inside = row >= 0 && column >= 0 && row < side && column < side;
        const value = inside ? found.input.data[row * side + column] : 0;
        const unread = inside && found.output &&
          !(found.read[row] && found.read[column]);
        return {
          value, share: value / 16, ink: true,
          kind: [inside ? "" : "cnn-border", unread ? "cnn-unread" : "",
            pixel && pixel[0] === row && pixel[1] === column
              ? "cnn-chosen" : "",
            !pixel && found.output && reads(at, [row, column])
              ? "cnn-lit" : ""],
        };
      });
    }

    function drawOutput() {
      const { output } = found;
      const n = output?.shape[1] ?? 0;
      right.title.textContent = n ? `Output ${n}×${n}` : "No output";
      right.frame.setAttribute("aria-label", n
        ? `Output ${n}×${n}. Arrow keys choose a place.` : "No output.");
      const most = n && Math.max(1, ...output.data.map(Math.abs));
      paint(right.drawing, n, (row, column) => {
        const value = output.data[row * n + column];
        const here = String(state.at) === String([row, column]);
        return {
          value, share: value / most,
          kind: [!state.pixel && here ? "cnn-chosen" : "",
            state.pixel && reads([row, column], state.pixel)
              ? "cnn-lit" : ""],
        };
      });
    }

    /** Draw n x n cells, numbers in them where they fit. */
    function paint(drawing, n, cell) {
      const make = (name, attributes, text = "") => {
        const made = document.createElementNS(NAMESPACE, name);
        for (const [key, value] of Object.entries(attributes))
          made.setAttribute(key, value);
        made.textContent = text;
        return made;
      };
      const step = 28;
      drawing.setAttribute("viewBox", `-2 -2 ${step * n + 4} ${step * n + 4}`);
      drawing.style.maxWidth = `${Math.max(n, 1) * 40}px`;
      const cells = [];
      for (let row = 0; row < n; row++)
        for (let column = 0; column < n; column++) {
          const { value, share, ink, kind } = cell(row, column);
          const sign = ink ? "cnn-ink" : share < 0 ? "cnn-minus" : "cnn-plus";
          const place = make("g", { class: kind.filter(Boolean).join(" "),
            "data-value": value,
            transform: `translate(${column * step} ${row * step})` });
          const box = { x: 1, y: 1, width: step - 2, height: step - 2 };
          place.append(
            make("rect", { ...box, class: `cnn-value ${sign}`,
              "fill-opacity": (0.5 * Math.abs(share)).toFixed(3) }),
            make("rect", { ...box, class: "cnn-cell" }));
          if (n <= LONGEST)
            place.append(make("text", { x: step / 2, y: step / 2 + 4.2 },
              words(value)));
          cells.push(place);
        }
      drawing.replaceChildren(...cells);
    }

    /** Show patch, kernel, products and sum of the chosen place. */
    function drawUnit() {
      unit.replaceChildren();
      if (!found.output || state.pixel) return;
      const { network, results } = found;
      const { patch: values, kernel, products, sum } =
        cnncourse.unit(network, results, "output", [0, ...state.at]);
      const grid = (title, numbers) => {
        const cells = element("div", { class: "cnn-cells", role: "img",
          "aria-label": `${title}: ${[...numbers].map(words).join(" ")}` },
          ...Array.from(numbers, (v) => element("span", {}, words(v))));
        cells.style.gridTemplateColumns = `repeat(${state.kernel}, 1fr)`;
        return element("div", { class: "cnn-grid" },
          element("span", {}, title), cells);
      };
      unit.append(
        element("div", { class: "cnn-product" }, grid("patch", values), "×",
          grid("kernel", kernel), "=", grid("products", products)),
        element("strong", {}, `sum: ${words(sum)}`));
    }

    /** Return the state in a sentence or two. */
    function sentence() {
      const { side, kernel, stride, padding, dilation, at, pixel } = state;
      const { output, reach, room, read } = found;
      const setting = `A ${kernel}×${kernel} kernel, stride ${stride}, ` +
        `padding ${padding}, dilation ${dilation}, on ${side}×${side}: `;
      if (!output)
        return `${setting}no output. The kernel spans ${many(reach, "place")}` +
          `, the padded picture has ${room}. Make the picture or the padding ` +
          "larger, or the kernel or its dilation smaller.";
      const n = output.shape[1];
      const seen = read.filter(Boolean).length;
      const unread = side * side - seen * seen;
      const left_ = unread
        ? ` ${many(unread, "pixel")} of ${side * side} ` +
          `${unread === 1 ? "is" : "are"} read by no place.` : "";
      if (pixel) {
        const times = read[pixel[0]] * read[pixel[1]];
        return `${setting}output ${n}×${n}. The pixel in row ${pixel[0]}, ` +
          `column ${pixel[1]} is read by ${many(times, "place")} of the ` +
          `output.${left_}`;
      }
      const [rows, columns] = patch(at);
      const apart = dilation > 1 && kernel > 1 ? `, ${dilation} apart` : "";
      const value = output.data[at[0] * n + at[1]];
      return `${setting}output ${n}×${n}. Row ${at[0]}, column ${at[1]} reads ` +
        `rows ${span(rows[0], rows.at(-1))} and columns ` +
        `${span(columns[0], columns.at(-1))}${apart}; its value is ` +
        `${words(value)}.${left_}`;
    }

    function speak() {
      figure.classList.toggle("cnn-impossible", !found.output);
      say(sentence());
    }

    update();
    says.textContent = sentence();
  };
})();
