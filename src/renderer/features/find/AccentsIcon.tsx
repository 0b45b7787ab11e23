import { createLucideIcon } from 'lucide-react';

/** An e with its accent, in the hand of the other icons. */
export const AccentsIcon = createLucideIcon('accents', [
  ['path', { d: 'M6 15h11.5a5.75 5.75 0 1 0-1.6 4.2', key: 'letter' }],
  ['path', { d: 'M10.5 6 14 3', key: 'accent' }],
]);
