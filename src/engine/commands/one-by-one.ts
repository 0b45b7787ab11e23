import type { Slices } from '../../storage/sqlite/slices';
import type { Slice } from '../context';

/** Items done between two moments in which a cancel can arrive. */
const stride = 500;

/** Does the same with each of many things; a long one can be cancelled in between. */
export function* oneByOne<T>(items: readonly T[], each: (item: T) => void): Slices<Slice, void> {
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % stride === 0) yield { done: at, total: items.length };
    each(item);
  }
}
