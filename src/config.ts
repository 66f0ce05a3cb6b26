import { existsSync } from 'node:fs'
import { availableParallelism, homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WhoListsError } from './model/index.ts'

/** The folder of the package: the checkout, or where it is installed. */
export const ROOT = packageAbove(fileURLToPath(import.meta.url))

function packageAbove(path: string): string {
  const folder = dirname(path)
  return folder === path || existsSync(join(folder, 'package.json')) ? folder : packageAbove(folder)
}

type Kind = 'text' | 'list' | 'number' | 'switch'

/** Every setting: its variable, kind, default and meaning. The documentation lists them from here. */
export const SETTINGS = {
  data: {
    variable: 'WHOLISTS_DATA',
    kind: 'text',
    fallback: defaultData(),
    meaning: 'The data folder: archive, ledger, index, kept screenings.',
  },
  offline: { variable: 'WHOLISTS_OFFLINE', kind: 'switch', fallback: '0', meaning: 'With 1 nothing is ever fetched.' },
  required: {
    variable: 'WHOLISTS_REQUIRED',
    kind: 'list',
    fallback: '',
    meaning: 'Sources without which "nothing found" is no answer, parted by commas.',
  },
  host: {
    variable: 'WHOLISTS_HOST',
    kind: 'text',
    fallback: 'localhost',
    meaning: 'The address the server listens on; 0.0.0.0 for every one.',
  },
  port: { variable: 'WHOLISTS_PORT', kind: 'number', fallback: '8600', meaning: 'The port the server listens on; 0 for a free one.' },
  workers: {
    variable: 'WHOLISTS_WORKERS',
    kind: 'number',
    fallback: String(Math.max(1, Math.min(4, availableParallelism() - 1))),
    meaning: 'Threads that screen.',
  },
  maxWaiting: {
    variable: 'WHOLISTS_MAX_WAITING',
    kind: 'number',
    fallback: '2000',
    meaning: 'Queries that may wait before the server answers 503.',
  },
  maxBatch: { variable: 'WHOLISTS_MAX_BATCH', kind: 'number', fallback: '100', meaning: 'Queries in one call of /match.' },
  updateToken: {
    variable: 'WHOLISTS_UPDATE_TOKEN',
    kind: 'text',
    fallback: '',
    meaning: 'The token /updatez asks for; empty refuses every call.',
  },
  allowPrivate: {
    variable: 'WHOLISTS_ALLOW_PRIVATE',
    kind: 'switch',
    fallback: '0',
    meaning: 'With 1 lists may be fetched from private addresses.',
  },
  keepDays: {
    variable: 'WHOLISTS_KEEP_DAYS',
    kind: 'number',
    fallback: '0',
    meaning: 'Days after which kept screenings are erased; 0 keeps them until they are erased by hand.',
  },
  facts: { variable: 'WHOLISTS_FACTS', kind: 'text', fallback: join(ROOT, 'data', 'facts'), meaning: 'The folder of the curated base.' },
  sources: {
    variable: 'WHOLISTS_SOURCES',
    kind: 'text',
    fallback: '',
    meaning: 'A folder with further sources, one folder a source; empty for none.',
  },
  manifest: {
    variable: 'WHOLISTS_MANIFEST',
    kind: 'text',
    fallback: '',
    meaning: 'A manifest of datasets in the manner of yente: a file or an address; empty for none.',
  },
  keepWhole: {
    variable: 'WHOLISTS_KEEP_WHOLE',
    kind: 'list',
    fallback: '',
    meaning:
      'Publishers of news, by name or host and parted by commas, whose whole texts may be kept beside the claims; * for all. Of others an excerpt and the address are kept.',
  },
  feeds: {
    variable: 'WHOLISTS_FEEDS',
    kind: 'text',
    fallback: join(ROOT, 'data', 'news', 'feeds.json'),
    meaning: 'The file of the news feeds that are watched.',
  },
  model: {
    variable: 'WHOLISTS_MODEL',
    kind: 'text',
    fallback: '',
    meaning: 'The address of an OpenAI-compatible endpoint that reads news besides the rules, up to and with /v1; empty for none.',
  },
  modelName: { variable: 'WHOLISTS_MODEL_NAME', kind: 'text', fallback: '', meaning: 'The model that the endpoint is asked for.' },
  modelKey: { variable: 'WHOLISTS_MODEL_KEY', kind: 'text', fallback: '', meaning: 'The key that the endpoint asks for; empty for none.' },
  log: { variable: 'WHOLISTS_LOG', kind: 'text', fallback: 'info', meaning: 'How much the server logs: silent, error, warn, info, debug.' },
} as const satisfies Record<string, { variable: string; kind: Kind; fallback: string; meaning: string }>

