/** Longest text that any field may carry; longer text is refused at the boundary and cut by the readers. No schema code here. */
export const LONGEST_TEXT = 20_000;
