import type { Role } from './people.js';
import { type Phrase, phrase } from './phrase.js';

/** Roles as people are told of them. */
export const roleWords: Readonly<Record<Role, Phrase>> = {
  viewer: phrase('查看', 'viewer'),
  deputy: phrase('代表、委员', 'deputy'),
  editor: phrase('编辑', 'editor'),
  unit: phrase('承办单位', 'unit'),
  auditor: phrase('审核', 'auditor'),
  administrator: phrase('管理员', 'administrator'),
};
