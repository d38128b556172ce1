// Korean words without the particles and endings that are written with them. The longest one that leaves two syllables.

const particles: readonly string[] = (
  "에서부터 으로부터 에게서는 이라고는 으로서의 에서는 에서도 에서의 에게는 에게도 에게서 으로써 으로서 으로는 이라고 라고는 까지는 부터는 " +
  "했습니다 됐습니다 되었다 하였다 당했다 당하여 되어서 하면서 하려고 하지만 하고서 에서 에게 한테 께서 으로 부터 까지 마다 조차 마저 처럼 " +
  "만큼 보다 라고 이라 이나 이며 들의 들이 들을 들은 들에 들도 했다 됐다 하다 되다 하여 되어 하고 하며 하는 되는 하면 되고 받은 받다 당한 " +
  "시킨 된다 한다 하게 되게 들 은 는 이 가 을 를 의 에 도 와 과 로 만 나 야 랑 한 된 할 될 함 됨 해"
)
  .split(" ")
  .toSorted((a, b) => b.length - a.length);

const least = 2;

/** The word, and what is left of it; the word alone where nothing can be taken off. */
export function koreanStem(word: string): string {
  const particle = particles.find((each) => word.endsWith(each) && word.length - each.length >= least);
  return particle === undefined ? word : word.slice(0, -particle.length);
}

/** Whether what stands behind a word belongs to it: particles, or another word of a compound; one syllable more is neither. */
export function isKoreanEnd(rest: string): boolean {
  if (rest === "" || particles.some((each) => each === rest)) return true;
  const particle = particles.find((each) => rest.endsWith(each));
  return (particle === undefined ? rest.length : rest.length - particle.length) >= 2;
}
