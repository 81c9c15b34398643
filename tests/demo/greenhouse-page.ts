/** What the sandbox holds, as a page that keeps itself fresh; and one person's page, where "Open in Greenhouse" leads. */
import { html, Html, page } from './html.ts';
import type { JobRecord, PersonRecord } from './records.ts';
import { STYLE } from './start-page.ts';

const line = (name: string, value: string | Html | undefined): Html =>
  value
    ? html`<dt>${name}</dt>
        <dd dir="auto">${value}</dd>`
    : html``;

const chips = (texts: readonly string[]): Html | undefined =>
  texts.length === 0 ? undefined : html`${texts.map((text) => html`<span class="chip">${text}</span>`)}`;

const job = ({ job: name, prospect, stage, source, credit }: JobRecord): Html =>
  html`${line(prospect ? 'Prospect for' : 'Candidate for', name)} ${line('Stage', stage)} ${line('Source', source)}
  ${line('Credit', credit)}`;

const card = (person: PersonRecord): Html =>
  html`<li>
    <strong dir="auto">${person.name}</strong>
    <span class="soft">candidate ${person.id}</span>
    <p dir="auto">${person.work}</p>
    <dl>
      ${person.jobs.map(job)} ${line('Email', person.emails.join(', '))} ${line('Phone', person.phones.join(', '))}
      ${line('Links', person.links.join(' '))} ${line('Tags', chips(person.tags))}
      ${person.notes.map((note) => line('Note', note))}
    </dl>
  </li>`;

const EMPTY = html`<p class="soft">
  Nobody has been exported yet. Open a profile, click the Gleaner button in the toolbar, and press Export to Greenhouse: the
  person appears here.
</p>`;

/** The part that is exchanged every two seconds. */
export const holdings = (people: readonly PersonRecord[]): string =>
  (people.length === 0
    ? EMPTY
    : html`<ul class="cards">
        ${people.map(card)}
      </ul>`
  ).text;

/** Asks for the list anew, and leaves it alone while it is the same: a selection of text stays. */
const REFRESH = `
  const list = document.getElementById('list');
  let last = '';
  setInterval(async () => {
    const next = await fetch('/greenhouse/list').then((answer) => answer.text(), () => last);
    if (next !== last) list.innerHTML = last = next;
  }, 2000);
`;

export const greenhousePage = (people: readonly PersonRecord[]): string =>
  page(
    'What Greenhouse holds',
    STYLE,
    html`<h1>What Greenhouse holds</h1>
      <p class="soft">
        Everybody who was exported since the demo began, the latest first. This is the practice Greenhouse on your computer; the
        page looks again every two seconds. <a href="/">Back to the sample profiles</a>
      </p>
      <div id="list">${new Html(holdings(people))}</div>
      ${new Html(`<script>${REFRESH}</script>`)}`,
  );

export const personPage = (person: PersonRecord): string =>
  page(
    `${person.name} in Greenhouse`,
    STYLE,
    html`<h1 dir="auto">${person.name}</h1>
      <p class="soft">This is where a real Greenhouse would show them. The practice Greenhouse holds:</p>
      <ul class="cards">
        ${card(person)}
      </ul>`,
  );
