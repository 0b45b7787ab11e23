import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { diffText, explains, mapSpans } from '../../../src/core/anchoring';
import { Edit } from '../../../src/renderer/editor/editing/edit';
import { replaceSelection } from '../../../src/renderer/editor/editing/edit-keys';
import { type Replacement, replaceMany } from '../../../src/renderer/editor/editing/replace-many';
import { offsetAt, positionAt, textLength } from '../../../src/renderer/editor/editing/text-projection';
import { DraftKeeper } from '../../../src/renderer/features/editing/draft-keeper';
import { createRandom } from './random';

/** An edit without a view: transactions as typing, Enter, joining and pasting make them. */
class Typist {
  readonly edit: Edit;

  constructor(readonly base: string) {
    this.edit = new Edit(base);
  }

  get text(): string {
    return this.edit.text();
  }

  apply(make: (state: EditorState) => Transaction): void {
    const transaction = make(this.edit.state);
    if (transaction.docChanged) this.edit.history.note(this.edit.state, transaction);
    this.edit.state = this.edit.state.apply(transaction);
  }

  at(offset: number): number {
    return positionAt(this.edit.doc, offset);
  }

  caret(offset: number, to = offset): void {
    this.apply(({ tr, doc }) => tr.setSelection(TextSelection.create(doc, this.at(offset), this.at(to))));
  }

  replaceAll(words: string, by: string): number {
    const all: Replacement[] = [];
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + words.length)) {
      all.push({ from: at, to: at + words.length, words: by });
    }
    if (all.length > 0) this.apply((state) => replaceMany(state, all));
    return all.length;
  }

  paste(text: string): void {
    this.apply((state) => replaceSelection(state, text));
  }

  type(text: string): void {
    for (const key of Array.from(text)) {
      this.apply(({ tr }) =>
        key === '\n' ? tr.deleteSelection().split(tr.selection.from) : tr.insertText(key),
      );
    }
  }

  back(): void {
    this.apply(({ tr, selection, doc }) => {
      const to = offsetAt(doc, selection.head);
      const from = to - (/[\uDC00-\uDFFF]/.test(this.text.charAt(to - 1)) ? 2 : 1);
      return to === 0 ? tr : tr.delete(this.at(from), selection.head);
    });
  }

  travel(how: 'undo' | 'redo'): boolean {
    const transaction = this.edit.history[how](this.edit.state);
    if (transaction) this.edit.state = this.edit.state.apply(transaction);
    return transaction !== null;
  }

  expectTrue(what: string): void {
    expect(textLength(this.edit.doc), what).toBe(this.text.length);
    expect(explains(this.base, this.text, this.edit.changes), what).toBe(true);
  }
}

