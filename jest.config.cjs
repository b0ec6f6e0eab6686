const typescript = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  },
];

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: '<rootDir>/test/runner/environment.cjs',
  runtime: '<rootDir>/test/runner/runtime.cjs',
  transform: { '^.+\\.tsx?$': typescript },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  ...more,
});

/** The projects that need PostgreSQL and Redis: both are started once, with one migrated template database. */
const services = {
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    project('unit', ['libs/**/*.spec.ts', 'apps/**/*.spec.ts']),
    project('e2e', ['libs/**/*.e2e-spec.ts', 'apps/**/*.e2e-spec.ts', 'test/faults/**/*.spec.ts'], services),
    project('architecture', ['test/architecture/**/*.spec.ts'], services),
    project('security', ['test/security/**/*.spec.ts'], services),
    project('journeys', ['test/journeys/**/*.spec.ts'], services),
  ],
};
