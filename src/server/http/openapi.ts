import type { Language } from '#domain/language/language.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import type { App } from '#server/app.ts'
import { apiProblemStatuses } from '#server/http/api-problem.ts'
import { answersSchema, type JsonSchema } from '#server/http/describe-form.ts'

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
const text = { type: 'string' }
const instant = { type: 'string', format: 'date-time' }
/** Of some steps only the day is known. */
const instantOrDay = { anyOf: [instant, { type: 'string', format: 'date' }] }
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new UUID for each form; the same one when it is sent again.',
  schema: { type: 'string', format: 'uuid' },
}

const recordsSchema = {
  type: 'object',
  properties: { records: { type: 'array', items: { type: 'object' } }, next: text },
  required: ['records'],
}

/** The API described as OpenAPI 3.1, made from the definitions: nothing in it is typed twice. */
export function describeApi(app: App, language: Language, version: string): JsonSchema {
  const forms = [...app.forms.values()].filter((form) => form.access === 'public')
  return {
    openapi: '3.1.0',
    info: { title: 'Llafar', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: app.config.siteUrl }],
    paths: {
      '/api/health': { get: { operationId: 'health', responses: { 200: answer('It can store', healthSchema) } } },
      '/api/forms': { get: { operationId: 'listForms', responses: { 200: answer('The public forms', formsSchema) } } },
      ...Object.fromEntries(
        forms.map((form) => [
          `/api/forms/${form.id}`,
          { get: describeOne(app, form), post: sendForm(app, form, language) },
        ]),
      ),
      '/api/track': trackPath(
        'track',
        { type: 'object', properties: codeProperties, required: ['code'] },
        trackedSchema,
      ),
      ...Object.fromEntries(
        trackingForms(app).map(([path, form]) => [
          `/api/track/${path}`,
          trackPath(`track-${path}`, trackingBody(app, form, language), receivedSchema, [idempotencyKey]),
        ]),
      ),
      '/api/records': {
        get: {
          operationId: 'listRecords',
          security: [{ token: [] }],
          parameters: [{ name: 'after', in: 'query', schema: text }],
          responses: { 200: answer('Records after a place, sealed as they are kept', recordsSchema), ...problems() },
        },
      },
    },
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function describeOne(app: App, form: ResolvedForm) {
  return {
    operationId: `describe-${form.id}`,
    parameters: [{ name: 'language', in: 'query', schema: { enum: app.service.languages } }],
    responses: { 200: answer('The form as it stands', describedSchema) },
  }
}

function sendForm(app: App, form: ResolvedForm, language: Language) {
  const { words } = formScreenWords(form.id, language, app.service)
  return {
    operationId: `send-${form.id}`,
    summary: words.title,
    parameters: [idempotencyKey],
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        properties: {
          language: { enum: app.service.languages },
          answers: withinAnother(answersSchema(form, words)),
          ...(form.confidentialityFirst && { confidentiality: receiptSchema(app) }),
          ...(form.tracked && { trackingCode: { type: 'boolean', default: true } }),
          ...(form.survey === 'closure' && { surveyCode: { ...text, description: 'Six picture-words, used once' } }),
        },
        required: [
          'language',
          'answers',
          ...(form.confidentialityFirst ? ['confidentiality'] : []),
          ...(form.survey === 'closure' ? ['surveyCode'] : []),
        ],
      }),
    },
    responses: { 201: answer('It is on disk', storedSchema), ...problems() },
  }
}

function trackPath(operationId: string, body: JsonSchema, result: JsonSchema, parameters: readonly JsonSchema[] = []) {
  return {
    post: {
      operationId,
      parameters,
      requestBody: { required: true, content: json(body) },
      responses: { [parameters.length > 0 ? 201 : 200]: answer('Found', result), ...problems() },
    },
  }
}

/** The forms that the holder of a tracking code can send, by the last part of their address. */
function trackingForms(app: App): readonly (readonly [string, ResolvedForm])[] {
  return [...app.forms.values()]
    .filter((form) => form.access === 'tracking')
    .map((form) => [form.id.replace(/^child-/, ''), form] as const)
}

function trackingBody(app: App, form: ResolvedForm, language: Language): JsonSchema {
  const { words } = formScreenWords(form.id, language, app.service)
  const properties = { ...codeProperties, answers: withinAnother(answersSchema(form, words)) }
  return { type: 'object', properties, required: ['code', 'answers'] }
}

/** JSON Schema allows `$schema` only at the root. */
function withinAnother({ $schema: _atTheRoot, ...schema }: JsonSchema): JsonSchema {
  return schema
}

function answer(description: string, schema: JsonSchema) {
  return { description, content: json(schema) }
}

function problems() {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const named = Map.groupBy(Object.entries(apiProblemStatuses), ([, status]) => status)
  return Object.fromEntries(
    [...named].map(([status, kinds]) => [status, { description: kinds.map(([kind]) => kind).join(', '), content }]),
  )
}

function receiptSchema(app: App): JsonSchema {
  return {
    type: 'object',
    properties: {
      version: { const: app.service.confidentiality.version },
      language: { enum: app.service.languages },
      format: { enum: ['text', 'symbols', 'read-aloud'] },
      answer: { enum: ['understood', 'explain'] },
    },
    required: ['version', 'language', 'format', 'answer'],
  }
}

const codeProperties = { code: { ...text, description: 'Six picture-words, in either language' }, language: text }

const problemSchema = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: {
      type: 'array',
      items: { type: 'object', properties: { question: text, rule: text, message: text } },
    },
  },
  required: ['type', 'title', 'status', 'detail'],
}

const receivedSchema = { type: 'object', properties: { receivedAt: instant } }

const storedSchema = {
  type: 'object',
  properties: {
    reference: text,
    receivedAt: instant,
    trackingCode: text,
    next: { type: 'object', properties: { by: instant, says: text } },
  },
  required: ['receivedAt', 'next'],
}

const trackedSchema = {
  type: 'object',
  properties: {
    status: { enum: ['received', 'accepted', 'not-accepted', 'contacted', 'answered', 'closed'] },
    says: text,
    steps: { type: 'array', items: { type: 'object', properties: { name: text, at: instantOrDay } } },
    due: instantOrDay,
    advocate: { type: 'object', properties: { name: text, reach: text } },
    messages: { type: 'array', items: text },
  },
  required: ['status', 'says', 'steps', 'messages'],
}

const healthSchema = { type: 'object', properties: { status: text, version: text } }
const formsSchema = {
  type: 'object',
  properties: {
    forms: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: text, title: text, pages: { type: 'object', additionalProperties: text } },
        required: ['id', 'title', 'pages'],
      },
    },
  },
  required: ['forms'],
}

const describedSchema = {
  type: 'object',
  properties: {
    id: text,
    version: { type: 'integer' },
    confidentiality: { type: ['object', 'null'], properties: { version: text } },
    schema: { type: 'object', description: 'The JSON Schema 2020-12 of "answers"' },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        properties: { question: text, rule: text, says: text },
        required: ['question', 'rule'],
      },
    },
  },
  required: ['id', 'version', 'confidentiality', 'schema', 'rules'],
}
