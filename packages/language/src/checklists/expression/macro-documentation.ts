/** What a macro does with each item of a list. */
export const macroDocumentation: Readonly<Record<string, string>> = {
  all: 'Whether the condition holds for every item.',
  exists: 'Whether the condition holds for an item.',
  exists_one: 'Whether the condition holds for exactly one item.',
  filter: 'The items for which the condition holds.',
  map: 'What the expression makes of each item.',
};
