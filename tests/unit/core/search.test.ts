import { describe, expect, it } from 'vitest';
import { createMatcher, findSpans, type SearchPattern } from '../../../src/core/search';

/** The words of all hits. */
function hits(text: string, pattern: Partial<SearchPattern> & { readonly text: string }): string[] {
  const made = createMatcher({ kind: 'text', ...pattern });
  if (!made.ok) throw new Error(made.error.message);
  const found: string[] = [];
  made.value.each(text, (start, end) => {
    found.push(text.slice(start, end));
  });
  return found;
}

function sentence(pattern: SearchPattern): string {
  const made = createMatcher(pattern);
  return made.ok ? '' : made.error.message;
}

describe('looking for words', () => {
  it('FD1 finds every hit in order, apart, as code points', () => {
    const made = createMatcher({ kind: 'text', text: 'aa' });
    if (!made.ok) throw new Error(made.error.message);
    expect([...findSpans(made.value, '😀aaaaa aa')]).toEqual([1, 3, 3, 5, 7, 9]);
    expect([...findSpans(made.value, '😀aaaaa aa', { limit: 2 })]).toEqual([1, 3, 3, 5]);
  });

  it('FD2 takes upper and lower case for the same unless told otherwise', () => {
    const text = 'Fund FUND fund ΣΟΦΟΣ σοφός';
    expect(hits(text, { text: 'fund' })).toEqual(['Fund', 'FUND', 'fund']);
    expect(hits(text, { text: 'fund', matchCase: true })).toEqual(['fund']);
    expect(hits(text, { text: 'σοφοσ' })).toEqual(['ΣΟΦΟΣ', 'σοφός']);
  });

  it('FD2 takes accents for nothing unless told otherwise, composed or not', () => {
    const text = 'élan Elan e\u0301lan ÉLAN ĕlan';
    expect(hits(text, { text: 'elan' })).toEqual(['élan', 'Elan', 'e\u0301lan', 'ÉLAN', 'ĕlan']);
    expect(hits(text, { text: 'élan' })).toHaveLength(5);
    expect(hits(text, { text: 'élan', matchAccents: true })).toEqual(['élan', 'e\u0301lan', 'ÉLAN']);
    expect(hits(text, { text: 'e\u0301lan', matchAccents: true, matchCase: true })).toEqual([
      'élan',
      'e\u0301lan',
    ]);
  });

  it('FD2 takes all apostrophes, quotation marks and hyphens for the same', () => {
    const text = "don’t don't “we” «we» co\u2010operate";
    expect(hits(text, { text: "don't" })).toEqual(['don’t', "don't"]);
    expect(hits(text, { text: '"we"' })).toEqual(['“we”', '«we»']);
    expect(hits(text, { text: 'co-operate' })).toHaveLength(1);
    expect(hits(text, { text: "don't", matchAccents: true })).toEqual(["don't"]);
  });

  it('FD2 knows ligatures and soft hyphens of typeset texts', () => {
    expect(hits('of\u00ADfice oﬃce ﬁrst', { text: 'office' })).toEqual(['of\u00ADfice', 'oﬃce']);
    expect(hits('ﬁrst', { text: 'first' })).toEqual(['ﬁrst']);
  });

  it('FD2 takes a sign for the letters it stands for, and has all of it', () => {
    const text = 'Straße STRASSE STRAẞE Strasse Fluſsſtraße';
    expect(hits(text, { text: 'strasse' })).toEqual(['Straße', 'STRASSE', 'STRAẞE', 'Strasse', 'ſtraße']);
    expect(hits(text, { text: 'Straße' })).toHaveLength(5);
    expect(hits(text, { text: 'straße', matchAccents: true })).toHaveLength(5);
    expect(hits(text, { text: 'Strasse', matchCase: true })).toEqual(['Strasse']);
    expect(hits(text, { text: 'Straße', matchCase: true })).toEqual(['Straße']);
    expect(hits('Flußstraße Flusssperre', { text: 'flussstrasse' })).toEqual(['Flußstraße']);
    expect(hits('aﬃne aﬀine afﬁne', { text: 'affine' })).toHaveLength(3);
    expect(hits('İzmir ĲSBEER wait…', { text: 'izmir' })).toEqual(['İzmir']);
    expect(hits('ĲSBEER ijsbeer wait…', { text: 'ijsbeer' })).toHaveLength(2);
    expect(hits('das daß', { text: 'das', wholeWord: true })).toEqual(['das']);
    expect(hits('das daß', { kind: 'terms', text: 'dass' })).toEqual(['daß']);
    expect(hits(`${'s'.repeat(40)}ß`, { text: 's'.repeat(42) })).toEqual([`${'s'.repeat(40)}ß`]);
  });

  it('FD2 leaves vowel signs of Indic scripts and Korean syllables what they are', () => {
    expect(hits('कि का', { text: 'कि' })).toEqual(['कि']);
    expect(hits('한국 하국', { text: '한국' })).toEqual(['한국']);
    expect(hits('한국'.normalize('NFD'), { text: '한국' })).toHaveLength(1);
  });

  it('FD3 takes white space for any white space', () => {
    expect(hits('party\u00A0vs. party\n vs.', { text: 'party vs.' })).toEqual([
      'party\u00A0vs.',
      'party\n vs.',
    ]);
  });

  it('FD3 takes signs of regular expressions as they stand', () => {
    expect(hits('a.b axb (a) [x] $5 a-b', { text: 'a.b' })).toEqual(['a.b']);
    for (const text of ['(a)', '[x]', '$5', 'a-b'])
      expect(hits('a.b (a) [x] $5 a-b', { text })).toEqual([text]);
  });

  it('FD4 finds whole words', () => {
    const text = 'net nets net-work Net. _net 日本語';
    expect(hits(text, { text: 'net', wholeWord: true })).toEqual(['net', 'net', 'Net']);
    expect(hits(text, { text: 'net w', wholeWord: true })).toEqual([]);
    expect(hits(text, { text: '日本', wholeWord: true })).toEqual(['日本']);
    expect(hits('𝒩et net', { text: 'et', wholeWord: true })).toEqual([]);
  });

  it('FD5 never divides what is seen as one character', () => {
    expect(hits('👨‍👩‍👧 👨', { text: '👨' })).toEqual(['👨']);
    expect(hits('🇸🇪 🇪🇸', { text: '🇪' })).toEqual([]);
    expect(hits('e\u0301', { text: 'e', matchAccents: true })).toEqual([]);
    expect(hits('👍🏽', { kind: 'regex', text: '👍' })).toEqual(['👍🏽']);
    expect(hits('xe\u0301y', { kind: 'regex', text: '.', matchAccents: true })).toEqual([
      'x',
      'e\u0301',
      'y',
    ]);
  });
});

