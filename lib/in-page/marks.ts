/**
 * Marks beside the rows of a page that lists people: who is in Greenhouse. Nothing is read or asked here: the worker says whom the
 * page lists and which of them get a mark, and is told no more than that the page has changed.
 */
import { createOverlay, type Mark } from './mark-overlay.ts';
import { anchorsOf, pathOf, rowsOf } from './mark-rows.ts';
import { MARKS_TAG } from './tag.ts';

export interface Marks {
  /** The address of the page that was read, without its fragment. */
  at: string;
  /** What the marks are, for whoever hears them. */
  label: string;
  /** Everybody on the list, in its order. */
  people: readonly { url: string; mark?: Mark | undefined }[];
}

export interface MarkPorts {
  /** Asks for the panel; false when an update of the extension has cut this copy off. */
  open: () => boolean;
  /** Tells that the page shows people whom it did not show before; false when an update of the extension has cut this copy off. */
  changed: () => boolean;
  /** What is said once it is cut off: looked up before, since it cannot be any more. */
  outdated: string;
}

const NOTHING: Marks = { at: '', label: '', people: [] };

/** Milliseconds. A page that draws its rows one by one is looked at once. */
const SETTLE = 200;
/** Between two words to the worker; doubled while what is new is nobody new. */
const GAP = { least: 1500, most: 60_000 };

const here = () => location.href.split('#', 1)[0];
const kindOf = (path: string): string => path.replace(/[^/]*$/, '');

/** Stands until it is told of another page, or ends; answers how to tell it, and how to end it. */
export function startMarks({ open, changed, outdated }: MarkPorts): { show(marks: Marks): void; end(): void } {
  for (const old of document.querySelectorAll(MARKS_TAG)) old.remove();
  const overlay = createOverlay(() => open() || cutOff());
  let shown = NOTHING;
  let rows = new Map<string, Element>();
  let paths = new Set<string>();
  /** Links that somebody has looked behind. */
  let seen = new Set<string>();
  /** When the worker was told last; and whether it has not looked since. */
  let told = -Infinity;
  let asked = false;
  let gap = GAP.least;
  let [settling, waiting, frame] = [0, 0, 0];

  /** Whatever the page did, it is looked at once, a little later. */
  const soon = () => (settling ||= window.setTimeout(look, SETTLE));
  const place = () => {
    frame = 0;
    overlay.place(rows);
  };
  const next = () => (frame ||= requestAnimationFrame(place));
  const observer = new MutationObserver(soon);
  const sizes = new ResizeObserver(next);

  function look() {
    clearTimeout(settling);
    clearTimeout(waiting);
    [settling, waiting] = [0, 0];
    if (here() !== shown.at || !overlay.isThere()) return stop();
    const anchors = anchorsOf(document);
    rows = rowsOf(anchors, paths);
    place();
    const kinds = new Set([...paths].map(kindOf));
    const isNew = ({ path }: { path: string }) => !seen.has(path) && (kinds.size === 0 || kinds.has(kindOf(path)));
    if (!anchors.some(isNew)) return;
    const wait = told + gap - performance.now();
    if (wait > 0) {
      waiting = window.setTimeout(look, wait);
      return;
    }
    told = performance.now();
    asked = true;
    seen = new Set(anchors.map(({ path }) => path));
    if (!changed()) cutOff();
  }

  /** What was said of one page does not stand on the next. */
  function stop() {
    observer.disconnect();
    sizes.disconnect();
    clearTimeout(settling);
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
    [settling, waiting, frame] = [0, 0, 0];
    overlay.clear();
    [rows, paths, seen] = [new Map(), new Set(), new Set()];
    [shown, gap, asked] = [NOTHING, GAP.least, false];
  }

  function cutOff() {
    stop();
    overlay.say(outdated);
  }

  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('scroll', next, { capture: true, passive: true, signal });
  addEventListener('resize', next, { signal });
  // COMPAT: Firefox before 147 has no Navigation API; there the next change of the page finds out that it is another.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', () => here() !== shown.at && stop(), { signal });

  return {
    show(marks) {
      if (marks.at !== here()) return stop();
      if (marks.at !== shown.at) stop();
      if (asked) gap = marks.people.length > shown.people.length ? GAP.least : Math.min(gap * 2, GAP.most);
      asked = false;
      shown = marks;
      const people = marks.people.map(({ url, mark }) => ({ path: pathOf(new URL(url)), mark }));
      paths = new Set(people.map(({ path }) => path));
      for (const path of paths) seen.add(path);
      overlay.show(marks.label, new Map(people.map(({ path, mark }) => [path, mark])));
      observer.observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
      sizes.observe(document.documentElement);
      look();
    },
    end() {
      listening.abort();
      stop();
      overlay.end();
    },
  };
}
