/** The name of the element that holds the button. An element no page has: old copies are found and removed by it. */
export const BUTTON_TAG = 'gleaner-button';
