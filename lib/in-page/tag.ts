/** The names of the elements that hold what stands in pages. Elements no page has: old copies are found and removed by them. */
export const BUTTON_TAG = 'gleaner-button';
export const MARKS_TAG = 'gleaner-marks';
