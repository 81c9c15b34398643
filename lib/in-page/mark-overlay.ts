/**
 * What is drawn of the marks. One element holds them all, of no size, beside the page's own content, and takes no pointer: so
 * nothing of the page moves, and a page that looks for it learns that marks may be shown, but not whose. Whoever has no mark has
 * an empty box of the same size, since a page can ask the browser whether something lies over a row (IntersectionObserver v2).
 */
import { MARKS_STYLE } from './marks-style.ts';
import { MARKS_TAG } from './tag.ts';

export interface Mark {
  kind: 'known' | 'possible';
  /** For whoever hears it, and for whoever points at it. */
  words: string;
}

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/** @param open asks for the panel. */
export function createOverlay(open: () => unknown) {
  const host = document.createElement(MARKS_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(MARKS_STYLE);
  root.adoptedStyleSheets = [sheet];
  const group = document.createElement('div');
  group.role = 'group';
  root.append(group);
  /** By the path of a profile: a mark, or nothing to be seen. */
  let boxes = new Map<string, HTMLButtonElement | HTMLSpanElement>();
  const listening = new AbortController();
  const { signal } = listening;

  const under = ({ clientX, clientY }: MouseEvent) =>
    [...boxes.values()].find((box) => {
      if (box.localName !== 'button' || box.hidden || box.classList.contains('covered')) return false;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
    });

  function point(event: MouseEvent) {
    const over = under(event);
    for (const box of boxes.values()) box.classList.toggle('told', box === over);
  }

  /** Presses on a mark are caught on their way to what is under it. */
  function press(event: MouseEvent) {
    if (!event.isTrusted || event.button !== 0 || event.target === host || !under(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') open();
  }

  for (const type of PRESSES) addEventListener(type, press, { capture: true, signal });
  addEventListener('pointermove', point, { passive: true, signal });
  // Keys pressed on a mark are ours: a page's shortcuts must not hear them.
  for (const type of ['keydown', 'keyup', 'keypress']) group.addEventListener(type, (event) => event.stopPropagation());
  group.addEventListener('click', open);

  return {
    isThere: () => host.isConnected,

    /** @param people everybody on the list, by the path of their profile; the keyboard reaches the marks in this order. */
    show(label: string, people: ReadonlyMap<string, Mark | undefined>): void {
      group.ariaLabel = label;
      const before = boxes;
      boxes = new Map();
      for (const [path, mark] of people) {
        const kind = mark ? 'button' : 'span';
        const old = before.get(path);
        // The one that has the focus stays itself.
        const box = old?.localName === kind ? old : document.createElement(kind);
        if (box === old) before.delete(path);
        box.ariaLabel = mark?.words ?? null;
        box.className = mark?.kind ?? '';
        boxes.set(path, box);
        if (!box.isConnected) group.append(box);
      }
      for (const gone of before.values()) gone.remove();
      // Beside the body: single-page sites swap the body, and the marks must not go with it.
      if (!host.isConnected) document.documentElement.append(host);
    },

    /** Puts each to the corner of its row; one without a row is not shown. */
    place(rows: ReadonlyMap<string, Element>): void {
      const origin = host.getBoundingClientRect();
      const places = [...boxes].map(([path, box]) => {
        const row = rows.get(path);
        const { top, left, right, width } = row?.getBoundingClientRect() ?? new DOMRect();
        if (!row || width === 0) return { box };
        const at = { x: getComputedStyle(row).direction === 'rtl' ? right - 20 : left + 2, y: top + 2 };
        // Under a dialog, or out of a box that scrolls: it would seem to belong to what covers its row.
        const above = box.localName === 'button' ? document.elementFromPoint(at.x + 9, at.y + 9) : null;
        return { box, at, covered: above !== null && !row.contains(above) };
      });
      // All was measured before anything is written: the browser works its layout out once.
      for (const { box, at, covered = false } of places) {
        box.hidden = !at;
        box.classList.toggle('covered', covered);
        // A transform, so that not even the browser's own count of shifts sees it move.
        if (at) box.style.transform = `translate(${Math.round(at.x - origin.left)}px, ${Math.round(at.y - origin.top)}px)`;
      }
    },

    /** Instead of marks, until they are shown again: words, in a corner of the window. */
    say(words: string): void {
      const said = document.createElement('p');
      said.role = 'status';
      group.append(said);
      document.documentElement.append(host);
      // Into what is there already: only then is it read out.
      said.textContent = words;
    },

    clear(): void {
      host.remove();
      group.replaceChildren();
      boxes = new Map();
    },

    end(): void {
      listening.abort();
      host.remove();
    },
  };
}