describe('a list of terms', () => {
  it('FD6 finds whole words, the longest of those that begin at one place', () => {
    const text = 'party, parties; party line and partying';
    expect(hits(text, { kind: 'terms', text: 'party\nparty line' })).toEqual(['party', 'party line']);
    expect(hits(text, { kind: 'terms', text: 'parties, party' })).toEqual(['party', 'parties', 'party']);
  });

  it('FD6 takes a star for the rest of the word', () => {
    const text = 'fund funding fundraiser’s fund-raising refund';
    expect(hits(text, { kind: 'terms', text: 'fund*' })).toEqual([
      'fund',
      'funding',
      'fundraiser’s',
      'fund-raising',
    ]);
    expect(hits(text, { kind: 'terms', text: '*fund' })).toEqual(['fund', 'fund', 'refund']);
    expect(sentence({ kind: 'terms', text: ' , *;' })).toBe('There is no term in the list.');
  });
});

describe('a regular expression', () => {
  it('FD7 is run on letters without accents unless told otherwise, and gives places in the text', () => {
    const text = 'naïve e\u0301lan ﬁn 𝐀b';
    expect(hits(text, { kind: 'regex', text: 'na.ve|el[a-z]n' })).toEqual(['naïve', 'e\u0301lan']);
    expect(hits(text, { kind: 'regex', text: 'naive' })).toEqual(['naïve']);
    expect(hits(text, { kind: 'regex', text: 'naive', matchAccents: true })).toEqual([]);
    expect(hits(text, { kind: 'regex', text: 'i(?=n)' })).toEqual(['ﬁ']);
    expect(hits(text, { kind: 'regex', text: 'ab' })).toEqual(['𝐀b']);
  });

  it('FD2, FD7 takes ß for ss unless the case counts; its hit has all of it', () => {
    const text = 'Straße Grösse';
    expect(hits(text, { kind: 'regex', text: 'stras+e' })).toEqual(['Straße']);
    expect(hits(text, { kind: 'regex', text: 'stras' })).toEqual(['Straß']);
    expect(hits(text, { kind: 'regex', text: 'ß?e', matchAccents: true })).toEqual(['ße', 'sse']);
    expect(hits(text, { kind: 'regex', text: '[a-zß]+e', matchAccents: true })).toEqual(['Straße', 'sse']);
    expect(hits(text, { kind: 'regex', text: 's', matchCase: true, matchAccents: true })).toEqual(['s', 's']);
  });

  it('FD7 knows lines, classes, and whole words', () => {
    const text = 'Anna: yes\nBen: no 😀 12';
    expect(hits(text, { kind: 'regex', text: '^\\w+:' })).toEqual(['Anna:', 'Ben:']);
    expect(hits(text, { kind: 'regex', text: '\\d', wholeWord: true })).toEqual([]);
    expect(hits(text, { kind: 'regex', text: '\\d+', wholeWord: true })).toEqual(['12']);
    expect(hits(text, { kind: 'regex', text: 'x*' })).toEqual([]);
  });

  it('FD7 says what is wrong with one that can’t be read', () => {
    expect(sentence({ kind: 'regex', text: '(a' })).toBe(
      'The regular expression can’t be read: unterminated group.',
    );
    expect(sentence({ kind: 'regex', text: 'a)|(b', wholeWord: true })).toMatch(/can’t be read/);
    expect(sentence({ kind: 'text', text: '' })).toBe('There is nothing to look for.');
  });
});

