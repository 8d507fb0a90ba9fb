import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages } from '#domain/language/language.ts'
import { isShown } from '#forms/conditions.ts'
import { type Answers, questionsOf, type ResolvedForm, type ResolvedQuestion } from '#forms/define-form.ts'
import { parseAnswers } from '#forms/parse-answers.ts'
import { answersSchema, describeForm } from '#server/http/describe-form.ts'
import { describeApi } from '#server/http/openapi.ts'
import { receiveApiForm } from '#server/http/receive-api-form.ts'
import { trackByApi } from '#server/http/track-by-api.ts'
import { publicForms } from '../browser/public-forms.ts'
import { answersOf, validAnswer } from '../browser/valid-answers.ts'
import { aForm } from '../builders/a-form.ts'
import { aClosedCase, received, said } from '../builders/closed-case.ts'
import { receipt } from '../builders/self-referral.ts'
import { makeTestApp } from '../builders/test-app.ts'

/** A Monday, on which London keeps UTC. The wrong days below are on either side of it. */
const NOW = '2026-11-02T12:00:00.000Z'
const context = { today: '2026-11-02', now: NOW } as Parameters<typeof parseAnswers>[2]

/** A JSON Schema validator that is not ours, as strict as it can be: a word it does not know is an error. */
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true })
formats.default(ajv)

const app = await makeTestApp({ now: NOW })
const isPublic = (form: ResolvedForm) => form.access === 'public'
/** The forms whose schemas anybody can read: the public ones, and those for the holder of a tracking code. */
const everyForm = [...app.forms.values()].filter(({ access }) => access !== 'staff')
const dataOf = (form: ResolvedForm) => publicForms.find((each) => each.form.id === form.id)?.data ?? {}

/** The shortest valid answers, and the longest of each way through the form. */
const validOf = (form: ResolvedForm): readonly Answers[] => {
  const data = dataOf(form)
  const ways = data.ways ?? [{}]
  return [
    answersOf(form, data, { howMuch: 'required' }),
    ...ways.map((way) => answersOf(form, data, { way, howMuch: 'everything' })),
  ]
}

type Example = {
  readonly what: string
  readonly answers: unknown
  readonly question: string
  readonly rule: string
}

