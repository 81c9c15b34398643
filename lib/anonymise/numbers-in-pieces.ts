/** Long numbers whose digits stand in several texts: each of them is short, and together they are somebody's telephone. */

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr x-a'.split(
    ' ',
  ),
);
const BETWEEN = /^[\p{Nd}\s().,+\-–/\u00a0]*$/u;

/** Texts with a year in them are dates, and those may stand side by side. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** The texts under a root that hold a piece of such a number. */
export function piecesOfNumbers(root: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  let run: Node[] = [];
  const end = () => {
    const pieces = run.filter((node) => !YEAR.test(node.nodeValue ?? ''));
    const digits = pieces.map((node) => (node.nodeValue ?? '').replace(/\P{Nd}/gu, '')).join('');
    if (pieces.length > 1 && digits.length >= 4) for (const node of pieces) found.add(node);
    run = [];
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      if (!BETWEEN.test(text)) {
        // It may end one number and begin another.
        if (/^[\s().+-]*\p{Nd}/u.test(text)) run.push(node);
        end();
        if (/\p{Nd}[\s().-]*$/u.test(text)) run = [node];
      } else if (/\p{Nd}/u.test(text)) run.push(node);
      return;
    }
    const isBlock = node.nodeType === 1 && !INLINE.has((node as Element).localName);
    if (isBlock) end();
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
    if (isBlock) end();
  };
  walk(root);
  end();
  return found;
}
