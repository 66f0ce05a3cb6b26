import type { Words } from './en.ts'

const LOCALE = 'ar-u-nu-latn'
const number = new Intl.NumberFormat(LOCALE)
const list = new Intl.ListFormat('ar', { type: 'conjunction' })
const rules = new Intl.PluralRules('ar')
type Forms = { readonly one: string; readonly two: string; readonly few: string; readonly many: string; readonly other: string }
/** A counted noun in the form its number asks for; one and two stand in the noun itself. */
const count = (n: number, forms: Forms) => {
  const rule = rules.select(n)
  if (rule === 'one') return forms.one
  if (rule === 'two') return forms.two
  return `${number.format(n)} ${rule === 'few' ? forms.few : rule === 'many' ? forms.many : forms.other}`
}
const source: Forms = { one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدرا', other: 'مصدر' }
const inSources: Forms = { one: 'مصدر واحد', two: 'مصدرين', few: 'مصادر', many: 'مصدرا', other: 'مصدر' }
const stale: Forms = { one: 'واحد قديم', two: 'اثنان قديمان', few: 'قديمة', many: 'قديما', other: 'قديم' }
const strong: Forms = { one: 'تطابق قوي واحد', two: 'تطابقان قويان', few: 'تطابقات قوية', many: 'تطابقا قويا', other: 'تطابق قوي' }
const weak: Forms = { one: 'تطابق ضعيف واحد', two: 'تطابقان ضعيفان', few: 'تطابقات ضعيفة', many: 'تطابقا ضعيفا', other: 'تطابق ضعيف' }
const days: Forms = { one: 'عمره يوم واحد', two: 'عمره يومان', few: 'أيام', many: 'يوما', other: 'يوم' }

/** Every text of the frame, of Screen and of the shared parts, in Arabic. */
export const ar: Words = {
  locale: LOCALE,
  dir: 'rtl',
  name: 'العربية',
  count: n => number.format(n),
  spelt: n => number.format(n),
  and: items => list.format(items),

  nav: { screen: 'فحص اسم', matrix: 'من يدرج من', changes: 'التغييرات', law: 'القانون', signals: 'الإشارات', sources: 'المصادر' },
  frame: {
    skip: 'إلى المحتوى',
    main: 'الصفحات',
    theme: 'فاتح أو داكن',
    language: 'اللغة',
    foot: 'كل جواب يسمي إصدارات المصادر التي يقوم عليها. الإدراج تدبير قانوني تتخذه السلطة المذكورة، وليس حكما من هذا البرنامج.',
    api: 'الواجهة البرمجية',
    notFound: 'لا توجد صفحة في هذا العنوان.',
    notFoundHelp: 'صف الصفحات في الأعلى يقود إلى كل ما هو موجود.',
  },

  day: {
    label: 'التاريخ والتغطية',
    asOf: 'في تاريخ',
    today: 'اليوم',
    todayWords: ['اليوم', 'today', 'الآن'],
    change: 'غيّر التاريخ',
    back: 'العودة إلى اليوم',
    looking: 'أنت تنظر إلى يوم',
    valid: 'كما هو معروف اليوم',
    published: 'كما قالت القوائم حينها',
    recorded: 'كما عرفه هذا النظام حينها',
    coverage: n => `القاعدة المحررة و${count(n, source)}`,
    stale: n => count(n, stale),
    held: n => `${number.format(n)} محتجز`,
    missing: n => `${number.format(n)} غير متوفر`,
    importing: n => `${number.format(n)} قيد القراءة`,
    unread: 'حالة المصادر غير معروفة',
    reading: 'جار قراءة حالة المصادر',
    dialog: 'تغيير التاريخ',
    field: 'اليوم',
    fieldHelp: 'يوم مثل \u20662018-03-01\u2069 أو اليوم. الأسهم تتحرك يوما، ومفتاحا الصفحة شهرا.',
    meaning: 'معنى التاريخ',
    meaningValid: 'الساري في ذلك اليوم كما هو معروف اليوم',
    meaningPublished: 'ما قالته القوائم في ذلك اليوم',
    meaningRecorded: 'ما عرفه هذا النظام في ذلك اليوم',
    show: 'اعرض هذا اليوم',
    cancel: 'اتركه',
    calendar: 'التقويم',
    invalid: 'هذا ليس يوما في التقويم.',
    invalidHelp: 'اكتبه هكذا: \u20662018-03-01\u2069.',
    future: 'لم يأت هذا اليوم بعد.',
  },

  status: {
    listed: 'مدرج',
    suspended: 'معلق',
    delisted: 'مرفوع من القائمة',
    never: 'لا قيد',
    unknown: 'غير معروف',
    'not-listed': 'لم يدرج بعد',
  },
  pending: 'مرتقب',
  recalled: 'من الذاكرة',
  recalledHelp: 'من الذاكرة: من معرفة المحرر، بلا مصدر بعد',
  disputed: 'مختلف فيه',
  disputedHelp: 'مختلف فيه: المصادر لا تتفق',

  bound: {
    by: day => `في موعد أقصاه ${day}`,
    twoDays: (first, second) => `${first} أو ${second}`,
    between: (first, last) => `بين ${first} و${last}`,
    unknownStart: 'البداية غير معروفة',
    since: text => `منذ ${text}`,
    to: (from, to) => `من ${from} إلى ${to}`,
    until: text => `حتى ${text}`,
    onReading: day => `في ${day}`,
    about: text => `نحو ${text}`,
  },

  schema: {
    Person: 'شخص',
    Organization: 'منظمة',
    Company: 'شركة',
    LegalEntity: 'شخص أو منظمة',
    PublicBody: 'هيئة عامة',
    Vessel: 'سفينة',
    Airplane: 'طائرة',
    CryptoWallet: 'محفظة',
    Thing: 'أي شيء',
  },

  screen: {
    title: 'فحص اسم',
    name: 'الاسم بأي كتابة',
    submit: 'افحص',
    schema: 'النوع',
    born: 'تاريخ الميلاد',
    bornHint: '1961 أو \u20661961-04-02\u2069',
    country: 'البلد',
    asOf: 'في تاريخ',
    asOfHelp: 'يوم، أو اليوم. يسأل عما قالته القوائم في ذلك اليوم.',
    document: 'رقم وثيقة',
    gender: 'الجنس',
    genders: { '': 'دون سؤال', male: 'ذكر', female: 'أنثى', other: 'آخر' },
    keysEnter: 'اضغط',
    keysEnterDoes: 'للفحص،',
    keysDownDoes: 'للانتقال إلى النتائج.',
    file: 'افحص ملف أسماء',
    withDocument: 'اسأل برقم وثيقة',
    noSuchDay: (day, month) => `لا يوجد ${day} ${month}.`,
    unreadableDate: 'هذا ليس تاريخا.',
    dateHelp: 'اكتب سنة مثل 1961 أو يوما مثل \u20661961-02-28\u2069.',
    dayHelp: 'اكتب يوما مثل \u20662018-03-01\u2069 أو اليوم.',
    emptyName: 'لا يوجد اسم لفحصه.',
    emptyNameHelp: 'اكتب اسما أو رقم وثيقة.',
    unknownCountry: 'لا بلد بهذا الاسم أو الرمز.',
    unknownCountryHelp: 'اختر من المعروض أو اتركه فارغا.',
    waiting: n => (n === null ? 'جار الفحص …' : `جار الفحص في ${count(n, inSources)} …`),
    answer: (strongCount, weakCount, sources) => {
      const within = `في ${count(sources, inSources)}`
      if (strongCount > 0 && weakCount > 0) return `${count(strongCount, strong)} و${count(weakCount, weak)} ${within}`
      if (strongCount > 0) return `${count(strongCount, strong)} ${within}`
      return `لا تطابق قويا، و${count(weakCount, weak)} ${within}`
    },
    asOfDay: day => `بتاريخ ${day}`,
    someStale: n => `منها ${count(n, stale)}`,
    keep: 'اطبع كدليل',
    strong: 'تطابق قوي',
    weak: 'تطابق ضعيف',
    scoreOf: (score, threshold) => `الدرجة ${score} من 1؛ يبدأ التطابق عند ${threshold}`,
    none: (name, sources, day) => ['لم يعثر على إدراج باسم ', name, ` في ${count(sources, inSources)} بتاريخ ${day}.`],
    noneMeans: 'هذا يقول ما تحويه هذه القوائم، ولا يقول إن الطرف ليس على أي قائمة.',
    nearest: (score, cutoff) => `أقرب اسم مسجل نال ${score}، دون ${cutoff}.`,
    showNearest: 'اعرض أقرب الأسماء',
    moreBelow: (low, high) => `لا تظهر الأسماء بين ${low} و${high}.`,
    showThem: 'اعرضها',
    lists: name => `القوائم التي تذكر ${name}`,
    status: 'الحالة',
    list: 'القائمة',
    since: 'منذ',
    span: year => `من ${year} إلى اليوم`,
    readIn: 'آخر قراءة',
    born1: text => `الميلاد: ${text}`,
    oneListing: (listName, authority, when) => `\u2068${listName}\u2069، \u2068${authority}\u2069، ${when}`,
    noListing: 'لا إدراج في هذا اليوم في المصادر المسؤولة',
    why: score => `لماذا ${score}`,
    asked: 'المسؤول عنه',
    recorded: 'المسجل',
    pairSpoken: (asked, recorded) => `المسؤول عنه: ${asked}. المسجل: ${recorded}.`,
    nothing: 'لا شيء',
    alignment: 'كيف قوبلت كلمات الاسم',
    matchedName: kind => `أقرب صيغة مسجلة، ${kind}:`,
    nameKind: { name: 'اسم', alias: 'اسم آخر قوي', 'weak-alias': 'اسم آخر ضعيف', former: 'اسم سابق' },
    notAsked: 'لم يسأل عنه',
    recordedAs: text => `المسجل: ${text}.`,
    askedAs: text => `المسؤول عنه: ${text}.`,
    link: {
      same: 'الكلمة نفسها',
      edits: 'حروف مختلفة',
      sound: 'النطق نفسه',
      script: 'نفسها بكتابة أخرى',
      initial: 'حرف أول',
      nickname: 'صيغة قصيرة من الاسم',
      number: 'العدد نفسه',
      'legal-form': 'الشكل القانوني نفسه',
      symbol: 'المعنى نفسه',
      joined: 'مكتوبة معا',
      missing: 'غير موجودة في المسجل',
      extra: 'لم يسأل عنها',
      contradicted: 'تخالف المسجل',
    },
    linkOf: (asked, recorded) => `${asked} هي ${recorded}`,
    feature: { name: 'الاسم', birthDate: 'تاريخ الميلاد', country: 'البلد', gender: 'الجنس', identifier: 'الوثيقة', address: 'العنوان' },
    notes: 'ملاحظات',
    note: letter => `الملاحظة ${letter}`,
    noStart: 'لا يذكر المصدر بداية. هذا أقدم إصدار لدينا يذكر الطرف، والبداية الحقيقية أسبق.',
    moreLists: n => (n === 1 ? 'وقائمة أخرى' : n === 2 ? 'وقائمتان أخريان' : `و${number.format(n)} قوائم أخرى`),
    searched: 'ما الذي جرى البحث فيه',
    thisScreening: 'هذا الفحص',
    thisScreeningText: (matcher, index) => ['المطابق ', matcher, '، الفهرس ', index, '. عنوان هذه الصفحة يعيد السؤال نفسه.'],
    versions: 'الإصدارات المستعملة',
    version: (day, age) => `${day}، ${age}`,
    age: n => (n === 0 ? 'من هذا اليوم' : n <= 2 ? count(n, days) : `عمره ${count(n, days)}`),
    ready: (ready, all) => `${number.format(ready)} من ${count(all, inSources)} جاهز.`,
    arriving: 'يمكنك الفحص الآن، وكل جواب يذكر المصادر التي يشملها.',
    beingRead: (sourceName, done, total) =>
      total === null ? `تجري قراءة ${sourceName}، ${done} سجل.` : `تجري قراءة ${sourceName}، ${done} من ${total} سجل.`,
    followImport: 'تابع الاستيراد',
    printHead: 'WhoLists، دليل على فحص',
    printAsked: 'المسؤول عنه',
    printAs: 'بوصفه',
  },

  coverage: {
    stale: n => (n === 1 ? 'مصدر واحد قديم.' : n === 2 ? 'مصدران قديمان.' : `${count(n, source)} قديمة.`),
    staleText: 'قد يفوت البحث إدراجا أحدث من هذه الإصدارات:',
    notSearched: n => (n === 1 ? 'مصدر واحد لم يبحث فيه.' : n === 2 ? 'مصدران لم يبحث فيهما.' : `${count(n, source)} لم يبحث فيها.`),
    unverified: n =>
      n === 1 ? 'مصدر واحد يقرأ دون اختبار.' : n === 2 ? 'مصدران يقرآن دون اختبار.' : `${count(n, source)} تقرأ دون اختبار.`,
    unverifiedText: 'كتب قارئها من وصف، ولم يجتزه أي ملف من الناشر بعد:',
    seeWhy: 'انظر السبب',
    complete: 'بُحث في كل مصدر مسؤول، ولا قديم بينها.',
    nothing: 'لا مصدر متوفر بعد. سئلت القاعدة المحررة وحدها.',
    partTitle: (answered, all) => `جواب ناقص: أجاب ${number.format(answered)} من ${count(all, inSources)}`,
    partText: names => `ما يظهر أدناه حقيقي. الأسماء التي لا تحملها إلا المصادر الغائبة لن تظهر هنا: ${names}.`,
    askMissing: 'اسأل مرة أخرى',
    unsearched: 'لا جواب: القوائم الحاسمة لم يبحث فيها',
    unsearchedText:
      'لم يعثر على شيء فيما أمكن البحث فيه، لكن مصدرا مطلوبا أو كل القوائم الرسمية كانت غائبة أو محتجزة أو قديمة جدا. هذا ليس جوابا عن الاسم.',
    reason: {
      missing: 'لم يستورد قط',
      held: 'أحدث إصدار محتجز',
      refused: 'أحدث إصدار مرفوض',
      failed: 'تعذر البحث فيه',
      stale: 'قديم',
      unverified: 'يقرأ دون اختبار',
    },
  },

  failure: {
    title: 'لا جواب: لم يبحث في شيء',
    other: 'لا جواب',
    saysNothing: 'هذا لا يقول شيئا عن الاسم.',
    code: 'الرمز',
    again: 'اسأل مرة أخرى',
    unreachable: 'لم يجب الخادم.',
    unreachableRemedy: 'تحقق من أنه يعمل ويمكن الوصول إليه، ثم اسأل مرة أخرى.',
    page: 'تعطلت هذه الصفحة أثناء رسمها.',
    pageRemedy: 'حمّلها من جديد. إن بقي العطل فأبلغ عنه مع عنوان الصفحة.',
    retry: seconds => `قد يجيب من جديد بعد ${number.format(seconds)} ثانية.`,
  },
}
