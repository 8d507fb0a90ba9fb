import { type SurveyWordsGroup, surveyWordsGroupId } from '#domain/survey-words.ts'
import { londonDay } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { listHandedOut, listSealedWords, type SealedWords } from '#server/store/survey-words.store.ts'

const AUDIENCE = 'survey-reader'
const ACT = 'opened-survey-words'

/** The forms in which somebody may write something to the survey reader. */
export function formsWithSurveyWords(app: Pick<App, 'forms'>): readonly ResolvedForm[] {
  return [...app.forms.values()].filter((form) =>
    questionsOf(form).some(({ keep, audience }) => keep.includes('sealed') && (audience ?? form.audience) === AUDIENCE),
  )
}

/** One thing that was written, and what becomes of it. */
export type Words = SealedWords & {
  readonly group: string
  readonly month: string
  /** Absent for the annual survey: a note of who was read would say between which two readings they came. */
  readonly isRead?: boolean
  readonly isLate: boolean
}

/**
 * Everything that the survey reader may be handed now, still sealed.
 *
 * @source Q36 "read within one working day"; H12
 */
export async function readableWords(app: App): Promise<readonly Words[]> {
  const forms = new Map(formsWithSurveyWords(app).map((form) => [form.id, form]))
  const sealed = await listSealedWords(app.db, { audience: AUDIENCE, forms: [...forms.keys()], now: app.now() })
  const handedOut = await listHandedOut(app.db, ACT)
  const { service } = app
  const { isHoliday } = rulesOf(app)
  return sealed.map((each) => {
    const month = londonDay(each.receivedAt).slice(0, 7)
    const isAnnual = forms.get(each.form)?.survey === 'annual'
    const isRead = handedOut.has(each.record)
    const due = endOfWorkingDayAfter(each.receivedAt, service.wordsReadWorkingDays, service, isHoliday)
    return {
      ...each,
      group: surveyWordsGroupId(each.form, month),
      month,
      ...(!isAnnual && { isRead }),
      isLate: !isAnnual && !isRead && due < app.now(),
    }
  })
}

/** What there is to read, by form and month, the newest month first. Nothing in it comes from an envelope. */
export async function listSurveyWords(app: App): Promise<readonly SurveyWordsGroup[]> {
  const groups = Map.groupBy(await readableWords(app), ({ group }) => group)
  return [...groups.entries()]
    .flatMap(([id, words]) => {
      const [first] = words
      if (!first) return []
      const unread = words.filter(({ isRead }) => isRead === false).length
      return {
        id,
        form: first.form,
        month: first.month,
        count: words.length,
        ...(first.isRead !== undefined && { unread }),
        isLate: words.some(({ isLate }) => isLate),
      }
    })
    .sort((a, b) => b.month.localeCompare(a.month) || a.form.localeCompare(b.form))
}

/**
 * Hands a group's envelopes to the survey reader, and writes down that it did. They come in no order, with no id and
 * no moment. For the annual survey the log says that words were handed out and not whose.
 *
 * @returns undefined when there is nothing in it.
 * @source DESIGN 7 "Every handing-out of an envelope is logged"; H12
 */
export async function handOutSurveyWords(
  app: App,
  staff: Pick<Staff, 'id'>,
  group: string,
): Promise<{ readonly form: string; readonly month: string; readonly envelopes: readonly string[] } | undefined> {
  const words = (await readableWords(app)).filter((each) => each.group === group)
  const [first] = words
  if (!first) return undefined
  const records = words.filter(({ isRead }) => isRead !== undefined).map(({ record }) => record)
  await logAccess(app.db, { at: app.now(), staff: staff.id, act: ACT, records })
  // By their sealed bytes, which nobody chose: the order of arrival is gone.
  const envelopes = words.map(({ sealed }) => Buffer.from(sealed).toString('base64')).sort(byEnd)
  return { form: first.form, month: first.month, envelopes }
}

/** Every envelope begins alike: its last bytes are of the cipher. */
function byEnd(one: string, other: string): number {
  return one.slice(-32).localeCompare(other.slice(-32))
}
