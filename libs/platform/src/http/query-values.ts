import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';

const DECIMAL = /^-?\d{1,3}(\.\d{1,12})?$/;
const MOST_VALUES = 50;

/** A decimal with a point: « 1,5 », « NaN » and « 1e3 » are refused. */
export const degrees =
  (limit: number): PropertyDecorator =>
  (target, key) => {
    IsOptional()(target, key);
    Transform(({ value }: { value: unknown }) => (DECIMAL.test(String(value)) ? Number(value) : value))(target, key);
    const message = `Des degrés décimaux sont attendus, entre -${limit} et ${limit}.`;
    IsNumber({ allowNaN: false, allowInfinity: false }, { message })(target, key);
    Min(-limit, { message })(target, key);
    Max(limit, { message })(target, key);
  };

export const whole =
  (min: number, max: number, message: string): PropertyDecorator =>
  (target, key) => {
    IsOptional()(target, key);
    Transform(({ value }: { value: unknown }) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : value))(target, key);
    IsInt({ message })(target, key);
    Min(min, { message })(target, key);
    Max(max, { message })(target, key);
  };

/** One value, or several when the parameter is repeated. */
const manyValues = (most: number, message: string, each: PropertyDecorator): PropertyDecorator => (target, key) => {
  IsOptional()(target, key);
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))(target, key);
  IsArray({ message })(target, key);
  ArrayMaxSize(most, { message })(target, key);
  ArrayUnique({ message: 'Cette valeur est demandée deux fois.' })(target, key);
  each(target, key);
};

export const among =
  (values: readonly string[], message = 'Cette valeur ne fait pas partie de la liste.'): PropertyDecorator =>
  (target, key) => {
    manyValues(values.length, message, IsIn(values, { each: true, message }))(target, key);
    ApiPropertyOptional({ isArray: true, enum: values })(target, key);
  };

export const several =
  (pattern: RegExp, message: string): PropertyDecorator =>
  (target, key) => {
    manyValues(MOST_VALUES, message, Matches(pattern, { each: true, message }))(target, key);
    ApiPropertyOptional({ isArray: true, type: String })(target, key);
  };
