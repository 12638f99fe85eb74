/** Answers as text in which every bit shows: typed arrays, maps, -0 and infinities included. */
export function speltOut(value: unknown): string {
  return JSON.stringify(
    value,
    (_, item: unknown) => {
      if (item instanceof Map) return { map: [...item] };
      if (item instanceof Float64Array) return { array: [...item] };
      if (typeof item === 'number' && (Object.is(item, -0) || !Number.isFinite(item)))
        return `number ${Object.is(item, -0) ? '-0' : item}`;
      return item;
    },
    1,
  );
}
