/** Names in lists and news that the standard tables lack. */
export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  burma: 'mm', 'burma (myanmar)': 'mm', 'burma / birmanie': 'mm', dprk: 'kp', 'korea, north': 'kp', 'north korea': 'kp', "democratic people's republic of korea": 'kp',
  'korea, south': 'kr', 'south korea': 'kr', 'republic of korea': 'kr', rok: 'kr', russia: 'ru', 'russian federation': 'ru', 'российская федерация': 'ru', рф: 'ru',
  syria: 'sy', 'syrian arab republic': 'sy', iran: 'ir', 'islamic republic of iran': 'ir', 'iran (islamic republic of)': 'ir', 'united states': 'us', usa: 'us',
  'u.s.a.': 'us', 'u.s.': 'us', america: 'us', 'united states of america': 'us', uk: 'gb', 'united kingdom': 'gb', 'great britain': 'gb', britain: 'gb', england: 'gb', scotland: 'gb',
  'united kingdom of great britain and northern ireland': 'gb', uae: 'ae', 'u.a.e.': 'ae', 'united arab emirates': 'ae', "cote d'ivoire": 'ci', 'ivory coast': 'ci',
  drc: 'cd', 'dr congo': 'cd', 'democratic republic of the congo': 'cd', 'congo, democratic republic of the': 'cd', 'congo, democratic republic of': 'cd', zaire: 'cd',
  'congo (democratic republic)': 'cd', 'congo, republic of the': 'cg', 'republic of the congo': 'cg', 'congo-brazzaville': 'cg', 'congo-kinshasa': 'cd',
  'west bank': 'ps', gaza: 'ps', 'palestinian territories': 'ps', 'palestinian': 'ps', 'palestine': 'ps', 'state of palestine': 'ps', 'occupied palestinian territories': 'ps', 'occupied palestinian territory': 'ps',
  taiwan: 'tw', 'taiwan, china': 'tw', 'hong kong': 'hk', macau: 'mo', macao: 'mo', 'china, people\'s republic of': 'cn', "people's republic of china": 'cn', prc: 'cn', 'mainland china': 'cn',
  vietnam: 'vn', 'viet nam': 'vn', laos: 'la', 'lao pdr': 'la', 'czech republic': 'cz', czechia: 'cz', moldova: 'md', 'republic of moldova': 'md', 'moldova, republic of': 'md',
  macedonia: 'mk', 'north macedonia': 'mk', 'former yugoslav republic of macedonia': 'mk', kosovo: 'xk', tanzania: 'tz', 'united republic of tanzania': 'tz', bolivia: 'bo', venezuela: 've',
  swaziland: 'sz', eswatini: 'sz', 'cape verde': 'cv', 'east timor': 'tl', 'timor-leste': 'tl', brunei: 'bn', 'the gambia': 'gm', gambia: 'gm', 'gambia, the': 'gm', bahamas: 'bs', 'bahamas, the': 'bs',
  'virgin islands, british': 'vg', 'british virgin islands': 'vg', bvi: 'vg', 'virgin islands (british)': 'vg', 'us virgin islands': 'vi', 'isle of man': 'im', guernsey: 'gg', jersey: 'je',
  'holy see': 'va', vatican: 'va', micronesia: 'fm', 'st. kitts and nevis': 'kn', 'saint kitts and nevis': 'kn', 'st kitts and nevis': 'kn', 'st. vincent and the grenadines': 'vc', 'st. vincent': 'vc', 'st. lucia': 'lc',
  'trinidad & tobago': 'tt', 'antigua & barbuda': 'ag', 'sao tome and principe': 'st', turkey: 'tr', türkiye: 'tr', turkiye: 'tr', libya: 'ly', 'libyan arab jamahiriya': 'ly', 'state of libya': 'ly',
  bosnia: 'ba', 'bosnia-herzegovina': 'ba', 'bosnia & herzegovina': 'ba', 'the netherlands': 'nl', holland: 'nl', 'kyrgyz republic': 'kg', kirghizia: 'kg', byelorussia: 'by', belorussia: 'by',
  'central african republic': 'cf', car: 'cf', 'guinea bissau': 'gw', 'curaçao': 'cw', 'sint maarten': 'sx', 'region: crimea': 'ua', crimea: 'ua', 'republic of south sudan': 'ss', 'republic of the sudan': 'sd', 'the sudan': 'sd',
  afghan: 'af', pakistani: 'pk', iraqi: 'iq', iranian: 'ir', syrian: 'sy', russian: 'ru', saudi: 'sa', 'kingdom of saudi arabia': 'sa', ksa: 'sa', yemeni: 'ye', 'republic of yemen': 'ye', egyptian: 'eg', tunisian: 'tn',
  algerian: 'dz', moroccan: 'ma', libyan: 'ly', jordanian: 'jo', lebanese: 'lb', sudanese: 'sd', somali: 'so', kenyan: 'ke', indonesian: 'id', filipino: 'ph', philippine: 'ph', malaysian: 'my', french: 'fr', german: 'de',
  british: 'gb', american: 'us', chinese: 'cn', turkish: 'tr', kuwaiti: 'kw', qatari: 'qa', emirati: 'ae', bahraini: 'bh', uzbek: 'uz', tajik: 'tj', kazakh: 'kz', ukrainian: 'ua', belarusian: 'by', georgian: 'ge', congolese: 'cd',
  rwandan: 'rw', ugandan: 'ug', liberian: 'lr', ivorian: 'ci', malian: 'ml', nigerian: 'ng', nigerien: 'ne', haitian: 'ht', libyen: 'ly', italian: 'it', spanish: 'es', belgian: 'be', dutch: 'nl', swedish: 'se', norwegian: 'no', danish: 'dk',
  'north korean': 'kp', 'south korean': 'kr', colombian: 'co', mexican: 'mx', venezuelan: 've', cuban: 'cu', burmese: 'mm', eritrean: 'er', ethiopian: 'et', mauritanian: 'mr', senegalese: 'sn', bosnian: 'ba', serbian: 'rs', albanian: 'al',
}

/** States that are no more: FollowTheMoney's codes, their names, and the States that followed. */
export const HISTORIC: Readonly<Record<string, { readonly names: readonly string[]; readonly successors: readonly string[] }>> = {
  suhh: { names: ['Soviet Union', 'USSR', 'U.S.S.R.', 'Union of Soviet Socialist Republics', 'СССР', 'UdSSR', 'URSS'], successors: ['ru', 'ua', 'by', 'uz', 'kz', 'ge', 'az', 'lt', 'md', 'lv', 'kg', 'tj', 'am', 'tm', 'ee'] },
  yucs: { names: ['Yugoslavia', 'Former Yugoslavia', 'SFRY', 'Socialist Federal Republic of Yugoslavia', 'Federal Republic of Yugoslavia'], successors: ['rs', 'me', 'hr', 'si', 'ba', 'mk', 'xk'] },
  csxx: { names: ['Serbia and Montenegro'], successors: ['rs', 'me'] },
  cshh: { names: ['Czechoslovakia'], successors: ['cz', 'sk'] },
  ddde: { names: ['German Democratic Republic', 'East Germany', 'GDR', 'DDR'], successors: ['de'] },
  anhh: { names: ['Netherlands Antilles'], successors: ['cw', 'sx', 'bq'] },
}
