/** Says that a piece of work is over; more than once does no harm. */
type End = () => void

/** Lets networks take turns: whoever asks for much waits for themselves, and nobody else does. */
export type Turns = {
  /**
   * Does work for a network, at once or when its turn has come.
   *
   * @returns false when too much of this network's is waiting already: the work is not done then.
   */
  readonly take: (network: string, work: (end: End) => void) => boolean
}

/** At once for a network while no other one asks: enough to share a commit, few enough for whoever comes next to wait for. */
const ALONE_AT_ONCE = 32
/** How long after somebody else has asked there is one turn at a time for each network. */
const SHARED_MILLISECONDS = 1_000
/** More at once than a home of twenty children asks for, with all that their pages load. */
const CROWD = 40
/** A crowd rests this many times as long as its last turn took: of the others, one in twenty comes upon one. */
const RESTS = 19
/** Who has taken this long is waiting for a bad signal, not working: the next in their home need not wait for them. */
const LONGEST_TURN_MILLISECONDS = 250
/** What waits takes memory. */
const MOST_WAITING = 1_000

type Network = { working: number; isResting: boolean; readonly waiting: ((end: End) => void)[] }

/**
 * One turn at a time for each network while several ask, and as many as they like while one asks alone. Nobody is
 * turned away: a flood from one address waits in its own queue. A network is known here only while it is answered.
 *
 * @source DESIGN 4 "No puzzle for the sender"; the numbers are ours
 */
export function makeTurns(now: () => number = () => performance.now()): Turns {
  const networks = new Map<string, Network>()
  let sharedUntil = 0

  const startNext = (name: string, network: Network) => {
    const most = now() < sharedUntil ? 1 : ALONE_AT_ONCE
    while (!network.isResting && network.working < most) {
      const work = network.waiting.shift()
      if (!work) break
      begin(name, network, work)
    }
    if (network.working === 0 && network.waiting.length === 0 && !network.isResting) networks.delete(name)
  }

  const begin = (name: string, network: Network, work: (end: End) => void) => {
    const started = now()
    let isOver = false
    network.working += 1
    const end = () => {
      if (isOver) return
      isOver = true
      clearTimeout(longest)
      network.working -= 1
      if (network.waiting.length > CROWD && now() < sharedUntil) rest(name, network, (now() - started) * RESTS)
      else startNext(name, network)
    }
    const longest = setTimeout(end, LONGEST_TURN_MILLISECONDS)
    work(end)
  }

  const rest = (name: string, network: Network, milliseconds: number) => {
    if (network.isResting) return
    network.isResting = true
    setTimeout(() => {
      network.isResting = false
      startNext(name, network)
    }, milliseconds)
  }

  return {
    take: (name, work) => {
      const network = networks.get(name) ?? { working: 0, isResting: false, waiting: [] }
      networks.set(name, network)
      if (networks.size > 1) sharedUntil = now() + SHARED_MILLISECONDS
      if (network.waiting.length >= MOST_WAITING) return false
      network.waiting.push(work)
      startNext(name, network)
      return true
    },
  }
}
