/** What may be cut off in a narrow panel is told whole by the browser's tooltip; what surely fits needs none. */
export const titleIfLong = (text: string): string | undefined => (text.length > 20 ? text : undefined);
