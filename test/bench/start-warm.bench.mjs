const LIMIT = 10;

export default {
  name: 'start.warm',
  async run(context) {
    const { seconds: value } = await context.running();
    return {
      name: 'start.warm',
      value,
      unit: 's',
      limit: LIMIT,
      limitName: 'patience',
      ratio: value / LIMIT,
      goal: '≤ 10 s',
      ok: value <= LIMIT,
    };
  },
};
