import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Language } from '#domain/language/language.ts'
import type { ReferralView } from '#domain/referral/inbox-view.ts'
import { ask, type NotDone } from '../ask.ts'
import { type Opened, openRecord } from './open-record.ts'
import type { OpenedRecord } from './Timeline.tsx'

/** A referral with its envelopes opened. */
export type OpenReferral = {
  readonly view: ReferralView
  readonly opened: Opened
  readonly records: readonly OpenedRecord[]
}

type Reading = {
  readonly referral: OpenReferral | undefined
  readonly problem: NotDone | undefined
  readonly readAgain: () => Promise<void>
}

/** Reads a referral and opens its envelopes. Asks for nothing while there is no key to open it with. */
export function useReferral(
  id: string | undefined,
  identities: readonly string[] | undefined,
  language: Language,
): Reading {
  const [referral, setReferral] = useState<OpenReferral>()
  const [problem, setProblem] = useState<NotDone>()
  const readAgain = useCallback(async () => {
    setProblem(undefined)
    if (!id || !identities) return setReferral(undefined)
    const answer = await ask<ReferralView>(`staff/referrals/${encodeURIComponent(id)}`, language)
    if (!answer.ok) return setProblem(answer)
    const all = await openAll(answer.value, identities)
    setReferral(all)
    for (const record of damagedIn(all)) await ask('staff/damaged', language, { record })
  }, [id, identities, language])
  useEffect(() => {
    readAgain()
  }, [readAgain])
  // Another referral, or a locked inbox, never shows the one before.
  const isThis = referral !== undefined && identities !== undefined && referral.view.id === id
  return { referral: isThis ? referral : undefined, problem, readAgain }
}

function damagedIn({ view, opened, records }: OpenReferral): readonly string[] {
  const each = [
    { id: view.id, opened },
    ...records.map(({ record: { id }, opened: inside }) => ({ id, opened: inside })),
  ]
  return each.filter((one) => one.opened.kind === 'damaged').map(({ id }) => id)
}

async function openAll(view: ReferralView, identities: readonly string[]): Promise<OpenReferral> {
  const records = await Promise.all(
    view.records.map(async (record) => ({ record, opened: await openRecord(record.envelopes, identities) })),
  )
  return { view, opened: await openRecord(view.envelopes, identities), records }
}
