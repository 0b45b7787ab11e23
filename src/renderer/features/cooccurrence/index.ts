export { CooccurrenceView } from './CooccurrenceView';
