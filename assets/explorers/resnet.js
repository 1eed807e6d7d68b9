/* Two explorers of the ResNet chapter.

   Without a network: signals through many layers, forward and backward, with
   and without a shortcut. With two: blocks are taken out of a residual and of
   a plain network, on pictures of the bundled `shapes`. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, element, install, many, outline, paintPictures, radios,
    slide, speaker } = cnncourse.panel;

  let count = 0; // of explorers on a page, for their ids

  // --- signals ----------------------------------------------------------------

  const WIDTH = 32; // units of a layer
  const BATCH = 16; // inputs
  const EPS = 1e-5;
  const MOST = 100; // layers

  /** Return a function that draws from a normal distribution: mulberry32 and
      the polar form of Box and Muller without rejection. */
  function normals(seed) {
    let state = seed >>> 0;
    const uniform = () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = state;
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return () => Math.sqrt(-2 * Math.log(1 - uniform())) *
      Math.cos(2 * Math.PI * uniform());
  }

  const drawn = (next, size) => Float64Array.from({ length: size }, next);
  const square = (list) =>
    list.reduce((sum, v) => sum + v * v, 0) / list.length;

  /** Return the standardized rows of x and the scale of each row. */
  function normalized(x) {
    const out = new Float64Array(x.length);
    const scales = new Float64Array(WIDTH);
    for (let i = 0; i < WIDTH; i++) {
      const row = x.subarray(i * BATCH, (i + 1) * BATCH);
      const mean = row.reduce((a, b) => a + b) / BATCH;
      const spread = row.reduce((a, b) => a + (b - mean) ** 2, 0) / BATCH;
      scales[i] = 1 / Math.sqrt(spread + EPS);
      for (let k = 0; k < BATCH; k++)
        out[i * BATCH + k] = (row[k] - mean) * scales[i];
    }
    return { out, scales };
  }

  /** Return W x, or W' x. */
  function product(weight, x, transposed) {
    const out = new Float64Array(x.length);
    for (let i = 0; i < WIDTH; i++)
      for (let j = 0; j < WIDTH; j++) {
        const w = transposed ? weight[j * WIDTH + i] : weight[i * WIDTH + j];
        for (let k = 0; k < BATCH; k++)
          out[i * BATCH + k] += w * x[j * BATCH + k];
      }
    return out;
  }

  /** Return the mean squares of the signal and of the gradient, layer by
      layer: 0 is the input. A layer gives W relu(x), or W relu(norm(x)); with
      a shortcut, x is added. The deviation of W is gain times He's. */
  cnncourse.signals = ({ depth, gain, norm, shortcut, seed }) => {
    const next = normals(seed);
    let x = drawn(next, WIDTH * BATCH);
    const last = drawn(next, WIDTH * BATCH);
    const scale = gain * Math.sqrt(2 / WIDTH);
    const forward = [square(x)];
    const layers = [];
    for (let l = 0; l < depth; l++) {
      const weight = drawn(next, WIDTH * WIDTH).map((v) => v * scale);
      const { out, scales } = norm ? normalized(x) : { out: x };
      const y = product(weight, out.map((v) => Math.max(0, v)));
      layers.push({ weight, out, scales });
      x = shortcut ? y.map((v, i) => v + x[i]) : y;
      forward.push(square(x));
    }
    let g = last;
    const backward = [square(g)];
    for (let l = depth - 1; l >= 0; l--) {
      const { weight, out, scales } = layers[l];
      let d = product(weight, g, true).map((v, i) => (out[i] > 0 ? v : 0));
      if (norm) d = unnormalized(d, out, scales);
      g = shortcut ? d.map((v, i) => v + g[i]) : d;
      backward.unshift(square(g));
    }
    return { forward, backward };
  };

  /** Return the gradient in front of the norm. */
  function unnormalized(d, out, scales) {
    const result = new Float64Array(d.length);
    for (let i = 0; i < WIDTH; i++) {
      let [mean, along] = [0, 0];
      for (let k = 0; k < BATCH; k++) {
        mean += d[i * BATCH + k] / BATCH;
        along += (d[i * BATCH + k] * out[i * BATCH + k]) / BATCH;
      }
      for (let k = 0; k < BATCH; k++) {
        const at = i * BATCH + k;
        result[at] = scales[i] * (d[at] - mean - out[at] * along);
      }
    }
    return result;
  }

  const SVG = "http://www.w3.org/2000/svg";
  const [CHART_WIDTH, CHART_HEIGHT] = [330, 230];
  const [LEFT, RIGHT, TOP, BOTTOM] = [52, 8, 10, 42];
  const LINES = [["plain", "cnn-res-plain"], ["shortcut", "cnn-res-skip"]];

  function shape(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  /** Return ten to the power of a number, as text: 10^3 with raised digits. */
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const power = (n) => "10" + String(n).replace("-", "⁻")
    .replace(/\d/g, (digit) => RAISED[digit]);

  /** Draw two lines over the layers on a logarithmic axis. */
  function chart(svg, lines) {
    const logs = lines.map((line) =>
      line.map((v) => Math.log10(Math.max(v, 1e-300))));
    const all = logs.flat();
    let low = Math.floor(Math.min(...all, -1));
    let high = Math.ceil(Math.max(...all, 1));
    const step = Math.ceil((high - low) / 6);
    low = Math.floor(low / step) * step;
    high = Math.ceil(high / step) * step;
    const depth = lines[0].length - 1;
    const x = (l) => LEFT + (l / depth) * (CHART_WIDTH - LEFT - RIGHT);
    const y = (v) => TOP + ((high - v) / (high - low)) *
      (CHART_HEIGHT - TOP - BOTTOM);
    const parts = [];
    for (let v = low; v <= high; v += step)
      parts.push(
        shape("line", { x1: LEFT, x2: CHART_WIDTH - RIGHT, y1: y(v), y2: y(v),
          class: v === 0 ? "cnn-res-one" : "cnn-res-grid" }),
        shape("text", { x: LEFT - 6, y: y(v) + 4, "text-anchor": "end" },
          power(v)));
    for (const l of [0, Math.round(depth / 2), depth])
      parts.push(shape("text", { x: x(l), y: CHART_HEIGHT - BOTTOM + 18,
        "text-anchor": l === depth ? "end" : "middle" }, String(l)));
    parts.push(shape("text", { x: (LEFT + CHART_WIDTH) / 2,
      y: CHART_HEIGHT - 4, "text-anchor": "middle" }, "layer"));
    logs.forEach((line, i) => parts.push(shape("polyline", {
      class: LINES[i][1],
      points: line.map((v, l) => `${x(l).toFixed(1)},${y(v).toFixed(1)}`)
        .join(" "),
    })));
    svg.replaceChildren(...parts);
  }

  /** Return "3.2 · 10⁵", "0.12" or "0". */
  function amount(value) {
    if (value === 0) return "0";
    const exponent = Math.floor(Math.log10(value));
    if (exponent >= -2 && exponent < 4) return value.toPrecision(2) < 1000
      ? String(Number(value.toPrecision(2))) : value.toFixed(0);
    const digits = (value / 10 ** exponent).toFixed(1);
    return `${digits} · ${power(exponent)}`;
  }

  function signals(figure) {
    const id = `cnn-resnet-${++count}`;
    const state = { depth: 56, gain: 1, norm: true, seed: 1 };
    const [ahead, back] = ["signal", "gradient"].map(() => {
      const svg = shape("svg", { viewBox: `0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`,
        role: "img", class: "cnn-res-chart" });
      return svg;
    });
    const { box: says, say } = speaker();
    const depth = slide({ id: `${id}-depth`, label: "Layers", low: 2,
      high: MOST, start: state.depth, moved: (value) => {
        state.depth = value;
        show();
      } });
    const gain = slide({ id: `${id}-gain`, label: "Start, times He's",
      low: 0.5, high: 2, step: 0.05, start: 1,
      words: (value) => value.toFixed(2), moved: (value) => {
        state.gain = value;
        show();
      } });
    const norm = radios({ name: `${id}-norm`, legend: "in front of each ReLU",
      choices: [["batch", "batch norm"], ["none", "nothing"]],
      picked: (value) => {
        state.norm = value === "batch";
        show();
      } });
    const again = element("button", { type: "button", onclick: () => {
      state.seed += 1;
      show();
    } }, "Draw new weights");
    const part = (title, svg) => element("div", {},
      element("p", { class: "cnn-res-title" }, title), svg);
    const key = LINES.map(([name, kind]) => element("span", { class: kind },
      name === "plain" ? "plain" : "with shortcut"));

    install(figure, element("div", { class: "cnn-lab cnn-res" },
      element("p", {}, "Random layers of 32 units. Turn the depth and the " +
        "size of the first weights. What happens to the signal on its way " +
        "forward, and to the gradient on its way back?"),
      element("div", { class: "cnn-res-top" },
        element("div", {}, depth.box, gain.box),
        element("div", {}, norm.box, again)),
      element("p", { class: "cnn-res-key" }, ...key),
      element("div", { class: "cnn-res-pair" },
        part("signal, mean square", ahead),
        part("gradient, mean square", back)),
      says));
    show();

    function show() {
      const found = [false, true].map((shortcut) =>
        cnncourse.signals({ ...state, shortcut }));
      chart(ahead, found.map(({ forward }) => forward));
      chart(back, found.map(({ backward }) => backward));
      const [plain, skip] = found.map(({ forward, backward }) =>
        `the signal grows ${amount(forward.at(-1) / forward[0])} times, the ` +
        `gradient at the input is ${amount(backward[0] / backward.at(-1))} ` +
        "times that at the end");
      const text = `${many(state.depth, "layer")}, ${state.norm ? "batch norm"
        : "no norm"}, weights ${state.gain.toFixed(2)} times He's. Plain: ` +
        `${plain}. With shortcuts: ${skip}.`;
      for (const svg of [ahead, back]) svg.setAttribute("aria-label", text);
      say(text);
    }
  }

  // --- blocks taken out -------------------------------------------------------

  const SIDE = 16;
  const EACH = 5; // pictures of a class
  const COUNT = 10 * EACH;
  const picture = (i) => cnncourse.picture(Math.floor(i / EACH), i % EACH);
  // The first blocks of stages 2 and 3 change the shape; they stay.
  const BLOCKS = ["1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "3.0", "3.1",
    "3.2"];
  const STAYS = ["2.0", "3.0"];

  /** Return a network without some blocks: a residual block keeps its
      shortcut, a plain one hands on what it was given. */
  cnncourse.without = (network, blocks) => {
    let steps = network.steps;
    for (const block of blocks) {
      const inside = `stage${block}.`;
      const relu = steps.find(({ name }) => name === `${inside}relu`);
      const first = steps.find(({ name }) => name === `${inside}conv1`);
      const before = steps.find(({ name }) => name === relu.inputs[0]);
      const handed = before.op === "add" ? before.inputs[1] : first.inputs[0];
      steps = steps
        .filter((step) => step === relu || !step.name.startsWith(inside))
        .filter((step) => step !== before)
        .map((step) => (step === relu ? { ...relu, inputs: [handed] } : step));
    }
    return { ...network, steps };
  };

  function blocks(figure, networks) {
    const id = `cnn-resnet-${++count}`;
    const titles = ["residual network", "plain network"];
    const state = { picture: 5, gone: [] };
    const { box: says, say } = speaker();
    const { classes } = networks[0];
    const kind = (i) => classes[Math.floor(i / EACH)];
    const grid = chooser(`${COUNT} pictures, a column for each class. Arrow ` +
      "keys choose.", COUNT / EACH, EACH, (column, row) => {
      state.picture = column * EACH + row;
      show();
    });
    const boxes = BLOCKS.map((name) => element("label", {},
      element("input", { type: "checkbox", checked: true,
        disabled: STAYS.includes(name), onchange: (event) => {
          state.gone = event.target.checked
            ? state.gone.filter((other) => other !== name)
            : [...state.gone, name].sort();
          show();
        } }), ` ${name}`));
    const bars = titles.map(() =>
      element("div", { class: "cnn-bars", role: "img" }));
    const tallies = titles.map(() => element("p", {}, ""));
    let run = 0; // the latest count over all pictures

    install(figure, element("div", { class: "cnn-lab cnn-res" },
      element("p", {}, "Take blocks out of two trained networks of 20 layers " +
        "by unticking them. The residual one keeps the shortcut, the plain " +
        "one hands on what the block was given."),
      element("fieldset", { class: "cnn-inc-silent" },
        element("legend", {}, "blocks that stay, by stage (2.0 and 3.0 " +
          "change the shape)"), ...boxes),
      element("div", { class: "cnn-inc-top cnn-inc" }, grid.box,
        element("div", {}, ...titles.flatMap((title, n) =>
          [element("p", { class: "cnn-res-title" }, title), bars[n],
            tallies[n]]))),
      says));
    paintPictures(grid.canvas, Array.from({ length: COUNT }, (_, i) =>
      picture((i % (COUNT / EACH)) * EACH + Math.floor(i * EACH / COUNT))),
    COUNT / EACH);
    show();

    function answer(network, i) {
      return cnncourse.answer(network, cnncourse.run(network,
        cnncourse.normalize(network, picture(i))));
    }

    function show() {
      const [column, row] = [Math.floor(state.picture / EACH),
        state.picture % EACH];
      grid.set(column, row);
      outline(grid.mark, grid.canvas, column * (SIDE + 1), row * (SIDE + 1),
        SIDE, SIDE);
      const cut = networks.map((network) =>
        cnncourse.without(network, state.gone));
      const named = cut.map((network, n) => {
        const { winner, scores } = answer(network, state.picture);
        bars[n].replaceChildren(...classes.map((title, i) => {
          const bar = element("i");
          bar.style.height = `${60 * scores[i]}%`;
          return element("span", { class: i === winner ? "cnn-wins" : "" },
            bar, title);
        }));
        const text = `${classes[winner]} ` +
          `(${(100 * scores[winner]).toFixed(0)} %)`;
        bars[n].setAttribute("aria-label", `${titles[n]}: ${text}`);
        tallies[n].textContent = `answers ${text}; counting ...`;
        return text;
      });
      const gone = state.gone.length
        ? `without ${state.gone.join(", ")}` : "nothing taken out";
      tally(++run, cut, named, 0, [0, 0], `A ${kind(state.picture)}, ${gone}: `);
    }

    /** Count right answers on all pictures, some at a time. */
    function tally(mine, cut, named, from, right, text) {
      if (mine !== run) return; // the state has changed
      const end = Math.min(from + 5, COUNT);
      for (let i = from; i < end; i++)
        cut.forEach((network, n) => {
          right[n] += answer(network, i).winner === Math.floor(i / EACH);
        });
      if (end < COUNT)
        return void setTimeout(() => tally(mine, cut, named, end, right, text));
      tallies.forEach((box, n) => (box.textContent =
        `answers ${named[n]}; names ${right[n]} of ${COUNT} pictures.`));
      say(text + titles.map((title, n) => `the ${title} answers ` +
        `${named[n]} and names ${right[n]} of ${COUNT}`).join("; ") + ".");
    }
  }

  cnncourse.explorers.resnet = (figure, networks) =>
    networks.length ? blocks(figure, networks) : signals(figure);
  cnncourse.explorers.resnet.needs = "pictures.js";
})();
