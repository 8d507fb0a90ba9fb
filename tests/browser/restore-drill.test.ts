import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '#i18n/paths.ts'
import cy from '#locales/cy/staff.json' with { type: 'json' }
import { llafar } from '../builders/llafar-command.ts'
import { openEnvelope } from '../builders/opened-envelopes.ts'
import { expect, test } from './llafar.ts'
import { serverSettings } from './real-server.ts'
import { sendByApi } from './send-by-api.ts'
import { freshCode, openReferral, setUpStaff } from './staff.ts'
import { track } from './track.ts'

test.use({ ownServer: 'restore-drill' })

/** A command with the settings of the server, which succeeds. @returns what it said. */
function command(dataDir: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = llafar(serverSettings({ port: 0, dataDir }), ...words)
  expect([words[0], status, status === 0 || stderr]).toEqual([words[0], 0, true])
  return stdout
}

/**
 * The runbook's own steps, as somebody follows them who has nothing left but last night's backup, the secret that was
 * kept apart, and what members have on paper.
 *
 * @source docs/runbook.md "Restoring last night's backup"
 */
test('last night’s backup is restored by the runbook: the paper key opens it, and so does a member who signs in', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000)
  const paper = await setUpStaff(page, server.setUpLink(), { language: 'cy' })
  const sent = await sendByApi(server, 'self-referral', { name: 'Gwenhwyfar', contactMethods: ['come-back'] })
  const kept = mkdtempSync(join(tmpdir(), 'llafar-kept-'))
  const lost = `${server.dataDir}-lost`
  try {
    expect(command(server.dataDir, 'backup', '--to', kept)).toContain('found whole')
    const [backup = ''] = readdirSync(kept)
    writeFileSync(join(kept, 'erased.json'), command(server.dataDir, 'erase-due', '--list'))
    await server.stop()
    renameSync(server.dataDir, lost)

    await test.step('1, 2: a new place, the secret, the backup', () => {
      mkdirSync(server.dataDir, { mode: 0o700 })
      copyFileSync(join(lost, 'app-secret'), join(server.dataDir, 'app-secret'))
      const words = ['--from', join(kept, backup), '--erased', join(kept, 'erased.json')]
      expect(command(server.dataDir, 'restore', ...words)).toContain('Restored')
    })
    await test.step('3: the recovery key on paper opens what the young person wrote', async () => {
      const drill = join(kept, 'drill')
      command(server.dataDir, 'export', '--to', drill, '--reference', sent.reference)
      const [envelope = ''] = readdirSync(drill)
      expect(await openEnvelope(readFileSync(join(drill, envelope)), paper.recoveryKey)).toContain('"Gwenhwyfar"')
    })
    await test.step('4: it starts, says that it can store, lets the member in, and opens the referral', async () => {
      await server.start()
      expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
      await page.context().clearCookies()
      await page.goto(paths['staff-sign-in'].cy)
      await page.getByLabel(cy.signIn.email).fill(paper.email)
      await page.getByLabel(cy.signIn.password).fill(paper.password)
      await page.keyboard.press('Enter')
      await page.getByLabel(cy.secondFactor.code).fill(await freshCode(paper))
      await page.keyboard.press('Enter')
      await openReferral(page, sent.reference, paper, 'cy')
      await expect(page.locator('main')).toContainText('Gwenhwyfar')
    })
    await test.step('the young person’s code is as good as before', async () => {
      await track(page, sent.code, 'cy')
      await expect(page.locator('.steps')).toBeVisible()
    })
  } finally {
    for (const folder of [kept, lost]) rmSync(folder, { recursive: true, force: true })
  }
})
