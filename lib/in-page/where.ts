/** On which addresses the button stands. From the address alone: a reader would weigh more than the button itself. */

/** Where a known site shows one person. A site that is not named here shows the button on all its pages. */
const PEOPLE: [host: RegExp, path: RegExp][] = [
  [/(^|\.)linkedin\.com$/, /^\/(in\/[^/]+|talent\/profile\/|sales\/(lead|people)\/)/],
  [
    /^github\.com$/,
    /^\/(?!(about|apps|codespaces|collections|dashboard|explore|features|issues|login|marketplace|new|notifications|organizations|orgs|pricing|pulls|search|settings|signup|sponsors|stars|topics|trending)\/?$)[a-z\d-]+\/?$/i,
  ],
];

export function mayBeAPerson({ hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>): boolean {
  const known = PEOPLE.find(([host]) => host.test(hostname));
  return !known || known[1].test(pathname);
}
