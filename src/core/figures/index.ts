export { type Figure, fontFamily, type Shape, type TextShape } from './figure';
export { type LabelPlace, placeLabels } from './label-places';
export { valueName } from './legend';
export { type FigureLabel, type MatrixFigureOptions, matrixFigure, scaleMaximum } from './matrix-figure';
export { type Network, type NetworkChoice, type NetworkCode, type NetworkLink, networkOf } from './network';
export { type NetworkFigureOptions, networkFigure } from './network-figure';
export {
  type NetworkEdge,
  type NetworkNode,
  type NetworkPositions,
  networkLayout,
} from './network-layout';
export { escapeXml, figureToSvg } from './svg';
export { fitText, textWidth, wrapText } from './text-width';
