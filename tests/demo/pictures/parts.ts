/** What the pictures' states are made of: the gestures of a recruiter in the real panel. */
import { createHash } from 'node:crypto';

import type { Page } from '@playwright/test';

import type { Sandbox } from '../../sandbox/server.ts';
import type { Studio } from './studio.ts';

/** Has an email address, a phone number and links on the page. */
export const WITH_EMAIL = 'linkedin/sdui-contact-overlay-open';
export const EMAIL = 'oskar@lindqvist.example';
const PHONE = '+46 70 555 01 23';
/** Has many positions, and no contact details on the page. */
export const WITH_CAREER = 'linkedin/sdui-c2-complete';

export const verdict = (panel: Page, begins: string) =>
  panel
    .getByRole('status', { name: 'Match' })
    .filter({ hasText: new RegExp(`^${begins}`) })
    .waitFor({ timeout: 20_000 });

export async function chooseJob(panel: Page, typed: string): Promise<void> {
  const box = panel.getByRole('combobox', { name: 'Job', exact: true });
  await box.click();
  await box.fill(typed);
  await panel.getByRole('listbox', { name: 'Job', exact: true }).getByRole('option').first().waitFor();
  await box.press('Enter');
}

export const send = (panel: Page) => panel.locator('#send').click();
export const sendNow = (panel: Page) => panel.getByRole('button', { name: 'Send now' }).click();
export const done = (panel: Page) => panel.getByText(/is in Greenhouse$|was added to the job$/).waitFor({ timeout: 20_000 });
export const alert = (panel: Page) => panel.getByRole('alert').first().waitFor({ timeout: 20_000 });
export const says = (panel: Page, text: string) => panel.getByText(text).first().waitFor({ timeout: 20_000 });

/** The page with an email address, as another person's: what is under way for one must not show at the next. */
export function showPerson(studio: Studio, first: string, last = 'Lindqvist', email?: string): Promise<Page> {
  const slug = `${first}-${last}-fixture`.toLowerCase();
  const change = (html: string) =>
    html
      .replaceAll(EMAIL, email ?? `${first}@${last}.example`.toLowerCase())
      .replaceAll('oskar-lindqvist-fixture', slug)
      .replaceAll('oskar.example', `${first}.example`.toLowerCase())
      .replaceAll('Oskar', first)
      .replaceAll('Lindqvist', last)
      // Who has the same id at LinkedIn is the same person, and who has the same number may be.
      .replaceAll(PHONE, `+46 70 555 ${(createHash('sha256').update(slug).digest().readUInt16BE() % 9000) + 1000}`)
      .replaceAll('ACoAAPRhCWsB1WqepKV1hpiIqSfLkNvGp-Oaux4', idOf(slug));
  return studio.show(WITH_EMAIL, change, `https://www.linkedin.com/in/${slug}/overlay/contact-info/`);
}

/** In LinkedIn's layout: four fixed bytes, a member number, a one, and twenty bytes of nobody's business. */
function idOf(slug: string): string {
  const bytes = createHash('sha256').update(slug).digest();
  return Buffer.concat([Buffer.from([0, 42, 0, 0]), bytes.subarray(0, 4), Buffer.from([1]), bytes.subarray(4, 24)])
    .toString('base64url')
    .slice(0, 39);
}

interface Known {
  first: string;
  last: string;
  email: string;
}

/** People in the sandbox who are on a job that the recruiter may see. */
export function knownPeople(sandbox: Sandbox): Known[] {
  const { candidates = [], applications = [], jobs = [], userJobPermissions = [] } = sandbox.state();
  const mine = new Set(userJobPermissions.filter((row) => row['user_id'] === sandbox.user.id).map((row) => row['job_id']));
  return applications
    .filter((row) => row['status'] === 'in_process' && mine.has(row['job_id']))
    .flatMap((row) => {
      const candidate = candidates.find(({ id }) => id === row['candidate_id']);
      const [address] = (candidate?.['email_addresses'] ?? []) as { value: string }[];
      const job = jobs.find(({ id, status }) => id === row['job_id'] && status === 'open');
      return candidate && candidate['private'] === false && address && !address.value.includes('lindqvist') && job
        ? [{ first: String(candidate['first_name']), last: String(candidate['last_name']), email: address.value }]
        : [];
    });
}
