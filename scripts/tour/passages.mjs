/** What the tour codes: five texts under their real titles, and passages of them. */
export const documents = [
  { file: '000_4a41a69cea41d9c1', title: 'The Future of The Netroots Movement' },
  { file: '001_8f258023fc699746', title: 'The Herd Mentality- or Actual Organizing on the Left?' },
  { file: '002_afef00513e506d85', title: 'Getting the netroots strategy right on health care' },
  { file: '003_fce9ceef5ec29ab1', title: "Grassroot Power: Labour's campaign from below" },
  { file: '004_3c89f54a69fc90ee', title: 'Veckans makthavare: Alan Rosenblatt' },
];

const [future, herd, , grassroot, rosenblatt] = documents.map(({ title }) => title);

/** Selected by mouse, coded by the list. */
export const byMouse = [
  { document: future, code: 'clout', words: 'If Lamont wins, they have clout' },
  {
    document: future,
    code: 'party vs. network',
    words:
      'they have clout; they will be a force to be reckoned with in the selection of the next presidential candidate',
  },
  {
    document: future,
    code: 'no election is local',
    words:
      'no election is local. Individuals outside the area where the election occurs can become involved through contributions and direct support',
  },
  { document: future, code: 'fundraising', words: 'contributions and direct support' },
  {
    document: future,
    code: 'decentralization',
    words: 'the decentralized nature of the Netroots movement may prove itself ineffectual',
  },
  {
    document: future,
    code: 'no election is local',
    words: 'While the issues are local, support and fund raising are not',
  },
  { document: future, code: 'fundraising', words: 'support and fund raising are not' },
  {
    document: herd,
    code: 'clout',
    words:
      'bloggers and the progressive netroots were one of the major reasons Democrats regained control of Congress',
  },
  {
    document: rosenblatt,
    code: 'party vs. network',
    words: 'an ideal political party is part political organization and part social network',
  },
  {
    document: rosenblatt,
    code: 'decentralization',
    words: 'the potential for individual or small groups of citizens to mobilize mass action',
  },
  {
    document: rosenblatt,
    code: 'clout',
    words: 'small groups of citizens to mobilize mass action is a force political parties cannot ignore',
  },
];

/** Coded without the mouse: sentence by sentence from the beginning, what is `null` is passed over. */
export const byKeyboard = {
  document: grassroot,
  sentences: [null, null, 'voice from below', 'party vs. network'],
  /** The code that the second of two sentences gets too. */
  further: 'fundraising',
};
