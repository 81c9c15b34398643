/** The panel from the press of Export to the link in Greenhouse; goes on where the form ends. */
import { done, says, send, sendNow, verdict } from './parts.ts';
import type { State } from './state.ts';

export const SENDING: State[] = [
  {
    name: 'held',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.locator('#send:enabled').waitFor();
      await send(panel);
      await says(panel, 'Nothing has been sent yet');
      return panel;
    },
  },
  {
    name: 'sending',
    async arrange(studio) {
      const panel = await studio.panel();
      studio.sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, do: 'delay', delayMs: 4000 });
      await sendNow(panel);
      await says(panel, 'Sending…');
      return panel;
    },
  },
  {
    name: 'done',
    async arrange(studio) {
      const panel = await studio.panel();
      await done(panel);
      await verdict(panel, 'In Greenhouse');
      return panel;
    },
  },
  {
    name: 'known-by-export-on-this-job',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: 'Another job for this person' }).click();
      return panel;
    },
  },
];
