/** Months of the Islamic and Persian years in the spellings of lists, letters alone. */
const MONTHS: Readonly<Record<'islamic' | 'persian', readonly string[]>> = {
  islamic: [
    'muharram moharram محرم',
    'safar صفر',
    'rabialawwal rabiulawwal rabii rabialaval ربيعالأول',
    'rabialthani rabiuthani rabialakhir rabiulakhir rabiii ربيعالثاني',
    'jumadaalula jumadaalawwal jumadalawwal jumadai جمادىالأولى',
    'jumadaalakhira jumadaalthani jumadathani jumadalakhir jumadaii جمادىالآخرة',
    'rajab رجب',
    'shaban shaaban شعبان',
    'ramadan ramazan ramadhan رمضان',
    'shawwal shawal شوال',
    'dhualqidah dhulqadah dhualqadah zulqada dhulqidah ذوالقعدة',
    'dhualhijjah dhulhijjah zulhijja dhulhijja ذوالحجة',
  ],
  persian: [
    'farvardin فروردین',
    'ordibehesht اردیبهشت',
    'khordad خرداد',
    'tir تیر',
    'mordad amordad مرداد',
    'shahrivar شهریور',
    'mehr مهر',
    'aban آبان',
    'azar آذر',
    'dey دی',
    'bahman بهمن',
    'esfand اسفند',
  ],
}

const BY_NAME = new Map(
  (['islamic', 'persian'] as const).flatMap(calendar =>
    MONTHS[calendar].flatMap((names, i) => names.split(' ').map(name => [name, { calendar, month: i + 1 }] as const)),
  ),
)

/** The month of the Islamic or Persian year that a word or two names; undefined where they name none. */
export const otherMonthOf = (words: string): { readonly calendar: 'islamic' | 'persian'; readonly month: number } | undefined =>
  BY_NAME.get(words.toLowerCase().replace(/[^\p{L}]/gu, ''))
