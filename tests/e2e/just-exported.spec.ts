/** Greenhouse lists what was made half a minute late, or five: whom we have just exported is never called new meanwhile. */
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { creates } from './records.ts';

const SOLVEIG = 'github/signed-in-complete';

for (const lagMs of [30_000, 300_000])
  test(`seen again while lists are ${lagMs / 1000} s late, they are in Greenhouse`, async ({ recruiter, sandbox }) => {
    const panel = await recruiter.meet(SOLVEIG);
    await pickJob(panel, 'R-2043');
    sandbox.quirks({ listLagMs: lagMs });
    await exportButton(panel).click();
    await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });
    const told = await openLink(panel).getAttribute('href');

    const again = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
    await expect(verdict(again)).toContainText(/^In Greenhouse/);
    await expect(verdict(again)).toContainText('Greenhouse does not list new people at once');
    expect(await openLink(again).first().getAttribute('href')).toContain(told?.match(/people\/\d+/)?.[0]);
    await expect(exportButton(again)).toHaveCount(0);
    expect(creates(sandbox)).toBe(1);

    sandbox.advance(lagMs + 1000);
    const later = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
    await expect(verdict(later)).toContainText(/^In Greenhouse/);
    await expect(verdict(later)).not.toContainText('does not list new people');
  });
