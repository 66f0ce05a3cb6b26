import type { MatcherView } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'

/** yente's names for its ways of matching. All are answered by the one matcher there is; answers say so. */
const YENTE_NAMES: readonly string[] = ['logic-v2', 'logic-v1', 'name-based', 'name-qualified', 'ofac', 'regression-v1']
const BEST = 'logic-v2'

/** Settings that yente's default algorithm declares; they are taken and have no effect unless the matcher declares them. */
const YENTE_CONFIG: readonly string[] = [
  'nm_name_property',
  'nm_number_mismatch',
  'nm_extra_query_name',
  'nm_extra_result_name',
  'nm_family_name_weight',
  'nm_fuzzy_cutoff_factor',
]

/** The algorithm a caller asked for, and the one that answers. */
export type AlgorithmUsed = { readonly asked: string; readonly used: string; readonly note: string | null }

/** What answers under a name of yente's or our own. @throws HttpRefusal 400 where the name is unknown */
export function algorithmFor(matcher: MatcherView, name: string): AlgorithmUsed {
  const asked = name.toLowerCase() === 'best' ? BEST : name.toLowerCase()
  if (asked === matcher.name.toLowerCase()) return { asked: name, used: matcher.name, note: null }
  if (!YENTE_NAMES.includes(asked)) throw new HttpRefusal(400, `Invalid algorithm: ${name}`)
  return { asked: name, used: matcher.name, note: `${asked} is answered by ${matcher.name}: scores are WhoLists' own` }
}

/** Settings as the matcher takes them. @throws HttpRefusal 400 for a key that the algorithm does not declare */
export function checkedConfig<T>(matcher: MatcherView, config: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const own = new Set(matcher.config.map(c => c.name))
  const unknown = Object.keys(config).find(key => !own.has(key) && !YENTE_CONFIG.includes(key))
  if (unknown !== undefined) throw new HttpRefusal(400, `Invalid configuration parameter: ${unknown}`)
  return Object.fromEntries(Object.entries(config).filter(([key]) => own.has(key)))
}

const Algorithm = Type.Object({
  name: Type.String(),
  description: Type.String(),
  features: Type.Record(Type.String(), Type.Any()),
  docs: Type.Any(),
})

function described(matcher: MatcherView, name: string) {
  const own = name === matcher.name
  const description = own ? matcher.description : `Accepted for clients of yente; answered by ${matcher.name}. ${matcher.description}`
  const features = Object.fromEntries(matcher.features.map(f => [f.name, { description: f.description, coefficient: f.weight, url: null }]))
  const config = Object.fromEntries(matcher.config.map(c => [c.name, { type: c.type, description: c.description, default: c.default }]))
  return { name, description, features, docs: { name, description, config, features } }
}

/** `GET /algorithms`. */
export function algorithmRoutes({ server, app }: Routes): void {
  server.get(
    '/algorithms',
    {
      schema: {
        tags: ['Matching'],
        summary: 'The ways of matching',
        response: { 200: Type.Object({ algorithms: Type.Array(Algorithm), default: Type.String(), best: Type.String() }) },
      },
    },
    async () => {
      const matcher = app.matcher()
      const names = [...YENTE_NAMES.slice(0, 1), matcher.name, ...YENTE_NAMES.slice(1)]
      return { algorithms: [...new Set(names)].map(name => described(matcher, name)), default: 'best', best: BEST }
    },
  )
}
