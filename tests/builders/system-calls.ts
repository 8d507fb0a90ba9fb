import { spawn, spawnSync } from 'node:child_process'

/**
 * Watches the system calls of a process, or meddles with them, until it is stopped (strace).
 *
 * @param words - what strace is told besides the process: `-e inject=fsync:error=EIO`.
 */
export async function meddle(
  pid: number,
  ...words: readonly string[]
): Promise<{ readonly stop: () => Promise<void> }> {
  if (spawnSync('strace', ['-V']).status !== 0)
    throw new Error('This test needs strace, which is not here. Install it: apt-get install strace')
  const tracer = spawn('strace', [...words, '-p', String(pid)])
  const ended = new Promise<string>((resolve) => tracer.once('close', () => resolve('it ended')))
  let said = ''
  const attached = new Promise<string>((resolve) => {
    tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('attached')) resolve('')
    })
  })
  const problem = await Promise.race([attached, ended])
  if (problem) throw new Error(`strace could not follow the server: ${said}`)
  return {
    stop: async () => {
      tracer.kill('SIGINT')
      await ended
    },
  }
}
