import { expect, it } from 'vitest';
import { routeRights } from '../../src/api/access/rights.js';
import { roles } from '../../src/domain/people.js';
import { roleWords } from '../../src/domain/role-words.js';

const preface = `# 角色与权限

由测试从 \`src/api/access/rights.ts\` 生成（\`npx vitest run test/docs/rights.test.ts -u\`），请勿手改。承办单位只看得到本单位的条目，代表、委员只看得到自己所提建议、提案的条目，其余的对他们来说不存在（404）。没有登录的只能用标“任何人”的；还没有账号的本机服务例外，见 [ADR 14](adr/0014-open-until-the-first-account.md)。
`;

function page(): string {
  const head = ['接口', '任何人', ...roles.map((role) => roleWords[role].zh)];
  const lines = Object.entries(routeRights).map(([route, right]) => {
    const cells =
      right === 'anyone'
        ? ['✓', ...roles.map(() => '✓')]
        : ['', ...roles.map((role) => (right.includes(role) ? '✓' : ''))];
    return `| \`${route}\` | ${cells.join(' | ')} |`;
  });
  return `${preface}\n| ${head.join(' | ')} |\n|${head.map(() => ' --- |').join('')}\n${lines.join('\n')}\n`;
}

it('docs/rights.md shows every route with every role', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/rights.md');
});