/** No caret stands within a surrogate pair, or behind the end. */
function whole(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

const long = Array.from({ length: 1300 }, (_, line) => (line % 7 ? `Line ${line} 🙂 says so.` : '')).join(
  '\n',
);

describe('EE a text that is typed in', () => {
  it('EE1 offsets and positions are each other’s converse, in a short text and in one in groups', () => {
    for (const text of ['', 'one', 'a\n\nb', '\n', long]) {
      const { edit } = new Typist(text);
      expect(edit.text()).toBe(text);
      const step = Math.max(1, Math.floor(text.length / 500));
      for (let offset = 0; offset <= text.length; offset += step) {
        expect(offsetAt(edit.doc, positionAt(edit.doc, offset))).toBe(offset);
      }
    }
  });

  for (const [name, text] of [
    ['short', 'First line.\n\nThird 🙂 line e\u0301.\nשלום עולם\nlast'],
    ['in groups', long],
  ] as const) {
    it(`EE2 typing, splitting, joining and pasting by chance keep the list of changes exact, ${name}`, () => {
      for (let seed = 1; seed <= 25; seed += 1) {
        const random = createRandom(seed);
        const typist = new Typist(text);
        const states = [{ text: typist.text, changes: typist.edit.changes }];
        for (let step = 0; step < 20; step += 1) {
          const from = whole(typist.text, random.below(typist.text.length + 1));
          const act = random.below(6);
          if (act > 0) typist.caret(from, whole(typist.text, from + (act > 2 ? random.below(400) : 0)));
          const before = typist.text;
          if (act === 1) typist.type(random.pick(['word', 'a\nb', '\u0301', '🙂']));
          else if (act === 2) typist.back();
          else if (act === 3)
            typist.paste(
              random.pick(['pasted over it', 'x\n\ny', `${before.slice(from, whole(before, from + 300))}!`]),
            );
          else if (act === 5)
            typist.replaceAll(
              random.pick(['says', 'k', '🙂', '\n', 'x\n', 'line']),
              random.pick(['', 'said', 'a\nb', 'k']),
            );
          else typist.type('k');
          typist.expectTrue(`seed ${seed}, step ${step}`);
          if (typist.text !== before) states.push({ text: typist.text, changes: typist.edit.changes });
        }
        while (typist.travel('undo')) typist.expectTrue(`seed ${seed}, undoing`);
        expect(typist.text).toBe(text);
        expect(typist.edit.changes).toEqual([]);
        while (typist.travel('redo')) typist.expectTrue(`seed ${seed}, redoing`);
        expect(typist.text).toBe(states.at(-1)?.text);
        expect(typist.edit.changes).toEqual(states.at(-1)?.changes);
      }
    });
  }

  const span = (text: string, words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const reads = (typist: Typist, words: string) => {
    const [place] = mapSpans([span(typist.base, words)], typist.edit.changes);
    return place ? typist.text.slice(place.start, place.end) : null;
  };

  it('EE3 a passage that is selected and typed over keeps all that is typed', () => {
    const typist = new Typist('One two three.');
    typist.caret(4, 7);
    typist.type('twenty');
    typist.back();
    typist.type('y-two');
    expect(reads(typist, 'two')).toBe('twenty-two');
    typist.caret(0);
    typist.caret(14);
    typist.type(' and');
    expect(reads(typist, 'two')).toBe('twenty-two');
  });

  it('EE4 a corrected paragraph pasted over the old one keeps its passages', () => {
    const typist = new Typist('Before.\nWe raised smal sums from many people.\nAfter.');
    const old = 'We raised smal sums from many people.';
    typist.caret(8, 8 + old.length);
    typist.paste('We have raised small sums from very many people.');
    expect(reads(typist, 'smal sums')).toBe('small sums');
    expect(reads(typist, 'many people')).toBe('many people');
    expect(reads(typist, old)).toBe('We have raised small sums from very many people.');
  });

  it('EE6 words replaced throughout are one step, and each passage keeps what is its own', () => {
    const typist = new Typist(long.replaceAll('says so', 'from Netrots'));
    const passages = [6, 99, 100, 640, 1299].map((line) => typist.base.split('\n')[line] ?? '');
    expect(typist.replaceAll('Netrots', 'the netroots')).toBeGreaterThan(1000);
    typist.expectTrue('replaced');
    for (const passage of passages.filter((each) => each !== '')) {
      expect(reads(typist, passage)).toBe(passage.replace('Netrots', 'the netroots'));
    }
    expect(reads(typist, 'Netrots')).toBe('the netroots');
    expect(typist.travel('undo')).toBe(true);
    expect(typist.text).toBe(typist.base);
    expect(typist.travel('undo')).toBe(false);
  });

  it('EE5 an accent typed behind the last letter of a passage belongs to it', () => {
    const typist = new Typist('le cafe noir');
    typist.caret(7);
    typist.type('\u0301');
    expect(reads(typist, 'cafe')).toBe('cafe\u0301');
    expect(diffText(typist.base, typist.text)).toHaveLength(1);
  });
});

describe('DK a draft', () => {
  const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

  it('DK1 is written within a second of the first key, while somebody types on, and once at a time', async () => {
    let text = '';
    let writing = 0;
    const written: { readonly text: string; readonly at: number }[] = [];
    const began = Date.now();
    const keeper = new DraftKeeper(
      async () => {
        expect(writing).toBe(0);
        writing += 1;
        const what = text;
        await wait(30);
        writing -= 1;
        written.push({ text: what, at: Date.now() - began });
        return true;
      },
      () => undefined,
    );
    while (Date.now() - began < 1300) {
      text += 'x';
      keeper.typed();
      await wait(40);
    }
    expect(written[0]?.at).toBeLessThan(1050);
    await keeper.flush();
    expect(written.at(-1)?.text).toBe(text);
    expect(keeper.state).toBe('kept');
  });

  it('DK1 what was typed during a long write is written after it, without another key', async () => {
    let text = 'first';
    const written: string[] = [];
    const keeper = new DraftKeeper(
      async () => {
        const what = text;
        await wait(700);
        written.push(what);
        return true;
      },
      () => undefined,
    );
    keeper.typed();
    await wait(450);
    text = 'first and last';
    keeper.typed();
    await wait(2100);
    expect(written).toEqual(['first', 'first and last']);
    expect(keeper.state).toBe('kept');
  });

  it('DK2 says that it failed, and tries again with the next key', async () => {
    let isOk = false;
    const keeper = new DraftKeeper(
      async () => isOk,
      () => undefined,
    );
    keeper.typed();
    await keeper.flush();
    expect(keeper.state).toBe('failed');
    isOk = true;
    keeper.typed();
    await keeper.flush();
    expect(keeper.state).toBe('kept');
  });
});
