import table from './programmes.json' with { type: 'json' }

/** What a regime of the list stands for. */
export type Programme = { readonly key: string; readonly instruments: readonly string[]; readonly terrorism?: boolean }

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()

const BY_NAME = new Map<string, Programme>(
  Object.entries(table as Readonly<Record<string, Omit<Programme, 'key'> & { readonly names: readonly string[] }>>).flatMap(
    ([key, { names, ...programme }]) =>
      names.flatMap(name =>
        [name, ...(name.includes(' / ') ? [name.slice(0, name.indexOf(' / '))] : [])].map(
          one => [fold(one), { key, ...programme }] as const,
        ),
      ),
  ),
)

/** What the Country field stands for, in both languages or in English alone; undefined where it is not known. */
export function programmeOf(name: string): Programme | undefined {
  const whole = fold(name)
  return BY_NAME.get(whole) ?? BY_NAME.get(whole.split(' / ')[0] ?? '')
}
