/** Runs inside the panel: types into a box, and takes the time until the list that follows is painted. */
export interface Typed {
  /** From the input event to the paint after the last change that it led to, in milliseconds. */
  painted: number;
  /** From the input event to the last change of the document: the search and the drawing, without layout and paint. */
  changed: number;
  /** How many options were on screen then. */
  drawn: number;
}

/** Self-contained: its source is sent into the page. */
export async function typeEach(box: HTMLElement | SVGElement, texts: readonly string[]): Promise<Typed[]> {
  /** Long enough for the browser to be idle: its next frame is then begun at once, and not when the one before is over. */
  const REST_MS = 40;
  const input = box as HTMLInputElement;
  let changedAt = 0;
  const observer = new MutationObserver(() => {
    changedAt = performance.now();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });

  /** A task that is queued while a frame is prepared runs after that frame has been painted. */
  const paint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });

  async function type(text: string): Promise<Typed> {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    input.value = text;
    const started = performance.now();
    changedAt = started;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text.slice(-1) }));
    // A list that stays as it is has been painted too; one that is put together over several frames, when they stop to change it.
    let painted = await paint();
    for (let at = await paint(); changedAt > painted; at = await paint()) painted = at;
    return {
      painted: painted - started,
      changed: changedAt - started,
      drawn: document.querySelectorAll('[role="option"]').length,
    };
  }

  const typed: Typed[] = [];
  for (const text of texts) typed.push(await type(text));
  observer.disconnect();
  return typed;
}
