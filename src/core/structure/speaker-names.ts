/**
 * What stands before a colon and is no speaker, lower case: notes, fields of forms and letters, parts of a text,
 * days. Names that somebody may bear are left out. The language of a document is not known, so the lists apply
 * together.
 */
const noSpeakers = new Set(
  [
    'note notes nb n.b ps p.s example examples e.g i.e source sources warning tip hint remember important summary',
    'conclusion abstract keywords key background introduction method methods results discussion references',
    'date time place location venue duration title subject to from cc bcc re fw fwd attachment attachments sent',
    'name age gender sex city country address street occupation profession education email e-mail phone tel fax url',
    'web website http https figure fig table step chapter part section page line item rule task day week month year',
    'edit update correction sidenote aside remark ingredients directions pros cons pro con true false total answer key',
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august',
    'september october november december first second third fourth finally today yesterday tomorrow now later',
    'okay ok yes no so well right but and or because however also then anyway yeah',
    'speakers participants present absent recorded transcribed transcript transcription interview pingback trackback',
    'obs not anm anmärkning exempel källa källor datum tid plats ort ämne till från kopia rubrik namn ålder kön yrke',
    'telefon adress sammanfattning slutsats bakgrund metod resultat steg kapitel del avsnitt sida rad uppgift vecka dag',
    'måndag tisdag onsdag torsdag fredag lördag söndag',
    'hinweis achtung beispiel quelle betreff von an datum zeit name alter geschlecht beruf schritt kapitel teil seite',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag zusammenfassung anmerkung bemerkung',
    'remarque exemple nota ejemplo fuente fecha lugar asunto',
  ]
    .join(' ')
    .split(' '),
);

/** Small words inside a name or a part (“Anna von Berg”, “Head of School”). */
const particles = new Set(
  'von van de der den del della di da du la le el al bin ibn av af of the and och und y zu'.split(' '),
);

/** Whether what stands before a colon could name a speaker at all, however often it occurs. */
export function mayBeSpeaker(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 5 || name.length > 48) return false;
  const bare = name
    .toLowerCase()
    .replace(/[\s.]*[\d.]*$/u, '')
    .trim();
  if (bare === '' || noSpeakers.has(bare)) return false;
  const first = name.charAt(0);
  const isLower = first !== first.toUpperCase();
  return !isLower || /^\p{Ll}{1,3}\d*$/u.test(name) || /^\p{Ll}+[ _-]?\d+$/u.test(name);
}

/** Whether it is written as names are: each word with a capital or digit, or in a script that has no capitals. */
export function looksLikeName(name: string): boolean {
  return name
    .replace(/\(.*\)$/u, '')
    .trim()
    .split(/\s+/u)
    .every((word) => !/^\p{Ll}/u.test(word) || particles.has(word));
}
