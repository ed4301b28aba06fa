import { type Fault, fault } from './fault.js';

/** What can be wrong with the settings and the input of a command. */
export const setupFaults = {
  'host-not-local': fault(
    'input',
    500,
    '还没有账号和权限，接口只能监听本机（127.0.0.1、::1、localhost），不能监听 {host}。',
    'there are no accounts yet, so the API listens on loopback only (127.0.0.1, ::1, localhost), not on {host}.',
  ),
  'configuration-invalid': fault(
    'input',
    500,
    '{name} 的值不对：{reason}',
    'wrong value of {name}: {reason}',
  ),
  'line-not-json': fault('input', 400, '第 {line} 行不是 JSON：{reason}', 'line {line} is no JSON: {reason}'),
  'port-in-use': fault(
    'input',
    500,
    '端口 {port} 已被占用，请换一个端口（--port）或停掉占用它的程序。',
    'port {port} is in use; choose another with --port.',
  ),
} as const satisfies Record<string, Fault>;
