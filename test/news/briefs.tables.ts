/** Passages of notices and wire reports, the day they are read on, and what must be found: `type authority > target date factuality`. */
export const BRIEFS: readonly (readonly [text: string, published: string, ...claims: readonly string[]])[] = [
  [
    'The Security Council has removed fourteen Afghans from its sanctions list. Among those taken off are Example al-Sample, now a mayor; and Sample Khan.',
    '2024-06-15',
    'delisted UN Security Council > Example al-Sample 2024-06-15 done',
    'delisted UN Security Council > Sample Khan 2024-06-15 done',
  ],
  [
    'NEW DELHI - The home ministry has declared nine persons terrorists under the Unlawful Activities (Prevention) Act. Named are Harpreet Example of the Example Force, Ranjit Sample of the Sample Union and Gurdev Invented of the Invented Front.',
    '2024-06-15',
    'listed India > Harpreet Example of the Example Force 2024-06-15 done',
    'listed India > Ranjit Sample of the Sample Union 2024-06-15 done',
    'listed India > Gurdev Invented of the Invented Front 2024-06-15 done',
  ],
  [
    'Canada added the Example Front to its list of terrorist entities. The additions also include the Sample Union and five affiliates of Hamas. Parliament had called in May for the Example Front to be listed.',
    '2024-06-15',
    'listed Canada > Example Front 2024-06-15 done',
    'listed Canada > Sample Union 2024-06-15 done',
    'listing_called Canada > Example Front 2024-05 requested',
  ],
  [
    'The United States designated two groups of former fighters who refused to disarm, the Example Front and the Sample Union, and named their leader, John Sample, a Specially Designated Global Terrorist.',
    '2024-06-15',
    'listed United States > Example Front 2024-06-15 done',
    'listed United States > Sample Union 2024-06-15 done',
    'listed United States > John Sample 2024-06-15 done',
  ],
  [
    "The General Court of the European Union annulled the listing of Hamas on 3 June. Israel's prime minister asked that the group be put back on the list at once. The Council said it will appeal.",
    '2024-06-15',
    'annulled European Union > Hamas 2024-06-03 done',
    'listing_called European Union > Hamas 2024-06-03 requested',
    'challenged European Union > Hamas null planned',
  ],
  [
    'The Example Commission of Appeal, a British tribunal, ruled that the Home Secretary was wrong to ban the Example Front. The Taliban remain a Specially Designated Global Terrorist group.',
    '2024-06-15',
    'annulled United Kingdom > Example Front 2024-06-15 done',
    'listed United States > Taliban null done',
  ],
  [
    'The 1267 Committee approved the addition of Masood Azhar to the list on 3 June. France had submitted the proposal in February. Pakistan said it would apply the asset freeze and the travel ban at once.',
    '2024-06-15',
    'listed UN Security Council > Masood Azhar 2024-06-03 done',
    'listing_called UN Security Council > Masood Azhar 2024-02 requested',
  ],
  [
    'The Security Council allows exemptions from the travel ban on the Taliban. Such an exemption was first granted in 2019 to fourteen Taliban. Neither Kazakhstan nor any other state recognises the Taliban.',
    '2024-06-15',
    'exemption UN Security Council > Taliban 2019 done',
    'recognition Kazakhstan > Taliban 2024-06-15 denied',
  ],
]
