/**
 * Legal forms by class, spelt in romanised lower-case words without dots. Two forms of one class are one form in law;
 * forms of different classes are weak evidence for two bodies. Forms are read by longest match.
 *
 * @source ISO 20275 entity legal forms and the registers' own usage
 */
export const LEGAL_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    llc: `llc|l l c|ltd|ltda|limited|limitada|ooo|gmbh|g m b h|ges m b h|gesmbh|mbh|sarl|s a r l|srl|s r l|s r l s|srls|sro|s r o|spol s r o|spol sro|spol s ro|doo|d o o|dooel|bv|b v|bvba|b v b a|sprl|s p r l|sp z o o|sp zo o|sp z oo|sp zoo|spzoo|z o o|spolka z o o|spolka z ograniczona odpowiedzialnoscia
      |limited liability company|limited liability co|limited liability|limited company|limited co|ltd co|co ltd|co limited|company limited|company ltd|coltd|ltd company|pte ltd|pte limited|pvt ltd|pvt limited|private ltd|private limited|private limited company|pty ltd|pty limited|proprietary limited|pte|pvt|pty|private company limited|tov|t o v|too|toh|kft|k f t|sia|uab|ou|osauhing|oy|o y|aps|a p s|anpartsselskab|lda|lda unipessoal|eood|ood|o o d|ehf|e h f
      |societe a responsabilite limitee|societatea cu raspundere limitata|societate cu raspundere limitata|societa a responsabilita limitata|sociedad de responsabilidad limitada|sociedad limitada|s de rl|s de rl de cv|s de r l de c v|sociedade limitada|obshchestvo s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostyu|obschestvo s ogranichennoy otvetstvennostyu|tovarystvo z obmezhenoyu vidpovidalnistyu|tovarishchestvo s ogranichennoy otvetstvennostyu|tovarischestvo s ogranichennoi otvetstvennostyu|gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|druzstvo s rucenim omezenym|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|druzba z omejeno odgovornostjo|spolecnost s rucenim omezenym|uzdaroji akcine bendrove
      |limited sirketi|ltd sti|ltd sirketi|limited sti|ticaret limited sirketi|sanayi ve ticaret limited sirketi|san ve tic ltd sti|ve ticaret limited sirketi|tic ltd sti|mmc|mchj|wll|w l l|s p c|spc|youxian gongsi|youxiangongsi|gongsi|you xian gong si|you xian ze ren gong si|youxianzerengongsi|godo kaisha|yugen kaisha|yugenhoesa|cong ty tnhh|tnhh|sdn|eirl|e i r l|unlimited|ulc|lc|l c|ug|sl|s l|slu|sas|s a s|sasu|eurl|e u r l|llc fz`,
    jsc: `jsc|j s c|ojsc|o j s c|cjsc|c j s c|pjsc|p j s c|oao|o a o|zao|z a o|pao|p a o|ao|a o|sa|s a|ag|a g|akg|aktiengesellschaft|aktien gesellschaft|nv|n v|naamloze vennootschap|spa|s p a|societa per azioni|plc|p l c|public limited company|public ltd company|public limited|public company limited|public company|pcl|inc|incorporated|incorporation|corp|corporation|corporate
      |joint stock company|joint stock co|joint stock|jointstock company|open joint stock company|open joint stock|closed joint stock company|closed joint stock|public joint stock company|public joint stock|private joint stock company|private joint stock|a joint stock company|stock company|pjs co|se|societas europaea|ab|a b|publ|asa|a s a|a s|as|kk|k k|kabushiki kaisha|kabushiki gaisha|kabushikigaisha|kabushikikaisha|kgaa|kg aa|tbk|pt|p t|perseroan terbatas|perusahaan perseroan|persero|bhd|sdn bhd|sendirian berhad|berhad|anonim sirketi|anonim ortakligi|sanayi ve ticaret anonim sirketi|ve ticaret anonim sirketi|ticaret anonim sirketi|as sirketi|aktiebolag|aktiebolaget|aktieselskab|aksjeselskap|osakeyhtio|oyj|societe anonyme|sociedad anonima|sociedade anonima|societate pe actiuni|sab de cv|s a b de c v|sa de cv|s a de c v|sapi de cv|sociedad anonima de capital variable|s a p i de c v|akcine bendrove|akciova spolocnost|akciova spolecnost|dionicko drustvo|akcionarsko drustvo|ad|a d|ead|dd|d d|ae|a e|anonymi etaireia|akciju sabiedriba|vat|v a t|pat|p a t|prat|prat|at|spolka akcyjna|reszvenytarsasag|nyrt|zrt|rt|ehf hlutafelag|hf
      |aktsionernoe obshchestvo|aktsionernoye obshchestvo|otkrytoe aktsionernoe obshchestvo|otkrytoye aktsionernoye obshchestvo|publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|nepublichnoe aktsionernoe obshchestvo|publichne aktsionerne tovarystvo|aktsionerne tovarystvo|pjs|psc|p s c|saog|saoc|qsc|qpsc|kscp|ksc|k s c|k s c p|bsc|b s c|bsc c|sal|s a l|sae|s a e|sjsc|saudi joint stock company|sherkat sahami|sherkat sahami khass|sherkate sahami|sherkat|shirkat|gufen youxian gongsi|gufenyouxiangongsi|gu fen you xian gong si|chusik hoesa|jusikhoesa|chusikhoesa|cong ty co phan|co phan`,
    company:
      'co|company|companies|cie|compagnie|compania|companhia|compagnia|firma|firm|co inc|and co|and company|und co|et cie|y cia|cia|e cia|kompaniya|kompania|kampani|sirketi|sirket|ko|unternehmen|gesellschaft|maatschappij|spolecnost|spolocnost|preduzece|pred|predpriyatie|gongsi|corp inc|kaisha|trading as',
    lp: 'lp|l p|llp|l l p|lllp|kg|k g|ohg|o h g|gbr|gmbh and co kg|gmbh und co kg|gmbh co kg|gmbh and co kgaa|ag and co kg|limited partnership|limited liability partnership|general partnership|kommanditgesellschaft|offene handelsgesellschaft|scs|s c s|sca|s c a|snc|s n c|sas di|vof|v o f|cv|c v|commanditaire vennootschap|ks|k s|k d|kd|spk|sp k|sp j|komandytowa|partners lp',
    npo: 'ano|a n o|ano dpo|ngo|n g o|npo org|ev|e v|eingetragener verein|verein|asbl|a s b l|vzw|v z w|onlus|ong|nonprofit organization|non profit organization|autonomous nonprofit organization|autonomous non profit organization|autonomous non commercial organization|autonomous noncommercial organization|avtonomnaya nekommercheskaya organizatsiya|nekommercheskaya organizatsiya|gemeinnutzige gmbh|ggmbh|gug|stichting|charity|charitable organization|association loi 1901|i a p|a c|osc|ops',
    soe: 'fgup|f g u p|fsue|gup|g u p|mup|m u p|fgbu|fgku|fgbou|fgau|fku|fkp|fgaou vo|fgbou vo|state unitary enterprise|federal state unitary enterprise|unitary enterprise|municipal unitary enterprise|federalnoe gosudarstvennoe unitarnoe predpriyatie|gosudarstvennoe unitarnoe predpriyatie|republican unitary enterprise|rup|up|state enterprise|federal state budgetary institution|federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie|gosudarstvennoe predpriyatie|dp|kp',
    sole: 'ip|i p|ie|sole proprietorship|sole proprietor|individual entrepreneur|individualnyy predprinimatel|fop|spd|eu ek|ek|e k|einzelunternehmen|autonomo',
    coop: 'coop|co op|cooperative|cooperativa|kooperativ|eg|e g|genossenschaft|skupellc|spółdzielnia|spoldzielnia|zadruga|cooperative society|scrl|cvba',
    fz: 'fze|f z e|fzco|fz co|fzc|fz llc|f z c o|f z c|dmcc|d m c c|free zone establishment|free zone company|free zone co|fz',
  }).flatMap(([group, list]) => list.split('|').map(word => [word.trim(), group] as const)),
)

