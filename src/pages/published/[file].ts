import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRoute, GetStaticPaths } from 'astro'
import { editionFiles, publishedFolder } from '#components/reading/edition-files.ts'

export const prerender = true

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/** The public editions of this service's reports, as `report --publish` wrote them. @source DESIGN 5 */
export const getStaticPaths = (() => editionFiles().map((file) => ({ params: { file } }))) satisfies GetStaticPaths

export const GET: APIRoute = ({ params }) => {
  const { file = '' } = params
  return new Response(new Uint8Array(readFileSync(join(publishedFolder(), file))), {
    headers: { 'content-type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream' },
  })
}
