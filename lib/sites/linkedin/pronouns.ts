/**
 * LinkedIn's pronouns in the languages of its interface. One of them is always a subject's ("she/her", "er/ihm"); a headline such
 * as "Actor/Director" has the same shape.
 */
const WORDS =
  /^(?:she|he|they|ze|xe|sie|er|ich|on[aoi]?|elles?|il|iel|ella|él|el[ae]|lei|lui|zij|hij|hen|hun|hon|hän|han|она|они?)$/iu;

export function isPronouns(line: string): boolean {
  const words = line.replace(/[()]/g, '').split(/\s*\/\s*/);
  return (
    words.length > 1 &&
    words.length < 5 &&
    words.some((word) => WORDS.test(word)) &&
    words.every((word) => /^\p{L}{1,8}$/u.test(word))
  );
}