/** Legal forms written without blanks at either end of a name in East Asian scripts and Arabic. */
export const GLUED_FORMS: readonly (readonly [string, string])[] = [
  ['株式会社', 'jsc'],
  ['株式會社', 'jsc'],
  ['(株)', 'jsc'],
  ['㈱', 'jsc'],
  ['有限会社', 'llc'],
  ['合同会社', 'llc'],
  ['合資会社', 'lp'],
  ['合名会社', 'lp'],
  ['一般社団法人', 'npo'],
  ['公益財団法人', 'npo'],
  ['財団法人', 'npo'],
  ['社団法人', 'npo'],
  ['股份有限公司', 'jsc'],
  ['有限责任公司', 'llc'],
  ['有限責任公司', 'llc'],
  ['集团有限公司', 'llc'],
  ['集團有限公司', 'llc'],
  ['有限公司', 'llc'],
  ['公司', 'company'],
  ['주식회사', 'jsc'],
  ['(주)', 'jsc'],
  ['유한회사', 'llc'],
  ['유한책임회사', 'llc'],
  ['합자회사', 'lp'],
  ['회사', 'company'],
  ['บริษัทมหาชนจำกัด', 'jsc'],
  ['ห้างหุ้นส่วนจำกัด', 'lp'],
  ['บริษัท', 'company'],
  ['จำกัด (มหาชน)', 'jsc'],
  ['จำกัด', 'llc'],
  ['無限公司', 'llc'],
]

