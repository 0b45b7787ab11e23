import { Combine, Heading, MessagesSquare, PencilLine, RotateCcw, Split, UserPen } from 'lucide-react';
import { type Action, canChange } from '../../actions/action';
import { withActive } from '../coding/coding-commands';
import { heldStructure } from './here';
import {
  addHere,
  correctHere,
  joinHere,
  recogniseAnew,
  renameSpeakerHere,
  splitHere,
} from './structure-commands';

const inDocument = {
  group: 'coding',
  isEnabled: (context: Parameters<typeof canChange>[0]) =>
    canChange(context) && context.activeTab?.kind === 'document',
} as const;

/** What a person can do with the structure of the document in front, at the caret. */
export const structureActions: readonly Action[] = [
  {
    ...inDocument,
    id: 'structure.correct',
    title: 'structure:action.correct',
    icon: PencilLine,
    run: withActive(correctHere),
  },
  {
    ...inDocument,
    id: 'structure.renameSpeaker',
    title: 'structure:action.rename',
    icon: UserPen,
    run: withActive(renameSpeakerHere),
  },
  {
    ...inDocument,
    id: 'structure.split',
    title: 'structure:action.split',
    icon: Split,
    run: withActive(splitHere),
  },
  {
    ...inDocument,
    id: 'structure.join',
    title: 'structure:action.join',
    icon: Combine,
    run: withActive(joinHere),
  },
  {
    ...inDocument,
    id: 'structure.addTurn',
    title: 'structure:action.addTurn',
    icon: MessagesSquare,
    run: withActive((document) => addHere(document, 'turn')),
  },
  {
    ...inDocument,
    id: 'structure.addHeading',
    title: 'structure:action.addHeading',
    icon: Heading,
    run: withActive((document) => addHere(document, 'heading')),
  },
  {
    ...inDocument,
    id: 'structure.recognise',
    title: 'structure:action.recognise',
    icon: RotateCcw,
    isEnabled: (context) => {
      const { activeTab } = context;
      return (
        canChange(context) &&
        activeTab?.kind === 'document' &&
        heldStructure(activeTab.sourceId)?.mode === 'corrected'
      );
    },
    run: withActive(({ sourceId }) => recogniseAnew(sourceId)),
  },
];
