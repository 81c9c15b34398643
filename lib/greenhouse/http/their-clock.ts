/**
 * Greenhouse's own time: from the `Date` of its last answer, and how long ago that came by a clock that nobody sets. The device's
 * may be hours off, and may be put right at any moment.
 */
export interface TheirClock {
  /** Epoch milliseconds; nothing before the first answer. Late by the way of the answer, and never early. */
  now(): number | undefined;
  /** @param writtenAt when Greenhouse wrote an answer that has just come, epoch milliseconds. */
  heard(writtenAt: number): void;
}

/** @param elapsed milliseconds since whenever, and only ever more. */
export function theirClock(elapsed: () => number = () => performance.now()): TheirClock {
  let apart: number | undefined;
  return {
    now: () => (apart === undefined ? undefined : Math.floor(elapsed() + apart)),
    heard: (writtenAt) => void (apart = writtenAt - elapsed()),
  };
}