/** Legal forms in Arabic script. */
export const ARABIC_FORMS: ReadonlyMap<string, string> = new Map([
  ['شركة', 'company'],
  ['شرکت', 'company'],
  ['مؤسسة', 'company'],
  ['موسسه', 'company'],
  ['ذ م م', 'llc'],
  ['ذمم', 'llc'],
  ['ش م م', 'llc'],
  ['ش م ع', 'jsc'],
  ['ش م ل', 'jsc'],
  ['سهامی خاص', 'jsc'],
  ['سهامی عام', 'jsc'],
  ['المحدودة', 'llc'],
  ['محدودة', 'llc'],
  ['المساهمة', 'jsc'],
  ['مساهمة', 'jsc'],
])

/** Words of organisations' names that say what a body is or does: spellings, abbreviations and translations of one word share a line. */
export const SECTORS: readonly (readonly string[])[] = `
international intl internacional internationale internazionale mezhdunarodnyy mezhdunarodnaya mezhdunarodny uluslararasi miedzynarodowy beynelmilal دولية دولي بین‌المللی بين مللي
national natl nacional nationale nazionale natsionalnyy natsionalnaya natsionalny milli nasional nationaal وطنية وطني ملی ملي قومی
general gen generale generalnyy عامة عام
global globalnyy
group grp groupe grupo gruppe gruppo gruppa grup groep gruppen مجموعة گروه
holding holdings hldg hldgs hldng kholding holdinq قابضة
trading trade trd trdg torgovlya torgovli torhivlya tijarat tijara torgovyy torgovaya torgovy torgovyi handel handels handelsgesellschaft comercio commerciale commercial comercial ticaret bazargani tejarat tjr tic تجارة تجارية بازرگانی تجارت
industry industries industrial industria industrie industriya industrii promyshlennost promyshlennosti prom promyshlennyy promyshlennaya promyshlenny sanayi sanat sanaye ind inds industriel industriale industriell صناعية صناعة صنایع صنعتی
technology technologies technological tech technol tekhnologii tekhnologiya technologie technologia tecnologia tecnologias teknoloji technologiya technik تقنية تكنولوجيا فناوری
technical technics tekhnicheskiy technique tecnica
engineering eng engg engr engineers inzhiniring ingenieria ingenierie muhendislik mohandesi injiniring ingegneria هندسية مهندسی
electronics electronic elektronika elektronik electronica electronique elec electr کترونیک الكترونية
electric electrical elektro elektrik electrique electrica elektricheskiy electricity
energy energi energiya energie energia enerji energetika energetiki energetic power
petroleum petrol
oil neft naft nafta neftyanaya نفط نفت
gas gaz غاز گاز
petrochemical petrochemicals petroquimica petrokimya neftekhim پتروشیمی بتروكيماويات
chemical chemicals chem chemie chimie quimica kimya khimicheskiy khimicheskaya chemistry
steel stal stahl acier acero فولاد صلب
metal metals metall metallurgical metallurgy metallurgicheskiy metallurg
mining mines mineral minerals mineraux gornyy minera madencilik bergbau
construction constructions constr building builders bau stroitelnyy stroitelstvo stroitelstva stroitelnaya insaat construccion construcciones construcoes costruzioni stroy sakhteman بناء إنشاءات ساختمان
development dev devt developments razvitie razvitiya desarrollo developpement desenvolvimento entwicklung تنمية توسعه
investment investments invest inv investissement investissements inversiones investicii investitsionnyy investitsii yatirim استثمار سرمایه‌گذاری
finance financial finances fin finans finansov finanz finanzen finanzas finansovyy finanzas financiera financiere finanzaria
bank banks bk banco banque banca banka bankasi banki banking بنك مصرف بانک
insurance ins assurance assurances versicherung seguros sigorta strakhovaya strakhovanie assicurazioni تأمين بیمه
capital kapital
securities security sec
fund funds fond fonds fondo fundo
trust trusts
lease leasing lizing
credit kredit credito
mortgage mortgages
exchange exchanges sarafi sarrafi birzha hawala صرافة صرافی
money remittance remittances
service services srvcs srvces svc svcs serv servis servicios services uslugi hizmetleri hizmet khadamat servizi dienst dienste dienstleistungen خدمات
solution solutions soln solns
system systems sys sistemy sistema sistemas systeme syst sistem
logistics logistic log logistik logistika logistique logistica lojistik
transport transportation transports trans transporte transportes transporta transportnaya transportnyy tasimacilik nakliyat haml نقل حمل
shipping ship ships shpg navigation navigatsiya denizcilik kashtirani reederei naviera ملاحة کشتیرانی
maritime marine mar morskoy sea
aviation aviatsiya aviacion aviatsionnyy havacilik طيران هواپیمایی
airline airlines airways air avia aviakompaniya havayollari aerolineas
aerospace aero kosmicheskiy space
railway railways rail demiryollari
railroad railroads zheleznaya
motor motors automotive auto automobile automobiles automobil avtomobilnyy otomotiv
machine machines machinery mashin mashinostroenie mashinostroeniya mashinostroitelnyy makina makine maschinen maschinenbau maquinaria
manufacturing mfg manufacture manufacturers manufacturer production proizvodstvennyy proizvodstvo proizvodstvennaya produktion uretim tolid imalat
equipment equip equipments oborudovanie
factory plant works zavod fabrika fabrik usine werk
agriculture agricultural agro agri agricola selskokhozyaystvennyy tarim keshavarzi
food foods alimentos alimentaire gida pishchevoy lebensmittel
pharma pharmaceutical pharmaceuticals pharm farma farmatsevticheskiy ilac pharmaceutique
medical medicine med medizin meditsinskiy
health healthcare zdravookhranenie zdravookhraneniya salud sante saglik gesundheit
hospital klinik clinic bolnitsa hastane
telecom telecommunications telecommunication telekom telekommunikatsii telecomunicaciones telekomunikasyon
communications communication comm comms communic communicaciones svyaz svyazi communicacoes iletisim
information info informatsionnyy informatika informatics
computer computers computing komputer
software softver
media
consulting consult consultancy consultants consultant konsalting beratung danismanlik conseil
management mgmt mgt upravlenie yonetim upravlyayushchaya gestion
research res issledovatelskiy nauchno scientific arastirma recherche forschung investigacion بحوث پژوهش تحقیقات
science sciences nauka nauki nauk ciencia ciencias
institute inst institut instituto enstitu institution institutions معهد پژوهشگاه
university univ universitet universidad universite universiteit universitat daneshgah جامعة دانشگاه
academy akademiya academia akademi
school shkola escuela ecole
center centre centro tsentr zentrum centrum merkezi merkez markaz centr مركز مرکز
foundation fdn fundacion fundacao fondation stiftung stiftelse stiftelsen fundacja nadace nadacia alapitvany fundatia bonyad vakif vakfi fondazione yayasan charity charitable kheyriyeh blagotvoritelnyy بنیاد وقف خيرية
association assn assoc asociacion associacao assotsiatsiya dernegi verband vereinigung anjoman ittihad جمعية انجمن اتحاد
society soc sociedad societe obshchestvo jamiat jamiyat cemiyeti gesellschaft جماعة جماعت مجتمع
union unions soyuz unione sendika ittehad اتحادیه
federation fed federatsiya federacion federation
committee comm komitet comite komitesi لجنة کمیته
council konseyi sovet conseil consejo مجلس شورای شوری
organization organisation org orgn organizatsiya organizacion organizacao teshkilat orgutu sazman منظمة سازمان تنظيم
ministry ministerstvo ministerstva ministerio ministere vezarat bakanligi وزارة وزارت
department dept departament departement
agency agentstvo agencia agence ajansi وكالة آژانس
bureau buro byuro buero
office ofis oficina مكتب دفتر
government govt gov pravitelstvo gobierno gouvernement regierung hukumat حكومة دولت
state gosudarstvennyy gosudarstvennaya estatal dowlati devlet دولة
federal federalnyy federalnoe federalnaya
public publichnyy
republic respublika republica republique jomhuri cumhuriyeti جمهورية جمهوری
people peoples narodnyy narodnaya pueblo peuple halk khalq شعب شعبية خلق
army armiya ejercito armee ordu artesh جيش ارتش
force forces sily fuerzas kuvvetleri قوات نیروی
military voennyy militar
defense defence oboronnyy oborona oborony oboroni defensa savunma defa
brigade brigades brigada katibat kataib batalyon battalion battalions لواء كتائب كتيبة تیپ
movement dvizhenie dvizheniya movimiento mouvement harakat hareketi حركة جنبش نهضت
party partiya partido parti hizb حزب
front frente jabhat jabha cephesi جبهة جبهه
liberation liberacion liberacao osvobozhdeniya tahrir kurtulus تحرير
islamic islami islamiya islamiyya islamique islamica islamskiy islamiyah eslami إسلامية اسلامية إسلامي اسلامي اسلامی
guard guards gvardiya سپاه پاسداران حرس
revolutionary revolution enghelab revolucionario revolutionnaire devrimci انقلاب ثورة ثوري
relief aid help assistance yardim إغاثة
supply supplies supplier suppliers snabzhenie
export exports eksport exportacion ihracat
import imports importacion ithalat
general genel
enterprise enterprises entreprise entreprises empresa empresas predpriyatie isletmesi
partner partners partneri
brothers bros brother gebruder gebr gebroeders freres hermanos irmaos fratelli bratya kardesler
sons son sohne soehne hijos fils figli zonen sonner
associates associate
venture ventures
property properties
estate estates real immobilier immobilien inmobiliaria gayrimenkul
product products produkt produkte productos produits urunleri
design dizayn konstruktorskoe
laboratory lab labs laboratories laboratoriya laboratorio
resource resources resursy recursos
material materials materialy
textile textiles tekstil textil
hotel hotels hotele otel
travel tours tour tourism turizm turismo tourisme
store stores shop market magazin
wholesale grossist optovaya
retail
network networks شبكة شبکه
platform platforms
water aqua vodokanal
port porto liman puerto
airport aeroport aeropuerto havaalani
entertainment
restaurant restaurants
sport sports
club klub
education educational obrazovanie obrazovaniya educacion egitim
culture cultural kultura kultury cultura kultur
broadcasting television tv radio
news press presse
publishing publishers izdatelstvo
precision
advanced
nuclear atomic yadernyy hastei
missile missiles raketa raketnyy
weapon weapons arms
shipyard shipbuilding verf sudostroitelnyy
corporation corp korporatsiya
concern kontsern
complex kompleks
special spetsialnyy
central tsentralnyy merkezi central zentral
northern north severnyy norte nord kuzey
southern south yuzhnyy sur sud guney
eastern east vostochnyy este ost dogu oriental
western west zapadnyy oeste bati occidental
new novyy nuevo nouveau neue yeni
united obedinennyy unidos unis vereinigte birlesik
first pervyy primero premier erste birinci
social sotsialnyy sotsialnoy
regional oblastnoy oblastnaya oblast
city gorod gorodskoy municipal munitsipalnyy
`
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/))

