import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ChangeName } from '../../../../src/contract/commands';
import { changesInCodePoints, diffText } from '../../../../src/core/anchoring';
import { createPositionMap } from '../../../../src/core/text';
import type { Driver } from '../driver';
import type { Dice } from './dice';
import type { RawProject } from './raw-project';

/** Every command that changes a project, with arguments by chance: most sensible, some absurd. */
export type Move = (on: { dice: Dice; raw: RawProject; driver: Driver }) => object;

const names = [
  'money',
  'power',
  'media',
  'A > B',
  '__proto__',
  'constructor',
  '1e400',
  '007',
  '{"a":[1]}',
  "Robert'); DROP TABLE code;--",
  'say “{{code}}” $t(x)',
  'caf\u00e9',
  'cafe\u0301',
  '\u202eright to left',
  'nul\u0000inside',
  'half \ud83d pair',
  'two\nlines\u2028or three',
  '🏳️‍🌈👩‍👩‍👧',
  'x'.repeat(500),
];
const badNames = ['', ' \n ', 'x'.repeat(501), 7, null];
const proses = [
  '',
  'A text.',
  'Two\r\nlines',
  '\ufeffmarked \u0000 \udc00',
  '"\\\u0001\u001f\u007f\u2029',
  'long '.repeat(500),
];
const nowhere = '00000000-0000-4000-8000-000000000000';

const typed = ['', ' ', 'x', '🙂', 'e\u0301', 'שלום', '\n', 'word after word', '\u0301', '\r\n', '\u0000'];

