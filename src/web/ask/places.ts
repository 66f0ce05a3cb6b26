/** Names of jurisdictions that are no States, in the words of the pages. */
const BODIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { un: 'United Nations', eu: 'European Union', zz: 'International', xk: 'Kosovo', gb: 'United Kingdom', ae: 'United Arab Emirates' },
  ar: { un: 'الأمم المتحدة', eu: 'الاتحاد الأوروبي', zz: 'دولي', xk: 'كوسوفو' },
}

const language = (locale: string) => locale.slice(0, 2)

/** The name of a jurisdiction or country by its code ("gb", "un", "ru-chechnya"); the code itself where it has none. */
export function placeName(code: string, locale: string): string {
  const known = BODIES[language(locale)]?.[code]
  if (known) return known
  const [country = '', area] = code.split('-')
  if (!/^[a-z]{2}$/i.test(country)) return code
  try {
    const name = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(country.toUpperCase())
    return name ? (area ? `${name}, ${area}` : name) : code
  } catch {
    return code
  }
}

/** Two-letter codes of the countries a reader may name. */
const CODES =
  'ad ae af ag ai al am ao ar at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf cg ch ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn gq gr gt gw gy hk hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mr mt mu mv mw mx my mz na ne ng ni nl no np nr nz om pa pe pg ph pk pl ps pt pw py qa ro rs ru rw sa sb sc sd se sg si sk sl sm sn so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tv tw tz ua ug us uy uz va vc ve vg vn vu ws xk ye za zm zw'.split(
    ' ',
  )

/** Every country with its name in a language, in the order of names. */
export const countries = (locale: string): readonly { readonly code: string; readonly name: string }[] =>
  CODES.map(code => ({ code, name: placeName(code, locale) })).sort((a, b) => a.name.localeCompare(b.name, locale))

/** The code of a country typed by name or code, in the reader's language or English; undefined where it is none. */
export function countryCode(text: string, locale: string): string | undefined {
  const typed = text.trim().toLowerCase()
  if (CODES.includes(typed)) return typed
  return CODES.find(code => placeName(code, locale).toLowerCase() === typed || placeName(code, 'en').toLowerCase() === typed)
}
