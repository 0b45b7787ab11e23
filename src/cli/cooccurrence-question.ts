import type { QueryArgs } from '../contract/queries';
import {
  type CooccurrenceQuery,
  coderModes,
  coefficients,
  countUnits,
  defaultCooccurrenceQuery,
  type GapUnit,
  type Relation,
} from '../core/cooccurrence';
import { type Arguments, type OptionSpec, UsageError } from './arguments';
import { findCode, findDocuments } from './lookup';
import type { Project } from './open-project';

const relations = [
  'overlaps',
  'near',
  'same-paragraph',
  'same-turn',
  'same-document',
  'same-sentence',
  'equals',
  'within',
  'encloses',
  'follows',
  'precedes',
] as const satisfies readonly Relation['kind'][];
const gapUnits = ['characters', 'words', 'sentences', 'paragraphs'] as const satisfies readonly GapUnit[];
const scopes = ['document', 'turn', 'paragraph'] as const;

/** What a co-occurrence table counts, as options; without any: overlaps, places, united. */
export const questionOptions: readonly OptionSpec[] = [
  { name: '--relation', value: 'R', help: `${relations.join(', ')}.` },
  { name: '--near', value: 'N', help: 'With relation near: the largest gap.' },
  { name: '--near-unit', value: 'U', help: `In which the gap is measured: ${gapUnits.join(', ')}.` },
  { name: '--scope', value: 'S', help: `With relation follows, precedes: in one ${scopes.join(', ')}.` },
  { name: '--count', value: 'C', help: `${countUnits.join(', ')}.` },
  { name: '--coefficient', value: 'K', help: `${coefficients.join(', ')}.` },
  { name: '--coders', value: 'M', help: `${coderModes.join(', ')}.` },
  { name: '--subcodes', help: 'A code stands for itself and all its subcodes.' },
  { name: '--documents', value: 'NAME,…', help: 'Only these documents.', isMany: true },
  { name: '--codes', value: 'PATH', help: 'Only these codes; give it once for each.', isMany: true },
];

export const questionDetails: readonly string[] = [
  'Without options: relation overlaps, count places, coders united, no coefficient. --near alone means relation near.',
  'Coefficient c needs pairs of each or pooled coders, c-bounded places, jaccard documents or overlapping characters.',
];

/** Reads the options (throws UsageError); what comes back finds documents and codes by name in the project. */
export function readQuestion(
  args: Arguments,
): (project: Project) => Promise<QueryArgs<'cooccurrence.matrix'>> {
  const query = {
    relation: readRelation(args),
    count: args.choice('--count', countUnits) ?? defaultCooccurrenceQuery.count,
    coefficient: args.choice('--coefficient', coefficients) ?? null,
    coders: args.choice('--coders', coderModes) ?? defaultCooccurrenceQuery.coders,
    withSubcodes: args.has('--subcodes'),
  } satisfies CooccurrenceQuery;
  return async (project) => {
    const sources = args.has('--documents') && (await findDocuments(project, args.texts('--documents')));
    const codes = await Promise.all(args.texts('--codes').map((path) => findCode(project, path)));
    return {
      ...query,
      ...(sources ? { sourceIds: [...new Set(sources.map(({ id }) => id))] } : {}),
      ...(args.has('--codes') ? { codeIds: [...new Set(codes.map(({ id }) => id))] } : {}),
    };
  };
}

function readRelation(args: Arguments): Relation {
  const distance = args.wholeNumber('--near');
  const unit = args.choice('--near-unit', gapUnits);
  const scope = args.choice('--scope', scopes);
  const kind = args.choice('--relation', relations) ?? (distance === undefined ? 'overlaps' : 'near');
  if (kind !== 'near' && (distance !== undefined || unit !== undefined)) {
    throw new UsageError('--near and --near-unit go with relation near.');
  }
  if (scope !== undefined && kind !== 'follows' && kind !== 'precedes') {
    throw new UsageError('--scope goes with the relations follows and precedes.');
  }
  switch (kind) {
    case 'near':
      if (distance === undefined) throw new UsageError('Relation near needs a distance: --near N.');
      return { kind, distance, unit: unit ?? 'characters' };
    case 'follows':
    case 'precedes':
      return { kind, scope: scope ?? 'document' };
    default:
      return { kind };
  }
}
