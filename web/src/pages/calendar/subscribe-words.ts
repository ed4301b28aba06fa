import { words } from '../../i18n/words.js';

export const subscribeWords = words(
  {
    title: '订阅日历',
    help: '把订阅地址填进 Outlook、手机等日历程序的“订阅日历”，到期的承诺就出现在那里，并自己更新。地址只能读您看得到的时限；谁拿到都能读，请不要转发。',
    noAccount: '订阅地址归账号所有。现在没有用账号登录：请先设好账号再来，或者下载日历文件。',
    name: '用在哪里',
    example: '如：手机、办公室 Outlook',
    needName: '请写明用在哪里',
    make: '新建地址',
    none: '还没有订阅地址',
    revoke: '作废',
    revokeSure: '作废后，填了这个地址的日历不再更新。确定作废？',
    valueTitle: '新的订阅地址',
    valueHelp: '请现在复制，填进日历程序：地址只在这里显示一次。',
    made: '建于',
  },
  {
    title: 'Subscribe',
    help: 'Put an address into the calendar program (Outlook, a phone) as a subscribed calendar: deadlines show there and keep themselves current. It reads the deadlines that you may see and nothing else; whoever has it can read them, so do not pass it on.',
    noAccount:
      'Addresses belong to an account, and nobody is signed in with one. Set up accounts first, or download the calendar file.',
    name: 'Where it is used',
    example: 'e.g. phone, Outlook at the office',
    needName: 'Say where it is used',
    make: 'New address',
    none: 'There are no addresses yet',
    revoke: 'Revoke',
    revokeSure: 'Calendars that use this address are no longer kept current. Revoke it?',
    valueTitle: 'The new address',
    valueHelp: 'Copy it now into the calendar program: it is shown only here.',
    made: 'made',
  },
);
