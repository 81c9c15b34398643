/**
 * The other way to read a page without knowing its site: all text that can be seen, in the order in which it is drawn, for somebody
 * else to make sense of. Written as such tools have it: a walk over the whole tree that asks the style of each element.
 */
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);

export function wholeText(root: Element): string {
  const lines: string[] = [];
  const walk = (element: Element): void => {
    const { display, visibility } = getComputedStyle(element);
    if (SILENT.has(element.tagName) || display === 'none' || visibility === 'hidden') return;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) walk(child as Element);
      const text = child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '').replace(/\s+/g, ' ').trim() : '';
      if (text) lines.push(text);
    }
  };
  walk(root);
  return lines.join('\n');
}
