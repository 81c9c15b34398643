/** Runs inside the panel from its first moment: looks at every frame that is painted. */
export interface Frames {
  /** In which somebody was shown. */
  person: number;
  /** Of these, in which nothing was said yet of whether they are in Greenhouse. */
  without: number;
  /** What was said in the first of them. */
  first?: string;
}

/** Self-contained: its source is sent into the page. */
export function watchFrames(): void {
  const frames: Frames = { person: 0, without: 0 };
  Object.assign(globalThis, { frames });
  const look = (): void => {
    if (!document.querySelector('section.person')) return;
    const said = document.querySelector('[aria-label="Match"]')?.textContent ?? '';
    frames.person += 1;
    frames.first ??= said;
    if (!/^(?:New|In Greenhouse|Possible)/.test(said)) frames.without += 1;
  };
  // A task that is queued while a frame is prepared runs once that frame has been painted.
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', look);
  port1.start();
  const each = (): void => {
    port2.postMessage(undefined);
    requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
}
