/** One line of a structured address; absent parts and a part that repeats the one before it ("Oslo, Oslo, Norway") are left out. */
export const placeFromParts = (parts: readonly (string | undefined)[]): string => {
  const kept: string[] = [];
  for (const part of parts) {
    const place = part?.trim();
    if (place && place.toLowerCase() !== kept.at(-1)?.toLowerCase()) kept.push(place);
  }
  return kept.join(', ');
};
