import { ArgumentMetadata, Injectable, ValidationError, ValidationPipe } from '@nestjs/common';
import { notFound, Problem } from '../problems/problem';
import { FieldProblem } from '../problems/problem.dto';

const MAX_DEPTH = 16;
const number = (message: string) => /-?\d+(?:\.\d+)?/.exec(message.replace(/^\S+ /, ''))?.[0] ?? '';

/** French for class-validator's own messages; a decorator's own French message is kept. */
const FRENCH: Record<string, (message: string) => string> = {
  isDefined: () => 'Cette information est requise.',
  isNotEmpty: () => 'Cette information est requise.',
  isString: () => 'Un texte est attendu.',
  isInt: () => 'Un nombre entier est attendu.',
  isNumber: () => 'Un nombre est attendu.',
  isBoolean: () => 'Oui ou non est attendu.',
  isArray: () => 'Une liste est attendue.',
  isObject: () => 'Un objet est attendu.',
  isUuid: () => 'Cet identifiant n’est pas valable.',
  isEmail: () => 'Indiquez une adresse électronique valable.',
  isUrl: () => 'Indiquez une adresse web complète, commençant par https://.',
  isIn: (m) => `Valeur non prévue. Valeurs possibles : ${m.split('values: ')[1] ?? ''}.`,
  isEnum: (m) => `Valeur non prévue. Valeurs possibles : ${m.split('values: ')[1] ?? ''}.`,
  min: (m) => `La valeur minimale est ${number(m)}.`,
  max: (m) => `La valeur maximale est ${number(m)}.`,
  minLength: (m) => `Au moins ${number(m)} caractères sont attendus.`,
  maxLength: (m) => `Au plus ${number(m)} caractères sont acceptés.`,
  isLength: () => 'La longueur de ce texte ne convient pas.',
  matches: () => 'Le format de cette information ne convient pas.',
  arrayMinSize: (m) => `Au moins ${number(m)} élément est attendu.`,
  arrayMaxSize: (m) => `Au plus ${number(m)} éléments sont acceptés.`,
  arrayUnique: () => 'Un même élément figure deux fois.',
  isISO8601: () => 'Une date est attendue (AAAA-MM-JJ).',
  isDateString: () => 'Une date est attendue (AAAA-MM-JJ).',
  whitelistValidation: () => 'Cette information n’est pas prévue ici.',
  unknownValue: () => 'Une information d’un autre type est attendue.',
  nestedValidation: () => 'Un objet est attendu.',
};

const isEnglish = (message: string) => /\b(must|should|an unknown value|each value)\b/.test(message);

function fields(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const own = Object.entries(error.constraints ?? {}).slice(0, 1).map(([code, message]) => ({
      pointer,
      code,
      detail: isEnglish(message) ? (FRENCH[code]?.(message) ?? 'Cette information ne convient pas.') : message,
    }));
    return [...own, ...fields(error.children ?? [], pointer)];
  });
}

function tooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((item) => (item && typeof item === 'object' ? Object.values(item) : []));
  }
  return false;
}

/** Bodies and queries: known fields only, of the right type; 400 for what has no place here, 422 for wrong values. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => {
        const found = fields(errors);
        const unexpected = found.some(({ code }) => code === 'whitelistValidation');
        return new Problem(unexpected ? 400 : 422, 'request.invalid', 'Certaines informations sont à corriger.', { errors: found });
      },
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // PostgreSQL holds no NUL: nothing is kept under such a name.
    if (metadata.type === 'param' && typeof value === 'string' && value.includes('\0')) throw notFound('route');
    if (metadata.type === 'body') {
      if (tooDeep(value)) throw new Problem(400, 'request.too_deep', 'Le contenu envoyé est trop imbriqué.');
      if (this.expectsObject(metadata) && (value === null || typeof value !== 'object' || Array.isArray(value)))
        throw new Problem(400, 'request.malformed', 'Un objet JSON est attendu.');
    }
    return super.transform(value, metadata);
  }

  private expectsObject = ({ metatype }: ArgumentMetadata): boolean =>
    metatype !== undefined && ![String, Number, Boolean, Array, Object].includes(metatype as never);
}
