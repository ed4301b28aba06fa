import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../../app/ports/people-store.js';

/** Argon2id with the least that OWASP asks for: 19 MiB, 2 passes, 1 lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(password, cost),
  verify: (stored, password) => verify(stored, password),
};
