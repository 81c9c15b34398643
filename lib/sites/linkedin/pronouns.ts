/** LinkedIn's pronouns in the languages of its interface; a headline such as "Actor/Director" has the same shape. */
const WORDS =
  /^(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|xe|xem|hir|sie|ihr|ihre|er|ihm|ihn|ona|jej|on|jego|oni|ich|ono|elle|elles|il|lui|iel|ella|él|le|elles?|ela|dela|ele|dele|lei|sua|zij|haar|hij|hem|hun|die|hon|henne|hen|han|hans|hun|hende|ham|hän|она|её|ее|он|его|они|их)$/iu;

export function isPronouns(line: string): boolean {
  const words = line.replace(/[()]/g, '').split(/\s*\/\s*/);
  return (
    words.length > 1 &&
    words.length < 5 &&
    words.some((word) => WORDS.test(word)) &&
    words.every((word) => /^\p{L}{1,8}$/u.test(word))
  );
}
