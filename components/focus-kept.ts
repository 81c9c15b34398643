/** Where what had the keyboard is drawn no more, the keyboard stays in the same part of the page, and does not start anew at its top. */
import { useLayoutEffect } from 'preact/hooks';

/**
 * To be called by whoever draws what may go.
 * @param heading the id of the part's heading, which can take the focus
 * @param next where it goes rather, if that is there: the one thing to do now
 */
export function useFocusKept(heading: string, next?: string): void {
  const had = document.getElementById(heading)?.closest('section')?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (!had || document.activeElement !== document.body) return;
    (document.getElementById(next ?? heading) ?? document.getElementById(heading))?.focus();
  });
}
