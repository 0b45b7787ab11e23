export {
  addSegment,
  type Corrected,
  changeSegment,
  joinTurn,
  removeSegments,
  renameSpeaker,
  type SegmentChanges,
  type SegmentName,
  splitTurn,
  type TextSlice,
} from './corrections';
export { recognise } from './recognise';
export {
  namesTurn,
  type Speaker,
  segmentAt,
  speakersOf,
  type TextLine,
  turnMeantAt,
  turnSpans,
} from './turns';
export { type Segment, type SegmentKind, segmentKinds } from './types';
