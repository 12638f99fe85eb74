/** The nine points of Annex IV of Regulation (EU) 2024/1689, in our own words. */
export const annexPoints: readonly {
  readonly number: number;
  readonly title: string;
  readonly asks: string;
}[] = [
  {
    number: 1,
    title: 'General description',
    asks: 'Intended purpose, provider, versions, what it interacts with, in which forms it is supplied, the hardware it runs on, the user interface and the instructions for use.',
  },
  {
    number: 2,
    title: 'Elements of the system and its development',
    asks: 'How it was developed, on which design choices and assumptions, with which architecture and data, how people oversee it, which changes are determined beforehand, how it was validated and tested, and how it is secured.',
  },
  {
    number: 3,
    title: 'Monitoring, functioning and control',
    asks: 'Capabilities and limits of performance, accuracy for the groups it is used on, foreseeable unintended outcomes, what oversight needs, and the specification of input data.',
  },
  {
    number: 4,
    title: 'Why the metrics fit',
    asks: 'Why the chosen measures of performance suit this system.',
  },
  { number: 5, title: 'Risk management system', asks: 'The system of Article 9 in detail.' },
  {
    number: 6,
    title: 'Changes through the life cycle',
    asks: 'Relevant changes the provider has made to the system.',
  },
  {
    number: 7,
    title: 'Harmonised standards',
    asks: 'Standards applied in full or in part; where there are none, the solutions adopted to meet the requirements.',
  },
  { number: 8, title: 'EU declaration of conformity', asks: 'A copy of the declaration of Article 47.' },
  {
    number: 9,
    title: 'Post-market performance evaluation',
    asks: 'The system by which performance after placing on the market is evaluated, with the plan of Article 72.',
  },
];
