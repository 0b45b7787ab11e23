/**
 * What a reader or writer did to the material that its owner should know of: characters replaced, an encoding
 * guessed, text that a format has no room for. A notice never stops the work; a refusal is a `Result`.
 */
export type NoticeKind =
  | 'encodingGuessed'
  | 'damagedCharacters'
  | 'nulReplaced'
  | 'surrogatesRepaired'
  | 'markupKept'
  | 'illegalCharactersRemoved'
  | 'cellTextCut'
  | 'notCarried'
  | 'colorDropped'
  | 'nameMissing'
  | 'guidMissing'
  | 'guidRepeated'
  | 'setsNotRead';

export interface FormatNotice {
  readonly kind: NoticeKind;
  /** How many characters, cells or codes it is about. */
  readonly count?: number;
  /** What was guessed or left out, in words (an encoding's name, say). */
  readonly detail?: string;
  /** Key of the translated sentence: `formats.notice.` and the kind; its values are `count` and `detail`. */
  readonly messageKey: string;
  /** The sentence in English, for the command line. */
  readonly message: string;
}

const SENTENCES: Record<NoticeKind, (count: string, detail: string) => string> = {
  encodingGuessed: (_, detail) =>
    `The file does not say how its letters are encoded; it was read as ${detail}. Check a few accented letters.`,
  damagedCharacters: (count) => `${count} damaged in the file and replaced by “\uFFFD”.`,
  nulReplaced: (count) => `${count} NUL (not text) and replaced by “\uFFFD”.`,
  surrogatesRepaired: (count) => `${count} half of a pair and replaced by “\uFFFD”.`,
  markupKept: () => 'The file holds markup; its tags were kept as text.',
  illegalCharactersRemoved: (count) => `${count} not allowed in this format and left out.`,
  cellTextCut: (count) =>
    `${count} longer than the 32,767 characters that a spreadsheet cell can hold, and cut; CSV has no such limit.`,
  notCarried: (_, detail) => `This format has no place for ${detail}.`,
  colorDropped: (count) => `${count} a colour that could not be read; it was left out.`,
  nameMissing: (count) => `${count} no name in the file.`,
  guidMissing: (count) => `${count} no usable identifier in the file.`,
  guidRepeated: (count) => `${count} an identifier that another code has already.`,
  setsNotRead: (count) => `${count} in the file and not read.`,
};

const COUNTED: Partial<Record<NoticeKind, readonly [one: string, many: string]>> = {
  damagedCharacters: ['1 character was', '# characters were'],
  nulReplaced: ['1 character was', '# characters were'],
  surrogatesRepaired: ['1 character was', '# characters were'],
  illegalCharactersRemoved: ['1 character is', '# characters are'],
  cellTextCut: ['1 text is', '# texts are'],
  colorDropped: ['1 code has', '# codes have'],
  nameMissing: ['1 code has', '# codes have'],
  guidMissing: ['1 code has', '# codes have'],
  guidRepeated: ['1 code has', '# codes have'],
  setsNotRead: ['1 code set is', '# code sets are'],
};

export function makeNotice(kind: NoticeKind, about: { count?: number; detail?: string } = {}): FormatNotice {
  const { count, detail } = about;
  const forms = COUNTED[kind];
  const counted = forms === undefined ? '' : count === 1 ? forms[0] : forms[1].replace('#', String(count));
  return {
    kind,
    ...(count === undefined ? {} : { count }),
    ...(detail === undefined ? {} : { detail }),
    messageKey: `formats.notice.${kind}`,
    message: SENTENCES[kind](counted, detail ?? ''),
  };
}

/** A notice for a count above zero, none for zero. */
export function noticeIfAny(kind: NoticeKind, count: number): FormatNotice[] {
  return count > 0 ? [makeNotice(kind, { count })] : [];
}
