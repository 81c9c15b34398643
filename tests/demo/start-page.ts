/** The first page of the demo: what to do, and every sample profile, by site, with what it shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ANY_PAGE, SITES } from '#lib/sites/list.ts';

import { html, page, type Html } from './html.ts';
import { siteLabel, type Sample } from './samples.ts';

export const STYLE = readFileSync(join(import.meta.dirname, 'own.css'), 'utf8');

const counted = (count: number, one: string, many = `${one}s`): string | undefined =>
  count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;

/** What there is to see on a page, in words. */
export function shows({ reading: { candidate } }: Sample): string {
  if (!candidate) return '';
  return [
    counted(candidate.emails.length, 'email address', 'email addresses'),
    counted(candidate.phones.length, 'phone number'),
    counted(candidate.positions.length, 'position'),
    counted(candidate.education.length, 'school'),
    counted(candidate.skills.length, 'skill'),
    counted(candidate.links.length, 'link'),
  ]
    .filter(Boolean)
    .join(' · ');
}

const profile = (sample: Sample): Html => {
  const { candidate, missing } = sample.reading;
  const work = [candidate?.title, candidate?.company].filter(Boolean).join(', ') || candidate?.headline;
  return html`<li>
    <a href="${sample.url}" target="_blank" dir="auto">${candidate?.fullName}</a>
    <p dir="auto">${[work, candidate?.location].filter(Boolean).join(' · ')}</p>
    <p class="soft">
      ${shows(sample) || 'Little more than a name'}${missing.length > 0 && `. Not on this page: ${missing.join(', ')}`}
    </p>
  </li>`;
};

const WHY = {
  list: 'A list of people: open one of them',
  blocked: 'The site shows a sign-in wall, or nobody at all',
  'not-ready': 'A page that has not shown its person yet, or still shows the one before',
  'not-a-profile': 'A page that is about no single person',
  partial: 'A person whose name the page does not show: it can be typed in',
} as const;

const nobody = ({ url, reading: { status } }: Sample): Html =>
  html`<li><a href="${url}" target="_blank">${url}</a>: ${WHY[status as keyof typeof WHY] ?? status}</li>`;

export function startPage(people: readonly Sample[], nobodies: readonly Sample[]): string {
  const sites = [...SITES, ANY_PAGE].map(({ id }) => id).filter((id) => people.some(({ site }) => site === id));
  return page(
    'Gleaner: try it',
    STYLE,
    html`<h1>Try Gleaner</h1>
      <p>
        This browser has Gleaner in it, and it is connected to a Greenhouse that exists only on this computer. The people are made
        up. Nothing here goes to the internet, so try whatever you like. (The address bar says “Not secure” because this computer
        plays all these sites itself.)
      </p>
      <ol class="steps">
        <li>Open one of the profiles below.</li>
        <li>
          Click the <b>Gleaner</b> button in the toolbar (it may be behind the puzzle piece), or press <kbd>Ctrl</kbd>
          <kbd>Shift</kbd> <kbd>E</kbd>. The panel opens beside the page and says first whether the person is in Greenhouse
          already.
        </li>
        <li>Choose a job in the panel and press <b>Export to Greenhouse</b>. For ten seconds it can be undone.</li>
        <li>
          Look at <a href="/greenhouse">what Greenhouse holds now</a>. It is in the second tab, too, and keeps itself fresh.
        </li>
      </ol>
      ${sites.map(
        (site) =>
          html`<h2>${siteLabel(site)}</h2>
            <ul class="cards">
              ${people.filter((sample) => sample.site === site).map(profile)}
            </ul>`,
      )}
      <h2>Pages with nobody to export</h2>
      <p class="soft">Gleaner says so, instead of guessing.</p>
      <ul>
        ${nobodies.map(nobody)}
      </ul>`,
  );
}
