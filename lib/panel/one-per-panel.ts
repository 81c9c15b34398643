import type { Panel } from './panel.ts';

/** A model that a part of the panel makes when it is first drawn, and finds again later: the panel does not carry it. */
export function onePerPanel<M>(make: (panel: Panel) => M): (panel: Panel) => M {
  const made = new WeakMap<Panel, M>();
  return (panel) => {
    const model = made.get(panel) ?? make(panel);
    made.set(panel, model);
    return model;
  };
}
