import { describeKills } from '../builders/kills.ts'

/** `KILLS=100 npm run faults` kills a hundred times on each database. */
describeKills(Number(process.env.KILLS ?? 20))
