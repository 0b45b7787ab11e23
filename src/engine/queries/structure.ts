import type { SpeakerRow } from '../../contract/structure';
import { speakersOf } from '../../core/structure';
import { listSources } from '../../storage/repositories/sources';
import type { QueryHandlers } from '../context';

/** Milliseconds of work after which whoever waits at the engine's door has a turn. */
const patience = 20;

export const structureQueries: QueryHandlers<'source.structure' | 'speakers.list'> = {
  'source.structure': ({ id }, { structure }) => structure.of(id),

  'speakers.list': async ({ sourceIds }, { database, structure, platform }) => {
    const wanted = sourceIds && new Set(sourceIds);
    const speakers = new Map<string, { turns: number; characters: number; documents: number }>();
    let since = platform.milliseconds();
    for (const { id } of listSources(database)) {
      if (wanted && !wanted.has(id)) continue;
      for (const { name, turns, characters } of speakersOf(structure.of(id).segments)) {
        const sums = speakers.get(name) ?? { turns: 0, characters: 0, documents: 0 };
        sums.turns += turns;
        sums.characters += characters;
        sums.documents += 1;
        speakers.set(name, sums);
      }
      if (platform.milliseconds() - since > patience) {
        await new Promise((resolve) => setTimeout(resolve));
        since = platform.milliseconds();
      }
    }
    return [...speakers]
      .map(([name, sums]): SpeakerRow => ({ name, ...sums }))
      .sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1));
  },
};
