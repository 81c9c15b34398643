/** What of the text that was pointed at may be meant: all of it, a line, or what stands before or behind a sign. */
import type { Part } from './schema.ts';
import { saysSomething } from './texts.ts';
import { SEPARATORS } from './vocabulary.ts';

export interface Choice {
  text: string;
  /** Absent: all of it. */
  part?: Part;
}

/** Beyond this nobody chooses. */
const MOST = 8;
/** The whole of something longer is no value of any field. */
const LONGEST = 400;

function piecesOf(line: string, at: Part): Choice[] {
  return SEPARATORS.flatMap((separator) => {
    const pieces = line.split(separator);
    if (pieces.length === 1) return [];
    // The last by its place from behind: in another text there may be more or fewer before it.
    return pieces.map((text, n) => ({
      text: text.trim(),
      part: { ...at, separator, n: n > 0 && n === pieces.length - 1 ? -1 : n },
    }));
  });
}

/** The whole first; each text once. */
export function choicesOf(lines: readonly string[]): Choice[] {
  const whole = lines.join(' ');
  const all: Choice[] = [
    ...(whole.length <= LONGEST ? [{ text: whole }] : []),
    ...(lines.length > 1 ? lines.map((text, line) => ({ text, part: { line } })) : []),
    ...(lines.length > 1 ? lines.flatMap((line, at) => piecesOf(line, { line: at })) : piecesOf(whole, {})),
  ];
  const first = new Map<string, Choice>();
  for (const choice of all) {
    const { n = 0 } = choice.part ?? {};
    if (saysSomething(choice.text) && n <= 8 && (choice.part?.line ?? 0) <= 40 && !first.has(choice.text))
      first.set(choice.text, choice);
  }
  return [...first.values()].slice(0, MOST);
}
