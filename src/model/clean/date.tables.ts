const NAMES: readonly (readonly string[])[] = [
  ['jan', 'january', 'janvier', 'januar', 'enero', 'janeiro', 'gennaio', 'январь', 'января', 'ocak', 'січня', 'يناير'],
  ['feb', 'february', 'février', 'fevrier', 'februar', 'febrero', 'fevereiro', 'febbraio', 'февраль', 'февраля', 'şubat', 'лютого', 'فبراير'],
  ['mar', 'march', 'mars', 'märz', 'marzo', 'março', 'март', 'марта', 'mart', 'березня', 'مارس'],
  ['apr', 'april', 'avril', 'abril', 'aprile', 'апрель', 'апреля', 'nisan', 'квітня', 'أبريل'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'май', 'мая', 'mayıs', 'травня', 'مايو'],
  ['jun', 'june', 'juin', 'juni', 'junio', 'junho', 'giugno', 'июнь', 'июня', 'haziran', 'червня', 'يونيو'],
  ['jul', 'july', 'juillet', 'juli', 'julio', 'julho', 'luglio', 'июль', 'июля', 'temmuz', 'липня', 'يوليو'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'август', 'августа', 'ağustos', 'серпня', 'أغسطس'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'setembro', 'settembre', 'сентябрь', 'сентября', 'eylül', 'вересня', 'سبتمبر'],
  ['oct', 'october', 'octobre', 'oktober', 'octubre', 'outubro', 'ottobre', 'октябрь', 'октября', 'ekim', 'жовтня', 'أكتوبر'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'ноябрь', 'ноября', 'kasım', 'листопада', 'نوفمبر'],
  ['dec', 'december', 'décembre', 'decembre', 'dezember', 'diciembre', 'dezembro', 'dicembre', 'декабрь', 'декабря', 'aralık', 'грудня', 'ديسمبر'],
]

const MONTHS = new Map(NAMES.flatMap((names, i) => names.map(name => [name, i + 1] as const)))

/** The month 1 to 12 a word names in English, French, German, Spanish, Portuguese, Italian, Russian, Turkish, Ukrainian or Arabic. */
export const monthOf = (word: string): number | undefined => MONTHS.get(word.toLowerCase().normalize('NFC'))
