import { z } from 'zod';
import type { CooccurrenceQuery } from '../core/cooccurrence';
import { codeStatuses } from '../core/entities';
import type { CodeId, CoderId, CodingId, FolderId, QuotationId, SourceId } from '../core/ids';
import { autocodeCommands } from './autocode';
import { codebookCommands } from './codebook-commands';
import type { CommandResults } from './command-results';
import { cooccurrenceQuerySchema } from './cooccurrence-schema';
import { editingCommands } from './editing';
import { historyFilter } from './history-schema';
import { memoCommands } from './memos';
import { quotationCommands, quotationFilter } from './quotation-list';
import { codePath, color, each, id, line, name, path, position, prose, some } from './schema';
import { structureCommands } from './structure';

/**
 * Every act that changes something, typed once. A command of kind `session` opens or closes; one of kind `task`
 * writes a file but not the project; one of kind `file` works on files by their paths, whatever is open; one of kind
 * `change` is a transaction in the project: recorded, undoable, on disk when its reply arrives; one of kind `final`
 * changes the project so that no undo brings back what it took; one of kind `note` writes to the project file what is
 * no part of the project (an edit in progress), so no history knows it.
 */
export type CommandKind = 'session' | 'task' | 'file' | 'change' | 'final' | 'note';

const folderId = id<FolderId>();
const sourceId = id<SourceId>();
const codeId = id<CodeId>();
const coderId = id<CoderId>();
const quotationId = id<QuotationId>();
const codingId = id<CodingId>();

/** `[start, end)` in code points of one document. */
const place = z.object({ sourceId, start: position, end: position });
const codeTexts = {
  definition: prose.optional(),
  whenToUse: prose.optional(),
  whenNotToUse: prose.optional(),
  examples: prose.optional(),
};
/** Before which sibling; null or absent: last. */
const before = <T extends z.ZodType>(sibling: T) => sibling.nullable().optional();

const newCode = z.object({ name, parentId: codeId.nullable().optional(), color: color.optional() });

