/**
 * Abbreviations whose full stop does not end a sentence, lower case, without the last stop. Kept short on purpose:
 * a word is here only if a capital may follow it and it hardly ever ends a sentence (so “etc” is not). The language
 * of a document is not known, so the lists apply together.
 */
const english = 'mr mrs ms dr prof st sr vs e.g i.e cf eds gen sen rep gov col lt capt rev hon dept ca viz';
const swedish = 't.ex bl.a d.v.s dvs s.k f.d fr.o.m t.o.m p.g.a pga resp ev jfr';
const german = 'z.b d.h u.a bzw ggf vgl evtl sog inkl zzgl hrsg i.d.r v.a';

export const abbreviations: ReadonlySet<string> = setOf(english, swedish, german);

/** Words that are abbreviations only before a number: “No. 5”, but “Hell no. Should we”. */
export const abbreviationsBeforeNumber: ReadonlySet<string> = setOf(
  'no nr vol p pp s fig figs art ch kap bd abs kl tel approx',
  'jan feb mar apr jun jul aug sep sept oct okt nov dec dez',
);

/** After an ordinal (“3. Oktober”) the stop belongs to the number. */
export const germanMonths: ReadonlySet<string> = setOf(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember',
);

function setOf(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}
