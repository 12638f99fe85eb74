/** The bundler puts the example's own generator here: `examples/sepsis/generator/data-files.mjs`. */
declare module 'sample-data' {
  /** Paths below the sample's folder, and texts; the same on every machine. */
  export function dataFiles(): Iterable<{ readonly path: string; readonly text: string }>;
}
