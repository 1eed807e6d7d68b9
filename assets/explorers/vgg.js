/* Two explorers of the VGG chapter, on pictures of the bundled `shapes`.

   With two networks: what reaches a unit through three 3x3 layers, and what
   through one 7x7. With one network: which pictures are nearest, by pixels
   and by what the network makes of them. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, colorOf, element, install, outline, paintMaps,
    paintPictures, signed, slide, speaker, themed, within } = cnncourse.panel;
  const SIDE = 16;
  const EACH = 10; // pictures of a class

  const COUNT = 10 * EACH;
  const picture = (i) => cnncourse.picture(Math.floor(i / EACH), i % EACH);
  const kind = (network, i) => network.classes[Math.floor(i / EACH)];

  /* The step whose unit is explained, and the one whose result is shown. */
  const BLOCKS = {
    "vgg_three-shapes": { title: "Three 3x3", unit: "features.7",
      shown: "features.8" },
    "vgg_seven-shapes": { title: "One 7x7", unit: "features.1",
      shown: "features.2" },
  };
  const REACH = 3; // pixels on each side of a unit that it sees
  const FIELD = 2 * REACH + 1;
  const START = { picture: 76, map: 11, place: [6, 8] };

  let count = 0; // of explorers on a page, for their ids

  // --- what reaches a unit ------------------------------------------------

  /** Return how much a unit grows with each pixel: its slope, by the chain
      rule back to the picture. Where no ReLU changes sides, the unit is
      these slopes times the pixels, plus a constant. `open` counts the ReLUs
      on the way that let it pass, `met` all of them. */
  cnncourse.slopes = (network, results, name, [c, y, z]) => {
    let [open, met] = [0, 0];
    let slope = new Float32Array(results[name].data.length);
    slope[(c * SIDE + y) * SIDE + z] = 1;
    for (let at = name; at !== "input"; ) {
      const step = network.steps.find((candidate) => candidate.name === at);
      [at] = step.inputs;
      const input = results[at].data;
      if (step.op === "affine")
        slope = slope.map((s, i) =>
          s * step.scale[Math.floor(i / (SIDE * SIDE))]);
      else if (step.op === "relu") {
        slope.forEach((s, i) => {
          met += s !== 0;
          open += s !== 0 && input[i] > 0;
        });
        slope = slope.map((s, i) => (input[i] > 0 ? s : 0));
      } else slope = spread(step, slope, input.length);
    }
    return { slope, open, met };
  };

  /** Return the slopes before a convolution whose stride is 1. */
  function spread({ weight, padding }, slope, length) {
    const [, reads, rows, columns] = weight.shape;
    const before = new Float32Array(length);
    slope.forEach((s, i) => {
      if (!s) return;
      const c = Math.floor(i / (SIDE * SIDE));
      const [y, z] = [Math.floor(i / SIDE) % SIDE, i % SIDE];
      for (let r = 0; r < reads; r++)
        for (let a = 0; a < rows; a++)
          for (let b = 0; b < columns; b++) {
            const [top, left] = [y + a - padding[0], z + b - padding[1]];
            if (top < 0 || left < 0 || top >= SIDE || left >= SIDE) continue;
            before[(r * SIDE + top) * SIDE + left] += s *
              weight.data[((c * reads + r) * rows + a) * columns + b];
          }
    });
    return before;
  }

  /** Return the slopes of the 7x7 pixels around a place, color by color. */
  function around(slope, [y, z]) {
    const side = 2 * REACH + 1;
    return Float32Array.from({ length: 3 * side * side }, (_, i) => {
      const row = y + (Math.floor(i / side) % side) - REACH;
      const column = z + (i % side) - REACH;
      const inside = Math.min(row, column) >= 0 && Math.max(row, column) < SIDE;
      const map = Math.floor(i / (side * side));
      return inside ? slope[(map * SIDE + row) * SIDE + column] : 0;
    });
  }

  /** Return how alike two lists of numbers are, from -1 to 1. */
  function alike(a, b) {
    const dot = (x, y) => x.reduce((sum, value, i) => sum + value * y[i], 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b) || 1);
  }

  function fields(figure, networks) {
    const id = `cnn-vgg-${++count}`;
    const state = { ...START, results: {}, kernels: {} };
    const plus = element("span", { class: "cnn-plus" }, "■");
    const minus = element("span", { class: "cnn-minus" }, "■");
    const { box: says, say } = speaker();
    let colors = null;

    const picks = chooser("Ten pictures, one of each class. Arrow keys choose.",
      10, 1, (column) => {
        state.picture = column * EACH + (START.picture % EACH);
        run();
      });
    const input = chooser("The picture, 16x16 pixels. Arrow keys move the " +
      "place whose unit is shown.", SIDE, SIDE,
    (z, y) => {
      state.place = [y, z];
      explain();
    });
    const parts = networks.map((network) => {
      const { title } = BLOCKS[network.name];
      const map = chooser(`${title}: the chosen map. Arrow keys move the ` +
        "place.", SIDE, SIDE, (z, y) => {
        state.place = [y, z];
        explain();
      });
      const kernel = element("canvas", { role: "img" });
      const value = element("p", { class: "cnn-vgg-value" });
      const box = element("div", { class: "cnn-vgg-part" },
        element("strong", {}, title),
        element("div", { class: "cnn-vgg-pair" },
          element("div", {}, element("span", {}, "map"), map.box),
          element("div", { class: "cnn-vgg-kernel" },
            element("span", {}, "weights that reach the unit: " +
              "red, green, blue"), kernel)),
        value);
      return { network, map, kernel, value, box };
    });
    const chosen = slide({
      id: `${id}-map`, label: "Map", low: 0, high: 15, start: state.map,
      moved: (value) => {
        state.map = value;
        explain();
      },
    });

    const counter = counts(id);
    const lab = element("div", { class: "cnn-lab cnn-vgg" },
      element("p", {}, "Click a place. Both networks see the same 7x7 " +
        "pixels there. Move on: the weights of the 7x7 layer stay, what " +
        "reaches a unit through three 3x3 layers changes."),
      element("div", { class: "cnn-vgg-top" },
        element("div", { class: "cnn-vgg-left" },
          input.box, picks.box, chosen.box),
        element("div", { class: "cnn-vgg-parts" },
          ...parts.map(({ box }) => box))),
      says,
      element("p", { class: "cnn-legend" }, plus, " raises the unit, ", minus,
        " lowers it, gray does nothing. Likeness is 1 where the same weights " +
        "reach the unit as at the place before; at the border the patch is " +
        "cut, and it falls. Maps of the two networks have nothing to do with " +
        "each other. Maps, rows and columns count from 0."),
      counter);
    install(figure, lab);

    /** Run both networks on the chosen picture. */
    function run() {
      paintPictures(input.canvas, [picture(state.picture)], 1);
      for (const network of networks)
        state.results[network.name] = cnncourse.run(network,
          cnncourse.normalize(network, picture(state.picture)));
      explain();
    }

    /** Show what reaches the chosen unit in both networks. */
    function explain() {
      const [y, z] = state.place;
      outline(input.mark, input.canvas, z - REACH, y - REACH, FIELD, FIELD);
      input.set(z, y);
      const column = Math.floor(state.picture / EACH);
      outline(picks.mark, picks.canvas, column * (SIDE + 1), 0, SIDE, SIDE);
      picks.set(column, 0);
      const texts = parts.map((part) => show(part, [state.map, y, z]));
      say(`${kind(networks[0], state.picture)}, map ${state.map}, row ${y}, ` +
        `column ${z}. ${texts.join(" ")}`);
    }

    function show({ network, map, kernel, value }, [c, y, z]) {
      const { title, unit, shown } = BLOCKS[network.name];
      const results = state.results[network.name];
      const size = SIDE * SIDE;
      const values = results[shown].data.subarray(c * size, (c + 1) * size);
      const most = results[shown].data.reduce((a, b) => Math.max(a, b), 1e-6);
      paintMaps(map.canvas, { maps: 1, rows: SIDE, columns: SIDE, across: 1 },
        values, most, colors);
      outline(map.mark, map.canvas, z, y, 1, 1);
      map.set(z, y);
      const found = cnncourse.slopes(network, results, unit, [c, y, z]);
      const weights = around(found.slope, [y, z]);
      const limit = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-6);
      paintMaps(kernel, { maps: 3, rows: FIELD, columns: FIELD, across: 3 },
        weights, limit, colors);
      const before = state.kernels[network.name];
      const same = before?.map === c ? alike(before.weights, weights) : NaN;
      state.kernels[network.name] = { map: c, weights };
      const raw = results[unit].data[(c * SIDE + y) * SIDE + z];
      const on = found.met
        ? `${found.open} of ${found.met} ReLUs on the way let it pass`
        : "no ReLU on the way";
      const change = Number.isNaN(same) ? ""
        : `; likeness to the place before ${signed(same)}`;
      const text = `${title}: ${signed(raw)} before the last ReLU, ${on}` +
        `${change}.`;
      value.textContent = text;
      kernel.setAttribute("aria-label", `${text} Weights from ` +
        `${signed(-limit)} to ${signed(limit)}.`);
      return text;
    }

    const recolor = () => {
      colors = { plus: colorOf(plus), minus: colorOf(minus) };
      run();
    };
    paintPictures(picks.canvas, Array.from({ length: 10 }, (_, i) =>
      picture(i * EACH + (START.picture % EACH))), 10);
    themed(recolor);
    recolor();
  }

  /** Return the counter: weights of one large kernel and of 3x3 layers. */
  function counts(id) {
    const state = { channels: 64, side: 7 };
    const bars = element("div", { class: "cnn-vgg-bars", role: "img" });
    const { box: says, say } = speaker();
    const sliders = [
      slide({
        id: `${id}-field`, label: "Field", low: 3, high: 11, step: 2, start: 7,
        words: (side) => `${side}x${side}`,
        moved: (side) => show(Object.assign(state, { side })),
      }),
      slide({
        id: `${id}-channels`, label: "Maps", low: 16, high: 512, step: 16,
        start: 64, words: (channels) => `C = ${channels}`,
        moved: (channels) => show(Object.assign(state, { channels })),
      }),
    ];

    function show() {
      const { channels, side } = state;
      const layers = (side - 1) / 2;
      const rows = [[`one ${side}x${side}`, side * side],
        [`${layers} of 3x3`, 9 * layers]];
      const most = 121 * 512 * 512;
      bars.replaceChildren(...rows.flatMap(([name, factor]) => {
        const weights = factor * channels * channels;
        const bar = element("i");
        bar.style.width = `${100 * Math.sqrt(weights / most)}%`;
        return [element("span", {}, name), element("span", {}, bar),
          element("span", {}, `${factor} C² = ` +
            weights.toLocaleString("en-US"))];
      }));
      const more = 100 * ((side * side) / (9 * layers) - 1);
      const text = `Field ${side}x${side}, ${channels} maps in and out: ` +
        `${rows[0][1]} C² against ${rows[1][1]} C² weights, ` +
        `${more.toFixed(0)} % more for the large kernel.`;
      bars.setAttribute("aria-label", text);
      say(text);
    }
    show();
    return element("div", { class: "cnn-vgg-counts" },
      element("p", {}, element("strong", {}, "Count the weights."),
        " From C maps to C maps; the same count, times the places, is the " +
        "multiplications. Bars are as long as the root of the number."),
      ...sliders.map(({ box }) => box), bars, says);
  }

  // --- neighbors ----------------------------------------------------------

  /* What pictures are compared by: a name and the step whose result it is. */
  const SPACES = [
    ["By pixels", "input"],
    ["By early features (after three 3x3)", "features.8"],
    ["By late features (before the last layer)", "avgpool"],
  ];
  const NEAREST = 6;

  /** Return a picture moved to the right and brightened, as bytes. */
  cnncourse.spoiled = (bytes, right, percent) =>
    Uint8Array.from(bytes, (_, i) => {
      const column = i % SIDE;
      const from = within(column - right, 0, SIDE - 1);
      return within(Math.round((bytes[i - column + from] * percent) / 100),
        0, 255);
    });

  /** Return the pictures by distance in a space, the nearest first. */
  function nearest(space, features, gallery, left) {
    const own = features[space].data;
    const far = gallery.map((other, i) => {
      const data = other[space];
      let sum = 0;
      for (let k = 0; k < own.length; k++) sum += (own[k] - data[k]) ** 2;
      return [sum, i];
    });
    return far.filter(([, i]) => i !== left)
      .sort((a, b) => a[0] - b[0]).map(([, i]) => i);
  }

  function neighbors(figure, network) {
    const id = `cnn-vgg-${++count}`;
    const state = { picture: START.picture, right: 0, light: 100 };
    const { box: says, say } = speaker();
    const gallery = [];

    const grid = chooser("A hundred pictures, a class in each column. Arrow " +
      "keys choose.", 10, EACH, (column, row) => {
      state.picture = column * EACH + row;
      show();
    });
    const asked = element("canvas", { role: "img", class: "cnn-vgg-asked" });
    const rows = SPACES.map(([title]) => {
      const canvas = element("canvas", { role: "img" });
      const names = element("div", { class: "cnn-vgg-names",
        "aria-hidden": "true" }, ...Array.from({ length: NEAREST }, () =>
        element("span")));
      const right = element("strong");
      const box = element("div", { class: "cnn-vgg-row" },
        element("p", {}, `${title}: `, right),
        element("div", { class: "cnn-board" }, canvas), names);
      return { title, canvas, names, right, box };
    });
    const sliders = [
      slide({
        id: `${id}-right`, label: "Right", low: -4, high: 4, start: 0,
        words: (right) => `${right} px`,
        moved: (right) => show(Object.assign(state, { right })),
      }),
      slide({
        id: `${id}-light`, label: "Light", low: 40, high: 160, step: 10,
        start: 100, words: (light) => `${light} %`,
        moved: (light) => show(Object.assign(state, { light })),
      }),
    ];
    const lab = element("div", { class: "cnn-lab cnn-vgg" },
      element("p", {}, "Pick a picture, then move or darken it: which " +
        `${NEAREST} of the other 99 are nearest?`),
      element("div", { class: "cnn-vgg-top" },
        element("div", { class: "cnn-vgg-left" }, grid.box),
        element("div", {},
          element("div", { class: "cnn-vgg-ask" }, asked,
            element("div", {},
              ...sliders.map(({ box }) => box))),
          ...rows.map(({ box }) => box))),
      says);
    install(figure, lab);

    function show() {
      if (gallery.length < COUNT) return;
      const [column, row] = [Math.floor(state.picture / EACH),
        state.picture % EACH];
      grid.set(column, row);
      outline(grid.mark, grid.canvas, column * (SIDE + 1), row * (SIDE + 1),
        SIDE, SIDE);
      const own = kind(network, state.picture);
      const bytes = cnncourse.spoiled(picture(state.picture), state.right,
        state.light);
      paintPictures(asked, [bytes], 1);
      asked.setAttribute("aria-label", `The ${own} that is asked about`);
      const features = cnncourse.run(network,
        cnncourse.normalize(network, bytes));
      const texts = rows.map((line, i) => {
        const order = nearest(SPACES[i][1], features, gallery, state.picture)
          .slice(0, NEAREST);
        paintPictures(line.canvas, order.map(picture), NEAREST, 2);
        const names = order.map((k) => kind(network, k));
        const hits = names.filter((name) => name === own).length;
        [...line.names.children].forEach((cell, k) => {
          cell.textContent = names[k];
          cell.classList.toggle("cnn-wins", names[k] === own);
        });
        line.right.textContent = `${hits} of ${NEAREST}`;
        line.canvas.setAttribute("aria-label",
          `${line.title}: ${names.join(", ")}`);
        return `${line.title.toLowerCase()} ${hits}`;
      });
      say(`Asked: a ${own}. Of the ${NEAREST} nearest, the same class: ` +
        `${texts.join(", ")}.`);
    }

    /** Run the network on all pictures, some at a time. */
    function collect() {
      for (let k = 0; k < 10; k++) {
        const results = cnncourse.run(network,
          cnncourse.normalize(network, picture(gallery.length)));
        gallery.push(Object.fromEntries(SPACES.map(([, name]) =>
          [name, results[name].data])));
      }
      if (gallery.length < COUNT) setTimeout(collect);
      else show();
    }

    const columns = Array.from({ length: COUNT }, (_, i) =>
      picture((i % 10) * EACH + Math.floor(i / 10)));
    paintPictures(grid.canvas, columns, 10);
    collect();
  }

  cnncourse.explorers.vgg = (figure, networks) =>
    networks.length > 1 ? fields(figure, networks)
      : neighbors(figure, networks[0]);
  cnncourse.explorers.vgg.needs = "pictures.js";
})();
