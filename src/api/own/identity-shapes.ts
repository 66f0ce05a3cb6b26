import { Type } from '../type.ts'

const Text = Type.String()
const TextOrNull = Type.Union([Text, Type.Null()])
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])
const open = { additionalProperties: true }

const VERDICTS = Type.Object({ same: Type.Integer(), different: Type.Integer(), unsure: Type.Integer() })
const SIDE = Type.Object(
  { record: Text, entity: Text, source: Text, caption: Text, schema: Text, facts: Type.Record(Text, Type.Array(Text)) },
  open,
)

/** How records are joined, and what waits for a person. */
export const IDENTITY_ANSWER = Type.Object(
  {
    figures: Type.Object({ entities: Type.Integer(), records: Type.Integer(), automatic: VERDICTS, decided: VERDICTS }, open),
    proposals: Type.Array(
      Type.Object(
        { a: SIDE, b: SIDE, score: NumberOrNull, reason: Text, recorded: Text, explanations: Type.Record(Text, Type.Object({}, open)) },
        open,
      ),
    ),
    total: Type.Integer(),
  },
  open,
)

const DECIDED = Type.Object({ record: Text, entity: Text, source: Text, sourceTitle: Text, caption: Text }, open)

/** What people decided. */
export const DECISIONS_ANSWER = Type.Object({
  decisions: Type.Array(
    Type.Object(
      {
        a: DECIDED,
        b: DECIDED,
        verdict: Type.Enum(['same', 'different', 'unsure']),
        reason: Text,
        by: Text,
        recorded: Text,
        holds: Type.Boolean(),
      },
      open,
    ),
  ),
  total: Type.Integer(),
})

/** What was taken in from a resolver file. */
export const DECISIONS_TAKEN = Type.Object({
  kept: Type.Integer(),
  known: Type.Integer(),
  unknown: Type.Integer(),
  broken: Type.Array(Type.Object({ line: Type.Integer(), text: Text })),
})

/** A word on two records. */
export const JUDGEMENT = Type.Object(
  { a: Text, b: Text, verdict: Type.Enum(['same', 'different', 'unsure']), reason: Text, by: Text, recorded: Type.Integer() },
  open,
)

const FOLLOW = {
  id: Text,
  what: Type.Object({ kind: Type.Enum(['party', 'list', 'authority']), id: Text }),
  webhook: TextOrNull,
  everything: Type.Boolean(),
}

/** What is followed, without the keys that messages are signed with. */
export const FOLLOWS_ANSWER = Type.Object({
  follows: Type.Array(Type.Object({ ...FOLLOW, waiting: Type.Integer(), failure: TextOrNull }, open)),
})

/** A follow just made, with its signing key. */
export const FOLLOW_MADE = Type.Object({ ...FOLLOW, secret: Text }, open)