/** The settings as the product uses them. */
export type Config = {
  readonly data: string
  readonly offline: boolean
  readonly required: readonly string[]
  readonly host: string
  readonly port: number
  readonly workers: number
  readonly maxWaiting: number
  readonly maxBatch: number
  readonly updateToken: string
  readonly allowPrivate: boolean
  readonly keepDays: number
  readonly facts: string
  readonly sources: string
  readonly manifest: string
  readonly keepWhole: readonly string[]
  readonly feeds: string
  readonly model: string
  readonly modelName: string
  readonly modelKey: string
  readonly log: string
}

/** A setting as `wholists config` shows it. */
export type SettingShown = {
  readonly name: string
  readonly variable: string
  readonly value: string
  readonly origin: 'flag' | 'variable' | 'default'
  readonly meaning: string
}

type Name = keyof typeof SETTINGS
const SECRET: ReadonlySet<Name> = new Set(['updateToken', 'modelKey'])
const NAMES = Object.keys(SETTINGS) as readonly Name[]

// A checkout keeps its data beside itself; an installed package keeps it in the user's folder.
function defaultData(): string {
  if (existsSync(join(ROOT, 'src', 'main.ts'))) return join(ROOT, '.wholists')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'wholists')
}

/** The settings from flags, then variables, then defaults. @throws config.invalid */
export function readConfig(flags: Partial<Record<Name, string>> = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const text = (name: Name) => flags[name] ?? env[SETTINGS[name].variable] ?? SETTINGS[name].fallback
  const fail = (name: Name, expected: string): never => {
    throw new WhoListsError('config.invalid', {
      name,
      seen: text(name),
      expected,
      origin: flags[name] === undefined ? SETTINGS[name].variable : `--${name}`,
    })
  }
  const number = (name: Name) => (/^\d+$/.test(text(name)) ? Number(text(name)) : fail(name, 'a whole number'))
  const flag = (name: Name) =>
    /^(1|true|yes)$/i.test(text(name)) ? true : /^(0|false|no|)$/i.test(text(name)) ? false : fail(name, '1 or 0')
  const list = (name: Name) =>
    text(name)
      .split(',')
      .map(s => s.trim())
      .filter(Boolean)
  return {
    data: resolve(text('data')),
    offline: flag('offline'),
    required: list('required'),
    host: text('host'),
    port: number('port'),
    workers: Math.max(1, number('workers')),
    maxWaiting: number('maxWaiting'),
    maxBatch: number('maxBatch'),
    updateToken: text('updateToken'),
    allowPrivate: flag('allowPrivate'),
    keepDays: number('keepDays'),
    facts: resolve(text('facts')),
    sources: text('sources') && resolve(text('sources')),
    manifest: text('manifest') === '' || /^https?:/i.test(text('manifest')) ? text('manifest') : resolve(text('manifest')),
    keepWhole: list('keepWhole'),
    feeds: resolve(text('feeds')),
    model:
      text('model') === '' || /^https?:\/\//i.test(text('model')) ? text('model').replace(/\/+$/, '') : fail('model', 'an http address'),
    modelName: text('modelName'),
    modelKey: text('modelKey'),
    log: text('log'),
  }
}

/** The text of a variable of the environment that a manifest names as a token; undefined where it is not set. */
export const secretNamed = (variable: string, env: NodeJS.ProcessEnv = process.env): string | undefined => env[variable]

/** Every setting with its value and where it comes from; secrets are not shown. */
export function showConfig(flags: Partial<Record<Name, string>> = {}, env: NodeJS.ProcessEnv = process.env): readonly SettingShown[] {
  return NAMES.map(name => {
    const { variable, fallback, meaning } = SETTINGS[name]
    const origin = flags[name] !== undefined ? 'flag' : env[variable] !== undefined ? 'variable' : 'default'
    const value = flags[name] ?? env[variable] ?? fallback
    return { name, variable, value: SECRET.has(name) && value ? '(set)' : value, origin, meaning }
  })
}
