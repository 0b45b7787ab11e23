import { codePointLength } from '../../core/text';
import type { TaskHandlers } from '../context';
import { createQuestions, type Found, prepareReplacement } from '../editing/replacement';

/** Of what was found with other words, so many are shown. */
const shown = 500;

export const editingTasks: Pick<TaskHandlers, 'source.replacePreview'> = {
  'source.replacePreview': async (args, context) => {
    const replacement = await prepareReplacement(args, context);
    const { base, text, notices, found } = replacement;
    const question = createQuestions(replacement, context.database);
    const of = (outcome: Found['outcome']) => found.filter((each) => each.outcome === outcome);
    const moved = of('moved');
    const reworded = moved.filter(({ score }) => score < 1);
    return {
      baseSha256: base.sha256,
      text,
      characters: codePointLength(text),
      notices,
      isSame: base.text === text,
      kept: of('kept').length,
      moved: moved.length,
      reworded: reworded.slice(0, shown).map(question),
      rewordedCount: reworded.length,
      doubtful: of('doubtful').map(question),
      lost: of('lost').map(question),
    };
  },
};
