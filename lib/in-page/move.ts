/** Where the button is docked, and moving it there by hand or by keys. Kept only as long as the page: nothing is stored in it. */

/** Pointer travel, in pixels, from which a press is a drag and no click. */
const DRAG_FROM = 5;
const STEP = 24;
const HEIGHT = 38;

/** Makes `handle` move `host`; returns whether the press that just ended was a drag, to be asked by the click. */
export function movable(host: HTMLElement, handle: HTMLElement): () => boolean {
  let dragged = false;
  let grip: { x: number; y: number; top: number } | undefined;

  const dock = (top: number, side?: 'left' | 'right') => {
    host.style.setProperty('--y', `${Math.max(0, Math.min(top, innerHeight - HEIGHT))}px`);
    if (side) host.dataset['side'] = side;
  };

  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    dragged = false;
    grip = { x: event.clientX, y: event.clientY, top: host.getBoundingClientRect().top };
    // A quick hand leaves the button between two events. Captured by the button pressed, and not by the handle: the click goes
    // to whoever has the pointer.
    ((event.target as Element).closest('button') ?? handle).setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (!grip) return;
    const { clientX: x, clientY: y } = event;
    if (!dragged && Math.hypot(x - grip.x, y - grip.y) < DRAG_FROM) return;
    dragged = true;
    dock(grip.top + y - grip.y, x < innerWidth / 2 ? 'left' : 'right');
  });
  const letGo = () => (grip = undefined);
  handle.addEventListener('pointerup', letGo);
  handle.addEventListener('pointercancel', letGo);

  handle.addEventListener('keydown', ({ key }) => {
    const { top } = host.getBoundingClientRect();
    if (key === 'ArrowUp') dock(top - STEP);
    else if (key === 'ArrowDown') dock(top + STEP);
    else if (key === 'ArrowLeft') dock(top, 'left');
    else if (key === 'ArrowRight') dock(top, 'right');
  });
  // The page must not scroll under a button that is being moved, nor hear keys that are ours.
  handle.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key.startsWith('Arrow')) event.preventDefault();
  });

  return () => dragged;
}
