/** Greenhouse's own page for API credentials, where the panel shows what to tick instead of looking for a person. */

/** Hosts of Greenhouse that answer programs or candidates and show no settings. */
const NO_SETTINGS = /^(?:api|auth|boards|boards-api|harvest|harvestdocs|job-boards|my|support|www)\./;

/**
 * Organisations work under `app.greenhouse.io`, a numbered sibling or their own name; the Dev Center stands under the same
 * path everywhere, each page of a credential below it.
 */
export function isCredentialsPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'https:' &&
    url.hostname.endsWith('.greenhouse.io') &&
    !NO_SETTINGS.test(url.hostname) &&
    /^\/configure\/dev_center(?:\/|$)/.test(url.pathname)
  );
}
