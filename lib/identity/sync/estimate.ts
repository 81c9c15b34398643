/**
 * About how many people there are. Harvest tells no total, and a list can only be read from the newest on; but it can be begun at any
 * moment of creation, and how close together in time the people of a page are says how many come in between two pages. So a few
 * pages at growing ages tell the number: rightly where people came in evenly, "about" elsewhere.
 */
import type { Sample } from './progress.ts';

const YEAR_MS = 365.25 * 24 * 3_600_000;
/** Greenhouse is of 2012. */
const AGES_MS = [0.25, 1, 2, 4, 8, 16].map((years) => years * YEAR_MS);
/** How closely the beginning is looked for, once it was overshot: in time, or in parts of its age. */
const CLOSE_MS = 0.25 * YEAR_MS;
const CLOSE = 0.1;
/** An import of thousands in a minute says nothing about the months around it. */
const LEAST_SPAN_MS = 3 * 3_600_000;

const byAge = (samples: readonly Sample[]): Sample[] => samples.toSorted((one, other) => other.to - one.to);

/** The end of what is known exactly, and the first moment before which nobody was found, where there was one. */
function edges(samples: readonly Sample[]): { known: number; empty: number | undefined } {
  const found = samples.filter(({ people }) => people > 0);
  const empty = samples.filter(({ people }) => people === 0).map(({ to }) => to);
  return { known: Math.min(...found.map(({ from }) => from)), empty: empty.length > 0 ? Math.max(...empty) : undefined };
}

/** The moment before which to ask next; undefined when enough is known. The first page is one of the newest people. */
export function nextProbe(samples: readonly Sample[], now: number): number | undefined {
  // The oldest of all has been told.
  if (samples.length === 0 || samples.some(({ people, more }) => people > 0 && !more)) return undefined;
  const { known, empty } = edges(samples);
  if (!Number.isFinite(known)) return undefined;
  if (empty !== undefined) return known - empty <= Math.max(CLOSE_MS, (now - known) * CLOSE) ? undefined : (known + empty) / 2;
  return AGES_MS.map((age) => now - age).find((moment) => moment < known);
}

const density = ({ people, from, to }: Sample): number => people / Math.max(LEAST_SPAN_MS, to - from);

/** Nothing while it cannot be told. */
export function estimate(samples: readonly Sample[], now: number): number | undefined {
  if (samples.length === 0 || nextProbe(samples, now) !== undefined) return undefined;
  const found = byAge(samples).filter(({ people }) => people > 0);
  let about = found.reduce((sum, { people }) => sum + people, 0);
  found.slice(1).forEach((older, at) => {
    const newer = found[at] ?? older;
    const between = Math.max(0, newer.from - older.to);
    // The geometric mean: one crowded day counts for less.
    about += between * Math.sqrt(density(newer) * density(older));
  });
  const last = found.at(-1);
  const { empty } = edges(samples);
  if (last?.more && empty !== undefined) about += (density(last) * (last.from - empty)) / 2;
  return Math.round(about);
}