export const commands = {
  /** Makes a new project file; refused where a file is already. */
  'project.create': { kind: 'session', args: z.object({ path, name: name.optional() }) },
  /** `takeOver`: the nonce of a silent writer on another machine, when the person agreed to take its place. */
  'project.open': {
    kind: 'session',
    args: z.object({ path, readOnly: z.boolean().optional(), takeOver: z.string().max(64).optional() }),
  },
  'project.close': { kind: 'session', args: z.object({}) },
  /** A copy of the project as this session has it, also when its file was deleted or replaced; a file there is replaced. */
  'project.saveOwnCopy': { kind: 'session', args: z.object({ path }) },
  /** Makes the project file anew where it was deleted. */
  'project.putBack': { kind: 'session', args: z.object({}) },
  /** Looks whether lock and file are as they were; while `isSeen`, again every other second. */
  'session.look': { kind: 'session', args: z.object({ isSeen: z.boolean() }) },
  /** Who codes from now on in this session; the coder's row is made with the first change. */
  'session.setCoder': { kind: 'session', args: z.object({ name, color: color.optional() }) },
  /** Where backups are kept from now on in this session; null: beside each project. */
  'session.keepBackupsIn': { kind: 'session', args: z.object({ folder: path.nullable() }) },
  /** Makes a project file of a backup at a path where none is, and opens it. `evenIfDamaged`: texts or history may be. */
  'backups.restore': {
    kind: 'session',
    args: z.object({ path, to: path, evenIfDamaged: z.boolean().optional() }),
  },

  /** Saves all that can be read from a damaged project file (`path`, never written) into a new one, where none is. */
  'project.repair': { kind: 'file', args: z.object({ path, to: path }) },

  /** The coding as a file for others; the format is told by the path's ending. */
  'export.codebook': { kind: 'task', args: z.object({ path, byteOrderMark: z.boolean().optional() }) },
  'export.quotations': {
    kind: 'task',
    args: z.object({
      path,
      codeId: codeId.optional(),
      sourceId: sourceId.optional(),
      /** Just the rows of a list; it takes the place of the other two. */
      filter: quotationFilter.optional(),
      byteOrderMark: z.boolean().optional(),
    }),
  },
  /** `.csv` and `.xlsx`: the table; `.svg`: the figure (`view`). */
  'export.cooccurrence': {
    kind: 'task',
    args: z.object({
      path,
      query: cooccurrenceQuerySchema,
      view: z.enum(['matrix', 'network']).optional(),
      theme: z.enum(['light', 'dark']).optional(),
      byteOrderMark: z.boolean().optional(),
    }),
  },
  /** The audit trail: `.csv` or `.html`. `timeZone` (`Europe/Stockholm`) is for the HTML's days and times; else UTC. */
  'export.history': {
    kind: 'task',
    args: z.object({
      path,
      filter: historyFilter.optional(),
      timeZone: z.string().max(100).optional(),
      byteOrderMark: z.boolean().optional(),
    }),
  },
  /** Writes bytes that the window has drawn (a PNG figure). */
  'export.bytes': { kind: 'task', args: z.object({ path, bytes: z.instanceof(Uint8Array) }) },
  /** SQLite's own checks, and every anchor against its text. */
  'project.check': { kind: 'task', args: z.object({}) },
  /** A verified copy of the project file now; `ifDue`: only where the last one is a day old. */
  'backups.take': { kind: 'task', args: z.object({ ifDue: z.boolean().optional() }) },
  /** One compact, checked file for somebody else. `replace`: the person has agreed to lose what is at the path. */
  'project.saveCopy': {
    kind: 'task',
    args: z.object({
      path,
      history: z.boolean(),
      names: z.enum(['kept', 'initials']),
      replace: z.boolean().optional(),
    }),
  },
  /** What another copy of this project has that this one has not, and the other way round. Changes neither. */
  'project.compare': { kind: 'task', args: z.object({ path }) },

  'project.update': {
    kind: 'change',
    args: z.object({ name: name.optional(), description: prose.optional() }),
  },
  'coder.update': {
    kind: 'change',
    args: z.object({ id: coderId, name: name.optional(), color: color.optional() }),
  },

  /** Files and folders; one step however many. `skipUnreadable` leaves out what can't be read and reports it. */
  'source.import': {
    kind: 'change',
    args: z.object({
      paths: z.array(path).min(1, 'must name at least one file'),
      folderId: folderId.nullable().optional(),
      skipUnreadable: z.boolean().optional(),
    }),
  },
  'source.rename': { kind: 'change', args: z.object({ id: sourceId, name }) },
  /** Documents and folders are siblings in one order. */
  'source.move': {
    kind: 'change',
    args: z.object({
      ids: some(sourceId),
      folderId: folderId.nullable(),
      beforeId: before(z.union([sourceId, folderId])),
    }),
  },
  /** Deletes documents with their quotations, codings and memos. */
  'source.delete': { kind: 'change', args: z.object({ ids: some(sourceId) }) },
  ...editingCommands,
  ...structureCommands,
  'sourceFolder.create': {
    kind: 'change',
    args: z.object({ name, parentId: folderId.nullable().optional() }),
  },
  'sourceFolder.rename': { kind: 'change', args: z.object({ id: folderId, name }) },
  'sourceFolder.move': {
    kind: 'change',
    args: z.object({
      id: folderId,
      parentId: folderId.nullable(),
      beforeId: before(z.union([sourceId, folderId])),
    }),
  },
  /** Takes the folder away; what is in it moves to the folder's own place. */
  'sourceFolder.delete': { kind: 'change', args: z.object({ id: folderId }) },

  'code.create': {
    kind: 'change',
    args: z.object({
      name,
      parentId: codeId.nullable().optional(),
      color: color.optional(),
      isCodable: z.boolean().optional(),
      status: z.enum(codeStatuses).optional(),
      ...codeTexts,
    }),
  },
  /** A code by its path (`Parent > Child`); missing parents are made. Refused where the last one is there already. */
  'code.createPath': {
    kind: 'change',
    args: z.object({
      path: codePath,
      color: color.optional(),
      ...codeTexts,
    }),
  },
  'code.update': {
    kind: 'change',
    args: z.object({
      id: codeId,
      name: name.optional(),
      color: color.optional(),
      isCodable: z.boolean().optional(),
      status: z.enum(codeStatuses).optional(),
      ...codeTexts,
    }),
  },
  'code.move': {
    kind: 'change',
    args: z.object({ ids: some(codeId), parentId: codeId.nullable(), beforeId: before(codeId) }),
  },
  /** Deletes the code, its subcodes, and their codings; quotations left with neither code nor memo go too. */
  'code.delete': { kind: 'change', args: z.object({ id: codeId }) },
  /** Moves codings, subcodes and memos of `fromIds` to `intoId` and deletes `fromIds`. */
  'code.merge': { kind: 'change', args: z.object({ fromIds: some(codeId), intoId: codeId }) },
  ...codebookCommands,

  /**
   * Applies codes to one passage; what is already there stays as it is. `newCode` is made and applied in the same
   * change, and so is the code at `newPath`, with what is missing above it.
   */
  'coding.apply': {
    kind: 'change',
    args: place.extend({
      codeIds: each(codeId),
      newCode: newCode.optional(),
      newPath: codePath.optional(),
    }),
  },
  ...autocodeCommands,
  /** Takes codings off; a quotation left with neither code nor memo goes too. */
  'coding.remove': { kind: 'change', args: z.object({ ids: some(codingId) }) },
  /** Another code (made where there is none at `newPath`), same passage, coder and date. */
  'coding.recode': {
    kind: 'change',
    args: z.object({ ids: some(codingId), codeId: codeId.optional(), newPath: codePath.optional() }),
  },
  /**
   * Moves codings of one document to another place in it, with coder, date and memo; what else was on their
   * quotations stays there. A quotation left with neither code nor memo goes.
   */
  'coding.move': {
    kind: 'change',
    args: z.object({ ids: some(codingId), start: position, end: position }),
  },
  ...quotationCommands,
  /** Moves the quotation with all its codings; where one is already at the new place, the two are united. */
  'quotation.resize': { kind: 'change', args: z.object({ id: quotationId, start: position, end: position }) },
  /** Marks a passage without a code (to write a memo on it). */
  'quotation.create': { kind: 'change', args: place },
  'quotation.delete': { kind: 'change', args: z.object({ ids: some(quotationId) }) },

  ...memoCommands,

  'history.undo': { kind: 'change', args: z.object({}) },
  'history.redo': { kind: 'change', args: z.object({}) },
  /** The state right after an entry of the history (0: before the first), as one change. */
  'history.restore': { kind: 'change', args: z.object({ sequence: position }) },
  /** One old entry taken back alone; refused where something later depends on it. */
  'history.revert': { kind: 'change', args: z.object({ sequence: position }) },
  /** One line that says why an entry was made; empty takes it off. Leaves no entry of its own. */
  'history.explain': { kind: 'change', args: z.object({ sequence: position, why: line }) },

  /** Takes documents, in the project or kept by its history, out of file and history. */
  'source.erase': { kind: 'final', args: z.object({ ids: some(sourceId) }) },
  /** Replaces the characters of a passage, one by one, in file and history. */
  'passage.erase': { kind: 'final', args: place },
} as const satisfies Record<string, { kind: CommandKind; args: z.ZodType }>;

export type CommandName = keyof typeof commands;
/** What a caller passes. */
export type CommandArgs<K extends CommandName> = z.input<(typeof commands)[K]['args']>;
/** What the handler gets, after the schema has cleaned it. */
export type CheckedArgs<K extends CommandName> = z.output<(typeof commands)[K]['args']>;

export type ChangeName = {
  [K in CommandName]: (typeof commands)[K]['kind'] extends 'change' ? K : never;
}[CommandName];
export type FileCommandName = {
  [K in CommandName]: (typeof commands)[K]['kind'] extends 'file' ? K : never;
}[CommandName];
export type TaskName = {
  [K in CommandName]: (typeof commands)[K]['kind'] extends 'task' ? K : never;
}[CommandName];

export type NoteName = {
  [K in CommandName]: (typeof commands)[K]['kind'] extends 'note' ? K : never;
}[CommandName];

type Complete = CommandName extends keyof CommandResults ? true : never;
/** Fails to compile when a command has no result type. */
export const everyCommandHasAResult: Complete = true;

export type CommandResult<K extends CommandName> = CommandResults[K];
export type { CooccurrenceQuery };
