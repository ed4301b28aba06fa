import type { Profile } from '../../domain/profile.js';

/** A place with three letters, where B is begun and C planned, longer limits, and a light that trusts a unit that says it is at work. */
export const threeClass: Profile = {
  id: 'three-class',
  name: {
    zh: '三类答复（A 已解决、B 已启动、C 列入规划），提案五个月',
    en: 'three classes (A solved, B begun, C planned), five months for CPPCC proposals',
  },
  dueSoonDays: 60,
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
      light: 'yellow',
      schedule: ['due_soon'],
      claimed: ['none', 'not_started', 'cannot'],
    },
    {
      light: 'yellow',
      verified: ['changed'],
    },
    {
      light: 'green',
      schedule: ['not_due', 'due_soon'],
    },
    {
      light: 'none',
    },
  ],
  replyMonths: {
    npc: [3, 6],
    cppcc: [5, 6],
  },
  opinionMonths: 2,
  redoMonths: 3,
  binDays: 90,
  resultClasses: {
    A: 'solved',
    B: 'planned',
    C: 'planned',
  },
};
