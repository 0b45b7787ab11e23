import { expect, it } from 'vitest';
import { describeWithTestData, testFile, testFileNames } from '../../../files/formats/test-data';
import { importedText, speakers, turns } from './read-structure';

const mannheimer = ['qualcoder', 'mannheimer_refi_qda_project_recoded.qda', 'documents'] as const;

describeWithTestData('real transcripts', () => {
  it.each(['Ana', 'David', 'Kelly', 'Peter'])('ST2 %s speaks with Researcher 1', (name) => {
    const text = importedText(testFile('documents', 'interviews', `${name}.txt`));
    const labelled = text.split('\n').filter((line) => /^(Researcher 1|Ana|David|Kelly|Peter):/.test(line));
    expect(turns(text)).toHaveLength(labelled.length);
    expect(speakers(text).sort()).toEqual([name, 'Researcher 1'].sort());
  });

  it('ST3 thirty automatic transcripts have a turn for each line of a name with a time', () => {
    const names = testFileNames(...mannheimer).filter((name) => name.endsWith('_deidentified.txt'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const text = importedText(testFile(...mannheimer, name));
      const lines = text.split('\n').filter((line) => /^\S.{0,40}\s(?:\d+:)?\d{2}:\d{2}\s*$/.test(line));
      expect([name, turns(text).length]).toEqual([name, lines.length]);
      expect([name, speakers(text).length]).toEqual([name, 2]);
    }
  });

  it('ST1 ST3 a focus group in brackets, and texts that are none', () => {
    const group = importedText(testFile('documents', 'tables', 'transcript.txt'));
    expect(speakers(group)).toEqual(['id1', 'id2', 'id3']);
    for (const name of ['P1R1.txt', 'P2R1.txt'])
      expect(turns(importedText(testFile('documents', 'interviews', name)))).toEqual([]);
  });
});
