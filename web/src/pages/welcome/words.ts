import { words } from '../../i18n/words.js';

export const welcomeWords = words(
  {
    title: '开始使用践诺',
    lead: '把答复、行动方案放进来，里面的指标、时限、责任单位会列成台账，每一条都能回到原文。以后的办理情况报告放进来，会逐条对照是否兑现。',
    upload: {
      title: '上传文件',
      text: '把一次会议的答复整个文件夹拖进来即可，支持 Word、PDF、OFD、WPS、扫描件和压缩包。文件只存在本机或本单位的服务器上。',
    },
    samples: {
      title: '先看示例',
      text: '载入十几份虚构地方的答复、方案和报告，随便试。想清空时，换一个数据文件夹启动即可。',
      action: '载入示例文件',
      done: (count: number) => `已载入 ${count} 份，正在识别，一会儿就能在台账里看到。`,
    },
    account: {
      title: '设置管理员',
      text: '现在本机的人不用登录就能使用。设好第一个管理员以后，所有人都要登录，还可以给同事和承办单位开账号。',
      login: '用户名',
      name: '姓名',
      action: '下一步：设置密码',
      needLogin: '2–64 个字符：汉字、字母、数字、. _ @ -',
      needName: '请填写姓名',
    },
    toLedger: '看台账',
  },
  {
    title: 'Get started with Jiannuo',
    lead: 'Put replies and action plans in: their targets, deadlines and units become a ledger, and every row leads back to the text. Put later reports in, and each promise is held against them.',
    upload: {
      title: 'Upload documents',
      text: 'Drop the folder of a session’s replies: Word, PDF, OFD, WPS, scans and archives. Documents stay on this machine or your own server.',
    },
    samples: {
      title: 'Look at samples first',
      text: 'A dozen replies, plans and reports of invented places to try things with. Start with another data folder to be rid of them.',
      action: 'Load the samples',
      done: (count: number) => `${count} documents loaded: they show in the ledger as soon as they are read.`,
    },
    account: {
      title: 'Set up an administrator',
      text: 'Whoever sits at this machine needs no account now. Once there is an administrator everybody signs in, and colleagues and units can be given accounts.',
      login: 'User name',
      name: 'Name',
      action: 'Next: set the password',
      needLogin: '2–64 characters: letters, digits, . _ @ -',
      needName: 'Enter a name',
    },
    toLedger: 'To the ledger',
  },
);
