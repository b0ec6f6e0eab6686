import { Injectable } from '@nestjs/common';

/** The only door to the time of day; tests put another one in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
