/** What the answers say about somebody, one number for each query, and which of the two values they have. */
export type Example = { features: Float64Array; label: 0 | 1 };

export type Model = { queries: readonly number[]; weights: Float64Array; bias: number };

const shrinkage = 0.01;
const rounds = 60;

/** Fits a logistic model by gradient descent with momentum. @param queries those whose answers it may use */
export function fit(examples: readonly Example[], queries: readonly number[]): Model {
  const weights = new Float64Array(queries.length).fill(0.1);
  const speed = new Float64Array(queries.length);
  const model = { queries, weights, bias: 0 };
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(queries.length);
    let bias = 0;
    for (const example of examples) {
      const error = example.label - probability(model, example);
      bias += error;
      for (const [at, query] of queries.entries()) {
        gradient[at] = (gradient[at] ?? 0) + error * (example.features[query] ?? 0);
      }
    }
    model.bias += bias / examples.length;
    for (const [at, slope] of gradient.entries()) {
      const weight = weights[at] ?? 0;
      speed[at] = 0.9 * (speed[at] ?? 0) + 0.5 * (slope / examples.length - shrinkage * weight);
      weights[at] = weight + (speed[at] ?? 0);
    }
  }
  return model;
}

/** How likely somebody has the second value. */
export function probability({ queries, weights, bias }: Model, { features }: Example): number {
  let score = bias;
  for (const [at, query] of queries.entries()) score += (weights[at] ?? 0) * (features[query] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

export const isRight = (model: Model, example: Example): boolean =>
  probability(model, example) >= 0.5 === (example.label === 1);

/** The share of examples of which the model is right. */
export const accuracy = (model: Model, examples: readonly Example[]): number =>
  examples.filter((example) => isRight(model, example)).length / examples.length;
