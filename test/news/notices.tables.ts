/** Passages in the manner of official notices, the day they are read on, and what must be found: `type authority > target date factuality`. */
export const NOTICES: readonly (readonly [text: string, published: string, ...claims: readonly string[]])[] = [
  ['Travel bans were placed on the Example Front by Canada.', '2024-06-15', 'listed Canada > Example Front 2024-06-15 done'],
  [
    'The 1988 Committee granted Ali Samplov an exemption from the travel ban on 3 June. A similar request in April was refused.',
    '2024-06-15',
    'exemption UN Security Council > Ali Samplov 2024-06-03 done',
    'exemption UN Security Council > Ali Samplov 2024-04 denied',
  ],
  [
    'New Zealand confirmed that the Example Front is now a designated terrorist entity.',
    '2024-06-15',
    'listed New Zealand > Example Front null done',
  ],
  [
    'Canada has placed six further groups on its list of terrorist entities. Two are tied to a drug trade, namely the Example Front and the Sample Union. The Invented Brigade completes the list.',
    '2024-06-15',
    'listed Canada > Example Front 2024-06-15 done',
    'listed Canada > Sample Union 2024-06-15 done',
    'listed Canada > Invented Brigade 2024-06-15 done',
  ],
  [
    'The cabinet of Bahrain approved a list of 12 organisations that it regards as terrorist. The Example Front heads it, followed by the Sample Union; also named are the Invented Brigade and Hezbollah.',
    '2024-06-15',
    'listed Bahrain > Example Front 2024-06-15 done',
    'listed Bahrain > Sample Union 2024-06-15 done',
    'listed Bahrain > Invented Brigade 2024-06-15 done',
    'listed Bahrain > Hezbollah 2024-06-15 done',
  ],
  [
    'The Home Secretary lost. The Proscribed Organisations Appeal Commission today allowed an appeal against the refusal to remove the Example Front from the list of proscribed organisations.',
    '2024-06-15',
    'annulled United Kingdom > Example Front 2024-06-15 done',
  ],
  [
    'The EU put the Liberation Tigers of Tamil Eelam on its terrorist list in May 2006. India, whose ban on the Tigers dates from 1992, welcomed it.',
    '2024-06-15',
    'listed European Union > Liberation Tigers of Tamil Eelam 2006-05 done',
    'listed India > Liberation Tigers of Tamil Eelam 1992 done',
  ],
  [
    'The Example Front was declared a proscribed organisation by Pakistan on 3 May after violent protests against a trade fair in France.',
    '2024-06-15',
    'listed Pakistan > Example Front 2024-05-03 done',
  ],
  [
    'Does the licence remove the Example Front from the SDN List? No. Does it settle any claim?',
    '2024-06-15',
    'delisted United States > Example Front 2024-06-15 denied',
  ],
  [
    'The law on the prohibition of the Example Front enters into force today in Switzerland. Until now only Hezbollah was banned there as a terrorist group.',
    '2024-06-15',
    'listed Switzerland > Example Front 2024-06-15 done',
    'listed Switzerland > Hezbollah null done',
  ],
  [
    'The ministry in Delhi has declared the Rehab India Foundation a terrorist organisation. Several states had recommended a ban.',
    '2024-06-15',
    'listed India > Rehab India Foundation 2024-06-15 done',
    'listing_called India > Rehab India Foundation null requested',
  ],
]
