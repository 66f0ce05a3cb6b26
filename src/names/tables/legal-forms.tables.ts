/**
 * Legal forms by country, in romanised lower-case words without dots: the country, then a class and its forms. They stand
 * beside the forms that are usual in many countries (LEGAL_FORMS), and are read wherever a name uses them.
 *
 * @source registers' own usage and national company law; the abbreviations of ISO 20275 were compared with it
 */
export const NATIONAL_FORMS: readonly string[] = `
ae llc llc|limited liability company; jsc pjsc|prjsc|psc|private joint stock company; fz fze|fzco|fz llc|dmcc|free zone establishment; sole sole establishment
al llc shpk|sh p k|shoqeri me pergjegjesi te kufizuar; jsc sha|sh a|shoqeri aksionare; sole person fizik
am llc spy|sahmanapak pataskhanatvutyamb ynkerutyun; jsc bby|pby|bats bazhnetirakan ynkerutyun|pak bazhnetirakan ynkerutyun
ao llc lda|limitada; jsc sa|sarl
ar llc srl; jsc sa|sau|saic|s a i c|sacif|sociedad anonima unipersonal; lp sca|sociedad en comandita; npo asociacion civil
at llc gmbh|gesmbh|ges mbh|gmbh in liqu; jsc ag; lp kg|og|oeg|keg|offene gesellschaft|gmbh und co kg; sole eu|e u|eingetragener unternehmer; npo verein
au llc pty ltd|pty limited|proprietary|proprietary ltd|no liability|pty; jsc ltd; coop co operative limited|co operative ltd|cooperative ltd; npo incorporated association
az llc mmc|mehdud mesuliyyetli cemiyyet|mahdud masuliyyatli jamiyyat; jsc asc|qsc|aciq sehmdar cemiyyeti|qapali sehmdar cemiyyeti; npo ictimai birliyi
ba llc doo; jsc dd|dionicko drustvo; soe jp|javno preduzece
bd llc ltd|private limited; jsc plc
be llc bv|bvba|sprl|sprlu|ebvba|srl|besloten vennootschap met beperkte aansprakelijkheid|societe privee a responsabilite limitee; jsc nv|sa; lp comm v|commv|commva|vof|snc|scs|gcv|scomm; coop cv|cvba|scrl|cvoa|sc|scri; npo vzw|asbl|ivzw|aisbl|stichting van openbaar nut
bg llc ood|eood|druzhestvo s ogranichena otgovornost; jsc ad|ead|aktsionerno druzhestvo|adsits|adsic; lp kd|kda|sd|sabiratelno druzhestvo; sole et|ednolichen targovets; soe dp; company dzzd
bh llc wll; jsc bsc|bscc|bsc closed; sole spc|establishment
bo llc srl|ltda; jsc sa|sam
br llc ltda|eireli|sociedade limitada|slu; jsc sa|s a|companhia|cia; sole me|mei|epp; coop coop|cooperativa; npo associacao
by llc taa|ooo|tavarystva z abmezhavanay adkaznastsyu|odo|tda|obshchestvo s dopolnitelnoy otvetstvennostyu; jsc aat|zat|oao|zao|adkrytae aktsyyanernae tavarystva|zakrytae aktsyyanernae tavarystva; soe rup|kup|uup|uchup|chup|chtup|chastnoe unitarnoe predpriyatie|unitarnoe predpriyatie
ca llc ltee|limitee|ltd|ulc|llc; jsc inc|incorporee|incorporated|corp; lp sencrl|s e n c r l|senc|s e n c|llp; coop coop|co operative|cooperative ltee
ch llc gmbh|sagl|sarl|s a g l|societa a garanzia limitata|limited liab co; jsc ag|sa; lp klg|kmg|kollektivgesellschaft|kommanditgesellschaft|snc; coop genossenschaft|societe cooperative|societa cooperativa; npo verein
cl llc ltda|eirl|srl|responsabilidad limitada; jsc sa|spa|sociedad por acciones|sociedad anonima cerrada
cm llc sarl|suarl; jsc sa; company gie|g i e
cn llc youxian zeren gongsi|youxian gongsi|co ltd|company limited; jsc gufen youxian gongsi|gufen gongsi; company jituan gongsi; lp youxian hehuo
co llc ltda|sas|s a s|sociedad por acciones simplificada; jsc sa; sole eu|empresa unipersonal; soe esp|e s p|e i c e
cr llc srl|limitada; jsc sa
cu jsc sa; soe empresa estatal|ueb; coop cooperativa no agropecuaria
cy llc ltd|limited|epe; jsc plc|public company limited
cz llc sro|spol sro|spolecnost s rucenim omezenym|spol s r o; jsc as|akc spol|akciova spolecnost; lp vos|v o s|ks|verejna obchodni spolecnost|komanditni spolecnost; npo ops|o p s|zs|z s|zapsany spolek|nadacni fond; coop druzstvo; soe sp|s p|statni podnik
de llc gmbh|ug|ug haftungsbeschrankt|ug haftungsbeschraenkt|unternehmergesellschaft|mbh; jsc ag|kgaa|invag|reit ag|se; lp kg|ohg|gbr|partg|partgmbb|partg mbb|partnerschaft|gmbh co kg|ag co kg|ug co kg; sole ek|e k|ekfm|e kfm|e kfr|ekfr|eingetragener kaufmann; coop eg|genossenschaft|vvag; npo ev|ggmbh|gag|gemeinnutzige
dk llc aps|anpartsselskab|ivs|ivaerksaetterselskab|smba; jsc as|aktieselskab; lp i s|interessentskab|ks|kommanditselskab|p s|partnerselskab; coop amba|a m b a|andelsselskab|fmba; npo forening
do llc srl|eirl; jsc sa|sas
dz llc sarl|eurl|s a r l; jsc spa; lp snc; soe epic|e p i c|epe
ec llc cia ltda|compania limitada; jsc sa|c a|sas
ee llc ou|osauhing; jsc as|aktsiaselts; lp tu|uu|taisuhing|usaldusuhing; sole fie; npo mtu|mittetulundusuhing|sihtasutus; coop tuh
eg llc llc|sarl; jsc sae|s a e|joint stock co; lp limited partnership
es llc sl|slu|sll|slne|slp|sociedad limitada unipersonal|sociedad limitada laboral|sociedad limitada; jsc sa|sau|sal|sociedad anonima unipersonal|sociedad anonima laboral|sociedad anonima deportiva|sad|sicav; lp scom|s com|sc|s c|scp|cb|comunidad de bienes|sociedad civil; coop scoop|s coop|sociedad cooperativa|soc coop|sat; company aie|ute|union temporal de empresas
eu company eeig|geie|ewiv|eesv|aeie; coop sce|societas cooperativa europaea; jsc societas europaea
et llc plc|private limited company; jsc share company|s c
fi llc oy|osakeyhtio|oy ab|ab oy; jsc oyj|abp|julkinen osakeyhtio; lp ky|ay|kommandiittiyhtio|avoin yhtio; sole tmi|toiminimi; coop osk|osuuskunta|anl|andelslag; npo ry|r y|saatio
fr llc sarl|eurl|sas|sasu|selarl|societe par actions simplifiee|societe par actions simplifiee unipersonnelle|entreprise unipersonnelle a responsabilite limitee; jsc sa|sca|selafa|sem; lp snc|scs|sci|scp|scm|societe civile immobiliere|societe civile|societe en nom collectif|societe en commandite simple; coop scop|sccop|societe cooperative; company gie|groupement d interet economique; soe epic; npo association loi 1901
gb llc ltd|cyf|cyfyngedig|private limited company|cic|community interest company|unltd|unlimited; jsc plc|ccc|cwmni cyfyngedig cyhoeddus; lp llp|lp|slp|scottish limited partnership; coop bencom|cbs|industrial and provident society; npo cio|charitable incorporated organisation
ge llc shps|shezghuduli pasukhismgeblobis sazogadoeba; jsc ss|saaktsio sazogadoeba; npo aaip
gr llc epe|ike|mepe|monoprosopi ike|monoprosopi epe|etairia periorismenis efthynis|idiotiki kefalaiouchiki etairia; jsc ae|aee|abee|anonimi etairia|anonymi etairia|aebe; lp oe|ee|omorrythmi etairia|eterorrythmi etairia; npo amke
hk llc ltd|limited|unltd|company limited; company co
hr llc doo|jdoo|j d o o|jednostavno drustvo s ogranicenom odgovornoscu; jsc dd; lp jtd|j t d|kd; sole obrt; soe jp; coop zadruga
hu llc kft|korlatolt felelossegu tarsasag; jsc nyrt|zrt|rt|reszvenytarsasag|zartkoruen mukodo reszvenytarsasag|nyilvanosan mukodo reszvenytarsasag; lp bt|kkt|beteti tarsasag|kozkereseti tarsasag; npo kht|egyesulet; sole ev; coop szovetkezet
id llc pt|pt pma|pt pmdn|perseroan terbatas; jsc tbk|persero; lp cv|ud|firma|fa; soe perum|perusahaan umum; coop koperasi
ie llc ltd|dac|designated activity company|teo|teoranta|uc|ulc; jsc plc|cpt|cuideachta phoibli theoranta; npo clg|company limited by guarantee; lp ilp; company icav
il llc bm|baam|baravon mugbal; npo amuta
in llc pvt ltd|private limited|opc|opc pvt ltd|llp; jsc ltd|limited; npo section 8 company; coop cooperative society ltd
iq llc llc; jsc musahama
ir llc masuliyat mahdud|ba masuliyat mahdud|limited liability; jsc sahami khas|sahami am|sahami khass|private joint stock|public joint stock; coop taavoni
is llc ehf|einkahlutafelag; jsc hf|ohf|hlutafelag; lp sf|slf|slhf|sameignarfelag; coop svf; npo ses
it llc srl|srls|srl unipersonale|srl semplificata|societa a responsabilita limitata semplificata; jsc spa|sapa|societa per azioni; lp snc|sas|ss|societa in nome collettivo|societa in accomandita semplice|societa semplice; coop scarl|scrl|scpa|soc coop|societa cooperativa|soc cons|consorzio|scarl onlus; npo onlus|ets|aps|associazione; sole ditta individuale
jo llc llc|wll; jsc plc|psc; lp general partnership
jp llc gk|godo kaisha|goudou kaisha|yk|yugen kaisha; jsc kk|kabushiki kaisha|kabushiki gaisha|co ltd; lp goshi kaisha|gomei kaisha; npo shadan hojin|zaidan hojin|ippan shadan hojin|npo hojin; soe dokuritsu gyosei hojin
ke llc ltd; jsc plc; npo ngo
kg llc osoo|os oo|jchk|zhchk|zhoopkerchiligi chektelgen koom; jsc oao|zao|aak|jaak
kp company hoesa|chonghoesa
kr llc yuhan hoesa|yuhanhoesa|yuhan chaegim hoesa; jsc jusik hoesa|jusikhoesa|chusik hoesa|ju
kw llc wll; jsc kscc|kscp|ksc|k s c c|ksc closed
kz llc too|zhshs|tovarishchestvo s ogranichennoy otvetstvennostyu|zhauapkershiligi shekteuli seriktestik|zhauapkershiligi shekteuli seriktestigi; jsc ao|aq|aktsionerlik qogham|aktsionerlik qoghamy; soe rgp|gkp
lb llc sarl; jsc sal|s a l|sal offshore|sal holding
li llc gmbh|anstalt|establishment; jsc ag; company treuunternehmen|trust reg|trust register
lk llc pvt ltd|private limited; jsc plc
lt llc uab|mb|uzdaroji akcine bendrove|mazoji bendrija; jsc ab|akcine bendrove; lp tub|kub|tikroji ukine bendrija; sole iį|individuali imone; npo vsi|viesoji istaiga; coop kooperatine bendrove|zub; soe vi|valstybes imone
lu llc sarl|sarls|s a r l s; jsc sa|sca|sicav|sicaf|sicar; lp scs|scsp|senc|secs|secsp|sci; coop scoop|scop; company gie|spf|soparfi|fcp; npo asbl
lv llc sia|sabiedriba ar ierobezotu atbildibu; jsc as|akciju sabiedriba; lp ps|ks|pilnsabiedriba; sole ik|individualais komersants; npo biedriba|nodibinajums
ma llc sarl|sarl au|sarlau; jsc sa; lp snc; company gie
md llc srl|societate cu raspundere limitata; jsc sa; soe is|i s|intreprindere de stat; company ics|i c s; sole ii|intreprindere individuala
me llc doo; jsc ad
mk llc doo|dooel; jsc ad|akcionersko drustvo; lp jtd|kd; sole tp; soe jp
mm llc ltd|co ltd; jsc plc; soe see
mn llc khkhk|xxk|hhk|llc; jsc khk|xk|hk; npo tbb
mo llc lda|limitada|sociedade por quotas; jsc sa
mx llc s de rl|s de rl de cv|s de r l|srl de cv|s de rl mi; jsc sa de cv|sa|sab|sab de cv|sapi|sapi de cv|sas de cv|sofom enr|sa de cv sofom enr; lp sc|s c|sociedad civil|s en c; npo ac|a c|asociacion civil|i a p|iap; coop sc de rl|scl|spr de rl|sociedad cooperativa
my llc sdn bhd|sdn|sendirian berhad; jsc bhd|berhad; lp plt|llp; soe perbadanan
ng llc ltd|limited; jsc plc; npo ltd gte|limited by guarantee|incorporated trustees
nl llc bv|besloten vennootschap; jsc nv; lp vof|cv|maatschap|commanditaire vennootschap|vennootschap onder firma; coop cooperatie ua|coop ua|cooperatie|bv coop|owm; npo stichting|vereniging|vve; sole eenmanszaak
no llc as|aksjeselskap|nuf|norskregistrert utenlandsk foretak; jsc asa|allmennaksjeselskap; lp ans|da|ks|ansvarlig selskap|kommandittselskap; sole enk|enkeltpersonforetak; coop sa|samvirkeforetak|bbl|brl; soe sf|kf|iks|statsforetak
np llc pvt ltd; jsc ltd
nz llc ltd|limited; jsc plc; npo incorporated society
om llc llc|spc; jsc saog|saoc
pa jsc sa; llc s de rl; npo fip|fundacion de interes privado
pe llc srl|eirl|srltda; jsc sac|saa|sa|sociedad anonima cerrada|sociedad anonima abierta; npo asociacion
ph jsc inc|corp|opc|one person corporation; lp co ltd; coop mpc|multipurpose cooperative; npo foundation inc
pk llc pvt ltd|pvt limited|private limited|smc pvt|smc private|smc pvt ltd; jsc ltd|public limited; npo guarantee ltd
pl llc sp zoo|sp z oo|spolka z oo|spolka z ograniczona odpowiedzialnoscia|psa|prosta spolka akcyjna; jsc sa|spolka akcyjna; lp sj|spj|sp j|sp k|spk|sp p|ska|sc|spolka jawna|spolka komandytowa|spolka cywilna|spolka partnerska|spolka komandytowo akcyjna; coop spoldzielnia; npo stowarzyszenie; soe pp|przedsiebiorstwo panstwowe; sole phu|ppu|pphu|fhu
pt llc lda|unipessoal lda|unipessoal|sociedade por quotas|sociedade unipessoal por quotas; jsc sa|sgps|sociedade anonima; coop crl|cooperativa; lp snc; npo ipss
py llc srl|eirl; jsc sa|saeca|eas
qa llc wll|llc; jsc qpsc|qsc|q p s c
ro llc srl|srl d|societate cu raspundere limitata; jsc sa|societate pe actiuni; lp snc|scs|sca; sole pfa|pf|ii|intreprindere individuala; soe ra|regie autonoma; company gie
rs llc doo|drustvo sa ogranicenom odgovornoscu; jsc ad|akcionarsko drustvo; lp od|kd|ortacko drustvo; sole pr|preduzetnik|szr|str; soe jp|javno preduzece; coop zadruga
ru llc ooo|obshchestvo s ogranichennoy otvetstvennostyu|odo; jsc ao|pao|oao|zao|nao|neao; soe fgup|gup|mup|fgbu|fgku|fkp|gbu|mbu|fgbnu|fgaou|gosudarstvennaya korporatsiya|fgbuz|gku; sole ip|kfh|gkfh; npo ano|nko|anoo|tszh|snt|noo|roo|oo; coop spk|pk|proizvodstvennyy kooperativ; lp tv|kt|polnoe tovarishchestvo
sa llc llc|ltd|mas ula mahduda; jsc sjsc|sjs|cjsc; sole est|establishment|trading est; company co
se llc ab|aktiebolag|aktiebolaget; jsc ab publ|publ; lp hb|kb|handelsbolag|kommanditbolag; coop ek for|ekonomisk forening|bostadsrattsforening|brf; npo ideell forening; sole enskild firma
sg llc pte ltd|pte limited|private limited; jsc ltd; lp llp|lp
si llc doo|druzba z omejeno odgovornostjo; jsc dd|delniska druzba; lp dno|d n o|kd|kdd; sole sp|s p|samostojni podjetnik; npo drustvo; coop zadruga|z o o
sk llc sro|spol sro|spolocnost s rucenim obmedzenym|jsa; jsc as|akc spol|akciova spolocnost|jednoducha spolocnost na akcie; lp vos|v o s|ks; soe sp|statny podnik; coop druzstvo; npo no|neziskova organizacia
sn llc sarl|suarl; jsc sa|sas; company gie
sy llc llc|sarl; jsc jsc; company co
th llc co ltd|borisat chamkat; jsc pcl|plc|public company limited|mahachon; lp ltd part|limited partnership
tj llc jdmm|j d m m|jamiyati dorai masuliyati mahdud|ooo; jsc jsk|jsp|jsshp|jamiyati sahhomi; soe kvd|kdm
tm llc hj|hojalyk jemgyyeti; jsc acyk gornusli paydarlar jemgyyeti|apj; sole ht|hususy karhana
tn llc sarl|suarl; jsc sa; lp snc
tr llc ltd sti|limited sirketi|tic ltd sti|san ve tic ltd sti|ltd st; jsc as|anonim sirketi|a s; lp koll sti|kom sti|kollektif sirketi|komandit sirketi|adi ortakligi; coop kooperatifi|koop; sole sahis
tw llc youxian gongsi|ltd; jsc gufen youxian gongsi|co ltd
tz llc ltd; jsc plc
ua llc tov|tovarystvo z obmezhenoyu vidpovidalnistyu|tdv; jsc pat|prat|vat|zat|at|aktsionerne tovarystvo|publichne aktsionerne tovarystvo|pryvatne aktsionerne tovarystvo; soe dp|kp|derzhavne pidpryyemstvo|derzhavne pidpryiemstvo|komunalne pidpryyemstvo; company pp|pryvatne pidpryyemstvo|pryvatne pidpryiemstvo|mpp; sole fop|fizychna osoba pidpryyemets|spd; npo ho|hromadska orhanizatsiya|bo; coop kooperatyv
us llc llc|lc|pllc|ltd liability company|ltd liability co|ltd co; jsc inc|corp|incorporated|corporation|chartered|chtd; lp lp|llp|lllp|rllp|rlllp|registered limited liability partnership; coop coop|lca; npo nonprofit corporation
uy llc srl; jsc sa|sas
uz llc mchj|mas uliyati cheklangan jamiyat|masuliyati cheklangan jamiyat|ooo; jsc aj|aksiyadorlik jamiyati|oaj; sole yatt|xk|xususiy korxona; soe duk|davlat unitar korxonasi; company qk|qoshma korxona
ve llc srl; jsc ca|c a|compania anonima|sa; coop cooperativa rl
vn llc tnhh|cong ty tnhh|cong ty trach nhiem huu han|tnhh mtv|tnhh mot thanh vien|tnhh 1 thanh vien|co ltd; jsc ctcp|cong ty co phan|cp|jsc; sole dntn|doanh nghiep tu nhan; company cong ty
xk llc shpk|llc; jsc sha
ye llc llc|ltd; company co
za llc pty ltd|proprietary limited|pty; jsc ltd|plc; company cc|close corporation|rf; npo npc; soe soc|soc ltd
zw llc pvt ltd|private limited; jsc ltd|plc
`
  .trim()
  .split('\n')

/** Legal forms in scripts that the table of romanised ones does not reach, as written, without dots. */
export const SCRIPT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    llc: 'ذمم սպը შპს בעמ บจก จำกัด ບໍລິສັດຈຳກັດ ХХК ххк ҶДММ ҷдмм ЖШС жшс ЖЧК жчк ОсОО осоо ΕΠΕ επε ΙΚΕ ικε ΜΕΠΕ μεπε محدود محدوده محدودة المحدودة 無限公司 无限公司',
    jsc: 'شمع شمل شمم شمخ شمك مساهمة المساهمة բբը փբը სს มหาชน บมจ ΑΕ αε ΑΕΕ αεε ΑΒΕΕ αβεε АҚ ақ ҶСК ҷск',
    company: 'شركة شرکت مؤسسة موسسه บริษัท บริษัทจำกัด ห้างหุ้นส่วน ບໍລິສັດ חברת חברה ក្រុមហ៊ុន ကုမ္ပဏီ კომპანია ընկերություն',
    lp: 'ΟΕ οε ΕΕ εε ห้างหุ้นส่วนจำกัด სპს კს',
    npo: 'עמותה มูลนิธิ ააიპ',
  }).flatMap(([group, list]) => list.split(' ').map(word => [word, group] as const)),
)
