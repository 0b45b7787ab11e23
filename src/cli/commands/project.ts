import { basename, resolve } from 'node:path';
import { labelInEnglish } from '../../contract/labels';
import { type CliCommand, jsonOption } from '../command';
import { withProject } from '../open-project';
import { jsonText } from '../table';

export const newProject: CliCommand = {
  name: 'new',
  summary: 'Make a new, empty project file.',
  words: ['PROJECT'],
  options: [{ name: '--name', value: 'NAME', help: 'What the project is called; else as the file.' }],
  run: (call) =>
    withProject(call, 'create', async () => ({
      output: `Made ${resolve(call.args.words[0] ?? '')}.\n`,
    })),
};

export const check: CliCommand = {
  name: 'check',
  summary: 'Check the file: SQLite, texts, quotations, history.',
  words: ['PROJECT'],
  options: [jsonOption],
  details: [
    'Every text is compared with its digest, every quotation with its place. Exit code 1 if anything is wrong.',
  ],
  run: (call) =>
    withProject(call, 'read', async (project) => {
      const { checked, problems, isSound } = await project.run('project.check', {});
      const { changeSets, ...rest } = checked;
      const counts = { ...rest, changes: changeSets };
      const sentence = `${problems.length === 1 ? 'One problem was' : `${problems.length} problems were`} found in ${basename(
        call.args.words[0] ?? '',
      )}. Keep the file and look for a backup.`;
      const list = Object.entries(counts).map(
        ([what, count]) => `${count} ${count === 1 ? what.slice(0, -1) : what}`,
      );
      const text = `Checked ${list.join(', ')}: ${isSound ? 'all is well' : 'not all is well'}.\n`;
      return {
        output: call.args.has('--json')
          ? jsonText({ is_sound: isSound, checked: counts, problems })
          : text + problems.map((problem) => `- ${problem}\n`).join(''),
        ...(isSound ? {} : { refusal: sentence }),
      };
    }),
};

export const undo: CliCommand = {
  name: 'undo',
  summary: 'Take the last change back.',
  words: ['PROJECT'],
  options: [],
  run: (call) =>
    withProject(call, 'write', async (project) => {
      const { label } = await project.run('history.undo', {});
      return { output: `Undone: ${labelInEnglish(label)}.\n` };
    }),
};

export const redo: CliCommand = {
  name: 'redo',
  summary: 'Do again what was undone last.',
  words: ['PROJECT'],
  options: [],
  run: (call) =>
    withProject(call, 'write', async (project) => {
      const { label } = await project.run('history.redo', {});
      return { output: `Done again: ${labelInEnglish(label)}.\n` };
    }),
};
