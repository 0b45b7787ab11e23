export { type Places, type PlacesQuestion, type PlaceUnit, unitsWithin, widenHits } from './places';
export { sectionsBelow } from './sections';
