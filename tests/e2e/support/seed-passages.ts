import { seedText } from './spans';

export const post = '000_4a41a69cea41d9c1';
export const postText = seedText(post);

/** One passage: how it is come to, how it is coded, and what is on disk of it in the end. */
export interface Passage {
  /** Keys; none: its words are looked for. */
  readonly go: readonly string[];
  readonly words: string;
  /** What is typed before Enter, ` & ` between codes of one go; or one key. `turn: ` begins with Alt+Enter. */
  readonly code: readonly string[];
  readonly codes: readonly string[];
}

const keys: Readonly<Record<string, readonly string[]>> = {
  next: ['Alt+ArrowDown'],
  longer: ['Alt+Shift+ArrowDown'],
  sentence: ['Alt+2'],
  paragraph: ['Alt+3'],
  nextParagraph: ['Control+ArrowDown'],
  turn: ['Alt+PageDown'],
  uncoded: ['F9'],
  begin: ['ArrowLeft'],
  '11words': Array.from({ length: 11 }, () => 'Control+Shift+ArrowRight'),
  find: [],
};

/**
 * An article, read from the first sentence to the last; the codebook grows with the reading. In each line: the way
 * there, the words (“ … ” leaves some out, see `wordsOf`), what is typed, and the codes; `;` and `+` between several.
 */
export const article: readonly Passage[] = passages(`
next next | The Future of The Netroots Movement | Framing > future | Framing > future
next begin 11words | Credited with the defeat of Joe Lieberman in the Connecticut primary | credit claiming | credit claiming
sentence | Credited with … this November. | framing >test | Framing > test
next | If they fail, … in the Democratic Party. | Stakes > if they fail | Stakes > if they fail
next | If Lamont wins, … presidential candidate. | stakes>if they win | Stakes > if they win
find | clout | Power > clout | Power > clout
paragraph | Credited with … presidential candidate. | Power > party vs. network | Power > party vs. network
find | small, vocal force | " | Power > small, vocal force
nextParagraph sentence longer | A small cohesive group … a prime example. | power > small cohesive | Power > small cohesive
next | In a state dominated … to the general election. | pv | Power > party vs. network
next | The Netroots movement credited itself … in the victory. | cr | credit claiming
next | Had Lieberman not decided … to the Senate. | stakes>counterfactual | Stakes > counterfactual
next longer | But, the story … General election . | te | Framing > test
next | For the Netroots movement, … major force in the party. | win & cl | Stakes > if they win + Power > clout
next | Should Ned Lamont win, … achieved clout. | . | Stakes > if they win + Power > clout
next | They will have proved … major office. | 2 | Stakes > if they win
next | This will have far reaching … in 2008. | win & fut | Stakes > if they win + Framing > future
next | They will become … presidential candidate. | pv & cl | Power > party vs. network + Power > clout
next | Should Lamont lose, … to the movement. | fa | Stakes > if they fail
next | They will have demonstrated … than its members. | . ; Power > choir | Stakes > if they fail + Power > choir
paragraph | Should Ned Lamont win, … than its members. | Framing > two futures | Framing > two futures
uncoded | But, the Internet … use of this medium. | Internet > part of elections | Internet > part of elections
find | no election is local | Place > no election is local | Place > no election is local
next | Individuals outside … direct support. | Place > outsiders | Place > outsiders
find | contributions and direct support | Strategy > fundraising | Strategy > fundraising
next longer | As the Internet continues … use of this medium. | Internet > growth & fut | Internet > growth + Framing > future
next | As a political force, … ineffectual. | Strategy > decentralization | Strategy > decentralization
next | It may have overextended itself this year. | Power > overextended | Power > overextended
next | They will need … decisive political force. | te | Framing > test
`);

/** Its comments, turn by turn; what stands between them (who wrote when) is passed over. */
export const comments: readonly Passage[] = passages(`
uncoded sentence | I wouldn’t be too sure about that. | Talk > disagreement | Talk > disagreement
next longer | Lamont is just one … broader picture. | Framing > broader picture | Framing > broader picture
turn | Lamont is a Democrat … affiliation or support. | turn: pv | Power > party vs. network
sentence longer | Lamont is a Democrat … nothing netroots about it. | Boundary > nothing netroots about it | Boundary > nothing netroots about it
next longer | By the same token … netroots either. | . | Boundary > nothing netroots about it
next | It’s just arrogance and denial. | Talk >blame | Talk > blame
next | A netroots campaign … affiliation or support. | boundary>definition of netroots | Boundary > definition of netroots
turn sentence | M.L., I think … politics are local. | Place > all politics are local & di | Place > all politics are local + Talk > disagreement
next | They may have a voice … state delegations. | vo | Power > small, vocal force
turn sentence | David, the internet has changed that. | Internet > has changed that | Internet > has changed that
next | While the issues are local, … raising are not. | fun & no | Strategy > fundraising + Place > no election is local
next | We need only look … effect of the net. | Talk > evidence ; gr | Talk > evidence + Internet > growth
turn | But Lamont’s net efforts were local, NOT national. | al & di | Place > all politics are local + Talk > disagreement
turn sentence longer | Yes, they were. However you are confusing issues with support. | di | Talk > disagreement
next | Elections are won, … less importance. | al | Place > all politics are local
next | However, support need not be local. | no | Place > no election is local
next | In Lamont’s campaign … feet on the ground. | fun & pv | Strategy > fundraising + Power > party vs. network
find | feet on the ground | Strategy > feet on the ground | Strategy > feet on the ground
next | Un 2004 we saw … to which they called. | Strategy > phone banks & ev | Strategy > phone banks + Talk > evidence
next | This is just an extension … election is held. | ou | Place > outsiders
turn | … Yes, they were. … election is held. | turn: Talk > posted twice | Talk > posted twice
`);

function passages(lines: string): Passage[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [way = '', words = '', code = '', codes = ''] = line.split(' | ');
      const go = way.split(' ').flatMap((name) => keys[name] ?? []);
      return { go, words: wordsOf(words), code: code.split(' ; '), codes: codes.split(' + ') };
    });
}

/** The words in full: from the first part to the end of the last; with “… ” before them, where they stand last. */
export function wordsOf(short: string): string {
  const [first = '', ...others] = short.replace(/^… /, '').split(' … ');
  const start = short.startsWith('… ') ? postText.lastIndexOf(first) : postText.indexOf(first);
  const end = others.reduce<number>(
    (at, part) => postText.indexOf(part, at) + part.length,
    start + first.length,
  );
  return postText.slice(start, end);
}
