import { ExpectedError } from '../../core/result';
import { coderById, coderByName, updateCoder } from '../../storage/repositories/coders';
import { readProject, updateProject } from '../../storage/repositories/project';
import type { ChangeHandlers } from '../context';

export const projectCommands: ChangeHandlers<'project.update' | 'coder.update'> = {
  'project.update': (args) => (context) => {
    const project = readProject(context.database);
    updateProject(context.database, {
      name: args.name ?? project.name,
      description: args.description ?? project.description,
    });
    return { value: null, label: { key: 'project.update', values: {} } };
  },

  'coder.update': (args) => (context) => {
    const coder = coderById(context.database, args.id);
    if (!coder) throw new ExpectedError('notFound', 'This coder is not in the project (any more).');
    const name = args.name ?? coder.name;
    const namesake = coderByName(context.database, name);
    if (namesake && namesake.id !== coder.id) {
      throw new ExpectedError('conflict', `There is already a coder called ${name}. Nothing was changed.`);
    }
    updateCoder(context.database, coder.id, { name, color: args.color ?? coder.color });
    return { value: null, label: { key: 'coder.update', values: { name } } };
  },
};
