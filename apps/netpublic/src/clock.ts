/** The portal's own clock: it is another organisation's system and shares nothing with the platform. */
export const nowIso = (): string => new Date().toISOString();
