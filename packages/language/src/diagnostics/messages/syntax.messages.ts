import { messages } from '../message.js';

/** VGL00xx: the text cannot be read as Vigil. */
export const syntaxMessages = messages({
  unreadableText: {
    code: 'VGL0001',
    severity: 'error',
    title: 'Unreadable text',
    text: 'cannot read {found} here',
    meaning:
      'The characters are no part of the language: a stray symbol, or a string whose closing quote is missing.',
    mend: 'Remove the character, or close the string on its own line. Text of several lines stands in """ … """; a column that is no plain word stands in backticks.',
    example: 'role Owner § "Owner"',
  },
  syntaxError: {
    code: 'VGL0002',
    severity: 'error',
    title: 'Syntax error',
    text: '{problem}',
    meaning:
      'The words are not in an order the language knows. What follows in the same declaration is not judged until this is mended.',
    mend: 'Write what the message expects at the marked place; a missing brace or colon is usually just before it.',
    example: 'role "Owner"',
  },
  hiddenCharacter: {
    code: 'VGL0003',
    severity: 'error',
    title: 'Hidden character',
    text: 'a character that nobody sees stands here, {character}: {effect}',
    meaning:
      'Who reviews a spec must see what it says. Characters that turn the order of a line around are refused everywhere, also in texts and comments; characters without width everywhere but in comments. Joiners between letters of scripts that need them, such as Persian, Hindi and emoji, may stand in texts.',
    mend: 'Remove it; it came along when text was copied, or somebody hides something.',
    // A zero width space behind the word.
    example: 'role Owner "Clinical\u200B lead"',
  },
});
