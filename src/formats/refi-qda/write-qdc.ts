import { fail, ok, type Result } from '../../core/result';
import type { CodebookCode, CodebookExport, ExportedSet, WrittenFile } from '../exporter';
import { makeNotice, noticeIfAny } from '../notice';
import { parseColor } from './color';
import { packDescription } from './description';
import { XmlText } from './xml-text';

/** Namespace of the REFI-QDA 1.0 codebook schema. */
export const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * A codebook in the exchange format of the field, valid by its official schema. Codes keep their ids as GUIDs.
 * Refuses an empty codebook (`invalid`): the schema asks for at least one code.
 */
export function writeCodebookQdc(input: CodebookExport): Result<WrittenFile> {
  if (input.codes.length === 0) {
    return fail(
      'invalid',
      'A REFI-QDA codebook needs at least one code, and this project has none. Nothing was written.',
    );
  }
  const xml = new XmlText();
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${CODEBOOK_NAMESPACE}" origin="Emic">`,
    '<Codes>',
    ...writeTree(input.codes, xml),
    '</Codes>',
    ...writeSets(input.sets ?? [], xml),
    '</CodeBook>',
  ];
  return ok({
    bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
    notices: [
      makeNotice('notCarried', { detail: 'the authors, dates and status of codes, nor for counts' }),
      ...noticeIfAny('illegalCharactersRemoved', xml.removed),
      ...noticeIfAny('colorDropped', input.codes.filter((code) => parseColor(code.color) === null).length),
    ],
  });
}

/** Tree order means that a code closes every open one that is not above it; depth says how many stay open. */
function writeTree(codes: readonly CodebookCode[], xml: XmlText): string[] {
  const lines: string[] = [];
  let open = 0;
  for (const code of codes) {
    for (; open > code.depth; open--) lines.push('</Code>');
    lines.push(openTag(code, xml));
    const description = packDescription(code);
    if (description !== '') lines.push(`<Description>${xml.content(description)}</Description>`);
    open++;
  }
  for (; open > 0; open--) lines.push('</Code>');
  return lines;
}

function writeSets(sets: readonly ExportedSet[], xml: XmlText): string[] {
  if (sets.length === 0) return [];
  return [
    '<Sets>',
    ...sets.flatMap(({ id, name, codeIds }) => [
      `<Set guid="${id}" name="${xml.attribute(name)}">`,
      ...codeIds.map((codeId) => `<MemberCode guid="${codeId}"/>`),
      '</Set>',
    ]),
    '</Sets>',
  ];
}

function openTag(code: CodebookCode, xml: XmlText): string {
  const color = parseColor(code.color);
  const colorAttribute = color === null ? '' : ` color="${color.toUpperCase()}"`;
  return `<Code guid="${code.id}" name="${xml.attribute(code.name)}" isCodable="${code.isCodable}"${colorAttribute}>`;
}
