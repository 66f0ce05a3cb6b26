const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Titles, honorifics, offices and degrees of persons that carry no identity wherever they stand. */
export const TITLES: ReadonlySet<string> = new Set(
  words(`
  mr mrs ms miss mister mme mlle monsieur madame mademoiselle herr frau fraulein senor senora senorita sra signor signora sig
  dr doctor doktor docteur doutor dott dottssa dra drs prof professor professeur dipl magister univ med phd msc bsc mba llm llb dds dphil esq cpa mbbs frcs
  rev reverend archbishop rabbi imam ayatollah ayatullah ayatolla hojatoleslam hojjatoleslam hojjat hodjatoleslam
  sheikh shaikh shaykh sheik cheikh shiekh scheich sheykh shayk cheik sheihk shekh
  mullah mulla mullo molla moulavi maulavi mawlawi maulvi molvi moulvi mawlavi maulana mawlana moulana mufti mawlavi molavi akhoond alhaj alhaji alhajj hajji hadji hajj haj haji hajii
  ustad ustadh ustaz ostad muallim moallem mualem
  general colonel lieutenant captain capt commander cmdr commandant comandante admiral adm brigadier sergeant sgt marshal lieut lt col maj brig gen
  engineer eng ing mohandes muhandis
  president minister ambassador senator chairman hon honorable honourable excellency hrh deputy mayor premier
  tovarishch gospodin gospozha gospodja hanim efendi effendi pasha khanum shri smt shrimati thiru dato datuk datin tengku tunku
  comrade camarade companero haz sir dame`),
)

/** Titles that are also parts of names: they stay, weigh little and contradict nothing. */
export const SOFT_TITLES: ReadonlySet<string> = new Set(
  words(
    'emir sheikha prince princess king queen sultan lord lady baron baroness count countess duke father brother sister pope bishop cardinal judge justice governor director major sri don dona dom aga sidi sahib saheb sayed sayyid seyyed syed sayyed seyed saiyid sied seyyid khawaja khwaja',
  ),
)

/** Ranks that have become family names: they weigh less than a name of their own, and contradict like one. */
export const RANKS: ReadonlySet<string> = new Set(
  words('hafiz hafez qari mir khan shah agha bey bay beg raja akhund akhunzada akhundzada amir'),
)

/** Degrees and suffixes that count only after two other words. */
export const TRAILING_TITLES: ReadonlySet<string> = new Set(
  words('ma ba bs ms md jd rn pe cfa mp mep mla hanim efendi saab esq mbe obe cbe kbe qc kc sc dd ra'),
)

/** Generation suffixes by what they say: opposite ones are two persons, a missing one says nothing. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jr: 'jr junior jnr jun filho fils hijo ml mladshiy',
    sr: 'sr senior snr sen pere padre st starshiy',
    '2': 'ii 2nd',
    '3': 'iii 3rd',
    '4': 'iv 4th',
  }).flatMap(([value, list]) => words(list).map(word => [word, value] as const)),
)

/** Particles of personal names by group: they bind names together and identify nobody. */
export const PARTICLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    al: 'al el ul ar as ash asch ach ech esch ad at an az adh ath il aal ol',
    bin: 'bin ben ibn bn ibni ebn ebne bint binti bnt binte bent walad ould uld wuld weld veledi',
    abu: 'abu abou aboo abi abo aba ebu abul abdoulabou',
    um: 'um umm oum ummu',
    van: 'van von vom vander vanden ver ten ter',
    zu: 'zu zum zur af av',
    de: 'de del della dela di da dos das do du des la le lo les dello dei degli der den dem delos delas d dal dalla y e i san',
    oglu: 'oglu ogly oghlu uulu uly kyzy kizi qizi kyz',
    na: 'na nee geb born formerly alias',
  }).flatMap(([group, list]) => words(list).map(word => [word, group] as const)),
)

/** First halves of Arabic compound names: part of the name, but frequent beyond measure. */
export const COMPOUND_HEADS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abd: 'abd abdul abdel abdal abdol abdoul abdur abdus abdu abdil abdi abduel cabdi',
    din: 'din deen dine eddin eddine uddin aldin addin eldin eldine ldin ud aldeen eldeen edin',
    allah: 'allah ullah ulla ollah',
  }).flatMap(([group, list]) => words(list).map(word => [word, group] as const)),
)

/**
 * Given names by group: spellings of one name in the languages that write it, Arabic and Cyrillic script included.
 * A group is one name, never a translation (Johann is not John). The first spelling names the group.
 *
 * @source transliteration customs of ICAO 9303, BGN/PCGN, French, German, Turkish, Malay and Somali spelling
 */
