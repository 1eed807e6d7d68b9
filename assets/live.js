/* Runs a trained network in the page: plain JavaScript, no library.

   A network is data (assets/networks/NAME.js, written by cnncourse/live.py):
   a list of steps, each with a name, an operation, the names of the steps it
   reads, and its numbers. `cnncourse.run` carries the steps out in order and
   keeps every result, so that an explorer can show all of them.

   What goes from step to step is a stack of maps: {shape: [channels, height,
   width], data: Float32Array}, one map after the other, row by row. What has
   no place, as after a dense layer, has height and width 1.

   Everything here works from the file system and under a content security
   policy of `script-src 'self'`. */
(() => {
  "use strict";

  const cnncourse = (window.cnncourse ||= {});
  cnncourse.networks ||= {}; // by name, as they are in their files
  cnncourse.explorers ||= {}; // by name, functions (figure, networks)

  /** Return a stack of maps filled with zeros. */
  function maps(channels, height, width) {
    const data = new Float32Array(channels * height * width);
    return { shape: [channels, height, width], data };
  }

  /** Return a stack of the same shape, with f(value) in each place. */
  function each(x, f) {
    const out = maps(...x.shape);
    for (let i = 0; i < x.data.length; i++) out.data[i] = f(x.data[i], i);
    return out;
  }

  /** Return how many windows fit along a side of n places. */
  cnncourse.count = count;
  function count(n, size, stride, padding, dilation, ceil) {
    const reach = dilation * (size - 1) + 1;
    const steps = (n + 2 * padding - reach) / stride;
    let windows = (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
    // A window that would start in the padding after the last row is left out.
    if (ceil && (windows - 1) * stride >= n + padding) windows -= 1;
    if (windows < 1) throw new Error(`a side of ${n} is too short for ${size}`);
    return windows;
  }

  /** Return the same maps with `rows` and `columns` of zeros around them. */
  function padded(x, [rows, columns]) {
    if (!rows && !columns) return x;
    const [channels, height, width] = x.shape;
    const out = maps(channels, height + 2 * rows, width + 2 * columns);
    const [, tall, wide] = out.shape;
    for (let c = 0; c < channels; c++)
      for (let y = 0; y < height; y++) {
        const row = x.data.subarray((c * height + y) * width).subarray(0, width);
        out.data.set(row, (c * tall + y + rows) * wide + columns);
      }
    return out;
  }

  /* Each operation gets its step and the maps it reads; it returns new ones. */
  const operations = {
    /* At each place: take the patch, and sum its products with each kernel,
       plus a bias. With groups, a kernel reads its share of the maps. */
    convolution(step, input) {
      const [, height, width] = input.shape;
      const [channels, reads, rows, columns] = step.weight.shape;
      const { stride, padding, dilation, groups } = step;
      const tall = count(height, rows, stride[0], padding[0], dilation[0]);
      const wide = count(width, columns, stride[1], padding[1], dilation[1]);
      const x = padded(input, padding);
      const [, high, broad] = x.shape;
      const out = maps(channels, tall, wide);
      const weight = step.weight.data;
      const patch = new Float64Array(reads * rows * columns);
      for (let g = 0; g < groups; g++)
        for (let y = 0; y < tall; y++)
          for (let z = 0; z < wide; z++) {
            let k = 0;
            for (let r = g * reads; r < (g + 1) * reads; r++)
              for (let i = 0; i < rows; i++) {
                const row = r * high + y * stride[0] + i * dilation[0];
                let from = row * broad + z * stride[1];
                for (let j = 0; j < columns; j++, from += dilation[1])
                  patch[k++] = x.data[from];
              }
            const last = ((g + 1) * channels) / groups;
            for (let c = (g * channels) / groups; c < last; c++) {
              let sum = step.bias ? step.bias[c] : 0;
              const kernel = c * patch.length;
              for (let k = 0; k < patch.length; k++)
                sum += weight[kernel + k] * patch[k];
              out.data[(c * tall + y) * wide + z] = sum;
            }
          }
      return out;
    },

    /* Every output reads every input. */
    linear(step, x) {
      const [channels, reads] = step.weight.shape;
      if (x.data.length !== reads)
        throw new Error(`${step.name} reads ${reads} numbers, it got ` +
          `${x.data.length}`);
      const out = maps(channels, 1, 1);
      for (let c = 0; c < channels; c++) {
        let sum = step.bias ? step.bias[c] : 0;
        for (let r = 0; r < reads; r++)
          sum += step.weight.data[c * reads + r] * x.data[r];
        out.data[c] = sum;
      }
      return out;
    },

    /* A batch norm that no longer learns: a factor and a shift per map. */
    affine(step, x) {
      const [channels, height, width] = x.shape;
      const out = maps(channels, height, width);
      for (let c = 0, i = 0; c < channels; c++)
        for (const end = (c + 1) * height * width; i < end; i++)
          out.data[i] = x.data[i] * step.scale[c] + step.shift[c];
      return out;
    },

    /* LeNet-5's S2 and S4: the sum of 2x2 places, times a learned
       coefficient, plus a bias, per map. */
    subsample(step, x) {
      const [channels, height, width] = x.shape;
      const [tall, wide] = [height >> 1, width >> 1];
      const out = maps(channels, tall, wide);
      for (let c = 0; c < channels; c++)
        for (let y = 0; y < tall; y++)
          for (let z = 0; z < wide; z++) {
            const i = (c * height + 2 * y) * width + 2 * z;
            const sum = x.data[i] + x.data[i + 1] +
              x.data[i + width] + x.data[i + width + 1];
            out.data[(c * tall + y) * wide + z] =
              sum * step.coefficient[c] + step.bias[c];
          }
      return out;
    },

    maxpool: (step, x) =>
      pool(step, x, -Infinity, Math.max, (value) => value),

    /* Outside of the maps are zeros; whether they count is a choice. */
    avgpool: (step, x) =>
      pool(step, x, 0, (sum, value) => sum + value, (sum, inside, all) =>
        sum / (step.padding_counts ? all : inside)),

    /* One number per map: the mean of its places. */
    global_average(step, x) {
      const [channels, height, width] = x.shape;
      const out = maps(channels, 1, 1);
      for (let c = 0, i = 0; c < channels; c++) {
        let sum = 0;
        for (const end = (c + 1) * height * width; i < end; i++)
          sum += x.data[i];
        out.data[c] = sum / (height * width);
      }
      return out;
    },

    relu: (step, x) =>
      each(x, (value) => Math.min(Math.max(value, 0), step.most ?? Infinity)),
    tanh: (step, x) =>
      each(x, (value) => step.height * Math.tanh(step.slope * value)),
    sigmoid: (step, x) => each(x, (value) => 1 / (1 + Math.exp(-value))),

    add: (step, a, b) => each(a, (value, i) => value + b.data[i]),

    /* Place by place; a map of one place (a gate) scales a whole map. */
    multiply(step, a, b) {
      if (a.data.length < b.data.length) [a, b] = [b, a];
      const size = a.data.length / b.data.length;
      return each(a, (value, i) => value * b.data[Math.floor(i / size)]);
    },

    /* The maps of all inputs, one after the other. */
    concatenate(step, ...inputs) {
      const channels = inputs.reduce((sum, x) => sum + x.shape[0], 0);
      const out = maps(channels, ...inputs[0].shape.slice(1));
      let start = 0;
      for (const { data } of inputs) {
        out.data.set(data, start);
        start += data.length;
      }
      return out;
    },

    /* Shortcut A of a residual network: every `stride`-th place, and `extra`
       maps of zeros. */
    shortcut(step, x) {
      const [channels, height, width] = x.shape;
      const [tall, wide] = [height, width].map((n) =>
        Math.ceil(n / step.stride));
      const out = maps(channels + step.extra, tall, wide);
      for (let c = 0; c < channels; c++)
        for (let y = 0; y < tall; y++)
          for (let z = 0; z < wide; z++)
            out.data[(c * tall + y) * wide + z] =
              x.data[(c * height + y * step.stride) * width + z * step.stride];
      return out;
    },

    /* LeNet-5's output: at each place, the squared distance from what is
       read there (84 numbers) to the bitmap of each class. */
    distances(step, x) {
      const [reads, height, width] = x.shape;
      const classes = step.weight.shape[0];
      const out = maps(classes, height, width);
      out.data.forEach((_, i) => {
        const place = i % (height * width);
        const c = Math.floor(i / (height * width));
        let sum = 0;
        for (let r = 0; r < reads; r++) {
          const gap = x.data[r * height * width + place] -
            step.weight.data[c * reads + r];
          sum += gap * gap;
        }
        out.data[i] = sum;
      });
      return out;
    },

    /* Local response normalization: each value is divided by a power of the
       mean square of the `size` maps around it, at its place. */
    lrn(step, x) {
      const [channels, height, width] = x.shape;
      const size = height * width;
      const before = Math.floor(step.size / 2);
      return each(x, (value, i) => {
        const c = Math.floor(i / size);
        let squares = 0;
        for (let near = c - before; near < c - before + step.size; near++)
          if (near >= 0 && near < channels)
            squares += x.data[near * size + (i % size)] ** 2;
        const divisor = step.k + (step.alpha * squares) / step.size;
        return value / divisor ** step.beta;
      });
    },

    /* Shares that sum to 1, over the maps, at each place. */
    softmax(step, x) {
      const [channels, height, width] = x.shape;
      const size = height * width;
      const out = maps(channels, height, width);
      for (let place = 0; place < size; place++) {
        const values = Array.from({ length: channels }, (_, c) =>
          x.data[c * size + place]);
        const largest = Math.max(...values);
        const powers = values.map((value) => Math.exp(value - largest));
        const sum = powers.reduce((a, b) => a + b);
        powers.forEach((p, c) => (out.data[c * size + place] = p / sum));
      }
      return out;
    },

    flatten: (step, x) => ({ shape: [x.data.length, 1, 1], data: x.data }),
  };

  /** Slide a window over each map: fold its values, then finish the result
      with the number of values inside the map and inside the padded map. */
  function pool(step, x, start, fold, finish) {
    const [channels, height, width] = x.shape;
    const { size, stride, padding, dilation = [1, 1], ceil } = step;
    const sides = [height, width].map((n, a) =>
      count(n, size[a], stride[a], padding[a], dilation[a], ceil));
    const out = maps(channels, ...sides);
    let to = 0;
    for (let c = 0; c < channels; c++)
      for (let oy = 0; oy < sides[0]; oy++)
        for (let ox = 0; ox < sides[1]; ox++) {
          const top = oy * stride[0] - padding[0];
          const left = ox * stride[1] - padding[1];
          let result = start;
          let inside = 0;
          for (let i = 0; i < size[0]; i++)
            for (let j = 0; j < size[1]; j++) {
              const y = top + i * dilation[0];
              const z = left + j * dilation[1];
              if (y < 0 || z < 0 || y >= height || z >= width) continue;
              result = fold(result, x.data[(c * height + y) * width + z]);
              inside += 1;
            }
          const all =
            (Math.min(top + size[0], height + padding[0]) - top) *
            (Math.min(left + size[1], width + padding[1]) - left);
          out.data[to++] = finish(result, inside, all);
        }
    return out;
  }

  /** Return all results by the name of their step; `input` is the picture. */
  cnncourse.run = (network, input) => {
    const results = { input };
    for (const step of network.steps) {
      const read = step.inputs.map((name) => results[name]);
      results[step.name] = operations[step.op](step, ...read);
    }
    return results;
  };

  /** Turn bytes, 0 to 255, into the maps that the network was trained on. */
  cnncourse.normalize = (network, bytes, shape = network.input) => {
    const size = shape[1] * shape[2];
    const out = maps(...shape);
    for (let c = 0; c < shape[0]; c++) {
      const scale = Math.fround(1 / (255 * network.std[c]));
      const shift = Math.fround(-network.mean[c] / network.std[c]);
      for (let i = c * size; i < (c + 1) * size; i++)
        out.data[i] = Math.fround(bytes[i] * scale) + shift;
    }
    return out;
  };

  /** Return {winner, scores}: penalties where the smallest wins, else the
      probability of each class. */
  cnncourse.answer = (network, results) => {
    const last = results[network.steps.at(-1).name];
    const scores = network.smallest_wins ? last : operations.softmax({}, last);
    const best = network.smallest_wins ? Math.min : Math.max;
    const winner = scores.data.indexOf(best(...scores.data));
    return { winner, scores: scores.data };
  };

  /** Return what a unit of a layer computes, at [channel, row, column]: the
      patch it reads (from map `first` on, its top left place at `corner`),
      the kernel, their products, the sum, the bias and the value. */
  cnncourse.unit = (network, results, name, [c, y, z]) => {
    const step = network.steps.find((candidate) => candidate.name === name);
    const x = results[step.inputs[0]];
    const [, height, width] = results[name].shape;
    const value = results[name].data[(c * height + y) * width + z];
    const { stride = [1, 1], padding = [0, 0], dilation = [1, 1] } = step;
    let [first, bias, shape, kernel] = [0, 0, x.shape, null];
    if (step.weight) {
      shape = step.op === "linear" ? x.shape : step.weight.shape.slice(1);
      if (shape.length < 3) shape = [...shape, 1, 1];
      const size = shape[0] * shape[1] * shape[2];
      kernel = step.weight.data.subarray(c * size, (c + 1) * size);
      bias = step.bias?.[c] ?? 0;
      if (step.op === "convolution")
        first = Math.floor((c * step.groups) / results[name].shape[0]) *
          shape[0];
    } else {
      first = c;
      shape = [1, ...(step.op === "subsample" ? [2, 2] : step.size)];
      bias = step.bias?.[c] ?? 0;
    }
    const jump = step.op === "subsample" ? [2, 2] : stride;
    const corner = [y * jump[0] - padding[0], z * jump[1] - padding[1]];
    const patch = new Float32Array(shape[0] * shape[1] * shape[2]);
    patch.forEach((_, i) => {
      const row = corner[0] +
        (Math.floor(i / shape[2]) % shape[1]) * dilation[0];
      const column = corner[1] + (i % shape[2]) * dilation[1];
      const map = first + Math.floor(i / (shape[1] * shape[2]));
      const inside = row >= 0 && row < x.shape[1] && column >= 0 &&
        column < x.shape[2];
      if (inside)
        patch[i] = x.data[(map * x.shape[1] + row) * x.shape[2] + column];
    });
    if (step.op === "subsample")
      kernel = new Float32Array(4).fill(step.coefficient[c]);
    const products = kernel && patch.map((v, i) =>
      step.op === "distances" ? (v - kernel[i]) ** 2 : v * kernel[i]);
    const sum = products?.reduce((total, v) => total + v, 0);
    return { step, first, corner, shape, patch, kernel, products, sum, bias,
      value };
  };

  /** Return the pixels that a place of a layer depends on, as [[first row,
      last row], [first column, last column]]. */
  cnncourse.field = (network, name, [y, z]) => {
    let span = [[y, y], [z, z]];
    for (let at = name; at !== "input"; ) {
      const step = network.steps.find((candidate) => candidate.name === at);
      at = step.inputs[0]; // a chain: where paths meet, the first is taken
      if (["linear", "flatten", "global_average"].includes(step.op))
        return network.input.slice(1).map((n) => [0, n - 1]);
      const size = step.op === "subsample" ? [2, 2]
        : step.op === "convolution" ? step.weight.shape.slice(2) : step.size;
      if (!size) continue;
      const { padding = [0, 0], dilation = [1, 1] } = step;
      const stride = step.op === "subsample" ? [2, 2] : step.stride;
      span = span.map(([low, high], a) => [
        low * stride[a] - padding[a],
        high * stride[a] - padding[a] + dilation[a] * (size[a] - 1),
      ]);
    }
    return span;
  };

  /** Return the bytes behind a text in base64. */
  function bytes(text) {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }

  const floats = (text) => new Float32Array(bytes(text).buffer);

  /** Return whole numbers times the scale of their row: the weights. */
  function weights({ shape, scale, values }) {
    const scales = floats(scale);
    const whole = new Int8Array(bytes(values).buffer);
    const row = whole.length / shape[0];
    const data = Float32Array.from(whole, (value, i) =>
      value * scales[Math.floor(i / row)]);
    return { shape, data };
  }

  const NUMBERS = ["bias", "scale", "shift", "coefficient"];
  const unpacked = new Map();

  /** Return a network that is there, with its numbers unpacked. */
  cnncourse.network = (name) => {
    if (!unpacked.has(name)) {
      const network = cnncourse.networks[name];
      const steps = network.steps.map((packed) => {
        const step = { ...packed };
        if (step.weight) step.weight = weights(step.weight);
        for (const key of NUMBERS) if (step[key]) step[key] = floats(step[key]);
        return step;
      });
      unpacked.set(name, { ...network, name, steps });
    }
    return unpacked.get(name);
  };

  // The folder of this file; without one, all that is needed is in the page.
  const here = document.currentScript?.src;
  const asked = new Map();

  /** Load a script of this folder, once. */
  function script(path) {
    if (!asked.has(path))
      asked.set(path, new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = new URL(path, here).href;
        element.onload = done;
        element.onerror = () => failed(new Error(`no ${path}`));
        document.head.append(element);
      }));
    return asked.get(path);
  }

  /** Return a promise of networks, loaded where they are not there yet. */
  cnncourse.load = async (names) => {
    await Promise.all(names.map((name) =>
      cnncourse.networks[name] || script(`networks/${name}.js`)));
    return names.map(cnncourse.network);
  };

  /** Turn a figure's picture into its explorer. */
  async function start(figure) {
    const { explorer, networks } = figure.dataset;
    try {
      const ready = cnncourse.load(networks.split(" ").filter(Boolean));
      if (!cnncourse.panel) await script("panel.js");
      if (!cnncourse.explorers[explorer])
        await script(`explorers/${explorer}.js`);
      const explore = cnncourse.explorers[explorer];
      if (explore.needs === "pictures.js" && !cnncourse.picture)
        await script("pictures.js");
      explore(figure, await ready);
      figure.dataset.state = "live";
    } catch (error) {
      figure.dataset.state = "failed"; // the picture stays
      console.error(error);
    }
  }

  /** Start a large explorer at the press of a button. */
  function offer(figure) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Start";
    button.addEventListener("click", () => {
      button.remove();
      start(figure);
    });
    figure.prepend(button);
  }

  /** Start each figure when it comes near the window. */
  function begin() {
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          watch.unobserve(target);
          start(target);
        }
    }, { rootMargin: "300px" });
    for (const figure of document.querySelectorAll("figure.cnn-live"))
      if (figure.dataset.start === "press") offer(figure);
      else watch.observe(figure);
  }

  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
