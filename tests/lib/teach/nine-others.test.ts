// @vitest-environment happy-dom
import { holdsForNineOthers } from './nine-others.ts';

holdsForNineOthers();