export const GIVEN_NAMES: readonly (readonly string[])[] = `
muhammad mohammad mohamed mohammed mohamad muhammed muhamad muhamed mohamod mohd mohammod muhammet muhamet mehmed memet mihemed mehemmed mokhammad magomed magomet mahamed mahamad mouhamed mouhammad mohameden md mhd mohmd muhd mamadou mahamadou mamadu maxamed محمد محمّد мухаммад мухаммед магомед мохаммед мохамед
ahmad ahmed ahmet achmad akhmad akhmed akhmat ehmed ehmet exmet ahmadou ahamed axmed ahmadu أحمد احمد ахмад ахмед ахмет
mahmud mahmoud mahmood mehmood makhmud maxamuud mahmut محمود махмуд
hamid hamed hameed khamid حامد حميد хамид
ali aly aliy caliy alli علي علی على али
hasan hassan hassen hasen hesen hesan khasan xasan hacen hacene حسن хасан
husayn hussein husen hisen husain hussain hossein houssein hussien husein hosein hoseyn hussayn huseyin khuseyn hocine xuseen houcine حسين حسین хусейн хусеин
umar omar omer umer oumar cumar omr amor omor عمر умар омар
uthman othman osman usman ousmane cusmaan cismaan uthmaan outhman othmane usmon عثمان осман усман
abubakr aboubakar abubakar aboubakr boubacar abubaker bubakar أبوبكر ابوبكر ابوبکر абубакар абубакр
ibrahim ebrahim ibraheem ibrohim brahim ibragim ibrahima ibrahem إبراهيم ابراهيم ابراهیم ибрагим ибрахим
ismail ismael esmail ismaeel esmaeil ismoil ismaila ismaiil إسماعيل اسماعيل اسماعیل исмаил
isa issa eisa essa ciise iisa عيسى عيسي عیسی иса
musa moussa mousa moosa muse muusa موسى موسي موسی муса
yusuf youssef yousef yousuf yusof yousif youssouf yusif yoosuf joussef yusup yusef yusaf iusuf يوسف یوسف юсуф юсуп
yaqub yakub yakoob yaqoob yaqoub yacoub yakoub jacub يعقوب یعقوب якуб
dawud daoud dawood dawod daud davud davood dawoud dauud داود داوود дауд давуд
sulayman suleiman sulaiman suleyman soleiman soleyman soulaimane solaiman suleman souleymane suleymane sulejman saleban سليمان سلیمان сулейман сулайман
haroon harun haroun هارون харун
idris idriss edris driss إدريس ادريس ادریس идрис
ishaq ishak isaq eshaq isxaaq isaak إسحاق اسحاق исхак
yahya yahia yehia yahyo yehya yaxya jahja يحيى يحيي یحیی яхья
zakariya zakaria zakariyya zekeriya zakariah zakaryia زكريا زکریا закария
ayyub ayub ayoub ayoob ayyoub eyyub أيوب ايوب ایوب аюб айюб
abdullah abdallah abdulla abdalla abdullahi abdellah abdollah abdoulaye cabdullaahi cabdulaahi abdulah abdilahi abdullo عبدالله عبداللہ абдулла абдуллах абдаллах
khalid khaled khalled chalid halid halit xalid kaled jalid خالد халид халед
walid waleed oualid welid وليد ولید валид
said saeed saeid sayeed saiid saed سعيد سعید саид
saad sad saado سعد саад
salih saleh salah salihu salleh swaleh صالح салих салех
salahaldin saladin salahuddin salahaddin selahattin صلاح‌الدین
salah salaah صلاح салах
salim saleem selim salem سالم سليم سلیم салим
salam salaam سلام салам
sami samy سامي сами
samir sameer semir سمير سمیر самир
jamal gamal djamel jamel djamal camal cemal jamaal dschamal giamal yamal جمال джамал
jamil gamil jameel djamil cemil dschamil yamil جميل جمیل джамиль
jalal galal djalal celal jelal جلال джалал
jafar jaafar gaafar djaafar cafer jaffar jafer jaefar dschafar djafar yafar giafar جعفر джафар
kamal kamel kemal kamaal كمال کمال камал кемаль
kamil kaamil كامل کامل камиль
yasir yasser yaser yassir yassar ياسر ясир ясер
karim kareem kerim abdulkarim كريم کریم карим
rahim raheem rehim رحيم رحیم рахим
rahman rehman rahmaan rahmane rahmen rakhman rahmon رحمن الرحمن رحمان рахман
latif lateef لطيف لطیف латиф
majid majeed magid madjid majed macid ماجد مجيد مجید маджид
malik malek maalik مالك مالک малик
mansur mansour mansoor mansor منصور мансур
marwan merouane marouane مروان марван
mustafa mostafa mustapha moustafa mostapha moustapha musthafa mustofa мустафа مصطفى مصطفی مصطفي
murtada murtaza morteza mortaza mourtada مرتضى مرتضی муртаза
mujtaba mojtaba mujtabah مجتبى مجتبی моджтаба
nabil nabeel nebil نبيل نبیل набиль
nadir nader nadeer نادر надир
nasir nasser naser nasr nassir naseer nacer naceur ناصر نصير насир насер насер
nasrallah nasrullah nasralla nasrollah نصرالله نصر насралла
nidal nedal نضال
nizar nazar نزار
numan noman nouman نعمان нуман
nur noor nour nuur noori نور нур
nuri nouri noori nury نوري نوری нури
qasim qassim qasem qassem kasim kassim kassem ghassem ghasem gasem gasim kacem qaasim kasem قاسم касим касем
qadir qader kader kadir qadeer gader kadar ghedir gheder قادر قدير кадыр кадир
rafiq rafik rafeeq rafique رفيق رفیق рафик
ramadan ramazan ramdane ramadhan ramzan romdhane رمضان рамазан рамзан
rashid rasheed rachid raschid rashed rasyid reshid resit راشد رشيد رشید рашид
riyad riad riadh ryad ryadh رياض рияд
rida reza ridha redha riza rza ridho رضا реза риза
sadiq sadegh sadeq sadik sadeegh siddiq saddiq siddik siddique sediq seddiq seddik صادق صديق садик садек
saddam sadam صدام саддам
saif sayf seif saef sayef seyf saifu سيف سیف саиф сейф
samih sameh سامح
shakir chaker shaker chakir شاكر шакир
sharif sherif cherif shareef sharef charif scharif serif syarif sciarif sjarif xarif شريف شریف шариф
shamil shamel şamil شامل шамиль
shukri chokri shokri choukri شكري شکری шукри
sufyan soufiane sofiane sufian sofian soufian سفيان سفیان суфьян
taha tahah طه таха
tahir taher tahar tahirov طاهر тахир
talib taleb طالب талиб
tariq tarik tarek tareq tareek طارق тарик
tawfiq toufik taoufik tewfik taufik tawfeeq tewfiq tofik توفيق توفیق тауфик
turki turky torki تركي تركى
ubayd obaid ubaid obeid obaidullah عبيد عبید убайд
usama osama oussama ousama usamah osamah ussama أسامة اسامة أسامه اسامه усама осама
adil adel aadil عادل адиль
adnan adnane عدنان аднан
aiman ayman aymen aymane eimen أيمن ايمن айман
akram ekrem akrem أكرم اكرم акрам
amin ameen amine emin أمين امين امین амин
amir aamir amer ameer عامر أمير امير امیر амир
anas anass أنس انس анас
anis anees anice أنيس انيس
anwar enver anouar anouer anvar enwar أنور انور анвар
arif aref areef عارف ариф
asad asaad assad essed أسد اسد الأسد асад
asadullah asadollah assadullah أسدالله
ashraf achraf eshraf أشرف اشرف ашраф
atif atef عاطف
ayad iyad eyad iyaad إياد اياد
aziz azeez azziz عزيز عزیز азиз
azzam azam عزام аззам
badr bader بدر бадр
badruddin badreddine badraddin badraldin بدرالدين
bahaa baha بهاء
bakr bakar bekir bekr baker بكر
bassam bassem basem bessam bassim باسم بسام басам
bashar bachar baschar bashshar بشار башар
bashir bachir basheer beshir baschir bechir بشير بشیر башир
bilal belal bilaal بلال билал
fadil fazil fadel fazel fadhil fadhel fadl fazal fazl فاضل فضل фазиль
fahd fahad فهد фахд
fahim faheem فهيم فهیم
faisal faysal faycal feisal faisel feysal faizal fayçal فيصل فیصل фейсал фейсаль
faraj farag faradj farej faradz فرج
farid fareed ferid فريد فرید фарид
faruq farouk farooq faruk farouq farooque فاروق фарук
fathi fethi fathy fatih فتحي فتحى фатхи
fuad fouad fuaad foad فؤاد فواد фуад
fayiz fayez faiz faez faiez فايز فائز
ghalib ghaleb galib غالب
ghassan gassan rassan غسان гассан
ghazi gazi ghazy غازي غازی гази
habib habeeb حبيب حبیب хабиб
hadi hady هادي هادی хади
hafs hafez hafiz hafeez حافظ хафиз
haidar haydar haider hayder hyder heydar حيدر حیدر хайдар гейдар
haitham hitham haytham haythem هيثم
hamad hamed حمد
hamza hamzah hamzeh xamza hamze حمزة حمزه хамза
hani hany haani هاني хани
harith hareth haris حارث حارس
hashim hashem hachem haschem هاشم хашим
haqqani hakkani haqani حقاني حقانی хаккани
hilal helal هلال
hisham hicham hesham hischam هشام хишам
husni hosni housni hosny حسني حسنى хосни
ihab ehab إيهاب ايهاب
ihsan ehsan إحسان احسان ихсан эхсан
imad emad imed emaad عماد имад
imran omran عمران имран
iqbal ikbal eqbal إقبال اقبال
irfan erfan عرفان ирфан
jabir jaber gaber djaber djabir jabbar جابر جبار джабир
jalil djalil galil celil جليل جلیل
jihad djihad gihad cihad جهاد джихад
juma jumaa jouma gomaa jumah جمعة جمعه
lutfi loutfi lotfi lutfy لطفي
mahdi mehdi mahdy mahedi مهدي مهدی махди мехди
mahir maher mahar ماهر махир
mashal mishal meshaal mishaal mechaal meshal mashaal مشعل машаль
maruf maarouf marouf ma'ruf معروف
masud masoud massoud massood masood mesut messaoud masaud مسعود масуд
mazin mazen مازن
mubarak moubarak mobarak embarek مبارك مبارک мубарак
muhsin mohsen mohsin mouhsen muhsen محسن мохсен мухсин
muhyiddin mohieddin muhieddin mohiuddin محي محيي
mukhtar mokhtar mukhtaar muxtar mouktar moktar مختار мухтар
munir monir mounir muneer mouner mounir منير منیر мунир
munther munzir munder mundhir monzer mondher منذر
mutasim mutassim moatassem muatassim motassem معتصم
muammar moammar mouammar muamar moamar muhammar معمر муаммар
qadhafi gaddafi kadhafi ghathafi gadhafi kaddafi qaddafi qadafi khadafy gathafi kadafi gheddafi القذافي قذافي каддафи
zawahiri sawahiri zawahri dhawahiri الظواهري ظواهري завахири
ladin laden ладен لادن
baghdadi bagdadi البغدادي بغدادي багдади
khamenei khameneyi khamenai chamenei khamanei khameneie jamenei xameneyi خامنه‌ای خامنئي خامنه хаменеи
zahir zaher zahar ظاهر زاهر захир
zayd zaid zeid zayed زيد زید заид
ziyad ziad ziyaad زياد زیاد
zubayr zubair zoubeir zubeir zoubair الزبير زبير зубаир
zulfiqar zulfikar zolfaghar ذوالفقار
aisha aicha aysha ayesha aishah عائشة عايشة айша
fatima fatma fatimah fatemeh fatimata fadumo فاطمة فاطمه фатима
khadija khadijah hadija khadidja xadiija khadiija chadidscha jadiya hatice خديجة хадижа
maryam mariam meryem miryam maryiam maryan مريم مریم марьям
zaynab zeinab zainab zeyneb zineb زينب زینب зейнаб
zahra zohra zahraa زهراء زهرا
layla leila leyla laila ليلى لیلا лейла
taliban taleban طالبان талибан
allah ullah ulla
gul goul گل гуль
khan xan خان хан
shah chah şah شاه шах
sher shir شير شیر
wali vali waly veli ولي ولی вали
ghani gani غني غنی гани
ghafur ghafoor ghafour gafur ghafar ghaffar غفور غفار гафур
hakim hakeem hakem حكيم حکیم хаким
hanif hanifa haneef حنيف حنیف
hidayat hedayat هدايت
jan jaan djan جان
nazir nazeer nadhir نذير نظیر назир
qudrat kudrat قدرت
razaq razzaq razzak rezaq رزاق
samad samed صمد самад
sattar satar ستار
wahid waheed ouahid vahid واحد وحيد وحید вахид
wahhab wahab ouahab vahab وهاب ваххаб
zabihullah zabiullah zabihollah ذبیح‌الله
zia ziya diya zya ضياء ضیا
haji hadji xaji хаджи حاجي
farhad ferhat فرهاد фархад
behrouz behruz behrooz بهروز бехруз
bahram behram بهرام бахрам
bijan bizhan بیژن
dariush daryush darioush داریوش
jahangir cihangir jehangir جهانگیر
javad jawad djawad cevad gawad جواد джавад
kazem kadhim kazim kadhem kadim kadem kazem كاظم کاظم казим
kianoush kiyanush کیانوش
mohajer muhajir مهاجر
naqib naghib نقیب
parviz parvez perviz parwiz پرویز первиз
pezeshkian pezeshkiyan پزشکیان
qalibaf ghalibaf قالیباف
rouhani ruhani rohani روحانی рухани роухани
rasul rasoul rasool resul rassoul رسول расул
soleimani suleimani sulaimani soleymani suleymani سليماني سلیمانی сулеймани солеймани
sinwar sinouar senwar السنوار سنوار синвар
hatami khatami خاتمی хатами
tehrani tahrani تهرانی
asfahani isfahani esfahani اصفهانی
nasiri naseri nasseri ناصری ناصري
vladimir wladimir uladzimir wolodymyr volodymyr wladimir владимир володимир уладзімір
aleksandr alexander alexandr aleksander oleksandr aliaksandr alyaksandr aleksandar iskandar alexandre александр олександр аляксандр александар
aleksey alexey alexei aleksei oleksiy oleksii alexej aliaksei alyaksei алексей олексій аляксей
sergey sergei serhiy serhii sergej siarhei syarhey serguei sergi sergueï sergii сергей сергій сяргей
andrey andrei andriy andrii andrej andrzej andrei андрей андрій андрэй
dmitry dmitri dmitriy dmitrii dmytro dmitrij dimitri dzmitry dimitry dmitrij дмитрий дмитро дзмітрый
nikolay nikolai mykola nikolaj mikalai nicolai nikolaos николай микола мікалай
mikhail mykhailo mikhayil mihail michail mykhaylo mikhailo mihailo михаил михайло міхаіл
yevgeny evgeny yevgeni evgeni evgeniy yevgeniy evgenii yevhen jewgeni jewgenij evgueni yauhen jevgenij evgenij ievgen eugeniy евгений євген яўген
yuri yury iurii yuriy yurii jurij juri iouri iury юрий юрій
igor ihor ігор игорь ігар
oleg oleh олег алег
pavel pavlo pawel pavol павел павло
pyotr petr petro piotr petar пётр петр петро
viktor victor wiktor viktar виктор віктор
vyacheslav viacheslav vjaceslav wjatscheslaw vyacheslau viatcheslav вячеслав в'ячеслав
vasily vasili vasiliy vasilii vasyl vassili wassili wasyl василий василь
grigory grigoriy grigori hryhoriy hryhorii grigorij григорий григорій
georgy georgi giorgi gjorgji gjorgi გიორგი ѓорѓи georgiy georgii heorhiy georgij георгий георгій
gennady gennadi gennadiy gennadii hennadiy gennadij генадий геннадий геннадій
anatoly anatoli anatoliy anatolii anatolij анатолий анатолій
arkady arkadi arkadiy arkadii arkadij аркадий аркадій
valery valeri valeriy valerii valerij валерий валерій
vitaly vitali vitaliy vitalii vitalij виталий віталій
leonid leanid леонид леонід
konstantin kostiantyn kanstantsin costantin константин костянтин
maxim maksim maksym maksim максим
fyodor fedor fiodor fjodor theodor фёдор федор федір
ilya ilia illia ilja illya илья ілля
kirill kyrylo kiril cyril кирилл кирило
artyom artem artiom artjom артём артем
denis denys dzianis денис
roman raman роман
ruslan rouslan руслан
rustam roustam rustem рустам
ramzan ramsan рамзан
stanislav stanislaw stanislau stanislas станислав станіслав
svyatoslav sviatoslav swjatoslaw святослав
yaroslav iaroslav jaroslav jaroslaw ярослав
semyon semen simon семён семен
stepan stsiapan степан
taras тарас
timofey timofei timofiy тимофей
timur temur taimur tymur тимур
zelensky zelenskyy zelenskiy zelenskyi selenskyj zelenski selenski зеленский зеленський
putin poutine poetin путин путін
lavrov lawrow lavroff лавров
medvedev medwedew medvedyev medvedieff медведев
shoigu schoigu choigou shoygu шойгу
lukashenko lukashenka loukachenko lukaschenko lukaszenko lukasjenko лукашенко лукашенка
prigozhin prigoschin prigojine prigozjin пригожин
kadyrov kadyrow kadirov kadyrow кадыров
natalya natalia nataliya natalja nataliia наталья наталія
olga olha ольга вольга
tatyana tatiana tetiana tatjana татьяна тетяна
yelena elena olena jelena alena елена олена алена
yekaterina ekaterina kateryna jekaterina katerina екатерина катерина
irina iryna ирина ірина
anna hanna ганна анна
mariya maria maryia мария марія марыя
svetlana svitlana sviatlana swetlana светлана світлана
yulia iuliia yuliya julia juliya юлия юлія
lyudmila liudmila ludmila ljudmila liudmyla людмила
lyubov liubov любовь
oksana aksana оксана
xenia kseniya ksenia ксения ксенія
nadezhda nadiya nadejda надежда надія
galina halyna halina галина
vera vira вера віра
larisa larysa лариса
askhat aschat ashat асхат
nursultan nursoltan нурсултан
bolat bulat булат болат
islam islom ислам إسلام اسلام
shavkat shawkat chawkat شوكت шавкат
gurbanguly qurbanguly гурбангулы
kassym qasym касым
erdogan erdoghan эрдоган
yilmaz jilmaz
oz ouz
sisi sissi السيسي
hariri hareri الحريري
houthi huthi hothi al-houthi الحوثي حوثي хуси
tikriti takriti tikreeti التكريتي تكريتي
masri misri massri elmasri المصري مصري
tunisi tounsi tounisi التونسي
libi liby الليبي
jazairi djazairi jazaeri الجزائري
kuwaiti koweiti الكويتي
saudi saoudi السعودي
iraqi iraki araqi العراقي
yamani yemeni yemani اليماني
shami chami الشامي
filastini filistini الفلسطيني
trabelsi tarabulsi tarabulusi الطرابلسي
chabaane shabaan shaban chaabane shaaban shabanah شعبان шабан
khalil chalil khaleel xaliil xelil xalil halil khelil خليل خلیل халил
najib nadjib naguib nageeb najeeb necip nadschib nagib نجيب نجیب наджиб
murad mourad morad murat mouraad مراد мурад мурат
shuayb chouaib shoaib shuaib shoeb chuaib شعيب شعیب шуайб
zuhayr zuhair zouhair zouheir zoheir zuheir züheyir زهير زهیر зухайр
suhayl suhail souhail suheil sohail souheil سهيل سهیل сухайль
suad souad soad suaad سعاد суад
fawzi fouzi fauzi fawzy faouzi fevzi فوزي فوزی фаузи
fawaz fawwaz faouaz فواز фаваз
wajih wagih wadjih wajeeh ouajih وجيه وجیه
wael wail wa'el ouael وائل وایل
wisam wissam ouissam wesam وسام
yunus younus younes younis yunis younous yonus yunes يونس یونس юнус
yazid yazeed yezid iazid يزيد یزید язид
talal talaal طلال
talha talhah طلحة طلحه
thamir thamer ثامر
ramzi ramzy remzi ramzee رمزي رمزی рамзи
rami ramy raami رامي رامی рами
ridwan redouane radwan rizwan ridouane redwan ridvan rezwan رضوان ридван
rajab ragab redjeb recep rajabu rajeb رجب раджаб
shafiq chafik shafik shafeeq chafiq shefik şefik شفيق шафик
shawqi chaouki shawki shauqi shawky sevki chawki شوقي шауки
sabir saber sabeer صابر сабир
sabri sabry sabree صبري сабри
safwan safouane safuan صفوان сафван
hazim hazem hazeem حازم хазим
hatim hatem hateem حاتم хатим
hafid hafeed حفيد
husam hussam hossam houssam hosam hussaam حسام хусам
isam essam issam esam isaam عصام исам
nawaf nawwaf nauaf نواف
nayif naif nayef naef naief نايف
muhannad mohannad mouhannad muhanad مهند
muayyad moayad muayad mouayed مؤيد
munsif moncef monsef mounsif منصف
warda ouarda wardah وردة
zubayda zoubida zubaida zobeida zubaidah زبيدة
lakhdar lakhder akhdar لخضر الأخضر
jilali djilali gilali gilani jilani geylani جيلالي جيلاني گیلانی
djabbar gabbar
ghulam gholam ghoulam qulam gulom ghulom غلام гулам
fayyad fayad fayadh فياض
dhiab diab dhiyab diyab دياب ذياب
dhakir zakir zaker thakir ذاكر ذاکر
abbas abass abas abbass عباس аббас
akbar ekber اكبر اکبر أكبر акбар
aqil akil aqeel aghil عقيل عقیل
ata atta ataa عطا عطاء
ayyash ayash ayache عياش
azhar ازهر أزهر
barakat baraket barakaat بركات
burhan borhan bourhane burhon برهان бурхан
bahgat bahjat behcet بهجت
dalal delal دلال
dhahir daher ضاهر
duha doha ضحى
faiza fayza faizah faeza فائزة فايزة
farida fareeda فريدة
fadi fady فادي
fayruz fairouz feyrouz firouz firuz فيروز
ghada rada غادة
hala haala هالة
hanan hanane حنان
huda houda hoda hudaa هدى
iman eman imane إيمان ايمان
inas enas ايناس
jumana joumana djoumana جمانة
kifah kefah كفاح
kulthum kalthoum kulsum kolthoum كلثوم
latifa latifah lateefa لطيفة
lubna loubna lobna لبنى
maha mahaa مها
manal manaal منال
mona muna mouna منى
muhra mohra مهرة
nada nadaa ندى
nadia nadya nadiyah نادية
nahla nehla نهلة
naima naeema naimah نعيمة
nawal naoual nawaal نوال
nizam nezam نظام
qusay qusai kusay koussay qoussay قصي
rabi rabee rabie rabih ربيع رابح
rafi rafee rafie رافع رفيع
rana raana رنا
rawan rouane روان
rima reema reem rym ريما ريم
ruqayya rokaya roukaya ruqaiya rukiye رقية
saba sabaa صبا
sahar sahr سحر
sakina sakineh sekina سكينة
salma selma سلمى
salman selman salmaan salmane سلمان салман
samira sameera samirah سميرة
sana sanaa thana سناء
siham sihem سهام
sumaya soumaya sumayya somaya سمية
thuraya soraya souraya thurayya sureyya ثريا
wafa wafaa ouafa وفاء
bakhtiar bakhtiyar baxtiyor бахтияр بختیار
behnam bahnam بهنام
esfandiar isfandiyar esfandiyar اسفندیار
fariborz fariburz فریبرز
feridun fereydoun fereidoon faridun firaydun فریدون фаридун
hormoz hurmoz هرمز
hushang houshang hooshang هوشنگ
iraj eradj ایرج
jahanbakhsh jahanbaksh جهانبخش
jamshid jamshed jamsheed djamshid cemsit جمشید джамшид
keyvan kayvan keivan kaivan کیوان
khosrow khusro khosro khosrau husrev khusraw خسرو хосров
kioumars kiumars keyumars kiyumars کیومرث
kurosh cyrus kourosh koroush کوروش
manouchehr manuchehr manoochehr منوچهر
mehrdad mihrdad مهرداد
nariman nareeman نریمان
nowruz nauruz nowrouz novruz navruz نوروز
rostam رستم
sohrab suhrab sohrob سهراب сухроб
siavash siyavash siawash siyovush سیاوش
shahab shehab chahab شهاب
shahbaz chahbaz şahbaz شهباز شہباز
shahin chahine shaheen sahin شاهین شاهين
shahram chahram شهرام
shahriar shahriyar shahryar شهریار
shapour shapur shahpur شاپور
turan touran توران
yadollah yadullah یدالله
zarif zareef ظریف
gulbuddin golboddin gulbudin گلبدین
nek naik naeek نیک
rajesh rajeish राजेश রাজেশ
rakesh raakesh राकेश
suresh soresh सुरेश
ramesh raamesh रमेश
mahesh maheesh महेश
mukesh mukhesh मुकेश
krishna krishnan krsna कृष्ण কৃষ্ণ
lakshmi laxmi luxmi lakshmy लक्ष्मी
vijay wijay bijoy bijay vijai विजय বিজয়
vikram bikram wikram विक्रम বিক্রম
vishnu bishnu wishnu विष्णु
vinod binod vinodh विनोद
sanjay sanjai sanjoy संजय সঞ্জয়
shiva siva shiv sheo शिव
srinivas shrinivas srinivasa श्रीनिवास
chaudhry chaudhary choudhury chowdhury chaudhuri choudhary chaudhari चौधरी চৌধুরী چوہدری چودھری
banerjee banerji bandyopadhyay bannerjee ব্যানার্জী বন্দ্যোপাধ্যায়
mukherjee mukherji mukhopadhyay mookerjee মুখার্জী মুখোপাধ্যায়
chatterjee chatterji chattopadhyay চ্যাটার্জী চট্টোপাধ্যায়
bhattacharya bhattacharyya bhattacharjee भट्टाचार्य ভট্টাচার্য
iliya илия
ivan iwan yvan ivane иван іван
boris borys barys борис борыс
yelizaveta elizaveta jelisaweta yelyzaveta lizaveta елизавета єлизавета
yegor egor iegor jegor yehor егор єгор
yefim efim jefim yukhym ефим
zhanna jeanna schanna žanna zanna жанна
zinaida sinaida zinaïda зинаида зінаїда
lev lew lyev лев
gleb hleb hlib гліб глеб
nikita mykyta mikita никита микита мікіта
rodion rodyon родион
rostislav rostyslav rostislaw ростислав
ruben rouben ռուբեն рубен
eduard edouard edvard эдуард едуард
emil эмиль
feliks felix феликс
gavriil gavril havryil гавриил
kuzma кузьма
lyubomir lubomir ljubomir liubomyr любомир
marat maratt марат
matvey matvei matwej matviy матвей матвій
miroslav miroslaw myroslav мирослав
mstislav mstyslav мстислав
platon платон
radmila radmyla радмила
rimma rymma римма
robert роберт
saveliy savely saweli савелий
tamara тамара
tikhon tychon tihon тихон
vadim vadym wadim wadym вадим
valentin valentyn walentin валентин
valentina valentyna walentina valiantsina валентина валянціна
varvara warwara варвара
veniamin weniamin вениамин
veronika weronika veranika вероника вероніка
vladislav wladislaw vladyslav uladzislau wladyslaw владислав уладзіслаў
vsevolod wsewolod всеволод
yakov iakov jakow yakiv jakov яков яків
yana iana яна
zakhar sachar zachar захар
zoya soja zoia зоя
đorđe djordje dorde djordj ђорђе
milos milosh miloš милош
milorad милорад
slobodan слободан
dragan драган
dusan dushan душан
nebojsa nebojsha небојша
zeljko zheljko željko жељко
hristo christo khristo христо
tsvetan cvetan zwetan цветан
giorgos georgios yorgos yiorgos jorgos γιώργος γεώργιος
ioannis yiannis yannis giannis iannis γιάννης ιωάννης
konstantinos constantinos κωνσταντίνος
christos khristos hristos χρήστος
dimitrios demetrios dimitris δημήτριος δημήτρης
hovhannes hovannes ovanes հովհաննես
tesfaye tesfay tesfai ተስፋዬ
haile hayle ኃይለ ሃይለ
yohannes ዮሐንስ
isaac yitzhak itzhak yitzchak izhak jitzchak יצחק
moshe mosche משה
chaim haim hayim hayyim jaim חיים
shlomo schlomo shelomo שלמה
yehuda jehuda yehudah iehuda יהודה
yaakov yaacov jaakow יעקב
zvi tzvi tsvi zwi cvi צבי
avraham awraham avrohom אברהם
eliyahu eliahu elijahu אליהו
mordechai mordecai mordehai mordekhai מרדכי
menachem menahem menakhem מנחם
nachum nahum nakhum נחום
rachel rahel rakhel רחל
rivka rivkah רבקה
yosef iosef yossef יוסף
shimon schimon שמעון
david dawid דוד דויד давид
daniel דניאל даниэль
aharon אהרן אהרון
cohen kohen cohn כהן
levi levy lewi lewy לוי
friedman fridman friedmann פרידמן фридман
rosenberg rozenberg רוזנברג розенберг
goldstein goldshtein goldshteyn גולדשטיין гольдштейн
nguyen nguyễn nguen нгуен
joko djoko
sukarno soekarno сукарно
suharto soeharto сухарто
susilo soesilo
budi boedi
suryanto soerjanto suryantho
cahyo tjahjo tjahyo
cokro tjokro
jaya djaja djaya
wijaya widjaja widjaya wijaja
subagio soebagio subagyo
`
  .trim()
  .split('\n')
  .map(line => words(line))

