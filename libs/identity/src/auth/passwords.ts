import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable, OnModuleInit } from '@nestjs/common';

// argon2id, the library's default, with OWASP's first recommended cost.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const composed = (password: string) => password.normalize('NFKC');

@Injectable()
export class Passwords implements OnModuleInit {
  private nobody: string;

  async onModuleInit(): Promise<void> {
    this.nobody = await this.hash(randomBytes(32).toString('base64url'));
  }

  hash(password: string): Promise<string> {
    return hash(composed(password), COST);
  }

  /** Costs the same when there is no account, so that time does not tell who has one. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const matched = await verify(stored ?? this.nobody, composed(password));
    return stored !== null && matched;
  }
}
