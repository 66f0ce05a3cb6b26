import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { WhoListsError } from '../../model/index.ts'
import { HttpRefusal } from '../errors.ts'
import { answerLines } from '../lines.ts'
import { list } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { SCREEN_PARAMETERS, screenOptions } from './screen.ts'
import { FILE_LINE } from './shapes.ts'

/** The largest table taken. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

/** `POST /api/screen-file`: a table of names, answered line by line as it is screened. */
export async function fileRoutes({ server, app }: Routes): Promise<void> {
  // What reads forms with files does something for each request: only for those of this route.
  await server.register(async own => {
    await own.register(multipart, { limits: { files: 1, fileSize: MAX_FILE_BYTES, fields: 20 }, throwFileSizeLimit: false })
    tableRoute({ server: own, app })
  })
}

function tableRoute({ server, app }: Pick<Routes, 'server' | 'app'>): void {
  server.post(
    '/api/screen-file',
    {
      schema: {
        tags: ['WhoLists'],
        summary: 'Screen a table (CSV, XLSX, ODS)',
        description:
          'Send the file as multipart/form-data. The answer is JSON lines: the columns recognised, a line for each row, progress, and the end; a failure on the way is the last line.',
        consumes: ['multipart/form-data'],
        querystring: Type.Object({
          ...SCREEN_PARAMETERS,
          schema: Type.Optional(Type.String({ description: 'What the rows are, where no column says it.' })),
          column: list('property:head for a column whose head does not say what it holds, such as birthDate:Born; -:head leaves one out.'),
          headless: Type.Boolean({ description: 'The first row is data: columns go by "Column 1", "Column 2".', default: false }),
          recognise: Type.Boolean({ description: 'Only say what the columns hold; nothing is screened.', default: false }),
        }),
        response: { 200: inForm('application/x-ndjson', 'A line for each step.', FILE_LINE), ...errors(400, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      const options = screenOptions(app, request.query)
      const columns = columnsOf(request.query.column)
      const file = await fileOf(request)
      const { schema = null, headless, recognise } = request.query
      const rows = app.screenFile({ name: file.filename, bytes: bytesOf(file), columns, schema, headless, recognise }, options)
      return answerLines(reply, rows)
    },
  )
}

async function fileOf(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new HttpRefusal(400, 'Send the file as multipart/form-data.')
  const file = await request.file()
  if (!file) throw new HttpRefusal(400, 'There is no file in the request.')
  return file
}

async function* bytesOf({ file, filename }: MultipartFile): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of file) yield bytes as Uint8Array
    if (file.truncated)
      throw new WhoListsError('input.invalid', { what: filename, expected: `at most ${MAX_FILE_BYTES} bytes`, seen: 'more' })
  } finally {
    file.resume()
  }
}

// Properties by head.
function columnsOf(texts: readonly string[]): Readonly<Record<string, string>> {
  const pairs = texts.map(text => {
    const colon = text.indexOf(':')
    if (colon < 1) throw new HttpRefusal(400, `column: expected property:head, got ${text}`)
    return [text.slice(colon + 1), text.slice(0, colon)] as const
  })
  return Object.fromEntries(pairs)
}
