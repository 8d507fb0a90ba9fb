/**
 * As much of JSON Schema 2020-12 as the description of a form uses, so that a test can hold answers against it
 * without another package. Any word it does not know is an error: nothing is passed over in silence.
 */
type Schema = boolean | { readonly [word: string]: unknown }

const notes = new Set(['$schema', 'title', 'description'])

/** Tells whether a value fits a schema. */
export function fits(schema: Schema, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema
  return Object.entries(schema).every(([word, said]) => {
    if (notes.has(word)) return true
    const check = checks[word]
    if (!check) throw new Error(`the schema says "${word}", which this test does not know`)
    return check(said, value, schema)
  })
}

type Check = (said: unknown, value: unknown, schema: { readonly [word: string]: unknown }) => boolean

const isText = (value: unknown): value is string => typeof value === 'string'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: /^\S+@\S+\.\S+$/,
}

const checks: Readonly<Record<string, Check>> = {
  type: (said, value) =>
    said === 'object'
      ? isObject(value)
      : said === 'array'
        ? Array.isArray(value)
        : said === 'integer'
          ? Number.isInteger(value)
          : typeof value === said,
  const: (said, value) => said === value,
  enum: (said, value) => (said as unknown[]).includes(value),
  minimum: (said, value) => typeof value !== 'number' || value >= Number(said),
  maximum: (said, value) => typeof value !== 'number' || value <= Number(said),
  minLength: (said, value) => !isText(value) || [...value].length >= Number(said),
  maxLength: (said, value) => !isText(value) || [...value].length <= Number(said),
  pattern: (said, value) => !isText(value) || new RegExp(String(said), 'u').test(value),
  format: (said, value) => !isText(value) || formats[String(said)]?.test(value) === true,
  minItems: (said, value) => !Array.isArray(value) || value.length >= Number(said),
  maxItems: (said, value) => !Array.isArray(value) || value.length <= Number(said),
  uniqueItems: (_, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (said, value) => !Array.isArray(value) || value.every((each) => fits(said as Schema, each)),
  contains: (said, value) => !Array.isArray(value) || value.some((each) => fits(said as Schema, each)),
  required: (said, value) => !isObject(value) || (said as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (said, value) =>
    !isObject(value) ||
    Object.entries(said as Record<string, Schema>).every(
      ([name, each]) => !Object.hasOwn(value, name) || fits(each, value[name]),
    ),
  additionalProperties: (said, value, { properties = {} }) =>
    said !== false || !isObject(value) || Object.keys(value).every((name) => Object.hasOwn(properties as object, name)),
  allOf: (said, value) => (said as Schema[]).every((each) => fits(each, value)),
  anyOf: (said, value) => (said as Schema[]).some((each) => fits(each, value)),
  oneOf: (said, value) => (said as Schema[]).filter((each) => fits(each, value)).length === 1,
  not: (said, value) => !fits(said as Schema, value),
  if: (said, value, schema) =>
    fits(((fits(said as Schema, value) ? schema.then : schema.else) ?? true) as Schema, value),
  // Judged with "if".
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
  then: () => true,
  else: () => true,
}
