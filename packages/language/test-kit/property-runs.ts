/**
 * How often properties are tried, and with which random numbers; `npm run test:properties` sets both. What is written
 * here is for every run of the tests.
 */
export const propertyRuns = {
  numRuns: Number(process.env.VIGIL_PROPERTY_RUNS ?? 300),
  seed: Number(process.env.VIGIL_PROPERTY_SEED ?? 20_261_121),
};

/** How long a property may take, in milliseconds. */
export const LONGEST_PROPERTY = 60_000 + 100 * propertyRuns.numRuns;
