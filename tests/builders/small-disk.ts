import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, so small that it can be filled: a real file system in a file. */
export type SmallDisk = {
  readonly folder: string
  /** Writes until no byte more goes on it. */
  readonly fill: () => void
  readonly makeRoom: () => void
  /** Lets it fail as a broken disk does: from now on it can only be read. */
  readonly breakDown: () => void
  /** Takes it out and puts it in again, as a start of the machine does: it can be written again. */
  readonly mountAgain: () => void
  readonly remove: () => void
}

/** @throws Error with a sentence that says what is needed, where no disk may be mounted. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const place = mkdtempSync(join(tmpdir(), 'llafar-disk-'))
  const [image, mounted] = [join(place, 'image'), join(place, 'mounted')]
  const ballast = join(mounted, 'ballast')
  mkdirSync(mounted)
  const mount = () => run('mount', '-o', 'loop', image, mounted)
  run('truncate', '--size', `${megabytes}M`, image)
  run('mkfs.ext4', '-q', '-m', '0', image)
  mount()
  return {
    folder: mounted,
    fill: () => fill(ballast),
    makeRoom: () => rmSync(ballast),
    breakDown: () => run('mount', '-o', 'remount,abort', mounted),
    mountAgain: () => {
      run('umount', mounted)
      mount()
    },
    remove: () => {
      run('umount', mounted)
      rmSync(place, { recursive: true })
    },
  }
}

function run(program: string, ...words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(
      `This test fills and breaks a disk of its own, and ${program} could not make one: ${error?.message ?? stderr}. ` +
        'Run it on Linux as root, with e2fsprogs installed, where loop devices may be mounted.',
    )
}

function fill(path: string): void {
  const file = openSync(path, 'a')
  for (let size = 1 << 16; size > 0; )
    try {
      writeSync(file, Buffer.alloc(size))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      size >>= 1
    }
  closeSync(file)
}
