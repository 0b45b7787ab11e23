/**
 * Abbreviations whose full stop does not end a sentence, lower case, without the last stop. Kept short on purpose:
 * a word is here only if it hardly ever ends a sentence. The language of a document is not known, so the lists
 * apply together.
 */
const english =
  'mr mrs ms dr prof st sr jr vs etc e.g i.e cf fig figs vol no pp ed eds gen sen rep gov col lt capt rev hon dept approx ca viz al';
const months = 'jan feb mar apr jun jul aug sep sept oct nov dec';
const swedish =
  't.ex bl.a d.v.s dvs m.m m.fl o.s.v osv s.k f.d fr.o.m t.o.m p.g.a pga resp ev kl nr st tel jfr forts';
const german = 'z.b d.h u.a u.u usw bzw ggf vgl evtl sog inkl zzgl nr abs bd hrsg str tel o.g i.d.r v.a m.e';

export const abbreviations: ReadonlySet<string> = new Set(
  [english, months, swedish, german].flatMap((list) => list.split(' ')),
);

/** After an ordinal (“3. Oktober”) the stop belongs to the number. */
export const germanMonths: ReadonlySet<string> = new Set(
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner'.split(' '),
);
