export { DocumentView } from './DocumentView';
