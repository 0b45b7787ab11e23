import { readFileSync } from 'node:fs';
import { recognise, type Segment } from '../../../../src/core/structure';
import { normalizeText, sliceByCodePoints } from '../../../../src/core/text';

const seedFolder = new URL('../../../../seeds/', import.meta.url);

export function seed(name: string): string {
  return readFileSync(new URL(name, seedFolder), 'utf8');
}

export function words(text: string, segment: Segment): string {
  return sliceByCodePoints(text, segment.start, segment.end);
}

/** The turns as `speaker: words`. */
export function turns(text: string): string[] {
  return recognise(text)
    .filter(({ kind }) => kind === 'turn')
    .map((turn) => `${turn.speaker}: ${words(text, turn)}`);
}

export function headings(text: string): string[] {
  return recognise(text)
    .filter(({ kind }) => kind === 'heading')
    .map((heading) => `${'#'.repeat(heading.level)} ${words(text, heading)}`);
}

export function speakers(text: string): string[] {
  return [...new Set(recognise(text).flatMap(({ kind, speaker }) => (kind === 'turn' ? [speaker] : [])))];
}

export function importedText(bytes: Uint8Array): string {
  return normalizeText(new TextDecoder().decode(bytes)).text;
}
