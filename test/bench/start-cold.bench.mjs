const LIMIT = 60;

export default {
  name: 'start.cold',
  async run(context) {
    const value = await context.coldStart();
    return {
      name: 'start.cold',
      value,
      unit: 's',
      limit: LIMIT,
      limitName: 'patience',
      ratio: value / LIMIT,
      goal: '≤ 60 s',
      ok: value <= LIMIT,
    };
  },
};
