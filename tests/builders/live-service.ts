import { readFileSync } from 'node:fs'

/**
 * The text of the Welsh demonstration's file as if it were a live service: confirmed by a person, and with numbers
 * and addresses that are not kept for examples. Nobody rings or writes to them.
 */
export function liveServiceText(): string {
  return readFileSync('content/services/cymru-demo.yaml', 'utf8')
    .replace('kind: demonstration', 'kind: live')
    .replace('id: cymru-demo', 'id: cymru-live')
    .replace(/^toConfirm:\n(?: {2}- .*\n)+/m, 'toConfirm: []\n')
    .replaceAll('0808 157 0', '0808 999 0')
    .replaceAll('07700 900', '07700 999')
    .replaceAll('029 2018 0', '029 2999 0')
    .replaceAll('llafar.example', 'llafar-live.cymru')
}
