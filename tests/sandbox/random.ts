/**
 * Chance as a function: the same seed, row and question always give the same number. A lazily generated row
 * therefore never has to be remembered, and reading it twice gives the same person.
 */
export type Dice = (row: number, question: number) => number;

export function dice(seed: number): Dice {
  return (row, question) => {
    let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(row + 1, 0xc2b2ae35) ^ Math.imul(question + 1, 0x27d4eb2f);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** One of the items. */
export function pick<T>(items: readonly T[], roll: number): T {
  const item = items[roll % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** Letters and digits from the seed, for identifiers and secrets that stay the same from run to run. */
export function word(roll: Dice, question: number, length: number): string {
  let text = '';
  for (let row = 0; text.length < length; row += 1) text += roll(row, question).toString(36);
  return text.slice(0, length);
}
