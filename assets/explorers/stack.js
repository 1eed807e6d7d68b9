/* A stack of layers: shape, parameters, MACs, receptive field and jump, while
   the reader adds, changes and removes layers. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { element, install, many, slide, speaker } = cnncourse.panel;
  const MOST_LAYERS = 12;
  const NAMESPACE = "http://www.w3.org/2000/svg";

  const KINDS = ["convolution", "max pooling", "average pooling"];
  const INPUT = { side: [1, 512], channels: [1, 512] };
  const NUMBERS = { channels: [1, 4096], kernel: [1, 15], stride: [1, 8],
    padding: [0, 14], dilation: [1, 8] };
  const convolution = (channels, kernel, stride = 1, padding = 0,
    dilation = 1) =>
    ({ kind: KINDS[0], channels, kernel, stride, padding, dilation });
  const pooling = (kernel, stride) =>
    ({ kind: KINDS[1], channels: 0, kernel, stride, padding: 0, dilation: 1 });

  const PRESETS = {
    "stride 2, 2, 1": [{ side: 30, channels: 1 }, [convolution(8, 3, 2),
      convolution(16, 3, 2), convolution(32, 3)]],
    "dilation 1, 2, 4": [{ side: 30, channels: 1 }, [convolution(8, 3),
      convolution(16, 3, 1, 0, 2), convolution(32, 3, 1, 0, 4)]],
    "one 5×5": [{ side: 16, channels: 8 }, [convolution(8, 5, 1, 2)]],
    "two 3×3": [{ side: 16, channels: 8 }, [convolution(8, 3, 1, 1),
      convolution(8, 3, 1, 1)]],
    "LeNet today": [{ side: 32, channels: 1 }, [convolution(6, 5),
      pooling(2, 2), convolution(16, 5), pooling(2, 2)]],
  };

  let count = 0; // of explorers on a page, for their ids
  const plain = (value) => String(value).replace("-", "−");

  /** Return what is wrong with numbers that a reader typed, or nothing. */
  function wrong(values, limits) {
    for (const [key, [low, high]] of Object.entries(limits))
      if (!Number.isInteger(values[key]) || values[key] < low ||
        values[key] > high)
        return [key, `${key} must be a whole number from ${low} to ${high}`];
    return null;
  }

  /** Return a row for each layer: its shape and numbers, or what is wrong.

      Field and jump follow from the layers before; `first` is the first
      pixel that unit 0 reads, below 0 in the padding. */
  function stack(input, layers) {
    let fault = wrong(input, INPUT);
    if (fault) return { fault: { layer: -1, key: fault[0],
      text: `The input's ${fault[1]}.` }, rows: [] };
    let [n, channels, field, jump, first] =
      [input.side, input.channels, 1, 1, 0];
    const rows = [];
    for (const [i, layer] of layers.entries()) {
      const { kernel, stride, padding } = layer;
      const learns = layer.kind === KINDS[0];
      const dilation = learns ? layer.dilation : 1;
      const limits = { ...NUMBERS };
      if (!learns) delete limits.channels;
      if (!learns) delete limits.dilation;
      const say = (key, text) =>
        ({ fault: { layer: i, key, text: `Layer ${i + 1}: ${text}.` }, rows });
      fault = wrong(layer, limits);
      if (fault) return say(...fault);
      if (!learns && 2 * padding > kernel)
        return say("padding", `${layer.kind} may be padded by at most half ` +
          `its kernel, ${kernel >> 1} here`);
      const reach = dilation * (kernel - 1) + 1;
      if (reach > n + 2 * padding)
        return say("kernel", "no output. Its kernel spans " +
          `${many(reach, "place")}, its padded input has ${n + 2 * padding}. ` +
          "Take a larger input or padding, or less kernel, dilation or " +
          "stride before");
      const places = cnncourse.count(n, kernel, stride, padding, dilation);
      const out = learns ? layer.channels : channels;
      const weights = learns ? kernel ** 2 * channels * out : 0;
      field += (reach - 1) * jump;
      first -= padding * jump;
      jump *= stride;
      rows.push({ shape: [out, places, places], field, jump, first,
        parameters: weights + (learns ? out : 0),
        macs: weights * places ** 2 });
      [n, channels] = [places, out];
    }
    return { rows };
  }

  cnncourse.explorers.stack = (figure) => {
    const id = `cnn-stack-${++count}`;
    const [begin] = Object.keys(PRESETS);
    const state = { input: {}, layers: [], unit: 0 };
    let found;

    const list = element("ol", { class: "cnn-layers" });
    const drawing = document.createElementNS(NAMESPACE, "svg");
    drawing.setAttribute("role", "img");
    const unit = slide({ id: `${id}-unit`, label: "Unit", low: 0, high: 0,
      start: 0, moved: (value) => {
        state.unit = value;
        show();
      } });
    const total = element("p", { class: "cnn-total" });
    const { box: says, say } = speaker();
    const add = element("div", { class: "cnn-buttons", role: "group",
      "aria-label": "Add a layer" });
    KINDS.forEach((kind, i) => add.append(element("button", { type: "button",
      onclick: () => {
        const channels = found.rows.at(-1)?.shape[0] ?? state.input.channels;
        state.layers.push({ ...(i ? pooling(2, 2)
          : convolution(channels || 8, 3, 1, 1)), kind });
        rebuild();
      } }, `+ ${kind}`)));
    const presets = element("div", { class: "cnn-buttons", role: "group",
      "aria-label": "Stacks to begin with" }, ...Object.keys(PRESETS).map(
      (name) => element("button", { type: "button",
        onclick: () => load(name) }, name)));
    const input = element("div", { class: "cnn-numbers" });
    const lab = element("div", { class: "cnn-lab cnn-stack" },
      element("p", {}, "Begin with a stack, then change it. Which change " +
        "widens what a unit sees, and what does it cost?"),
      presets, input, list, add, total, drawing,
      unit.box, says);
    install(figure, lab);

    /** Return a labelled field for a number. */
    function number(holder, key, [low, high], name, label = key) {
      const box = element("input", { type: "number", min: low, max: high,
        step: 1, value: holder[key], inputmode: "numeric", "data-key": key,
        "aria-label": name, oninput: () => {
          holder[key] = box.value.trim() === "" ? NaN : Number(box.value);
          show();
        } });
      return element("label", {}, element("span", {}, label), box);
    }

    function load(name) {
      const [given, layers] = PRESETS[name];
      state.input = { ...given };
      state.layers = layers.map((layer) => ({ ...layer }));
      state.unit = null; // the one in the middle
      rebuild();
    }

    /** Lay the fields out anew; `show` fills in what follows from them. */
    function rebuild() {
      input.replaceChildren(element("strong", {}, "input"),
        ...Object.entries(INPUT).map(([key, limits]) =>
          number(state.input, key, limits, `input, ${key}`)));
      list.replaceChildren(...state.layers.map((layer, i) => {
        const name = (what) => `layer ${i + 1}, ${what}`;
        const kind = element("select", { "aria-label": name("kind"),
          onchange: () => {
            layer.kind = kind.value;
            if (!layer.channels)
              layer.channels = found.rows[i]?.shape[0] ?? 8;
            rebuild();
          } }, ...KINDS.map((word) => element("option",
          { selected: word === layer.kind }, word)));
        const learns = layer.kind === KINDS[0];
        const keys = Object.entries(NUMBERS).filter(([key]) =>
          learns || (key !== "channels" && key !== "dilation"));
        const remove = element("button", { type: "button",
          class: "cnn-close", "aria-label": `Remove layer ${i + 1}`,
          onclick: () => {
            state.layers.splice(i, 1);
            rebuild();
            (list.querySelectorAll(".cnn-close")[i] ??
              add.firstChild).focus();
          } }, "×");
        return element("li", {}, remove,
          element("div", { class: "cnn-numbers" }, kind,
            ...keys.map(([key, limits]) =>
              number(layer, key, limits, name(key)))),
          element("p", { class: "cnn-result" }));
      }));
      for (const button of add.children)
        button.disabled = state.layers.length >= MOST_LAYERS;
      show();
    }

    function show() {
      found = stack(state.input, state.layers);
      const { rows, fault } = found;
      for (const box of lab.querySelectorAll("[aria-invalid]"))
        box.removeAttribute("aria-invalid");
      const holders = [input, ...list.children];
      if (fault)
        holders[fault.layer + 1].querySelector(`[data-key=${fault.key}]`)
          .setAttribute("aria-invalid", "true");
      [...list.children].forEach((item, i) => {
        const row = rows[i];
        item.lastChild.textContent = row
          ? `${row.shape.join("×")} · ${many(row.parameters, "parameter")} · ` +
            `${many(row.macs, "MAC")} · field ${row.field} · jump ${row.jump}`
          : fault.layer === i ? fault.text : "not reached";
        item.classList.toggle("cnn-wrong", fault?.layer === i);
      });
      const sum = (key) => rows.reduce((all, row) => all + row[key], 0);
      total.textContent = fault ? ""
        : `In all ${many(sum("parameters"), "parameter")} and ` +
          `${many(sum("macs"), "MAC")}.`;
      const units = fault ? 0 : rows.at(-1)?.shape[1] ?? state.input.side;
      unit.input.disabled = !units;
      unit.input.max = Math.max(0, units - 1);
      state.unit = Math.min(state.unit ?? units >> 1, Math.max(0, units - 1));
      unit.set(state.unit);
      draw(units);
      speak(units);
    }

    /** Return the pixels, as [first, last], that the chosen unit reads. */
    function pixels() {
      const row = found.rows.at(-1);
      if (!row) return [state.unit, state.unit];
      const low = row.first + state.unit * row.jump;
      return [low, low + row.field - 1];
    }

    /** Draw a row of units for each map, and what the chosen one reads. */
    function draw(units) {
      const make = (name, attributes, text = "") => {
        const made = document.createElementNS(NAMESPACE, name);
        for (const [key, value] of Object.entries(attributes))
          made.setAttribute(key, value);
        made.textContent = text;
        return made;
      };
      drawing.replaceChildren();
      drawing.style.display = units ? "" : "none";
      if (!units) return;
      const side = state.input.side;
      const maps = [{ places: side, jump: 1, middle: 0 },
        ...found.rows.map((row) => ({ places: row.shape[1], jump: row.jump,
          middle: row.first + (row.field - 1) / 2 }))];
      // What the chosen unit reads of each map, from the last to the input.
      const spans = [[state.unit, state.unit]];
      const read = [new Set([state.unit])]; // without the padding
      for (let i = state.layers.length - 1; i >= 0; i--) {
        const { kernel, stride, padding, dilation, kind } = state.layers[i];
        const [low, high] = spans[0];
        const gap = kind === KINDS[0] ? dilation : 1;
        spans.unshift([low * stride - padding,
          high * stride - padding + gap * (kernel - 1)]);
        const places = new Set();
        for (const place of read[0])
          for (let k = 0; k < kernel; k++)
            places.add(place * stride - padding + k * gap);
        read.unshift(new Set([...places].filter((place) =>
          place >= 0 && place < maps[i].places)));
      }
      const [low, high] = pixels();
      const from = Math.min(0, low), to = Math.max(side - 1, high);
      const WIDE = 360, STEP = 36, LEFT = 8;
      const scale = (WIDE - 2 * LEFT) / Math.max(1, to - from + 1);
      const x = (pixel) => LEFT + (pixel - from + 0.5) * scale;
      const tall = (maps.length - 1) * STEP + 24;
      drawing.setAttribute("viewBox", `0 0 ${WIDE} ${tall}`);
      drawing.setAttribute("aria-label", `${many(maps.length, "row")} of ` +
        `units, the input below; unit ${state.unit} of the last map reads ` +
        `pixels ${plain(low)} to ${plain(high)}.`);
      const y = (i) => tall - 12 - i * STEP;
      const at = (i, place) => x(maps[i].middle + place * maps[i].jump);
      const half = (i) => Math.max(1, Math.min(maps[i].jump * scale, 9) / 2);
      for (let i = maps.length - 1; i > 0; i--) {
        const corner = (k, end) => at(k, spans[k][end]) +
          (end ? 1 : -1) * half(k);
        drawing.append(make("path", { class: "cnn-cone", d:
          `M${corner(i, 0)} ${y(i)}L${corner(i, 1)} ${y(i)}` +
          `L${corner(i - 1, 1)} ${y(i - 1)}L${corner(i - 1, 0)} ${y(i - 1)}Z`,
        }));
      }
      maps.forEach(({ places }, i) => {
        const radius = Math.min(4, 0.4 * maps[i].jump * scale);
        for (let place = 0; place < places; place++) {
          const lit = read[i].has(place);
          drawing.append(make("circle", { cx: at(i, place), cy: y(i),
            r: Math.max(radius, 0.5), class: lit ? "cnn-on" : "cnn-off" }));
        }
      });
    }

    function speak(units) {
      const { rows, fault } = found;
      if (fault) return say(fault.text);
      if (!rows.length) return say("No layer: add one.");
      const { shape, field, jump } = rows.at(-1);
      const [low, high] = pixels();
      const outside = low < 0 || high >= state.input.side
        ? ", some of them in the padding" : "";
      say(`${many(rows.length, "layer")}; the last map is ` +
        `${shape.join("×")}. Unit ${state.unit} (of 0 to ${units - 1}) ` +
        `along a side reads pixels ${plain(low)} to ${plain(high)}` +
        `${outside}: a field of ${field}. The next unit's begins ` +
        `${many(jump, "pixel")} on.`);
    }

    load(begin);
  };
})();