/** European names as Arabic and Persian write them by ear, where the letters alone lead elsewhere. */
export const HEARD_IN_ARABIC: readonly (readonly string[])[] = `
john جون
james جيمس جیمز
david ديفيد دیوید
michael مايكل مایکل
charles تشارلز چارلز
paul بول پل
richard ريتشارد ریچارد
george جورج
adam آدم
joseph جوزيف جوزف
peter بيتر پیتر
wright رايت
`
  .trim()
  .split('\n')
  .map(line => line.split(' '))

/** Words of personal names in Arabic and Hebrew script that are particles or titles, and their Latin spelling. */
export const SCRIPT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abd: 'عبد עבד',
    abu: 'أبو ابو أبي ابي אבו',
    bin: 'بن ابن בן אבן',
    bint: 'بنت בת',
    ould: 'ولد',
    allah: 'الله اللہ ﷲ لله',
    al: 'آل ال אל',
    um: 'أم ام',
    din: 'الدين دين',
    sheikh: 'شيخ الشيخ שייח',
    dr: 'دكتور الدكتور د',
    mullah: 'ملا الملا ملّا',
    haji: 'حاج الحاج حاجی حاجي',
    sayyid: 'سيد السيد سید',
    maulavi: 'مولوي مولوی',
    mufti: 'مفتي مفتی',
    ayatollah: 'آیت‌الله آية',
    general: 'اللواء العميد سردار',
    qari: 'قاري قاری',
    ustad: 'استاد أستاذ',
    engineer: 'مهندس المهندس انجنير',
    amir: 'أمير امير الأمير',
    shahid: 'شهيد',
    zadeh: 'زاده',
    pur: 'پور',
    oghlu: 'اوغلو',
    uddin: 'الدین',
  }).flatMap(([latin, list]) => words(list).map(word => [word, latin] as const)),
)

