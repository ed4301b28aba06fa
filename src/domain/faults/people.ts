import { type Fault, fault } from './fault.js';

/** What can be wrong with who asks. */
export const peopleFaults = {
  'sign-in-needed': fault(
    'input',
    401,
    '需要先登录，或在 Authorization 里带上有效的接口令牌。',
    'sign in first, or send a valid API token in Authorization.',
  ),
  'sign-in-failed': fault(
    'input',
    401,
    '用户名或密码不对，请核对后再试。',
    'wrong user name or password; check them and try again.',
  ),
  'sign-in-locked': fault(
    'input',
    429,
    '这个用户名连续多次登录失败，请过 {seconds} 秒再试；忘记密码请让管理员发一个新的设置链接。',
    'too many failed attempts under this user name; try again in {seconds} s, or ask the administrator for a new link.',
  ),
  'not-permitted': fault(
    'input',
    403,
    '当前角色（{role}）不能做这一步，请找管理员调整权限。',
    'the role {role} may not do this; ask the administrator.',
  ),
  'account-needed': fault(
    'input',
    403,
    '日历订阅地址属于账号：请先用自己的账号登录，接口令牌和没有账号的本机服务不能建。',
    'calendar addresses belong to accounts: sign in with yours; API tokens and a service without accounts have none.',
  ),
  'header-missing': fault(
    'input',
    403,
    '请求缺少 X-Jiannuo-Request 头，没有执行：用登录会话修改数据时必须带上它，以防别的网站冒用。',
    'refused: a change by a signed-in session needs the header X-Jiannuo-Request, which other sites cannot send.',
  ),
  'login-taken': fault(
    'input',
    409,
    '用户名 {login} 已经有人用了，请换一个。',
    'the user name {login} is taken; choose another.',
  ),
  'administrator-first': fault(
    'input',
    409,
    '还没有任何账号，第一个账号必须是管理员，请先添加管理员。',
    'there are no accounts yet and the first must be an administrator; add that one first.',
  ),
  'last-administrator': fault(
    'input',
    409,
    '这是最后一个可用的管理员，不能停用或改成别的角色，请先设另一个管理员。',
    'this is the last administrator; appoint another before disabling or changing this one.',
  ),
  'edit-conflict': fault(
    'input',
    412,
    '别人刚刚改过，请刷新后再改（If-Match 与当前版本 {version} 不符）。',
    'changed by somebody else meanwhile; load it again (If-Match is not the current version {version}).',
  ),
  'link-invalid': fault(
    'input',
    410,
    '这个一次性链接已经用过、过期或不完整，请让管理员重新发一个。',
    'this one-time link was used, has expired or is incomplete; ask the administrator for a new one.',
  ),
} as const satisfies Record<string, Fault>;
