import { Param, PipeTransform } from '@nestjs/common';
import { notFound } from '../problems/problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

class IdPipe implements PipeTransform<unknown, string> {
  constructor(private readonly noun: string) {}

  transform(value: unknown): string {
    if (!isUuid(value)) throw notFound(this.noun);
    return value.toLowerCase();
  }
}

/** A row's id in the path; what is not an id is answered like an absent one. */
export const Id = (noun: string, name = 'id') => Param(name, new IdPipe(noun));
