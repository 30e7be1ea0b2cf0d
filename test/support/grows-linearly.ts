/** Milliseconds of the processor: too few to tell how they grow, as collecting garbage may take them. */
const tooFew = 250;

/** An eighth of the text takes an eighth of the time where that grows with the length, a 64th with its square. */
const part = 8;
const mostTimes = 3 * part;

/**
 * Whether reading texts of one shape takes processor time that grows with their length. It compares two lengths on
 * the machine that it runs on, a few times where the first says no, since what runs beside it can only slow one down.
 * @param read what is timed
 * @param shape a text of about as many characters as asked for
 * @param longest characters of the longest text
 */
export function growsLinearly(
  read: (text: string) => unknown,
  shape: (length: number) => string,
  longest: number,
): boolean {
  const [whole, eighth] = [shape(longest), shape(longest / part)];
  let [ofWhole, ofEighth] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    ofWhole = Math.min(
      ofWhole,
      milliseconds(() => read(whole)),
    );
    if (ofWhole < tooFew) return true;
    ofEighth = Math.min(
      ofEighth,
      milliseconds(() => read(eighth)),
    );
    if (ofWhole < mostTimes * ofEighth) return true;
  }
  return false;
}

function milliseconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
