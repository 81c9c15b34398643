/** Where whoever injects the script leaves the names of the person: a script file takes no arguments. */
export const NAMES = 'gleanerNames';
