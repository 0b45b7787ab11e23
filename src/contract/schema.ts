import { z } from 'zod';
import { normalizeText } from '../core/text';

/**
 * Building blocks of argument schemas. The engine checks every argument at its door; the messages here end up
 * in sentences such as “code.create: name must not be empty”.
 */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function id<T extends string>() {
  return z.custom<T>(
    (value) => typeof value === 'string' && uuid.test(value),
    'must be an id (a lower-case UUID)',
  );
}

/** Ids, each once: a command that meets one twice would take its own first result for somebody else's. */
export function each<T extends z.ZodType>(item: T) {
  return z.array(item).transform((ids) => [...new Set(ids)]);
}

/** The same, at least one. */
export function some<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .min(1)
    .transform((ids) => [...new Set(ids)]);
}

/** What SQLite and files can't hold (NUL, halves of surrogate pairs) is mended as in an imported text (TX1). */
const wellFormed = z.string().transform((value) => normalizeText(value).text);

/** What is wrong with a name that a person gave: sentences of their own, which the window shows. */
export const nameFaults = ['A name can’t be empty', 'A name can’t have more than 500 characters'] as const;

/** A name that a person gave: trimmed, one line, not empty, at most 500 characters. */
export const name = wellFormed
  .transform((value) => value.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, nameFaults[0]).max(500, nameFaults[1]));

/** Names from the top. */
export const codePath = z.array(name).min(1).max(100, 'must have at most 100 levels');

/** One line that may be empty, at most 500 characters. */
export const line = wellFormed
  .transform((value) => value.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(500, 'must have at most 500 characters'));

export const prose = wellFormed.pipe(z.string().max(1_000_000, 'must have at most 1,000,000 characters'));

/** A name that no person gave (a file's), made fit to be one. */
export function asName(text: string): string {
  const fit = name.safeParse(text.slice(0, 500));
  return fit.success ? fit.data : 'Untitled';
}

export const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #3a7bd5')
  .transform((value) => value.toLowerCase());

/** Code points from 0. */
export const position = z.number().int('must be a whole number').min(0, 'must not be negative');

export const path = z.string().min(1, 'must name a file');
