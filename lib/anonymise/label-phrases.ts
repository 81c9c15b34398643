/**
 * Sentences of interfaces that readers know, some of whose words may be somebody's name elsewhere: only the whole phrase stays.
 * A pattern for `RegExp` with the flags `iu`.
 */
export const LABEL_PHRASES = String.raw`(?<![\p{L}\p{Nd}])(?:${[
  'just a moment',
  'access denied',
  'security check',
  'temporarily unavailable',
  'verifying you are human',
  '404 bio not found',
  'unknown affiliation',
  'talking about this',
  'were here',
  'read writing from',
  'every day(?=, )',
  'thousands of other voices read, write, and share important stories on medium',
].join('|')})(?![\p{L}\p{Nd}])`;
