/** Everything that XML 1.0 can't hold, not even as a reference: most controls, lone surrogates, U+FFFE, U+FFFF. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns these into spaces in attributes, and a bare carriage return into a line feed everywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Writes text for one XML file and counts what it had to leave out. */
export class XmlText {
  removed = 0;

  content(text: string): string {
    return this.#legal(text).replace(/[&<>\r]/g, entity);
  }

  attribute(text: string): string {
    return this.#legal(text).replace(/[&<>"\t\n\r]/g, entity);
  }

  #legal(text: string): string {
    return text.replace(ILLEGAL, () => {
      this.removed++;
      return '';
    });
  }
}

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}