describe('against a slow and simple search', () => {
  const signs = [
    'a',
    'A',
    'á',
    'a\u0301',
    'b',
    'B',
    'ß',
    's',
    'S',
    'ﬆ',
    't',
    '👍',
    '👍🏽',
    '🇸🇪',
    ' ',
    '’',
    'o\u0308',
    'ö',
  ];
  const plain = (cluster: string) =>
    cluster.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replaceAll('ß', 'ss');
  const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

  /** Hits, cluster by cluster, as UTF-16 offsets. */
  function slowly(text: string, words: string): number[] {
    const pieces = [...clusters.segment(text)];
    const wanted = plain(words);
    const found: number[] = [];
    for (let at = 0; at < pieces.length; ) {
      let end = at;
      let form = '';
      while (end < pieces.length && form.length < wanted.length) {
        form += plain(pieces[end]?.segment ?? '');
        end += 1;
      }
      if (form === wanted) found.push(pieces[at]?.index ?? 0, pieces[end]?.index ?? text.length);
      at = form === wanted ? end : at + 1;
    }
    return found;
  }

  it('FD1, FD2, FD5 finds the same in 3,000 random texts', () => {
    let seed = 7;
    const below = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * limit);
    };
    const some = (count: number) => Array.from({ length: count }, () => signs[below(signs.length)]).join('');
    for (let round = 0; round < 3000; round += 1) {
      const text = some(40);
      const words = some(1 + below(3));
      if (words.includes(' ')) continue;
      const made = createMatcher({ kind: 'text', text: words });
      if (!made.ok) throw new Error(made.error.message);
      const found: number[] = [];
      made.value.each(text, (start, end) => {
        found.push(start, end);
      });
      expect(found, `round ${round}: ${words} in ${text}`).toEqual(slowly(text, words));
    }
  });
});