/**
 * Endings that many family names share, a group of spellings a line: what tells such names apart is what stands before.
 */
export const ENDINGS: readonly (readonly string[])[] = `
ov ova off ow owa ova ev eva eff ew ewa yov yova iov iova yev yeva iev ieva aev aeva ayev ayeva oev oeva
in ina yn yna kin kina
sky skiy skii ski skyy skyi skij skaya skaia skaja ska tsky tskiy cki cky zki
enko ienko jenko chenko tchenko tschenko
ic ich vic vich wicz witch witsch wich evic ovic evich ovich ewicz owicz
chuk czuk tschuk czyk
yan ian jan tyan
shvili schwili chvili
dze
sson sen son ssen dottir
berg burg borg
mann man
stein feld baum bach thal heim hausen dorf
zadeh zada zoda zade pour pur nejad nezhad nia
oglu ogly uly
escu eanu eanu
ez es
ini oni elli etti ucci ino
akis idis iadis opoulos poulos akos
ullah uddin
bayev baev bekov bayeva baeva
`
  .trim()
  .split('\n')
  .map(line => words(line))

/** Short forms of given names: each line is one full name (or its spellings) before the colon and what it is called. */
export const NICKNAMES: readonly string[] = `
abigail: abby gail
abraham: abe bram
albert: al bert bertie
alexander alexandra alexandr aleksandr: alex al sandy sasha sascha xander lex alec alek sanja shura alejandro
alfred: alf alfie fred
andrew andreas: andy drew
anthony antony antonio anton: tony toni toño
arthur: art artie
barbara: barb barbie babs
benjamin: ben benny benji
bernard bernhard: bernie berni
catherine katherine kathryn katharina: cathy kathy kate katie kat kitty cath
charles carl karl: charlie chuck chas charley kalle
christina christine: chris tina chrissy
christopher christoph christophe: chris kit topher chrissi
daniel: dan danny
david: dave davy davey
deborah: deb debbie
dennis denis: denny
dominic dominik: dom nick
donald: don donnie donny
dorothy: dot dottie dolly
edmund: ed eddie ned
edward: ed eddie ted teddy ned
eduardo: edu lalo eddie
elizabeth elisabeth: liz lizzy beth betty eliza lisa libby bess bessie betsy liza lisbeth elsa
emily: em emmy
enrique: kike quique
ernesto ernest: ernie neto
eugene: gene
fernando: nando
francisco: paco pancho cisco kiko paquito frank
francis franz frank: frank fran frankie franky franz
frederick frederic friedrich: fred freddy freddie fritz fredi
gabriel: gabe gabi
geoffrey jeffrey: geoff jeff
gerald gerard gerhard: gerry jerry gerd gert
gilbert: gil bert
gregory: greg gregg
guillermo: memo guille
harold: harry hal
heinrich: heinz heini
helen: nell nellie
henry: harry hank hal
howard: howie
hubert: hugh bert
ignacio: nacho
isaac: ike zac
isabel isabella: bella izzy isa belle
jacob jakob: jake jack jaap
james: jim jimmy jamie jem jimmie
janet: jan
jennifer: jen jenny jenni
jesus: chucho chuy
joaquin: quino chimo
johannes johann: hans hannes jan joop
john: jack johnny jon johnnie
jonathan: jon jonny nathan johnny
jose: pepe chepe
joseph josef: joe joey jo sepp
joshua: josh
julian: jules
juan: juanito
kenneth: ken kenny
konstantin constantine: kostya costa dinos
laurence lawrence: larry lars laurie lorenz
leonard leonardo leonid: leo len lenny leon lyonya
lewis louis luis: lou lew louie lucho
manuel emanuel emmanuel: manny manolo manu
margaret margarete: maggie meg peg peggy greta margie madge gretel marge
maria: mary mia marie mitzi ma
martin: marty
matthew matthias: matt matty matze
maximilian: max maxi
melissa: mel
michael mikhail: mike mick mickey micky misha mischa mikey michi
miguel: miguelito migue
mikhail: misha mischa
mohammed: mo
nathaniel nathan: nat nate
nicholas nikolaus nicolas: nick nicky klaus nico niko claus nic colin
nikolay: kolya
norbert: norb
oliver: ollie olli
pamela: pam
patrick: pat paddy rick
patricia: pat patty tricia trish patsy
peter: pete
philip phillip: phil pip
rafael raphael: rafa rafi
randolph: randy
raymond: ray
rebecca: becky
reginald: reg reggie
richard: dick rick richie ricky rich rico
robert: bob bobby rob robbie bert robin bobbie
roberto: beto tito
roderick: rod rick
rodrigo: rodri
roger: rodge
ronald: ron ronnie ronny
rosario: charo
rudolf rudolph: rudi rudy
samuel: sam sammy
sergio: checho
sigmund: sigi
solomon: sol
stephen steven stefan: steve stevie
stewart stuart: stu
susan suzanne susanne: sue susie suzy
sylvester: sly
terence terrence: terry
theodore theodor: ted teddy theo
thomas: tom tommy thom tomas
timothy: tim timmy
tobias: toby tobi
valentin: valya
vasily: vasya
victoria: vicky tori
victor viktor: vic vitya
vincent: vince vinny vin
virginia: ginny
vladimir: vova volodya vlad
volodymyr: vova volodya
walter: walt wally
wilhelm: willi willy wim
william: bill billy will willie willy liam wil
winston: win
yevgeny: zhenya
yekaterina: katya
yelena: lena
yuri: yura
zachary: zach zack zak
dmitry: dima mitya
sergey: seryozha
ivan: vanya
pavel: pasha
pyotr: petya
grigory: grisha
alexey: alyosha lyosha
boris: borya
konstantin: kostya
natalya: natasha
tatyana: tanya
maria: masha
anna: anya
olga: olya
svetlana: sveta
irina: ira
yulia: yulya
giovanni: gianni nanni vanni
giuseppe: beppe peppe pino
luigi: gigi gino
salvatore: toto turi
domenico: mimmo
vincenzo: enzo
francesco: franco ciccio
antonio: totò nino tonino
alessandro: sandro ale
jerzy: jurek
stanislaw: staszek stas
tadeusz: tadek
krzysztof: krzys
istvan: pista
laszlo: laci
jozsef: jozsi
ferenc: feri
jean: jeannot
jacques: jacky
pierre: pierrot
mustafa: mus
saint: st ste sankt
maung: mg
robert: robt
william: wm
charles: chas
george: geo
thomas: thos
james: jas
joseph: jos
samuel: saml
daniel: danl
frederick: fredk
benjamin: benj
edward: edw
richard: richd
alexander: alexr
ibrahim: ibo
suleyman: sulo
`
  .trim()
  .split('\n')

