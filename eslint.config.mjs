import js from '@eslint/js';
import ts from 'typescript-eslint';

/** What vigilance would forget: each entry says what to use instead. */
const forbidden = {
  clock: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'The time comes from Clock.',
    },
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: 'The time comes from Clock.',
    },
  ],
  environment: [
    {
      selector: 'MemberExpression[object.name="process"][property.name="env"]',
      message: 'Settings come from Config.',
    },
  ],
  day: [
    {
      selector: 'TemplateElement[value.raw=/\\bcurrent_date\\b/i]',
      message: 'It is the day of the connection: the day where the law counts it is TODAY or dayOf, and inDays in tests.',
    },
  ],
  sorting: [
    {
      selector:
        'CallExpression[callee.property.name=/^(add)?(orderBy|OrderBy|groupBy|GroupBy)$/][arguments.0.type!="Literal"]',
      message: 'TypeORM does not escape it: the key is written here, chosen from an allow-list.',
    },
  ],
  repositories: [
    {
      selector: 'Decorator[expression.callee.name="InjectRepository"]',
      message: 'It escapes db.tx: use db.em.',
    },
  ],
  typography: [
    {
      selector: ':matches(TemplateElement[value.raw=/(^|[\\p{L}»)]) [:;!?]( |$)/u], Literal[value=/[\\p{L}»)] [:;!?]( |$)/u])',
      message: 'A line may break there: the space before it is narrow, and does not (\\u202f).',
    },
  ],
};
const restrict = (...names) => ['error', ...names.flatMap((name) => forbidden[name])];

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '**/node_modules/',
      'coverage/',
      '.data/',
      '.cache/',
      'data/',
      'apps/web/src/api/schema.d.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  // French punctuation takes a narrow no-break space.
  { rules: { 'no-irregular-whitespace': ['error', { skipTemplates: true, skipJSXText: true, skipComments: true }] } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Interfaces are how each context adds its events and jobs to the platform's lists.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'resetModules', 'isolateModules'].map((property) => ({
          object: 'jest',
          property,
          message: 'What tests need is loaded once for all of them (test/runner): override the provider, or spy.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/event-emitter', message: 'Facts go through the Outbox.' },
            { name: 'node:events', importNames: ['EventEmitter'], message: 'Facts go through the Outbox.' },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository'],
              message: 'It escapes db.tx: use db.em.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/{api,worker,cli}/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/**', '**/*.spec.ts', '**/*.e2e-spec.ts'],
    rules: { 'no-restricted-syntax': restrict('clock', 'day', 'environment', 'repositories', 'sorting') },
  },
  {
    files: ['libs/platform/**/*.ts'],
    ignores: ['libs/platform/src/config/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': restrict('day', 'environment', 'repositories', 'sorting') },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': restrict('typography') },
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict('day') },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'URL',
          'AbortSignal',
          'performance',
          'setTimeout',
          'setInterval',
          'clearTimeout',
          'clearInterval',
          'Buffer',
          'require',
          'module',
          '__dirname',
          'globalThis',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
