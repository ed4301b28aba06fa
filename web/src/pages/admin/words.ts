import { words } from '../../i18n/words.js';

/** Of the frame around the parts; each part has its own beside it. */
export const adminWords = words(
  {
    title: '管理',
    parts: {
      users: '用户',
      tokens: '接口令牌',
      jobs: '任务',
      bin: '回收站',
      practice: '办理规则',
      backups: '备份',
      health: '运行状况',
      trail: '操作留痕',
    },
  },
  {
    title: 'Administration',
    parts: {
      users: 'Users',
      tokens: 'API tokens',
      jobs: 'Jobs',
      bin: 'Bin',
      practice: 'Practice',
      backups: 'Backups',
      health: 'Health',
      trail: 'Audit trail',
    },
  },
);
