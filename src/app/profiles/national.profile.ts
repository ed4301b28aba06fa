import type { Profile } from '../../domain/profile.js';

/** What holds where a place has set nothing else. */
export const national: Profile = {
  id: 'national',
  name: {
    zh: '全国通行',
    en: 'national',
  },
  dueSoonDays: 30,
  lights: [
    {
      light: 'green',
      verified: ['met'],
    },
    {
      light: 'red',
      verified: ['not_met', 'disputed'],
    },
    {
      light: 'red',
      schedule: ['overdue'],
    },
    {
      light: 'red',
      claimed: ['cannot'],
    },
    {
      light: 'yellow',
      schedule: ['due_soon'],
    },
    {
      light: 'yellow',
      verified: ['changed'],
    },
    {
      light: 'yellow',
      schedule: ['no_deadline'],
      verified: ['none'],
    },
    {
      light: 'green',
    },
  ],
  replyMonths: {
    npc: [3, 6],
    cppcc: [3, 6],
  },
  opinionMonths: 1,
  redoMonths: 2,
  binDays: 30,
  resultClasses: {
    A: 'solved',
    B: 'planned',
    C: 'waiting',
    D: 'reference',
  },
};