/** Words that carry nothing in names of organisations and vessels. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'the of and for in on at to a an by with from de la le les du des et der die das dem den und fur fuer y e el los las del di da do dos das il lo per von zu zur i v na dlya s po ve pour par sur para por com et aus bei nach op te het een aan met i z w dla dlja al ul ed o os as en a ash asch ach ech esch'.split(
    /\s+/,
  ),
)

/**
 * Words that thousands of bodies bear without having to do with each other: what shines, grows, leads and lies in a
 * direction. Two names that share nothing but these and words of business are told apart by any other word.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `
  first second new old great grand big best top prime premier elite super ultra mega max maxi mini micro macro multi uni omni inter extra
  cross world worldwide universal continental regional local north south east west northern southern eastern western northwest southeast
  pacific atlantic euro european asian oriental orient occidental gulf overseas
  green blue red white black golden gold silver yellow orange purple grey gray diamond crystal pearl emerald ruby sapphire platinum bronze
  star stars sun moon sky ocean oceanic river lake mountain mount hill hills valley island islands bay harbour harbor port bridge gate
  gateway road way path point stone rock wave waves wind water fire earth land forest field fields garden gardens park tree leaf flower
  rose lotus lily palm oak cedar pine spring summer light lights sunrise sunshine dawn morning rainbow
  royal imperial king kings queen crown prince princess regal noble majestic classic
  smart bright clear pure clean fresh fast quick rapid swift speed express direct easy simple safe secure sure true perfect ideal
  union united common joint allied alliance associated consolidated integrated federal central
  modern future next advance advanced innovative innovation innovations progress progressive progres pioneer leader leaders leading vision
  dream hope success victory triumph fortune lucky happy peace freedom liberty unity harmony friendship excellence quality
  city town metro urban house home family life people human nature eco bio
  eagle eagles falcon lion tiger phoenix dragon wolf bear horse dolphin
  alpha beta gamma delta omega sigma apex zenith summit peak horizon vista dynamic active link links net connect
  sever severnyy severnaya yug vostok vostochnyy vostochnaya zapad zapadnyy zvezda novyy novaya novoe mir soyuz progress vektor start
  norte sur este oeste oriente occidente estrella sol oro luz nuevo nueva nord sud est ouest etoile soleil nouveau nouvelle
  `
    .trim()
    .split(/\s+/),
)

/** Prefixes of ships' names that tell the kind of ship. */
export const VESSEL_PREFIXES: ReadonlySet<string> = new Set(
  'mv m/v mt m/t ss s/s ms m/s mts rv fv f/v sv hms uss hmcs ins mf tug my m/y lpg lng motor vessel tanker ship vessel barge'.split(/\s+/),
)