/** Wrong answers to a question by its kind, and the rule that the API names: written by hand, from the contract. */
function wrongAnswers(question: ResolvedQuestion): readonly (readonly [what: string, answer: unknown, rule: string])[] {
  const [first = ''] = (question.choices ?? []).map(({ id }) => id)
  switch (question.kind) {
    case 'choice':
    case 'faces':
    case 'area':
    case 'list':
    case 'yes-no':
      return [
        ['a choice that is not offered', 'pigeon', 'unknownChoice'],
        ['a choice with a space after it', `${first} `, 'unknownChoice'],
        ['no text in it', '', 'unknownChoice'],
        ['a list', [first], 'wrongType'],
        ['a number', 1, 'wrongType'],
        ['true', true, 'wrongType'],
        ['null', null, 'wrongType'],
      ]
    case 'choices':
    case 'ranked':
      return [
        ['one choice that is no list', first, 'wrongType'],
        ['an empty list', [], 'missing'],
        ['a choice that is not offered', ['pigeon'], 'unknownChoice'],
        ['a number in the list', [1], 'wrongType'],
        ['the same choice twice', [first, first], 'repeated'],
        ['null', null, 'wrongType'],
        ['an object', { 0: first }, 'wrongType'],
        ...(question.kind === 'ranked' && (question.choices ?? []).length > question.ranks
          ? [
              [
                'too many',
                (question.choices ?? []).map(({ id }) => id).slice(0, question.ranks + 1),
                'tooMany',
              ] as const,
            ]
          : []),
      ]
    case 'short-text':
    case 'long-text':
      return [
        ['one letter too many', 'ŵ'.repeat(question.maxCharacters + 1), 'tooLong'],
        ['one emoji too many', '🦊'.repeat(question.maxCharacters + 1), 'tooLong'],
        ['nothing', '', 'missing'],
        ['only spaces', ' \n\u00a0', 'missing'],
        ['a number', 7, 'wrongType'],
        ['a list', ['x'], 'wrongType'],
        ['null', null, 'wrongType'],
      ]
    case 'drawing':
      return [
        ['a point too many', `${'zzzz'.repeat(question.maxCharacters / 4)}zzzz`, 'tooLong'],
        ['half a point', '0a0a2', 'unreadable'],
        ['a picture of another kind', '<svg/>', 'unreadable'],
        ['a line of nothing', '0a0a..0a0a', 'unreadable'],
        ['nothing', '', 'missing'],
        ['a list', ['0a0a'], 'wrongType'],
        ['null', null, 'wrongType'],
      ]
    case 'number':
      return [
        ['a number in words', 'deg', 'notANumber'],
        ['a number as text', '12', 'notANumber'],
        ['half a number', question.smallest + 0.5, 'notANumber'],
        ['one too many', question.largest + 1, 'tooBig'],
        ['one too few', question.smallest - 1, 'tooSmall'],
        ['null', null, 'notANumber'],
      ]
    case 'date':
      return [
        ['a day written another way', '31/1/2027', 'notADate'],
        ['a day that is in no calendar', '2027-02-30', 'notADate'],
        ['a day in a leap year that is none', '2027-02-29', 'notADate'],
        ['a day with its time', '2027-01-31T10:00:00.000Z', 'notADate'],
        ['a day before 1900', '1899-12-31', 'notADate'],
        ['a number', 20270131, 'wrongType'],
        ['null', null, 'wrongType'],
      ]
    case 'moment':
      return [
        ['a day alone', '2020-01-31', 'notADate'],
        ['a moment without its milliseconds', '2020-01-31T10:00:00Z', 'notADate'],
        ['a moment in another zone', '2020-01-31T10:00:00.000+01:00', 'notADate'],
        ['an hour that is none', '2020-01-31T25:00:00.000Z', 'notADate'],
        ['a number', 1580464800000, 'wrongType'],
      ]
    case 'phone':
      return [
        ['words', 'ffonia fi', 'notAPhone'],
        ['five digits', '07700', 'notAPhone'],
        ['sixteen digits', '0770090045612345', 'notAPhone'],
        ['a plus in the middle', '07700+900456', 'notAPhone'],
        ['twenty-five characters', '0 7 7 0 0 9 0 0 4 5 6 - -', 'tooLong'],
        ['a number', 7700900456, 'wrongType'],
      ]
    case 'email':
      return [
        ['no at', 'sian.example.com', 'notAnEmail'],
        ['no place', 'sian@', 'notAnEmail'],
        ['a place without a dot', 'sian@example', 'notAnEmail'],
        ['a space in it', 'sian @example.com', 'notAnEmail'],
        ['an ending that is none', 'sian@example.c1', 'notAnEmail'],
        ['255 characters', `${'s'.repeat(243)}@example.com`, 'tooLong'],
        ['null', null, 'wrongType'],
      ]
  }
}

/** Every example of a form that is wrong in shape, choice, length, number or visibility. */
function wrongExamples(form: ResolvedForm): readonly Example[] {
  const bases = validOf(form)
  return [
    {
      what: 'a question that is not ours',
      answers: { ...bases[0], shoeSize: 4 },
      question: 'shoeSize',
      rule: 'unknownQuestion',
    },
    ...[[], 'text', 7, null].map((answers) => ({
      what: `${JSON.stringify(answers)} for all answers`,
      answers,
      question: '',
      rule: 'wrongType',
    })),
    ...questionsOf(form).flatMap((question) => {
      const { id } = question
      const shown = bases.find((base) => base[id] !== undefined)
      const hidden = bases.find((base) => !isShown(question, base))
      const { [id]: _left, ...without } = shown ?? {}
      return [
        ...(shown
          ? wrongAnswers(question).map(([what, answer, rule]) => ({
              what,
              answers: { ...shown, [id]: answer },
              question: id,
              rule,
            }))
          : []),
        ...(hidden
          ? [
              {
                what: 'an answer to a hidden question',
                answers: { ...hidden, [id]: validAnswer(question) },
                question: id,
                rule: 'hidden',
              },
            ]
          : []),
        ...(shown && question.required ? [{ what: 'no answer', answers: without, question: id, rule: 'missing' }] : []),
      ]
    }),
  ]
}

