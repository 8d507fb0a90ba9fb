import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** One place on a page that breaks a rule. */
export type Violation = {
  readonly rule: string
  readonly target: string
  readonly html: string
  /** The first thing that axe says would mend it. */
  readonly mend: string
}

/**
 * What axe finds on a page as it is now. Its script is brought in once for each document and run there: no page of
 * ours has frames, and the package that also looks into frames brings the script in anew for every look, which takes
 * three times as long as the look itself.
 */
export async function askAxe(page: Page, runOnly: axe.RunOptions['runOnly']): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { readonly axe: { run: (options: axe.RunOptions) => Promise<axe.AxeResults> } }
    const { violations } = await axe.run({ resultTypes: ['violations'], ...(only && { runOnly: only }) })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => ({
        rule: id,
        target: target.join(' '),
        html,
        mend: (failureSummary ?? '').split('\n')[1]?.trim() ?? '',
      })),
    )
  }, runOnly)
}
