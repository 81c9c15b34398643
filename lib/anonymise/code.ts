/** Of a script that is code, the data that it hands over: one object to a `push`, or numbers by name. Everything else is left out. */
import type { Rewriter } from './rewriter.ts';

const PUSHED = /^[\s\S]*?(?<![\w.$])([A-Za-z_$][\w.$]{0,60}\.push\()\s*(?=\{\s*")/;
const CALLED = /(?<![\w.$])([A-Z][\w.$]{0,60}\(\{)((?:\s*[A-Za-z]\w{0,30}\s*:\s*\d{1,15}\s*,?){1,8})\}\)/;

export function dataInCode(rewriter: Rewriter, code: string): string {
  const [before = '', push = ''] = PUSHED.exec(code) ?? [];
  const object = push && objectAt(code, before.length);
  if (object) return `${rewriter.markup(push)}${rewriter.data(object)});`;
  const [, call = '', numbers = ''] = CALLED.exec(code) ?? [];
  return call && `${rewriter.markup(call)}${rewriter.markup(numbers)}});`;
}

/** The JSON object that begins there, as far as its braces say. */
function objectAt(code: string, begin: number): string {
  let depth = 0;
  for (const { 0: piece, index } of code.slice(begin).matchAll(/"(?:\\[\s\S]|[^"\\])*"|[{}]/g)) {
    if (piece === '{') depth += 1;
    if (piece === '}') depth -= 1;
    if (depth === 0) return code.slice(begin, begin + index + 1);
  }
  return '';
}
