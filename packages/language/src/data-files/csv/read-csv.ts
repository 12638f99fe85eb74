import type { ByteSource } from '../byte-source.js';
import type { ColumnsOutcome, ColumnsProblem } from '../column.js';
import { MOST_COLUMNS, tooManyColumns } from '../column.js';
import { isColumnName, sameName } from '../column-name.js';
import { TypeGuess, typeOfText } from '../guessed-type.js';
import { readSample, SAMPLE_BYTES } from '../text-sample.js';
import { type CsvFault, type CsvRecord, csvRecords } from './records.js';

const otherDelimiters: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);

/**
 * The columns of a CSV file (RFC 4180, UTF-8, commas): names from its header, types guessed from the rows
 * in the first 64 kB. No cell of a row is kept, or told in a problem.
 */
export async function csvColumns(source: ByteSource): Promise<ColumnsOutcome> {
  const sample = await readSample(source);
  if ('problem' in sample) return sample;
  const { records, fault } = csvRecords(sample.text, sample.whole);
  const [header, ...others] = records;
  if (header === undefined) {
    if (fault !== null) return wrongDelimiter(sample.text[fault.at]!) ?? brokenQuotes(fault);
    return { problem: `The header does not end within the first ${SAMPLE_BYTES / 1024} kB.` };
  }
  const problem =
    headerProblem(header, sample.text.startsWith('"')) ?? (fault === null ? null : brokenQuotes(fault));
  if (problem !== null) return problem;
  const names = header.fields;
  const guesses = names.map(() => new TypeGuess());
  // An empty line is no row, unless one column makes it one with a missing value.
  const rows = others.filter(({ fields }) => names.length === 1 || fields.length > 1 || fields[0] !== '');
  for (const { line, fields } of rows) {
    if (fields.length !== names.length)
      return {
        problem: `Line ${line} has ${fields.length} fields, the header ${names.length}. Put text with commas or line breaks in double quotes.`,
      };
    for (const [index, guess] of guesses.entries()) {
      const field = fields[index]!;
      if (field === '') guess.addMissing();
      else guess.add(typeOfText(field));
    }
  }
  return {
    columns: names.map((name, index) => {
      const { type, nullable } = guesses[index]!;
      return { name, type, ...(nullable && { nullable }) };
    }),
    nested: [],
    rows: sample.whole ? rows.length : null,
  };
}

function brokenQuotes({ line, found }: CsvFault): ColumnsProblem {
  return {
    problem: `In the record that starts on line ${line}, ${found}. Write a double quote inside a quoted field twice.`,
  };
}

/** Why the first record is no header. The names are not told: they may be the values of a first row. */
function headerProblem({ fields }: CsvRecord, quoted: boolean): ColumnsProblem | null {
  if (fields.length > MOST_COLUMNS) return tooManyColumns(fields.length);
  if (fields.length === 1 && !quoted)
    for (const character of otherDelimiters.keys())
      if (fields[0]!.includes(character)) return wrongDelimiter(character);
  const unnamed = fields.indexOf('') + 1;
  if (unnamed > 0) return { problem: `Column ${unnamed} has no name in the header. Give it one.` };
  const value = fields.findIndex((field) => typeOfText(field) !== 'text') + 1;
  if (value > 0)
    return {
      problem: `Column ${value} has a value where the header should name it. Add a first line with the names of the columns.`,
    };
  const unusable = fields.findIndex((field) => !isColumnName(field)) + 1;
  if (unusable > 0)
    return {
      problem: `The name of column ${unusable} is longer than 255 bytes or holds control or text-direction characters. Rename it.`,
    };
  const same = sameName(fields);
  return same === null
    ? null
    : {
        problem: `Columns ${same[0]} and ${same[1]} have the same name (upper and lower case count as the same). Rename one.`,
      };
}

function wrongDelimiter(character: string): ColumnsProblem | null {
  const name = otherDelimiters.get(character);
  return name === undefined
    ? null
    : { problem: `The header is divided by ${name}; only commas are read. Save the file with commas.` };
}