/** A text with a few places typed over, by whole characters. */
function edited(dice: Dice, text: string): string {
  const letters = Array.from(text);
  for (let left = 1 + dice.number(3); left > 0; left -= 1) {
    const at = dice.number(letters.length + 1);
    letters.splice(
      at,
      dice.number(Math.min(12, letters.length - at) + 1),
      ...Array.from(dice.of(typed) ?? ''),
    );
  }
  return letters.join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function createMoves(files: {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}): Record<Exclude<ChangeName, 'history.undo' | 'history.redo'>, Move> {
  const entry = (dice: Dice, raw: RawProject) => dice.number(raw.changeSets.length + 1);
  const ids = (raw: RawProject, table: keyof RawProject['rows']) =>
    raw.rows[table].map(({ id }) => String(id));
  const id = (dice: Dice, raw: RawProject, table: keyof RawProject['rows']) =>
    dice.once(25) ? dice.of([nowhere, 'no id', 5]) : (dice.of(ids(raw, table)) ?? nowhere);
  const several = (dice: Dice, raw: RawProject, table: keyof RawProject['rows'], most = 3) => {
    const some = dice.some(ids(raw, table), most);
    return dice.once(25) ? [...some, nowhere] : some;
  };
  const name = (dice: Dice) =>
    dice.once(20) ? dice.of(badNames) : dice.once(2) ? dice.of(names) : `name ${dice.number(40)}`;
  const maybe = <T>(dice: Dice, value: T) => (dice.once(2) ? value : undefined);
  const parent = (dice: Dice, raw: RawProject, table: 'code' | 'source_folder') =>
    dice.once(3) ? null : (dice.of(ids(raw, table)) ?? null);
  const color = (dice: Dice) => dice.of(['#AABBCC', '#000000', '#12345', 'red']);
  const texts = (dice: Dice) => ({
    definition: maybe(dice, dice.of(proses)),
    whenToUse: maybe(dice, dice.of(proses)),
    examples: maybe(dice, dice.of(proses)),
  });
  const place = (dice: Dice, raw: RawProject) => {
    const source = dice.of(raw.rows.source);
    const length = Number(source?.characters ?? 10);
    const start = dice.number(length);
    const end = start + 1 + dice.number(Math.min(40, length - start));
    const span = dice.once(30)
      ? dice.of([
          { start: end, end: start },
          { start, end: start },
          { start, end: length + 1 },
          { start: -1, end },
          { start, end: 0.5 },
        ])
      : { start, end };
    return { sourceId: dice.once(30) ? nowhere : (source?.id ?? nowhere), ...span };
  };
  const writing = (dice: Dice, raw: RawProject) => {
    const kind = dice.of(['quotation', 'code', 'source', 'memo'] as const) ?? 'code';
    const reference = { type: 'reference', attrs: { kind, id: id(dice, raw, kind) } };
    const words = {
      type: 'text',
      text: 'a thought',
      marks: [{ type: dice.of(['bold', 'italic', 'blink']) }],
    };
    const content = { type: 'doc', content: [{ type: 'paragraph', content: [words, reference] }] };
    return {
      ...(dice.once(2) ? { text: dice.of(proses) } : { content }),
      title: maybe(dice, name(dice)),
      typeId: maybe(dice, dice.once(3) ? null : id(dice, raw, 'memo_type')),
    };
  };
  const beside = (dice: Dice, raw: RawProject) =>
    dice.of([null, undefined, ...ids(raw, 'source'), ...ids(raw, 'source_folder')]);

  /** One that was corrected, or the place of one that might be there. */
  const segment = (dice: Dice, raw: RawProject) => {
    const row = dice.once(4) ? undefined : dice.of(raw.rows.segment);
    if (!row) return { ...place(dice, raw), kind: 'turn' };
    return { sourceId: row.source_id, kind: row.kind, start: row.start_position };
  };

  return {
    'project.update': ({ dice }) => ({ name: maybe(dice, name(dice)), description: dice.of(proses) }),
    'coder.update': ({ dice, raw }) => ({
      id: id(dice, raw, 'coder'),
      name: dice.of(['Robin', 'Kim', 'Alex', 'Sam', ' ']),
      color: maybe(dice, color(dice)),
    }),
    'source.import': ({ dice, raw }) => ({
      paths: [...dice.some(files.good, 2), ...(dice.once(6) ? dice.some(files.bad, 1) : [])],
      skipUnreadable: dice.once(2),
      folderId: parent(dice, raw, 'source_folder'),
    }),
    'source.editText': ({ dice, raw }) => {
      const source = dice.of(raw.rows.source);
      const before = raw.texts.get(String(source?.id)) ?? '';
      const after = edited(dice, before);
      const maps = { before: createPositionMap(before), after: createPositionMap(after) };
      return {
        id: dice.once(20) ? nowhere : (source?.id ?? nowhere),
        baseSha256: sha256(dice.once(20) ? after : before),
        text: after,
        changes: dice.once(15) ? [] : [...changesInCodePoints(diffText(before, after), maps)],
        deleteIds: dice.once(2) ? ids(raw, 'quotation') : [],
      };
    },
    'source.replaceText': ({ dice, raw }) => {
      const source = dice.of(raw.rows.source);
      const before = raw.texts.get(String(source?.id)) ?? '';
      const other = dice.of([...raw.texts.values()]) ?? '';
      return {
        id: source?.id ?? nowhere,
        text: dice.once(3) ? other : edited(dice, edited(dice, before)),
        decisions: dice.once(4)
          ? [{ id: id(dice, raw, 'quotation'), place: dice.once(2) ? null : { start: 0, end: 3 } }]
          : [],
        undecided: dice.once(3) ? {} : { doubtful: dice.of(['accept', 'drop']), lost: 'drop' },
      };
    },
    'source.rename': ({ dice, raw }) => ({ id: id(dice, raw, 'source'), name: name(dice) }),
    'source.move': ({ dice, raw }) => ({
      ids: several(dice, raw, 'source'),
      folderId: parent(dice, raw, 'source_folder'),
      beforeId: beside(dice, raw),
    }),
    'source.delete': ({ dice, raw }) => ({ ids: several(dice, raw, 'source', 2) }),
    'segment.change': ({ dice, raw }) => ({
      ...segment(dice, raw),
      to: {
        kind: maybe(dice, dice.of(['turn', 'heading', 'timestamp', 'song'])),
        speaker: maybe(dice, name(dice)),
        time: maybe(dice, '00:01:02'),
        end: maybe(dice, dice.number(120)),
        level: maybe(dice, dice.number(4)),
      },
    }),
    'segment.add': ({ dice, raw }) => ({
      ...place(dice, raw),
      kind: dice.of(['turn', 'heading', 'timestamp']),
      speaker: maybe(dice, name(dice)),
    }),
    'segment.remove': ({ dice, raw }) => {
      const { sourceId, kind, start } = segment(dice, raw);
      return { sourceId, segments: [{ kind, start }] };
    },
    'turn.split': ({ dice, raw }) => {
      const { sourceId, start } = segment(dice, raw);
      return { sourceId, start, at: Number(start) + dice.number(12) };
    },
    'turn.join': ({ dice, raw }) => segment(dice, raw),
    'speaker.rename': ({ dice, raw }) => ({
      sourceId: segment(dice, raw).sourceId,
      from: dice.of(['', 'Anna', ...raw.rows.segment.map(({ speaker }) => String(speaker))]),
      to: name(dice),
    }),
    'structure.recognise': ({ dice, raw }) => ({ sourceId: segment(dice, raw).sourceId }),
    'sourceFolder.create': ({ dice, raw }) => ({
      name: name(dice),
      parentId: parent(dice, raw, 'source_folder'),
    }),
    'sourceFolder.rename': ({ dice, raw }) => ({ id: id(dice, raw, 'source_folder'), name: name(dice) }),
    'sourceFolder.move': ({ dice, raw }) => ({
      id: id(dice, raw, 'source_folder'),
      parentId: parent(dice, raw, 'source_folder'),
      beforeId: beside(dice, raw),
    }),
    'sourceFolder.delete': ({ dice, raw }) => ({ id: id(dice, raw, 'source_folder') }),
    'code.create': ({ dice, raw }) => ({
      name: name(dice),
      parentId: parent(dice, raw, 'code'),
      isCodable: !dice.once(6),
      color: maybe(dice, color(dice)),
      ...texts(dice),
    }),
    'code.createPath': ({ dice }) => ({ path: dice.some([...names, 'a', 'b', 'c'], 4), ...texts(dice) }),
    'code.update': ({ dice, raw }) => ({
      id: id(dice, raw, 'code'),
      name: maybe(dice, name(dice)),
      isCodable: maybe(dice, !dice.once(3)),
      color: maybe(dice, color(dice)),
      ...texts(dice),
    }),
    'code.move': ({ dice, raw }) => ({
      ids: several(dice, raw, 'code'),
      parentId: parent(dice, raw, 'code'),
      beforeId: dice.of([null, undefined, ...ids(raw, 'code')]),
    }),
    'code.delete': ({ dice, raw }) => ({ id: id(dice, raw, 'code') }),
    'code.merge': ({ dice, raw }) => ({
      fromIds: several(dice, raw, 'code', 2),
      intoId: id(dice, raw, 'code'),
    }),
    'code.split': ({ dice, raw }) => ({
      id: id(dice, raw, 'code'),
      parts: Array.from({ length: dice.number(4) }, () => ({
        ...(dice.once(2) ? { name: name(dice) } : { codeId: id(dice, raw, 'code') }),
        quotationIds: several(dice, raw, 'quotation'),
      })),
    }),
    'code.recolor': ({ dice, raw }) => ({
      ids: several(dice, raw, 'code'),
      color: color(dice),
      withSubcodes: maybe(dice, dice.once(2)),
    }),
    'code.setStatus': ({ dice, raw }) => ({
      ids: several(dice, raw, 'code'),
      status: dice.of(['candidate', 'inUse', 'retired', 'lost']),
    }),
    'codeSet.create': ({ dice, raw }) => ({ name: name(dice), codeIds: several(dice, raw, 'code') }),
    'codeSet.rename': ({ dice, raw }) => ({ id: id(dice, raw, 'code_set'), name: name(dice) }),
    'codeSet.delete': ({ dice, raw }) => ({ id: id(dice, raw, 'code_set') }),
    'codeSet.add': ({ dice, raw }) => ({
      id: id(dice, raw, 'code_set'),
      codeIds: several(dice, raw, 'code'),
    }),
    'codeSet.remove': ({ dice, raw }) => ({
      id: id(dice, raw, 'code_set'),
      codeIds: several(dice, raw, 'code'),
    }),
    'coding.apply': ({ dice, raw }) => ({
      ...place(dice, raw),
      codeIds: dice.once(10) ? [] : several(dice, raw, 'code'),
      newCode: dice.once(5) ? { name: name(dice), parentId: parent(dice, raw, 'code') } : undefined,
    }),
    'coding.applyMany': ({ dice, raw }) => ({
      codeIds: several(dice, raw, 'code', 2),
      newPaths: dice.once(4) ? [[name(dice)]] : undefined,
      places: Array.from({ length: dice.number(5) }, () => place(dice, raw)),
    }),
    'coding.autocode': ({ dice, raw }) => {
      const { sourceId, start = 0, end = 1 } = place(dice, raw);
      return {
        code: dice.once(2) ? { id: id(dice, raw, 'code') } : { path: [name(dice), name(dice)] },
        documents: [{ sourceId, spans: Int32Array.of(start, end, end, end + dice.number(4)) }],
        words: name(dice),
      };
    },
    'coding.remove': ({ dice, raw }) => ({ ids: several(dice, raw, 'coding') }),
    'coding.recode': ({ dice, raw }) => ({
      ids: several(dice, raw, 'coding'),
      ...(dice.once(4) ? { newPath: [name(dice), name(dice)] } : { codeId: id(dice, raw, 'code') }),
    }),
    'coding.unite': ({ dice, raw }) => ({
      groups: [several(dice, raw, 'coding'), several(dice, raw, 'coding', 2)],
    }),
    'coding.move': ({ dice, raw }) => {
      const quotation = dice.of(raw.rows.quotation);
      const here = raw.rows.coding.filter(({ quotation_id }) => quotation_id === quotation?.id);
      const moved = dice.some(here, 2).map((coding) => String(coding.id));
      const { start, end } = place(dice, raw);
      return { ids: dice.once(8) ? several(dice, raw, 'coding') : moved, start, end };
    },
    'quotation.resize': ({ dice, raw }) => {
      const quotation = dice.of(raw.rows.quotation);
      const other = dice.of(raw.rows.quotation);
      const onto = other?.source_id === quotation?.source_id && dice.once(2) ? other : undefined;
      const { start, end } = onto ? { start: onto.start_position, end: onto.end_position } : place(dice, raw);
      return { id: quotation?.id ?? nowhere, start, end };
    },
    'quotation.create': ({ dice, raw }) => place(dice, raw),
    'quotation.delete': ({ dice, raw }) => ({ ids: several(dice, raw, 'quotation') }),
    'memo.write': ({ dice, raw }) => ({
      target: dice.of([
        { kind: 'project' },
        { kind: 'source', id: id(dice, raw, 'source') },
        { kind: 'code', id: id(dice, raw, 'code') },
        { kind: 'quotation', id: id(dice, raw, 'quotation') },
        { kind: 'coding', id: id(dice, raw, 'coding') },
        { kind: 'free', id: id(dice, raw, 'memo') },
      ]),
      ...writing(dice, raw),
    }),
    'memo.create': ({ dice, raw }) => writing(dice, raw),
    'memo.delete': ({ dice, raw }) => ({ ids: several(dice, raw, 'memo') }),
    'memoType.create': ({ dice }) => ({ name: name(dice), color: maybe(dice, color(dice)) }),
    'memoType.update': ({ dice, raw }) => ({
      id: id(dice, raw, 'memo_type'),
      name: maybe(dice, name(dice)),
      color: maybe(dice, color(dice)),
    }),
    'memoType.delete': ({ dice, raw }) => ({ id: id(dice, raw, 'memo_type') }),
    'history.restore': ({ dice, raw }) => ({ sequence: entry(dice, raw) }),
    'history.revert': ({ dice, raw }) => ({ sequence: entry(dice, raw) }),
    'history.explain': ({ dice, raw }) => ({
      sequence: entry(dice, raw),
      why: dice.of(['', 'As agreed on Monday.', 'two\nlines \ud83d']),
    }),
  };
}

/** Files to import: small documents of many kinds, and what is none. */
export function walkFiles(driver: Pick<Driver, 'file' | 'folder'>) {
  const good = {
    'plain.txt': 'Money moves parties. Networks move people.\nA second paragraph about money and power.',
    'astral.txt': '🙂🙃 Grüße, 👩‍👩‍👧 and 𝒜𝒷𝒸.\n\nשלום עולם. مرحبا. e\u0301e\u0301e\u0301',
    'odd.txt': 'a\u0000b\ufeffc\u2028d\u2029e\u200df\r\ng\rh \u202eback',
    'line ends.txt': '\n\n\n\nx\n\n\n',
    'same.txt': 'The same words. The same words. The same words.',
    ' spaced  name .txt': 'short',
  };
  return {
    good: Object.entries(good).map(([name, text]) => driver.file(name, text)),
    bad: [
      driver.file('empty.txt', ''),
      driver.file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0])),
      join(driver.folder, 'gone.txt'),
    ],
  };
}
