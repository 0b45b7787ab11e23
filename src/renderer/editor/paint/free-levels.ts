import { underlineLevels } from '../model/levels';

/** A part of a coding's text; code points, end exclusive. */
export interface Part {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

export interface Leveled extends Part {
  readonly level: number;
}

export interface FreeLevels {
  /** Parts that take a level which nothing else has there: 0 the tint, then the underlines. */
  readonly shown: readonly Leveled[];
  /** Parts for which none is left. */
  readonly hidden: readonly Part[];
}

/**
 * A level is kept along all of a coding's text, so what was coded late over much may have a deep one where nothing
 * else lies. There the tint and the underlines that are free go to the deep ones, the least deep first: no coded
 * text looks uncoded, and what has a level of its own never changes.
 */
export function fillFreeLevels(parts: readonly Leveled[]): FreeLevels {
  if (!parts.some(({ level }) => level > underlineLevels)) return { shown: [], hidden: [] };
  const edges = new Set<number>();
  for (const { start, end } of parts) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const shown = new Growing();
  const hidden = new Growing();
  const waiting = parts.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let active: readonly Leveled[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index] ?? 0;
    const end = cuts[index + 1] ?? start;
    const begun: Leveled[] = [];
    for (let part = waiting[next]; part && part.start <= start; part = waiting[next]) {
      begun.push(part);
      next += 1;
    }
    active = [...active, ...begun].filter((part) => part.end >= end);
    const here = active.filter(({ level }) => level > underlineLevels).sort((a, b) => a.level - b.level);
    if (here.length === 0) continue;
    const taken = new Set(active.map(({ level }) => level));
    const free = Array.from({ length: underlineLevels + 1 }, (_, level) => level).filter(
      (level) => !taken.has(level),
    );
    for (const [at, { place }] of here.entries()) {
      const level = free[at];
      if (level === undefined) hidden.add({ place, start, end, level: -1 });
      else shown.add({ place, start, end, level });
    }
  }
  return { shown: shown.parts, hidden: hidden.parts };
}

/** Parts that go on where the last one of their place and level ended are one. */
class Growing {
  readonly parts: Leveled[] = [];
  private readonly lastOf = new Map<string, number>();

  add(part: Leveled): void {
    const key = `${part.place} ${part.level}`;
    const at = this.lastOf.get(key);
    const before = at === undefined ? undefined : this.parts[at];
    if (at !== undefined && before?.end === part.start) {
      this.parts[at] = { ...before, end: part.end };
      return;
    }
    this.lastOf.set(key, this.parts.length);
    this.parts.push(part);
  }
}
