/* LeNet's demonstration of 1995, rebuilt: a digit that the reader draws,
   drags, turns and spoils, and three networks that read it at once. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { ARROWS, colorOf, element, extent, install, outline, paintMaps,
    position, signed, slide, themed, within } = cnncourse.panel;
  const SIDE = 32;
  const HEIGHT = 20; // of a digit at 100 %, as in MNIST
  const START = 7; // of DIGITS: a 3 that all three networks read

  /* Two test digits of each class from the bundled set (Alpaydin and Kaynak,
     CC BY 4.0): the first that at least two of the three networks read. 8x8
     places, row by row, ink from 0 to g = 16. No network learned from them
     or their like; the networks learned from MNIST. */
  const DIGITS = [
    ["0", "005d910000dfaf5003f20b8004c008800580098004b01c7002e5ac00006da000"],
    ["0", "00aeb30004gd6e1004g20b7008g00a5008g00e4008g01g1004g1bf0000bgc300"],
    ["1", "0002d9000007gf00000bg700000fg200007ge00000dge000008fg0000003d800"],
    ["1", "005e1000009g400000cg400000cg8000009gb0000008g2000038fdb8005gggga"],
    ["2", "005c100000fe700000d1c00002a0e0000020g1000006f000009gf982003b8dc4"],
    ["2", "0001ee30000abd8000070d8000007f10048cf40006gg6000002cc4200001dg50"],
    ["3", "00afe4000046dg200003g9000001g6000000ac0000001g4001956g7000ecfb20"],
    ["3", "01afgd3005e55f8000002f6000009g0000009g0000004g600023dc0000fd7000"],
    ["4", "0000c2000006e100004g780000d90g6006gabg00005adg0000006g000000c800"],
    ["4", "0005e000001fd000009gd00005gfd00008gggf90004ae8500008c0000007a000"],
    ["5", "00cgg80003gd850002g3000000gd900000agg7000001ad00002bga0000bgc000"],
    ["5", "05gggb1004gfa81004gc000001dg5000006gd000000ag400004dg20002fg9000"],
    ["6", "000cd000005g800000dg300000ed000000fc720000dgdg30007gbf800019fb30"],
    ["6", "000ab000009g600000fd000000ea000001fc820000cggga1007gccg40009fc50"],
    ["7", "002bg40000c9bf1000204g0000028f1004gggf700364g3000006b000000c7000"],
    ["7", "0018afb002efdg7000606e200003bc20002ggf80003df200000da000001g5000"],
    ["8", "00a7d900009acf20004bab00001ga10000cd400000c1c00001a2e00000be5000"],
    ["8", "019gfa0006g87g3000begb1001dg600008fg300005eab00000f7g30000bg8000"],
    ["9", "002agd0003g82g1008d02g6006gcgg7000248c100001f3000009a000001g3000"],
    ["9", "0009fc1001bc5f4006e00d7005gccg400038e8000002f1000009a000000a9000"],
  ];

  /* What is shown of each network: the step with the weights, the step whose
     result is shown, and how its maps or units are laid out. */
  const NETWORKS = {
    "lenet5-mnist": { title: "LeNet-5, 1998", short: "1998", parts: [
      { label: "C1", step: "c1", shown: "c1_tanh", columns: 3 },
      { label: "S2", step: "s2", shown: "s2_tanh", columns: 6 },
      { label: "C3", step: "c3", shown: "c3_tanh", columns: 8 },
      { label: "S4", step: "s4", shown: "s4_tanh", columns: 8 },
      { label: "C5", step: "c5", shown: "c5_tanh", fold: [6, 20] },
      { label: "F6", step: "f6", shown: "f6_tanh", fold: [12, 7] },
      { label: "output", step: "output", shown: "output", fold: [1, 10] },
    ] },
    "lenet5_modern-mnist": { title: "LeNet today", short: "today", parts: [
      { label: "C1", step: "features.0", shown: "features.1", columns: 3 },
      { label: "S2", step: "features.2", shown: "features.2", columns: 6 },
      { label: "C3", step: "features.3", shown: "features.4", columns: 8 },
      { label: "S4", step: "features.5", shown: "features.5", columns: 8 },
      { label: "C5", step: "head.1", shown: "head.2", fold: [6, 20] },
      { label: "F6", step: "head.3", shown: "head.4", fold: [7, 12] },
      { label: "output", step: "head.5", shown: "head.5", fold: [1, 10] },
    ] },
    "mlp-mnist": { title: "Dense network", short: "dense", parts: [
      { label: "hidden", step: "hidden", shown: "relu", fold: [3, 20] },
      { label: "output", step: "output", shown: "output", fold: [1, 10] },
      { label: "weights", step: "hidden", shown: "relu", columns: 6 },
    ] },
  };

  const CONTROLS = [
    // name, label, unit, smallest, largest, step, start
    ["right", "Right", "px", -14, 14, 1, 0],
    ["down", "Down", "px", -14, 14, 1, 0],
    ["size", "Size", "%", 40, 180, 5, 100],
    ["turn", "Turn", "°", -180, 180, 5, 0],
    ["blur", "Blur", "px", 0, 3, 0.25, 0],
    ["noise", "Noise", "%", 0, 80, 5, 0],
  ];

  let count = 0; // of explorers on a page, for their ids

  // --- pictures -----------------------------------------------------------

  /** Return a digit as {side, box, ink}: side x side places, 0 to 255, that
      fill a box of so many pixels at 100 %. */
  function digit(text) {
    const ink = Float32Array.from(text, (letter) =>
      Math.round((parseInt(letter, 17) * 255) / 16));
    return { side: 8, box: HEIGHT, ink };
  }

  /** Return numbers with mean 0 and deviation 1, the same at each call. */
  function normal(amount) {
    let state = 1998;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    return Float32Array.from({ length: amount }, () =>
      Math.sqrt(-2 * Math.log(uniform())) *
        Math.cos(2 * Math.PI * uniform()));
  }
  const NOISE = normal(SIDE * SIDE);

  /** Return a picture moved, scaled and turned, as width x SIDE bytes: each
      pixel looks up where it comes from, between the four places around. */
  function draw(picture, change, width = SIDE) {
    const { side, box, ink } = picture;
    const scale = side / ((box * change.size) / 100);
    const angle = (change.turn * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
    const inside = (value) => Math.min(Math.max(value, 0), side - 1);
    const out = new Float32Array(width * SIDE);
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < width; x++) {
        const right = x + 0.5 - width / 2 - change.right;
        const down = y + 0.5 - SIDE / 2 - change.down;
        const u = cos * right + sin * down + side / 2;
        const v = cos * down - sin * right + side / 2;
        if (u < 0 || v < 0 || u > side || v > side) continue;
        const [left, top] = [Math.floor(u - 0.5), Math.floor(v - 0.5)];
        const [a, b] = [u - 0.5 - left, v - 0.5 - top];
        const at = (row, column) => ink[inside(row) * side + inside(column)];
        out[y * width + x] =
          (1 - b) * ((1 - a) * at(top, left) + a * at(top, left + 1)) +
          b * ((1 - a) * at(top + 1, left) + a * at(top + 1, left + 1));
      }
    return out;
  }

  /** Blur by a Gaussian of `sigma` pixels, along rows and then columns. */
  function blur(values, sigma) {
    if (!sigma) return values;
    const reach = Math.ceil(3 * sigma);
    const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
      Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
    const total = weights.reduce((a, b) => a + b);
    const along = (source, step, across) => {
      const out = new Float32Array(source.length);
      for (let line = 0; line < SIDE; line++)
        for (let i = 0; i < SIDE; i++)
          weights.forEach((weight, k) => {
            const from = i + k - reach;
            if (from >= 0 && from < SIDE)
              out[line * across + i * step] +=
                (weight / total) * source[line * across + from * step];
          });
      return out;
    };
    return along(along(values, 1, SIDE), SIDE, 1);
  }

  /** Return the bytes that the networks get. */
  function bytes(picture, change) {
    const values = blur(draw(picture, change), change.blur);
    return Uint8Array.from(values, (value, i) => Math.min(255, Math.max(0,
      Math.round(value + (change.noise / 100) * 255 * NOISE[i]))));
  }

  /** Put ink on a picture, round and soft, at (x, y). */
  function stroke(ink, width, x, y, erase) {
    const radius = erase ? 2.6 : 1.5;
    for (let row = 0; row < SIDE; row++)
      for (let column = 0; column < width; column++) {
        const far = Math.hypot(column + 0.5 - x, row + 0.5 - y);
        const cover = Math.min(1, Math.max(0, radius + 0.5 - far));
        const i = row * width + column;
        ink[i] = erase ? ink[i] * (1 - cover) : Math.max(ink[i], 255 * cover);
      }
  }

  // --- painting -----------------------------------------------------------

  /** Return {maps, rows, columns, across}: how a result is laid out. */
  function layout(part, shape) {
    if (part.fold) {
      const [rows, columns] = part.fold;
      return { maps: 1, rows, columns, across: 1, fold: true };
    }
    const [maps, rows, columns] = shape;
    return { maps, rows, columns, across: Math.min(part.columns, maps) };
  }

  /** Paint ink from 0 to 255 in the color of the text. */
  function paintInk(canvas, values, width, color) {
    [canvas.width, canvas.height] = [width, values.length / width];
    const context = canvas.getContext("2d");
    const image = context.createImageData(canvas.width, canvas.height);
    values.forEach((value, i) => {
      image.data.set([...color, value], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }

  /** Return a canvas with a place for outlines over it. */
  function board(attributes) {
    const canvas = element("canvas", attributes);
    const box = element("div", { class: "cnn-board" }, canvas);
    return { canvas, box };
  }

  // --- the explorer -------------------------------------------------------

  cnncourse.explorers.lenet = (figure, networks) => {
    const id = `cnn-lenet-${++count}`;
    const known = networks.filter(({ name }) => NETWORKS[name]);
    const start = Object.fromEntries(CONTROLS.map((c) => [c[0], c[6]]));
    const state = {
      change: { ...start }, picture: digit(DIGITS[START][1]), name: "a 3",
      unit: null, shown: known[0].name, results: {}, answers: {},
    };

    // The controls, from left to right.
    const plus = element("span", { class: "cnn-plus" }, "■");
    const minus = element("span", { class: "cnn-minus" }, "■");
    const colors = {};
    const input = board({
      class: "cnn-input", tabindex: "0", role: "application",
      "aria-label": "The picture, 32x32 pixels. Arrow keys move the digit.",
    });
    const field = element("span", { class: "cnn-mark cnn-field",
      hidden: true });
    input.box.append(field);

    const modes = radios("pointer", "Pointer", [
      ["move", "moves"], ["draw", "draws"], ["erase", "erases"],
    ]);
    const picks = DIGITS.map(([label, text], i) => {
      const canvas = element("canvas", { "aria-hidden": "true" });
      const button = element("button", {
        type: "button", class: "cnn-pick", "aria-pressed": "false",
        "aria-label": `Digit ${label}, ${i % 2 ? "second" : "first"} example`,
        onclick: () => pick(i),
      }, canvas);
      return { button, canvas, ink: digit(text).ink };
    });
    const sliders = {};
    const controls = CONTROLS.map(
      ([key, label, unit, low, high, step, begin]) => {
        sliders[key] = slide({
          id: `${id}-${key}`, label, low, high, step, start: begin,
          words: (value) => `${value}${unit === "°" ? "" : " "}${unit}`,
          moved: (value) => {
            state.change[key] = value;
            changed();
          },
        });
        return sliders[key].box;
      });
    const drift = element("button", { type: "button", class: "cnn-drift",
      "aria-pressed": "false", onclick: () => drifting(!moving) },
      "Let it drift");
    const buttons = element("div", { class: "cnn-buttons" },
      element("button", { type: "button", onclick: reset }, "Reset"),
      element("button", { type: "button", onclick: clear }, "Draw your own"),
      drift);
    const says = element("p", { class: "cnn-says", "aria-live": "polite" });

    // A card for each network: its answer and its ten outputs.
    const cards = Object.fromEntries(known.map(({ name }) => {
      const answer = element("span", { class: "cnn-answer" });
      const sure = element("span", { class: "cnn-sure" });
      const bars = Array.from({ length: 10 }, (_, i) =>
        element("span", {}, element("i"), `${i}`));
      const outputs = element("div", { class: "cnn-bars", role: "img" },
        ...bars);
      const box = element("div", { class: "cnn-card" },
        element("strong", {}, NETWORKS[name].title), answer, sure, outputs);
      return [name, { box, answer, sure, bars, outputs }];
    }));
    const shown = radios("shown", "Layers of", known.map(({ name }) =>
      [name, NETWORKS[name].short]));

    // A column for each network: its layers.
    const layers = known.map((network) => column(network));
    const unitBox = element("div", { class: "cnn-unit", id: `${id}-unit` });
    const lab = element("div", { class: "cnn-lab" },
      element("p", {}, "Drag the digit to the side: which network errs " +
        "first? Then draw your own. The network of 1998 answers with " +
        "penalties, and the smallest wins."),
      element("div", { class: "cnn-top" },
        element("div", { class: "cnn-left" }, input.box, modes.box),
        element("div", { class: "cnn-cards" },
          ...known.map(({ name }) => cards[name].box)),
        element("div", { class: "cnn-right" },
          element("div", { class: "cnn-picks", role: "group",
            "aria-label": "Digits to pick" }, ...picks.map((p) => p.button)),
          ...controls, buttons)),
      says,
      element("p", { class: "cnn-legend" }, "In the maps ", plus,
        " is positive, ", minus, " is negative, and gray is zero. Click a " +
        "unit, or move to it with the arrow keys and press Enter, to see " +
        "how its value comes about. Maps, rows and columns count from 0."),
      shown.box,
      element("div", { class: "cnn-columns" }, ...layers.map((l) => l.box)),
      unitBox);
    const scanned = known.find(({ name }) => name === "lenet5-mnist");
    const scan = scanned && scanner(scanned);
    if (scan) lab.append(scan.box);
    install(figure, lab);

    /** Return a group of radio buttons. */
    function radios(key, legend, choices) {
      const all = choices.map(([value, label], i) =>
        element("label", {}, element("input", {
          type: "radio", name: `${id}-${key}`, value, checked: i === 0,
          onchange: () => {
            if (key === "shown") state.shown = value;
            lab.dataset[key] = value;
            lab.querySelectorAll(".cnn-column").forEach((box) =>
              box.classList.toggle("cnn-shown",
                box.dataset.network === state.shown));
          },
        }), label));
      const box = element("fieldset", { class: `cnn-radios cnn-${key}` },
        element("legend", {}, legend), ...all);
      return { box, value: () => box.querySelector(":checked").value };
    }

    /** Return the layers of a network as canvases whose units can be picked. */
    function column(network) {
      const { title, parts } = NETWORKS[network.name];
      const box = element("div", { class: "cnn-column",
        "data-network": network.name }, element("strong", {}, title));
      box.classList.toggle("cnn-shown", network.name === state.shown);
      const drawn = parts.map((part) => {
        const shape = network.steps.find((s) => s.name === part.step).shape;
        const of = network.steps.find((s) => s.name === part.step);
        const weights = part.label === "weights";
        const plan = layout(part, weights ? [shape[0], SIDE, SIDE] : shape);
        const [maps, rows = 1, columns = 1] = shape;
        const words = weights
          ? `what ${maps} hidden units weigh, 32x32 each`
          : rows > 1 ? `${maps} maps of ${rows}x${columns}`
            : `${maps} units`;
        const { canvas, box: frame } = board({
          tabindex: "0", role: "application",
          "aria-label": `${title}, ${part.label}: ${words}. Arrow keys ` +
            "choose a unit, Enter shows it.",
        });
        const mark = element("span", { class: "cnn-mark", hidden: true });
        frame.append(mark);
        const layer = { network, part, plan, canvas, frame, mark, of, weights,
          cursor: [0, 0] };
        [canvas.width, canvas.height] = extent(plan);
        canvas.addEventListener("click", (event) =>
          choose(layer, ...position(canvas, event)));
        canvas.addEventListener("keydown", (event) => walk(layer, event));
        if (part.fold) frame.classList.add("cnn-fold");
        const figures = element("div", { class: "cnn-layer" },
          element("span", {}, `${part.label}: ${words}`), frame);
        if (part.label === "F6" && network.smallest_wins) {
          layer.bitmap = element("canvas", { role: "img" });
          frame.classList.add("cnn-half");
          frame.append(layer.bitmap);
        }
        box.append(figures);
        return layer;
      });
      return { box, network, drawn };
    }

    /** Return the unit at a pixel as [channel, row, column], or nothing. */
    function unitAt({ plan, weights, of }, x, y) {
      const { maps, rows, columns, across, fold } = plan;
      const map = Math.floor(y / (rows + 1)) * across +
        Math.floor(x / (columns + 1));
      const [row, z] = [Math.floor(y) % (rows + 1),
        Math.floor(x) % (columns + 1)];
      if (x < 0 || y < 0 || map >= maps || row === rows || z === columns)
        return null;
      const channel = fold ? row * columns + z : map;
      if (channel >= of.shape[0]) return null;
      return fold || weights ? [channel, 0, 0] : [map, row, z];
    }

    /** Return where a unit is drawn: left, top, width, height. */
    function placeOf({ plan, weights }, [channel, row, column]) {
      const { rows, columns, across, fold } = plan;
      if (fold)
        return [channel % columns, Math.floor(channel / columns), 1, 1];
      const left = (channel % across) * (columns + 1);
      const top = Math.floor(channel / across) * (rows + 1);
      return weights ? [left, top, columns, rows]
        : [left + column, top + row, 1, 1];
    }

    function choose(layer, x, y) {
      // In a gap, the unit to the left or above.
      const unit = unitAt(layer, x, y) ?? unitAt(layer, x - 1, y) ??
        unitAt(layer, x, y - 1) ?? unitAt(layer, x - 1, y - 1);
      if (!unit) return;
      layer.cursor = placeOf(layer, unit).slice(0, 2);
      state.unit = { layer, place: unit };
      explain();
      speak();
    }

    /** Move a layer's cursor with the arrow keys; Enter picks its unit. */
    function walk(layer, event) {
      const { canvas, plan, mark, cursor } = layer;
      if (event.key === "Enter" || event.key === " ") choose(layer, ...cursor);
      const arrow = ARROWS[event.key];
      if (arrow) {
        const stride = layer.weights ? [plan.columns + 1, plan.rows + 1]
          : [1, 1];
        let [x, y] = cursor;
        do {
          x += arrow[0] * stride[0];
          y += arrow[1] * stride[1];
          if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height)
            return event.preventDefault();
        } while (!unitAt(layer, x, y)); // step over the gaps
        layer.cursor = [x, y];
        const place = unitAt(layer, x, y);
        outline(mark, canvas, ...placeOf(layer, place));
        speak(`${called(layer, place)}: ${signed(valueOf(layer, place))}.`);
      }
      if (arrow || event.key === "Enter" || event.key === " ")
        event.preventDefault();
    }

    function valueOf({ network, part }, [c, y, z]) {
      const { shape, data } = state.results[network.name][part.shown];
      return data[(c * shape[1] + y) * shape[2] + z];
    }

    /** Return the name of a unit in words; counting starts at 0. */
    function called({ network, part, of }, [c, y, z]) {
      const kind = (of.shape[1] ?? 1) > 1
        ? `map ${c}, row ${y}, column ${z}` : `unit ${c}`;
      const label = part.label === "weights" ? "hidden" : part.label;
      return `${NETWORKS[network.name].title}, ${label}, ${kind}`;
    }

    // --- what happens -----------------------------------------------------

    let waiting = 0;
    /** Show the new state with the next frame, however often it changes. */
    function changed() {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        update();
        speak();
      });
    }

    function update() {
      const pixels = bytes(state.picture, state.change);
      paintInk(input.canvas, pixels, SIDE, colors.ink);
      for (const [key, { set }] of Object.entries(sliders))
        set(state.change[key]);
      for (const { network, drawn } of layers) {
        const { name } = network;
        const maps = cnncourse.normalize(network, pixels);
        const results = cnncourse.run(network, maps);
        state.results[name] = results;
        state.answers[name] = cnncourse.answer(network, results);
        answered(network, state.answers[name]);
        for (const layer of drawn) show(layer, results);
      }
      if (state.unit) explain();
    }

    /** Show an answer and the ten outputs behind it. */
    function answered(network, { winner, scores }) {
      const { answer, sure, bars, outputs } = cards[network.name];
      answer.textContent = network.classes[winner];
      sure.textContent = certainty(network);
      const most = network.smallest_wins ? Math.max(...scores) : 1;
      bars.forEach((bar, i) => {
        bar.firstChild.style.height = `${(100 * scores[i]) / most}%`;
        bar.classList.toggle("cnn-wins", i === winner);
      });
      const kind = network.smallest_wins ? "Penalties" : "Percent";
      const factor = network.smallest_wins ? 1 : 100;
      outputs.setAttribute("aria-label", `${kind}: ` + Array.from(scores,
        (score, i) => `${i}: ${(score * factor).toFixed(0)}`).join(", "));
    }

    function certainty(network) {
      const { winner, scores } = state.answers[network.name];
      return network.smallest_wins
        ? `penalty ${scores[winner].toFixed(1)}`
        : `${(100 * scores[winner]).toFixed(0)} %`;
    }

    /** Paint one layer. */
    function show(layer, results) {
      const { network, part, plan, canvas } = layer;
      if (layer.weights) {
        if (layer.painted !== colors.version)
          paintMaps(canvas, plan, layer.of.weight.data, 0.25, colors);
        layer.painted = colors.version;
        return;
      }
      const { data } = results[part.shown];
      paintMaps(canvas, plan, data, limits[network.name][part.shown], colors);
      if (layer.bitmap) {
        const { winner } = state.answers[network.name];
        const { weight } = network.steps.find((s) => s.op === "distances");
        const bitmap = weight.data.subarray(84 * winner, 84 * (winner + 1));
        paintMaps(layer.bitmap, plan, bitmap, 1, colors);
        layer.bitmap.setAttribute("aria-label",
          `The bitmap of ${winner}, which F6 comes closest to`);
      }
    }

    // The largest value of each step over the digits that can be picked, so
    // that a color means the same number in all pictures.
    const limits = {};
    for (const network of known) {
      const most = (limits[network.name] = {});
      for (const [, text] of DIGITS) {
        const maps = cnncourse.normalize(network, bytes(digit(text), start));
        const results = cnncourse.run(network, maps);
        for (const [name, { data }] of Object.entries(results))
          most[name] = data.reduce((a, b) => Math.max(a, Math.abs(b)),
            most[name] ?? 0);
      }
    }

    /** Show how the chosen unit's value comes about. */
    function explain() {
      const { layer, place } = state.unit;
      const { network, part, canvas, mark } = layer;
      const results = state.results[network.name];
      lab.querySelectorAll(".cnn-columns .cnn-mark").forEach((old) => {
        old.hidden = true;
      });
      outline(mark, canvas, ...placeOf(layer, place));
      const [rows, columns] = cnncourse.field(network, part.step,
        place.slice(1));
      outline(field, input.canvas, columns[0], rows[0],
        columns[1] - columns[0] + 1, rows[1] - rows[0] + 1);
      const unit = cnncourse.unit(network, results, part.step, place);
      patches(layer, unit);
      unitBox.replaceChildren(
        element("button", { type: "button", class: "cnn-close",
          "aria-label": "Close the unit", onclick: () => {
            forget();
            canvas.focus();
          } }, "×"),
        ...computation(layer, place, unit, columns[1] - columns[0] + 1));
    }

    /** Outline what a unit reads in the layer before it. */
    function patches({ network, part }, { first, corner, shape, kernel }) {
      lab.querySelectorAll(".cnn-patch").forEach((m) => m.remove());
      const { drawn } = layers.find((l) => l.network === network);
      const { parts } = NETWORKS[network.name];
      const before = drawn[parts.indexOf(part) - 1];
      if (!before || before.plan.fold || shape[1] === 1) return;
      const size = shape[1] * shape[2];
      for (let r = 0; r < shape[0]; r++) {
        const part = kernel?.subarray(r * size, (r + 1) * size);
        if (part?.every((w) => w === 0)) continue; // not connected
        const mark = element("span", { class: "cnn-mark cnn-patch" });
        const [left, top] = placeOf(before, [first + r, ...corner]);
        before.frame.append(mark);
        outline(mark, before.canvas, left, top, shape[2], shape[1]);
      }
    }

    /** Return the computation of a unit as elements: patch times kernel,
        products, sum, bias, squashing. */
    function computation(layer, place, unit, reach) {
      const { step, patch, kernel, products } = unit;
      // What LeNet's C5 reads today is S4, flattened.
      const shape = unit.shape[0] === 400 ? [16, 5, 5] : unit.shape;
      const value = valueOf(layer, place);
      const title = element("p", {}, element("strong", {},
        called(layer, place)), ` sees ${reach}x${reach} pixels of the ` +
        `picture. Its value is ${signed(value)}.`);
      const distance = step.op === "distances";
      const heads = distance ? ["F6", "bitmap", "squared gaps"]
        : ["patch", "kernel", "products"];
      const signs = distance ? ["−", "→"] : ["×", "="];
      const groups = [];
      // What lies side by side (units) is one group, maps are one each.
      const flat = shape[1] * shape[2] === 1;
      const fold = { 59: [3, 20], 84: [12, 7], 120: [6, 20],
        1024: [32, 32] }[shape[0]];
      const [tall, wide] = flat ? fold : shape.slice(1);
      const [amount, size] = flat ? [1, shape[0]] : [shape[0], tall * wide];
      const most = (values) =>
        values.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-6);
      for (let r = 0; r < amount; r++) {
        const own = (values) => values?.subarray(r * size, (r + 1) * size);
        const parts = [patch, kernel, products].map((values) =>
          values && { values: own(values), limit: most(values) });
        if (kernel && own(kernel).every((w) => w === 0)) continue;
        const row = element("div", { class: "cnn-product" });
        if (amount > 1)
          row.append(element("span", {}, `map ${unit.first + r}`));
        parts.filter(Boolean).forEach(({ values, limit }, i) => {
          if (i) row.append(element("span", { class: "cnn-sign" },
            signs[i - 1]));
          row.append(grid(values, tall, wide, limit, amount === 1, heads[i]));
        });
        if (amount > 1 && products) {
          const subtotal = own(products).reduce((a, b) => a + b, 0);
          row.append(element("span", { class: "cnn-sign" },
            `sum ${signed(subtotal)}`));
        }
        groups.push(row);
      }
      const box = element("div", {
        class: amount > 1 ? "cnn-products cnn-many" : "cnn-products",
      }, ...groups);
      return [title, element("p", {}, equation(layer, unit, value)), box];
    }

    /** Return in words how a unit's value comes about. */
    function equation({ network, part }, unit, value) {
      const { step, patch, products, sum, bias } = unit;
      if (step.op === "maxpool")
        return `The largest of ${patch.length} values is ${signed(value)}.`;
      if (step.op === "distances")
        return `The ${patch.length} squared gaps add up to the penalty ` +
          `${signed(value)}.`;
      const total = sum + bias;
      const squash = network.steps.find((s) => s.name === part.shown);
      const lines = `The ${products.filter((p) => p !== 0).length} ` +
        `products that are not 0 add up to ${signed(sum)}; with the bias ` +
        `${signed(bias)} that is ${signed(total)}`;
      if (squash.op === "tanh")
        return `${lines}; 1.7159 tanh(2/3 × ${signed(total)}) = ` +
          `${signed(value)}.`;
      return squash.op === "relu"
        ? `${lines}; the larger of that and 0 is ${signed(value)}.`
        : `${lines}.`;
    }

    /** Return values as a grid: with numbers where there is room. */
    function grid(values, rows, columns, limit, alone, head) {
      const title = element("span", {}, head);
      const words = `${head}: ` + (values.length <= 25
        ? Array.from(values, (v) => signed(v)).join(", ")
        : `${values.length} values`);
      if (!alone || values.length > 25) {
        const canvas = element("canvas", { role: "img", "aria-label": words });
        const plan = { maps: 1, rows, columns, across: 1 };
        paintMaps(canvas, plan, values, limit, colors);
        const box = element("div", { class: "cnn-grid" }, canvas);
        if (alone) box.prepend(title);
        if (alone) canvas.style.width = `${columns > 20 ? 160 : 8 * columns}px`;
        return box;
      }
      const cells = Array.from(values, (value) => {
        const color = value < 0 ? colors.minus : colors.plus;
        const share = Math.min(1, Math.abs(value) / limit) * 0.55;
        const cell = element("span", {}, signed(value));
        cell.style.background = `rgb(${color.join(" ")} / ${share})`;
        return cell;
      });
      const box = element("div", { class: "cnn-cells", role: "img",
        "aria-label": words }, ...cells);
      box.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
      return element("div", { class: "cnn-grid" }, title, box);
    }

    let later = 0;
    /** Say the state in words, once it has settled. */
    function speak(first = "") {
      clearTimeout(later);
      later = setTimeout(() => {
        const read = known.map((network) =>
          `${NETWORKS[network.name].short}: ` +
          `${network.classes[state.answers[network.name].winner]} ` +
          `(${certainty(network)})`);
        const { right, down, size, turn, blur: soft, noise } = state.change;
        const done = [
          right && `${Math.abs(right)} px ${right > 0 ? "right" : "left"}`,
          down && `${Math.abs(down)} px ${down > 0 ? "down" : "up"}`,
          size !== 100 && `size ${size} %`,
          turn && `turned ${turn}°`,
          soft && `blur ${soft} px`,
          noise && `noise ${noise} %`,
        ].filter(Boolean);
        const how = done.length ? done.join(", ") : "as it is";
        const unit = state.unit && !first
          ? ` ${called(state.unit.layer, state.unit.place)} is ` +
            `${signed(valueOf(state.unit.layer, state.unit.place))}.` : "";
        says.textContent = `${first} The picture is ${state.name}, ${how}. ` +
          `${read.join("; ")}.${unit}`.trim();
      }, 300);
    }

    function pick(i) {
      state.picture = digit(DIGITS[i][1]);
      state.name = `${DIGITS[i][0] === "8" ? "an" : "a"} ${DIGITS[i][0]}`;
      picks.forEach(({ button }, k) =>
        button.setAttribute("aria-pressed", String(k === i)));
      changed();
    }

    /** Close the unit that is looked at. */
    function forget() {
      state.unit = null;
      unitBox.replaceChildren();
      lab.querySelectorAll(".cnn-columns .cnn-mark, .cnn-left .cnn-mark")
        .forEach((mark) => {
          mark.hidden = true;
        });
    }

    function reset() {
      drifting(false);
      state.change = { ...start };
      forget();
      modes.box.querySelector("input").click();
      pick(START);
    }

    function clear() {
      drifting(false);
      state.change = { ...start };
      state.picture = { side: SIDE, box: SIDE,
        ink: new Float32Array(SIDE * SIDE) };
      state.name = "your own";
      picks.forEach(({ button }) =>
        button.setAttribute("aria-pressed", "false"));
      modes.box.querySelector("[value=draw]").click();
      changed();
    }

    /** Turn what is shown into a picture that can be drawn on. */
    function own() {
      const ink = Float32Array.from(bytes(state.picture, state.change));
      state.picture = { side: SIDE, box: SIDE, ink };
      state.change = { ...start };
      state.name = "your own";
      picks.forEach(({ button }) =>
        button.setAttribute("aria-pressed", "false"));
    }

    const limit = (value) => Math.min(14, Math.max(-14, value));
    let grip = null; // where the pointer took the digit
    input.canvas.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      drifting(false);
      input.canvas.setPointerCapture(event.pointerId);
      input.canvas.focus({ preventScroll: true });
      const [x, y] = position(input.canvas, event);
      grip = { x, y, right: state.change.right, down: state.change.down };
      if (modes.value() !== "move") own();
      drag(event);
    });
    input.canvas.addEventListener("pointermove", drag);
    for (const end of ["pointerup", "pointercancel"])
      input.canvas.addEventListener(end, () => (grip = null));
    input.canvas.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      drifting(false);
      state.change.right = limit(state.change.right + arrow[0]);
      state.change.down = limit(state.change.down + arrow[1]);
      changed();
    });

    function drag(event) {
      if (!grip) return;
      const [x, y] = position(input.canvas, event);
      const mode = modes.value();
      if (mode === "move") {
        state.change.right = limit(Math.round(grip.right + x - grip.x));
        state.change.down = limit(Math.round(grip.down + y - grip.y));
      } else {
        const far = Math.hypot(x - grip.x, y - grip.y);
        for (let way = 0; way <= far; way += 0.5) {
          const share = far ? way / far : 0;
          stroke(state.picture.ink, SIDE, grip.x + share * (x - grip.x),
            grip.y + share * (y - grip.y), mode === "erase");
        }
        grip = { ...grip, x, y };
      }
      changed();
    }

    let moving = 0;
    /** Let the digit wander around the middle, or stop it. */
    function drifting(on) {
      if (Boolean(on) === Boolean(moving)) return;
      drift.setAttribute("aria-pressed", String(Boolean(on)));
      cancelAnimationFrame(moving);
      moving = 0;
      if (!on) return;
      const begin = performance.now();
      const tick = (now) => {
        moving = requestAnimationFrame(tick);
        const turn = ((now - begin) / 5000) * 2 * Math.PI;
        const right = Math.round(7 * Math.sin(turn));
        const down = Math.round(4 * Math.sin(2 * turn));
        if (right === state.change.right && down === state.change.down) return;
        Object.assign(state.change, { right, down });
        changed();
      };
      moving = requestAnimationFrame(tick);
    }

    // --- the scan -----------------------------------------------------------

    /** Return a wider canvas that LeNet-5 reads at every fourth pixel. */
    function scanner(network) {
      const WIDE = 128;
      const places = WIDE / 4 - 7;
      let ink, penalties, at = 0, last = null;
      const strip = board({ class: "cnn-input cnn-strip", tabindex: "0",
        role: "application", "aria-label": "A strip of 128x32 pixels. Arrow " +
          "keys slide the window." });
      const window_ = element("span", { class: "cnn-mark cnn-field" });
      strip.box.append(window_);
      const map = element("canvas", { role: "img", class: "cnn-scan-map" });
      const labels = element("div", { class: "cnn-scan-labels",
        "aria-hidden": "true" },
        ...Array.from({ length: 10 }, (_, i) => element("span", {}, `${i}`)));
      const rows = element("div", { class: "cnn-board cnn-scan-box" }, map,
        labels);
      const mark = element("span", { class: "cnn-mark" });
      rows.append(mark);
      const digits = element("div", { class: "cnn-scan-digits",
        "aria-hidden": "true" },
        ...Array.from({ length: places }, () => element("span")));
      const told = element("p", { class: "cnn-says", "aria-live": "polite" });
      const slider = element("input", { type: "range", min: 0,
        max: places - 1, step: 1, value: 0, id: `${id}-place`,
        oninput: () => go(Number(slider.value)) });
      const mode = radios("strip", "Pointer", [["slide", "slides"],
        ["draw", "draws"], ["erase", "erases"]]);
      const box = element("div", { class: "cnn-scan" },
        element("p", {}, element("strong", {}, "Scan a wider picture."),
          " The network of 1998 is made of convolutions, C5 to the output " +
          "too. On 128 pixels it reads 25 places at once, 4 pixels apart, " +
          "each through its own window of 32x32."),
        strip.box, digits, rows, element("div", { class: "cnn-slide" },
          element("label", { for: slider.id }, "Window"), slider),
        mode.box,
        element("div", { class: "cnn-buttons" },
          element("button", { type: "button", onclick: write },
            "Write 1998"),
          element("button", { type: "button", onclick: () => {
            ink = new Float32Array(WIDE * SIDE);
            mode.box.querySelector("[value=draw]").click();
            read();
          } }, "Clear")),
        told);

      /** Write 1, 9, 9, 8 next to one another. */
      function write() {
        ink = new Float32Array(WIDE * SIDE);
        [2, 18, 19, 17].forEach((i, k) => {
          const right = [-46, -16, 15, 46][k];
          draw(digit(DIGITS[i][1]), { ...start, right }, WIDE)
            .forEach((value, j) => {
              ink[j] = Math.max(ink[j], value);
            });
        });
        read();
      }

      function read() {
        const pixels = Uint8Array.from(ink, Math.round);
        const shape = [1, SIDE, WIDE];
        const maps = cnncourse.normalize(network, pixels, shape);
        const output = network.steps.find((s) => s.op === "distances").name;
        penalties = cnncourse.run(network, maps)[output]; // 10 x 1 x places
        paintInk(strip.canvas, pixels, WIDE, colors.ink);
        const near = penalties.data.map((p) => Math.exp(-p / 12));
        paintMaps(map, { maps: 1, rows: 10, columns: places, across: 1 }, near, 1,
          colors);
        [...digits.children].forEach((cell, place) => {
          const { winner, penalty } = best(place);
          cell.textContent = winner;
          cell.style.opacity = Math.max(0.4, Math.exp(-penalty / 25));
          cell.classList.toggle("cnn-sure-place", penalty < 10);
        });
        go(at);
      }

      function best(place) {
        const own = Array.from({ length: 10 }, (_, c) =>
          penalties.data[c * places + place]);
        const penalty = Math.min(...own);
        return { winner: own.indexOf(penalty), penalty, own };
      }

      function go(place) {
        at = Math.min(places - 1, Math.max(0, place));
        slider.value = at;
        outline(window_, strip.canvas, 4 * at, 0, SIDE, SIDE);
        outline(mark, map, at, 0, 1, 10);
        const { winner, penalty, own } = best(at);
        [...digits.children].forEach((cell, i) =>
          cell.classList.toggle("cnn-wins", i === at));
        const second = [...own].sort((a, b) => a - b)[1];
        const text = `Window at pixel ${4 * at}: ${winner}, penalty ` +
          `${penalty.toFixed(1)}; the next best is ${own.indexOf(second)} ` +
          `with ${second.toFixed(1)}.`;
        slider.setAttribute("aria-valuetext", text);
        map.setAttribute("aria-label", "Penalties of ten digits at " +
          `${places} places; the more color, the smaller. ${text}`);
        told.textContent = text;
      }

      function move(event) {
        if (!last) return;
        const [x, y] = position(strip.canvas, event);
        if (mode.value() === "slide") return go(Math.round((x - 16) / 4));
        const far = Math.hypot(x - last[0], y - last[1]);
        for (let way = 0; way <= far; way += 0.5) {
          const share = far ? way / far : 0;
          stroke(ink, WIDE, last[0] + share * (x - last[0]),
            last[1] + share * (y - last[1]), mode.value() === "erase");
        }
        last = [x, y];
        read();
      }
      strip.canvas.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        strip.canvas.setPointerCapture(event.pointerId);
        strip.canvas.focus({ preventScroll: true });
        last = position(strip.canvas, event);
        move(event);
      });
      strip.canvas.addEventListener("pointermove", move);
      for (const end of ["pointerup", "pointercancel"])
        strip.canvas.addEventListener(end, () => (last = null));
      strip.canvas.addEventListener("keydown", (event) => {
        if (!ARROWS[event.key]) return;
        event.preventDefault();
        go(at + ARROWS[event.key][0]);
      });
      return { box, read, write };
    }

    // --- colors, and the first state ---------------------------------------

    /** Take the page's colors, which change with its theme. */
    function recolor() {
      colors.ink = colorOf(lab);
      colors.plus = colorOf(plus);
      colors.minus = colorOf(minus);
      colors.version = (colors.version ?? 0) + 1;
      picks.forEach(({ canvas, ink }) => paintInk(canvas, ink, 8, colors.ink));
    }
    const repaint = () => {
      recolor();
      update();
      if (scan) scan.read();
    };
    themed(repaint);

    recolor();
    reset();
    update();
    if (scan) scan.write();
  };
})();
