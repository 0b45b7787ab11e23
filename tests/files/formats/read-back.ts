import { inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';

/** Independent readers of what the exporters write, so that a test does not ask the writer about itself. */

/** CSV by RFC 4180: quoted cells, doubled quotes, CRLF between rows. */
export function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < csv.length) {
    const match = cell.exec(csv);
    if (match === null) throw new Error('not CSV');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** The files in a zip archive, read by its directory. */
export function readZip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
    const isStored = buffer.readUInt16LE(at + 10) === 0;
    files.set(name, (isStored ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return files;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Well-formed XML as a tree; throws when it is not. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
}

export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** The values of a sheet as a spreadsheet program shows them; `_xHHHH_` is read back (ECMA-376, ST_Xstring). */
export function readSheet(workbook: Uint8Array, number = 1): (string | number | boolean)[][] {
  const files = readZip(workbook);
  const strings = findAll(parseXml(files.get('xl/sharedStrings.xml') ?? ''), 'si').map((item) =>
    findAll(item, 't')
      .map((part) => part.text)
      .join('')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  const sheet = parseXml(files.get(`xl/worksheets/sheet${number}.xml`) ?? '');
  return findAll(sheet, 'row').map((row) => {
    const cells: (string | number | boolean)[] = [];
    for (const cell of findAll(row, 'c')) {
      const value = findAll(cell, 'v')[0]?.text;
      cells[columnOf(cell.attributes.r ?? '')] =
        value === undefined
          ? ''
          : cell.attributes.t === 's'
            ? (strings[Number(value)] ?? 'missing string')
            : cell.attributes.t === 'b'
              ? value === '1'
              : Number(value);
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

function columnOf(address: string): number {
  return [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
