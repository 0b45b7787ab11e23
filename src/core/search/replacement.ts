import type { SearchPattern } from './pattern';

/**
 * What stands in a hit's place; the hit is `[from, to)` of the text, UTF-16 units. In the replacement of a regular
 * expression `$1` and `$<name>` are its groups, `$&` the whole hit, `$$` a dollar sign, `\n` a line end and `\t` a tab;
 * of words nothing has a meaning of its own.
 */
export function createReplacement(
  pattern: SearchPattern,
  words: string,
): (text: string, from: number, to: number) => string {
  if (pattern.kind !== 'regex' || !/[$\\]/.test(words)) return () => words;
  const expression = new RegExp(pattern.text, pattern.matchCase ? 'muy' : 'imuy');
  return (text, from, to) => {
    expression.lastIndex = from;
    const hit = expression.exec(text);
    // Where accents don't count the hit may be none of the expression as it is written: then there are no groups.
    const groups = hit && from + hit[0].length === to ? hit : null;
    return words.replace(special, (sign, group?: string, name?: string) => {
      if (group !== undefined) return groups?.[Number(group)] ?? '';
      if (name !== undefined) return groups?.groups?.[name] ?? '';
      return fixed[sign] ?? text.slice(from, to);
    });
  };
}

const special = /\$(\d)|\$<([^>]*)>|\$&|\$\$|\\n|\\t|\\\\/g;
const fixed: Readonly<Record<string, string>> = { $$: '$', '\\n': '\n', '\\t': '\t', '\\\\': '\\' };