/** Number words and ordinals by value, in the languages that name units, banks and ships with them. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'zero nol null',
    1: 'one first eins erste erster uno primero primera premier premiere un une pervyy pervaya odin birinci bir yek avval awal 1st 1er',
    2: 'two second zwei zweite dos segundo segunda deux deuxieme vtoroy vtoraya dva ikinci iki 2nd 2e',
    3: 'three third drei dritte tres tercero tercera trois troisieme tretiy tretya tri ucuncu 3rd',
    4: 'four fourth vier vierte cuatro quatre quatrieme chetvertyy 4th',
    5: 'five fifth funf cinco cinq cinquieme pyatyy 5th',
    6: 'six sixth sechs seis sixieme shestoy 6th',
    7: 'seven seventh sieben siete sept septieme sedmoy 7th',
    8: 'eight eighth acht ocho huit vosmoy 8th',
    9: 'nine ninth neun nueve neuf devyatyy 9th',
    10: 'ten tenth zehn diez dix desyatyy 10th',
    11: 'eleven eleventh elf once onze 11th',
    12: 'twelve twelfth zwolf doce douze 12th',
    13: 'thirteen thirteenth 13th',
    14: 'fourteen fourteenth 14th',
    15: 'fifteen fifteenth quince 15th',
    16: 'sixteen sixteenth 16th',
    17: 'seventeen seventeenth 17th',
    18: 'eighteen eighteenth 18th',
    19: 'nineteen nineteenth 19th',
    20: 'twenty twentieth zwanzig veinte vingt 20th',
    30: 'thirty thirtieth dreissig treinta trente 30th',
    40: 'forty fortieth vierzig cuarenta quarante 40th',
    50: 'fifty fiftieth funfzig cincuenta cinquante 50th',
    60: 'sixty sixtieth 60th',
    70: 'seventy seventieth 70th',
    80: 'eighty eightieth 80th',
    90: 'ninety ninetieth 90th',
    100: 'hundred hundredth 100th',
    1000: 'thousand',
  }).flatMap(([value, list]) => list.split(' ').map(word => [word, Number(value)] as const)),
)
