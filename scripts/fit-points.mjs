/**
 * Logistic regression with ridge and with directions held: `directions[j]` 1 forbids feature j a negative weight,
 * -1 a positive one. Accelerated projected gradient; rows are sparse lists of [feature, value].
 * Returns one weight a feature, and the start (bias) as the last.
 */
export function fitPoints(rows, targets, weights, directions, ridge, rounds = 400) {
  const width = directions.length + 1;
  const step = 1 / (largestCurvature(rows, weights, width) + ridge);
  let theta = new Float64Array(width);
  let ahead = new Float64Array(width);
  let momentum = 1;
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(width);
    rows.forEach((row, i) => {
      let sum = ahead[width - 1];
      for (const [j, value] of row) sum += ahead[j] * value;
      const error = weights[i] * (1 / (1 + Math.exp(-sum)) - targets[i]);
      for (const [j, value] of row) gradient[j] += error * value;
      gradient[width - 1] += error;
    });
    const next = new Float64Array(width);
    for (let j = 0; j < width; j++) {
      const pull = j === width - 1 ? 0 : ridge * ahead[j];
      let value = ahead[j] - step * (gradient[j] + pull);
      if (directions[j] > 0) value = Math.max(0, value);
      if (directions[j] < 0) value = Math.min(0, value);
      next[j] = value;
    }
    const later = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    for (let j = 0; j < width; j++) ahead[j] = next[j] + ((momentum - 1) / later) * (next[j] - theta[j]);
    theta = next;
    momentum = later;
  }
  return theta;
}

/** The largest eigenvalue of the curvature, by power iteration: the step below it never overshoots. */
function largestCurvature(rows, weights, width) {
  let vector = new Float64Array(width).fill(1 / Math.sqrt(width));
  let value = 1;
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(width);
    rows.forEach((row, i) => {
      let sum = vector[width - 1];
      for (const [j, x] of row) sum += vector[j] * x;
      const share = weights[i] * sum * 0.25;
      for (const [j, x] of row) next[j] += share * x;
      next[width - 1] += share;
    });
    value = Math.hypot(...next);
    vector = next.map((x) => x / value);
  }
  return value * 1.05;
}
