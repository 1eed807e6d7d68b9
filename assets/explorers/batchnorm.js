/* Explorer of the batch norm chapter: digits go through eight fresh layers,
   with a norm and without, while the reader turns the size of the weights. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { element, install, radios, slide, speaker } = cnncourse.panel;

  let count = 0; // of explorers on a page, for their ids

  /* The first 64 test digits at 8x8, byte by byte, and how the package
     normalizes them. */
  const BYTES = "AABQz48QAAAAAM/vn+9QAAAw7yAAr4AAAEC/AACAgAAAUIAAAI+AAABArwAQv3AAACDfUJ+/AAAAAGDPnwAAAAAAAL/PAAAAAABQ/4AAAAAAAM//MAAAAAAA388AAAAAAADvv3AgAAAAAM//z/8wAAAAcP+v74AAAAAQj++vMAAAAFC/EAAAAAAA799wAAAAAADPEL8AAAAAIJ8A3wAAAAAAIAD/EAAAAAAAYO8AAAAAAI//74+AIAAAMK+Az79AAACfcM+PAAAAAI+fv+8gAAAAQK+frwAAAAAQ/58QAAAAAL/PQAAAAAAAvxC/AAAAABCfIN8AAAAAAK/fUAAAAAAAAAC/IAAAAAAAYN8QAAAAAED/cIAAAAAAz48A/2AAAGD/n6//AAAAAFCfz/8AAAAAAABg/wAAAAAAAL+AAAAAAJ/frzAAAABA/89g3xAAAED/IACvcAAAgP8AAJ9QAACA/wAA30AAAID/ABD/EAAAQP8Qr+8AAAAAr/+/MAAAAABg358gAAAAAO/vz+8wAAAg/58Az48AABD/UAC/UAAAAP8wAM9gAAAQ71BgzxAAAAD/r9+fAAAAAHD/rxAAAAAAAAC/UAAAAAAAIP+/AAAAABC//68AAAAgv///nwAAAGCvUO9gAAAAAAAQ/48AAAAAACD/rwAAAAAAMP+AAAAAACDvzzAAAAAAn++v7wAAADD/YACfAAAAQP+AADCAAACA3zAAQIAAADDvEAAwcAAAAN+vYN9QAAAAQL/vYAAAAAAAEN/fMAAAAACfr8+AAAAAAHAAz4AAAAAAAHDvEAAAQIC/70AAAABg//9gAAAAAAAgv79AIAAAAAAQz/9QAAAAn+/fQAAAAABAYM//IAAAAAAw/48AAAAAABD/YAAAAAAAAJ+/AAAAAAAAEP9AAAAQj1Bg/3AAAADfv++vIAAAAACfrwAAAAAAj/9gAAAAAADvzwAAAAAAAN+fAAAAAAAQ77+AIAAAAAC/////nxAAAHD/v7//QAAAAI/vv1AAAAAQz58AAAAAcP///3AAAACA/8+f7wAAAID/ICDvMAAAUO8gAL9wAAAQ72Ag/zAAAACv78//AAAAABDv34AAAAAAn7+fAAAAADD///9AAAAAcO8wgM8AAACAvwAA3xAAAIC/AABwgAAAUM8AAECAAAAA34AAn4AAAABwv8+/QAAAEM/vIAAAAABg7++PAAAAAI+An88AAAAAUDC/vwAAAAAAMP9gAAAAAFDv7xAAAAAAYP/vv7+vAAAQr8///78AAAAAEL+AEAAAAABA//8QAAAAEM//rwAAABCv//+/AAAAIL+A/58AAAAAAADvgAAAAAAAQP9AAAAAAAAwz0AAAAAQj//vnwAAAGD/gHD/MAAAAK/f/68QAAAQz/9gAAAAAIDv/zAAAAAAUN+frwAAAAAA73D/MAAAAACv/4AAAAAAAL///4AAAAAw/8+AUAAAACD/MAAAAAAAAP/PjwAAAAAAn///cAAAAAAAEJ/PAAAAACCv/58AAAAAr/+/AAAAAAAgr/9AAAAAAL+Pr+8QAAAAIABA/wAAAAAAIIDvEAAAQP///+9wAAAwYED/MAAAAAAAYK8AAAAAAAC/cAAAAAAAQI/PUAAAABD//7+vAAAAAK+AUP8AAAAAcJ/PnwAAAABA/88AAAAAAM/vvwAAAAAAr4/fUAAAAAAAn/+AAAAAAGDPIAAAAABA////rwAAAAC/rxBgEAAAAL/fnyAAAAAAEIC/vwAAAAAAAI/fAAAAAECP/1AAAAAAj99AAAAAAAAwv58QAAAAEP///58AAABQ/89g/xAAAFD/cADPMAAAUP9AAM9wAAAQ/4AA33AAAADP38//MAAAACDP72AAAAAg7/9gAAAAAFD/798AAAAAUM+f3wAAAAAAAL+/AAAAAAAQ/3AAAAAAAJ/vIAAAAAAw/5+AYBAAACDv////cAAAAFC/zyAAAAAw/9//zxAAAED/j/+/EAAAEI//7xAAAAAQz///UAAAADD/UL//AAAAMO9w378AAAAAYP/PMAAAAAAAUN8AAAAAABDvzwAAAAAAj//PAAAAAFD/788AAAAAgP///++PAAAAQJ/fgFAAAAAAgL8AAAAAAABwnwAAAAAAIL9AAAAAABC///8wAAAAcP9gQM8AAACA/2AAz1AAABD/UABwjwAAAP+AAIC/AAAAz9/f/58AAABA3+9wAAAAAAD/cAAAAAAAYP9AAAAAAACv7wAAAAAAAL+/AAAAAAAA7///gAAAAAC//8/vgAAAAL//cM/vAAAAEK//748AAFD///+vEAAAQP/vn4AQAABA/78AAAAAABDP/1AAAAAAAGD/zwAAAAAAAJ//QAAAAABAz/8gAAAAIO//jwAAAAAAYO/PMAAAAADP3++/AAAAAN+vz+9QAAAAj//vgAAAACD///8gAAAAgP8g358AAABQ/4/frwAAAACA388gAAAAABCAn++vAAAg3+/P/3AAAABgAGDfIAAAAAAwr78gAAAAIP//74AAAAAwz+8gAAAAAADPnwAAAAAAEP9QAAAAAABw7+9AAAAAgP///0AAAACA74D/QAAAAAAAn+8AAAAAABDvjwAAAAAAYP8gAAAAAACA/4CvjwAAAI///78wAAAAABCv31AAAAAAj///UAAAAJ////8QAABQ/////wAAABBQr///AAAAAABQ//8AAAAAAACv/wAAAAAAAK+fAAAAEJ/v/88wAABQ31BQ74AAAAAAACDvYAAAAAAAj/8AAAAAAACP/wAAAAAAAED/YAAAACAwz78AAAAA789wAAAAAAAAIO9AAAAAAACA7xAAAAAAEN+/AAAAAABg/78AAAAAAM//70AgAACP/////68AADCAgP8wAAAAAAAw7wAAAABA/////1AAAK//gFCAMAAAn/8gAAAAAAAw/2AAAAAAAAD/jwAAAAAAAL//IAAAAAAAYP+vAAAAAED/vxAAAAAAAAAAcN9wAAAAADD//48AAABg7///YAAAUP////8gAABAgID//wAAAAAAMP//MAAAAAAQz/8AAAAAAACA7wAAAACP/zAAAAAAAK//3xAAAAAAAK//QAAAAAAAgP+fEAAAEL////+PAAAQr/+vQAAAAABg/0AAAAAAAK+vAAAAAAAAQO///1AAAABgj6//rwAAAAAAMP9QAAAAADDf/58AAABw//+vMAAAAIDvzwAAAAAAUP9wAAAAAABw3yAAAAAAAAAg74AAAAAAAK//QAAAAACP//8AAAAAMO///wAAAAC/////32AAAGC/3/+/UAAAAACAzwAAAAAAACDfEAAAAAAw70AAAAAAAL//IAAAAAAQ/3AQAAAAADD/EGAQAAAAMO+Av88wAAAg/yAAcL8AAADPj0CP7wAAADDP/+9QAAAAcO9gAAAAAAAg3+8gAAAAAABQ/2AAAAAAAFD/jyAAAFDf/++vQAAAUHC/rwAAAAAAQO8QAAAAAACfrwAAAAAAQM+PgDAAAABQ/9+/v2AAAID/EAAAAAAAMP+vEAAAAAAAgP+PAAAAAAAAn/8AAAAAEBC/3wAAAABA398wAAAAAAAg388AAAAAAJ/v74AAAAAg/3BA7wAAAED/QADPcAAAQP8QAJ+AAABA/1AQv68AABDv38//MAAAADC/z1AAAAAAYN+AAAAAAGD/n99AAAAAr1AAr0AAAABAYCD/IAAAAAAAz3AAAAAAAHDfAAAAAAAAv5+AgEAAAABw39/fzwAAABCfz88QAAAQz59A30AAAIDPAHC/AAAAIL/f7yAAAAAAUO/vIAAAAACAcDDPMAAAAICAAM9AAAAAEK///yAAAAAAz78AAAAAAGD/cAAAAAAA7+8QEEAAAGD/n4/v3wAAj/////9AAAAggL//jwAAAAAAz/8AAAAAAADf7xAAAAAAUO+/gAAAAADP/5/PMAAAUP+PAIBAAABAzxAAQIAAAECAAACAQAAAEN8AAK8wAAAAv4+P7wAAAABA3+9AAAAAAEC/EAAAAAAA388AAAAAACD/MAAAAAAAcM8AAAAAAABwv3C/YCAAAEDv77/PrwAAEM//UK+/AAAAUM//rxAAAABggIDPMAAAEN/fv48wAABA/4AgAAAAAED/z+9wAAAAAAAAMO8AAAAAAAAw7wAAAABggM+AAAAAAI/vgAAAAAAAQO/fnxAAAABwjwCPgAAAAK+PIM9wAAAAQO/fQAAAAABg7+8QAAAAQN8Qz3AAAABwzxBQzwAAAABw3///EAAAABCv//+fAAAAz9+Av68AAABAAADPQAAAAAAAMO8AAAAAIO///48AAAAwz/+AEAAAAABwnwAAAAAAAM8wAAAAACDv/3AAAAAAn++f/yAAAACPr1D/AAAAAAAAv68AAAAAAFD/IAAAAAAw74AAAAAAAIDvUFCAMAAAMO////+fAAAAAACv3zAAAAAAIP//IAAAAACv/98AAAAAMP//7wAAABDP///PAAAAYP+P788AAAAAAAC//xAAAAAAAI/fEAAAIM///68AAACfr0C/vwAAABAQQN+AAAAAACD//4AAAAAAAHCP/4AAAAAAAACfvwAAAFCPn/+PAAAA7//PcAAAAABA/2AAAAAAAL/vEAAAAAAQ/68AAAAAAID/MABwQAAAv/9gr/9wAABw///vMAAAAABA/58AAAAAAED/YAAAAAAAUIC//0AAADD/r3AQAAAAMN9gQAAAAABQ/7/fYAAAAAAgAEC/AAAAAAAAQJ8AAAAAYIDfcAAAAABwz3AAAAAAAAAgz48AAAAAAHD/7wAAAAAAr/9wAAAAAADv/yAAAAAAcP/fAAAAAADP/98AAAAAAIDv/wAAAAAAADDPgAAAAAAwz/+vAAAAAN+/3/8QAAAAYABw7wAAAAAAAL+vAAAAAIDP/99AAABQ///fv0AAAAAw/zAAAAAAAIDPAAAAAAAAIJ//zwAAADD/gCD/EAAAgM8AIP9gAABg/7///3AAAAAgQIC/EAAAAAAQ7zAAAAAAAI+fAAAAAAAQ/zAAAAAAEL//nwAAAABwr3DfEAAAACAgMN8AAAAAADDfYAAAAAAAv///YAAAAAAgAFDvYAAAEK9AQM+AAAAg3///zxAAAAAQz3AAAAAAAHDfIAAAAAAAz1AAAAAAAAD/MAAAAAAAMP+fv78wAAAw/69Qj78AABDPr0DPrwAAABC//68gAAAAAJ/fAAAAAAAQ/58AAAAAAJ//EAAAAABA/4AAMFAAAJ/vACDvnwAAv//f/88QAAAgr9//MAAAAAAAgP8gAAAAMM//jwAAAACf78/vIAAAAO9AQP8QAAAAAABQ/yAAAAAAEN/PAAAAAACf/1AAAAAAQP/PgJ+PEAAg///fv48QAABAr99AAAAAUM9Aj3AAAABwn5/PIAAAABCP/+8gAAAAAIBwj78AAAAAvwAQ31AAAACvYABwgAAAACDv/+9AAA==";
  const [MEAN, STD] = [0.3055, 0.376];
  const UNITS = 64; // digits, pixels of a digit, and units of each layer
  const LAYERS = 8;
  const EPSILON = 1e-5;
  const [BINS, REACH] = [24, 4]; // of a histogram

  const ACTIVATIONS = {
    ReLU: (x) => Math.max(0, x),
    tanh: Math.tanh,
    sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  };

  /** Return a generator of numbers between 0 and 1 (mulberry32). */
  function uniform(seed) {
    return () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** Return a layer's weights: normal, He's variance of 2 / inputs. */
  function weights(draw) {
    const found = new Float64Array(UNITS * UNITS);
    const spread = Math.sqrt(2 / UNITS);
    for (let i = 0; i < found.length; i += 2) {
      const length = Math.sqrt(-2 * Math.log(1 - draw()));
      const angle = 2 * Math.PI * draw();
      found[i] = spread * length * Math.cos(angle);
      found[i + 1] = spread * length * Math.sin(angle);
    }
    return found;
  }

  /** Give each unit mean 0 and variance 1 over the digits, in place. */
  function normalize(x) {
    for (let unit = 0; unit < UNITS; unit++) {
      let [mean, variance] = [0, 0];
      for (let n = 0; n < UNITS; n++) mean += x[n * UNITS + unit] / UNITS;
      for (let n = 0; n < UNITS; n++)
        variance += (x[n * UNITS + unit] - mean) ** 2 / UNITS;
      const scale = 1 / Math.sqrt(variance + EPSILON);
      for (let n = 0; n < UNITS; n++) {
        const at = n * UNITS + unit;
        x[at] = (x[at] - mean) * scale;
      }
    }
  }

  const digits = Float64Array.from(atob(BYTES),
    (c) => (c.charCodeAt(0) / 255 - MEAN) / STD);

  /** Return what goes into the non-linearity of each layer: a list of
      (digits x units), for weights that are `factor` times He's. */
  cnncourse.batchnormLayers = (factor, kind, seed, norm) => {
    const draw = uniform(seed);
    const act = ACTIVATIONS[kind];
    let x = digits;
    return Array.from({ length: LAYERS }, () => {
      const weight = weights(draw);
      const z = new Float64Array(UNITS * UNITS);
      for (let n = 0; n < UNITS; n++)
        for (let unit = 0; unit < UNITS; unit++) {
          let sum = 0;
          for (let k = 0; k < UNITS; k++)
            sum += weight[unit * UNITS + k] * x[n * UNITS + k];
          z[n * UNITS + unit] = factor * sum;
        }
      if (norm) normalize(z);
      x = z.map(act);
      return z;
    });
  };

  /** Return the deviation over all digits and units. */
  function deviation(x) {
    const mean = x.reduce((a, b) => a + b) / x.length;
    return Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length);
  }

  /** Return a deviation in as many words as fit below a histogram. */
  function short(value) {
    if (value < 0.01 || value >= 1000) return value.toExponential(0);
    return value < 10 ? value.toFixed(2) : value.toFixed(0);
  }

  function histogram() {
    const bars = Array.from({ length: BINS }, () => element("i"));
    const box = element("div", { class: "cnn-bn-bars" }, ...bars);
    const label = element("b");
    const cell = element("div", {}, box, label);
    const show = (values) => {
      const found = new Array(BINS).fill(0);
      for (const value of values) {
        const bin = Math.floor(((value + REACH) * BINS) / (2 * REACH));
        found[Math.max(0, Math.min(BINS - 1, bin))]++;
      }
      const most = Math.max(...found);
      bars.forEach((bar, i) => {
        bar.style.height = `${(100 * found[i]) / most}%`;
      });
      label.textContent = short(deviation(values));
    };
    return { cell, show };
  }

  function scale(figure) {
    const id = `cnn-batchnorm-${++count}`;
    const state = { power: 0, kind: "ReLU", seed: 1 };
    const { box: says, say } = speaker();
    const rows = [false, true].map((norm) => ({ norm,
      cells: Array.from({ length: LAYERS }, histogram) }));
    const grid = element("div", { class: "cnn-bn-grid", role: "img" },
      element("strong", {}, "layer"),
      ...Array.from({ length: LAYERS }, (_, i) =>
        element("strong", {}, String(i + 1))),
      ...rows.flatMap(({ norm, cells }) => [
        element("span", {}, norm ? "with norm" : "without"),
        ...cells.map(({ cell }) => cell)]));
    const turned = (key) => (value) => {
      state[key] = value;
      show();
    };
    const factor = () => 2 ** state.power;

    function show() {
      const found = rows.map(({ norm, cells }) => {
        const layers =
          cnncourse.batchnormLayers(factor(), state.kind, state.seed, norm);
        layers.forEach((values, i) => cells[i].show(values));
        return layers.map(deviation);
      });
      const [without, withNorm] = found.map((list) =>
        [list[0], list[LAYERS - 1]].map((v) => v.toPrecision(3)));
      const text = `Weights ${factor().toPrecision(3)} times He's, ` +
        `${state.kind}. Deviation of what goes into the non-linearity: ` +
        `without the norm ${without[0]} in layer 1 and ${without[1]} in ` +
        `layer ${LAYERS}; with it ${withNorm[0]} and ${withNorm[1]}.`;
      grid.setAttribute("aria-label", text);
      say(text);
    }

    install(figure, element("div", { class: "cnn-lab cnn-bn" },
      element("p", {}, `${UNITS} digits go through ${LAYERS} fresh layers. ` +
        "Turn the size of the weights: what does each layer get?"),
      element("div", { class: "cnn-inc-top" },
        element("div", {},
          slide({ id: `${id}-scale`, label: "Weights", low: -3, high: 3,
            step: 0.25, start: 0, words: (v) => `× ${(2 ** v).toPrecision(3)}`,
            moved: turned("power") }).box,
          slide({ id: `${id}-seed`, label: "Draw", low: 1, high: 20,
            start: 1, moved: turned("seed") }).box),
        radios({ name: `${id}-kind`, legend: "Non-linearity",
          choices: Object.keys(ACTIVATIONS).map((k) => [k, k]),
          picked: turned("kind") }).box),
      grid,
      element("p", {}, `Each histogram reaches from −${REACH} to ${REACH}; ` +
        "what lies beyond stands in its last bars. Below: the deviation."),
      says));
    show();
  }

  cnncourse.explorers.batchnorm = scale;
})();
