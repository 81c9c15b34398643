/** Links as people read them: without the scheme that every one of them has, and with it again as soon as they are sent. */

/** Any other scheme stays visible: it is what makes such a link wrong. */
export const shownLink = (url: string): string => url.replace(/^https:\/\//i, '');

export const wholeLink = (shown: string): string =>
  shown.trim() === '' || /^[a-z][a-z\d+.-]*:/i.test(shown.trim()) ? shown : `https://${shown}`;
