/** The part of an OpenAPI document that the page shows. */
export type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

type Operation = {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: {
    readonly type?: string
    readonly default?: unknown
    readonly maximum?: number
    readonly enum?: readonly unknown[]
    readonly items?: { readonly enum?: readonly unknown[] }
  }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** The page about the interface, from its document: readable without script. */
export function docsPage(document: Document): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap(method => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  )
  const groups = (document.tags ?? [])
    .map(tag => ({ ...tag, operations: operations.filter(o => o.operation.tags?.includes(tag.name)) }))
    .filter(g => g.operations.length > 0)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(document.info.title)}: interface</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/api/style.css">
</head>
<body>
<header>
<h1>${text(document.info.title)}: the interface</h1>
<p>${text(document.info.description ?? '')}</p>
<p>Version ${text(document.info.version)}. The same as a document for programs: <a href="/openapi.json">/openapi.json</a>. <a href="/">To the pages</a>.</p>
<nav aria-label="Groups"><ul>${groups.map(g => `<li><a href="#${anchor(g.name)}">${text(g.name)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${groups.map(g => `<section aria-labelledby="${anchor(g.name)}"><h2 id="${anchor(g.name)}">${text(g.name)}</h2><p>${text(g.description ?? '')}</p>${g.operations.map(operationShown).join('\n')}</section>`).join('\n')}
</main>
</body>
</html>
`
}

function operationShown({
  path,
  method,
  operation,
}: {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}): string {
  const body = Object.entries(operation.requestBody?.content ?? {})
  return `<details id="${anchor(`${method}-${path}`)}">
<summary><span class="method">${method.toUpperCase()}</span> <code>${text(path)}</code> <span class="about">${text(operation.summary ?? '')}</span></summary>
${operation.description ? `<p>${text(operation.description)}</p>` : ''}
${parametersShown(operation.parameters ?? [])}
${body.map(([type, { schema }]) => `<h3>Body, ${text(type)}</h3>${schemaShown(schema)}`).join('')}
${Object.entries(operation.responses ?? {})
  .map(responseShown)
  .join('')}
</details>`
}

function parametersShown(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    p =>
      `<tr><td><code>${text(p.name)}</code></td><td>${text(p.in)}</td><td>${text(kindOf(p))}</td><td>${text(p.description ?? '')}</td></tr>`,
  )
  return `<h3>Parameters</h3><div class="table"><table><thead><tr><th>Name</th><th>In</th><th>Kind</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function kindOf({ schema = {}, required }: Parameter): string {
  const values = schema.enum ?? schema.items?.enum
  const { default: fallback } = schema
  const parts = [
    schema.type === 'array' ? 'list, repeat the key' : (schema.type ?? 'text'),
    ...(required ? ['required'] : []),
    ...(fallback === undefined || (Array.isArray(fallback) && fallback.length === 0) ? [] : [`default ${JSON.stringify(fallback)}`]),
    ...(schema.maximum === undefined ? [] : [`at most ${schema.maximum}`]),
    ...(values ? [values.map(String).join(' | ')] : []),
  ]
  return parts.join('; ')
}

function responseShown([status, { description, content = {} }]: [string, NonNullable<Operation['responses']>[string]]): string {
  const shapes = Object.entries(content).map(([type, { schema }]) => `<p>${text(type)}</p>${schemaShown(schema)}`)
  const words = description && description !== 'Default Response' ? ` ${text(description)}` : ''
  return `<h3>${text(status)}${words}</h3>${shapes.join('')}`
}

const schemaShown = (schema: unknown) => (schema === undefined ? '' : `<pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre>`)

const anchor = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (words: string) => words.replace(/[&<>"]/g, c => ENTITIES[c] ?? c)
