import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler'

const inPool = AjvCompiler()

type Validate = ReturnType<ReturnType<BuildCompilerFromPool>>

/** Fastify's own validators, each compiled when its route is first asked: most never are, and all together take 5 MB. */
export const validatorsWhenAsked: BuildCompilerFromPool = (schemas, options) => {
  const compile = inPool(schemas, options)
  return (...route) => {
    let validate: Validate | undefined
    const late = (value: unknown) => {
      validate ??= compile(...route)
      const valid = validate(value)
      late.errors = validate.errors
      return valid
    }
    late.errors = undefined as Validate['errors']
    return late as Validate
  }
}
