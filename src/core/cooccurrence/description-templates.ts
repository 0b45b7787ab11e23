/**
 * The English sentences of a definition. A relation fits into four sentences, one for each count, and a language
 * may need to say each of them differently; so all are keys of their own: `count.places.near.characters`, ...
 * `{{distance}}` and `{{count}}` are numbers.
 */
interface RelationWords {
  /** “… two codes that …” */
  readonly both: string;
  /** “… places that … the column code.” */
  readonly row: string;
}

const relations: Readonly<Record<string, RelationWords>> = {
  overlaps: { both: 'share at least one character', row: 'share at least one character with' },
  equals: { both: 'cover exactly the same characters', row: 'cover exactly the same characters as' },
  within: { both: 'stand with the row code’s inside the column code’s', row: 'lie inside' },
  encloses: { both: 'stand with the column code’s inside the row code’s', row: 'enclose' },
  'same-sentence': { both: 'touch a common sentence', row: 'touch the same sentence as' },
  'same-paragraph': { both: 'touch a common paragraph', row: 'touch the same paragraph as' },
  'same-turn': { both: 'touch a common turn of a speaker', row: 'touch the same speaker’s turn as' },
  'same-document': { both: 'stand in the same document', row: 'stand in the same document as' },
  'near.characters': {
    both: 'are at most {{distance}} characters apart',
    row: 'are at most {{distance}} characters away from',
  },
  'near.words': {
    both: 'are at most {{distance}} words apart',
    row: 'are at most {{distance}} words away from',
  },
  'near.sentences': {
    both: 'are at most {{distance}} sentences apart',
    row: 'are at most {{distance}} sentences away from',
  },
  'near.paragraphs': {
    both: 'are at most {{distance}} paragraphs apart',
    row: 'are at most {{distance}} paragraphs away from',
  },
  'follows.paragraph': {
    both: 'follow each other in one paragraph, the column code’s first',
    row: 'follow, in the same paragraph,',
  },
  'follows.turn': {
    both: 'follow each other in one turn of a speaker, the column code’s first',
    row: 'follow, in the same speaker’s turn,',
  },
  'follows.document': {
    both: 'follow each other in one document, the column code’s first',
    row: 'follow, in the same document,',
  },
  'precedes.paragraph': {
    both: 'follow each other in one paragraph, the row code’s first',
    row: 'precede, in the same paragraph,',
  },
  'precedes.turn': {
    both: 'follow each other in one turn of a speaker, the row code’s first',
    row: 'precede, in the same speaker’s turn,',
  },
  'precedes.document': {
    both: 'follow each other in one document, the row code’s first',
    row: 'precede, in the same document,',
  },
};

function countTemplates(): Record<string, string> {
  const templates: Record<string, string> = {};
  for (const [key, { both, row }] of Object.entries(relations)) {
    templates[`count.pairs.${key}`] = `A cell counts the pairs, one of each code, that ${both}.`;
    templates[`count.places.${key}`] =
      `A cell counts the places of the row code that ${row} a place of the column code.`;
    templates[`count.characters.${key}`] =
      `A cell counts the characters of the row code’s places that ${row} a place of the column code.`;
    templates[`count.documents.${key}`] =
      `A cell counts the documents in which passages of both codes ${both}.`;
  }
  return {
    ...templates,
    'count.places.overlaps': 'A cell counts the distinct places where both codes cover the same characters.',
    'count.characters.overlaps': 'A cell counts the characters that both codes cover.',
  };
}

export const descriptionTemplates: Readonly<Record<string, string>> = {
  ...countTemplates(),
  'coefficient.c':
    'The coefficient is c = n12 / (n1 + n2 − n12), n12 the pairs, n1 and n2 the codings of the two codes; it can leave 0 to 1.',
  'coefficient.c-bounded':
    'The coefficient is c, bounded: n12 / (n1 + n2 − n12), n12 the smaller of the two codes’ numbers of places that meet, n1 and n2 their places; always 0 to 1.',
  'coefficient.jaccard.characters':
    'The coefficient is Jaccard’s: characters under both codes / characters under either.',
  'coefficient.jaccard.documents':
    'The coefficient is Jaccard’s: documents in which the codes meet / documents with either.',
  'coefficient.given-row.places':
    'The coefficient is the share of the row code’s places that meet the column code.',
  'coefficient.given-row.characters':
    'The coefficient is the share of the row code’s characters that meet the column code.',
  'coefficient.given-column.places':
    'The coefficient is the share of the column code’s places that meet the row code.',
  'coefficient.given-column.characters':
    'The coefficient is the share of the column code’s characters that meet the row code.',
  'coders.united': 'A passage that several coders gave the same code counts once.',
  'coders.each':
    'Codings of one coder are compared with each other, and the results are summed over the coders.',
  'coders.pooled': 'Every coding counts, across the coders.',
  subcodes: 'A code stands for itself and all its subcodes.',
  'filter.sources.one': 'Only {{count}} chosen document counts.',
  'filter.sources.other': 'Only {{count}} chosen documents count.',
  'filter.coders.one': 'Only {{count}} chosen coder counts.',
  'filter.coders.other': 'Only {{count}} chosen coders count.',
  'filter.codes.one': 'Only {{count}} chosen code is shown.',
  'filter.codes.other': 'Only {{count}} chosen codes are shown.',
  'considered.codings.one': '{{count}} coding',
  'considered.codings.other': '{{count}} codings',
  'considered.documents.one': 'in {{count}} document',
  'considered.documents.other': 'in {{count}} documents',
  'considered.coders.one': '{{count}} coder',
  'considered.coders.other': '{{count}} coders',
  'considered.hidden.one': '{{count}} coding is hidden by filters',
  'considered.hidden.other': '{{count}} codings are hidden by filters',
};
