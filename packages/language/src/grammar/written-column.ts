/** A column as a spec writes it: bare where its name is a word, otherwise in backticks. */
export function writtenColumn(name: string): string {
  return /^[_a-zA-Z]\w*$/.test(name) ? name : `\`${name}\``;
}
