import { describeKills } from '../builders/kills.ts'

/** So few that they take seconds: `npm run faults` kills more often, on both databases. */
describeKills(3)
