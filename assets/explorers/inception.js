/* Two explorers of the Inception chapter.

   Without a network: the widths of a module, what they cost and which share
   of the output each branch makes. With one: its branches are silenced, and
   its answers change, on pictures of the bundled `shapes`. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, element, install, outline, paintPictures, slide,
    speaker } = cnncourse.panel;
  const SIDE = 16;
  const EACH = 5; // pictures of a class

  const COUNT = 10 * EACH;
  const picture = (i) => cnncourse.picture(Math.floor(i / EACH), i % EACH);

  /* Table 1 of the paper: maps read and side of the grid; then #1x1, #3x3
     reduce, #3x3, #5x5 reduce, #5x5, pool proj. */
  const TABLE = {
    "3a": [192, 28, 64, 96, 128, 16, 32, 32],
    "3b": [256, 28, 128, 128, 192, 32, 96, 64],
    "4a": [480, 14, 192, 96, 208, 16, 48, 64],
    "4b": [512, 14, 160, 112, 224, 24, 64, 64],
    "4c": [512, 14, 128, 128, 256, 24, 64, 64],
    "4d": [512, 14, 112, 144, 288, 32, 64, 64],
    "4e": [528, 14, 256, 160, 320, 32, 128, 128],
    "5a": [832, 7, 256, 160, 320, 32, 128, 128],
    "5b": [832, 7, 384, 192, 384, 48, 128, 128],
  };
  const WIDTHS = ["1x1", "3x3 reduce", "3x3", "5x5 reduce", "5x5",
    "pool proj"];
  const BRANCHES = ["1x1", "3x3", "5x5", "pooling"];

  let count = 0; // of explorers on a page, for their ids

  const whole = (value) => Math.round(value).toLocaleString("en-US");
  const tenth = (value) => value.toFixed(1);

  /** Return a choice of some names, as a list that opens. */
  function choice(id, label, names, start, chosen) {
    const box = element("select", { id, onchange: () => chosen(box.value) },
      ...names.map((name) => element("option", { value: name,
        selected: name === start }, name)));
    return element("p", {}, element("label", { for: id }, `${label} `), box);
  }

  // --- widths ---------------------------------------------------------------

  /** Return weights (without biases) and maps of each branch of a module
      that reads some maps; `reduced` tells figure 2b from 2a. */
  cnncourse.inceptionModule = (reads, widths, reduced) => {
    const [one, reduce3, three, reduce5, five, proj] = widths;
    if (!reduced)
      return {
        weights: [reads * one, 9 * reads * three, 25 * reads * five, 0],
        maps: [one, three, five, reads],
      };
    return {
      weights: [reads * one, reduce3 * (reads + 9 * three),
        reduce5 * (reads + 25 * five), reads * proj],
      maps: [one, three, five, proj],
    };
  };

  /** Return what is wrong with some widths, or nothing. */
  function fault(reads, [one, reduce3, three, reduce5, five, proj], reduced) {
    for (const [kernel, narrow, wide] of [["3x3", reduce3, three],
      ["5x5", reduce5, five]])
      if (reduced && wide && !narrow)
        return `The ${kernel} kernel reads no maps: its reduction gives 0. ` +
          `Turn "${kernel} reduce" up, or ${kernel} down to 0.`;
      else if (reduced && wide && narrow >= reads)
        return `"${kernel} reduce" gives ${narrow} maps and reads ${reads}: ` +
          "this reduces nothing, it only costs. Turn it down.";
    if (one + three + five + (reduced ? proj : reads) === 0)
      return "No branch gives a map, so the module gives nothing. " +
        "Turn one up.";
    return "";
  }

  function widths(figure) {
    const id = `cnn-inception-${++count}`;
    const state = { name: "3a", widths: [], reduced: true };
    const bars = element("div", { class: "cnn-inc-bars", role: "img" });
    const { box: says, say } = speaker();
    const turned = element("input", { type: "checkbox", id: `${id}-reduced`,
      checked: true, onchange: () => {
        state.reduced = turned.checked;
        show();
      } });
    const sliders = WIDTHS.map((label, i) =>
      slide({ id: `${id}-${i}`, label, low: 0, high: 512, start: 0,
        moved: (value) => {
          state.widths[i] = value;
          show();
        } }));

    function load(name) {
      state.name = name;
      state.widths = TABLE[name].slice(2);
      sliders.forEach(({ set }, i) => set(state.widths[i]));
      show();
    }

    function show() {
      const [reads, side] = TABLE[state.name];
      for (const i of [1, 3, 5]) sliders[i].input.disabled = !state.reduced;
      const { weights, maps } =
        cnncourse.inceptionModule(reads, state.widths, state.reduced);
      const sum = (list) => list.reduce((a, b) => a + b);
      const [total, out, places] = [sum(weights), sum(maps), side * side];
      const line = (name, share, kind) => {
        const bar = element("i", { class: kind });
        bar.style.width = `${share}%`;
        return element("span", {}, bar, element("b", {}, name));
      };
      bars.replaceChildren(
        ...["branch", "share of the MACs", "share of the maps"].map((text) =>
          element("strong", {}, text)),
        ...BRANCHES.flatMap((name, i) => [
          element("span", {}, name),
          line(`${tenth((100 * weights[i]) / (total || 1))} % of ` +
            `${tenth((total * places) / 1e6)} M`,
          (100 * weights[i]) / (total || 1), "cnn-inc-cost"),
          line(`${tenth((100 * maps[i]) / (out || 1))} % of ${out}`,
            (100 * maps[i]) / (out || 1), "cnn-inc-maps"),
        ]));
      const wrong = fault(reads, state.widths, state.reduced);
      says.classList.toggle("cnn-inc-wrong", Boolean(wrong));
      const naive = sum(cnncourse.inceptionModule(reads, state.widths, false)
        .weights);
      const text = wrong || `Module ${state.name} reads ${reads} maps of ` +
        `${side}x${side} and gives ${out}: ${whole(total)} weights, ` +
        `${tenth((total * places) / 1e6)} M MACs. ` + (state.reduced
        ? `Without reductions: ${tenth((naive * places) / 1e6)} M MACs and ` +
          `${sum(maps.slice(0, 3)) + reads} maps.`
        : `The pooling hands on all ${reads} maps it reads, so the next ` +
          `module reads ${out}.`);
      bars.setAttribute("aria-label", text);
      say(text);
    }

    install(figure, element("div", { class: "cnn-lab cnn-inc" },
      element("p", {}, "Pick a module of GoogLeNet, then turn its widths. " +
        "Which branch costs, and which makes the maps? Then take the " +
        "reductions away."),
      element("div", { class: "cnn-inc-top" },
        element("div", {},
          choice(`${id}-module`, "Module", Object.keys(TABLE), "3a", load),
          element("p", {}, turned, element("label",
            { for: `${id}-reduced` }, " 1x1 reductions (figure 2b)"))),
        element("div", {}, ...sliders.map(({ box }) => box))),
      bars, says));
    load("3a");
  }

  // --- silence --------------------------------------------------------------

  const MODULES = ["3a", "3b", "4a", "4b", "5a"];

  /** Cut a network behind the concatenation of its nth module. */
  function cut(network, n) {
    const joins = network.steps.filter(({ op }) => op === "concatenate");
    const at = network.steps.indexOf(joins[n]);
    const { name } = joins[n];
    const after = network.steps.slice(at + 1).map((step) => ({ ...step,
      inputs: step.inputs.map((word) => (word === name ? "input" : word)) }));
    return { name, parts: joins[n].inputs, tail: { ...network, steps: after } };
  }

  /** Return the maps of a module with those of silent branches replaced by
      their mean over some pictures, place by place. */
  cnncourse.silenced = (maps, mean, widths, silent) => {
    const places = maps.shape[1] * maps.shape[2];
    const data = maps.data.slice();
    let start = 0;
    widths.forEach((width, branch) => {
      const end = start + width * places;
      if (silent[branch]) data.set(mean.subarray(start, end), start);
      start = end;
    });
    return { shape: maps.shape, data };
  };

  function silence(figure, network) {
    const id = `cnn-inception-${++count}`;
    const state = { picture: 7 * EACH + 1, module: 0, silent: [] };
    const kept = []; // by module: {cut, maps of all pictures, mean, widths}
    const { box: says, say } = speaker();
    const kind = (i) => network.classes[Math.floor(i / EACH)];
    const grid = chooser(`${COUNT} pictures, a column for each class. Arrow ` +
      "keys choose.", COUNT / EACH, EACH, (column, row) => {
      state.picture = column * EACH + row;
      show();
    });
    const answers = element("div", { class: "cnn-bars", role: "img" });
    const boxes = BRANCHES.map((name, i) => element("input", {
      type: "checkbox", id: `${id}-branch-${i}`, onchange: (event) => {
        state.silent[i] = event.target.checked;
        show();
      } }));
    const where = slide({ id: `${id}-module`, label: "Module", low: 1,
      high: MODULES.length, start: 1, words: (value) => MODULES[value - 1],
      moved: (value) => {
        state.module = value - 1;
        show();
      } });
    let run = 0; // the latest count over all pictures

    install(figure, element("div", { class: "cnn-lab cnn-inc" },
      element("p", {}, "Pick a picture, silence branches of a module, and " +
        "watch the answer. A silent branch says the same of every picture: " +
        `its maps are their mean over these ${COUNT}.`),
      element("div", { class: "cnn-inc-top" },
        grid.box,
        element("div", {}, where.box,
          element("fieldset", { class: "cnn-inc-silent" },
            element("legend", {}, "silent branches"),
            ...BRANCHES.flatMap((branch, i) => [boxes[i], element("label",
              { for: `${id}-branch-${i}` }, branch)])),
          answers)),
      says));
    paintPictures(grid.canvas, Array.from({ length: COUNT }, (_, i) =>
      picture((i % (COUNT / EACH)) * EACH + Math.floor(i * EACH / COUNT))),
    COUNT / EACH);
    MODULES.forEach((_, n) => {
      const parts = cut(network, n);
      kept.push({ ...parts, maps: [], mean: null });
    });
    collect();

    /** Run the network on all pictures, some at a time; keep what each
        module gives. */
    function collect() {
      const from = kept[0].maps.length;
      for (let i = from; i < Math.min(from + 5, COUNT); i++) {
        const results = cnncourse.run(network,
          cnncourse.normalize(network, picture(i)));
        for (const module of kept) {
          module.maps.push(results[module.name]);
          module.widths ??= module.parts.map((part) => results[part].shape[0]);
        }
      }
      if (kept[0].maps.length < COUNT) return void setTimeout(collect);
      for (const module of kept) {
        module.mean = new Float32Array(module.maps[0].data.length);
        for (const { data } of module.maps)
          data.forEach((value, i) => (module.mean[i] += value / COUNT));
      }
      show();
    }

    function answer(i) {
      const { maps, mean, widths, tail } = kept[state.module];
      const given = cnncourse.silenced(maps[i], mean, widths, state.silent);
      return cnncourse.answer(tail, cnncourse.run(tail, given));
    }

    function show() {
      if (!kept[0].mean) return;
      const [column, row] = [Math.floor(state.picture / EACH),
        state.picture % EACH];
      grid.set(column, row);
      outline(grid.mark, grid.canvas, column * (SIDE + 1), row * (SIDE + 1),
        SIDE, SIDE);
      const { winner, scores } = answer(state.picture);
      answers.replaceChildren(...network.classes.map((title, i) => {
        const bar = element("i");
        bar.style.height = `${60 * scores[i]}%`;
        return element("span", { class: i === winner ? "cnn-wins" : "" }, bar,
          title);
      }));
      const named = `${network.classes[winner]} ` +
        `(${(100 * scores[winner]).toFixed(0)} %)`;
      answers.setAttribute("aria-label", `The answer: ${named}`);
      const gone = BRANCHES.filter((_, i) => state.silent[i]);
      const silent = gone.length === BRANCHES.length
        ? "all four branches silent, so that every picture gets one answer"
        : gone.length ? `silent: ${gone.join(", ")}` : "nothing silent";
      const text = `A ${kind(state.picture)}, module ` +
        `${MODULES[state.module]}, ${silent}: the network answers ${named}. `;
      say(`${text}Counting the others ...`);
      tally(++run, 0, 0, text);
    }

    /** Count right answers on all pictures, some at a time. */
    function tally(mine, from, right, text) {
      if (mine !== run) return; // the state has changed
      const end = Math.min(from + 10, COUNT);
      for (let i = from; i < end; i++)
        right += answer(i).winner === Math.floor(i / EACH);
      if (end < COUNT)
        return void setTimeout(() => tally(mine, end, right, text));
      say(`${text}Of all ${COUNT} pictures it names ${right}.`);
    }
  }

  cnncourse.explorers.inception = (figure, networks) =>
    networks.length ? silence(figure, networks[0]) : widths(figure);
  cnncourse.explorers.inception.needs = "pictures.js";
})();
