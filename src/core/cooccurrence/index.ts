export { cellQuotations } from './cell';
export { checkCooccurrence, isSymmetric, possibleCoefficients } from './check';
export {
  consideredParts,
  type DescriptionPart,
  describeCooccurrence,
  descriptionParts,
  inEnglish,
} from './describe';
export { descriptionTemplates } from './description-templates';
export { computeCooccurrence } from './matrix';
export { type MatrixOrder, matrixOrder, matrixOrders } from './order';
export { formatValue, matrixCsv, type PairRow, pairRows, shownValue } from './rows';
export * from './types';
export { type CellWarning, cellWarnings } from './warnings';
