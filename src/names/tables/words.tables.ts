/** Titles, honorifics, degrees and generation suffixes of persons; they carry no identity. */
export const TITLES = new Set(
  `mr mrs ms miss mister mme mlle monsieur madame mademoiselle herr frau fraulein senor senora senorita sr sra don dona dom signor signora sig sir dame lord lady baron baroness count countess duke prince princess
  dr doctor doktor docteur dott dottssa dra prof professor professeur ing dipl mag magister univ med phd msc bsc mba llm llb md dds dphil esq cpa rn fr rev reverend father sister brother bishop archbishop cardinal pope rabbi imam ayatollah ayatullah hojatoleslam hojjatoleslam hojjat
  sheikh shaikh shaykh sheik cheikh shiekh scheich sheykh mullah mulla mullo molla moulavi maulavi mawlawi maulvi molvi moulvi mawlavi maulana mawlana moulana mufti qari hafez hafiz haji hajji hadji hajj haj alhaj alhaji sayyid sayed said seyyed syed sayyed sidi emir amir ustad ustaz akhund akhunzada
  general gen colonel col lieutenant lt major maj captain capt commander cmdr commandant comandante admiral adm brigadier brig sergeant sgt marshal marechal generalmajor
  president minister ambassador senator sen governor gov chairman director hon honorable honourable excellency he hh hrh hm secretary deputy judge justice mayor king queen sultan
  tovarishch gospodin gospozha pan pani bay bey hanim efendi pasha aga agha khanum begum shri smt shrimati sri thiru dato datuk datin tan tun tengku tunku raja rajah jr junior snr senior sra ii iii iv`
    .split(/\s+/)
    .filter(
      t =>
        ![
          'said',
          'sra',
          'hafez',
          'hafiz',
          'sidi',
          'emir',
          'amir',
          'ii',
          'iii',
          'iv',
          'tan',
          'tun',
          'raja',
          'rajah',
          'king',
          'prince',
          'pan',
          'count',
          'duke',
          'sultan',
          'pope',
          'he',
          'father',
          'brother',
          'sister',
          'major',
          'lord',
          'bishop',
          'judge',
          'justice',
          'governor',
          'director',
          'baron',
          'sri',
          'sayyid',
          'sayed',
          'seyyed',
          'syed',
          'sayyed',
          'aga',
          'agha',
          'akhund',
          'bay',
          'bey',
          'don',
          'khan',
          'dom',
          'qari',
          'hm',
          'hh',
          'sen',
          'sr',
        ].includes(t),
    ),
)

/** Particles of personal names: they bind names together and carry next to no identity. */
export const PARTICLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    al: 'al el ul ar as ash ad at an az adh ath',
    bin: 'bin ben ibn bn ibni bint binti bnt binte',
    abu: 'abu abou aboo abi abo ebu',
    um: 'um umm oum',
    van: 'van von vom zu zum zur af av ter ten vander',
    de: 'de del della di da dos das do du des la le lo les della dello dei degli der den dem y e i san santa',
    abd: 'abd abdul abdel abdal abdol abdoul abdur abdus abdu',
    din: 'din deen dine eddin eddine uddin ud',
    oglu: 'oglu ogly uulu kyzy qizi kizi oghlu',
    mac: 'mac mc',
    na: 'na',
  }).flatMap(([group, words]) => words.split(' ').map(word => [word, group] as const)),
)

/** Legal forms of one to five words and the class they belong to. */
export const LEGAL_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    llc: 'llc|l l c|ltd|limited|ooo|ltda|limitada|gmbh|sarl|srl|sro|spol s r o|spol s ro|doo|d o o|bv|b v|bvba|sp z o o|sp zoo|spzoo|limited liability company|limited liability|ltd co|co ltd|co limited|company limited|pte ltd|pvt ltd|pty ltd|private limited|pte|pvt|pty|tov|too|kft|sia|uab|ou|oy|aps|as|lda|eood|ood|ehf|s r o|s r l|s a r l|sarl|societatea cu raspundere limitata|obshchestvo s ogranichennoy otvetstvennostyu|tovarystvo z obmezhenoyu vidpovidalnistyu|gesellschaft mit beschrankter haftung|limited sirketi|ltd sti',
    jsc: 'jsc|ojsc|cjsc|pjsc|oao|zao|pao|ao|sa|s a|ag|a g|akg|aktiengesellschaft|nv|n v|spa|s p a|plc|p l c|public limited company|inc|incorporated|corp|corporation|joint stock company|open joint stock company|closed joint stock company|public joint stock company|se|ab|a b|asa|a s|kk|kabushiki kaisha|kgaa|tbk|pt|bhd|sdn bhd|berhad|anonim sirketi|a s|sab de cv|sa de cv|s a de c v|public company|aktiebolag|aktieselskab|societe anonyme|sociedad anonima|akcine bendrove|vat|pat|prat|aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|pjs|psc|saog|saoc|qsc|kscp|ksc|bsc|sal|sae',
    company: 'co|company|cie|compagnie|compania|firma|co inc|companies|kompaniya',
    lp: 'lp|l p|llp|l l p|kg|ohg|gmbh co kg|limited partnership|partnership|scs|sca|snc',
    npo: 'ano|ngo|npo|ev|e v|foundation inc|nonprofit|ano dpo|autonomous nonprofit organization|avtonomnaya nekommercheskaya organizatsiya|asbl|vzw',
    soe: 'fgup|gup|mup|fgbu|fsue|state unitary enterprise|federal state unitary enterprise',
    sole: 'ip|ie|sole proprietorship|individual entrepreneur',
    fz: 'fze|fzco|fz llc|fzc|dmcc|fz',
  }).flatMap(([group, words]) => words.split('|').map(word => [word, group] as const)),
)

/** Words that carry nothing in names of organisations. */
export const STOP_WORDS = new Set(
  'the of and for in on at to a an de la le les du des et der die das und fur y e el los las del di da il per von zu i v na dlya ve al'.split(
    ' ',
  ),
)
