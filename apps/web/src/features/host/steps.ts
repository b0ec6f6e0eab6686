import { oneOf } from '../../app/search';

export const STEPS = ['qui', 'ou', 'quand', 'quoi', 'salles', 'photos', 'charte', 'apercu'] as const;
export type Step = (typeof STEPS)[number];

export const stepOf = (value: unknown): Step | undefined => oneOf([...STEPS], value);
export const nextStep = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'apercu';

/** The step where a missing field is told, by its pointer. */
const BY_POINTER: Record<string, Step> = { '/name': 'qui', '/rooms': 'salles' };
export const stepOfPointer = (pointer: string): Step => BY_POINTER[pointer] ?? 'ou';