/** The tracking code of a request that the forms about one can be sent with. */
const codes = received(app, 'self-referral', { name: 'Sam', contactMethods: ['come-back'] }).then(({ trackingCode }) =>
  said(trackingCode ?? []),
)

/** The answer of the API to these answers, everything around them being right. */
async function post(
  form: ResolvedForm,
  answers: unknown,
  { language = 'en' as Language, trackingCode = true, surveyCode = '' } = {},
) {
  const code = isPublic(form) ? undefined : await codes
  const request = new Request(`http://localhost:4321/api/forms/${form.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ code, language, answers, confidentiality: receipt, trackingCode, surveyCode }),
  })
  const asked = { request, form: form.id, address: '192.0.2.7' }
  const response = await (isPublic(form) ? receiveApiForm(app, asked) : trackByApi(app, asked))
  const body = (await response.json()) as { errors?: { question: string; rule: string; message: string }[] }
  return { status: response.status, errors: body.errors ?? [], body }
}

const describedIn = (form: ResolvedForm, language: Language) => describeForm(app, form, language)
const compiled = (form: ResolvedForm, language: Language) => ajv.compile({ ...describedIn(form, language).schema })

describe.each(everyForm.map((form) => [form.id, form] as const))('the schema of %s', (_, form) => {
  test.each(languages)('is a JSON Schema 2020-12 (%s)', (language) => {
    const { schema } = describedIn(form, language)

    expect([schema.$schema, ajv.validateSchema({ ...schema })]).toEqual([
      'https://json-schema.org/draft/2020-12/schema',
      true,
    ])
  })

  test.each(languages)(
    'fits the shortest and the longest valid answers, and so does the parser take them (%s)',
    (language) => {
      const fits = compiled(form, language)
      const refused = validOf(form).flatMap((answers) => {
        const parsed = parseAnswers(form, answers, context)
        return fits(answers) && parsed.ok ? [] : [{ errors: fits.errors, parsed }]
      })

      expect(refused).toEqual([])
    },
  )

  test('asks every question in one of these valid answers: no wrong example is left out', () => {
    const asked = new Set(validOf(form).flatMap(Object.keys))

    expect(
      questionsOf(form)
        .map(({ id }) => id)
        .filter((id) => !asked.has(id)),
    ).toEqual([])
  })

  test.each(languages)('refuses every example wrong in shape, choice, length or visibility (%s)', (language) => {
    const fits = compiled(form, language)
    const accepted = wrongExamples(form).filter(({ answers }) => fits(answers))

    expect(accepted.map(({ question, what }) => `${question}: ${what}`)).toEqual([])
  })

  test('refuses nothing that the parser takes, and the parser names the rule', () => {
    const otherwise = wrongExamples(form).flatMap(({ what, answers, question, rule }) => {
      const parsed = parseAnswers(form, answers, context)
      const isNamed = !parsed.ok && parsed.problems.some((each) => each.question === question && each.rule === rule)
      return isNamed ? [] : [{ what, question, rule, parsed }]
    })

    expect(otherwise).toEqual([])
  })
})

describe.each(everyForm.filter(isPublic).map((form) => [form.id, form] as const))(
  'the API, asked for %s',
  (_, form) => {
    test.each(languages)('stores the shortest and the longest valid answers (%s)', async (language) => {
      const statuses: number[] = []
      for (const answers of validOf(form)) {
        const surveyCode = form.survey === 'closure' ? (await aClosedCase(app)).surveyCode : ''
        statuses.push((await post(form, answers, { language, surveyCode })).status)
      }

      expect(statuses).toEqual(validOf(form).map(() => 201))
    })

    test.each(languages)(
      'refuses each wrong example with 422, its question, its rule and a sentence (%s)',
      async (language) => {
        const otherwise: unknown[] = []
        for (const { what, answers, question, rule } of wrongExamples(form)) {
          const { status, errors } = await post(form, answers, { language })
          const isNamed = errors.some(
            (each) => each.question === question && each.rule === rule && /[.?!]$/.test(each.message),
          )
          if (status !== 422 || !isNamed) otherwise.push({ what, question, rule, status, errors })
        }

        expect(otherwise).toEqual([])
      },
    )
  },
)

/** What each rule of `rules` refuses, and the name that the API gives it. */
const refusedBy: Readonly<Record<string, readonly (readonly [answer: unknown, rule: string])[]>> = {
  'future date': [['2026-11-01', 'inPast']],
  'past date': [['2026-11-03', 'inFuture']],
  'readable text': [
    ['a\u0000b', 'unreadable'],
    ['a\u001bb', 'unreadable'],
    ['a\ud83eb', 'unreadable'],
    ['a\ufffdb', 'unreadable'],
  ],
}
/** Answers, each fine alone, that a rule refuses together. */
const refusedTogether: Readonly<Record<string, Readonly<{ answers: Answers; trackingCode?: boolean }>>> = {
  // Feedback asks how to reach somebody only when they want an answer.
  alsoSafe: { answers: { wantsAnswer: 'yes', contactMethods: ['text', 'letter'], neverUse: ['letter'] } },
  nobodyCouldReach: { answers: { wantsAnswer: 'yes', contactMethods: ['come-back'] }, trackingCode: false },
}

describe.each(everyForm.map((form) => [form.id, form] as const))('the rules of %s', (_, form) => {
  const rules = describedIn(form, 'en').rules as readonly { question: string; rule: string; says?: string }[]
  const exampleOf = (question: string) => validOf(form).find((answers) => answers[question] !== undefined) ?? {}

  test('name every question that asks for a day or a moment on one side of now, and every refusal', () => {
    const expected = questionsOf(form).flatMap((question) =>
      (question.kind === 'date' || question.kind === 'moment') && question.when !== 'any'
        ? [[question.id, `${question.when} ${question.kind}`]]
        : [],
    )
    const named = rules.map(({ question, rule }) => [question, rule])

    expect(named).toEqual(
      expect.arrayContaining([...expected, ...(form.refusals ?? []).map(({ question, rule }) => [question, rule])]),
    )
  })

  test('refuse what the schema takes, by the name that the API gives', async () => {
    const fits = compiled(form, 'en')
    const otherwise: unknown[] = []
    for (const { question, rule, says } of rules) {
      const together = refusedTogether[rule]
      const examples = together
        ? [{ answers: answersOf(form, dataOf(form), { way: together.answers, howMuch: 'required' }), named: rule }]
        : (refusedBy[rule] ?? []).map(([answer, named]) => ({
            answers: { ...exampleOf(question), [question]: answer },
            named,
          }))
      if (examples.length === 0 || (together && !says?.endsWith('.')))
        otherwise.push(`no example or no words for ${rule}`)
      for (const { answers, named } of examples) {
        const trackingCode = together?.trackingCode ?? true
        const parsed = parseAnswers(form, answers, context, { trackingCode })
        const sent = await post(form, answers, { trackingCode })
        const isRefused =
          !parsed.ok && parsed.problems.some((each) => each.question === question && each.rule === named)
        const isRefusedByApi =
          sent.status === 422 && sent.errors.some((each) => each.question === question && each.rule === named)
        if (!fits(answers) || !isRefused || !isRefusedByApi)
          otherwise.push({ question, rule, named, schema: fits.errors, parsed, sent })
      }
    }

    expect(otherwise).toEqual([])
  })
})

describe('a question for a moment, which only staff are asked', () => {
  const form = aForm([
    [
      { id: 'began', kind: 'moment', when: 'past', keep: ['counted'] },
      { id: 'due', kind: 'moment', when: 'future', keep: ['counted'] },
    ],
  ])
  const words = { title: '', pages: {}, send: '', questions: { began: { label: 'Began' }, due: { label: 'Due' } } }
  const fits = ajv.compile({ ...answersSchema(form, words) })
  const valid = { began: '2026-11-02T12:00:00.000Z', due: '2026-11-02T12:00:00.000Z' }

  test('has a schema that takes UTC to the millisecond, as the parser does', () => {
    expect([fits(valid), parseAnswers(form, valid, context).ok]).toEqual([true, true])
  })

  test.each(
    questionsOf(form).flatMap((question) =>
      wrongAnswers(question).map(([what, answer, rule]) => [question.id, what, answer, rule] as const),
    ),
  )('refuses for %s %s, and so does the parser', (id, _, answer, rule) => {
    const parsed = parseAnswers(form, { [id]: answer }, context)

    expect([fits({ [id]: answer }), parsed]).toEqual([false, { ok: false, problems: [{ question: id, rule }] }])
  })

  test('is named in the rules, which the parser holds to', () => {
    const rules = (describedIn(app.forms.get('answerphone') as ResolvedForm, 'cy').rules as readonly object[]).filter(
      (rule) => JSON.stringify(rule).includes('moment'),
    )
    const late = { began: '2026-11-02T12:00:00.001Z', due: '2026-11-02T11:59:59.999Z' }

    expect(rules).toEqual([
      { question: 'occurredAt', rule: 'past moment' },
      { question: 'repliedAt', rule: 'past moment' },
    ])
    expect([fits(late), parseAnswers(form, late, context)]).toEqual([
      true,
      {
        ok: false,
        problems: [
          { question: 'began', rule: 'inFuture' },
          { question: 'due', rule: 'inPast' },
        ],
      },
    ])
  })
})

describe('schema and API', () => {
  const form = app.forms.get('self-referral') as ResolvedForm
  const least = { name: 'Sam', contactMethods: ['come-back'] }

  test('differ in one thing only: the API cuts spaces off at the ends before it counts', async () => {
    const answers = { ...least, name: `${'x'.repeat(80)}   ` }

    expect([compiled(form, 'en')(answers), (await post(form, answers)).status]).toEqual([false, 201])
  })

  test('take no answer by a name of the language itself', async () => {
    const answers = JSON.parse(
      '{"name":"Sam","contactMethods":["come-back"],"__proto__":{"age":12},"constructor":"x"}',
    ) as unknown
    const { status, errors } = await post(form, answers)

    expect([compiled(form, 'en')(answers), status, errors.map(({ question, rule }) => [question, rule])]).toEqual([
      false,
      422,
      [
        ['__proto__', 'unknownQuestion'],
        ['constructor', 'unknownQuestion'],
      ],
    ])
  })
})

type OpenApi = {
  readonly openapi: string
  readonly info: Record<string, unknown>
  readonly servers: readonly { url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Record<string, object> }
}
type Operation = {
  readonly operationId: string
  readonly parameters?: readonly { name: string; in: string; schema: object; required?: boolean }[]
  readonly requestBody?: { readonly content: Record<string, { schema: object }> }
  readonly responses: Readonly<Record<string, { description: string; content?: Record<string, { schema: object }> }>>
}

describe.each(languages)('/api/openapi.json (%s)', (language) => {
  const api = JSON.parse(JSON.stringify(describeApi(app, language, '0.1.0'))) as OpenApi
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const named = (path: string, method: string) =>
    operations.find((each) => each.path === path && each.method === method)?.operation
  /** A schema of the document, with what its references lead to. */
  const compile = (schema: object) => openApiAjv.compile({ ...schema, components: api.components })
  const openApiAjv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false })
  formats.default(openApiAjv)
  openApiAjv.addVocabulary(['components'])

  test('has what OpenAPI 3.1 requires of a document', () => {
    expect(api.openapi).toMatch(/^3\.1\.\d+$/)
    expect([typeof api.info.title, typeof api.info.version, Object.keys(api.paths).length > 0]).toEqual([
      'string',
      'string',
      true,
    ])
    expect(api.servers.map(({ url }) => url)).toEqual(['http://localhost:4321'])
  })

  test('has paths that begin at the root, methods that exist, and names used once', () => {
    expect(
      operations.filter(({ path, method }) => !path.startsWith('/api/') || !['get', 'post'].includes(method)),
    ).toEqual([])
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  })

  test('answers every operation with a status and a description, and fills every blank in a path', () => {
    const wrong = operations.filter(({ path, operation }) => {
      const statuses = Object.entries(operation.responses)
      const blanks = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const filled = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name)
      return (
        statuses.length === 0 ||
        statuses.some(([status, { description }]) => !/^[1-5]\d\d$/.test(status) || !description) ||
        String(blanks) !== String(filled)
      )
    })

    expect(wrong).toEqual([])
  })

  test('describes every public form, to read and to send, and no other', () => {
    const described = operations.flatMap(({ path, method }) =>
      path.startsWith('/api/forms/') ? [`${method} ${path.slice(11)}`] : [],
    )

    expect(described.sort()).toEqual(
      everyForm
        .filter(isPublic)
        .flatMap(({ id }) => [`get ${id}`, `post ${id}`])
        .sort(),
    )
  })

  test('holds only schemas that compile', () => {
    const schemas = operations.flatMap(({ operation }) => [
      ...(operation.parameters ?? []).map(({ schema }) => schema),
      ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(operation.responses).flatMap(({ content }) =>
        Object.values(content ?? {}).map(({ schema }) => schema),
      ),
    ])

    expect(schemas.length).toBeGreaterThan(40)
    expect(() => schemas.forEach(compile)).not.toThrow()
  })

  test('says "$schema" nowhere inside another schema, where JSON Schema forbids it', () => {
    expect(JSON.stringify(api.paths)).not.toContain('"$schema"')
  })

  describe('what the API really takes and answers', () => {
    let self: { body: unknown; trackingCode: string }
    beforeAll(async () => {
      const { body } = await post(
        app.forms.get('self-referral') as ResolvedForm,
        { name: 'Sam', contactMethods: ['come-back'] },
        { language },
      )
      self = { body, trackingCode: (body as { trackingCode?: string }).trackingCode ?? '' }
    })
    const answerSchema = (path: string, method: string, status: string) =>
      Object.values(named(path, method)?.responses[status]?.content ?? {})[0]?.schema ?? {}

    test('fits, when a form was stored', () => {
      expect(compile(answerSchema('/api/forms/self-referral', 'post', '201'))(self.body)).toBe(true)
    })

    test('fits, when a form was refused', async () => {
      const { body } = await post(app.forms.get('self-referral') as ResolvedForm, {}, { language })

      expect(compile(answerSchema('/api/forms/self-referral', 'post', '422'))(body)).toBe(true)
    })

    test('fits, when a form is described', () => {
      const form = app.forms.get('closure-survey') as ResolvedForm

      expect(
        compile(answerSchema('/api/forms/closure-survey', 'get', '200'))(
          JSON.parse(JSON.stringify(describedIn(form, language))),
        ),
      ).toBe(true)
    })

    test('fits, when a request is tracked', async () => {
      const tracked = await trackByApi(app, {
        address: '192.0.2.8',
        request: new Request('http://localhost:4321/api/track', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code: self.trackingCode, language }),
        }),
      })
      const fits = compile(answerSchema('/api/track', 'post', '200'))

      expect([tracked.status, fits(await tracked.json())]).toEqual([200, true])
    })

    test('needs the survey code with a closure survey, and the receipt with a referral', () => {
      const bodyOf = (path: string) => Object.values(named(path, 'post')?.requestBody?.content ?? {})[0]?.schema ?? {}
      const fits = (path: string, body: unknown) => compile(bodyOf(path))(body)

      expect([
        fits('/api/forms/closure-survey', { language, answers: {}, surveyCode: 'ci cath pêl haul sgwâr llyfr' }),
        fits('/api/forms/closure-survey', { language, answers: {} }),
        fits('/api/forms/self-referral', {
          language,
          answers: { name: 'Sam', contactMethods: ['come-back'] },
          confidentiality: receipt,
        }),
        fits('/api/forms/self-referral', { language, answers: { name: 'Sam', contactMethods: ['come-back'] } }),
      ]).toEqual([true, false, true, false])
    })
  })
})
