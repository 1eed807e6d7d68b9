/* Two explorers of the DenseNet chapter.

   Without a network: who reads whom, with the growth rate, the number of
   layers and the compression turned. With one: what its weights say of each
   connection, and what happens when the reader does not see it. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { ARROWS, chooser, colorOf, element, install, many, outline,
    paintPictures, slide, speaker, themed, within } = cnncourse.panel;
  const NS = "http://www.w3.org/2000/svg";
  const BOTTLENECK = 4;
  const SIDE = 32; // of the pictures that costs are counted for
  const CLASSES = 10;

  let count = 0; // of explorers on a page, for their ids

  const svg = (name, attributes, ...children) => {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // --- who reads whom -----------------------------------------------------

  /** Return the blocks of a DenseNet for small pictures: what comes in, what
      each layer reads, what leaves; and the network's parameters and MACs. */
  cnncourse.denseNet = (growth, layers, compression, blocks = 3) => {
    const width = BOTTLENECK * growth;
    let channels = 2 * growth;
    let side = SIDE;
    let parameters = 9 * 3 * channels;
    let macs = parameters * side * side;
    const found = [];
    for (let b = 0; b < blocks; b++) {
      const block = { enters: channels, side, reads: [] };
      for (let i = 0; i < layers; i++) {
        const weights = channels * width + 9 * width * growth;
        block.reads.push(channels);
        parameters += weights + 2 * channels + 2 * width;
        macs += weights * side * side;
        channels += growth;
      }
      block.leaves = channels;
      found.push(block);
      if (b === blocks - 1) break;
      const kept = Math.max(1, Math.floor(compression * channels + 1e-9));
      parameters += channels * kept + 2 * channels;
      macs += channels * kept * side * side;
      block.kept = channels = kept;
      side = Math.floor(side / 2);
    }
    parameters += 2 * channels + channels * CLASSES + CLASSES;
    macs += channels * CLASSES;
    return { blocks: found, parameters, macs, width };
  };

  function connect(figure) {
    const id = `cnn-densenet-${++count}`;
    const state = { growth: 12, layers: 6, compression: 0.5, block: 0,
      layer: 4 };
    const { box: says, say } = speaker();
    const board = svg("svg", { class: "cnn-dense-arcs", role: "application",
      tabindex: "0", viewBox: "0 0 340 196" });
    const turn = (key, label, low, high, step, words) =>
      slide({ id: `${id}-${key}`, label, low, high, step, start: state[key],
        words, moved: (value) => {
          state[key] = value;
          state.layer = within(state.layer, 1, state.layers + 1);
          show();
        } });
    const number = (value) => String(value);
    const sliders = [
      turn("growth", "Growth rate k", 1, 48, 1, number),
      turn("layers", "Layers a block", 1, 16, 1, number),
      turn("compression", "Compression θ", 0.1, 1, 0.05,
        (value) => value.toFixed(2)),
    ];
    const pick = (block, layer) => {
      const chosen = [within(block, 0, 2), within(layer, 1, state.layers + 1)];
      if (chosen[0] === state.block && chosen[1] === state.layer) return;
      [state.block, state.layer] = chosen;
      show();
    };
    board.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      let layer = state.layer + arrow[0];
      let block = state.block + arrow[1];
      if (layer < 1 && block > 0) [block, layer] = [block - 1, 99];
      if (layer > state.layers + 1 && block < 2) [block, layer] = [block + 1,
        1];
      pick(block, layer);
    });
    const [LEFT, RIGHT, TOP] = [18, 318, [46, 108, 170]];
    const gap = () => (RIGHT - LEFT) / (state.layers + 1);
    const at = (event) => {
      const box = board.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 340;
      const y = ((event.clientY - box.top) / box.height) * 196;
      const block = TOP.findIndex((top) => y < top + 16);
      if (block >= 0) pick(block, Math.round((x - LEFT) / gap()));
    };
    board.addEventListener("pointermove", at);
    board.addEventListener("pointerdown", at);
    install(figure, element("div", { class: "cnn-lab cnn-dense" },
      element("p", {}, "Point at a layer, or use the arrow keys: the arcs " +
        "come from all that it reads. Then turn the growth rate and the " +
        "compression."),
      ...sliders.map(({ box }) => box), board, says));

    function show() {
      const net = cnncourse.denseNet(state.growth, state.layers,
        state.compression);
      const [quiet, loud, marks] = [[], [], []];
      const place = (i) => LEFT + i * gap();
      net.blocks.forEach((block, b) => {
        const y = TOP[b];
        for (let to = 1; to <= state.layers + 1; to++)
          for (let from = 0; from < to; from++) {
            const on = b === state.block && to === state.layer;
            const [x0, x1] = [place(from), place(to)];
            const high = Math.min(46, 8 + 5 * (to - from));
            (on ? loud : quiet).push(svg("path", { class: on ? "cnn-on" : "",
              d: `M ${x0} ${y} C ${x0} ${y - high}, ${x1} ${y - high}, ` +
                `${x1} ${y}` }));
          }
        for (let i = 0; i <= state.layers + 1; i++) {
          const end = i === 0 || i === state.layers + 1;
          const on = b === state.block && i === state.layer;
          marks.push(svg(end ? "rect" : "circle", {
            class: on ? "cnn-on" : "",
            ...(end ? { x: place(i) - 4, y: y - 4, width: 8, height: 8 }
              : { cx: place(i), cy: y, r: 4 }) }));
          if (end || on || state.layers < 9)
            marks.push(svg("text", { x: place(i), y: y + 18,
              "text-anchor": "middle" }, String(i === 0 ? block.enters
              : end ? block.leaves : `+${state.growth}`)));
        }
      });
      board.replaceChildren(...quiet, ...loud, ...marks);
      const text = words(net);
      board.setAttribute("aria-label", `Three dense blocks. ${text}`);
      say(text);
    }

    function words(net) {
      const { growth, layers, block: b, layer } = state;
      const block = net.blocks[b];
      const source = b ? `from transition ${b}` : "from the stem";
      const size = `${block.side}x${block.side}`;
      const before = Math.min(layer, layers + 1) - 1;
      const sum = `${block.enters} ${source}` + (before
        ? ` and ${before} x ${growth} from ${many(before, "layer")}` : "");
      const own = `${block.enters + before * growth} maps of ${size}`;
      const who = layer <= layers ? `Layer ${layer} of block ${b + 1}`
        : b < 2 ? `Transition ${b + 1}` : "The classifier";
      let text = `${who} reads ${own}: ${sum}. `;
      text += layer <= layers
        ? `Its 1x1 convolution makes ${net.width} maps from them, its 3x3 ` +
          `${many(growth, "new map")}; ${many(layers - layer + 1, "reader")} ` +
          (layers - layer ? "follow. " : "follows. ")
        : b < 2 ? `It keeps ${block.kept} and halves their sides. `
          : `It gives ${CLASSES} scores. `;
      return `${text}The network: ${net.parameters.toLocaleString("en-US")} ` +
        `parameters, ${(net.macs / 1e6).toFixed(1)} M MACs for a picture ` +
        `of ${SIDE}x${SIDE}.`;
    }
    show();
  }

  // --- what the weights say, and what is missed -----------------------------

  const EACH = 5;
  const COUNT = 10 * EACH;
  const picture = (i) => cnncourse.picture(Math.floor(i / EACH), i % EACH);

  /** Return the connections of an exported DenseNet, block by block: the step
      that joins what the reader reads, the part that it reads, the name of
      the layer whose weights read it, and which of its inputs. */
  cnncourse.denseConnections = (network) => {
    const of = (name) => network.steps.find((step) => step.name === name);
    const readers = [];
    for (const step of network.steps) {
      const norm = step.name.match(
        /^features\.(denseblock(\d+)\.denselayer(\d+)\.norm1|transition(\d+)\.norm|norm5)$/,
      );
      if (!norm) continue;
      const [, , block, layer, transition] = norm;
      const here = step.name.replace(/norm1?$/, "conv" + (layer ? "1" : ""));
      readers.push({ block: Number(block || transition || 0), norm: step,
        layer: Number(layer || 0),
        weights: of(norm[1] === "norm5" ? "classifier" : here) });
    }
    const last = Math.max(...readers.map(({ block }) => block));
    const most = Math.max(...readers.map(({ layer }) => layer));
    const found = [];
    for (const reader of readers) {
      const join = of(reader.norm.inputs[0]);
      const parts = join.op === "concatenate" ? join.inputs : [join.name];
      let start = 0;
      parts.forEach((part, read) => {
        const width = of(part).shape[0];
        found.push({ block: reader.block || last,
          reader: reader.layer || most + 1, read, part, start,
          end: start + width, norm: reader.norm, join: join.name,
          layer: reader.weights });
        start += width;
      });
    }
    return found;
  };

  /** Return a place in an order: largest, 2nd largest, 13th largest. */
  const nth = (rank) => (rank === 1 ? "" : rank +
    (rank > 3 ? "th " : ["nd ", "rd "][rank - 2])) + "largest";

  /** Return the mean absolute weight of a connection. */
  cnncourse.denseWeight = ({ layer, start, end }) => {
    const [rows, columns] = layer.weight.shape;
    const each = layer.weight.data.length / rows / columns;
    let sum = 0;
    for (let row = 0; row < rows; row++)
      for (let i = (row * columns + start) * each;
        i < (row * columns + end) * each; i++)
        sum += Math.abs(layer.weight.data[i]);
    return sum / (rows * (end - start) * each);
  };

  function reuse(figure, network) {
    const id = `cnn-densenet-${++count}`;
    const all = cnncourse.denseConnections(network);
    const strengths = all.map(cnncourse.denseWeight);
    const layers = Math.max(...all.map(({ reader }) => reader)) - 1;
    const state = { picture: 7 * EACH + 1, block: 1, reader: 2, read: 0,
      hidden: true };
    const kept = []; // results of all steps, by picture
    const means = new Map(); // by part
    const { box: says, say } = speaker();
    const cells = layers + 1;
    const grid = chooser("The weights of block 1, a column for each reader, " +
      "a row for what it reads. Arrow keys choose.", cells, cells,
    (column, row) => {
      state.reader = column + 1;
      state.read = Math.min(row, column);
      show();
    });
    const pictures = chooser(`${COUNT} pictures, a column for each class. ` +
      "Arrow keys choose.", COUNT / EACH, EACH, (column, row) => {
      state.picture = column * EACH + row;
      show();
    });
    const which = slide({ id: `${id}-block`, label: "Block", low: 1, high: 3,
      start: 1, moved: (value) => {
        state.block = value;
        show();
      } });
    const hide = element("input", { type: "checkbox", id: `${id}-hide`,
      checked: true, onchange: () => {
        state.hidden = hide.checked;
        show();
      } });
    const answers = element("div", { class: "cnn-bars", role: "img" });
    let run = 0;
    let asis = 0; // pictures that are named with nothing hidden

    install(figure, element("div", { class: "cnn-lab cnn-dense" },
      element("p", {}, "Each cell is a connection: the fuller its color, the " +
        "larger its weights. Choose one. Its reader then sees the mean of those " +
        "maps, the same for every picture."),
      element("div", { class: "cnn-dense-top" },
        element("div", {}, which.box, grid.box,
          element("p", { class: "cnn-dense-legend" }, "across: layer 1 to " +
            `${layers}, then what follows the block; down: the block's ` +
            "input, then its layers")),
        element("div", {}, pictures.box,
          element("p", {}, hide, element("label", { for: `${id}-hide` },
            " hide the connection")), answers)),
      says));
    paintPictures(pictures.canvas, Array.from({ length: COUNT }, (_, i) =>
      picture((i % (COUNT / EACH)) * EACH + Math.floor(i * EACH / COUNT))),
    COUNT / EACH);
    themed(() => paint());
    collect();

    /** Run the network on all pictures, some at a time. */
    function collect() {
      const from = kept.length;
      for (let i = from; i < Math.min(from + 5, COUNT); i++)
        kept.push(cnncourse.run(network,
          cnncourse.normalize(network, picture(i))));
      if (kept.length < COUNT) return void setTimeout(collect);
      asis = kept.filter((results, i) => cnncourse.answer(network,
        results).winner === Math.floor(i / EACH)).length;
      for (const part of new Set(all.map((one) => one.part))) {
        const mean = new Float32Array(kept[0][part].data.length);
        for (const results of kept)
          results[part].data.forEach((value, i) =>
            (mean[i] += value / COUNT));
        means.set(part, mean);
      }
      show();
    }

    const current = () => all.findIndex((one) => one.block === state.block &&
      one.reader === state.reader && one.read === state.read);

    /** Return what the network answers when a reader sees means. */
    function answer(i) {
      if (!state.hidden) return cnncourse.answer(network, kept[i]);
      const one = all[current()];
      const maps = kept[i][one.join];
      const places = maps.shape[1] * maps.shape[2];
      const data = maps.data.slice();
      data.set(means.get(one.part), one.start * places);
      const changed = new Set(["seen"]);
      const found = { ...kept[i], seen: { shape: maps.shape, data } };
      for (const step of network.steps) {
        const inputs = step === one.norm ? ["seen"] : step.inputs;
        if (!inputs.some((name) => changed.has(name))) continue;
        found[step.name] = again(step, inputs.map((name) => found[name]));
        changed.add(step.name);
      }
      return cnncourse.answer(network, found);
    }

    /** Run one step on what it reads. */
    function again(step, given) {
      if (step.op !== "concatenate")
        return cnncourse.run({ steps: [{ ...step, inputs: ["input"] }] },
          given[0])[step.name];
      const data = new Float32Array(given.reduce((n, maps) =>
        n + maps.data.length, 0));
      let start = 0;
      for (const maps of given) {
        data.set(maps.data, start);
        start += maps.data.length;
      }
      const channels = given.reduce((n, { shape }) => n + shape[0], 0);
      return { shape: [channels, ...given[0].shape.slice(1)], data };
    }

    function paint() {
      const { canvas } = grid;
      canvas.width = canvas.height = cells * 9 - 1;
      const context = canvas.getContext("2d");
      const ink = colorOf(figure).join(", ");
      const most = Math.max(...strengths.filter((_, i) =>
        all[i].block === state.block));
      all.forEach((one, i) => {
        if (one.block !== state.block) return;
        const much = 0.08 + 0.92 * strengths[i] / most;
        context.fillStyle = `rgba(${ink}, ${much})`;
        context.fillRect((one.reader - 1) * 9, one.read * 9, 8, 8);
      });
      outline(grid.mark, canvas, (state.reader - 1) * 9, state.read * 9, 8,
        8);
      grid.set(state.reader - 1, state.read);
    }

    function show() {
      if (means.size === 0) return;
      paint();
      const [column, row] = [Math.floor(state.picture / EACH),
        state.picture % EACH];
      pictures.set(column, row);
      outline(pictures.mark, pictures.canvas, column * 17, row * 17, 16, 16);
      const i = current();
      const { winner, scores } = answer(state.picture);
      answers.replaceChildren(...network.classes.map((title, k) => {
        const bar = element("i");
        bar.style.height = `${60 * scores[k]}%`;
        return element("span", { class: k === winner ? "cnn-wins" : "" }, bar,
          title);
      }));
      const named = `${network.classes[winner]} ` +
        `(${(100 * scores[winner]).toFixed(0)} %)`;
      answers.setAttribute("aria-label", `The answer: ${named}`);
      const last = state.block < 3 ? `transition ${state.block}`
        : "the classifier";
      const reader = state.reader <= layers ? `layer ${state.reader}` : last;
      const source = state.read ? `layer ${state.read}`
        : state.block > 1 ? `transition ${state.block - 1}` : "the stem";
      const rank = 1 + strengths.filter((value, k) => value > strengths[i] &&
        all[k].block === state.block).length;
      const text = `Block ${state.block}, ${reader} reads ` +
        `${many(all[i].end - all[i].start, "map")} of ${source}: mean ` +
        `weight ${strengths[i].toFixed(3)}, the ${nth(rank)} of the block's ` +
        `${all.filter(({ block }) => block === state.block).length}. ` +
        `${state.hidden ? "Hidden" : "Seen"}: a ` +
        `${network.classes[column]} is called ${named}. `;
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
      say(`${text}Of all ${COUNT} pictures it names ${right}` +
        (state.hidden ? ` (${asis} with nothing hidden).` : "."));
    }
  }

  cnncourse.explorers.densenet = (figure, networks) =>
    networks.length ? reuse(figure, networks[0]) : connect(figure);
  cnncourse.explorers.densenet.needs = "pictures.js";
})();