/** Family and given names borne by so many people that their agreement says little; from the most frequent tier down. */
export const FREQUENT_NAMES: readonly (readonly string[])[] = [
  words(`muhammad ahmad ali abdullah hasan husayn ibrahim umar khan kim lee li ri wang zhang chen liu park pak choe choi nguyen singh kaur smith john maria jose juan james david michael robert
    abd abu mahmud yusuf said salih khalid mustafa garcia rodriguez martinez hernandez lopez gonzalez perez sanchez mary ivanov vladimir aleksandr sergey andrey`),
  words(`william thomas richard charles joseph daniel matthew george edward mark paul peter steven brian kevin jason andrew anthony christopher joshua patrick jack henry ryan eric adam scott frank raymond gary larry jeffrey stephen
    elizabeth jennifer linda patricia susan barbara jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura anna anne sofia marie christine julie
    johnson williams brown jones miller davis wilson anderson taylor thomas moore jackson martin thompson white harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson hall rivera campbell mitchell carter roberts
    carlos luis miguel jesus antonio francisco manuel pedro jorge fernando ana carmen rosa torres ramirez flores rivera gomez diaz reyes cruz morales ortiz gutierrez ramos ruiz alvarez mendoza vargas castillo jimenez moreno romero herrera medina
    silva santos oliveira souza pereira costa ferreira rodrigues almeida joao paulo
    mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann hans klaus wolfgang juergen thomas stefan
    jean pierre michel philippe alain dubois durand martin bernard
    dmitry nikolay mikhail aleksey yevgeny yuri igor oleg pavel pyotr viktor anatoly ivan roman maxim petrov smirnov kuznetsov popov vasiliev sokolov mikhailov novikov fedorov morozov volkov alexeev lebedev semenov egorov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov olga tatyana yelena irina natalya svetlana yekaterina
    hamid karim rahman rahim aziz nasir salim jamal kamal tariq rashid faisal bashir hamza bilal isa musa ismail yahya dawud sulayman uthman abubakr zayd saad sami samir adil amin amir anwar nur haji hajj haqqani akbar mahdi rida jafar kazem jawad mansur sharif latif majid malik fadil farid habib hadi mubarak munir saif salam sadiq taha tahir walid wali fatima aisha maryam khadija zaynab gul jan shah akhtar din allah
    yilmaz kaya demir celik sahin yildiz ozturk aydin mehmet huseyin fatma ayse emine
    huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai wei hong ming hua jun ping wei jie yan
    jung jong chong kang cho jo yun jang im rim sin chol song yong chul nam il un hyon sung
    tran le pham hoang phan vu vo dang bui do ho ngo duong ly van thi duc minh
    kumar sharma gupta patel das devi ram lal prasad begum bibi hussain iqbal malik butt chaudhry sheikh
    sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato
    budi siti agus sri dewi mohd bin`),
]
