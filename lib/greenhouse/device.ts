/** Node has no such word; a browser that says false is right about it. */
export const deviceOnline = (): boolean => (navigator as { onLine?: boolean }).onLine ?? true;
