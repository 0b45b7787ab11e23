/**
 * Random ids differ nearly everywhere, so two that differ in a character or two are one id, damaged once. That finds
 * again what a damaged reference meant.
 */
const blocks = 4;
const mostDifferences = 3;

/** The id among `ids` that is `id` but for up to three characters, if there is just one. Ids of one length. */
export function nearIdFinder(ids: Iterable<string>): (id: string) => string | undefined {
  let index: Map<string, string[]> | undefined;
  // Of four blocks at least one is untouched by three differences.
  const keysOf = (id: string) => {
    const size = Math.ceil(id.length / blocks);
    return Array.from(
      { length: blocks },
      (_, block) => `${block} ${id.slice(block * size, (block + 1) * size)}`,
    );
  };
  return (id) => {
    if (!index) {
      index = new Map();
      for (const each of ids) {
        for (const key of keysOf(each)) {
          const list = index.get(key);
          if (list) list.push(each);
          else index.set(key, [each]);
        }
      }
    }
    const near = new Set<string>();
    for (const key of keysOf(id)) {
      for (const each of index.get(key) ?? []) if (each !== id && areNear(each, id)) near.add(each);
    }
    return near.size === 1 ? [...near][0] : undefined;
  };
}

function areNear(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] !== b[at]) differences += 1;
    if (differences > mostDifferences) return false;
  }
  return true;
}
