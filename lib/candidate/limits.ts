/** How long texts may be, in UTF-16 units. In a file without schema code, because readers inside of pages import it. */

/** The longest that any field may carry; longer text is refused at the boundary and cut by the readers. */
export const LONGEST_TEXT = 20_000;
/** Beyond these a text is no name, date or place, and no number or address: a page that prints such is not worth the search. */
export const LONGEST_NAME = 300;
export const LONGEST_DATE = 200;
export const LONGEST_CONTACT = 600;
export const LONGEST_LINK = 2000;
