import { applyDecorators, UseGuards } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

/** Searches one address may ask of one process, per minute: far above a reader, below a flood. */
const SEARCHES_PER_MINUTE = 600;

export const rateLimits = ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: SEARCHES_PER_MINUTE }] });

/** A costly public read: beyond the limit, 429 with `Retry-After`. */
export const RateLimited = () => applyDecorators(UseGuards(ThrottlerGuard));
