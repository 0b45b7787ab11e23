/** How a passage gets its codes by mouse. */
export type How =
  /** Selected by dragging; the toolbar's “Code…”, the name typed, the line clicked; several by their “+”. */
  | 'palette'
  /** The same, selected from its end to its beginning. */
  | 'palette upwards'
  /** The button of a recent code in the toolbar. */
  | 'recent'
  /** The toolbar's button that makes the words a code. */
  | 'in vivo'
  /** A triple click takes the paragraph. */
  | 'triple click'
  | 'double click'
  /** The selection is dragged by the toolbar's grip onto a code. */
  | 'onto the code'
  /** A code is dragged onto the selection. */
  | 'onto the selection'
  /** A code is dragged onto a sentence; nothing is selected there. */
  | 'onto the sentence'
  /** A right press on the selection, then “Apply code…”. */
  | 'menu'
  /** A right press on the code in the tree. */
  | 'menu of the code';

/** A passage of 001_8f258023fc699746.txt, by its words with plain spaces, and the codes that it gets. */
export type Move = readonly [how: How, words: string, ...codes: string[]];

/** The whole text coded from its first to its last sentence, in the order in which it was read. */
export const seedMoves: readonly Move[] = [
  ['triple click', 'The Herd Mentality- or Actual Organizing on the Left?', 'framing question'],
  ['double click', 'heralding', 'announcing'],
  ['palette', 'formation of a Republican Congressional New Media Caucus', 'rival organises'],
  [
    'recent',
    'I asked whether conservatives, and republicans, were out-organizing the left and progressives on twitter and the social media sphere',
    'framing question',
  ],
  ['in vivo', 'out-organizing the left', 'out-organizing the left'],
  ['onto the sentence', 'Turns out this question was not only on my mind.', 'framing question'],
  ['palette', 'many extremely smart and insightful blog posts on this issue', 'blogs debate it'],
  ['palette upwards', 'major institutional media players broaching the subject as well', 'media attention'],
  [
    'palette',
    'one of my mentors, who argued passionately that I was forgetting our own history.   He argued, convincingly, that bloggers and the progressive netroots were one of the major reasons Democrats regained control of Congress, and that progressives are still, to this day, years ahead of our conservative counterparts',
    'counter-voice',
  ],
  ['palette', 'forgetting our own history', 'movement memory'],
  [
    'palette',
    'bloggers and the progressive netroots were one of the major reasons Democrats regained control of Congress',
    'netroots achievement',
  ],
  [
    'palette',
    'progressives are still, to this day, years ahead of our conservative counterparts',
    'progressives ahead',
  ],
  ['onto the code', 'I don’t entirely disagree', 'counter-voice'],
  [
    'palette',
    'Progressive bloggers made their mark on history in a major way over the past several years, and truly revolutionized political organizing and the power structure on the left of American politics',
    'netroots achievement',
    'movement memory',
  ],
  ['menu', 'However, I tend to see a difference between blogs and social media', 'blogs vs. social media'],
  [
    'palette',
    'there’s thousands upon thousands of people engaging on social media that may not be involved with or writing for blogs',
    'scale of participation',
  ],
  ['menu of the code', 'at the same level of engagement', 'blogs vs. social media'],
  ['palette', 'I was filled with glee when about a week ago my tweetdeck p2 hashtag blew-up', 'enthusiasm'],
  ['recent', 'Seemingly thousands of people were joining', 'scale of participation'],
  ['palette', '“TweetProgress,” a network for progressives on twitter', 'TweetProgress'],
  [
    'palette',
    'TweetProgress seems to be a hub for progressives to weave their networks together more effectively, efficiently',
    'weaving networks',
  ],
  [
    'palette',
    'amplify the message they’re working to get out (for organizing, influencing traditional media stories, etc)',
    'amplifying the message',
  ],
  ['onto the selection', 'influencing traditional media stories', 'media attention'],
  [
    'palette',
    'Here’s what Tracy Viselli, one of the founders, had to say:\n\nOf course, (it) isn’t just about numbers or sides, it’s about influence and some of the things you can do on Twitter- influence the media for instance. Drafting more progressives into an existing infrastructure will be the key to more successful actions and issue campaigns. Plans are in the motion to do just that so keep an eye out for more developments.',
    'founder speaks',
  ],
  ['palette', '(it) isn’t just about numbers or sides, it’s about influence', 'influence over numbers'],
  ['onto the code', 'influence the media for instance', 'media attention'],
  ['palette', 'Drafting more progressives into an existing infrastructure', 'recruiting'],
  [
    'palette',
    'existing infrastructure will be the key to more successful actions and issue campaigns',
    'issue campaigns',
  ],
  ['palette', 'it is what Viselli says next that I truly agree with most', 'author agrees'],
  [
    'triple click',
    'The message I want everyone to come away with after reading this post is that conservatives may be using their hashtag more often than progressives but that doesnt mean they are out organizing progressives online. In fact, progressives still do a better job pushing issues through blogs and progressive advocacy groups are using Twitter in all kinds of innovative ways.  Twitter is not the be all end all of online activism but it is an online platform progressives need to make sure we own in the very near future.',
    'founder speaks',
  ],
  ['palette', 'conservatives may be using their hashtag more often than progressives', 'rival organises'],
  ['palette', 'that doesnt mean they are out organizing progressives online', 'counter-voice'],
  ['palette', 'progressives still do a better job pushing issues through blogs', 'progressives ahead'],
  [
    'palette',
    'progressive advocacy groups are using Twitter in all kinds of innovative ways',
    'issue campaigns',
  ],
  ['palette', 'Twitter is not the be all end all of online activism', 'tool, not cure'],
  [
    'palette',
    'an online platform progressives need to make sure we own in the very near future',
    'owning the platform',
  ],
  ['palette', 'That last point is, to me, the most important', 'author agrees'],
  ['onto the selection', 'Twitter is a revolutionary platform, no doubt', 'enthusiasm'],
  ['palette', 'it’s just that: a platform', 'tool, not cure'],
  [
    'palette',
    'Does this mean progressives should ditch real-world off-line organizing? Hell no',
    'offline organizing',
  ],
  ['recent', 'Should we throw all our eggs into the elusive twitter basket? No way', 'tool, not cure'],
  [
    'palette',
    'find (better) ways to harness the energy and power of these platforms (twitter, facebook, ning, youtube, ustream, livestream, etc etc etc) into our existing work',
    'integrating tools',
  ],
  ['palette', 'Is Tweetprogress a step in this direction? Perhaps', 'doubt'],
  ['palette', 'over 3200 people have joined the network', 'scale of participation'],
  [
    'recent',
    'Has anything come from it?  Not that I can tell.  Will something come from it?  Maybe',
    'doubt',
  ],
  [
    'palette',
    'herd mentality– joining up as you see your friends and follwers doing the same (as I did)',
    'herd mentality',
  ],
  [
    'palette',
    'is this really a meaningful way to organize ourselves in one centralized place to affect change?',
    'doubt',
    'real-world change',
  ],
  ['onto the sentence', 'Time will tell.', 'doubt'],
  [
    'palette',
    'hashtags have become crucial in sharing information with like-minded people',
    'like-minded sharing',
  ],
  ['palette', 'having the opportunity to amplify that message through retweets', 'amplifying the message'],
  [
    'palette',
    'TweetProgress acting as a community-of-sorts to network and build issue-based campaigns',
    'weaving networks',
    'issue campaigns',
  ],
  ['palette', 'a clearinghouse for progressives looking for ways to become more involved', 'recruiting'],
  [
    'palette',
    'not just from their laptops and iphones, but in real-world organizing efforts',
    'offline organizing',
  ],
  [
    'palette',
    'I commend those who created TweetProgress for recognizing the need for progress in online organizing efforts',
    'author agrees',
  ],
  [
    'palette',
    'now it’s up to all of us to utilize and build-upon that concept to affect the real-world change we wish to see',
    'real-world change',
  ],
  ['palette', '2 responses to', 'reader response'],
  ['recent', 'Does effective organizing lead to REAL change?', 'real-world change'],
  [
    'palette',
    'the conservative commentator was ecstatic over the “Rebirth of Conservatism,” the catalyst for which was the GOP’S dominance in HASHTAGS ON TWITTER.',
    'rival organises',
    'irony',
  ],
  [
    'palette',
    'the bold leadership of Michael “We’re Gonna Protect Your Medicare, After Spending Decades Trying To Do The Exact Opposite” Steele',
    'irony',
  ],
  ['recent', 'now these hashtags, new majority here we come!', 'irony'],
  [
    'palette',
    'Leave a Reply\n\nFill in your details below or click an icon to log in: Logo\n\nYou are commenting using your account. Log Out /  Change )\n\nGoogle+ photo\n\nYou are commenting using your Google+ account. Log Out /  Change )\n\nTwitter picture\n\nYou are commenting using your Twitter account. Log Out /  Change )\n\nFacebook photo\n\nYou are commenting using your Facebook account. Log Out /  Change )\n\nConnecting to %s',
    'site boilerplate',
  ],
];
