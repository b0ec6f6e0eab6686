declare module '@app/platform' {
  interface Events {
    /** One trainer, for one or several sessions together. */
    'trainers.asked': { demandId: string };
    /** What the trainer said of some of them, together. */
    'trainers.answered': { askIds: string[]; decision: 'accept' | 'decline' };
  }
}

export {};
