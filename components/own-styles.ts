/** Styles that come with a part of the panel: without the part it does not carry them. */
import { useEffect } from 'preact/hooks';

/** @param css the text of a style sheet, for as long as the part is drawn. */
export function useStyles(css: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [css]);
}
