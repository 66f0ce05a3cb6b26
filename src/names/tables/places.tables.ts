/**
 * Places in names of organisations: each line is one place, its names, adjectives and usual spellings in several
 * languages, a code before the colon. Cities stand on lines of their own: a city is not its country.
 */
export const PLACES: readonly string[] = `
af: afghanistan afghan afganistan afghani afghanische أفغانستان افغانستان افغاني
al: albania albanian shqiperi albanien
dz: algeria algerian algerie djazair cezayir aljazair الجزائر جزائر جزائري
ao: angola angolan
ar: argentina argentine argentinien
am: armenia armenian armeniya hayastan ermenistan
au: australia australian australien
at: austria austrian osterreich oesterreich avstriya autriche
az: azerbaijan azerbaijani azerbaydzhan azerbaycan aserbaidschan
bh: bahrain bahraini bahrein بحرين البحرين
bd: bangladesh bangladeshi
by: belarus belarusian byelorussia belorussia belorusskiy belarus weissrussland belorus
be: belgium belgian belgique belgie belgien
bo: bolivia bolivian boliviano
ba: bosnia bosnian herzegovina bosna
br: brazil brazilian brasil bresil brasilien brasileira
bg: bulgaria bulgarian bolgariya bulgarien
kh: cambodia cambodian kampuchea
cm: cameroon cameroun
ca: canada canadian kanada
cf: centrafrique centralafrican
td: chad tchad chadian
cl: chile chilean chilena
cn: china chinese zhongguo chine kitay cin sino prc
co: colombia colombian colombiana kolumbien
cd: congo congolese drc
hr: croatia croatian hrvatska kroatien
cu: cuba cuban cubana kuba
cy: cyprus cypriot kipr kibris zypern chypre
cz: czech czechia cesko ceska tschechien
dk: denmark danish danmark danemark daenemark
eg: egypt egyptian misr masr egypte aegypten misir مصر مصري
er: eritrea eritrean
ee: estonia estonian eesti estland
et: ethiopia ethiopian aethiopien ethiopie
fi: finland finnish suomi finnland
fr: france french francais francaise frankreich frantsiya fransa francia
ge: georgia georgian gruziya gurcistan sakartvelo
de: germany german deutschland deutsche deutscher deutsch allemagne germaniya almanya alemania
gh: ghana ghanaian
gr: greece greek hellas hellenic grece gretsiya yunanistan griechenland
hk: hongkong xianggang
hu: hungary hungarian magyar vengriya ungarn hongrie
is: iceland icelandic
in: india indian indien inde bharat hindustan
id: indonesia indonesian indonesien
ir: iran iranian persia persian iranien irani إيران ايران ایران ايراني
iq: iraq iraqi irak iraqiya عراق عراقي
ie: ireland irish eire irland
il: israel israeli izrail
it: italy italian italia italiana italiano italien
ci: ivoire ivorian
jp: japan japanese nippon nihon japon yaponiya
jo: jordan jordanian urdun أردن اردن أردني
kz: kazakhstan kazakh qazaqstan kasachstan
ke: kenya kenyan
kp: dprk
kr: korea korean hanguk choson coree koreya
kw: kuwait kuwaiti كويت كويتي
kg: kyrgyzstan kyrgyz kirgizia
la: laos lao laotian
lv: latvia latvian latvija lettland
lb: lebanon lebanese liban lubnan livan libanon لبنان لبناني
lr: liberia liberian
ly: libya libyan libye libiya ليبيا ليبي
lt: lithuania lithuanian lietuva litauen
lu: luxembourg luxemburg
mo: macau macao
mk: macedonia macedonian makedonija
mg: madagascar
my: malaysia malaysian malaisie
ml: mali malian
mt: malta maltese
mr: mauritania mauritanie
mx: mexico mexican mexicana mexicano mexiko meksika
md: moldova moldovan moldavia
mn: mongolia mongolian
me: montenegro crna
ma: morocco moroccan maroc marocain marokko maghreb fas مغرب مغربي
mz: mozambique
mm: myanmar burma burmese
np: nepal nepali nepalese
nl: netherlands dutch nederland holland niederlande nederlandse
nz: zealand aotearoa
ni: nicaragua nicaraguan
ng: nigeria nigerian
ne: niger
no: norway norwegian norge norvege norwegen
om: oman omani
pk: pakistan pakistani باكستان پاکستان
ps: palestine palestinian filistin falastin فلسطين فلسطيني
pa: panama
py: paraguay
pe: peru peruvian
ph: philippines philippine filipino pilipinas
pl: poland polish polska polsha polen pologne
pt: portugal portuguese
qa: qatar qatari katar قطر
ro: romania romanian romana rumaenien roumanie
ru: russia russian russie russland rossiya rossiyskiy rossiyskaya rossiyskoy rusya rusiya rossii russkiy ros روسيا روسیه
rw: rwanda rwandan
sa: saudi saudia arabia سعودية سعودي
sn: senegal
rs: serbia serbian srbija serbien
sg: singapore singapur singapour xinjiapo
sk: slovakia slovak slovensko slowakei
si: slovenia slovenian slovenija
so: somalia somali somalian صومال
za: southafrica
es: spain spanish espana espanola espagne spanien ispaniya
lk: ceylon lanka
sd: sudan sudanese soudan سودان
se: sweden swedish sverige schweden suede shvetsiya
ch: switzerland swiss schweiz suisse svizzera shveytsariya isvicre
sy: syria syrian syrie suriye siriya suriya syrien souriya سوريا سورية سوري
tw: taiwan taiwanese
tj: tajikistan tajik
tz: tanzania
th: thailand thai
tn: tunisia tunisian tunisie tunisien تونس تونسي
tr: turkey turkish turkiye turquie tuerkei turtsiya turk تركيا ترکیه
tm: turkmenistan turkmen
ug: uganda
ua: ukraine ukrainian ukraina ukrayina ukrainy ukrainska
ae: emirates uae emirati emarat إمارات امارات
gb: uk britain british england english kingdom scotland scottish wales welsh gb
us: usa america american states us أمريكا
uy: uruguay
uz: uzbekistan uzbek ozbekiston
ve: venezuela venezuelan venezolana
vn: vietnam vietnamese viet
ye: yemen yemeni yaman يمن یمن يمني
zm: zambia
zw: zimbabwe
asia: asia asian asya asie azia
africa: africa african afrika afrique
europe: europe european evropa avrupa europa euro
eurasia: eurasia eurasian evraziya
pacific: pacific
atlantic: atlantic
arab: arab arabian arabic عربي عربية
gulf: gulf khalij persiangulf خليج
caucasus: caucasus kavkaz
crimea: crimea crimean krym krim qirim
siberia: siberia siberian sibir
ural: ural urals uralskiy
volga: volga
caspian: caspian kaspiy
blacksea: blacksea
baltic: baltic baltiyskiy
kurdistan: kurdistan kurdish kurd
turkistan: turkistan turkestan
maghrib: maghrib مغرب
levant: levant sham شام
peninsula: peninsula جزيرة
sinai: sinai
gaza: gaza ghazza
khorasan: khorasan khurasan khorassan
sahel: sahel sahara
nederland: benelux
abudhabi: abudhabi
dubai: dubai dubay dubayy
sharjah: sharjah
doha: doha
riyadh: riyadh
jeddah: jeddah jiddah
mecca: mecca makkah
baghdad: baghdad bagdad بغداد
basra: basra basrah
mosul: mosul
erbil: erbil arbil irbil
damascus: damascus dimashq damas damaskus دمشق
aleppo: aleppo halab
homs: homs hims
beirut: beirut beyrouth bayrut
amman: amman
cairo: cairo qahira kahire
alexandria: alexandria
tripoli: tripoli
benghazi: benghazi
tunis: tunis
algiers: algiers alger
casablanca: casablanca
tehran: tehran teheran تهران طهران
isfahan: isfahan esfahan
tabriz: tabriz
shiraz: shiraz
mashhad: mashhad
kerman: kerman
kabul: kabul kaboul کابل كابول
kandahar: kandahar qandahar
herat: herat
karachi: karachi
lahore: lahore
peshawar: peshawar
islamabad: islamabad
quetta: quetta
delhi: delhi
mumbai: mumbai bombay
kolkata: kolkata calcutta
istanbul: istanbul stambul
ankara: ankara
izmir: izmir
moscow: moscow moskva moskovskiy moskovskaya moskau moscou moskow
petersburg: petersburg peterburg leningrad leningradskiy spb
kazan: kazan
samara: samara
novosibirsk: novosibirsk
ekaterinburg: ekaterinburg yekaterinburg sverdlovskaya sverdlovsk
chelyabinsk: chelyabinsk
perm: perm permskiy
omsk: omsk
tula: tula tulskiy
rostov: rostov
vladivostok: vladivostok
sevastopol: sevastopol
simferopol: simferopol
kyiv: kyiv kiev kiyev
donetsk: donetsk donetskaya
luhansk: luhansk lugansk
kharkiv: kharkiv kharkov
odessa: odessa odesa
minsk: minsk minskiy
gomel: gomel
tbilisi: tbilisi
yerevan: yerevan erevan
baku: baku
astana: astana
almaty: almaty
tashkent: tashkent toshkent
berlin: berlin
munich: munich muenchen munchen
hamburg: hamburg
frankfurt: frankfurt
vienna: vienna wien
zurich: zurich zuerich
geneva: geneva geneve genf
paris: paris
london: london londres
dublin: dublin
madrid: madrid
barcelona: barcelona
rome: rome roma
milan: milan milano
athens: athens athina
warsaw: warsaw warszawa
prague: prague praha
budapest: budapest
bucharest: bucharest bucuresti
sofia: sofia
belgrade: belgrade beograd
zagreb: zagreb
stockholm: stockholm
oslo: oslo
copenhagen: copenhagen kobenhavn
helsinki: helsinki
amsterdam: amsterdam
rotterdam: rotterdam
brussels: brussels bruxelles brussel
lisbon: lisbon lisboa
newyork: newyork york
boston: boston
chicago: chicago
atlanta: atlanta
houston: houston
dallas: dallas
miami: miami
florida: florida
texas: texas
california: california
virginia: virginia
washington: washington
toronto: toronto
vancouver: vancouver
havana: havana habana
caracas: caracas
bogota: bogota
lima: lima
santiago: santiago
buenosaires: buenosaires
shanghai: shanghai
beijing: beijing peking pekin
shenzhen: shenzhen
guangzhou: guangzhou canton
guangdong: guangdong
tianjin: tianjin
dalian: dalian
dandong: dandong
shandong: shandong
zhejiang: zhejiang
jiangsu: jiangsu
wuhan: wuhan
chengdu: chengdu
xinjiang: xinjiang
taipei: taipei
tokyo: tokyo
osaka: osaka
seoul: seoul
pyongyang: pyongyang
jakarta: jakarta
kualalumpur: kualalumpur
manila: manila
bangkok: bangkok
hanoi: hanoi
sydney: sydney
melbourne: melbourne
lagos: lagos
nairobi: nairobi
mogadishu: mogadishu
khartoum: khartoum
sanaa: sanaa
aden: aden
hodeidah: hodeidah
kish: kish
qeshm: qeshm
`
  .trim()
  .split('\n')
