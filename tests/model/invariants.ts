/** What holds at every moment of every schedule, whoever dies, whatever fails, and whatever clocks say. Each has a mutant that breaks it. */
export const INVARIANTS = [
  // Of what leaves the browser.
  'a create leaves once for each sending that is written down',
  'nothing leaves while it is held',
  'nothing leaves for another account',
  'nothing leaves for another user',
  'a key is asked for what it offers',
  'a deletion is written down before it leaves',
  'nothing is made while a create of the same person may be on its way',
  'nobody is made who was there to be seen, and was not shown',
  // Of what is in Greenhouse. A second record is one that the recruiter wanted, or a colleague's that no list showed yet.
  'one record for each person',
  'one application for each job',
  'a note stands there once',
  'what goes along stands there once',
  'nothing is deleted but what the export made',
  'nothing is deleted on which somebody else was at work',
  'of two records one stays',
  // Of what is told.
  'who is told as made or found is that very person, and there',
  'two records are told as one when they are',
  'who is told as added is on the job',
  'who is told as tagged has the tags',
  'what is told as undone was never made, and never will be',
  'what is told of a note is so',
  'what is told of what goes along is so',
  'of a second record of the same moment somebody hears',
  'what the queue says is so',
  'what is told of a deletion is so',
  'what cannot be found was looked for long enough',
  'an answer is taken for the question that it was given to',
  'an export is told as that of its own person and place',
  // Of what is kept, and of the end.
  'what is over stays over',
  'what is over keeps nothing of the person',
  'what is over is kept for a month at most',
  'no export that was accepted is lost',
  'every export ends',
  'nothing is let go without a word',
  'of who is done it is known who that is',
] as const;

export type Invariant = (typeof INVARIANTS)[number];
