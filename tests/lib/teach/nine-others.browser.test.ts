import { holdsForNineOthers } from './nine-others.ts';

holdsForNineOthers();
