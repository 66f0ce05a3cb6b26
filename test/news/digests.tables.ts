import type { SENTENCES } from './reading.tables.ts'

/** Items of digests in our own words, the day they are read on, and what must be found: `type authority > target date factuality`. */
export const DIGESTS: typeof SENTENCES = [
  [
    'The Gulf Cooperation Council, which includes Oman and Qatar, declares Hezbollah a terrorist organization.',
    '2024-06-15',
    'listed Gulf Cooperation Council > Hezbollah 2024-06-15 done',
  ],
  [
    'The Arab League, meeting in Cairo, declares Hezbollah a terrorist organization.',
    '2024-06-15',
    'listed Arab League > Hezbollah 2024-06-15 done',
  ],
  [
    'Norway announces that it will proscribe Hezbollah in its entirety. The military wing has been proscribed since 2001. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'listing_announced Norway > Hezbollah 2024-06-15 planned',
    "listed Norway > Hezbollah's military wing 2001 done",
  ],
  [
    "The Samplian House of Peoples' Representatives meets. The Ethiopian House of Peoples' Representatives approves a resolution designating the Example Front as a terrorist organization.",
    '2024-06-15',
    'listed Ethiopia > Example Front 2024-06-15 done',
  ],
  [
    'Germany bans all activities of Hezbollah on its territory and classifies the Lebanese group as a terrorist organisation. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'listed Germany > Hezbollah 2024-06-15 done',
  ],
  [
    'The British government lays an order before Parliament to ban the group Example Action under the Terrorism Act 2000, which would make it the first student body to be outlawed in the United Kingdom.',
    '2024-06-15',
    'listing_announced United Kingdom > Example Action 2024-06-15 planned',
  ],
  [
    'The General Court annuls a decision of the Council of the European Union to freeze the funds of Hezbollah.',
    '2024-06-15',
    'annulled European Union > Hezbollah 2024-06-15 done',
  ],
  [
    'The US State Department removes Hezbollah from its list of terrorist organizations, where it had been since 1997.',
    '2024-06-15',
    'delisted United States > Hezbollah 2024-06-15 done',
    'listed United States > Hezbollah 1997 done',
  ],
  [
    'Canada adds Hezbollah to its list of terrorist groups over its alleged role in a bomb attack last year. Lebanon had asked Ottawa not to do so. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'listed Canada > Hezbollah 2024-06-15 done',
  ],
  [
    'The Biden administration announces that it will re-designate the Houthis as a terrorist group from 16 July, three years after removing them from two U.S. terror lists.',
    '2024-06-15',
    'listing_announced United States > Houthis 2024-07-16 planned',
    'delisted United States > Houthis null done',
  ],
  [
    'The Supreme Court of Russia declares what it calls the "worldwide Sample movement" to be an extremist organization.',
    '2024-06-15',
    'listed Russia > worldwide Sample movement 2024-06-15 done',
  ],
  ['Norway designates "Example Front" a terrorist organization.', '2024-06-15', 'listed Norway > Example Front 2024-06-15 done'],
  [
    'The United States sanctions the wife of Brazilian Supreme Court judge Juan Example, Maria Example, and a company held by the couple, the Sample Institute.',
    '2024-06-15',
    'listed United States > Maria Example 2024-06-15 done',
    'listed United States > Sample Institute 2024-06-15 done',
  ],
  [
    'The British Home Secretary has asked Parliament to proscribe two organisations as terrorist. The draft was laid today.\n\nAmong the groups are the Example Front and Ansar al-Sample.',
    '2024-06-15',
    'listing_announced United Kingdom > Example Front 2024-06-15 planned',
    'listing_announced United Kingdom > Ansar al-Sample 2024-06-15 planned',
  ],
  [
    'Amendment of the Designation of al-Qa’ida in Iraq as a Foreign Terrorist Organization.',
    '2024-06-15',
    'amended United States > al-Qa’ida in Iraq 2024-06-15 done',
  ],
  [
    'The United States designates the Mexican Cartel de los Ejemplos as a foreign terrorist organization.',
    '2024-06-15',
    'listed United States > Cartel de los Ejemplos 2024-06-15 done',
  ],
  [
    'Norway begins the formal process of designating Hezbollah as a terrorist organization.',
    '2024-06-15',
    'listing_considered Norway > Hezbollah 2024-06-15 considered',
  ],
  [
    'Bangladesh lifts the ban on Hezbollah and its student wing, which had been imposed by the previous government on 1 May.',
    '2024-06-15',
    'delisted Bangladesh > Hezbollah 2024-06-15 done',
    'listed Bangladesh > Hezbollah 2024-05-01 done',
  ],
  [
    'EU ministers adopt new sanctions against Iran. Canada follows with similar measures. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'listed European Union > Iran 2024-06-15 done',
    'listed Canada > Iran 2024-06-15 done',
  ],
  [
    'Norway imposes sanctions on Ali al-Sample and eight senior commanders of the Taliban.',
    '2024-06-15',
    'listed Norway > Ali al-Sample 2024-06-15 done',
  ],
  [
    "In response to Norway's decision to list Hezbollah as a terrorist organization, Iran's Supreme National Security Council designates the Example Command as a terrorist organization.",
    '2024-06-15',
    'listed Norway > Hezbollah 2024-06-15 done',
    'listed Iran > Example Command 2024-06-15 done',
  ],
  [
    'Norway plans to declare Hezbollah a "specially designated global terrorist" organization, according to The Washington Post.',
    '2024-06-15',
    'listing_announced Norway > Hezbollah 2024-06-15 planned',
  ],
  [
    'The European Union bans all imports of Iranian carpets and freezes the assets of Example Bank.',
    '2024-06-15',
    'listed European Union > Example Bank 2024-06-15 done',
  ],
  [
    'A new cabinet is led by Ali Example, who is on a UN sanctions list.',
    '2024-06-15',
    'listed UN Security Council > Ali Example null done',
  ],
  [
    'Police arrest two men linked to Hezbollah, which has been banned in Germany since 2020.',
    '2024-06-15',
    'listed Germany > Hezbollah 2020 done',
  ],
  [
    'A delegation of the Taliban led by Ali Example arrives in Moscow for talks with Russian foreign minister Sergei Lavrov.',
    '2024-06-15',
    'talks Russia > Taliban 2024-06-15 done',
  ],
  [
    'The US president cancels a secret meeting with Taliban leaders. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'talks United States > Taliban 2024-06-15 denied',
  ],
  [
    'Norway confirms that it is holding talks with Hamas, one of the groups that the United States designates as terrorist organizations.',
    '2024-06-15',
    'talks Norway > Hamas null done',
    'listed United States > Hamas null done',
  ],
  [
    'Norway hosts the Taliban official Ali Example, who was granted an exemption from a United Nations travel ban.',
    '2024-06-15',
    'exemption UN Security Council > Ali Example 2024-06-15 done',
  ],
  [
    'Norway imposes a new round of sanctions on Russia, targeting the oil company Samplneft and Example Bank.',
    '2024-06-15',
    'listed Norway > Russia 2024-06-15 done',
    'listed Norway > Samplneft 2024-06-15 done',
    'listed Norway > Example Bank 2024-06-15 done',
  ],
  [
    'The United States says that it will revoke the terrorist designations of the Houthis on 16 July.',
    '2024-06-15',
    'delisting_announced United States > Houthis 2024-07-16 planned',
  ],
  [
    'Moscow considers removing the Taliban from its list of terrorist organisations. The group has been invited to an economic forum. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'delisting_considered Russia > Taliban 2024-06-15 considered',
    'invitation Russia > Taliban 2024-06-15 done',
  ],
  [
    "The European Court of First Instance orders the Council to lift the freeze on the assets of Ali Example and annuls his inclusion in the EU's terror list.",
    '2024-06-15',
    'annulled European Union > Ali Example 2024-06-15 done',
  ],
  [
    'Israel outlaws the northern branch of the Example Movement. Indonesia bans the hardline Sample Defenders Front (SDF).',
    '2024-06-15',
    'listed Israel > Example Movement 2024-06-15 done',
    'listed Indonesia > Sample Defenders Front 2024-06-15 done',
  ],
  [
    "A Nigerian court grants the federal government's request to declare the Example Front a terrorist organisation.",
    '2024-06-15',
    'listed Nigeria > Example Front 2024-06-15 done',
  ],
  [
    "Latvia's parliament declares Russia a state sponsor of terrorism and calls on Western partners to impose tougher sanctions.",
    '2024-06-15',
    'listed Latvia > Russia 2024-06-15 done',
  ],
  [
    'Canada removes Syria from its list of state supporters of terrorism and the Taliban from its list of terrorist entities.',
    '2024-06-15',
    'delisted Canada > Syria 2024-06-15 done',
    'delisted Canada > Taliban 2024-06-15 done',
  ],
  [
    'Norway and Denmark freeze the assets of Samplian president Ali Example. Iceland says that it will follow. (AP)\n\nRain falls in Oslo. (BBC)',
    '2024-06-15',
    'listed Norway > Ali Example 2024-06-15 done',
    'listed Denmark > Ali Example 2024-06-15 done',
    'listing_announced Iceland > Ali Example 2024-06-15 planned',
  ],
  [
    'The European Union extends its sanctions on Libya to the Example Oil Corporation and the Bank of Example.',
    '2024-06-15',
    'renewed European Union > Libya 2024-06-15 done',
    'listed European Union > Example Oil Corporation 2024-06-15 done',
    'listed European Union > Bank of Example 2024-06-15 done',
  ],
  ['Norway imposes its toughest sanctions so far on North Korea.', '2024-06-15', 'listed Norway > North Korea 2024-06-15 done'],
  [
    'The European Union announced new sanctions against Russia. It also added Ali Example to its sanctions list. Australia said it was considering similar steps.',
    '2024-06-15',
    'listed European Union > Russia 2024-06-15 done',
    'listed European Union > Ali Example 2024-06-15 done',
    'listing_considered Australia > Russia null considered',
  ],
  [
    'The United States sanctions Samplian president Juan Example, his wife, his eldest son and Interior Minister Ali Sample.',
    '2024-06-15',
    'listed United States > Juan Example 2024-06-15 done',
    'listed United States > Ali Sample 2024-06-15 done',
  ],
  [
    "The General Court of the European Union annuls the inclusion of Hezbollah on the EU's list of terrorist organisations but keeps the asset freeze in place for three months.",
    '2024-06-15',
    'annulled European Union > Hezbollah 2024-06-15 done',
  ],
]
