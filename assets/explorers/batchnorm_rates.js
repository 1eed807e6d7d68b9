/* Explorer of the batch norm chapter: recorded runs of towers, with a norm and
   without, by learning rate and depth, and the curves of all seeds. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { element, install, slide, speaker } = cnncourse.panel;

  let count = 0; // of explorers on a page, for their ids

  /* Recorded runs: by norm, depth and rate, for each seed the test accuracy
     (null where training diverged) and the training accuracy by epoch. */
  const RUNS = {
    none: {
      3: {
        "0.003": [{"test":64.67,"train":[11.0,21.7,40.0,51.0,59.1]},{"test":58.67,"train":[11.0,21.2,37.8,42.6,57.2]},{"test":61.67,"train":[17.3,28.0,42.2,53.2,53.8]}],
        "0.01": [{"test":86.0,"train":[16.8,41.9,66.9,78.3,85.9]},{"test":82.33,"train":[17.8,43.5,61.1,76.6,83.6]},{"test":88.0,"train":[24.8,45.8,66.1,78.0,86.0]}],
        "0.03": [{"test":93.0,"train":[27.4,65.2,84.8,92.7,95.7]},{"test":95.0,"train":[25.9,67.9,82.8,91.2,95.2]},{"test":96.0,"train":[32.7,63.7,87.1,92.0,95.1]}],
        "0.1": [{"test":94.0,"train":[30.9,70.9,89.7,97.1,98.1]},{"test":86.0,"train":[33.7,17.6,45.1,68.7,84.0]},{"test":95.0,"train":[31.1,62.7,87.6,94.8,96.8]}],
        "0.3": [{"test":10.33,"train":[20.7,10.5,11.6,9.6,8.9]},{"test":55.67,"train":[19.8,32.5,57.6,63.5,75.6]},{"test":79.33,"train":[17.6,16.0,42.7,58.6,71.7]}],
        "1": [{"test":11.0,"train":[11.6,10.7,9.2,9.2,10.1]},{"test":10.0,"train":[10.8,9.5,10.0,10.0,10.4]},{"test":10.33,"train":[10.6,10.4,9.8,7.7,7.4]}],
        "3": [{"test":11.0,"train":[11.1,9.6,9.8,11.0,10.8]},{"test":10.0,"train":[10.7,10.5,10.7,10.0,10.4]},{"test":11.0,"train":[9.6,9.3,10.2,9.7,10.1]}],
      },
      6: {
        "0.003": [{"test":56.33,"train":[8.5,20.2,35.8,38.7,53.6]},{"test":53.33,"train":[10.5,15.6,28.1,38.3,52.6]},{"test":47.67,"train":[4.6,11.5,21.9,30.0,37.1]}],
        "0.01": [{"test":86.33,"train":[17.2,47.2,64.1,71.6,86.8]},{"test":92.33,"train":[14.4,39.9,59.0,80.9,88.8]},{"test":82.67,"train":[10.2,24.0,57.0,78.6,90.2]}],
        "0.03": [{"test":95.33,"train":[24.8,54.2,78.7,91.2,94.3]},{"test":92.33,"train":[23.8,45.0,57.4,72.7,91.1]},{"test":90.0,"train":[19.3,31.9,54.7,83.9,93.2]}],
        "0.1": [{"test":62.0,"train":[27.3,36.5,54.1,64.5,66.5]},{"test":90.0,"train":[20.9,24.2,35.7,54.5,81.1]},{"test":54.33,"train":[21.0,24.9,28.1,40.9,44.3]}],
        "0.3": [{"test":10.67,"train":[14.6,9.5,9.7,9.6,9.1]},{"test":10.33,"train":[15.2,11.3,13.6,10.5,9.0]},{"test":11.0,"train":[12.2,9.2,10.8,9.0,9.4]}],
        "1": [{"test":null,"train":[]},{"test":10.0,"train":[9.9,10.4,10.0,10.4,10.4]},{"test":10.33,"train":[10.5,8.7,9.8,7.8,7.4]}],
        "3": [{"test":null,"train":[]},{"test":10.0,"train":[10.8,11.2,10.7,10.0,10.4]},{"test":11.0,"train":[9.2,9.3,10.2,9.7,10.1]}],
      },
      12: {
        "0.003": [{"test":23.33,"train":[9.8,9.8,9.8,9.9,12.4]},{"test":32.67,"train":[9.9,10.2,13.3,17.0,30.8]},{"test":18.33,"train":[10.3,10.3,10.6,13.6,16.4]}],
        "0.01": [{"test":58.33,"train":[9.8,18.2,24.2,33.6,60.2]},{"test":12.67,"train":[10.2,19.5,32.8,13.2,12.1]},{"test":60.33,"train":[10.3,11.5,27.5,46.0,56.8]}],
        "0.03": [{"test":33.67,"train":[10.4,24.2,36.2,20.9,25.8]},{"test":10.33,"train":[11.6,17.8,10.4,19.9,12.5]},{"test":62.33,"train":[11.1,28.1,42.9,41.0,60.9]}],
        "0.1": [{"test":10.33,"train":[16.0,10.5,9.3,9.0,10.3]},{"test":null,"train":[11.4,12.0,11.7]},{"test":13.67,"train":[12.0,9.9,10.2,9.4,10.3]}],
        "0.3": [{"test":10.67,"train":[11.4,10.1,9.7,9.6,9.1]},{"test":10.33,"train":[11.9,10.2,8.8,9.0,9.0]},{"test":11.0,"train":[10.4,10.8,11.6,9.0,9.4]}],
        "1": [{"test":null,"train":[11.3,11.2,9.6]},{"test":10.0,"train":[9.6,9.2,10.0,10.0,10.4]},{"test":10.33,"train":[10.7,9.2,9.7,7.7,7.4]}],
        "3": [{"test":null,"train":[]},{"test":null,"train":[]},{"test":11.0,"train":[9.0,9.3,10.2,9.7,10.1]}],
      },
      24: {
        "0.003": [{"test":9.33,"train":[10.3,10.3,10.3,10.3,10.3]},{"test":8.33,"train":[10.2,10.2,10.2,10.2,10.2]},{"test":10.33,"train":[10.2,10.2,10.2,10.2,10.2]}],
        "0.01": [{"test":9.33,"train":[10.3,10.3,10.3,10.3,10.3]},{"test":17.0,"train":[10.2,10.2,10.2,10.2,13.2]},{"test":10.33,"train":[10.2,9.7,10.2,10.2,10.2]}],
        "0.03": [{"test":10.33,"train":[10.3,10.3,11.8,12.8,10.2]},{"test":9.33,"train":[10.2,9.9,11.5,11.4,9.9]},{"test":10.33,"train":[10.2,9.4,11.2,16.5,13.8]}],
        "0.1": [{"test":10.33,"train":[9.9,10.3,10.5,9.1,10.3]},{"test":9.33,"train":[9.8,10.9,9.5,9.9,9.1]},{"test":10.33,"train":[9.6,11.2,10.6,8.3,9.6]}],
        "0.3": [{"test":10.67,"train":[9.6,9.4,9.7,9.1,9.1]},{"test":null,"train":[9.8]},{"test":11.0,"train":[9.0,9.9,10.0,9.0,9.4]}],
        "1": [{"test":11.0,"train":[9.5,10.4,9.6,9.2,10.1]},{"test":10.0,"train":[9.7,9.0,10.0,10.0,10.4]},{"test":10.33,"train":[10.1,9.6,9.7,7.7,7.4]}],
        "3": [{"test":11.0,"train":[10.0,9.7,9.8,11.0,10.8]},{"test":10.0,"train":[10.8,10.4,10.7,10.0,10.4]},{"test":11.0,"train":[8.9,9.3,10.2,9.7,10.1]}],
      },
    },
    batch: {
      3: {
        "0.003": [{"test":63.67,"train":[12.2,24.6,45.6,55.7,62.5]},{"test":61.67,"train":[14.0,26.6,42.7,53.6,59.5]},{"test":62.0,"train":[11.2,20.4,40.3,55.1,60.7]}],
        "0.01": [{"test":86.0,"train":[21.8,61.1,72.2,78.4,83.8]},{"test":88.33,"train":[22.2,60.3,70.1,76.6,84.3]},{"test":85.67,"train":[19.1,58.1,63.2,73.9,80.9]}],
        "0.03": [{"test":96.67,"train":[36.9,75.4,90.3,95.7,97.4]},{"test":96.67,"train":[35.6,77.6,90.6,96.2,98.1]},{"test":94.33,"train":[36.1,73.7,87.4,95.9,97.1]}],
        "0.1": [{"test":97.67,"train":[53.8,92.7,98.0,99.2,99.4]},{"test":97.33,"train":[54.6,93.9,97.5,98.5,99.4]},{"test":98.0,"train":[53.2,92.9,97.3,98.9,99.1]}],
        "0.3": [{"test":96.67,"train":[66.9,96.1,97.8,98.4,98.7]},{"test":96.67,"train":[68.0,95.5,97.4,97.8,98.5]},{"test":95.33,"train":[67.2,95.5,97.1,98.1,98.5]}],
        "1": [{"test":94.67,"train":[69.1,92.7,96.1,96.0,98.1]},{"test":93.67,"train":[69.6,95.1,96.5,96.7,96.9]},{"test":96.33,"train":[71.5,92.7,96.4,97.9,98.1]}],
        "3": [{"test":70.67,"train":[21.7,53.0,66.5,67.9,73.3]},{"test":35.0,"train":[31.5,25.3,38.5,44.4,47.2]},{"test":32.0,"train":[15.8,26.5,21.2,24.4,30.5]}],
      },
      6: {
        "0.003": [{"test":80.0,"train":[11.8,33.4,66.3,76.4,79.8]},{"test":65.0,"train":[13.8,29.1,53.0,64.9,66.1]},{"test":73.33,"train":[10.5,43.1,64.5,68.5,73.1]}],
        "0.01": [{"test":96.33,"train":[27.4,76.0,84.2,92.2,96.3]},{"test":96.33,"train":[23.2,62.6,73.6,86.1,92.5]},{"test":95.67,"train":[31.7,63.9,82.0,91.6,94.9]}],
        "0.03": [{"test":97.33,"train":[48.5,88.5,97.0,98.6,99.3]},{"test":97.0,"train":[41.0,79.9,94.9,98.4,99.2]},{"test":98.33,"train":[45.0,87.0,96.5,98.3,99.3]}],
        "0.1": [{"test":98.0,"train":[62.3,96.8,97.9,98.4,98.6]},{"test":96.0,"train":[58.2,95.1,97.4,99.3,98.9]},{"test":95.67,"train":[61.9,95.8,97.7,97.4,99.3]}],
        "0.3": [{"test":94.67,"train":[70.7,93.6,96.2,98.1,98.5]},{"test":94.67,"train":[71.5,89.4,97.3,97.5,97.0]},{"test":97.0,"train":[72.5,94.7,94.7,98.3,98.7]}],
        "1": [{"test":93.67,"train":[57.8,89.8,94.9,96.2,96.3]},{"test":76.33,"train":[57.8,88.8,93.5,94.5,91.8]},{"test":96.67,"train":[62.3,93.5,94.5,95.8,97.5]}],
        "3": [{"test":10.67,"train":[21.2,30.3,40.5,27.1,21.4]},{"test":18.67,"train":[17.6,18.6,18.8,18.0,17.0]},{"test":20.33,"train":[19.8,30.0,28.5,31.3,36.4]}],
      },
      12: {
        "0.003": [{"test":79.33,"train":[16.0,33.9,52.0,67.6,75.9]},{"test":74.0,"train":[16.2,42.0,56.2,62.0,70.1]},{"test":74.0,"train":[15.0,35.2,53.6,67.6,75.2]}],
        "0.01": [{"test":95.33,"train":[24.8,57.4,79.5,91.9,96.7]},{"test":94.33,"train":[29.7,62.3,83.1,90.3,94.7]},{"test":94.33,"train":[25.1,62.3,80.6,92.8,96.7]}],
        "0.03": [{"test":95.67,"train":[43.0,79.7,94.9,95.9,97.7]},{"test":93.67,"train":[44.7,83.5,95.6,97.6,98.4]},{"test":87.67,"train":[37.8,81.4,94.5,96.2,97.9]}],
        "0.1": [{"test":91.67,"train":[55.6,90.6,95.3,94.6,96.1]},{"test":96.0,"train":[55.1,90.0,92.5,95.4,96.7]},{"test":95.33,"train":[54.8,88.2,93.2,95.9,95.5]}],
        "0.3": [{"test":92.33,"train":[47.3,82.0,87.4,93.2,96.1]},{"test":89.67,"train":[51.0,86.9,93.5,94.7,97.1]},{"test":86.33,"train":[52.1,84.6,91.0,94.3,95.5]}],
        "1": [{"test":65.0,"train":[27.1,51.4,68.7,82.7,84.6]},{"test":61.0,"train":[27.6,49.2,61.1,66.7,78.1]},{"test":28.33,"train":[18.8,31.7,49.6,59.9,69.8]}],
        "3": [{"test":13.0,"train":[13.2,17.8,18.0,19.2,20.0]},{"test":10.0,"train":[11.4,10.4,10.7,10.0,10.4]},{"test":11.0,"train":[14.7,11.5,13.0,15.7,16.8]}],
      },
      24: {
        "0.003": [{"test":55.33,"train":[10.1,15.0,33.2,43.4,54.5]},{"test":44.33,"train":[11.2,20.7,26.6,35.3,44.2]},{"test":44.33,"train":[10.7,18.8,30.1,37.2,43.1]}],
        "0.01": [{"test":79.67,"train":[12.4,33.5,62.5,74.3,81.6]},{"test":75.67,"train":[17.0,35.5,45.6,65.1,75.3]},{"test":78.67,"train":[12.6,30.1,52.5,68.8,77.8]}],
        "0.03": [{"test":79.0,"train":[18.8,50.5,74.7,85.5,88.4]},{"test":92.33,"train":[26.7,56.5,80.2,86.2,89.5]},{"test":67.0,"train":[23.0,51.4,69.2,83.2,86.6]}],
        "0.1": [{"test":77.33,"train":[28.6,53.7,71.6,78.7,86.9]},{"test":55.67,"train":[24.6,51.7,73.3,78.8,85.9]},{"test":59.33,"train":[28.5,46.5,60.6,71.5,76.0]}],
        "0.3": [{"test":27.0,"train":[26.2,35.3,38.8,45.4,48.1]},{"test":32.67,"train":[25.5,47.5,58.2,65.1,69.9]},{"test":21.0,"train":[23.2,38.3,44.4,53.6,60.6]}],
        "1": [{"test":28.33,"train":[19.6,24.8,31.5,36.1,38.3]},{"test":37.33,"train":[14.8,21.5,28.8,32.4,36.4]},{"test":18.67,"train":[18.1,33.2,38.7,42.8,44.7]}],
        "3": [{"test":11.0,"train":[12.8,12.3,16.2,16.7,21.3]},{"test":13.0,"train":[14.8,11.4,11.6,11.4,11.1]},{"test":11.0,"train":[11.2,16.8,15.8,19.2,14.9]}],
      },
    },
  };
  const NORMS = [["none", "without norm"], ["batch", "with batch norm"]];
  const RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
  const DEPTHS = [3, 6, 12, 24];
  const CHANCE = 10;

  const runsOf = (norm, depth, rate) => RUNS[norm][depth][rate];

  /** Return the mean accuracy; a run that diverged counts as chance. */
  const mean = (runs) => runs.reduce((sum, { test }) =>
    sum + (test ?? CHANCE), 0) / runs.length;

  /** Return an SVG element. */
  function shape(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttribute(key, value);
    return made;
  }

  function rates(figure) {
    const id = `cnn-batchnorm-${++count}`;
    const state = { rate: 3, depth: 1 };
    const { box: says, say } = speaker();
    const cells = [];
    const map = ([norm, title]) => element("table", { class: "cnn-bn-map" },
      element("caption", {}, title),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" },
        "depth"), ...RATES.map((rate) =>
        element("th", { scope: "col" }, String(rate))))),
      element("tbody", {}, ...DEPTHS.map((depth, row) =>
        element("tr", {}, element("th", { scope: "row" }, String(depth)),
          ...RATES.map((rate, column) => {
            const value = mean(runsOf(norm, depth, rate));
            const button = element("button", { type: "button",
              onclick: () => go(column, row),
              "aria-label": `${title}, depth ${depth}, rate ${rate}: ` +
                `${value.toFixed(0)} %` }, value.toFixed(0));
            button.style.setProperty("--much", `${value}%`);
            cells.push({ button, column, row });
            return element("td", {}, button);
          })))));
    const maps = element("div", { class: "cnn-bn-maps" }, ...NORMS.map(map));
    const chart = shape("svg", { viewBox: "0 0 320 176", role: "img",
      class: "cnn-bn-chart" });
    const sliders = {
      rate: slide({ id: `${id}-rate`, label: "Rate", low: 0,
        high: RATES.length - 1, start: 3, words: (v) => String(RATES[v]),
        moved: (v) => go(v, state.depth) }),
      depth: slide({ id: `${id}-depth`, label: "Depth", low: 0,
        high: DEPTHS.length - 1, start: 1, words: (v) => String(DEPTHS[v]),
        moved: (v) => go(state.rate, v) }),
    };

    function go(rate, depth) {
      Object.assign(state, { rate, depth });
      sliders.rate.set(rate);
      sliders.depth.set(depth);
      show();
    }

    function show() {
      const [rate, depth] = [RATES[state.rate], DEPTHS[state.depth]];
      for (const { button, column, row } of cells) {
        const here = column === state.rate && row === state.depth;
        button.classList.toggle("cnn-bn-here", here);
        button.setAttribute("aria-pressed", String(here));
      }
      const x = (epoch) => 40 + 54 * epoch;
      const y = (percent) => 140 - 1.3 * percent;
      const line = (norm) => runsOf(norm, depth, rate).map(({ train }) =>
        shape("polyline", { class: `cnn-bn-${norm}`, points: train
          .map((percent, i) => `${x(i + 1)},${y(percent)}`).join(" ") }));
      const word = (text, at, up, anchor = "middle") => {
        const made = shape("text", { x: at, y: up, "text-anchor": anchor });
        made.textContent = text;
        return made;
      };
      chart.replaceChildren(
        shape("path", { d: "M60 10V140H312", class: "cnn-bn-axis" }),
        ...[0, 50, 100].map((p) => word(p, 54, y(p) + 4, "end")),
        ...[1, 2, 3, 4, 5].map((e) => word(e, x(e), 154)),
        word("across: epoch; up: training digits right, %", 172, 168),
        ...line("none"), ...line("batch"));
      const tell = (norm) => runsOf(norm, depth, rate).map(({ test }) =>
        test === null ? "diverged" : test.toFixed(1)).join(", ");
      const text = `Depth ${depth}, rate ${rate}. Test pictures right, %, ` +
        `by seed: without norm ${tell("none")}; with batch norm ` +
        `${tell("batch")}.`;
      chart.setAttribute("aria-label", text);
      say(text);
    }

    install(figure, element("div", { class: "cnn-lab cnn-bn" },
      element("p", {}, "Pick a rate and a depth, by slider or in the maps. " +
        "The maps and the text below have test pictures, the curves training " +
        "pictures, a line a seed. A diverged run counts as 10 %."),
      maps,
      element("div", { class: "cnn-inc-top" },
        element("div", {}, sliders.rate.box, sliders.depth.box,
          element("p", { class: "cnn-bn-key" },
            element("i", { class: "cnn-bn-none" }), " without norm ",
            element("i", { class: "cnn-bn-batch" }), " with batch norm")),
        chart),
      says));
    show();
  }

  cnncourse.explorers.batchnorm_rates = rates;
})();
