/* Two explorers of the AlexNet chapter.

   With a network: what both columns of a small AlexNet answer to a picture
   of the bundled `shapes` that is shifted, robbed of its color or covered.
   Without: what each layer of the large networks costs, for any size. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, element, install, slide, speaker, within } =
    cnncourse.panel;
  const SIDE = 16;
  const SIZE = 3 * SIDE * SIDE;
  const EACH = 2; // pictures of a class
  const MAPS = 12; // of a column, in the first layer
  const COVER = 6; // pixels a side

  const picture = (i) => cnncourse.picture(Math.floor(i / EACH), i % EACH);
  let count = 0; // of explorers on a page, for their ids

  /** Paint tiles of side x side side by side; color(tile, place) gives red,
      green, blue. */
  function paint(canvas, tiles, side, across, color) {
    canvas.width = across * (side + 1) - 1;
    canvas.height = Math.ceil(tiles / across) * (side + 1) - 1;
    const context = canvas.getContext("2d");
    for (let t = 0; t < tiles; t++) {
      const image = context.createImageData(side, side);
      for (let k = 0; k < side * side; k++)
        image.data.set([...color(t, k), 255], 4 * k);
      context.putImageData(image, (t % across) * (side + 1),
        Math.floor(t / across) * (side + 1));
    }
  }

  // --- two columns ----------------------------------------------------------

  /** Return a picture with `color` percent of its color, moved to the right
      (the edge is repeated), a gray square in front of it. */
  cnncourse.disturbed = (bytes, { color, right, cover }) => {
    const out = new Uint8Array(SIZE);
    const area = SIDE * SIDE;
    for (let k = 0; k < area; k++) {
      const [row, column] = [Math.floor(k / SIDE), k % SIDE];
      const from = row * SIDE + within(column - right, 0, SIDE - 1);
      const parts = [0, 1, 2].map((c) => bytes[c * area + from]);
      const gray = (parts[0] + parts[1] + parts[2]) / 3;
      const hidden = cover && row >= cover[0] && row < cover[0] + COVER &&
        column >= cover[1] && column < cover[1] + COVER;
      parts.forEach((part, c) => {
        const value = gray + ((part - gray) * color) / 100;
        out[c * area + k] = hidden ? 128 : Math.floor(value + 0.5);
      });
    }
    return out;
  };

  /** Return the network with one column cut off behind its second layer, so
      that the third layer reads the other one alone. */
  cnncourse.alone = (network, kept) => {
    const steps = network.steps.map((step) => {
      if (step.name !== "features.3") return step;
      const [maps] = step.weight.shape;
      const half = (step) => Math.floor(step / (maps / 2)) === kept;
      const row = step.weight.data.length / maps;
      const data = step.weight.data.map((value, i) =>
        half(Math.floor(i / row)) ? value : 0);
      const bias = step.bias.map((value, i) => (half(i) ? value : 0));
      return { ...step, weight: { ...step.weight, data }, bias };
    });
    return { ...network, steps };
  };

  function columns(figure, network) {
    const id = `cnn-alexnet-${++count}`;
    const state = { picture: 15, color: 100, right: 0, cover: null };
    const { box: says, say } = speaker();
    const single = [0, 1].map((kept) => cnncourse.alone(network, kept));
    const kernels = network.steps[0].weight.data;
    const size = kernels.length / (2 * MAPS); // numbers of a kernel
    const side = Math.sqrt(size / 3);
    let untouched = [1, 1];

    const picks = chooser("Twenty pictures, two of each class. Arrow keys " +
      "choose.", 10, EACH, (x, y) => {
      state.picture = x * EACH + y;
      fresh();
    });
    const input = chooser("The picture, 16x16 pixels. Arrow keys move a gray " +
      "square over it.", SIDE, SIDE, (x, y) => {
      state.cover = [within(y - COVER / 2, 0, SIDE - COVER),
        within(x - COVER / 2, 0, SIDE - COVER)];
      show();
    });
    picks.set(7, 1);
    input.set(SIDE / 2, SIDE / 2);
    const color = slide({ id: `${id}-color`, label: "Color", low: 0,
      high: 100, step: 10, start: 100,
      words: (v) => `${v} %`, moved: (v) => {
        state.color = v;
        show();
      } });
    const right = slide({ id: `${id}-right`, label: "Right", low: -4,
      high: 4, step: 1, start: 0,
      words: (v) => `${v} px`, moved: (v) => {
        state.right = v;
        show();
      } });
    const reset = element("button", { type: "button", onclick: () => {
      Object.assign(state, { color: 100, right: 0, cover: null });
      color.set(100);
      right.set(0);
      show();
    } }, "As it was");
    const parts = [0, 1].map((which) => {
      const kernel = element("canvas", { role: "img",
        "aria-label": `The twelve kernels of column ${which + 1}` });
      const maps = element("canvas", { role: "img" });
      const value = element("p", { class: "cnn-alexnet-value" });
      const box = element("div", { class: "cnn-alexnet-part" },
        element("strong", {}, `Column ${which + 1}`), kernel, maps, value);
      paint(kernel, MAPS, side, 6, (t, k) => {
        const own = kernels.subarray((which * MAPS + t) * size).subarray(0,
          size);
        const most = own.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-9);
        return [0, 1, 2].map((c) =>
          127.5 + (127.5 * own[c * side * side + k]) / most);
      });
      return { maps, value, box };
    });
    const answers = element("div", { class: "cnn-alexnet-answers" });
    install(figure, element("div", { class: "cnn-lab cnn-alexnet" },
      element("p", {}, "Take the color away, move the picture, or click it " +
        "to cover a part. Above: the kernels of each column; below them " +
        "what each answers. The columns meet in the third layer."),
      element("div", { class: "cnn-alexnet-top" },
        element("div", { class: "cnn-alexnet-left" }, input.box, picks.box,
          color.box, right.box, reset),
        element("div", {},
          element("div", { class: "cnn-alexnet-parts" },
            ...parts.map(({ box }) => box)),
          answers)),
      says));

    /** Return what the maps of each column add up to. */
    function loud(results) {
      const { data } = results["features.1"];
      return [0, 1].map((which) => data
        .subarray((which * data.length) / 2, ((which + 1) * data.length) / 2)
        .reduce((sum, value) => sum + value, 0));
    }

    /** Show another picture. */
    function fresh() {
      untouched = loud(cnncourse.run(network,
        cnncourse.normalize(network, picture(state.picture))));
      show();
    }

    function show() {
      const bytes = cnncourse.disturbed(picture(state.picture), state);
      const area = SIDE * SIDE;
      paint(input.canvas, 1, SIDE, 1, (_, k) =>
        [bytes[k], bytes[area + k], bytes[2 * area + k]]);
      const [x, y] = [Math.floor(state.picture / EACH), state.picture % EACH];
      Object.assign(picks.mark.style, { left: `${10 * x}%`,
        top: `${(100 / EACH) * y}%`, width: "9.5%", height: "47%" });
      input.mark.hidden = !state.cover;
      if (state.cover)
        Object.assign(input.mark.style, {
          left: `${(100 * state.cover[1]) / SIDE}%`,
          top: `${(100 * state.cover[0]) / SIDE}%`,
          width: `${(100 * COVER) / SIDE}%`,
          height: `${(100 * COVER) / SIDE}%` });
      const read = cnncourse.normalize(network, bytes);
      const results = cnncourse.run(network, read);
      const maps = results["features.1"].data;
      const most = maps.reduce((m, v) => Math.max(m, v), 1e-9);
      const share = loud(results).map((sum, i) =>
        Math.round((100 * sum) / (untouched[i] || 1)));
      parts.forEach((part, which) => {
        paint(part.maps, MAPS, SIDE, 6, (t, k) => {
          const value = maps[(which * MAPS + t) * area + k] / most;
          return [255 * value, 255 * value, 255 * value];
        });
        part.maps.setAttribute("aria-label",
          `The twelve maps of column ${which + 1}`);
        part.value.textContent = `answers ${share[which]} % of what it did ` +
          "to the picture as it was";
      });
      const heard = [network, ...single].map((whole, i) => {
        const { winner, scores } = cnncourse.answer(whole,
          i ? cnncourse.run(whole, read) : results);
        return [network.classes[winner], Math.round(100 * scores[winner])];
      });
      answers.replaceChildren(...heard.flatMap(([name, sure], i) => [
        element("span", {}, ["both columns", "column 1 alone",
          "column 2 alone"][i]),
        element("i", { style: `width:${sure}%` }),
        element("span", {}, `${name}, ${sure} %`)]));
      const own = network.classes[x];
      const done = [];
      if (state.color < 100) done.push(`${state.color} % of its color`);
      if (state.right)
        done.push(`moved ${Math.abs(state.right)} px to the ` +
          (state.right < 0 ? "left" : "right"));
      if (state.cover)
        done.push(`covered from row ${state.cover[0]}, column ` +
          `${state.cover[1]}`);
      say(`A picture of: ${own}; ${done.join(", ") || "as it was"}. Column 1 ` +
        `answers ${share[0]} %, column 2 ${share[1]} %. Both say ` +
        `${heard[0].join(" (")} %), column 1 alone ${heard[1].join(" (")} %), ` +
        `column 2 alone ${heard[2].join(" (")} %).`);
    }

    const order = Array.from({ length: 10 * EACH }, (_, i) =>
      picture((i % 10) * EACH + Math.floor(i / 10)));
    paint(picks.canvas, order.length, SIDE, 10, (t, k) =>
      [0, 1, 2].map((c) => order[t][c * SIDE * SIDE + k]));
    fresh();
  }

  // --- what a layer costs ---------------------------------------------------

  /* Maps, kernel, stride, padding, groups of the convolutions; pooling of 3
     by 2 after those in `pools`; whether its windows may hang over. */
  const conv = (maps, kernel, stride = 1, padding = kernel >> 1, groups = 1) =>
    ({ maps, kernel, stride, padding, groups });
  const LARGE = {
    "AlexNet, 2012": { side: 227, stem: 0, convolutions: [conv(96, 11, 4),
      conv(256, 5, 1, 2, 2), conv(384, 3), conv(384, 3, 1, 1, 2),
      conv(256, 3, 1, 1, 2)] },
    "AlexNet without columns": { side: 227, stem: 0, convolutions: [
      conv(96, 11, 4), conv(256, 5), conv(384, 3), conv(384, 3),
      conv(256, 3)] },
    "torchvision's AlexNet": { side: 224, stem: 2, convolutions: [
      conv(64, 11, 4), conv(192, 5), conv(384, 3), conv(256, 3),
      conv(256, 3)], adaptive: true },
    "ZFNet": { side: 224, stem: 1, hangs: true, convolutions: [conv(96, 7, 2),
      conv(256, 5, 2, 0), conv(384, 3), conv(384, 3), conv(256, 3)] },
  };
  const POOLED = [0, 1, 4]; // convolutions with a pooling behind them
  const DENSE = [4096, 4096, 1000];
  const WANTED = 256 * 6 * 6;

  /** Return rows of what each layer gives and costs, and what is wrong. */
  cnncourse.costs = (name, side, stem) => {
    const { convolutions, hangs, adaptive } = LARGE[name];
    const rows = [];
    const notes = [];
    let [maps, at] = [3, side];
    for (const [i, layer] of convolutions.entries()) {
      const padding = i ? layer.padding : stem;
      const room = at + 2 * padding - layer.kernel;
      if (room < 0)
        return { rows, notes, wrong: `conv${i + 1} gets maps of ${at}x${at}, ` +
          `its windows of ${layer.kernel}x${layer.kernel} do not fit.` };
      const left = room % layer.stride;
      if (left)
        notes.push(`conv${i + 1}: (${at}${padding ? ` + 2·${padding}` : ""} − ` +
          `${layer.kernel}) / ${layer.stride} + 1 = ` +
          `${room / layer.stride + 1} is no whole number; ` +
          `the last ${left} of the rows and columns, padding counted, ` +
          (left > 1 ? "are" : "is") + " not read.");
      at = Math.floor(room / layer.stride) + 1;
      const weights = (layer.maps * maps * layer.kernel ** 2) / layer.groups;
      rows.push({ name: `conv${i + 1}`, shape: `${layer.maps}@${at}×${at}`,
        neurons: layer.maps * at * at, parameters: weights + layer.maps,
        macs: weights * at * at });
      maps = layer.maps;
      if (!POOLED.includes(i)) continue;
      try {
        at = cnncourse.count(at, 3, 2, 0, 1, Boolean(hangs && i < 2));
      } catch {
        return { rows, notes, wrong: `The pooling behind conv${i + 1} gets ` +
          `maps of ${at}x${at}, its windows of 3x3 do not fit.` };
      }
    }
    if (adaptive) at = 6;
    let reads = maps * at * at;
    if (reads !== WANTED)
      return { rows, notes, wrong: `The first dense layer has weights for ` +
        `${WANTED.toLocaleString("en")} numbers and gets 256 maps of ` +
        `${at}x${at}, ${reads.toLocaleString("en")}.` };
    DENSE.forEach((units, i) => {
      rows.push({ name: `dense${i + 1}`, shape: `${units}`, neurons: units,
        parameters: units * reads + units, macs: units * reads });
      reads = units;
    });
    return { rows, notes, wrong: "" };
  };

  const KINDS = { parameters: "parameters", macs: "MACs", neurons: "neurons" };

  function costs(figure) {
    const id = `cnn-alexnet-${++count}`;
    const names = Object.keys(LARGE);
    const state = { name: names[0], ...LARGE[names[0]] };
    const { box: says, say } = speaker();
    const choice = element("select", { id: `${id}-net`, onchange: () => {
      state.name = choice.value;
      ({ side: state.side, stem: state.stem } = LARGE[state.name]);
      side.set(state.side);
      stem.set(state.stem);
      show();
    } }, ...names.map((name) => element("option", {}, name)));
    const side = slide({ id: `${id}-side`, label: "Picture", low: 31,
      high: 288, step: 1, start: state.side,
      words: (v) => `${v}×${v}`, moved: (v) => {
        state.side = v;
        show();
      } });
    const stem = slide({ id: `${id}-stem`, label: "Padding of conv1", low: 0,
      high: 3, step: 1, start: state.stem,
      moved: (v) => {
        state.stem = v;
        show();
      } });
    const body = element("tbody");
    const head = element("thead", {}, element("tr", {}, ...["layer", "gives",
      ...Object.values(KINDS)].map((word) => element("th", { scope: "col" },
      word))));
    install(figure, element("div", { class: "cnn-lab cnn-alexnet" },
      element("div", { class: "cnn-alexnet-choice" },
        element("label", { for: `${id}-net` }, "Network "), choice),
      side.box, stem.box,
      element("div", { class: "cnn-alexnet-costs" },
        element("table", {}, head, body)), says));

    function show() {
      const { rows, notes, wrong } = cnncourse.costs(state.name, state.side,
        state.stem);
      const sums = Object.fromEntries(Object.keys(KINDS).map((key) =>
        [key, rows.reduce((sum, row) => sum + row[key], 0)]));
      body.replaceChildren(...rows.map((row) => element("tr", {},
        element("th", { scope: "row" }, row.name),
        element("td", {}, row.shape),
        ...Object.keys(KINDS).map((key) => element("td", {},
          element("span", {}, row[key].toLocaleString("en")),
          element("i", { style: `width:${(100 * row[key]) / sums[key]}%` }))))));
      if (wrong) {
        say(`${state.name} at ${state.side}×${state.side} does not run. ` +
          [...notes, wrong].join(" "));
        return;
      }
      const dense = (key) => Math.round(100 * rows.slice(-3).reduce((sum, row) =>
        sum + row[key], 0) / sums[key]);
      say(`${state.name} at ${state.side}×${state.side}: ` +
        `${sums.parameters.toLocaleString("en")} parameters, ` +
        `${dense("parameters")} % of them dense; ` +
        `${sums.macs.toLocaleString("en")} MACs, ${dense("macs")} % of them ` +
        `dense; ${sums.neurons.toLocaleString("en")} neurons. ` +
        notes.join(" "));
    }
    show();
  }

  cnncourse.explorers.alexnet = (figure, networks) =>
    networks.length ? columns(figure, networks[0]) : costs(figure);
  cnncourse.explorers.alexnet.needs = "pictures.js";
})();
